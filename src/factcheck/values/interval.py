"""Sets of numbers between two ends, each end open, closed or unbounded, with exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.values.number import Number, print_number

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Interval"]


@frozen(init=False)
class Interval:
    """The numbers between `low` and `high`; never empty.

    >>> Interval(13_000, None, low_open=True).contains(13_001)
    True
    >>> str(Interval(40, 50) + Interval(1, 2, high_open=True))
    '[41, 52)'

    Attributes:
        low: lower end, None where there is none.
        high: upper end, None where there is none.
        low_open: whether the lower end itself is left out; an unbounded end is always open.
        high_open: whether the upper end itself is left out.

    Raises:
        ValueError: no number lies between the ends.
    """

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool

    def __init__(
        self, low: Number | None, high: Number | None, *, low_open: bool = False, high_open: bool = False
    ) -> None:
        low_open, high_open = low_open or low is None, high_open or high is None
        if low is not None and high is not None and (high < low or (low == high and (low_open or high_open))):
            raise ValueError(f"no number lies between {print_number(low)} and {print_number(high)}")
        self.__attrs_init__(low, high, low_open, high_open)

    @classmethod
    def point(cls, number: Number) -> Interval:
        """The set of one number."""
        return cls(number, number)

    @property
    def is_point(self) -> bool:
        """Whether the set holds one number only."""
        return not (self.low_open or self.high_open) and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    def contains(self, number: Number) -> bool:
        """Whether the number is in the set."""
        low, high = self.low, self.high
        if low is not None and (number < low or (number == low and self.low_open)):
            return False
        return high is None or number < high or (number == high and not self.high_open)

    def overhang(self, other: Interval) -> tuple[int, int]:
        """How this set's ends lie to the other's: −1 inside, 0 the same, 1 beyond, first the lower end.

        >>> Interval(1, 9).overhang(Interval(2, 9))
        (1, 0)
        """
        low, high, other_low, other_high = self.low, self.high, other.low, other.high
        if low == other_low:
            below = other.low_open - self.low_open
        else:
            below = -1 if low is not None and (other_low is None or low > other_low) else 1
        if high == other_high:
            above = other.high_open - self.high_open
        else:
            above = -1 if high is not None and (other_high is None or high < other_high) else 1
        return below, above

    def subset(self, other: Interval) -> bool:
        """Whether every number of this set is in the other."""
        return max(self.overhang(other)) <= 0

    def intersects(self, other: Interval) -> bool:
        """Whether some number is in both sets."""
        return not (self.precedes(other) or other.precedes(self))

    def precedes(self, other: Interval) -> bool:
        """Whether every number of this set is below every number of the other."""
        high, low = self.high, other.low
        if high is None or low is None:
            return False
        return high < low or (high == low and (self.high_open or other.low_open))

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers in both sets, None where there are none."""
        if not self.intersects(other):
            return None
        low = max((_lower(self), _lower(other)))
        high = min((_upper(self), _upper(other)))
        return _between(low, high)

    def hull(self, other: Interval) -> Interval:
        """The smallest set that holds both."""
        return _between(min(_lower(self), _lower(other)), max(_upper(self), _upper(other)))

    def whole_numbers(self) -> Interval | None:
        """The set with its ends moved inward to whole numbers, None where it holds no whole number.

        >>> str(Interval(13_000, 14_000, low_open=True, high_open=True).whole_numbers())
        '[13,001, 13,999]'
        """
        low, high = self.low, self.high
        if low is not None:
            low = floor(low) + 1 if self.low_open else ceil(low)
        if high is not None:
            high = ceil(high) - 1 if self.high_open else floor(high)
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            low_open=self.high_open,
            high_open=self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a number of this set and one of the other."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Every difference."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Every product."""
        return _spanned(_product(a, b) for a in _ends(self) for b in _ends(other))

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient, all numbers where the divisor has zero within.

        Raises:
            ZeroDivisionError: the divisor is zero and nothing else.
        """
        if self.low and self.high and other.low and other.high and self.low > 0 < other.low:
            # Both above zero, as figures are: the ends divide crosswise.
            return Interval(
                _quotient(self.low, other.high),
                _quotient(self.high, other.low),
                low_open=self.low_open or other.high_open,
                high_open=self.high_open or other.low_open,
            )
        return self * other.reciprocal()

    def reciprocal(self) -> Interval:
        """Every `1 / x`, all numbers where zero lies within.

        Raises:
            ZeroDivisionError: the set is zero and nothing else.
        """
        low, high = self.low, self.high
        if low == 0 == high:
            raise ZeroDivisionError("nothing can be divided by zero")
        if (low is None or low < 0) and (high is None or high > 0):
            return Interval(None, None)
        # What remains lies on one side of zero; an end at zero sends the quotient out of bounds, an end
        # out of bounds sends it to a zero it never reaches.
        positive = high is None or high > 0
        inverse_low, inverse_high = _inverse(high), _inverse(low)
        if positive:
            return Interval(
                0 if high is None else inverse_low,
                inverse_high,
                low_open=self.high_open,
                high_open=self.low_open,
            )
        return Interval(
            inverse_low, 0 if low is None else inverse_high, low_open=self.high_open, high_open=self.low_open
        )

    def scaled(self, factor: Number) -> Interval:
        """Every number times `factor`."""
        if factor < 0:
            return -self.scaled(-factor)
        if factor == 0:
            return Interval(0, 0)
        low, high = self.low, self.high
        return Interval(
            None if low is None else low * factor,
            None if high is None else high * factor,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def __str__(self) -> str:
        low = "(−∞" if self.low is None else f"{'(' if self.low_open else '['}{print_number(self.low)}"
        high = "∞)" if self.high is None else f"{print_number(self.high)}{')' if self.high_open else ']'}"
        return f"{low}, {high}"


# An end as a sortable triple: −1, 0 or 1 for minus infinity, finite, plus infinity; the number; and how far
# an open end lies inside it.
_End = tuple[int, Number, int]


def _lower(interval: Interval) -> _End:
    return (-1, 0, 1) if interval.low is None else (0, interval.low, int(interval.low_open))


def _upper(interval: Interval) -> _End:
    return (1, 0, -1) if interval.high is None else (0, interval.high, -int(interval.high_open))


def _ends(interval: Interval) -> tuple[_End, _End]:
    return _lower(interval), _upper(interval)


def _between(low: _End, high: _End) -> Interval:
    return Interval(
        None if low[0] else low[1],
        None if high[0] else high[1],
        low_open=bool(low[2]),
        high_open=bool(high[2]),
    )


def _inverse(end: Number | None) -> Number | None:
    return _quotient(1, end) if end else None


def _quotient(a: Number, b: Number) -> Number:
    quotient = Fraction(a, b)
    return quotient.numerator if quotient.denominator == 1 else quotient


def _sign(end: _End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


def _product(a: _End, b: _End) -> _End:
    """The corner `a × b`; its last item says only whether the corner itself is left out."""
    sign = _sign(a) * _sign(b)
    if sign == 0:
        # A zero that is reached makes the product zero whatever the other end does.
        reached = (a[:2] == (0, 0) and not a[2]) or (b[:2] == (0, 0) and not b[2])
        return 0, 0, int(not reached)
    if a[0] or b[0]:
        return sign, 0, 1
    return 0, a[1] * b[1], int(bool(a[2] or b[2]))


def _spanned(corners: Iterable[_End]) -> Interval:
    found = list(corners)
    low, high = min(corner[:2] for corner in found), max(corner[:2] for corner in found)
    low_open = all(corner[2] for corner in found if corner[:2] == low)
    high_open = all(corner[2] for corner in found if corner[:2] == high)
    return Interval(
        None if low[0] else low[1], None if high[0] else high[1], low_open=low_open, high_open=high_open
    )
