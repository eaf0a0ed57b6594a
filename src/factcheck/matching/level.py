"""What holds until it changes: levels and the steps between them, on one line of time.

What the verdicts assume:

- A level that is told of one day is the value of that day; of a period, of all of it, but for the day on
  which it hands over to another. It lasts until another is told of a time that is surely, or by its nature,
  later.
- A step leads from the value before it to the value after it. On its own day either may be told, and where
  the old one is not given, it may be anything.
- A step dated "up to" the day of its text is news: what it reached holds on that day.
- Two steps whose dates may be the same are the only ones between the two dates. They are one where both are
  dated within a month, unless one takes up where the other ends; and where no order of the two fits what is
  said.
- What accumulates (a toll) never falls: the younger text replaces the older one, and may not say less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content, said
from factcheck.matching.dates import both, dated, relate_dates
from factcheck.matching.step import follows_never, held_through, is_one_step
from factcheck.matching.succession import Succession, succession
from factcheck.model import Holds, Property, Proposition
from factcheck.values.change import Change
from factcheck.values.describe import describe_day
from factcheck.values.quantity import Quantity
from factcheck.values.relation import before, overlaps
from factcheck.values.verdict import Truth, Verdict

if TYPE_CHECKING:
    from factcheck.values.when import When

__all__ = ["compare"]


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of a level, or of a step from one level to the next, relate."""
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
    if content.gate is not None:
        return content
    if content.verdict.agrees:
        return both(content, _loosely(relate_dates(a.when, b.when)))
    order = _order(a, b, of)
    if order is Succession.EARLIER:
        return _superseded(a, b, of)
    if order is Succession.LATER:
        return _superseded(b, a, of).swapped
    if a.when is None or b.when is None:
        return content.doubted("one of them has no date")
    if order is Succession.TOGETHER:
        return content.given(f"both hold on {dated(_finer(a.when, b.when))}")
    if order is Succession.APART:
        return Comparison.apart(Gate.TIME, f"{dated(a.when)} and {dated(b.when)} are two times")
    return content.doubted("their times only may overlap")


def _order(a: Proposition, b: Proposition, of: Property) -> Succession:
    """Which of two levels gives way; of a toll that is dated by its event, the one of the older text."""
    order = succession(a.when, b.when) if a.when and b.when else Succession.OPEN
    is_told = of.holds is Holds.CUMULATIVE and a.as_of is not None and b.as_of is not None
    if not is_told or order in _ORDERED or a.as_of == b.as_of:
        return order
    return Succession.EARLIER if (a.as_of or 0) < (b.as_of or 0) else Succession.LATER


_ORDERED: Final = frozenset({Succession.EARLIER, Succession.LATER})


def _superseded(old: Proposition, new: Proposition, of: Property) -> Comparison:
    later, earlier = dated(new.when), dated(old.when)
    if later == earlier and new.as_of is not None and old.as_of is not None:
        later, earlier = describe_day(new.as_of), describe_day(old.as_of)
    reason = f"{later} is later than {earlier}"
    if of.holds is Holds.CUMULATIVE and _shrinks(old, new):
        smaller = f"{said(new.value)} is less than {said(old.value)}"
        return Comparison(Verdict.TENSION, smaller).given(f"{reason}, but the figure only grows", ", and ")
    return Comparison(Verdict.SUPERSEDED, reason, part="when")


def _shrinks(old: Proposition, new: Proposition) -> bool:
    if not (isinstance(old.value, Quantity) and isinstance(new.value, Quantity)):
        return False
    low, high = old.value.worlds.low, new.value.worlds.high
    return low is not None and high is not None and high < low


def _step_and_level(step: Proposition, level: Proposition, of: Property) -> Comparison:
    change = step.value
    reached = change.derived_after if isinstance(change, Change) else None
    if not isinstance(change, Change) or not isinstance(level.value, Quantity) or reached is None:
        return Comparison.apart(Gate.PROPERTY, "one gives a change, the other a level")
    after = relate_content(reached, level.value, of)
    if after.gate is not None:
        return after
    left = relate_content(change.derived_before, level.value, of) if change.derived_before else None
    if step.when is None or level.when is None:
        if after.verdict.agrees:
            return both(after, _loosely(relate_dates(step.when, level.when)))
        return after.doubted("one of them has no date")
    through = held_through(step, level, of)
    if through is not None:
        return through
    if before(level.when, step.when) is Truth.SURELY:
        return _earlier(left, f"{dated(step.when)} is later than {dated(level.when)}")
    if after.verdict.agrees:
        return both(after, _loosely(relate_dates(step.when, level.when)))
    return _placed(step.when, level.when, after, left)


