"""What happens at an instant: one event told twice must have one date, one value, or both.

What the verdicts assume:

- What happens once happened on one day and has one value: whoever tells another day, or another value, tells
  against it, dated or not.
- What may happen again is one occasion where both tellings are of one and the same day. Where they only may
  be, so is the conflict; where they cannot be, they are two occasions and nothing is compared.
- The date of a list ("joined A and B in 1994") need not be that of each of its members.
"""

from __future__ import annotations

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content
from factcheck.matching.dates import both, relate_dates
from factcheck.matching.succession import Succession, succession
from factcheck.model import Names, Property, Proposition
from factcheck.values.relation import overlaps
from factcheck.values.verdict import Truth

__all__ = ["compare"]


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of an event relate."""
    content = relate_content(a.value, b.value, of)
    if content.gate is not None:
        return content
    dates = relate_dates(a.when, b.when)
    if of.once:
        told = both(content, dates)
        is_listed = _is_shared(a) is not _is_shared(b)
        return told.doubted("the date may be that of the list only") if is_listed else told
    if a.when is None or b.when is None:
        if content.verdict.agrees:
            return both(content, dates)
        return content.doubted("one of them has no date")
    if overlaps(a.when, b.when) is Truth.NEVER:
        return Comparison.apart(Gate.TIME, f"{dates.reason}: these are two occasions")
    if content.verdict.agrees:
        return both(content, dates)
    match succession(a.when, b.when):
        case Succession.TOGETHER:
            return content.given(f"{dates.reason}, one occasion")
        case Succession.OPEN:
            return content.doubted("the two may speak of two occasions")
        case _:
            return Comparison.apart(Gate.TIME, f"{dates.reason}: these may be two occasions")


def _is_shared(proposition: Proposition) -> bool:
    return isinstance(proposition.value, Names) and proposition.value.shared
