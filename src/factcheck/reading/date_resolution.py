"""Which days a date phrase means, given the day its text was published and the dates named before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.date_stretch import (
    UNIT_DAYS,
    UNIT_MONTHS,
    after,
    part_of,
    stretch,
    unit_span,
    unit_text,
)
from factcheck.values.calendar import civil, iso, month_end, ordinal, weekday, year_text
from factcheck.values.edtf import Precision
from factcheck.values.elapsed import span_text
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.reading.date_phrase import DatePhrase
    from factcheck.values.calendar import Day

__all__ = ["Setting", "resolve"]

_STEPS: Final = {
    "last": -1, "past": -1, "previous": -1, "before last": -2, "next": 1, "following": 1, "after next": 2,
}  # fmt: skip


@frozen
class Setting:
    """What a phrase is resolved against.

    Attributes:
        published: the day of the text, None where it is not known.
        last: the date named last before the phrase, None at the start.
        future: whether the words around it speak of what is to come.
        day_first: whether the day stands first in 10/06/1967, None where that is not known.
        frame: the year that opens the sentence ("In 2020, ..."), None if none does.
    """

    published: Day | None
    last: When | None = None
    future: bool = False
    day_first: bool | None = None
    frame: int | None = None


def resolve(phrase: DatePhrase, setting: Setting) -> str | None:
    """EDTF for a phrase, None where it cannot be resolved.

    >>> from factcheck.reading.date_grammar import date_grammar
    >>> phrase = date_grammar().phrase_at("mid-2019", 0, 8)
    >>> resolve(phrase, Setting(None))
    '[2019-05-01..2019-08-31]'

    Raises:
        ValueError: The date does not exist.
    """
    if phrase.inner is not None:
        inner = resolve(phrase.inner, setting)
        return inner and stretch(phrase, When.parse(inner))
    text = _RESOLVERS[phrase.form](phrase, setting)
    return text if text is None or phrase.part is None else part_of(When.parse(text), phrase.part)


def _date(phrase: DatePhrase, setting: Setting) -> str | None:
    if phrase.year is None:
        year = _implied_year(phrase, setting)
        if year is None:
            return None
        phrase = evolve(phrase, year=year)
    year_part = year_text(phrase.year or 0)
    if phrase.month is None:
        return year_part
    month_part = f"{year_part}-{phrase.month:02}"
    if phrase.day is None:
        return month_part
    day_part = f"{month_part}-{phrase.day:02}"
    if phrase.last_day is None:
        return f"{day_part}T{phrase.time}" if phrase.time else day_part
    last = f"{month_part}-{phrase.last_day:02}"
    return f"{{{day_part},{last}}}" if phrase.both else f"{day_part}/{last}"


def _implied_year(phrase: DatePhrase, setting: Setting) -> int | None:
    """The year whose month or day is meant: the nearest past, or the nearest to come."""
    if setting.published is None or phrase.month is None:
        return None
    this_year, month_now, _ = civil(setting.published)
    if phrase.unit == "year":
        return this_year + _STEPS.get(phrase.direction or "", 0)
    if setting.frame is not None and not phrase.direction:
        return setting.frame
    if phrase.direction or phrase.day is None:
        return _month_year(phrase.month, phrase.direction, this_year, month_now, future=setting.future)
    away = {year: _near(year, phrase.month, phrase.day) - setting.published for year in _around(this_year)}
    to_come, gone = (
        [y for y, ahead in away.items() if ahead >= 0],
        [y for y, ahead in away.items() if ahead <= 0],
    )
    year = to_come[0] if setting.future else gone[-1]
    stated = [y for y, ahead in away.items() if weekday(setting.published + ahead) == phrase.weekday]
    near = [y for y in stated if abs(away[y]) < 183]  # the other side of today, where the weekday says so
    return year if year in stated or not near else near[0]


def _around(year: int) -> range:
    return range(year - 1, year + 2)


def _near(year: int, month: int, day: int) -> Day:
    """The day, or the last of the month where there is no such day."""
    return min(ordinal(year, month, 1) + day - 1, month_end(year, month))


def _month_year(month: int, direction: str | None, year: int, month_now: int, *, future: bool) -> int:
    if direction == "this":
        return year
    if direction in ("last", "past", "previous"):
        return year if month < month_now else year - 1
    if direction in ("next", "following"):
        return year if month > month_now else year + 1
    if future:
        return year if month >= month_now else year + 1
    return year if month <= month_now else year - 1


def _numeric(phrase: DatePhrase, setting: Setting) -> str | None:
    """10/06/1967 is one of two days, unless they are the same or the order is known."""
    year, first, second = year_text(phrase.year or 0), f"{phrase.day:02}", f"{phrase.month:02}"
    if first == second or setting.day_first:
        return f"{year}-{second}-{first}"
    if setting.day_first is False:
        return f"{year}-{first}-{second}"
    early, late = sorted((first, second))
    return f"[{year}-{early}-{late},{year}-{late}-{early}]"


def _decade(phrase: DatePhrase, _: Setting) -> str | None:
    return f"{year_text(phrase.year or 0)[:3]}X"


def _century(phrase: DatePhrase, _: Setting) -> str | None:
    """The 19th century is 18XX; the 5th before our era ran from 500 BC, the year -0499, and is -04XX."""
    number = phrase.index or 1
    return f"{'-' if number < 0 else ''}{abs(number) - 1:02}XX"


def _season(phrase: DatePhrase, setting: Setting) -> str | None:
    if phrase.year is not None:
        return f"{year_text(phrase.year)}-{phrase.index}"
    if setting.published is None or phrase.direction in ("that", "previous", "following"):
        return None
    year, _, _ = civil(setting.published)
    if phrase.direction == "this":
        running = When.parse(f"{year - 1:04}-{phrase.index}")  # a winter of two years
        return running.edtf if (running.latest_end or 0) >= setting.published else f"{year:04}-{phrase.index}"
    candidates = [
        When.parse(f"{candidate:04}-{phrase.index}") for candidate in (year - 2, year - 1, year, year + 1)
    ]
    if phrase.direction == "next":
        return next(c.edtf for c in candidates if c.earliest_start and c.earliest_start > setting.published)
    return next(c.edtf for c in reversed(candidates) if c.latest_end and c.latest_end < setting.published)


def _quarter(phrase: DatePhrase, setting: Setting) -> str | None:
    year = _year_of(phrase, setting)
    if year is None or phrase.index is None:
        return None
    if phrase.year is None and phrase.direction is None and setting.published is not None:
        _, month, _ = civil(setting.published)
        year -= not setting.future and 3 * phrase.index - 2 > month
    return f"{year_text(year)}-{32 + phrase.index}"


def _half(phrase: DatePhrase, setting: Setting) -> str | None:
    year = _year_of(phrase, setting)
    return None if year is None else f"{year_text(year)}-{40 if phrase.index == 1 else 41}"


def _year_of(phrase: DatePhrase, setting: Setting) -> int | None:
    if phrase.year is not None or setting.published is None:
        return phrase.year
    return civil(setting.published)[0] + {"last": -1, "next": 1}.get(phrase.direction or "", 0)


def _weekday(phrase: DatePhrase, setting: Setting) -> str | None:
    if setting.published is None or phrase.weekday is None:
        return None
    today = setting.published
    ahead = (phrase.weekday - weekday(today)) % 7
    monday = today - weekday(today)
    if phrase.unit == "week":
        return iso(monday + 7 * _STEPS.get(phrase.direction or "", 0) + phrase.weekday)
    if phrase.direction == "this":
        return iso(monday + phrase.weekday)
    if phrase.direction == "next":
        return iso(monday + 7 + phrase.weekday)
    if phrase.direction in ("last", "past"):
        return iso(today - ((weekday(today) - phrase.weekday) % 7 or 7))
    if phrase.direction in ("that", "previous", "following"):
        return _relative_weekday(phrase.weekday, phrase.direction, setting.last)
    return iso(today + ahead if setting.future else today - (7 - ahead) % 7)


def _relative_weekday(number: int, direction: str, last: When | None) -> str | None:
    if last is None or last.precision is not Precision.DAY or last.earliest_start is None:
        return None
    day = last.earliest_start
    if direction == "that":
        return iso(day - weekday(day) + number)
    if direction == "following":
        return iso(day + ((number - weekday(day)) % 7 or 7))
    return iso(day - ((weekday(day) - number) % 7 or 7))


def _day(phrase: DatePhrase, setting: Setting) -> str | None:
    return None if setting.published is None else iso(setting.published + (phrase.count or 0))


def _unit(phrase: DatePhrase, setting: Setting) -> str | None:
    """This week, last month, the following year, that year."""
    unit, step = phrase.unit or "", _STEPS.get(phrase.direction or "", 0)
    if phrase.direction in ("that", "previous", "following"):
        anchor = _anchor(setting, unit)
        return None if anchor is None else unit_text(anchor, unit, step)
    if setting.published is None or unit in ("day", "fortnight"):
        return None
    if unit == "weekend" and phrase.direction == "the":
        step = 0 if setting.future or weekday(setting.published) >= 5 else -1
    elif phrase.direction == "past" and unit != "weekend":
        return _span(evolve(phrase, count=1), setting)
    if phrase.direction == "the" and phrase.part in ("mid", "late", "end") and not setting.future:
        step = -(_past_part(setting.published, unit, phrase.part) > setting.published)
    return unit_text(setting.published, unit, step)


def _past_part(day: Day, unit: str, part: str) -> Day:
    """Where that part of the day's own unit begins."""
    return When.parse(part_of(When.parse(unit_text(day, unit)), part)).earliest_start or day


