"""Intervals: ends, membership and arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.values.interval import Interval


def test_an_interval_that_holds_no_number_is_refused():
    with pytest.raises(ValueError, match="no number lies between 2 and 1"):
        Interval(2, 1)
    with pytest.raises(ValueError, match="no number"):
        Interval(2, 2, high_open=True)


def test_an_unbounded_end_is_open():
    assert Interval(3, None) == Interval(3, None, high_open=True)


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (Interval(1, 3), [1, 2, 3], [0, 4]),
        (Interval(1, 3, low_open=True), [2, 3], [1]),
        (Interval(1, 3, high_open=True), [1, Fraction(29, 10)], [3]),
        (Interval(None, 3), [-(10**9), 3], [4]),
        (Interval(None, None), [-5, 0, 5], []),
    ],
)
def test_ends_decide_membership(interval, inside, outside):
    assert all(interval.contains(number) for number in inside)
    assert not any(interval.contains(number) for number in outside)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(1, 3), Interval(3, 5), Interval(3, 3)),
        (Interval(1, 3, high_open=True), Interval(3, 5), None),
        (Interval(1, 3), Interval(3, 5, low_open=True), None),
        (Interval(1, None), Interval(None, 4, high_open=True), Interval(1, 4, high_open=True)),
        (
            Interval(1, 5),
            Interval(1, 5, low_open=True, high_open=True),
            Interval(1, 5, low_open=True, high_open=True),
        ),
    ],
)
def test_intersection_keeps_the_stricter_end(a, b, expected):
    assert a.intersection(b) == expected
    assert b.intersection(a) == expected
    assert a.intersects(b) == (expected is not None)


def test_a_closed_set_is_no_part_of_the_same_set_with_an_open_end():
    assert Interval(1, 2, high_open=True).subset(Interval(1, 2))
    assert not Interval(1, 2).subset(Interval(1, 2, high_open=True))
    assert not Interval(1, 2).subset(Interval(1, 2, low_open=True))
    assert not Interval(1, None).subset(Interval(1, 9))
    assert not Interval(None, 1).subset(Interval(-9, 1))


def test_the_hull_spans_both():
    assert Interval(1, 2, low_open=True).hull(Interval(4, 5)) == Interval(1, 5, low_open=True)


def test_sums_and_differences_are_open_where_either_is():
    assert Interval(1, 2) + Interval(10, 20, high_open=True) == Interval(11, 22, high_open=True)
    assert Interval(1, 2) - Interval(10, 20, high_open=True) == Interval(-19, -8, low_open=True)
    assert Interval(1, None) - Interval(0, 5) == Interval(-4, None)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(-2, 3), Interval(-5, 7), Interval(-15, 21)),
        (Interval(0, 2), Interval(1, None), Interval(0, None)),
        (Interval(0, 2, low_open=True), Interval(1, None), Interval(0, None, low_open=True)),
        (Interval(-1, 2), Interval(1, None), Interval(None, None)),
        (Interval(0, 0), Interval(None, None), Interval(0, 0)),
        (Interval(1, 2, high_open=True), Interval(3, 4), Interval(3, 8, high_open=True)),
        (Interval(-2, -1, low_open=True), Interval(3, 4), Interval(-8, -3, low_open=True)),
    ],
)
def test_products_span_their_corners(a, b, expected):
    assert a * b == expected
    assert b * a == expected


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [
        (Interval(2, 4), Interval(Fraction(1, 4), Fraction(1, 2))),
        (Interval(0, 4), Interval(Fraction(1, 4), None)),
        (Interval(2, None), Interval(0, Fraction(1, 2), low_open=True)),
        (Interval(None, -2, high_open=True), Interval(Fraction(-1, 2), 0, low_open=True, high_open=True)),
        (Interval(-4, 0), Interval(None, Fraction(-1, 4))),
        (Interval(-1, 1), Interval(None, None)),
    ],
)
def test_reciprocals_leave_out_what_zero_sends_away(divisor, expected):
    assert divisor.reciprocal() == expected


def test_dividing_by_nothing_but_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        Interval(1, 2) / Interval(0, 0)


def test_whole_numbers_move_the_ends_inward():
    assert Interval(1, 3, low_open=True, high_open=True).whole_numbers() == Interval(2, 2)
    assert Interval(1, 2, low_open=True, high_open=True).whole_numbers() is None
    assert Interval(Fraction(1, 2), None).whole_numbers() == Interval(1, None)


def test_an_interval_is_printed_with_its_ends():
    assert str(Interval(None, 14_000, high_open=True)) == "(−∞, 14,000)"
    assert str(Interval.point(3)) == "[3, 3]"
    assert Interval.point(3).is_point
    assert not Interval(3, None).is_bounded


@pytest.mark.parametrize(
    ("a", "b", "ends"),
    [
        (Interval(1, 9), Interval(1, 9), (0, 0)),
        (Interval(1, 9), Interval(2, 8), (1, 1)),
        (Interval(2, 8), Interval(1, 9), (-1, -1)),
        (Interval(1, 8), Interval(2, 9), (1, -1)),
        (Interval(1, 9, low_open=True), Interval(1, 9, high_open=True), (-1, 1)),
        (Interval(None, None), Interval(None, None), (0, 0)),
        (Interval(None, None), Interval(1, 9), (1, 1)),
        (Interval(1, 9), Interval(None, None), (-1, -1)),
    ],
)
def test_ends_lie_inside_or_beyond(a, b, ends):
    assert a.overhang(b) == ends


@pytest.mark.parametrize(
    ("dividend", "divisor", "quotient"),
    [
        (Interval(2, 6), Interval(1, 4), Interval(Fraction(1, 2), 6)),
        (Interval(2, 6, low_open=True), Interval(1, 4), Interval(Fraction(1, 2), 6, low_open=True)),
        (Interval(2, 6), Interval(1, 4, high_open=True), Interval(Fraction(1, 2), 6, low_open=True)),
        (Interval(2, 6, high_open=True), Interval(1, 4), Interval(Fraction(1, 2), 6, high_open=True)),
        (Interval(2, 6), Interval(1, 4, low_open=True), Interval(Fraction(1, 2), 6, high_open=True)),
        (Interval(0, 6), Interval(1, 2), Interval(0, 6)),
        (Interval(0, 6), Interval(1, 2, high_open=True), Interval(0, 6)),
        (Interval(-6, 6), Interval(1, 2), Interval(-6, 6)),
        (Interval(2, 6), Interval(-2, -1), Interval(-6, -1)),
        (Interval(2, 6), Interval(0, 2), Interval(1, None)),
        (Interval(2, None), Interval(1, 2), Interval(1, None)),
        (Interval(2, 6), Interval(2, None), Interval(0, 3, low_open=True)),
        (Interval(Fraction(1, 4), Fraction(1, 2)), Interval(Fraction(1, 2), 1), Interval(Fraction(1, 4), 1)),
    ],
)
def test_quotients_span_what_the_ends_give(dividend, divisor, quotient):
    assert dividend / divisor == quotient


def test_scaling_keeps_or_turns_the_ends():
    half_open = Interval(1, 2, high_open=True)
    assert half_open.scaled(3) == Interval(3, 6, high_open=True)
    assert half_open.scaled(1) == half_open
    assert half_open.scaled(0) == Interval(0, 0)
    assert half_open.scaled(-3) == Interval(-6, -3, low_open=True)
    assert Interval(3, None).scaled(Fraction(1, 2)) == Interval(Fraction(3, 2), None)


def test_one_unbounded_side_unbounds_a_sum():
    assert Interval(1, None) + Interval(1, 2) == Interval(2, None)
    assert Interval(None, 1) + Interval(1, 2) == Interval(None, 3)
    assert Interval(1, 2).is_bounded
    assert not Interval(None, 3).is_bounded
    assert not Interval(None, None).is_bounded


def test_reciprocals_keep_to_their_side_of_zero():
    assert Interval(Fraction(1, 4), Fraction(1, 2)).reciprocal() == Interval(2, 4)
    assert Interval(-4, 0, high_open=True).reciprocal() == Interval(None, Fraction(-1, 4))
    assert Interval(None, 0, high_open=True).reciprocal() == Interval(None, 0, high_open=True)
