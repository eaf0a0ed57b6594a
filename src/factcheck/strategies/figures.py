"""Strategies for units, quantities and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from factcheck.values.change import Change
from factcheck.values.hedge import Hedge
from factcheck.values.number import exact
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit

if TYPE_CHECKING:
    from factcheck.values.number import Number

__all__ = ["changes", "quantities", "units"]

_UNITS: Final = tuple(
    map(
        Unit.named,
        (
            "person",
            "country",
            "ship",
            "percent",
            "percentage point",
            "USD",
            "EUR",
            "kilometre",
            "mile",
            "tonne",
        ),
    )
)
_HEDGES: Final = (
    Hedge.NONE,
    Hedge.NONE,
    Hedge.EXACTLY,
    Hedge.OVER,
    Hedge.AT_LEAST,
    Hedge.UNDER,
    Hedge.AT_MOST,
    Hedge.ABOUT,
    Hedge.NEARLY,
)


def units(kind: Kind | None = None) -> st.SearchStrategy[Unit]:
    """Units of the common kinds, and things to count with names of their own.

    Args:
        kind: only units of this kind, one of `Kind.COUNT`, `SHARE`, `POINT`, `MONEY` and `MEASURE`.
    """
    known = [unit for unit in _UNITS if kind in (None, unit.kind)]
    if not known:
        raise InvalidArgument(f"kind={kind!r} has no units to draw from")
    named = st.sampled_from(known)
    if kind in (None, Kind.COUNT):
        return named | st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=8).map(Unit.count)
    return named


def quantities(unit: Unit | None = None, largest: int = 10_000_000) -> st.SearchStrategy[Quantity]:
    """Figures from zero up in every hedge, ranges among them; whole numbers of what is counted.

    Args:
        unit: what is counted or measured; any by default.
        largest: the largest figure that is written.
    """
    if unit is not None and not isinstance(unit, Unit):
        raise InvalidArgument(f"unit={unit!r} is no Unit; write Unit.named({unit!r})")
    if largest < 1:
        raise InvalidArgument(f"largest={largest!r} is below 1")
    return _quantities(units() if unit is None else st.just(unit), largest)


@st.composite
def _quantities(draw: st.DrawFn, of: st.SearchStrategy[Unit], largest: int) -> Quantity:
    unit = draw(of)
    if draw(st.integers(0, 3)):
        return Quantity.of(draw(_numbers(unit, largest)), unit, draw(st.sampled_from(_HEDGES)))
    low, high = sorted([draw(_numbers(unit, largest)), draw(_numbers(unit, largest))])
    return Quantity.between(low, high, unit)


def _numbers(unit: Unit, largest: int) -> st.SearchStrategy[Number]:
    """Whole numbers, round ones among them, and decimals of what is measured."""
    least = 1 if unit.kind is Kind.RANK else 0
    whole = st.integers(least, largest)
    round_ = st.builds(lambda n, zeros: min(n * 10**zeros, largest), st.integers(1, 99), st.integers(1, 6))
    if unit.discrete:
        return whole | round_
    return whole | round_ | st.decimals(0, min(largest, 1000), places=1).map(exact)


def changes(unit: Unit | None = None) -> st.SearchStrategy[Change]:
    """Changes with one, two or three of their parts; up and down, by an amount or in percent.

    Args:
        unit: what is counted or measured; any by default.
    """
    if unit is not None and not isinstance(unit, Unit):
        raise InvalidArgument(f"unit={unit!r} is no Unit; write Unit.named({unit!r})")
    return (units() if unit is None else st.just(unit)).flatmap(_changes)


@st.composite
def _changes(draw: st.DrawFn, unit: Unit) -> Change:
    figures, percent = quantities(unit, 100_000), quantities(_PERCENT, 300)
    by = figures if unit.kind is Kind.SHARE else figures | percent
    signed = by | by.map(lambda amount: amount.negated)
    before, after, step = draw(
        st.tuples(st.none() | figures, st.none() | figures, st.none() | signed).filter(any)
    )
    return Change(before, after, step)


_PERCENT: Final = Unit.named("percent")
