"""Values against each other, whatever their time."""

import pytest

from factcheck.matching.content import relate_content, said
from factcheck.model import Gap, Names, Property, ValueType, Words
from factcheck.values.change import Change, direction
from factcheck.values.duration import Duration
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit

PERSON = Unit.named("person")
ONE = Property("p", "purpose", ValueType.ENTITY)
SEVERAL = Property("p", "service in", ValueType.ENTITY, single=False)


def figure(value, unit=PERSON):
    return Quantity.parse(value, unit)


def names(*ids):
    return Names(ids, words=" and ".join(ids))


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reason"),
    [
        (figure(94), figure(94), "equal", "both say 94"),
        (figure(94), figure(90), "conflict", "94 is not 90"),
        (figure(120), figure("> 100"), "refines", "120 is more exact than over 100"),
        (names("a"), names("a", "b"), "refines", "a is more exact than a and b"),
        (names("b", "a"), names("a", "b"), "equal", "both say b and a"),
        (names("a", "b"), names("b", "c"), "compatible", "a and b and b and c can both be right"),
        (names("a"), names("b"), "conflict", "a is not b"),
        (Words("It’s so"), Words("it's SO"), "equal", "both say It’s so"),
        (Words("so"), Words("not so"), "conflict", "so is not not so"),
        (None, None, "equal", ""),
        (figure(94), None, "not comparable", "94 and no value are values of different kinds"),
        (
            figure(94),
            figure(39, Unit.named("country")),
            "not comparable",
            "person and country are different units",
        ),
    ],
)
def test_two_values(one, other, verdict, reason):
    found = relate_content(one, other, ONE)
    assert (found.verdict.value, found.reason) == (verdict, reason)


def test_of_several_values_none_excludes_another():
    found = relate_content(names("a"), names("b"), SEVERAL)
    assert found.gate.value == "property"
    assert found.reason == "service in may have several values, and a is not b"
    assert relate_content(names("a"), names("a"), SEVERAL).verdict.value == "equal"


@pytest.mark.parametrize(
    ("one", "other", "verdict", "part"),
    [
        (Change(figure(94), figure(120)), Change(figure(90), figure(120)), "conflict", "from"),
        (Change(figure(94), figure(120)), Change(figure(94), figure(130)), "conflict", "to"),
        (Change(figure(94), figure(120)), Change(by=figure(30)), "conflict", "by"),
        (Change(figure(94), figure(120)), Change(by=figure(38, Unit.named("percent"))), "conflict", "by"),
        (Change(figure(94), figure(120)), Change(after=figure(120)), "refines", "to"),
    ],
)
def test_changes_name_the_part_that_decides(one, other, verdict, part):
    found = relate_content(one, other, ONE)
    assert (found.verdict.value, found.part) == (verdict, part)


def test_changes_without_a_part_in_common_do_not_meet():
    assert relate_content(Change(figure(94)), Change(after=figure(120)), ONE).gate.value == "property"


def test_that_both_rose_is_no_agreement():
    risen = Change(by=direction(PERSON, 1, "rose"))
    assert relate_content(risen, risen, ONE).gate.value == "property"


def test_a_distance_is_no_value_of_its_own():
    gap = Gap("flood", Duration(years=6), "six years after the flood")
    assert relate_content(gap, None, ONE).verdict.value == "equal"
    assert said(gap) == "six years after the flood"
