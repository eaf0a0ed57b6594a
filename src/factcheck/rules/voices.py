"""Which parts of what a source says another source says as well."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.model import Gap, Names, Statement, Words
from factcheck.rules.places import figures
from factcheck.values import quantity
from factcheck.values.change import Change, compare_parts
from factcheck.values.quantity import Quantity
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.matching.comparison import Comparison
    from factcheck.rules.case import Case

__all__ = ["backed_parts", "parts"]


def backed_parts(case: Case) -> dict[str, set[str]]:
    """By statement, the parts of its reading that a statement of another source bears out."""
    backed: dict[str, set[str]] = defaultdict(set)
    for pair in case.pairs:
        first, second = pair.first, pair.second
        if first.source != second.source and pair.comparison.verdict in _MAY_BEAR_OUT:
            for one, other in ((first, second), (second, first)):
                # What follows from a distance bears that distance out, and nothing else of the statement.
                parts = {"value"} if case.is_derived(one) else _borne_out(one, other, pair.comparison)
                backed[one.ref] |= parts
    return backed


def _borne_out(one: Statement, other: Statement, comparison: Comparison) -> set[str]:
    """The parts of one statement that another, which agrees with it, gives as well."""
    value, theirs = one.proposition.value, other.proposition.value
    if isinstance(value, Change) and isinstance(theirs, Change):
        found = {_PARTS[part.part] for part in compare_parts(value, theirs) if part.verdict.agrees}
        return found & parts(one) if comparison.verdict.agrees else set()
    if isinstance(value, Quantity) and isinstance(theirs, Change):
        return {"value"} if _meeting_parts(theirs, value, comparison) else set()
    if isinstance(value, Change) and isinstance(theirs, Quantity):
        return _meeting_parts(value, theirs, comparison)
    return parts(one) if comparison.verdict.agrees else set()


def _meeting_parts(change: Change, level: Quantity, comparison: Comparison) -> set[str]:
    """Which end of a change a level bears out: an older level, the one that the change starts from."""
    ends = {"to"} if comparison.verdict.agrees and comparison.part != "from" else {"from"}
    return {
        part for part, figure in figures(change) if part in ends and quantity.relate(figure, level).agrees
    }


def parts(statement: Statement) -> set[str]:
    """The parts of a reading that a source may be alone with: figures, names or words, else the date."""
    value = statement.proposition.value
    if isinstance(value, (Names, Words, Gap)):
        return {"value"}
    return {part for part, _ in figures(value)} or {"when"}


_MAY_BEAR_OUT: Final = frozenset(
    {
        Verdict.EQUAL,
        Verdict.REFINES,
        Verdict.REFINED,
        Verdict.COMPATIBLE,
        Verdict.SUPERSEDED,
        Verdict.SUPERSEDES,
    }
)

_PARTS: Final = {"before": "from", "after": "to", "by": "by", "by percent": "by"}
