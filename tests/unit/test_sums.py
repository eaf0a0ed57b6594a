"""Parts and their whole."""

from attrs import evolve

from factcheck.model import Proposition, Selector, Statement
from factcheck.solving.sums import sums
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit

PERSON = Unit.named("person")


def figure(value, unit=PERSON):
    return Quantity.parse(value, unit)


def statement(name, value, part_of=None):
    proposition = Proposition("s", "p", value)
    return Statement(name, "x", Selector(name), proposition, part_of=part_of and f"x#{part_of}")


def found(*statements):
    return list(sums({each.ref: each for each in statements}))


def test_parts_fit_into_their_whole_up_to_all_of_it():
    for officers, fits in ((6, True), (118, True), (119, False)):
        parts = statement("officers", figure(officers), "all"), statement("doctors", figure(2), "all")
        (checked,) = found(statement("all", figure(120)), *parts)
        assert checked.fits == fits
        assert checked.sum.stated == officers + 2


def test_the_whole_of_a_change_is_what_there_is_after_it():
    whole = statement("all", Change(figure(94), figure(120)))
    (checked,) = found(whole, statement("officers", figure(100), "all"))
    assert checked.fits
    (checked,) = found(
        evolve(whole, proposition=evolve(whole.proposition, value=Change(figure(94), by=figure(2)))),
        statement("officers", figure(100), "all"),
    )
    assert not checked.fits


def test_hedged_parts_count_by_the_least_they_say():
    (checked,) = found(statement("all", figure("< 120")), statement("officers", figure("> 100"), "all"))
    assert checked.fits
    (checked,) = found(statement("all", figure("< 120")), statement("officers", figure(">= 120"), "all"))
    assert not checked.fits


def test_parts_in_another_unit_are_left_out():
    assert not found(statement("all", figure(120)), statement("n", figure(39, Unit.named("country")), "all"))


def test_a_whole_that_does_not_exist_or_has_no_figure_is_no_sum():
    assert not found(statement("officers", figure(6), "all"))
    assert not found(statement("all", None), statement("officers", figure(6), "all"))
