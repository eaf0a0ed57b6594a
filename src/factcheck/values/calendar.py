"""Days as integers: the proleptic Gregorian calendar from year -9999 to 9999."""

from __future__ import annotations

from typing import Final, TypeAlias

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "MONTHS",
    "WEEKDAYS",
    "YEARS",
    "Day",
    "civil",
    "clamp",
    "days_in_month",
    "is_leap",
    "iso",
    "month_end",
    "ordinal",
    "shift_months",
    "weekday",
    "year_text",
]

Day: TypeAlias = int
"""A day number: 1 is 1 January of year 1, as in `datetime.date.toordinal`."""

YEARS: Final = range(-9999, 10_000)
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAYS_IN_ERA: Final = 146_097  # 400 Gregorian years
_MARCH_TO_JANUARY: Final = 305  # day 1 counted from 1 March of year 0, where eras start
_MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February; year 0 is one.

    >>> [year for year in (-4, 0, 1900, 2000, 2018) if is_leap(year)]
    [-4, 0, 2000]
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has.

    >>> days_in_month(2018, 2), days_in_month(2020, 2)
    (28, 29)
    """
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def ordinal(year: int, month: int, day: int) -> Day:
    """The day number of a date that exists.

    >>> ordinal(1, 1, 1), ordinal(2018, 1, 9), ordinal(-9999, 1, 1)
    (1, 736703, -3652424)

    The date is not checked; the algorithm is Howard Hinnant's `days_from_civil`.
    """
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_ERA + day_of_era - _MARCH_TO_JANUARY


def civil(day: Day) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number: the inverse of `ordinal`.

    >>> civil(736703)
    (2018, 1, 9)
    """
    era, day_of_era = divmod(day + _MARCH_TO_JANUARY, _DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    month = march_month + 3 if march_month < 10 else march_month - 9
    return (
        year_of_era + era * 400 + (month <= 2),
        month,
        day_of_year - (153 * march_month + 2) // 5 + 1,
    )


FIRST_DAY: Final = ordinal(YEARS[0], 1, 1)
LAST_DAY: Final = ordinal(YEARS[-1], 12, 31)


def clamp(day: Day) -> Day:
    """The nearest day of the calendar.

    >>> clamp(LAST_DAY + 40) == LAST_DAY
    True
    """
    return min(max(day, FIRST_DAY), LAST_DAY)


def weekday(day: Day) -> int:
    """The day of the week, Monday is 0.

    >>> WEEKDAYS[weekday(ordinal(2018, 1, 9))]
    'Tuesday'
    """
    return (day + 6) % 7


def month_end(year: int, month: int) -> Day:
    """The last day of the month.

    >>> civil(month_end(2018, 2))
    (2018, 2, 28)
    """
    return ordinal(year, month, days_in_month(year, month))


def shift_months(day: Day, months: int) -> Day:
    """The same day of the month so many months later, or the last day of a shorter month.

    >>> civil(shift_months(ordinal(2018, 1, 31), 1))
    (2018, 2, 28)
    """
    year, month, day_of_month = civil(day)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return ordinal(year, month, min(day_of_month, days_in_month(year, month)))


def year_text(year: int) -> str:
    """The year in four digits, as ISO 8601 writes it.

    >>> year_text(476), year_text(-43)
    ('0476', '-0043')
    """
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def iso(day: Day) -> str:
    """The date as ISO 8601 writes it.

    >>> iso(736703)
    '2018-01-09'
    """
    year, month, day_of_month = civil(day)
    return f"{year_text(year)}-{month:02}-{day_of_month:02}"
