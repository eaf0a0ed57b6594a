"""A step from one level to the next: what it rules out before, during and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.matching.comparison import Comparison
from factcheck.matching.content import relate_content
from factcheck.matching.dates import dated
from factcheck.matching.succession import known_from, known_until
from factcheck.values import change, quantity
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.relation import before
from factcheck.values.verdict import Truth, Verdict

if TYPE_CHECKING:
    from factcheck.model import Property, Proposition
    from factcheck.values.calendar import Day
    from factcheck.values.when import When

__all__ = ["follows_never", "held_through", "is_one_step"]

_MONTH: Final = 31


def held_through(step: Proposition, level: Proposition, of: Property) -> Comparison | None:
    """The conflict of a step with a level that surely held right before it, right after it, or both.

    None where there is no such level, or where it fits. A level of the day on which a step is news may be the
    new one, or the old one if the step was of that very day.
    """
    value, figure = step.value, level.value
    if not (isinstance(value, Change) and isinstance(figure, Quantity) and step.when and level.when):
        return None
    if not of.single:
        return None
    is_before, is_after = _covers(step, level.when)
    if is_before or is_after:
        held = Change(figure if is_before else None, figure if is_after else None)
        found = relate_content(held, value, of)
        is_conflict = found.verdict is Verdict.CONFLICT
        return _conflict(value, step.when, level, found.part, of) if is_conflict else None
    if not _touches(step, level.when):
        return None
    old, new = _fits(Change(figure), value), _fits(Change(after=figure), value)
    if new is not Verdict.CONFLICT:
        return None
    conflict = _conflict(value, step.when, level, "to", of)
    if old is Verdict.CONFLICT:
        return conflict
    if old is Verdict.NOT_COMPARABLE:
        return conflict.doubted("it may be the one from before the change")
    return conflict.doubted("the change may be of later that day") if _news(step) is not None else None


def is_one_step(a: Proposition, b: Proposition) -> bool:
    """Whether two steps, told within one month or less of each other, are one step told twice.

    They are, unless one takes up where the other ends: 94 to 120 and then 120 to 130.
    """
    one, other = a.value, b.value
    if not (isinstance(one, Change) and isinstance(other, Change) and a.when and b.when):
        return False
    sets = (a.when.literal_start, b.when.literal_start)
    days = [day for dates in sets for day in (dates.earliest, dates.latest)]
    known = [day for day in days if day is not None]
    is_near = len(known) == len(days) and max(known) - min(known) < _MONTH
    return is_near and not (_takes_up(one, other) or _takes_up(other, one))


def follows_never(first: Proposition, second: Proposition) -> bool:
    """Whether the second step cannot have come after the first, by what is said of them."""
    one, two = first.value, second.value
    if not (isinstance(one, Change) and isinstance(two, Change)):
        return False
    if first.when and second.when and before(first.when, second.when) is Truth.NEVER:
        return True
    reached = one.derived_after
    if reached is None:
        return False
    news, latest = _news(first), second.when.literal_start.latest if second.when else None
    lasts = news is not None and latest is not None and latest <= news
    return _fits(Change(reached, reached if lasts else None), two) is Verdict.CONFLICT


def _fits(held: Change, step: Change) -> Verdict:
    return change.relate(held, step)


def _takes_up(first: Change, second: Change) -> bool:
    if first.after is None or second.before is None:
        return False
    return quantity.relate(first.after, second.before).agrees


def _news(step: Proposition) -> Day | None:
    """The day on which what a step reached still holds: that of its text, where the step is dated up to it.

    A step that is dated exactly to the day of its text is no news of anything else.
    """
    told = step.as_of
    days = step.when.literal_start if step.when and step.when.is_instant else None
    if told is None or days is None or days.latest is None or days.latest < told:
        return None
    return told if days.earliest is None or days.earliest < told else None


def _covers(step: Proposition, level: When) -> tuple[bool, bool]:
    """Whether a level surely held in the night before a step, and in the night after it.

    A period covers the nights between its days; one day covers none.
    """
    lasted, begins = known_until(level), known_from(level)
    if level.is_instant or level.all_of or step.when is None or lasted is None or begins is None:
        return False, False
    start, end, news = step.when.literal_start, step.when.literal_end, _news(step)
    if news is not None:
        is_before = start.earliest is not None and begins < start.earliest and news <= lasted
        return is_before, begins <= news < lasted
    if start.earliest is None or start.latest is None or end.earliest is None or end.latest is None:
        return False, False
    return begins < start.earliest and start.latest <= lasted, begins <= end.earliest and end.latest < lasted


def _touches(step: Proposition, level: When) -> bool:
    """Whether a level surely held in the night before a step or in the one after it, or on its very day."""
    if step.when is None:
        return False
    days, news = step.when.literal_start, _news(step)
    if level.is_instant:
        day = news if news is not None else days.earliest if days.earliest == days.latest else None
        return day is not None and level.literal_start.earliest == day == level.literal_start.latest
    lasted, begins, latest = known_until(level), known_from(level), step.when.literal_end.latest
    if level.all_of or lasted is None or begins is None:
        return False
    if news is not None:
        return begins < news <= lasted
    if days.earliest is None or latest is None:
        return False
    return begins <= days.earliest and latest <= lasted


def _conflict(value: Change, step: When, level: Proposition, part: str, of: Property) -> Comparison:
    """The conflict of a level with the part of a step that it runs against, the step first."""
    figure = {"from": value.derived_before, "to": value.derived_after}.get(part)
    if figure is None:
        figure = value.derived_after or value.derived_before
    found = relate_content(figure, level.value, of)
    reason = found.reason if found.verdict is Verdict.CONFLICT else f"{found.reason} cannot be so throughout"
    return Comparison(Verdict.CONFLICT, reason, part=part).given(
        f"{dated(level.when)} takes in the change of {dated(step)}"
    )
