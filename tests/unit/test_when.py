import datetime as dt

import pytest

from factcheck.values.calendar import iso, ordinal
from factcheck.values.edtf import Precision
from factcheck.values.when import EndKind, When, as_day


def bounds(when):
    days = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    return tuple(None if day is None else iso(day) for day in days)


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("2018-01-09", None, ("2018-01-09",) * 4),
        ("2018", None, ("2018-01-01", "2018-12-31") * 2),
        ("2002/2008", None, ("2002-01-01", "2002-12-31", "2008-01-01", "2008-12-31")),
        ("2002/2002", None, ("2002-01-01", "2002-12-31", "2002-01-01", "2002-12-31")),
        ("1999-12/1999", None, ("1999-12-01", "1999-12-31", "1999-12-01", "1999-12-31")),
        ("1999/1999-02", None, ("1999-01-01", "1999-02-28", "1999-02-01", "1999-02-28")),
        ("2002-11-20/", None, ("2002-11-20", "2002-11-20", "2002-11-20", None)),
        ("2002/..", "2018-01-12", ("2002-01-01", "2002-12-31", "2018-01-12", None)),
        ("2002/..", None, ("2002-01-01", "2002-12-31", "2002-01-01", None)),
        ("2019/..", "2018-01-12", ("2019-01-01", "2019-12-31", "2019-01-01", None)),
        ("/2008", None, (None, "2008-12-31", "2008-01-01", "2008-12-31")),
        ("../2008", "2018-01-12", (None, "2008-12-31", "2008-01-01", "2008-12-31")),
        ("[2018-01-08..2018-01-12]", None, ("2018-01-08", "2018-01-12") * 2),
        ("[..2018-01-12]", None, (None, "2018-01-12") * 2),
        ("[1984..]", None, ("1984-01-01", None) * 2),
        ("[1667,1670]", None, ("1667-01-01", "1670-12-31") * 2),
        ("{1667,1670}", None, ("1667-01-01", "1667-12-31", "1670-01-01", "1670-12-31")),
        ("{..1983,1985}", None, (None, "1983-12-31", "1985-01-01", "1985-12-31")),
        ("2004~", None, ("2004-01-01", "2004-12-31") * 2),
    ],
)
def test_every_time_has_four_bounds(text, as_of, expected):
    assert bounds(When.parse(text, as_of=as_of)) == expected


def test_a_set_of_years_leaves_out_the_years_between():
    assert When.parse("[1667,1670]").start.spans == (
        (ordinal(1667, 1, 1), ordinal(1667, 12, 31)),
        (ordinal(1670, 1, 1), ordinal(1670, 12, 31)),
    )


def test_instants_and_periods_are_told_apart():
    assert When.parse("[2018-01-08..2018-01-12]").is_instant
    assert When.parse("201X").is_instant
    assert not When.parse("2018-01-08/2018-01-12").is_instant
    assert not When.parse("{1667,1668}").is_instant


def test_ends_are_known_unknown_or_open():
    assert (When.parse("2002/..").start_kind, When.parse("2002/..").end_kind) == (EndKind.KNOWN, EndKind.OPEN)
    assert When.parse("2002-11-20/").end_kind is EndKind.UNKNOWN
    assert When.parse("/2008").start_kind is EndKind.UNKNOWN
    assert When.parse("../2008").start_kind is EndKind.OPEN


def test_equality_looks_at_what_is_said_and_not_at_the_words():
    assert When.parse("2018", words="in 2018") == When.parse("2018", words="last year")
    assert len({When.parse("2018", words="in 2018"), When.parse("2018")}) == 1
    assert When.parse("2018") != When.parse("2018-XX")
    assert When.parse("2002/..", as_of="2018") != When.parse("2002/..", as_of="2019")
    assert When.parse("2002/2008", as_of="2018") == When.parse("2002/2008", as_of="2019")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2002-11-20/2008", Precision.YEAR),
        ("2002-11-20/", Precision.DAY),
        ("[2018-01-08..2018-01]", Precision.MONTH),
        ("2018-22", Precision.SEASON),
    ],
)
def test_the_coarsest_date_gives_the_precision(text, precision):
    assert When.parse(text).precision is precision


def test_marks_of_either_side_count():
    assert When.parse("2002~/2008").approximate
    assert When.parse("[2002,2008?]").uncertain
    assert not When.parse("2002/2008").approximate


def test_a_time_of_day_is_kept_and_printed():
    updated = When.parse("2018-10-23T19:18")
    assert updated.time == "19:18"
    assert str(updated) == "2018-10-23T19:18"
    assert updated.start == When.parse("2018-10-23").start


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (When.on(dt.date(2018, 1, 9)), "2018-01-09"),
        (When.on("2018-01-09"), "2018-01-09"),
        (When.of_month(2018, 1), "2018-01"),
        (When.of_quarter(2018, 4), "2018-36"),
        (When.of_year(-44), "-0044"),
        (When.of_decade(1994), "199X"),
        (When.of_decade(-14), "-001X"),
        (When.between("2018-01-08", "2018-01-12"), "[2018-01-08..2018-01-12]"),
        (When.between(None, "2018-01-12"), "[..2018-01-12]"),
        (When.between("2018-01-12", "2018-01-12"), "2018-01-12"),
    ],
)
def test_constructors_write_edtf(when, text):
    assert when == When.parse(text)


def test_there_is_no_fifth_quarter():
    with pytest.raises(ValueError, match="1 to 4, not 5"):
        When.of_quarter(2018, 5)


def test_both_sides_of_a_period_are_dates_of_their_own():
    mission = When.parse("2002-11-20/2014~")
    assert (mission.opening, mission.closing) == (When.parse("2002-11-20"), When.parse("2014~"))
    assert When.parse("2002/..").closing is None
    assert When.parse("/2002").opening is None
    assert When.parse("2018").opening == When.parse("2018")
    assert When.parse("{2018,2019}").closing is None


def test_dates_of_all_sorts_name_one_day():
    day = ordinal(2018, 1, 12)
    for date in (
        day,
        dt.date(2018, 1, 12),
        dt.datetime(2018, 1, 12, 9, 30, tzinfo=dt.UTC),
        "2018-01-12",
        When.on(day),
    ):
        assert as_day(date) == day
    assert as_day("2018-01") == ordinal(2018, 1, 31)
    with pytest.raises(ValueError, match="no last day"):
        as_day("2018/..")


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="did you mean '2002/2008'"):
        When.parse("2008/2002")


def test_a_time_shows_what_it_was_made_of():
    assert repr(When.parse("2018", words="in 2018")) == "When(edtf='2018', as_of=None, words='in 2018')"
