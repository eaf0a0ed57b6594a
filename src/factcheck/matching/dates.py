"""The dates of two propositions against each other, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.matching.comparison import Comparison
from factcheck.values.describe import describe
from factcheck.values.relation import differing_ends, relate
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.values.when import When

__all__ = ["both", "dated", "relate_dates"]


def dated(when: When | None) -> str:
    """A date in the words of a message."""
    return "an unknown date" if when is None else describe(when)


def relate_dates(a: When | None, b: When | None) -> Comparison:
    """How two dates of one thing relate; a date refines the lack of one.

    >>> from factcheck.values.when import When
    >>> relate_dates(When.parse("2002"), When.parse("2002-11-20")).reason
    '20 November 2002 is more exact than 2002'
    """
    if a is None or b is None:
        if a is b:
            return Comparison(Verdict.EQUAL, "", part="when")
        verdict = Verdict.REFINED if a is None else Verdict.REFINES
        return Comparison(verdict, f"only one gives a date, {dated(a or b)}", part="when")
    verdict = relate(a, b)
    part = (differing_ends(a, b) or ("when",))[0] if verdict in _APART and not a.is_instant else "when"
    side_a, side_b = _sides(a, b, part)
    return Comparison(verdict, _REASONS[verdict].format(a=dated(side_a), b=dated(side_b)), part=part)


def both(a: Comparison, b: Comparison) -> Comparison:
    """What two comparisons of one pair come to.

    The graver wins; agreement in opposite directions is mere fit.
    """
    graver = max(a, b, key=lambda comparison: _GRAVITY[comparison.verdict])
    if not graver.verdict.agrees:
        return graver
    facets = a.verdict, b.verdict
    # That one facet is the same on both sides goes without saying where the other is not.
    telling = [c for c in (a, b) if c.reason and c.verdict is not Verdict.EQUAL] or [a, b]
    reason = "; ".join(dict.fromkeys(c.reason for c in telling if c.reason))
    verdict = Verdict.COMPATIBLE if set(facets) == _OPPOSITE else graver.verdict
    return Comparison(verdict, reason, part=graver.part, facets=facets)


_APART: Final = {Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT, Verdict.TENSION}

_OPPOSITE: Final = {Verdict.REFINES, Verdict.REFINED}

_GRAVITY: Final = {
    verdict: weight
    for weight, verdict in enumerate(
        (
            Verdict.EQUAL,
            Verdict.REFINES,
            Verdict.REFINED,
            Verdict.COMPATIBLE,
            Verdict.SUPERSEDED,
            Verdict.SUPERSEDES,
            Verdict.TENSION,
            Verdict.POSSIBLE_CONFLICT,
            Verdict.CONFLICT,
            Verdict.NOT_COMPARABLE,
            Verdict.UNSUPPORTED,
        )
    )
}

_REASONS: Final = {
    Verdict.EQUAL: "both give {a}",
    Verdict.REFINES: "{a} is more exact than {b}",
    Verdict.REFINED: "{b} is more exact than {a}",
    Verdict.COMPATIBLE: "{a} and {b} fit each other",
    Verdict.TENSION: "{a} and {b} fit only within the margin of an approximate date",
    Verdict.CONFLICT: "{a} is not {b}",
    Verdict.POSSIBLE_CONFLICT: "{a} may not be {b}, which is uncertain",
}


def _sides(a: When, b: When, part: str) -> tuple[When, When]:
    """The start or the end alone where it is the one that differs."""
    if part == "start" and a.opening and b.opening:
        return a.opening, b.opening
    if part == "end" and a.closing and b.closing:
        return a.closing, b.closing
    return a, b
