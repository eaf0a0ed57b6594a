"""What goes on over a period: one spell told twice, two values at a time, and lists with one date."""

import pytest

from factcheck.matching.compare import compare
from factcheck.model import Holds, Names, Property, Proposition, ValueType, Vocabulary
from factcheck.values.when import When


def spell(names, when=None, told="2018-01-12", **more):
    ids = tuple(names.split())
    date = None if when is None else When.parse(when, as_of=told)
    return Proposition("s", "p", Names(ids, len(ids) > 1, ", ".join(ids)), date, **more)


def verdict(a, b, **more):
    kind = Property("p", "service", ValueType.ENTITY, holds=Holds.OVER_PERIOD, **{"single": False, **more})
    found = compare(a, b, Vocabulary(properties={"p": kind}))
    return found.verdict.value if found.gate is None else f"apart: {found.gate.value}"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2002/..", "2002-11-20/", "refined"),
        ("2003/..", "2002-11-20/", "conflict"),
        ("1992/", "1993/..", "conflict"),
        ("1999/2008", "1999-09/2008", "refined"),
        ("1999/2008", "1999/2007", "conflict"),
        ("1999/2008", "2001/2008", "conflict"),
        ("1999/2008", "2008/2012", "apart: time"),
        ("1999/2008", "2010/2012", "apart: time"),
        ("2002/2005", "2010/..", "apart: time"),
        ("2002/..", "2019/2021", "apart: time"),
        ("2002/..", "/2021", "compatible"),
        ("2002/..", "2002/2016", "conflict"),
        ("2002/2008", "2005", "compatible"),
        ("2002/2008", None, "refines"),
    ],
)
def test_two_tellings_of_one_spell(one, other, expected):
    assert verdict(spell("kosovo", one), spell("kosovo", other)) == expected


def test_what_happens_once_has_one_spell_only():
    assert verdict(spell("kosovo", "1999/2008"), spell("kosovo", "2010/2012"), once=True) == "conflict"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1870/1890", "1890/1920", "apart: time"),
        ("1870/1890", "1889/1920", "conflict"),
        ("2001-01-20/2009-01-20", "2009-01-20/2017-01-20", "apart: time"),
        ("2001-01-20/2009-01-20", "2009-01-19/2017-01-20", "conflict"),
        ("2002/..", "2018-01-12", "conflict"),
        ("2002/..", "2019", "apart: time"),
        ("2015", "2015", "possible conflict"),
        ("2015-05-05", "2015-05-05", "conflict"),
        ("1870/1890", None, "possible conflict"),
    ],
)
def test_two_values_of_which_only_one_holds_at_a_time(one, other, expected):
    assert verdict(spell("ada", one), spell("bert", other), single=True) == expected
    assert verdict(spell("bert", other), spell("ada", one), single=True) == expected


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (("kosovo", "1999/2008"), "refined"),
        (("kosovo", "1998/2008"), "conflict"),
        (("kosovo", "1998"), "conflict"),
        (("kosovo", "2001/2008"), "compatible"),
        (("kosovo", "/2008"), "compatible"),
        (("kosovo", None), "refined"),
        (("nepal", "1998/2008"), "apart: property"),
        (("kosovo iraq", "1999-09/"), "equal"),
        (("kosovo iraq", "1998/"), "conflict"),
        (("kosovo nepal", "1998/"), "apart: property"),
    ],
)
def test_the_date_of_a_list_is_a_bound_for_each_member(member, expected):
    assert verdict(spell(*member), spell("kosovo iraq", "1999-09/")) == expected


def test_no_member_lasts_longer_than_its_list():
    whole = spell("kosovo iraq", "1999/2008")
    assert verdict(spell("kosovo", "2001/2010"), whole) == "conflict"
    assert verdict(spell("kosovo", "2001/.."), whole) == "conflict"
    assert verdict(spell("kosovo", "2001/2007"), whole) == "compatible"
