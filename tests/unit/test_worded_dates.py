"""Dates in EDTF and in words against a table written by hand: which days they allow, and how they relate."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from factcheck.reading.dates import find_dates
from factcheck.values.calendar import WEEKDAYS, iso, weekday
from factcheck.values.dayset import DaySet
from factcheck.values.duration import Duration
from factcheck.values.edtf import parse_edtf
from factcheck.values.elapsed import difference, fits, shift
from factcheck.values.relation import after, before, during, overlaps, relate, same
from factcheck.values.when import When, as_day

TABLES = tomllib.loads((Path(__file__).parents[1] / "data" / "worded_dates.toml").read_text("utf-8"))
RELATIONS = (before, after, during, overlaps, same)


def rows(table, *, only=None):
    """The rows of a table, each split at its bars."""
    return [
        tuple(column.strip() for column in line.split("|"))
        for name, lines in TABLES[table].items()
        if only is None or name == only
        for line in lines.strip().splitlines()
    ]


def when(text):
    edtf, _, as_of = text.partition("@")
    return When.parse(edtf, as_of=as_of or None)


def span(first, last):
    """First and last day as the table writes them."""
    if first == last:
        return iso(first)
    return f"{'' if first is None else iso(first)} .. {'' if last is None else iso(last)}".strip()


def reach(days: DaySet):
    return span(days.earliest, days.latest)


@pytest.mark.parametrize(("text", "start", "end"), [(*row, row[1])[:3] for row in rows("bounds")])
def test_an_edtf_date_starts_and_ends_on_the_days_that_it_names(text, start, end):
    found = when(text)
    assert span(found.earliest_start, found.latest_start) == start
    assert span(found.earliest_end, found.latest_end) == end


@pytest.mark.parametrize(("text", "days"), rows("margins"))
def test_marks_and_seasons_leave_a_margin(text, days):
    assert reach(when(text).literal_start) == reach(when(text).literal_end) == days


@pytest.mark.parametrize(("text", "meant"), rows("wrong"))
def test_wrong_edtf_is_told_what_was_meant(text, meant):
    with pytest.raises(ValueError, match="is not an EDTF date") as caught:
        parse_edtf(text)
    message = str(caught.value)
    assert message.partition("did you mean ")[2] == (f"{meant!r}?" if meant else "")


@pytest.mark.parametrize(("pair", "verdict", "truths"), rows("pairs"))
def test_two_times_relate_as_their_days_do(pair, verdict, truths):
    a, b = (when(side.strip()) for side in pair.split(" ~ "))
    assert relate(a, b).value == verdict
    assert relate(b, a) is relate(a, b).swapped
    assert "".join(asked(a, b).value[0].upper() for asked in RELATIONS) == truths


@pytest.mark.parametrize(
    ("sentence", "dates", "published"), [(*row, "@2018-01-12")[:3] for row in rows("english")]
)
def test_english_dates_mean_these_days(sentence, dates, published):
    found = [mention.value for mention in find_dates(sentence, published[1:])]
    assert "; ".join(span(date.earliest_start, date.latest_end) for date in found) == dates


@pytest.mark.parametrize(("first", "last", "unit", "bounds"), rows("lengths", only="differences"))
def test_this_many_whole_units_go_by(first, last, unit, bounds):
    fewest, most = (None if bound == "*" else int(bound) for bound in bounds.split())
    assert difference(when(first), when(last), unit) == (fewest, most)


@pytest.mark.parametrize(("duration", "first", "last", "countings"), rows("lengths", only="durations"))
def test_a_duration_fits_by_these_countings(duration, first, last, countings):
    assert fits(Duration.parse(duration), when(first), when(last)) == tuple(countings.split())


@pytest.mark.parametrize(("born", "today", "bounds"), rows("lengths", only="ages"))
def test_somebody_is_this_old(born, today, bounds):
    assert difference(when(born), when(today), "years") == tuple(map(int, bounds.split()))


@pytest.mark.parametrize(("first", "duration", "then"), rows("lengths", only="later"))
def test_a_while_later_it_is_this(first, duration, then):
    assert shift(when(first), Duration.parse(duration)).edtf == then


@pytest.mark.parametrize(("day", "name"), rows("lengths", only="weekdays"))
def test_a_day_has_its_weekday(day, name):
    assert WEEKDAYS[weekday(as_day(day))] == name
    year = int(day[:4]) if day[0] != "-" else 0
    assert year < 1 or dt.date.fromisoformat(day).weekday() == WEEKDAYS.index(name)
