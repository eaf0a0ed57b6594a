"""What holds until it changes: levels and the steps between them, on one line of time."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content
from factcheck.matching.dates import both, dated, relate_dates
from factcheck.model import Holds, Property, Proposition
from factcheck.values import quantity
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.relation import before, overlaps
from factcheck.values.verdict import Truth, Verdict
from factcheck.values.when import When

__all__ = ["compare"]

_MONTH: Final = 31


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of a level, or of a step from one level to the next, relate.

    A level lasts until the next step that surely comes later; that one supersedes it. Two steps are one and the
    same where every order in which they could have happened would contradict what is said of them.
    """
    a_steps, b_steps = isinstance(a.value, Change), isinstance(b.value, Change)
    if a_steps and b_steps:
        return _steps(a, b, of)
    if a_steps:
        return _step_and_level(a, b, of)
    if b_steps:
        return _step_and_level(b, a, of).swapped
    return _levels(a, b, of)


def _levels(a: Proposition, b: Proposition, of: Property) -> Comparison:
    content = relate_content(a.value, b.value, of)
    if content.verdict is Verdict.NOT_COMPARABLE:
        return content
    if content.verdict.agrees:
        return both(content, _loosely(relate_dates(a.when, b.when)))
    if a.when is None or b.when is None:
        return _perhaps(content, "one of them has no date")
    if overlaps(a.when, b.when) is Truth.SURELY:
        return _with_reason(content, f"both hold on {dated(_finer(a.when, b.when))}")
    if _gives_way(a.when, b.when):
        return _superseded(a, b, of)
    if _gives_way(b.when, a.when):
        return _superseded(b, a, of).swapped
    return _perhaps(content, "their times may overlap")


def _superseded(old: Proposition, new: Proposition, of: Property) -> Comparison:
    reason = f"{dated(new.when)} is later than {dated(old.when)}"
    if of.holds is Holds.CUMULATIVE and _shrinks(old, new):
        return Comparison(Verdict.TENSION, f"{reason}, yet the figure, which only grows, is smaller")
    return Comparison(Verdict.SUPERSEDED, reason, part="when")


def _shrinks(old: Proposition, new: Proposition) -> bool:
    if not (isinstance(old.value, Quantity) and isinstance(new.value, Quantity)):
        return False
    low, high = old.value.literal.low, new.value.literal.high
    return low is not None and high is not None and high < low


def _step_and_level(step: Proposition, level: Proposition, of: Property) -> Comparison:
    change = step.value
    if not isinstance(change, Change) or change.after is None:
        return Comparison.apart(Gate.PROPERTY, "one gives a change, the other a level")
    after = relate_content(change.after, level.value, of)
    if after.verdict is Verdict.NOT_COMPARABLE:
        return after
    if step.when is None or level.when is None:
        return (
            both(after, _loosely(relate_dates(step.when, level.when)))
            if after.verdict.agrees
            else _perhaps(after, "one of them has no date")
        )
    if before(level.when, step.when) is Truth.SURELY:
        return Comparison(
            Verdict.SUPERSEDES, f"{dated(step.when)} is later than {dated(level.when)}", part="when"
        )
    if after.verdict.agrees:
        return both(after, _loosely(relate_dates(step.when, level.when)))
    earliest, latest = level.when.earliest_start, step.when.latest_start
    if earliest is not None and latest is not None and earliest >= latest:
        if _lasts_until(step, level.when):
            return _with_reason(after, f"both hold on {dated(level.when)}")
        return Comparison(
            Verdict.SUPERSEDED, f"{dated(level.when)} is later than {dated(step.when)}", part="when"
        )
    left, reason = change.before, "the level may be one from before the step"
    if left is None or step.when.earliest_start is None:
        return Comparison(Verdict.SUPERSEDES, reason, part="when")
    if relate_content(left, level.value, of).verdict.agrees:
        return Comparison(Verdict.COMPATIBLE, reason, part="from")
    return _perhaps(after, "it is open which of them came first")


