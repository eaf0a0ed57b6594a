"""How a figure is qualified, and the two readings that each hedge gives it."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from factcheck.values.interval import Interval
from factcheck.values.number import exact, last_step, magnitude
from factcheck.values.unit import Kind

if TYPE_CHECKING:
    from factcheck.values.number import Number
    from factcheck.values.unit import Unit

__all__ = ["Hedge", "Readings", "readings"]

_TENTH: Final = Fraction(1, 10)
_FIFTH: Final = Fraction(1, 5)
_HALF: Final = Fraction(1, 2)
_MEASURED: Final = frozenset({Kind.MEASURE, Kind.SHARE, Kind.POINT, Kind.MONEY})
_COUNTED: Final = frozenset({Kind.COUNT, Kind.RANK, Kind.NUMBER})


class Hedge(Enum):
    """How a figure is qualified; the value is how it reads before the figure."""

    NONE = ""
    EXACTLY = "exactly"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"
    VAGUE = "vague"
    SHARE = "share"
    DERIVED = "derived"

    @property
    def mirrored(self) -> Hedge:
        """What the hedge becomes when the figure changes sign."""
        return _MIRRORED.get(self, self)


_MIRRORED: Final = {
    Hedge.OVER: Hedge.UNDER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.AT_LEAST,
}


Readings = tuple[Interval, Interval]
"""What the words do not rule out, and what a reader takes away."""


def readings(number: Number, unit: Unit, hedge: Hedge = Hedge.NONE, step: Number | None = None) -> Readings:
    """The literal and the implied set of a figure.

    >>> from factcheck.values.unit import Unit
    >>> [str(reading) for reading in readings(100, Unit.named("person"), Hedge.ABOUT)]
    ['[80, 120]', '[90, 110]']

    Args:
        number: the figure.
        unit: what it counts or measures.
        hedge: any but `BETWEEN`, `VAGUE` and `DERIVED`, which have no single figure.
        step: one unit of the last digit that was meant; by default the last that is not a trailing zero.
    """
    return _READINGS[hedge](number, unit, step)


def _exactly(number: Number, _unit: Unit, _step: Number | None) -> Readings:
    point = Interval(number, number)
    return point, point


def _rounded(number: Number, unit: Unit, step: Number | None) -> Readings:
    """What rounds to the figure, a half away from zero.

    Where only trailing zeros tell how it was rounded, a reader takes away a tenth around it at most: a bare
    10,000 is never looser than "about 10,000", so that adding "about" turns no agreement into a conflict.
    """
    half = _half_step(number, unit, step)
    if half == 0:
        return _exactly(number, unit, step)
    if half is not None:
        literal = _rounding_to(number, half)
        return literal, literal
    half = exact(Fraction(last_step(number), 2))
    near = exact(min(half, magnitude(number) * _TENTH))
    return _rounding_to(number, half), _rounding_to(number, near)


def _over(number: Number, unit: Unit, step: Number | None) -> Readings:
    reach = _reach_beyond(number, unit, step, 1)
    return (
        Interval(number, None, low_open=True),
        Interval(number, number + reach, low_open=True, high_open=True),
    )


def _at_least(number: Number, unit: Unit, step: Number | None) -> Readings:
    return Interval(number, None), Interval(number, number + _reach(number, unit, step), high_open=True)


def _under(number: Number, unit: Unit, step: Number | None) -> Readings:
    literal = Interval(_floor(number, unit, open_end=True), number, high_open=True)
    low = number - _reach_beyond(number, unit, step, -1)
    implied = Interval(low, number, low_open=True, high_open=True)
    return literal, implied.intersection(literal) or literal


def _at_most(number: Number, unit: Unit, step: Number | None) -> Readings:
    literal = Interval(_floor(number, unit, open_end=False), number)
    implied = Interval(number - _reach(number, unit, step), number, low_open=True)
    return literal, implied.intersection(literal) or literal


def _about(number: Number, unit: Unit, step: Number | None) -> Readings:
    """A fifth and a tenth around the figure, but never less than what rounds to it, nor one thing counted."""
    size = magnitude(number)
    half = _half_step(number, unit, step) or 0
    least = max(half, 1) if unit.discrete else half
    return _within(number, max(size * _FIFTH, least)), _within(number, max(size * _TENTH, half))


def _nearly(number: Number, unit: Unit, _step: Number | None) -> Readings:
    literal = Interval(_floor(number, unit, open_end=True), number, high_open=True)
    tenth = magnitude(number) * _TENTH
    margin: Number = 1 if unit.discrete and tenth < 1 else tenth
    implied = Interval(exact(number - margin), number, high_open=True) if margin else literal
    return literal, implied.intersection(literal) or literal


def _share(number: Number, _unit: Unit, _step: Number | None) -> Readings:
    """A third is said of 30 to 37 percent, and taken for 32 to 35: shares round by parts, not by digits."""
    size = magnitude(number)
    return _within(number, size * _TENTH), _within(number, size * _TENTH / 2)


def _half_step(number: Number, unit: Unit, step: Number | None) -> Number | None:
    """Half a unit of the last digit that was surely meant, 0 where the figure is exact.

    None where trailing zeros leave it open: 16,000 may be told to the thousand or to the unit.
    """
    if step is not None:
        return exact(Fraction(step) / 2)
    if not isinstance(number, int):
        return exact(Fraction(last_step(number)) / 2)
    if not -1000 < number < 1000:
        return None
    if unit.kind not in _MEASURED:
        return 0
    if unit.is_extent and number:
        # Nobody means 500 metres to the metre, nor 10 miles to five.
        return max(_HALF, min(Fraction(last_step(number), 2), Fraction(magnitude(number), 20)))
    return _HALF


def _reach_beyond(number: Number, unit: Unit, step: Number | None, away: int) -> Number:
    """The reach of an open bound: "more than 15 people" are at least 16, none lies between."""
    if unit.discrete and (step or last_step(number)) == 1:
        return 1 + _reach(number + away, unit, None)
    return _reach(number, unit, step)


def _reach(number: Number, unit: Unit, step: Number | None) -> Number:
    """How far beyond a bound a reader expects the truth: one step of the figure's last significant digit.

    Where that step is one thing counted, two or a tenth: "at least 17 people" is no contradiction to 18.
    """
    step = step or last_step(number)
    if step == 1 and unit.kind in _COUNTED:
        return max(2, exact(magnitude(number) * _TENTH))
    return step


def _floor(number: Number, unit: Unit, *, open_end: bool) -> Number | None:
    below = number <= 0 if open_end else number < 0
    return None if unit.signed or below else 0


def _within(number: Number, margin: Number) -> Interval:
    return Interval(exact(number - margin), exact(number + margin))


def _rounding_to(number: Number, half: Number) -> Interval:
    """Every number that rounds to this one, so that two neighbours never share a number."""
    low, high = exact(number - half), exact(number + half)
    return Interval(low, high, low_open=number <= 0, high_open=number >= 0)


_READINGS: Final = {
    Hedge.NONE: _rounded,
    Hedge.EXACTLY: _exactly,
    Hedge.OVER: _over,
    Hedge.AT_LEAST: _at_least,
    Hedge.UNDER: _under,
    Hedge.AT_MOST: _at_most,
    Hedge.ABOUT: _about,
    Hedge.NEARLY: _nearly,
    Hedge.SHARE: _share,
}
