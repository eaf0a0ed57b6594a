"""Extended Date/Time Format: level 1 in full, and the sets of level 2."""

from __future__ import annotations

import re
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from factcheck.values.calendar import (
    civil,
    clamp,
    days_in_month,
    month_end,
    ordinal,
    shift_months,
    year_text,
)
from factcheck.values.edtf_hints import hints

if TYPE_CHECKING:
    from factcheck.values.calendar import Day

__all__ = [
    "Edge",
    "EdtfDate",
    "EdtfInterval",
    "EdtfRange",
    "EdtfSet",
    "Expression",
    "Precision",
    "parse_edtf",
]


class Precision(IntEnum):
    """How finely a date is told; a larger one is coarser.

    >>> max(Precision.DAY, Precision.YEAR)
    <Precision.YEAR: 7>
    """

    DAY = 0
    WEEK = 1
    MONTH = 2
    QUARTER = 3
    SEASON = 4
    THIRD = 5
    HALF = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9
    MILLENNIUM = 10
    ANY_YEAR = 11

    @property
    def months(self) -> int:
        """How many months one such unit has, 0 for days and weeks."""
        return _MONTHS[self]


_MONTHS: Final = (0, 0, 1, 3, 3, 4, 6, 12, 120, 1200, 12_000, 120_000)


class Edge(Enum):
    """What is said of one end of an interval that has no date.

    >>> parse_edtf("2002-11-20/").end
    <Edge.UNKNOWN: ''>
    """

    UNKNOWN = ""
    OPEN = ".."


@frozen
class EdtfDate:
    """One date of any precision.

    Attributes:
        text: as EDTF writes it.
        first: first day that it may be.
        last: last day that it may be.
        precision: how finely it is told; an unspecified month or day counts as left out.
        approximate: marked with ~ or %.
        uncertain: marked with ? or %.
        time: time of day as written, "" where there is none.
    """

    text: str
    first: Day
    last: Day
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    time: str = ""

    @property
    def has_margin(self) -> bool:
        """Whether its words do not rule out more days than it names."""
        return self.approximate or self.uncertain or self.precision is Precision.SEASON

    @property
    def literal(self) -> tuple[tuple[Day, Day], ...]:
        """The days that the words do not rule out: wider for approximate and uncertain dates and seasons.

        A marked date may be off by one unit of its own precision. Seasons have a margin of a month, since
        some begin them with the month and some with the sun; a winter may be that of either year's turn.
        """
        if not self.has_margin:
            return ((self.first, self.last),)
        if self.precision.months == 0:
            return ((clamp(self.first - 1), clamp(self.last + 1)),)
        if self.precision is not Precision.SEASON:
            return (self._widened(self.precision.months),)
        if civil(self.first)[1] != 12:
            return (self._widened(1),)
        return self._widened(1, -12), self._widened(1)

    def _widened(self, months: int, later: int = 0) -> tuple[Day, Day]:
        """First and last day with so many months on either side, all so many months later."""
        last = shift_months(self.last + 1, later + months) - 1
        return clamp(shift_months(self.first, later - months)), clamp(last)


@frozen
class EdtfInterval:
    """A start and an end, each a date, unknown (nothing written) or open (`..`)."""

    start: EdtfDate | Edge
    end: EdtfDate | Edge


@frozen
class EdtfRange:
    """`a..b` inside a set; a missing side is None."""

    first: EdtfDate | None
    last: EdtfDate | None


@frozen
class EdtfSet:
    """`[...]`, one of its members, or `{...}`, all of them."""

    members: tuple[EdtfDate | EdtfRange, ...]
    all_of: bool


Expression: TypeAlias = EdtfDate | EdtfInterval | EdtfSet

_DATE: Final = re.compile(r"(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)", re.ASCII)
_TIME: Final = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)",
    re.ASCII,
)
_FAR_YEAR: Final = re.compile(r"[Yy]?-?[0-9]{5,40}(?:[ES][0-9]{1,9})?|[Yy]-?[0-9]{1,9}E[0-9]{1,9}", re.ASCII)
_LONGEST: Final = 2000  # no date is longer; sets of a few dozen members fit

_PARTS_OF_YEAR: Final = {
    code: (month, precision)
    for first_code, precision, months in (
        (21, Precision.SEASON, (3, 6, 9, 12)),
        (25, Precision.SEASON, (3, 6, 9, 12)),  # north of the equator
        (29, Precision.SEASON, (9, 12, 3, 6)),  # south of it
        (33, Precision.QUARTER, (1, 4, 7, 10)),
        (37, Precision.THIRD, (1, 5, 9)),
        (40, Precision.HALF, (1, 7)),
    )
    for code, month in enumerate(months, first_code)
}
"""Code of a part of the year: the month it begins in and how long it is."""

_YEAR_PRECISIONS: Final = (
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.ANY_YEAR,
)


def parse_edtf(text: str) -> Expression:
    """The expression that an EDTF text says.

    >>> parse_edtf("2018-01").last - parse_edtf("2018-01").first
    30
    >>> parse_edtf("199u")
    Traceback (most recent call last):
    ValueError: '199u' is not an EDTF date: an unspecified digit is X; did you mean '199X'?

    Raises:
        ValueError: The text is not EDTF level 1 nor a set of level 2; the message names the reason and,
            where one can be seen, the right form.

    Source: ISO 8601-2:2019; https://www.loc.gov/standards/datetime/
    """
    stripped = text.strip()
    try:
        return _expression(stripped)
    except ValueError as error:
        reason = str(error)
    shown = stripped if len(stripped) <= 60 else stripped[:57] + "..."
    for candidate, why in hints(stripped):
        try:
            _expression(candidate)
        except ValueError:
            continue
        raise ValueError(f"{shown!r} is not an EDTF date: {why}; did you mean {candidate!r}?")
    raise ValueError(f"{shown!r} is not an EDTF date: {reason}")