def _placed(step: When, level: When, after: Comparison, left: Comparison | None) -> Comparison:
    """A level that is not the one reached, and not surely from before the step: where it may belong."""
    news, earliest, latest = step.literal_start.latest, level.literal_start.earliest, level.literal_end.latest
    if news is not None and earliest is not None and earliest > news:
        return Comparison(Verdict.SUPERSEDED, f"{dated(level)} is later than {dated(step)}", part="when")
    if left is not None and left.verdict.agrees:
        return _earlier(left, "it may be the one from before the change")
    is_old = step.literal_start.earliest is None and news is not None and latest is not None and latest < news
    if is_old or left is None:
        return Comparison(Verdict.SUPERSEDES, "it may be one from before the change", part="when")
    return after.doubted("it is open which of them came first")


def _earlier(left: Comparison | None, reason: str) -> Comparison:
    """A level from before a step: it fits the value that the step starts from, or is older still."""
    if left is not None and left.verdict.agrees:
        return Comparison(Verdict.COMPATIBLE, f"{left.reason}, and {reason}", part="from")
    return Comparison(Verdict.SUPERSEDES, reason, part="when")


def _steps(a: Proposition, b: Proposition, of: Property) -> Comparison:
    content = relate_content(a.value, b.value, of)
    if content.gate is not None:
        return content
    dates = relate_dates(a.when, b.when)
    if a.when is None or b.when is None:
        agrees = content.verdict.agrees
        return both(content, dates) if agrees else content.doubted("one of them has no date")
    if overlaps(a.when, b.when) is Truth.NEVER:
        return _two_steps(a, b, content, dates)
    if content.verdict.agrees:
        return both(content, dates)
    if _is_one_day(a.when) and overlaps(a.when, b.when) is Truth.SURELY and _is_one_day(b.when):
        return content.given(f"both changes are of {dated(a.when)}")
    if not (a.when.is_instant and b.when.is_instant):
        return content.doubted("one change may be a part of the other")
    if is_one_step(a, b) or (follows_never(a, b) and follows_never(b, a)):
        return content.given(f"{dated(a.when)} and {dated(b.when)} date one change")
    return content.doubted("they may be two changes")


def _two_steps(a: Proposition, b: Proposition, content: Comparison, dates: Comparison) -> Comparison:
    """Two steps on different days; from and to the same values, they are likely one with two dates."""
    if content.verdict.agrees and _is_whole(a) and _is_whole(b):
        reason = f"{dates.reason}, but both tell of the change {content.reason.removeprefix('both say ')}"
        return Comparison(
            Verdict.POSSIBLE_CONFLICT, reason, part="when", circumstance="they may be two changes"
        )
    if a.when and b.when and before(a.when, b.when) is Truth.SURELY:
        reason = f"{dated(b.when)} is later than {dated(a.when)}"
        return Comparison(Verdict.SUPERSEDED, reason, part="when")
    if a.when and b.when and before(b.when, a.when) is Truth.SURELY:
        reason = f"{dated(a.when)} is later than {dated(b.when)}"
        return Comparison(Verdict.SUPERSEDES, reason, part="when")
    return Comparison.apart(Gate.TIME, f"{dates.reason}: these are two changes")


def _is_whole(step: Proposition) -> bool:
    change = step.value
    return (
        isinstance(change, Change) and change.derived_before is not None and change.derived_after is not None
    )


def _is_one_day(when: When) -> bool:
    return when.is_instant and when.literal_start.earliest == when.literal_start.latest is not None


def _finer(a: When, b: When) -> When:
    return a if a.is_instant else b


def _loosely(dates: Comparison) -> Comparison:
    """Dates of one level told on different days agree: it lasted."""
    if dates.verdict.agrees:
        return dates
    return Comparison(Verdict.COMPATIBLE, "it may have lasted", part="when")
