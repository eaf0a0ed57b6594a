import time

import pytest

from factcheck.values.calendar import iso
from factcheck.values.edtf import Edge, EdtfDate, EdtfInterval, EdtfSet, Precision, parse_edtf


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2018", "2018-01-01", "2018-12-31", Precision.YEAR),
        ("2018-02", "2018-02-01", "2018-02-28", Precision.MONTH),
        ("2018-01-09", "2018-01-09", "2018-01-09", Precision.DAY),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
        ("1XXX", "1000-01-01", "1999-12-31", Precision.MILLENNIUM),
        ("2004-XX", "2004-01-01", "2004-12-31", Precision.YEAR),
        ("2004-XX-XX", "2004-01-01", "2004-12-31", Precision.YEAR),
        ("1985-04-XX", "1985-04-01", "1985-04-30", Precision.MONTH),
        ("2018-21", "2018-03-01", "2018-05-31", Precision.SEASON),
        ("2018-24", "2018-12-01", "2019-02-28", Precision.SEASON),
        ("2018-29", "2018-09-01", "2018-11-30", Precision.SEASON),
        ("2018-33", "2018-01-01", "2018-03-31", Precision.QUARTER),
        ("2018-36", "2018-10-01", "2018-12-31", Precision.QUARTER),
        ("2018-39", "2018-09-01", "2018-12-31", Precision.THIRD),
        ("2018-41", "2018-07-01", "2018-12-31", Precision.HALF),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15", Precision.DAY),
        ("-001X", "-0019-01-01", "-0010-12-31", Precision.DECADE),
        ("0000", "0000-01-01", "0000-12-31", Precision.YEAR),
        ("-9999", "-9999-01-01", "-9999-12-31", Precision.YEAR),
        ("9999-24", "9999-12-01", "9999-12-31", Precision.SEASON),
        ("2018-10-23T19:18", "2018-10-23", "2018-10-23", Precision.DAY),
    ],
)
def test_a_date_spans_the_days_that_it_names(text, first, last, precision):
    date = parse_edtf(text)
    assert isinstance(date, EdtfDate)
    assert (iso(date.first), iso(date.last), date.precision) == (first, last, precision)
    assert date.text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("1984~", True, False), ("1984?", False, True), ("1984-06%", True, True)],
)
def test_marks_are_kept(text, approximate, uncertain):
    date = parse_edtf(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004~", "2003-01-01", "2005-12-31"),
        ("2004-06~", "2004-05-01", "2004-07-31"),
        ("2004-06-11?", "2004-06-10", "2004-06-12"),
        ("199X~", "1980-01-01", "2009-12-31"),
        ("2018-22", "2018-05-01", "2018-09-30"),
        ("-9999~", "-9999-01-01", "-9998-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
        ("2004", "2004-01-01", "2004-12-31"),
    ],
)
def test_a_marked_date_may_be_off_by_one_unit(text, first, last):
    ((low, high),) = parse_edtf(text).literal
    assert (iso(low), iso(high)) == (first, last)


def test_a_winter_may_be_that_of_either_turn_of_the_year():
    spans = [(iso(low), iso(high)) for low, high in parse_edtf("2018-24").literal]
    assert spans == [("2017-11-01", "2018-03-31"), ("2018-11-01", "2019-03-31")]


def test_intervals_know_unknown_from_open():
    assert parse_edtf("2002-11-20/").end is Edge.UNKNOWN
    assert parse_edtf("2002/..").end is Edge.OPEN
    assert parse_edtf("../2002").start is Edge.OPEN
    assert parse_edtf("/2002").start is Edge.UNKNOWN
    both = parse_edtf("2002~/2008-05?")
    assert isinstance(both, EdtfInterval)
    assert (both.start.text, both.end.text) == ("2002~", "2008-05?")