def _anchor(setting: Setting, unit: str) -> Day | None:
    """A day of the date named last, if that is told finely enough."""
    last = setting.last
    if last is None or last.earliest_start is None:
        return None
    coarsest = {
        "day": Precision.DAY,
        "week": Precision.WEEK,
        "weekend": Precision.WEEK,
        "month": Precision.MONTH,
    }.get(unit, Precision.YEAR)
    return last.earliest_start if last.precision <= coarsest else None


def _span(phrase: DatePhrase, setting: Setting) -> str | None:
    """The past three years: from the same day three years ago until today."""
    if setting.published is None or phrase.direction in ("previous", "following"):
        return None
    today, count = setting.published, phrase.count or 0
    if phrase.direction == "next":
        return f"{iso(today)}/{iso(after(today, phrase.unit or '', count))}"
    return f"{iso(after(today, phrase.unit or '', -count))}/{iso(today)}"


def _offset(phrase: DatePhrase, setting: Setting) -> str | None:
    """Two months ago, counted from the text's day; a year earlier, counted from the date named last."""
    unit, count = phrase.unit or "", 1 if phrase.count is None else phrase.count
    if phrase.direction in ("ago", "hence", "in"):
        if setting.published is None:
            return None
        then = after(setting.published, unit, count if phrase.direction != "ago" else -count)
        if unit in ("decade", "century"):
            return year_text(civil(then)[0]) + "~"
        return unit_text(then, "week" if unit == "fortnight" else unit)
    signed = count if phrase.direction in ("later", "after", "afterwards") else -count
    last = setting.last
    if last is None or last.earliest_start is None or last.latest_end is None:
        return None
    if unit in UNIT_DAYS:
        if last.precision > Precision.WEEK:
            return None
        moved = after(last.earliest_start, unit, signed)
        return iso(moved) if unit == "day" else unit_text(moved, "week")
    if Precision.MONTH <= last.precision <= Precision.YEAR and UNIT_MONTHS[unit] >= last.precision.months:
        first = after(last.earliest_start, unit, signed)
        if unit in ("decade", "century"):
            return year_text(civil(first)[0]) + "~"
        return span_text(first, after(last.latest_end + 1, unit, signed) - 1)
    return unit_text(after(last.earliest_start, unit, signed), unit) if unit in ("month", "year") else None


