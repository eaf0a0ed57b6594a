"""What holds until it changes: levels, tolls, and the steps between levels."""

import pytest

from factcheck.matching.compare import compare
from factcheck.model import Holds, Names, Property, Proposition, ValueType, Vocabulary
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When, as_day

PERSON = Unit.named("person")


def figure(value):
    return None if value is None else Quantity.parse(value, PERSON)


def level(value, when=None, told=None, **more):
    date = None if when is None else When.parse(when, as_of=told)
    value = value if isinstance(value, Names | Change) else figure(value)
    return Proposition("s", "p", value, date, as_of=None if told is None else as_day(told), **more)


def step(before, after, when=None, told=None, by=None):
    return level(Change(figure(before), figure(after), figure(by)), when, told)


def against(a, b, holds=Holds.UNTIL_CHANGED, **more):
    kind = Property("p", "property", ValueType.QUANTITY, PERSON, holds, **more)
    return compare(a, b, Vocabulary(properties={"p": kind}))


def verdict(a, b, holds=Holds.UNTIL_CHANGED, **more):
    found = against(a, b, holds, **more)
    return found.verdict.value if found.gate is None else f"apart: {found.gate.value}"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((94, "2018-01-09"), (90, "2018-01-09"), "conflict"),
        ((94, "2018-01-09"), (90, "2018-01-10"), "superseded"),
        ((94, "2018-01"), (90, "2018-01-09"), "possible conflict"),
        ((94, "2018"), (90, "2018"), "possible conflict"),
        ((94, None), (90, "2018"), "possible conflict"),
        ((94, None), (90, None), "possible conflict"),
        ((94, "2018-01-09"), (94, "2010"), "compatible"),
        ((94, "2002/2010"), (90, "2005-05-05"), "conflict"),
        ((94, "2002/2010"), (90, "2010/2014"), "superseded"),
        ((94, "1870/1890"), (90, "1890/1920"), "superseded"),
        ((94, "1870/1890"), (90, "1889/1920"), "conflict"),
        ((94, "[..2018-01-12]"), (22, "2002-11-20"), "supersedes"),
        ((94, "[..2018-01-12]"), (22, "2018-01-12"), "possible conflict"),
        ((94, "[2018-01-12..]"), (22, "2019-05-05"), "superseded"),
        (("> 13000", "2018-01-12"), (16_000, "2018-01-12"), "tension"),
        (("> 13000", "2018-01-12"), (12_000, "2018-01-12"), "conflict"),
        (("~ 100", "2018-01-12"), (110, "2018-01-12"), "refined"),
    ],
)
def test_two_levels(one, other, expected):
    assert verdict(level(*one), level(*other)) == expected


def test_an_open_level_holds_on_the_day_of_its_text_and_says_nothing_of_later():
    until_now = level(94, "2002/..", "2018-01-12")
    assert verdict(until_now, level(90, "2018-01-12")) == "conflict"
    assert verdict(until_now, level(90, "2021")) == "superseded"


@pytest.mark.parametrize(
    ("change", "other", "expected"),
    [
        ((94, 120, "2018-01-09"), (120, "2018-01-09"), "equal"),
        ((94, 120, "2018-01-09"), (94, "2018-01-09"), "compatible"),
        ((94, 120, "2018-01-09"), (130, "2018-01-09"), "conflict"),
        ((None, 120, "2018-01-09"), (94, "2018-01-09"), "possible conflict"),
        ((94, 120, "2018-01-09"), (94, "2017"), "compatible"),
        ((94, 120, "2018-01-09"), (80, "2017"), "supersedes"),
        ((94, 120, "2018-01-09"), (130, "2019"), "superseded"),
        ((94, 120, "2018-01-09"), (120, "2019"), "compatible"),
        ((94, 120, "2018-01-09"), (94, "2017/2019"), "conflict"),
        ((94, 120, "2018-01-09"), (120, "2017/2019"), "conflict"),
        ((94, 120, "2018-01-09"), (94, "2015/2018-01-09"), "compatible"),
        ((94, 120, "2018-01-09"), (130, "2018"), "possible conflict"),
        ((94, 120, "2018-01-09"), (94, "2018"), "compatible"),
        ((None, 120, "2018-01-09"), (94, "2018"), "supersedes"),
        ((94, 120, "2018-01-09"), (130, None), "possible conflict"),
        ((94, 120, "2018-01-09"), (120, None), "refines"),
    ],
)
def test_a_step_and_a_level(change, other, expected):
    assert verdict(step(*change), level(*other)) == expected


