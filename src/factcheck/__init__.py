"""A type checker for facts: texts and a plain-text ledger in, every contradiction out, with both quotes.

>>> import factcheck
>>> ledger = factcheck.load(".")
>>> report = factcheck.check(ledger)
>>> all(isinstance(found, factcheck.Diagnostic) for found in report.conflicts)
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from factcheck.api import check, load, read
    from factcheck.diagnostic import Coverage, Diagnostic, Edit, Fix, Place, Report, Severity
    from factcheck.errors import FactcheckError, UnknownNameError
    from factcheck.model import Claim, Entity, Ledger, Property, Proposition, Source, Statement, Vocabulary
    from factcheck.reading.document import Document
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
    "Document",
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
    "UnknownNameError",
    "Verdict",
    "Vocabulary",
    "When",
    "check",
    "load",
    "read",
]

# Where each public name lives. It is fetched when first asked for, so that a program that imports the package
# and uses a corner of it does not pay for the rest.
_HOME: Final = {
    **dict.fromkeys(("check", "load", "read"), "api"),
    **dict.fromkeys(("Coverage", "Diagnostic", "Edit", "Fix", "Place", "Report", "Severity"), "diagnostic"),
    **dict.fromkeys(("FactcheckError", "UnknownNameError"), "errors"),
    **dict.fromkeys(("Claim", "Entity", "Ledger", "Property", "Proposition"), "model"),
    **dict.fromkeys(("Source", "Statement", "Vocabulary"), "model"),
    **dict.fromkeys(("Span", "Text"), "text.span"),
    "Change": "values.change",
    "Document": "reading.document",
    "Quantity": "values.quantity",
    "Unit": "values.unit",
    "Verdict": "values.verdict",
    "When": "values.when",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    value = getattr(import_module(f"factcheck.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