def test_sets_are_one_of_or_all_of():
    one, all_ = parse_edtf("[1667, 1668,1670..1672]"), parse_edtf("{1960,1961-12}")
    assert isinstance(one, EdtfSet)
    assert (one.all_of, len(one.members)) == (False, 3)
    assert (all_.all_of, len(all_.members)) == (True, 2)
    assert parse_edtf("[..1983]").members[0].first is None
    assert parse_edtf("[1984..]").members[0].last is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("199u", "199X"),
        ("2004-uu", "2004-XX"),
        ("201x", "201X"),
        ("2002/open", "2002/.."),
        ("open/2002", "../2002"),
        ("2002-11-20/unknown", "2002-11-20/"),
        ("unknown/2008", "/2008"),
        ("2004?~", "2004%"),
        ("2004-06~?", "2004-06%"),
        ("?2004", "2004?"),
        ("c. 1984", "1984~"),
        ("1990s", "199X"),
        ("2002-present", "2002/.."),
        ("1999-2008", "1999/2008"),
        ("1999 to 2008", "1999/2008"),
        ("2003-18", "2003/2018"),
        ("2003–08", "2003/2008"),
        ("2018-01-08–2018-01-12", "2018-01-08/2018-01-12"),
        ("2018/01/09", "2018-01-09"),
        ("20180109", "2018-01-09"),
        ("2018.01.09", "2018-01-09"),
        ("2018-1-9", "2018-01-09"),
        ("9.1.2018", "2018-01-09"),
        ("2018–01–09", "2018-01-09"),
        ("2018-10-23 19:18", "2018-10-23T19:18"),
        ("2018-Q3", "2018-35"),
        ("2018-W02", "[2018-01-08..2018-01-14]"),
        ("476", "0476"),
        ("2008/2002", "2002/2008"),
        ("2008..2010", "[2008..2010]"),
        ("..2010", "[..2010]"),
        ("2002..", "2002/.."),
    ],
)
def test_a_wrong_form_is_told_the_right_one(text, meant):
    parse_edtf(meant)
    with pytest.raises(ValueError, match="did you mean") as caught:
        parse_edtf(text)
    assert f"did you mean {meant!r}?" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2018-02-30", "2018-02 has days 01 to 28, not 30"),
        ("2018-04-00", "2018-04 has days 01 to 30, not 00"),
        ("2018-13", "month 13 does not exist"),
        ("2018-00-03", "month 00 does not exist"),
        ("2018-21-XX", "part of the year and has no days"),
        ("2018-XX-25", "a day needs its month"),
        ("15XX-12", "last digits of a year"),
        ("2X18", "last digits of a year"),
        ("2018-1X", "both digits"),
        ("2018-01-2X", "both digits"),
        ("-0000", "no sign"),
        ("/", "date on one side at least"),
        ("../..", "date on one side at least"),
        ("[..]", "date on one side at least"),
        ("[Monday", "ends with ]"),
        ("{}", "ends with }"),
        ("[2018,]", "dates are written as"),
        ("[2010..2008]", "before it starts"),
        ("2018-10-23T25:00", "not a time of day"),
        ("2018-10-23T24:00:01", "not a time of day"),
        ("2018-10-23T24:01:00", "not a time of day"),
        ("2018-10-23T23:59:61", "not a time of day"),
        ("2018-1X-05", "both digits"),
        ("2018-10-23T19:61", "not a time of day"),
        ("2018-10-23T19:18/2019", "no times of day"),
        ("[2018-10-23T19:18]", "no times of day"),
        ("Y170000002", "the years are -9999 to 9999"),
        ("Y-17E7", "the years are -9999 to 9999"),
        ("-12018", "the years are -9999 to 9999"),
        ("Y12", "dates are written as"),
        ("", "dates are written as"),
        ("٢٠١٨", "dates are written as"),
    ],
)
def test_a_wrong_date_is_told_why(text, reason):
    with pytest.raises(ValueError, match="is not an EDTF date") as caught:
        parse_edtf(text)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    "unit", ["1", "X", "-", "/", "[", "2018-", "..", "2018/", "u", "\ud800", "?~", "2018,", "[2018.."]
)
def test_long_garbage_is_refused_at_once(unit):
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    with pytest.raises(ValueError, match="is not an EDTF date") as caught:
        parse_edtf(text)
    assert time.process_time() - begun < 20
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(("text", "shown"), [("s" * 60, "s" * 60), ("s" * 61, "s" * 57 + "...")])
def test_a_long_text_is_shown_cut(text, shown):
    with pytest.raises(ValueError, match="is not an EDTF date") as caught:
        parse_edtf(text)
    assert str(caught.value).startswith(f"{shown!r} is not")


def test_a_set_may_have_many_members_but_not_any_number():
    members = ",".join(["2018-01-09"] * 181) + ",2018-01"
    assert len(f"[{members}]") == 2000
    assert len(parse_edtf(f"[{members}]").members) == 182
    with pytest.raises(ValueError, match="2001 characters long"):
        parse_edtf(f"[{members} ]")
