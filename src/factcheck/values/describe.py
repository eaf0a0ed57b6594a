"""Dates and periods in words, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.values.calendar import MONTHS, civil
from factcheck.values.edtf import Edge, EdtfDate, EdtfRange, EdtfSet, Precision, parse_edtf

if TYPE_CHECKING:
    from factcheck.values.calendar import Day
    from factcheck.values.when import When

__all__ = ["describe", "describe_day"]

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_ORDINALS: Final = ("first", "second", "third", "fourth")


def describe_day(day: Day) -> str:
    """A day in words.

    >>> describe_day(736703)
    '9 January 2018'
    """
    year, month, day_of_month = civil(day)
    return f"{day_of_month} {MONTHS[month - 1]} {_year(year)}"


def describe(when: When) -> str:
    """A time in words.

    >>> from factcheck.values.when import When
    >>> for text in "2018-01-09 2018-33 199X 1999-09/ [..2018-01-12] [2018-01-08..2018-01-12] 2004~".split():
    ...     print(describe(When.parse(text)))
    9 January 2018
    the first quarter of 2018
    the 1990s
    from September 1999
    some day up to 12 January 2018
    some day in 8–12 January 2018
    about 2004
    >>> describe(When.parse("2002/..", as_of="2018-01-12"))
    '2002 to the present (as of 12 January 2018)'
    """
    expression = parse_edtf(when.edtf)
    if isinstance(expression, EdtfDate):
        return _date(expression)
    if isinstance(expression, EdtfSet):
        return _set(expression)
    start, end = expression.start, expression.end
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate):
        return _span(start, end)
    if isinstance(start, EdtfDate):
        if end is Edge.UNKNOWN:
            return f"from {_date(start)}"
        dated = f" (as of {describe_day(when.as_of)})" if when.as_of is not None else ""
        return f"{_date(start)} to the present{dated}"
    return f"until {_date(end)}" if isinstance(end, EdtfDate) else when.edtf


def _date(date: EdtfDate) -> str:
    words = _plain(date)
    if date.time:
        words = f"{words}, {date.time}"
    if date.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if date.uncertain else words


def _plain(date: EdtfDate) -> str:
    year, month, _ = civil(date.first)
    precision = date.precision
    if precision is Precision.DAY:
        return describe_day(date.first)
    if precision is Precision.MONTH:
        return f"{MONTHS[month - 1]} {_year(year)}"
    if precision is Precision.YEAR:
        return _year(year)
    if precision in (Precision.QUARTER, Precision.THIRD, Precision.HALF):
        unit = {Precision.QUARTER: "quarter", Precision.THIRD: "third", Precision.HALF: "half"}[precision]
        return f"the {_ORDINALS[(month - 1) // precision.months]} {unit} of {_year(year)}"
    if precision is Precision.SEASON:
        return f"{_SEASONS[(int(date.text.rstrip('?~%')[-2:]) - 21) % 4]} {_year(year)}"
    if precision is Precision.DECADE and year >= 0:
        return f"the {year}s"
    return f"some year from {_year(year)} to {_year(civil(date.last)[0])}"


def _span(start: EdtfDate, end: EdtfDate) -> str:
    """Two dates with what they share said once."""
    if start.text[-1:] in "?~%" or end.text[-1:] in "?~%":
        return f"{_date(start)} to {_date(end)}"
    (year, month, day), (last_year, last_month, _) = civil(start.first), civil(end.first)
    if start.precision is end.precision is Precision.DAY and year == last_year:
        if month == last_month:
            return f"{day}–{_date(end)}"
        return f"{day} {MONTHS[month - 1]} – {_date(end)}"
    if start.precision is end.precision is Precision.YEAR and year > 0:
        return f"{year}–{last_year}"
    return f"{_date(start)} to {_date(end)}"


def _set(expression: EdtfSet) -> str:
    members = [_member(member, all_of=expression.all_of) for member in expression.members]
    if len(members) == 1:
        return members[0] if expression.all_of else f"some day {members[0]}"
    joint = "and" if expression.all_of else "or"
    listed = f"{', '.join(members[:-1])} {joint} {members[-1]}"
    return listed if expression.all_of else f"some day {listed}"


def _member(member: EdtfDate | EdtfRange, *, all_of: bool) -> str:
    place = "" if all_of else "in "
    if isinstance(member, EdtfDate):
        return place + _date(member)
    if member.first is None and member.last is not None:
        return f"up to {_date(member.last)}"
    if member.last is None and member.first is not None:
        return f"from {_date(member.first)} on"
    if member.first is None or member.last is None:
        raise AssertionError(member)
    return place + _span(member.first, member.last)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
