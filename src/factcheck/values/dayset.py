"""Sets of days: sorted, disjoint spans whose outer ends may be unbounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.values.calendar import Day

__all__ = ["DaySet", "Span"]

Span: TypeAlias = "tuple[Day | None, Day | None]"
"""First and last day, both inside; None is unbounded."""


@frozen
class DaySet:
    """A set of days, as few spans as can say it.

    >>> days = DaySet.of([(5, 9), (1, 3), (4, 6)])
    >>> days
    DaySet(spans=((1, 9),))
    >>> days.meets(DaySet.of([(9, None)])), days.within(DaySet.of([(None, 9)]))
    (True, True)
    """

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> DaySet:
        """The union of the spans, which may come in any order and overlap."""
        ordered = list(spans)
        if len(ordered) == 1:
            return cls((ordered[0],))
        ordered.sort(key=lambda span: (span[0] is not None, span[0] or 0))
        merged: list[Span] = []
        for first, last in ordered:
            if merged and _touches(merged[-1][1], first):
                merged[-1] = (merged[-1][0], _later(merged[-1][1], last))
            else:
                merged.append((first, last))
        return cls(tuple(merged))

    @property
    def earliest(self) -> Day | None:
        """The first day, None if there is none."""
        return self.spans[0][0]

    @property
    def latest(self) -> Day | None:
        """The last day, None if there is none."""
        return self.spans[-1][1]

    def meets(self, other: DaySet) -> bool:
        """Whether the two sets share a day."""
        mine, theirs = self.spans, other.spans
        i = j = 0
        while i < len(mine) and j < len(theirs):
            (first, last), (other_first, other_last) = mine[i], theirs[j]
            if last is not None and other_first is not None and last < other_first:
                i += 1
            elif other_last is not None and first is not None and other_last < first:
                j += 1
            else:
                return True
        return False

    def within(self, other: DaySet) -> bool:
        """Whether every day of this set is in the other."""
        theirs, j = other.spans, 0
        for first, last in self.spans:
            while j < len(theirs) and first is not None and _ends_before(theirs[j], first):
                j += 1
            if j == len(theirs):
                return False
            other_first, other_last = theirs[j]
            if other_first is not None and (first is None or first < other_first):
                return False
            if other_last is not None and (last is None or last > other_last):
                return False
        return True

    def clipped(self, first: Day | None, last: Day | None) -> DaySet:
        """The days from `first` to `last`; the set may come out empty."""
        kept: list[Span] = []
        for low, high in self.spans:
            new_low = low if first is None else first if low is None else max(low, first)
            new_high = high if last is None else last if high is None else min(high, last)
            if new_low is None or new_high is None or new_low <= new_high:
                kept.append((new_low, new_high))
        return DaySet(tuple(kept))


def _touches(last: Day | None, first: Day | None) -> bool:
    return last is None or first is None or first <= last + 1


def _later(one: Day | None, other: Day | None) -> Day | None:
    return None if one is None or other is None else max(one, other)


def _ends_before(span: Span, day: Day) -> bool:
    return span[1] is not None and span[1] < day
