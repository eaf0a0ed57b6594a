"""Time between two dates, dates a while later, and whether a duration fits its start and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.values.calendar import (
    FIRST_DAY,
    LAST_DAY,
    civil,
    iso,
    month_end,
    ordinal,
    shift_months,
    weekday,
    year_text,
)
from factcheck.values.edtf import Precision
from factcheck.values.when import EndKind, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.values.calendar import Day
    from factcheck.values.duration import Duration

__all__ = ["difference", "elapsed", "fits", "shift", "span_text"]

_UNITS: Final = ("days", "weeks", "months", "years")
_UNIT_MONTHS: Final = {"months": 1, "years": 12}
_UNIT_DAYS: Final = {"days": 1, "weeks": 7}


def elapsed(first: Day, last: Day, unit: str) -> int:
    """How many whole units have gone by from one day to another, below zero if it goes back.

    >>> elapsed(ordinal(2020, 9, 27), ordinal(2020, 11, 10), "days")
    44
    >>> elapsed(ordinal(2001, 11, 13), ordinal(2021, 8, 15), "years")
    19

    Raises:
        ValueError: The unit is none of days, weeks, months, years.
    """
    if last < first:
        return -elapsed(last, first, unit)
    if unit in _UNIT_DAYS:
        return (last - first) // _UNIT_DAYS[unit]
    if unit not in _UNIT_MONTHS:
        raise ValueError(f"{unit!r} is not a unit of time between dates; those are {', '.join(_UNITS)}")
    (year, month, day), (last_year, last_month, last_day) = civil(first), civil(last)
    months = 12 * (last_year - year) + last_month - month
    if last_day < day and last != month_end(last_year, last_month):
        months -= 1
    return months // _UNIT_MONTHS[unit]


def difference(a: When, b: When, unit: str) -> tuple[int | None, int | None]:
    """The fewest and the most whole units from `a` to `b`, from start to start; None is unbounded.

    >>> difference(When.parse("2001"), When.parse("2021"), "years")
    (19, 20)
    >>> difference(When.parse("2020-09-27"), When.parse("2020-11-10"), "days")
    (44, 44)

    Raises:
        ValueError: The unit is none of days, weeks, months, years.
    """
    if unit not in _UNITS:
        raise ValueError(f"{unit!r} is not a unit of time between dates; those are {', '.join(_UNITS)}")
    return _bounds((a.earliest_start, a.latest_start), b, unit, elapsed)


def _bounds(
    starts: tuple[Day | None, Day | None], b: When, unit: str, count: Callable[[Day, Day, str], int]
) -> tuple[int | None, int | None]:
    """The fewest and the most units that a way of counting gives from the starts to those of `b`."""
    first, last = starts
    fewest = None if last is None or b.earliest_start is None else count(last, b.earliest_start, unit)
    return fewest, None if first is None or b.latest_start is None else count(first, b.latest_start, unit)


def fits(duration: Duration, start: When, end: When) -> tuple[str, ...]:
    """By which ways of counting the duration may lead from the start to the end; empty if by none.

    >>> from factcheck.values.duration import Duration
    >>> war, began = Duration(days=44), When.parse("2020-09-27")
    >>> fits(war, began, When.parse("2020-11-10")), fits(war, began, When.parse("2020-11-09"))
    (('exclusive',), ('inclusive',))

    "exclusive" counts the units gone by, "inclusive" the first and the last day (week, month, year) both, and
    "calendar" takes the difference of the years or months alone, whatever the day.
    """
    unit, amount = _smallest_unit(duration)
    first, last = (end, start) if duration.negative else (start, end)
    starts = first.earliest_start, first.latest_start
    if unit in _UNIT_DAYS:
        starts = _months_later(starts[0], duration), _months_later(starts[1], duration)
    whole = _bounds(starts, last, unit, elapsed)
    calendar = _bounds(starts, last, unit, _index_step)
    candidates = (
        ("exclusive", amount, whole),
        ("inclusive", amount - 1, calendar),
        ("calendar", amount, calendar),
    )
    fitting = [name for name, count, bounds in candidates if _holds(count, bounds)]
    return tuple(name for name in fitting if unit in _UNIT_MONTHS or name != "calendar")


def _smallest_unit(duration: Duration) -> tuple[str, int]:
    """The unit to count in, and how many of them there are beside any months and years before them."""
    if duration.days:
        return "days", abs(duration.calendar_days)
    if duration.weeks:
        return "weeks", duration.weeks
    if duration.months:
        return "months", abs(duration.calendar_months)
    return "years", duration.years


def _months_later(day: Day | None, duration: Duration) -> Day | None:
    return None if day is None else shift_months(day, abs(duration.calendar_months))


def _index_step(first: Day, last: Day, unit: str) -> int:
    return _index(last, unit) - _index(first, unit)


def _index(day: Day, unit: str) -> int:
    """The number of the day's own unit: its week, month or year."""
    if unit in _UNIT_DAYS:
        return (day - 1) // _UNIT_DAYS[unit]
    year, month, _ = civil(day)
    return year if unit == "years" else 12 * year + month


