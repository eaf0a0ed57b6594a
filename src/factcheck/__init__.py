"""A type checker for facts: source texts and a plain-text ledger in, every contradiction out, with both quotes.

>>> import factcheck
>>> ledger = factcheck.load("docs/example")  # doctest: +SKIP
>>> factcheck.check(ledger).conflicts  # doctest: +SKIP
()
"""

from factcheck.api import check, load
from factcheck.diagnostic import Coverage, Diagnostic, Edit, Fix, Place, Report, Severity
from factcheck.errors import FactcheckError, UnknownRuleError
from factcheck.model import Claim, Entity, Ledger, Property, Proposition, Source, Statement, Vocabulary
from factcheck.text.span import Span, Text
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict
from factcheck.values.when import When

__all__ = [
    "Change",
    "Claim",
    "Coverage",
    "Diagnostic",
    "Edit",
    "Entity",
    "FactcheckError",
    "Fix",
    "Ledger",
    "Place",
    "Property",
    "Proposition",
    "Quantity",
    "Report",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Text",
    "Unit",
    "UnknownRuleError",
    "Verdict",
    "Vocabulary",
    "When",
    "check",
    "load",
]
