"""Which of two times gives way to the other, where one thing cannot hold at both."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from factcheck.values.relation import before, overlaps
from factcheck.values.verdict import Truth
from factcheck.values.when import EndKind, When

if TYPE_CHECKING:
    from factcheck.values.calendar import Day

__all__ = ["Succession", "known_until", "may_give_way", "succession"]


class Succession(Enum):
    """How the times of two values that exclude each other lie.

    Attributes:
        EARLIER: the first is over, or may be, when the second begins.
        LATER: the other way round.
        TOGETHER: there is a day on which both surely hold.
        APART: they share no day, but which comes first is open.
        OPEN: they may share a day.
    """

    EARLIER = "earlier"
    LATER = "later"
    TOGETHER = "together"
    APART = "apart"
    OPEN = "open"

    @property
    def swapped(self) -> Succession:
        """The same with the two sides exchanged."""
        return _SWAPPED.get(self, self)


_SWAPPED = {Succession.EARLIER: Succession.LATER, Succession.LATER: Succession.EARLIER}


def succession(a: When, b: When) -> Succession:
    """How two times lie to each other.

    >>> succession(When.parse("1870/1890"), When.parse("1890/1920"))
    <Succession.EARLIER: 'earlier'>
    >>> succession(When.parse("1870/1890"), When.parse("1889/1920"))
    <Succession.TOGETHER: 'together'>

    A period that ends in the year, month or day in which the other begins hands over to it. A day that is
    bounded on one side only ("some day up to 12 January") is news of that bound: what is older gives way to
    it.
    """
    if a.all_of or b.all_of:
        return _of_members([succession(one, two) for one in a.all_of or (a,) for two in b.all_of or (b,)])
    if before(a, b) is Truth.SURELY:
        return Succession.EARLIER
    if before(b, a) is Truth.SURELY:
        return Succession.LATER
    together = overlaps(a, b)
    if together is Truth.NEVER:
        return Succession.APART
    earlier, later = may_give_way(a, b), may_give_way(b, a)
    if earlier != later:
        return Succession.EARLIER if earlier else Succession.LATER
    if together is Truth.SURELY and not earlier and not _touches_an_end(a, b):
        return Succession.TOGETHER
    return Succession.OPEN


def may_give_way(first: When, second: When) -> bool:
    """Whether the first, as far as it is told to have lasted, may be over when the second begins."""
    if first.is_instant and second.is_instant:
        return _is_older_news(first, second)
    lasted, begins = known_until(first), second.literal_start.latest
    if begins is None:
        begins = second.literal_start.earliest
    if lasted is None or begins is None:
        return lasted is not begins
    hands_over = first.end_kind is EndKind.KNOWN and not (first.is_instant or second.is_instant)
    return lasted < begins or (hands_over and lasted == begins)


def known_until(when: When) -> Day | None:
    """The day up to which it surely lasted; what is open as of a day goes on after it."""
    lasted = when.literal_end.earliest
    if lasted is None:
        return when.literal_end.latest
    return lasted + 1 if when.end_kind is EndKind.OPEN and when.as_of is not None else lasted


def _is_older_news(first: When, second: When) -> bool:
    """Whether one of two days is bounded on one side only, and the first lies before that bound."""
    days, others = first.literal_start, second.literal_start
    if others.earliest is None and days.latest is not None and others.latest is not None:
        return days.latest < others.latest
    if days.latest is None and days.earliest is not None and others.earliest is not None:
        return days.earliest < others.earliest
    return False


def _touches_an_end(a: When, b: When) -> bool:
    """Whether one is a day on which the other, a period, may begin or end."""
    if a.is_instant == b.is_instant:
        return False
    day, period = (a, b) if a.is_instant else (b, a)
    first, last, begins, lasted = (
        day.literal_start.earliest,
        day.literal_start.latest,
        period.literal_start.latest,
        known_until(period),
    )
    if first is None or last is None or begins is None or lasted is None:
        return True
    return not begins < first <= last < lasted


def _of_members(found: list[Succession]) -> Succession:
    if Succession.TOGETHER in found:
        return Succession.TOGETHER
    return found[0] if len(set(found)) == 1 else Succession.OPEN