def _holds(count: int, bounds: tuple[int | None, int | None]) -> bool:
    fewest, most = bounds
    return (fewest is None or fewest <= count) and (most is None or count <= most)


def shift(when: When, duration: Duration) -> When:
    """The time that lies so much later, no finer than the duration's smallest unit.

    >>> from factcheck.values.duration import Duration
    >>> shift(When.parse("2021"), Duration(years=20, negative=True)).edtf
    '2001'
    >>> [shift(When.parse("2018-01-09"), later).edtf for later in (Duration(years=20), Duration(days=3))]
    ['2038', '2018-01-12']

    Raises:
        ValueError: The result lies outside the years -9999 to 9999.
    """
    if when.all_of:
        return When.parse("{" + ",".join(_member(member, duration) for member in when.all_of) + "}")
    if when.is_instant:
        return When.parse(_set_of(_moved(when, duration), _mark(when)))
    return When.parse(
        f"{_side(when.opening, when.start_kind, duration)}/{_side(when.closing, when.end_kind, duration)}"
    )


def _member(member: When, duration: Duration) -> str:
    if member.is_instant:
        return _date(member, duration)
    opening, closing = (side and _date(side, duration) for side in (member.opening, member.closing))
    return f"{opening or ''}..{closing or ''}"


def _side(side: When | None, kind: EndKind, duration: Duration) -> str:
    if side is None:
        return ".." if kind is EndKind.OPEN else ""
    return _date(side, duration)


def _date(when: When, duration: Duration) -> str:
    """One date; where the moved days make up no calendar unit, about the unit that they begin in."""
    ((first, last),) = _moved(when, duration)
    if first is None or last is None:
        raise AssertionError(when)
    unit = _unit(first, last)
    if unit is not None:
        return unit + _mark(when)
    year, month, _ = civil(first)
    coarse = max(when.precision, duration.precision)
    return (year_text(year) if coarse > Precision.MONTH else f"{year_text(year)}-{month:02}") + "~"


def _mark(when: When) -> str:
    if when.approximate and when.uncertain:
        return "%"
    return "~" if when.approximate else "?" if when.uncertain else ""


def _set_of(spans: list[tuple[Day | None, Day | None]], mark: str) -> str:
    texts = [span_text(first, last, mark) for first, last in spans]
    if len(texts) == 1:
        return texts[0]
    return "[" + ",".join(text.strip("[]") for text in texts) + "]"


def span_text(first: Day | None, last: Day | None, mark: str = "") -> str:
    """EDTF for one day somewhere from the first to the last: a calendar unit where they make one up.

    >>> span_text(ordinal(2018, 2, 1), ordinal(2018, 2, 28)), span_text(None, ordinal(2018, 1, 12))
    ('2018-02', '[..2018-01-12]')

    `mark` is one of ~ ? % or empty.
    """
    unit = None if first is None or last is None else _unit(first, last)
    if unit is not None:
        return unit + mark
    low = "" if first is None else iso(first) + mark
    return f"[{low}..{'' if last is None else iso(last) + mark}]"


def _unit(first: Day, last: Day) -> str | None:
    """The day, month, quarter, half, year, decade or century that runs from the first to the last day."""
    if first == last:
        return iso(first)
    (year, month, day), (last_year, last_month, _) = civil(first), civil(last)
    if day != 1 or last != month_end(last_year, last_month):
        return None
    text, months = year_text(year), 12 * (last_year - year) + last_month - month + 1
    if months == 1:
        return f"{text}-{month:02}"
    if months in _PARTS and (month - 1) % months == 0 and year == last_year:
        return f"{text}-{_PARTS[months] + (month - 1) // months}"
    if month != 1 or last_month != 12:
        return None
    for digits, years in ((4, 1), (3, 10), (2, 100)):
        if months == 12 * years and text[0] != "-" and text[digits:] == "0" * (4 - digits):
            return text[:digits] + "X" * (4 - digits)
    return text if months == 12 else None


_PARTS: Final = {3: 33, 6: 40}


def _moved(when: When, duration: Duration) -> list[tuple[Day | None, Day | None]]:
    return [
        (
            _floor(_add(first, duration), duration) if first is not None else None,
            _ceil(_add(last, duration), duration) if last is not None else None,
        )
        for first, last in when.start.spans
    ]


def _add(day: Day, duration: Duration) -> Day:
    moved = shift_months(day, duration.calendar_months) + duration.calendar_days
    if not FIRST_DAY <= moved <= LAST_DAY:
        raise ValueError(f"{iso(day)} and {duration.phrase} lies outside the years -9999 to 9999")
    return moved


def _floor(day: Day, duration: Duration) -> Day:
    precision, (year, month, _) = duration.precision, civil(day)
    if precision is Precision.WEEK:
        return day - weekday(day)
    if precision is Precision.DAY:
        return day
    return ordinal(year, month if precision is Precision.MONTH else 1, 1)


def _ceil(day: Day, duration: Duration) -> Day:
    precision, (year, month, _) = duration.precision, civil(day)
    if precision is Precision.WEEK:
        return day - weekday(day) + 6
    if precision is Precision.DAY:
        return day
    return month_end(year, month if precision is Precision.MONTH else 12)
