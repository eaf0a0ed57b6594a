import datetime as dt

import pytest

from factcheck.values.calendar import (
    FIRST_DAY,
    LAST_DAY,
    civil,
    clamp,
    days_in_month,
    iso,
    month_end,
    ordinal,
    shift_months,
    weekday,
    year_text,
)


def test_every_day_of_the_standard_library_has_the_same_number():
    for number in range(1, dt.date.max.toordinal() + 1, 97):
        date = dt.date.fromordinal(number)
        assert ordinal(date.year, date.month, date.day) == number
        assert civil(number) == (date.year, date.month, date.day)
        assert weekday(number) == date.weekday()


def test_every_day_around_the_year_zero_and_both_edges_survives_the_way_there_and_back():
    for middle in (FIRST_DAY + 1000, 0, LAST_DAY - 1000):
        for day in range(middle - 1000, middle + 1001):
            assert ordinal(*civil(day)) == day


def test_days_before_year_one_run_on_without_a_gap():
    assert ordinal(0, 12, 31) == 0
    assert ordinal(0, 2, 29) + 1 == ordinal(0, 3, 1)
    assert civil(ordinal(-1, 12, 31) + 1) == (0, 1, 1)


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [
        (2018, 2, 28),
        (2020, 2, 29),
        (1900, 2, 28),
        (2000, 2, 29),
        (0, 2, 29),
        (-4, 2, 29),
        (2018, 4, 30),
        (2018, 12, 31),
    ],
)
def test_months_have_their_lengths(year, month, days):
    assert days_in_month(year, month) == days
    assert civil(month_end(year, month)) == (year, month, days)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2018, 1, 31), 1, (2018, 2, 28)),
        ((2020, 1, 31), 1, (2020, 2, 29)),
        ((2018, 1, 15), -1, (2017, 12, 15)),
        ((2018, 12, 1), 1, (2019, 1, 1)),
        ((2020, 2, 29), 12, (2021, 2, 28)),
        ((1, 1, 1), -1, (0, 12, 1)),
        ((2018, 5, 31), 0, (2018, 5, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(start, months, end):
    assert civil(shift_months(ordinal(*start), months)) == end


def test_dates_are_written_as_iso_writes_them():
    assert iso(ordinal(476, 9, 4)) == "0476-09-04"
    assert iso(ordinal(-44, 3, 15)) == "-0044-03-15"
    assert year_text(0) == "0000"


def test_days_outside_the_calendar_are_drawn_to_its_edge():
    assert clamp(FIRST_DAY - 1) == FIRST_DAY
    assert clamp(LAST_DAY + 1) == LAST_DAY
    assert clamp(5) == 5