def _expression(text: str) -> Expression:
    if len(text) > _LONGEST:
        raise ValueError(f"it is {len(text)} characters long")
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text)


def _interval(text: str) -> EdtfInterval:
    start, _, end = text.partition("/")
    interval = EdtfInterval(_edge(start), _edge(end))
    if isinstance(interval.start, Edge) and isinstance(interval.end, Edge):
        raise ValueError("an interval needs a date on one side at least")  # noqa: TRY004  a wrong text
    if isinstance(interval.start, EdtfDate) and isinstance(interval.end, EdtfDate):
        _check_order(interval.start, interval.end)
    return interval


def _edge(text: str) -> EdtfDate | Edge:
    if text == "":
        return Edge.UNKNOWN
    if text == "..":
        return Edge.OPEN
    date = _date(text)
    if date.time:
        raise ValueError("an interval has no times of day; write the dates alone")
    return date


def _set(text: str) -> EdtfSet:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise ValueError(f"a set that starts with {text[0]} holds dates and ends with {closing}")
    members = tuple(_member(part.strip()) for part in text[1:-1].split(","))
    return EdtfSet(members, all_of=closing == "}")


def _member(text: str) -> EdtfDate | EdtfRange:
    first, dots, last = text.partition("..")
    if not dots:
        return _plain(first)
    if not (first or last):
        raise ValueError("a range in a set needs a date on one side at least")
    range_ = EdtfRange(_plain(first) if first else None, _plain(last) if last else None)
    if range_.first and range_.last:
        _check_order(range_.first, range_.last)
    return range_


def _check_order(first: EdtfDate, last: EdtfDate) -> None:
    if last.last < first.first:
        raise ValueError(f"it ends in {last.text}, before it starts in {first.text}")


def _plain(text: str) -> EdtfDate:
    date = _date(text)
    if date.time:
        raise ValueError("a set has no times of day; write the dates alone")
    return date


def _date(text: str) -> EdtfDate:
    match = _DATE.fullmatch(text)
    if match is None:
        return _datetime(text)
    sign, digits, month, day, qualifier = match.groups()
    if "X" in digits:
        return _masked_year(text, sign, digits, month, qualifier)
    year = int(sign + digits)
    if sign and not year:
        raise ValueError("the year zero has no sign")
    if month is None:
        first, last, precision = ordinal(year, 1, 1), ordinal(year, 12, 31), Precision.YEAR
    elif month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day needs its month; an unspecified month with a day is EDTF level 2")
        first, last, precision = ordinal(year, 1, 1), ordinal(year, 12, 31), Precision.YEAR
    elif day in (None, "XX") and "X" not in month:
        first, last, precision = _part_of_year(year, int(month))
        if day and precision is not Precision.MONTH:
            raise ValueError(f"{month} is a part of the year and has no days")
    else:
        first = last = _day(year, month, day)
        precision = Precision.DAY
    return EdtfDate(text, first, last, precision, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _masked_year(text: str, sign: str, digits: str, month: str | None, qualifier: str) -> EdtfDate:
    known = digits.rstrip("X")
    if "X" in known or month is not None:
        raise ValueError(
            "X stands for the last digits of a year or a whole month or day, as in 201X or 2018-XX"
        )
    near, far = int(known + "0" * (4 - len(known))), int(known + "9" * (4 - len(known)))
    if sign:
        near, far = -far, -near
    precision = _YEAR_PRECISIONS[4 - len(known)]
    approximate, uncertain = qualifier in ("~", "%"), qualifier in ("?", "%")
    return EdtfDate(text, ordinal(near, 1, 1), ordinal(far, 12, 31), precision, approximate, uncertain)


def _part_of_year(year: int, month: int) -> tuple[Day, Day, Precision]:
    if 1 <= month <= 12:
        return ordinal(year, month, 1), month_end(year, month), Precision.MONTH
    if month not in _PARTS_OF_YEAR:
        raise ValueError(f"month {month:02} does not exist; months are 01 to 12, seasons 21 to 24")
    start, precision = _PARTS_OF_YEAR[month]
    first = ordinal(year, start, 1)
    return first, clamp(shift_months(first, precision.months) - 1), precision


def _day(year: int, month_text: str, day_text: str | None) -> Day:
    if "X" in month_text or day_text is None or "X" in day_text:
        raise ValueError("X stands for both digits of a month or of a day, as in 2018-XX or 2018-01-XX")
    month, day = int(month_text), int(day_text)
    if not 1 <= month <= 12:
        raise ValueError(f"month {month:02} does not exist; months are 01 to 12")
    longest = days_in_month(year, month)
    if not 1 <= day <= longest:
        raise ValueError(f"{year_text(year)}-{month:02} has days 01 to {longest}, not {day:02}")
    return ordinal(year, month, day)


def _datetime(text: str) -> EdtfDate:
    match = _TIME.fullmatch(text)
    if match is None:
        if _FAR_YEAR.fullmatch(text):
            raise ValueError("the years are -9999 to 9999")
        raise ValueError(
            "dates are written as 2018, 2018-01, 2018-01-09 or 2002/2008; ~ marks an approximate one"
        )
    time = match[2]
    parts = [int(part) for part in re.split("[:.Z+-]", time) if part]
    hour, minute, second = parts[0], parts[1], parts[2] if time[5:6] == ":" else 0
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):  # 60 is a leap second
        raise ValueError(f"{time} is not a time of day")
    date = _date(match[1])
    return EdtfDate(text, date.first, date.last, Precision.DAY, time=time)
