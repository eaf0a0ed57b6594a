"""Changes: parts stated and derived, and the part that differs."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.values.change import Change, compare_parts, direction, relate
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict

PERSON, PERCENT, POINT = Unit.named("person"), Unit.named("percent"), Unit.named("percentage point")
SHARE = Unit.named("share")


def people(figure):
    return Quantity.of(figure, PERSON)


def percent(figure):
    return Quantity.of(figure, PERCENT)


def usd(figure):
    return Quantity.of(figure, Unit.named("USD"))


def number(figure):
    return Quantity.of(figure, Unit.named("number"))


GREW = Change(people(94), people(120))
RISE = direction(PERSON, 1)
FALL = direction(PERSON, -1)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (GREW, Change(people(94), people(120)), Verdict.EQUAL),
        (GREW, Change(after=people(120)), Verdict.REFINES),
        (Change(before=people(94)), GREW, Verdict.REFINED),
        (GREW, Change(by=people(26)), Verdict.REFINES),
        (GREW, Change(by=percent(28)), Verdict.REFINES),
        (GREW, Change(by=percent(38)), Verdict.CONFLICT),
        (GREW, Change(people(90), people(120)), Verdict.CONFLICT),
        (GREW, Change(after=people(130)), Verdict.CONFLICT),
        (GREW, Change(after=people(120), by=percent(28)), Verdict.REFINES),
        (GREW, Change(after=people(120), by=RISE), Verdict.REFINES),
        (GREW, Change(by=FALL), Verdict.CONFLICT),
        (Change(before=people(94)), Change(after=people(120)), Verdict.NOT_COMPARABLE),
        # A direction has no unit: "rose" is an agreement with any rise, and none with a fall.
        (Change(by=RISE), Change(by=usd(7)), Verdict.REFINED),
        (Change(by=RISE), Change(by=usd(-7)), Verdict.CONFLICT),
        (Change(by=FALL), Change(by=usd(-7)), Verdict.REFINED),
        (Change(after=people(120), by=RISE), Change(by=percent(-28)), Verdict.CONFLICT),
        (Change(after=people(120), by=RISE), Change(by=percent(28)), Verdict.COMPATIBLE),
        # Different things are not comparable, whatever their percentages.
        (GREW, Change(usd(94), usd(120)), Verdict.NOT_COMPARABLE),
        (GREW, Change(usd(40), usd(90)), Verdict.NOT_COMPARABLE),
        (GREW, Change(number(94), number(120)), Verdict.COMPATIBLE),
        (GREW, Change(number(40), number(90)), Verdict.CONFLICT),
        (GREW, Change(by=usd(26)), Verdict.NOT_COMPARABLE),
        (GREW, Change(by=number(26)), Verdict.NOT_COMPARABLE),
        (Change(percent(10), percent(12), RISE.in_unit(PERCENT)), Change(by=percent(2)), Verdict.CONFLICT),
        (Change(by=Quantity.of(100, PERSON, Hedge.ABOUT)), Change(by=people(115)), Verdict.TENSION),
        (Change(by=percent(7)), Change(by=percent(-7)), Verdict.CONFLICT),
        (Change(by=percent(7)), Change(by=FALL.in_unit(SHARE)), Verdict.CONFLICT),
        (
            Change(percent(80), percent(100)),
            Change(by=Quantity.of(Fraction(1, 4), SHARE, Hedge.SHARE)),
            Verdict.COMPATIBLE,
        ),
    ],
)
def test_the_worst_part_decides(a, b, verdict):
    assert relate(a, b) is verdict
    assert relate(b, a) is verdict.swapped


def test_missing_parts_follow_from_the_others():
    assert Change(after=people(120), by=people(26)).derived_before.stated == 94
    assert Change(before=people(94), by=people(26)).derived_after.stated == 120
    assert Change(after=people(120), by=percent(50)).derived_before.stated == 80
    assert Change(before=people(80), by=percent(-50)).derived_after.stated == 40
    assert GREW.derived_by.stated == 26
    assert GREW.derived_percent.stated == Fraction(1300, 47)


def test_points_move_a_percentage():
    moved = Change(before=percent("4.0"), by=Quantity.of("0.5", POINT))
    assert moved.derived_after.stated == Fraction(9, 2)
    assert relate(Change(percent("4.0"), percent("4.5")), moved) is not Verdict.CONFLICT


def test_what_differs_is_named_with_both_sides():
    differing = [
        (part.part, str(part.a), str(part.b))
        for part in compare_parts(GREW, Change(people(90), people(120)))
        if part.verdict is Verdict.CONFLICT
    ]
    assert differing[0] == ("before", "94", "90")


def test_parts_are_named_in_the_order_of_messages():
    told = compare_parts(Change(people(94), people(120)), Change(people(94), people(120)))
    assert [part.part for part in told] == ["before", "after", "by", "by percent"]
    assert [str(part.a) for part in told] == ["94", "120", "26", "27.66 percent"]
    assert [part.part for part in compare_parts(GREW, Change(after=people(120)))] == ["after"]


def test_a_change_that_contradicts_itself_says_so():
    assert Change(people(94), people(120), percent(28)).own_verdict.agrees
    assert Change(people(94), people(120), percent(38)).own_verdict is Verdict.CONFLICT
    assert Change(people(94), people(120), FALL).own_verdict is Verdict.CONFLICT
    assert Change(people(120), people(94), FALL).own_verdict.agrees
    assert Change(people(94), by=people(26)).own_verdict is Verdict.EQUAL
    assert Change(after=people(94), by=people(26)).own_verdict is Verdict.EQUAL
    assert Change(people(94), people(120)).own_verdict is Verdict.EQUAL


def test_a_bare_rise_gives_no_figure_to_derive_from():
    assert Change(after=people(120), by=RISE).derived_before is None
    assert Change(people(94), people(120), RISE).derived_by.stated == 26
    assert Change(people(94), people(120), RISE).derived_percent.stated == Fraction(1300, 47)
    assert (str(RISE.literal), str(FALL.literal), RISE.words) == ("(0, ∞)", "(−∞, 0)", "")
    assert direction(PERSON, 1, "rose").words == "rose"
    assert Change(after=people(120), by=RISE).derived_percent.unit == PERCENT


def test_a_change_from_nothing_has_no_percent():
    assert Change(people(0), people(12)).derived_percent is None


def test_figures_of_different_things_derive_nothing():
    mixed = Change(people(94), Quantity.of(120, Unit.named("country")))
    assert mixed.derived_by is None
    assert mixed.derived_percent is None


def test_a_change_without_parts_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        Change()


def test_a_change_is_told_in_its_words_or_in_its_parts():
    assert str(GREW) == "from 94 to 120"
    assert str(Change(people(94), by=people(26))) == "from 94 by 26"
    assert Change(people(94), words="one") == Change(people(94), words="other")
    assert str(Change(after=people(120), words="to 120 in all")) == "to 120 in all"


def test_a_figure_that_may_be_below_zero_has_no_percent():
    """From −10 to −5 is no fall by half."""
    warmer = Change(Quantity.of(-10, Unit.named("°C")), Quantity.of(-5, Unit.named("°C")))
    assert warmer.derived_percent is None
    assert warmer.derived_by.stated == 5
    assert Change(Quantity.of(-10, Unit.named("°C")), by=percent(50)).derived_after is None