def _rest(phrase: DatePhrase, setting: Setting) -> str | None:
    """Earlier this week, later in the month, later that year."""
    way, _, whose = (phrase.direction or "").partition(" ")
    unit = phrase.unit or ""
    if whose == "this" or (whose == "the" and setting.last is None):
        if setting.published is None:
            return None
        pivot_first = pivot_last = setting.published
    elif whose == "last":
        return None if setting.published is None else unit_text(setting.published, unit, -1)
    else:
        anchor, last = _anchor(setting, unit), setting.last
        if anchor is None or last is None or last.latest_end is None:
            return _rest(evolve(phrase, direction=f"{way} this"), setting) if whose == "the" else None
        pivot_first, pivot_last = anchor, last.latest_end
    first, last_day = unit_span(pivot_first, unit, 0)
    if pivot_first <= first and pivot_last >= last_day:
        return span_text(first, last_day)
    return (
        span_text(first, min(pivot_last, last_day))
        if way == "earlier"
        else span_text(max(pivot_first, first), last_day)
    )


def _present(_: DatePhrase, setting: Setting) -> str | None:
    return None if setting.published is None else iso(setting.published)


_RESOLVERS: Final[dict[str, Callable[[DatePhrase, Setting], str | None]]] = {
    "date": _date,
    "era": _date,
    "century": _century,
    "numeric": _numeric,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "weekday": _weekday,
    "day": _day,
    "present": _present,
    "unit": _unit,
    "span": _span,
    "offset": _offset,
    "rest": _rest,
}
