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

__all__ = ["TENTH", "Hedge", "Readings", "readings"]

TENTH: Final = Fraction(1, 10)
_FIFTH: Final = Fraction(1, 5)


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
    if step is None and isinstance(number, int) and -1000 < number < 1000:
        # Counts, ages and ranks below a thousand are exact; a measure was rounded to whole units.
        if unit.kind not in {Kind.MEASURE, Kind.SHARE, Kind.POINT, Kind.MONEY} or number == 0:
            return _exactly(number, unit, step)
        step = 1
    half = Fraction(step or last_step(number)) / 2
    literal = Interval(exact(number - half), exact(number + half))
    # A bare 10,000 is never looser than "about 10,000".
    half = min(half, magnitude(number) * TENTH) if number else half
    return literal, Interval(exact(number - half), exact(number + half))


def _over(number: Number, unit: Unit, step: Number | None) -> Readings:
    high = number + _reach(number, unit, step)
    return (
        Interval(number, None, low_open=True),
        Interval(number, high, low_open=True, high_open=True),
    )


def _at_least(number: Number, _unit: Unit, step: Number | None) -> Readings:
    return Interval(number, None), Interval(number, number + (step or last_step(number)), high_open=True)


def _under(number: Number, unit: Unit, step: Number | None) -> Readings:
    low = _floor(number, unit, open_end=True)
    literal = Interval(low, number, high_open=True)
    near = number - _reach(number, unit, step)
    implied = Interval(near, number, low_open=True, high_open=True)
    return literal, implied.intersection(literal) or literal


def _at_most(number: Number, unit: Unit, step: Number | None) -> Readings:
    literal = Interval(_floor(number, unit, open_end=False), number)
    implied = Interval(number - (step or last_step(number)), number, low_open=True)
    return literal, implied.intersection(literal) or literal


def _about(number: Number, _unit: Unit, _step: Number | None) -> Readings:
    return _within(number, _FIFTH), _within(number, TENTH)


def _nearly(number: Number, unit: Unit, _step: Number | None) -> Readings:
    literal = Interval(_floor(number, unit, open_end=True), number, high_open=True)
    margin = magnitude(number) * TENTH
    if unit.discrete:
        margin = max(margin, Fraction(1))
    implied = Interval(exact(number - margin), number, high_open=True) if margin else literal
    return literal, implied.intersection(literal) or literal


def _share(number: Number, _unit: Unit, _step: Number | None) -> Readings:
    return _within(number, TENTH), _within(number, TENTH / 2)


def _reach(number: Number, unit: Unit, step: Number | None) -> Number:
    """How far beyond the figure a reader expects the truth: its last significant digit, never nothing."""
    step = step or last_step(number)
    if unit.discrete and step == 1:
        # No whole number lies between 15 and 16: "more than 15 people" needs room for one.
        return max(Fraction(2), magnitude(number) * TENTH)
    return step


def _floor(number: Number, unit: Unit, *, open_end: bool) -> Number | None:
    below = number <= 0 if open_end else number < 0
    return None if unit.signed or below else 0


def _within(number: Number, part: Fraction) -> Interval:
    margin = magnitude(number) * part
    return Interval(exact(number - margin), exact(number + margin))


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
