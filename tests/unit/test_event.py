"""What happens at an instant: once, or on several occasions."""

import pytest

from factcheck.matching.compare import compare
from factcheck.model import Holds, Names, Property, Proposition, ValueType, Vocabulary
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When

PERSON = Unit.named("person")


def event(value, when=None, **more):
    if isinstance(value, str):
        ids = tuple(value.split())
        value = Names(ids, len(ids) > 1, value)
    elif value is not None:
        value = Quantity.parse(value, PERSON)
    return Proposition("s", "p", value, None if when is None else When.parse(when), **more)


def against(a, b, **more):
    kind = Property("p", "dispatch", ValueType.QUANTITY, PERSON, **{"holds": Holds.AT_INSTANT, **more})
    return compare(a, b, Vocabulary(properties={"p": kind}))


def verdict(a, b, **more):
    found = against(a, b, **more)
    return found.verdict.value if found.gate is None else f"apart: {found.gate.value}"


@pytest.mark.parametrize(
    ("one", "other", "once", "again"),
    [
        ((70, "2018-01-09"), (70, "2018-01-09"), "equal", "equal"),
        ((70, "2018-01-09"), (50, "2018-01-09"), "conflict", "conflict"),
        ((70, "2018-01-09"), (70, "2018-01-10"), "conflict", "apart: time"),
        ((70, "2018-01-09"), (50, "2018-01-10"), "conflict", "apart: time"),
        ((70, "2018-01-09"), (70, "2018-01"), "refines", "refines"),
        ((70, "2018-01-09"), (50, "2018-01"), "conflict", "possible conflict"),
        ((70, "2018-01-09"), (50, "[..2018-01-12]"), "conflict", "apart: time"),
        ((70, "2018-01-09"), (70, "[..2018-01-12]"), "refines", "refines"),
        ((70, None), (50, "2018-01"), "conflict", "possible conflict"),
        ((70, None), (70, "2018-01"), "refined", "refined"),
        ((None, "1997"), (None, "1998"), "conflict", "apart: time"),
        ((None, "1997"), (None, "1997-05"), "refined", "refined"),
        (("pfp", "1994"), ("pfp", "1995"), "conflict", "apart: time"),
    ],
)
def test_two_tellings_of_an_event(one, other, once, again):
    assert verdict(event(*one), event(*other), once=True) == once
    assert verdict(event(*one), event(*other)) == again


def test_one_may_join_several_bodies_each_of_them_once():
    words = {"single": False, "once": True}
    assert verdict(event("pfp", "1994"), event("osce", "1992"), **words) == "apart: property"
    assert verdict(event("pfp", "1994"), event("pfp", "1995"), **words) == "conflict"


def test_the_date_of_a_list_need_not_be_that_of_each_member():
    words = {"single": False, "once": True}
    assert verdict(event("pfp osce", "1994"), event("pfp", "1995"), **words) == "possible conflict"
    assert verdict(event("pfp osce", "1994"), event("pfp", "1994"), **words) == "refined"


def test_what_never_changes_needs_no_date():
    timeless = {"holds": Holds.TIMELESS}
    assert verdict(event("baku", "1990"), event("ganja"), **timeless) == "conflict"
    assert verdict(event("baku", "1990"), event("baku", "1991"), **timeless) == "equal"
    assert verdict(event(None, "1990"), event(None, "1991"), **timeless) == "conflict"
    assert verdict(event("baku", "1990"), event("baku", "1991"), once=True, **timeless) == "conflict"


def test_a_denial_of_a_year_takes_in_its_days_and_no_other_way_round():
    denied = event(None, "2002", negated=True)
    assert verdict(denied, event(None, "2002-11-20"), once=True) == "conflict"
    assert verdict(event(None, "2002-11-20", negated=True), event(None, "2002"), once=True) == "compatible"


def test_an_inference_leaves_a_question():
    one, other = event("rs", "2018"), event("isaf", "2018")
    kind = Property("p", "purpose", ValueType.ENTITY, holds=Holds.TIMELESS)
    found = compare(one, other, Vocabulary(properties={"p": kind}), is_inference=True)
    assert found.verdict.value == "possible conflict"
    assert found.reason == "rs is not isaf, but one of the readings is an inference"
