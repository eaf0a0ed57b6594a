"""Sums, differences, ratios and changes in percent of quantities, for figures that follow from others."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.number import exact
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.values.number import Number

__all__ = ["add", "apply_percent", "percent_change", "ratio", "subtract", "undo_percent"]

_PERCENT = Unit.named("percent")
_POINT = Unit.named("percentage point")
_NUMBER = Unit.named("number")
_ONE = Interval.point(1)


def add(a: Quantity, b: Quantity) -> Quantity:
    """Both together, in the unit of the first; points added to percent are percent.

    >>> person = Unit.named("person")
    >>> str(add(Quantity.of(94, person), Quantity.of(26, person)))
    '120'

    Raises:
        ValueError: the two units do not meet.
    """
    b = b.in_unit(a.unit) if _moves(a, b) else _aligned(a, b)
    return _derived(a.unit, a, b, lambda x, y: x + y, lambda x, y: x + y)


def subtract(a: Quantity, b: Quantity) -> Quantity:
    """How much more the first is than the second; between two figures in percent that is points.

    Raises:
        ValueError: the two units do not meet.
    """
    if _moves(a, b):
        return _derived(a.unit, a, b.in_unit(a.unit), lambda x, y: x - y, lambda x, y: x - y)
    unit = a.unit
    if unit.kind is Kind.SHARE:
        a, b, unit = _aligned_to(_PERCENT, a), _aligned_to(_PERCENT, b), _POINT
    return _derived(unit, a, _aligned(a, b), lambda x, y: x - y, lambda x, y: x - y)


def ratio(a: Quantity, b: Quantity) -> Quantity:
    """How many times the second goes into the first, a plain number.

    Raises:
        ValueError: the two units do not meet.
        ZeroDivisionError: the second is zero.
    """
    return _derived(_NUMBER, a, _aligned(a, b), lambda x, y: x / y, lambda x, y: Fraction(x) / y)


def percent_change(before: Quantity, after: Quantity) -> Quantity:
    """By how many percent the figure moved, negative for a fall.

    >>> person = Unit.named("person")
    >>> str(percent_change(Quantity.of(94, person), Quantity.of(120, person)))
    '27.66 percent'

    Raises:
        ValueError: the two units do not meet, or it may have been below zero before.
        ZeroDivisionError: it was zero before.
    """
    _refuse_below_zero(before)
    # Each figure occurs once in after / before − 1, so the ends are the true ones.
    return _derived(
        _PERCENT,
        _aligned(before, after),
        before,
        lambda x, y: (x / y - _ONE).scaled(100),
        lambda x, y: Fraction((x - y) * 100, y),
    )


def apply_percent(before: Quantity, change: Quantity) -> Quantity:
    """What a figure becomes after a change in percent or by a share.

    Raises:
        ValueError: the change is no share, or it may have been below zero before.
    """
    _refuse_below_zero(before)
    share = _aligned_to(Unit.named("share"), change)
    return _derived(before.unit, before, share, lambda x, y: x * (y + _ONE), lambda x, y: x * (y + 1))


def undo_percent(after: Quantity, change: Quantity) -> Quantity:
    """What a figure was before a change in percent or by a share.

    Raises:
        ValueError: the change is no share.
        ZeroDivisionError: all was lost, so nothing tells what there was.
    """
    share = _aligned_to(Unit.named("share"), change)
    return _derived(after.unit, after, share, lambda x, y: x / (y + _ONE), lambda x, y: Fraction(x) / (y + 1))


def _refuse_below_zero(before: Quantity) -> None:
    low = before.literal.low
    if low is None or low < 0:
        raise ValueError(f"{before} may be below zero, and a change in percent is told of what is above")


def _moves(a: Quantity, b: Quantity) -> bool:
    """Whether the second is in points and moves a figure in percent."""
    return a.unit == _PERCENT and b.unit == _POINT


def _aligned(a: Quantity, b: Quantity) -> Quantity:
    return _aligned_to(a.unit, b)


def _aligned_to(unit: Unit, quantity: Quantity) -> Quantity:
    converted = quantity.converted(unit)
    if converted is None:
        raise ValueError(quantity.unit.why_not(unit))
    return converted


def _derived(
    unit: Unit,
    a: Quantity,
    b: Quantity,
    on_sets: Callable[[Interval, Interval], Interval],
    on_figures: Callable[[Number, Number], Number],
) -> Quantity:
    figure = None
    if a.stated is not None and b.stated is not None:
        figure = exact(on_figures(a.stated, b.stated))
        if a.literal.is_point and b.literal.is_point:
            point = Interval.point(figure)
            return Quantity(point, point, unit, figure, Hedge.DERIVED)
    literal = implied = on_sets(a.literal, b.literal)
    if a.implied is not a.literal or b.implied is not b.literal:
        implied = on_sets(a.implied, b.implied)
    return Quantity(literal, implied, unit, figure, Hedge.DERIVED)
