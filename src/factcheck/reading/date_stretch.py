"""Stretches around a named time: its early part, its first ten months, the week of it, the year up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.values.calendar import civil, iso, month_end, ordinal, shift_months, weekday, year_text
from factcheck.values.edtf import Precision
from factcheck.values.elapsed import span_text

if TYPE_CHECKING:
    from factcheck.reading.date_phrase import DatePhrase
    from factcheck.values.calendar import Day
    from factcheck.values.when import When

__all__ = ["UNIT_DAYS", "UNIT_MONTHS", "after", "part_of", "stretch", "unit_span", "unit_text"]

UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
UNIT_DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def after(day: Day, unit: str, count: int) -> Day:
    """The day so many units later."""
    if unit in UNIT_DAYS:
        return day + UNIT_DAYS[unit] * count
    return shift_months(day, UNIT_MONTHS[unit] * count)


def unit_text(day: Day, unit: str, step: int = 0) -> str:
    """EDTF for the unit that lies so many steps from the day's own.

    >>> unit_text(ordinal(2018, 1, 12), "week", -1), unit_text(ordinal(2018, 1, 12), "month", -1)
    ('[2018-01-01..2018-01-07]', '2017-12')
    """
    first, last = unit_span(day, unit, step)
    return span_text(first, last)


def unit_span(day: Day, unit: str, step: int) -> tuple[Day, Day]:
    """The first and the last day of the unit that lies so many steps from the day's own."""
    if unit == "day":
        return day + step, day + step
    if unit in UNIT_DAYS:
        monday = day - weekday(day) + UNIT_DAYS[unit] * step
        return monday + (5 if unit == "weekend" else 0), monday + 6
    months = UNIT_MONTHS[unit]
    year, month, _ = civil(day)
    index = (12 * year + month - 1) // months + step
    first_year, first_month = divmod(index * months, 12)
    first = ordinal(first_year, first_month + 1, 1)
    return first, shift_months(first, months) - 1


def part_of(when: When, part: str) -> str:
    """The early, middle or late third; of decades by years; start and end of a year are a quarter each.

    >>> from factcheck.values.when import When
    >>> part_of(When.parse("2017"), "early"), part_of(When.parse("2017-03"), "mid")
    ('[2017-01-01..2017-04-30]', '[2017-03-11..2017-03-20]')
    """
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return when.edtf
    third = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}[part]
    year, month, _ = civil(first)
    if when.precision is Precision.MONTH:
        start = ordinal(year, month, 10 * third + 1)
        return span_text(start, last if third == 2 else start + 9)
    if when.precision is Precision.YEAR:
        if part in ("start", "end"):
            return f"{year_text(year)}-{33 if part == 'start' else 36}"
        return span_text(ordinal(year, 4 * third + 1, 1), month_end(year, 4 * third + 4))
    if when.precision in _YEARS_OF_THIRDS:
        low, high = _YEARS_OF_THIRDS[when.precision][third]
        return span_text(ordinal(year + low, 1, 1), ordinal(year + high, 12, 31))
    length = last - first + 1
    return span_text(first + length * third // 3, first + length * (third + 1) // 3 - 1)


_YEARS_OF_THIRDS: Final = {
    Precision.DECADE: ((0, 3), (4, 6), (6, 9)),
    Precision.CENTURY: ((0, 33), (33, 66), (66, 99)),
}


def stretch(phrase: DatePhrase, inner: When) -> str | None:
    """EDTF for what the phrase says of the time inside it, None where that is not told finely enough.

    The week of 10 January is the one from Monday to Sunday that holds it. Two years to March 2017 begin in
    March 2015; three months that end on 30 September begin on 1 July. The second week of a month is its
    days 8 to 14.
    """
    first, last = inner.earliest_start, inner.latest_end
    if first is None or last is None or not inner.is_instant:
        return None
    unit, count = phrase.unit or "", phrase.count or 1
    if phrase.form == "week":
        return _week(first, phrase.direction or "of") if inner.precision is Precision.DAY else None
    if phrase.form == "up to":
        return _up_to(inner, first, unit, count)
    if phrase.index is not None:
        count = phrase.index
        low, high = after(first, unit, count - 1), after(first, unit, count) - 1
    elif phrase.direction == "last":
        low, high = after(last + 1, unit, -count), last
    else:
        low, high = first, after(first, unit, count) - 1
    if low < first or high > last:
        return None
    if phrase.count is None:
        return span_text(low, high)
    if unit in UNIT_DAYS:
        return f"{iso(low)}/{iso(high)}"
    finest = "month" if unit == "quarter" else unit
    start, end = unit_text(low, finest), unit_text(high, finest)
    return f"{start}/{end}" if start[0] != "[" != end[0] else None


def _week(day: Day, which: str) -> str:
    low = {"of": day - weekday(day), "ending": day - 6, "beginning": day}[which]
    return span_text(low, low + 6)


def _up_to(inner: When, first: Day, unit: str, count: int) -> str | None:
    if inner.precision is Precision.DAY:
        return f"{iso(after(first + 1, unit, -count))}/{inner.edtf}"
    told = {Precision.MONTH: "month", Precision.QUARTER: "quarter", Precision.YEAR: "year"}.get(
        inner.precision
    )
    if told is None or UNIT_MONTHS.get(unit, 0) < UNIT_MONTHS[told]:
        return None
    return f"{unit_text(after(first, unit, -count), told)}/{inner.edtf}"
