import datetime as dt

import pytest

from factcheck.values.calendar import ordinal
from factcheck.values.duration import Duration
from factcheck.values.elapsed import difference, elapsed, fits, shift, span_text
from factcheck.values.when import When


def day(text):
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "unit", "count"),
    [
        ("2020-09-27", "2020-11-10", "days", 44),
        ("2020-09-27", "2020-11-10", "weeks", 6),
        ("2020-01-31", "2020-02-29", "months", 1),
        ("2020-01-30", "2020-02-28", "months", 0),
        ("2020-01-15", "2020-03-14", "months", 1),
        ("2001-11-13", "2021-08-15", "years", 19),
        ("2001-08-15", "2021-08-15", "years", 20),
        ("2000-02-29", "2001-02-28", "years", 1),
        ("2021-08-15", "2001-08-15", "years", -20),
        ("2020-11-10", "2020-09-27", "weeks", -6),
    ],
)
def test_whole_units_go_by(first, last, unit, count):
    assert elapsed(day(first), day(last), unit) == count


@pytest.mark.parametrize(
    ("a", "b", "unit", "expected"),
    [
        ("2001", "2021", "years", (19, 20)),
        ("2020-09-27", "2020-11", "days", (35, 64)),
        ("2018-01", "2018-03", "months", (1, 2)),
        ("2018", "2018", "days", (-364, 364)),
        ("2002/2008", "2010", "years", (7, 8)),
        ("[..2018]", "2020", "years", (1, None)),
        ("2018", "[..2020]", "years", (None, 2)),
        ("2021", "2001", "years", (-20, -19)),
    ],
)
def test_differences_have_honest_bounds(a, b, unit, expected):
    assert difference(When.parse(a), When.parse(b), unit) == expected


def test_units_that_do_not_exist_are_refused():
    with pytest.raises(ValueError, match="'hours' is not a unit"):
        difference(When.parse("[..2018]"), When.parse("2020"), "hours")
    with pytest.raises(ValueError, match="'hours' is not a unit"):
        elapsed(1, 2, "hours")


@pytest.mark.parametrize(
    ("duration", "start", "end", "countings"),
    [
        ("P44D", "2020-09-27", "2020-11-10", ("exclusive",)),
        ("P44D", "2020-09-27", "2020-11-09", ("inclusive",)),
        ("P44D", "2020-09-27", "2020-11-08", ()),
        ("P44D", "2020-09-27", "2020-11-11", ()),
        ("P44D", "2020-09-27", "2020-11", ("exclusive", "inclusive")),
        ("P1W", "2018-01-01", "2018-01-08", ("exclusive",)),
        ("P1W", "2018-01-01", "2018-01-07", ("inclusive",)),
        ("P3M", "2018-01-15", "2018-04-10", ("calendar",)),
        ("P3M", "2018-01-15", "2018-04-20", ("exclusive", "calendar")),
        ("P3M", "2018-01", "2018-03", ("inclusive",)),
        ("P20Y", "2001-11-13", "2021-08-15", ("calendar",)),
        ("P20Y", "2001", "2021", ("exclusive", "calendar")),
        ("P20Y", "2001", "2020", ("inclusive",)),
        ("P20Y", "2001", "2023", ()),
        ("-P20Y", "2021", "2001", ("exclusive", "calendar")),
        ("P1Y6M", "2018-01", "2019-07", ("exclusive", "calendar")),
        ("P5Y", "2018", "[2020..]", ("exclusive", "inclusive", "calendar")),
    ],
)
def test_a_duration_fits_by_some_countings(duration, start, end, countings):
    assert fits(Duration.parse(duration), When.parse(start), When.parse(end)) == countings


@pytest.mark.parametrize(
    ("start", "duration", "result"),
    [
        ("2021", "-P20Y", "2001"),
        ("2018-01-09", "P20Y", "2038"),
        ("2018-01-09", "P3D", "2018-01-12"),
        ("2018-01-09", "P2W", "[2018-01-22..2018-01-28]"),
        ("2018-01-31", "P1M", "2018-02"),
        ("2018-01", "P1M", "2018-02"),
        ("2018", "P3M", "[2018-04-01..2019-03-31]"),
        ("2018-33", "P3M", "2018-34"),
        ("2018-40", "P6M", "2018-41"),
        ("201X", "P20Y", "203X"),
        ("20XX", "-P100Y", "19XX"),
        ("2018~", "P2Y", "2020~"),
        ("2018?", "P2Y", "2020?"),
        ("2018%", "P2Y", "2020%"),
        ("2002/2008", "P2Y", "2004/2010"),
        ("2002/..", "P2Y", "2004/.."),
        ("2002/", "P2Y", "2004/"),
        ("/2002", "P2Y", "/2004"),
        ("2018/2020", "P3M", "2018~/2020~"),
        ("2018-01-15/2018-02", "P10D", "2018-01-25/2018-02~"),
        ("[2018-01-08..2018-01-12]", "P1D", "[2018-01-09..2018-01-13]"),
        ("[..2018-01-12]", "P1D", "[..2018-01-13]"),
        ("[2018-01-12..]", "P1Y", "[2019-01-01..]"),
        ("[2010,2012]", "P1Y", "[2011,2013]"),
        ("{2010,2012}", "P1Y", "{2011,2013}"),
        ("{2010..2012,2014}", "P1Y", "{2011..2013,2015}"),
        ("-0010", "P20Y", "0010"),
    ],
)
def test_a_shifted_time_is_no_finer_than_either(start, duration, result):
    assert shift(When.parse(start), Duration.parse(duration)).edtf == result


def test_a_shift_out_of_the_calendar_is_refused():
    with pytest.raises(ValueError, match="outside the years"):
        shift(When.parse("9999"), Duration(years=1))
    with pytest.raises(ValueError, match="outside the years"):
        shift(When.parse("-9999-01-01"), Duration(days=1, negative=True))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2018-01-09", "2018-01-09", "2018-01-09"),
        ("2018-02-01", "2018-02-28", "2018-02"),
        ("2018-04-01", "2018-06-30", "2018-34"),
        ("2018-02-01", "2018-04-30", "[2018-02-01..2018-04-30]"),
        ("2018-07-01", "2018-12-31", "2018-41"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2010-01-01", "2019-12-31", "201X"),
        ("2000-01-01", "2009-12-31", "200X"),
        ("2000-01-01", "2099-12-31", "20XX"),
        ("2011-01-01", "2020-12-31", "[2011-01-01..2020-12-31]"),
        ("2018-01-02", "2018-01-31", "[2018-01-02..2018-01-31]"),
    ],
)
def test_a_span_that_is_a_calendar_unit_is_written_as_one(first, last, text):
    assert span_text(day(first), day(last)) == text


def test_spans_may_lack_an_end_and_bear_marks():
    assert span_text(None, ordinal(2018, 1, 12)) == "[..2018-01-12]"
    assert span_text(ordinal(2018, 1, 1), ordinal(2018, 1, 31), "~") == "2018-01~"
    assert span_text(ordinal(2018, 1, 2), ordinal(2018, 1, 31), "?") == "[2018-01-02?..2018-01-31?]"
