"""Hypothesis strategies for everything that a ledger holds, to test your own ledger and rules with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from factcheck.model import Claim, Ledger, Proposition, Statement, Vocabulary
from factcheck.strategies.figures import changes, quantities, units
from factcheck.strategies.ledgers import ledgers
from factcheck.strategies.passages import edits, quoted_texts
from factcheck.strategies.propositions import claims, propositions, statements, vocabularies
from factcheck.strategies.times import days, durations, edtf_texts, whens
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "changes",
    "claims",
    "days",
    "durations",
    "edits",
    "edtf_texts",
    "ledgers",
    "propositions",
    "quantities",
    "quoted_texts",
    "statements",
    "units",
    "vocabularies",
    "whens",
]


def _hypothesis_setup_hook() -> None:
    """Let `st.from_type` and `st.builds` know our types; Hypothesis calls this when it is first imported."""
    st.register_type_strategy(When, whens())
    st.register_type_strategy(Duration, durations())
    st.register_type_strategy(Unit, units())
    st.register_type_strategy(Quantity, quantities())
    st.register_type_strategy(Change, changes())
    st.register_type_strategy(Vocabulary, vocabularies())
    st.register_type_strategy(Proposition, _in_any(propositions))
    st.register_type_strategy(Statement, _in_any(statements))
    st.register_type_strategy(Claim, _in_any(claims))
    st.register_type_strategy(Ledger, ledgers())


_T = TypeVar("_T")


def _in_any(strategy: Callable[[Vocabulary], st.SearchStrategy[_T]]) -> st.SearchStrategy[_T]:
    return vocabularies().flatmap(strategy)
