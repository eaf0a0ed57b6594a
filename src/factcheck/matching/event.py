"""What happens at an instant: one event told twice must have one date, one value, or both."""

from __future__ import annotations

from attrs import evolve

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content
from factcheck.matching.dates import both, relate_dates
from factcheck.model import Gap, Property, Proposition, Value
from factcheck.values.relation import overlaps
from factcheck.values.verdict import Truth, Verdict

__all__ = ["compare"]


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of an event relate.

    What happens once has one date: two dates for it conflict. What may happen again is the same occasion only
    if the dates allow it; then its values must agree.
    """
    content = relate_content(_bare(a), _bare(b), of)
    if content.verdict is Verdict.NOT_COMPARABLE:
        return content
    dates = relate_dates(a.when, b.when)
    if of.once:
        return both(content, dates)
    if a.when is not None and b.when is not None:
        together = overlaps(a.when, b.when)
        if together is Truth.NEVER:
            return Comparison.apart(Gate.TIME, f"{dates.reason}: these are two occasions")
        if together is Truth.SURELY:
            return both(content, dates)
    if content.verdict is Verdict.CONFLICT:
        reason = f"{content.reason}, if the two speak of one occasion"
        return evolve(content, verdict=Verdict.POSSIBLE_CONFLICT, reason=reason)
    return both(content, dates)


def _bare(proposition: Proposition) -> Value:
    """The value proper; the distance to another event is the solver's to compare."""
    return None if isinstance(proposition.value, Gap) else proposition.value
