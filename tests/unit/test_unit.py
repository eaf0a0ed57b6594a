"""Units: names, kinds, and which of them meet."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from factcheck.values import unit as unit_module
from factcheck.values.unit import Kind, Unit


@pytest.mark.parametrize(
    ("name", "kind", "canonical"),
    [
        ("person", Kind.COUNT, "person"),
        ("Lighthouse", Kind.COUNT, "lighthouse"),
        ("  fishing   boat ", Kind.COUNT, "fishing boat"),
        ("%", Kind.SHARE, "percent"),
        ("per cent", Kind.SHARE, "percent"),
        ("percentage points", Kind.POINT, "percentage point"),
        ("USD", Kind.MONEY, "USD"),
        ("€", Kind.MONEY, "EUR"),
        ("km", Kind.MEASURE, "kilometre"),
        ("Miles", Kind.MEASURE, "mile"),
        ("age", Kind.AGE, "year of age"),
        ("rank", Kind.RANK, "rank"),
        ("", Kind.NUMBER, "number"),
    ],
)
def test_a_name_says_the_kind(name, kind, canonical):
    assert Unit.named(name) == Unit(kind, canonical)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("person", "country"),
        ("%", "percentage point"),
        ("USD", "EUR"),
        ("km", "hour"),
        ("year", "age"),
        ("person", "number"),
        ("rank", "number"),
    ],
)
def test_different_things_never_meet(a, b):
    a, b = Unit.named(a), Unit.named(b)
    assert not a.comparable(b)
    assert str(a) in a.why_not(b)
    assert str(b) in a.why_not(b)


def test_two_currencies_are_named_as_never_converted():
    assert Unit.named("USD").why_not(Unit.named("EUR")) == (
        "USD and EUR are two currencies, which are never converted"
    )


def test_a_share_is_a_hundredth_of_its_percent():
    assert Unit.named("share").conversion(Unit.named("%")).factor == 100
    assert Unit.named("%").conversion(Unit.named("share")).factor == Fraction(1, 100)


def test_a_unit_is_its_own_conversion():
    for name in ("person", "%", "USD", "km", "age"):
        same = Unit.named(name).conversion(Unit.named(name))
        assert (same.factor, same.offset) == (1, 0)
    assert Unit.named("km").why_not(Unit.named("mile")) == ""
    assert Unit.named("km").why_not(Unit.named("hour")) == "kilometre and hour are different units"


@pytest.mark.parametrize(
    ("name", "rounds"),
    [("metre", True), ("hectare", True), ("kg", True), ("mph", True), ("year", False), ("°C", False),
     ("night", False), ("degree", False), ("magnitude", False), ("person", False), ("USD", False)],
)  # fmt: skip
def test_trailing_zeros_of_extents_round(name, rounds):
    assert Unit.named(name).is_extent is rounds


def test_measures_of_one_dimension_convert_exactly():
    assert Unit.named("mile").conversion(Unit.named("km")).factor == Fraction(1_609_344, 1_000_000)
    celsius = Unit.named("°C").conversion(Unit.named("°F"))
    assert (celsius.factor, celsius.offset) == (Fraction(9, 5), 32)


def test_without_pint_the_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pint", None)
    unit_module._registry.cache_clear()
    unit_module._converted.cache_clear()
    try:
        mile, kilometre = Unit.named("mile"), Unit.named("km")
        assert not mile.comparable(kilometre)
        assert mile.why_not(kilometre) == (
            "mile and kilometre need conversion; install factcheck-ledger[units]"
        )
        assert mile.comparable(mile)
    finally:
        unit_module._registry.cache_clear()
        unit_module._converted.cache_clear()


def test_pint_is_loaded_only_when_two_units_of_one_dimension_meet():
    code = """
import sys
from factcheck.values.unit import Unit
Unit.named("mile").comparable(Unit.named("mile"))
Unit.named("mile").comparable(Unit.named("hour"))
Unit.named("USD").comparable(Unit.named("EUR"))
print("pint" in sys.modules)
Unit.named("mile").comparable(Unit.named("km"))
print("pint" in sys.modules)
"""
    # A fresh interpreter: this one may have loaded pint already.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == ["False", "True"]


def test_every_measure_that_pint_is_to_convert_is_known_to_it():
    by_dimension: dict[str, list[Unit]] = {}
    for name, (dimension, spelling) in unit_module._MEASURES.items():
        if spelling:
            by_dimension.setdefault(dimension, []).append(Unit(Kind.MEASURE, name))
    for units in by_dimension.values():
        assert all(unit.conversion(units[0]) is not None for unit in units)