@pytest.mark.parametrize(
    ("day", "value", "expected"),
    [
        ("2018-01-12", 120, "refined"),
        ("2018-01-12", 130, "conflict"),
        ("2018-01-12", 94, "possible conflict"),
        ("2002-11-20", 22, "supersedes"),
        ("2018-01-13", 130, "superseded"),
    ],
)
def test_a_step_dated_up_to_the_day_of_its_text_is_news_of_that_day(day, value, expected):
    news = step(94, 120, "[..2018-01-12]", "2018-01-12")
    assert verdict(news, level(value, day)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((94, 120, "2018-01-09"), (None, 120, "2018-01-09"), "refines"),
        ((94, 120, "2018-01-09"), (90, 120, "2018-01-09"), "conflict"),
        ((94, 120, "2018-01-09"), (94, 120, "2018-02-09"), "possible conflict"),
        ((94, 120, "2018-01-09"), (120, 130, "2018-02-09"), "superseded"),
        ((94, 120, "2018-01"), (120, 130, "2018-01"), "possible conflict"),
        ((94, 120, "2018-01"), (94, 130, "2018-01-09"), "conflict"),
        ((94, 120, "2018"), (94, 130, "2018"), "conflict"),
        ((94, 120, "2018"), (120, 130, "2018"), "possible conflict"),
        ((94, 120, "2010/2018"), (100, 110, "2014"), "possible conflict"),
        ((94, 120, None), (94, 130, "2018"), "possible conflict"),
        ((94, None, "2018"), (None, 120, "2018"), "apart: property"),
    ],
)
def test_two_steps(one, other, expected):
    assert verdict(step(*one), step(*other)) == expected


def test_steps_of_one_day_are_held_against_each_other_by_what_follows_from_them():
    assert verdict(step(94, 120, "2018-01-09"), step(None, None, "2018-01-09", by=38)) == "conflict"
    assert verdict(step(94, 120, "2018-01-09"), step(None, None, "2018-01-09", by=26)) == "refines"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((12, "2024-05-01"), (15, "2024-05-02"), "superseded"),
        ((15, "2024-05-01"), (12, "2024-05-02"), "tension"),
        ((12, "2024-05-01", "2024-05-01"), (15, "2024-05-01", "2024-05-03"), "superseded"),
        ((15, "2024-05-01", "2024-05-01"), (12, "2024-05-01", "2024-05-03"), "tension"),
        ((12, "2024-05-01", "2024-05-01"), (15, "2024-05-01", "2024-05-01"), "conflict"),
        ((12, "2024-05-01"), (15, "2024-05-01"), "conflict"),
        ((12, None, "2024-05-01"), (15, None, "2024-05-03"), "superseded"),
        ((15, "2024-05-01", "2024-05-01"), ("> 10", "2024-05-01", "2024-05-03"), "refines"),
    ],
)
def test_a_toll_grows_and_the_younger_text_replaces_the_older(one, other, expected):
    assert verdict(level(*one), level(*other), Holds.CUMULATIVE) == expected


def test_a_smaller_toll_is_named_with_both_figures_and_days():
    old, new = level(15, "2024-05-01", "2024-05-01"), level(12, "2024-05-01", "2024-05-03")
    assert against(old, new, Holds.CUMULATIVE).reason == (
        "12 is less than 15, and 3 May 2024 is later than 1 May 2024, but the figure only grows"
    )


def test_persons_are_not_countries_and_percent_are_not_points():
    countries = level(39, "2018-01-12")
    countries = Proposition("s", "p", Quantity.parse(39, Unit.named("country")), countries.when)
    assert verdict(level(120, "2018-01-12"), countries) == "apart: scope"
    day = When.parse("2018-01-12")
    shares = [
        Proposition("s", "p", Quantity.parse(5, Unit.named(unit)), day)
        for unit in ("percent", "percentage point")
    ]
    assert verdict(*shares) == "apart: scope"
    assert "percent and percentage point are different units" in against(*shares).reason


def test_what_may_have_several_values_at_a_time_has_no_conflicting_ones():
    one, other = level(94, "2018-01-09"), level(90, "2018-01-09")
    assert verdict(one, other, single=False) == "apart: property"


def test_a_denial_contradicts_what_lies_within_it():
    denied = level("> 100", "2018-01-09", negated=True)
    assert verdict(denied, level(120, "2018-01-09")) == "conflict"
    assert verdict(denied, level(94, "2018-01-09")) == "compatible"
    assert verdict(level("> 100", negated=True), level(120, "2018-01-09")) == "possible conflict"
    assert verdict(denied, denied) == "equal"
