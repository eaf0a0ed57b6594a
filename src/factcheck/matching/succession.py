"""Which of two times gives way to the other, where one thing cannot hold at both."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from factcheck.values.relation import before, overlaps
from factcheck.values.verdict import Truth
from factcheck.values.when import EndKind, When

if TYPE_CHECKING:
    from factcheck.values.calendar import Day

__all__ = ["Succession", "known_from", "known_until", "may_give_way", "succession"]


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
    if overlaps(a, b) is Truth.NEVER:
        return Succession.APART
    if _meet(a, b):
        return Succession.TOGETHER
    earlier, later = may_give_way(a, b), may_give_way(b, a)
    if earlier != later:
        return Succession.EARLIER if earlier else Succession.LATER
    return Succession.OPEN


def may_give_way(first: When, second: When) -> bool:
    """Whether the first, as far as it is told to have lasted, may be over when the second begins."""
    if first.is_instant and second.is_instant:
        return _is_older_news(first, second)
    lasted, begins = known_until(first), known_from(second)
    if lasted is None or begins is None:
        return lasted is not begins
    hands_over = first.end_kind is EndKind.KNOWN and not (first.is_instant or second.is_instant)
    return lasted < begins or (hands_over and lasted == begins)


def known_from(when: When) -> Day | None:
    """The day from which it surely held; what began on an untold day began before its last one."""
    begins = when.literal_start.latest
    if begins is None:
        return when.literal_start.earliest
    return begins if when.start_kind is EndKind.KNOWN else begins - 1


def known_until(when: When) -> Day | None:
    """The day up to which it surely held; what is told to begin, or to go on, lasts beyond that day."""
    lasted = when.literal_end.earliest
    if lasted is None:
        return when.literal_end.latest
    return lasted if when.end_kind is EndKind.KNOWN else lasted + 1


def _is_older_news(first: When, second: When) -> bool:
    """Whether one of two days is bounded on one side only, and the first lies before that bound."""
    days, others = first.literal_start, second.literal_start
    if others.earliest is None and days.latest is not None and others.latest is not None:
        return days.latest < others.latest
    if days.latest is None and days.earliest is not None and others.earliest is not None:
        return days.earliest < others.earliest
    return False


def _meet(a: When, b: When) -> bool:
    """Whether both surely hold at one time, and not only on a day on which one may hand over to the other."""
    if a.is_instant and b.is_instant:
        return overlaps(a, b) is Truth.SURELY
    if a.is_instant or b.is_instant:
        day, period = (a.literal_start, b) if a.is_instant else (b.literal_start, a)
        begins, first, last, lasted = known_from(period), day.earliest, day.latest, known_until(period)
        if begins is None or first is None or last is None or lasted is None:
            return False
        return begins < first <= last < lasted
    return _begins_within(a, b) and _begins_within(b, a)


def _begins_within(a: When, b: When) -> bool:
    begins, lasted = known_from(a), known_until(b)
    return begins is not None and lasted is not None and begins < lasted


def _of_members(found: list[Succession]) -> Succession:
    if Succession.TOGETHER in found:
        return Succession.TOGETHER
    return found[0] if len(set(found)) == 1 else Succession.OPEN