def _steps(a: Proposition, b: Proposition, of: Property) -> Comparison:
    content = relate_content(a.value, b.value, of)
    if content.verdict is Verdict.NOT_COMPARABLE:
        return content
    dates = relate_dates(a.when, b.when)
    if a.when is None or b.when is None:
        return (
            both(content, dates) if content.verdict.agrees else _perhaps(content, "one of them has no date")
        )
    if dates.verdict is Verdict.CONFLICT:
        if before(a.when, b.when) is Truth.SURELY:
            return Comparison(
                Verdict.SUPERSEDED, f"{dated(b.when)} is later than {dated(a.when)}", part="when"
            )
        return Comparison(Verdict.SUPERSEDES, f"{dated(a.when)} is later than {dated(b.when)}", part="when")
    if content.verdict.agrees:
        return both(content, dates)
    if _is_day(a.when) and a.when.edtf == b.when.edtf:
        return _with_reason(content, f"both changes are of {dated(a.when)}")
    if _is_one_step(a, b):
        return _with_reason(content, f"{dated(a.when)} and {dated(b.when)} date one change")
    if _excluded(a, b, of) and _excluded(b, a, of):
        return _with_reason(content, f"{dated(a.when)} and {dated(b.when)} are one change, in either order")
    return _perhaps(content, "they may be two changes")


def _is_one_step(a: Proposition, b: Proposition) -> bool:
    """Whether two steps, told within one month or less of each other, are one step told twice.

    They are, unless one takes up where the other ends: 94 to 120 and then 120 to 130.
    """
    one, other = a.value, b.value
    if not (isinstance(one, Change) and isinstance(other, Change) and a.when and b.when):
        return False
    days = [a.when.earliest_start, b.when.earliest_start, a.when.latest_start, b.when.latest_start]
    known = [day for day in days if day is not None]
    is_near = len(known) == len(days) and max(known) - min(known) < _MONTH
    return is_near and not (_takes_up(one, other) or _takes_up(other, one))


def _takes_up(first: Change, second: Change) -> bool:
    if first.after is None or second.before is None:
        return False
    return quantity.relate(first.after, second.before).agrees


def _excluded(first: Proposition, second: Proposition, of: Property) -> bool:
    """Whether the first step cannot have come before the second, by what is said of them."""
    one, two = first.value, second.value
    if not (isinstance(one, Change) and isinstance(two, Change) and first.when and second.when):
        return False
    reached, left = one.after, two.before
    if reached is not None and left is not None and quantity.relate(reached, left) is Verdict.CONFLICT:
        return True
    return _lasts_until(first, second.when)


def _lasts_until(step: Proposition, day: When) -> bool:
    """Whether a step's new value is said to hold still on a day.

    A change dated "by" the day of publication is news: what it reached holds on that day.
    """
    told, latest, wanted = step.as_of, step.when.latest_start if step.when else None, day.latest_start
    return told is not None and latest is not None and wanted is not None and latest >= told >= wanted


def _gives_way(old: When, new: When) -> bool:
    """Whether the old level surely began earlier and is not said to have lasted into the new one."""
    start, known, latest = new.earliest_start, old.earliest_end, old.latest_start
    return start is not None and latest is not None and latest < start and (known is None or known < start)


def _is_day(when: When) -> bool:
    return when.is_instant and when.earliest_start == when.latest_start


def _finer(a: When, b: When) -> When:
    return a if a.is_instant else b


def _loosely(dates: Comparison) -> Comparison:
    """Dates of one level told on different days agree: it lasted."""
    if dates.verdict.agrees:
        return dates
    return Comparison(Verdict.COMPATIBLE, "it may have lasted", part="when")


def _with_reason(comparison: Comparison, reason: str) -> Comparison:
    return evolve(comparison, reason=f"{comparison.reason}, and {reason}")


def _perhaps(comparison: Comparison, reason: str) -> Comparison:
    verdict = Verdict.POSSIBLE_CONFLICT if comparison.verdict is Verdict.CONFLICT else comparison.verdict
    return evolve(comparison, verdict=verdict, reason=f"{comparison.reason}, but {reason}")
