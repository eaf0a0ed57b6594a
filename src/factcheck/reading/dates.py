"""Dates and periods in a text, resolved against the day it was published."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.date_resolution import Setting, resolve
from factcheck.reading.date_scan import Sighting, scan
from factcheck.reading.language import load
from factcheck.reading.mention import Mention
from factcheck.values.calendar import days_in_month, iso
from factcheck.values.edtf import Precision
from factcheck.values.when import When, as_day

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.reading.date_phrase import DatePhrase
    from factcheck.values.calendar import Day

__all__ = ["DateMention", "Resolution", "find_dates", "find_impossible"]


class Resolution(Enum):
    """What a date was resolved with.

    >>> find_dates("On Tuesday.", "2018-01-12")[0].resolution
    <Resolution.RELATIVE: 'relative'>
    """

    ABSOLUTE = "absolute"
    IMPLIED_YEAR = "implied year"
    RELATIVE = "relative"
    ANAPHORIC = "anaphoric"
    PRESENT = "present"


@frozen
class DateMention(Mention[When]):
    """A date in a text; `value` is what the words say with their preposition.

    Attributes:
        stated: the date that is named, where the preposition makes it something else: March of "by March",
            which is some day up to the end of March. None where that is the value itself.
        cue: since, from, until, by, before, after, at, about, between, or "" where no preposition stands.
        resolution: what it was resolved with.
        stated_weekday: 0 for Monday, where the text names the weekday of a date; it may be wrong.
    """

    stated: When | None = None
    cue: str = ""
    resolution: Resolution = Resolution.ABSOLUTE
    stated_weekday: int | None = None


def find_dates(
    text: str,
    published: When | dt.date | str | None,
    start: int = 0,
    end: int | None = None,
    *,
    language: str = "en",
) -> list[DateMention]:
    """The dates and periods of a text in text order.

    >>> for found in find_dates("Since January 2015 staff grew, most of all on 9 March.", "2018-01-12"):
    ...     print(found.value, found.resolution.value)
    2015-01/.. absolute
    2017-03-09 implied year

    A day or month without a year is the nearest past one, unless the words around it look ahead or its
    sentence opens with a year ("In 2020, the war began on 27 September"). "Later that month" and "a year
    earlier" go back to the date named last. 10/06/1967 is either of two days unless another date shows the
    order. Without
    `published` only dates that stand on their own are found.
    """
    stop = len(text) if end is None else end
    setting = Setting(
        None if published is None else as_day(published), day_first=_day_first(text, start, stop)
    )
    found: list[DateMention] = []
    read_to = start
    for sighting in scan(text, start, stop, language):
        breaks = _SENTENCE_BREAK.search(text, read_to, sighting.full_start)
        setting = evolve(setting, future=sighting.ahead, frame=None if breaks else setting.frame)
        opens = sighting.full_start == start or bool(
            _OPENING.search(text[read_to : sighting.full_start][-8:])
        )
        read_to = sighting.end
        try:
            mention = _mention(sighting, setting, text)
        except ValueError:  # no such day, see find_impossible
            continue
        if mention is None:
            continue
        found.append(mention)
        if mention.resolution is not Resolution.PRESENT:
            setting = evolve(setting, last=mention.stated or mention.value)
        if opens and mention.cue == "at" and mention.resolution is Resolution.ABSOLUTE:
            setting = evolve(setting, frame=sighting.phrase.year if sighting.phrase.form == "date" else None)
    return found


def find_impossible(
    text: str, start: int = 0, end: int | None = None, *, language: str = "en"
) -> list[Mention[str]]:
    """Dates and ranges that no calendar has, with the reason.

    >>> find_impossible("It opened on 31 June 2018.")[0].value
    'June has 30 days'
    """
    found = []
    names = {number: name for name, number in reversed(load(language, "dates")["months"].items())}
    for sighting in scan(text, start, len(text) if end is None else end, language):
        sides = [side for side in (sighting.phrase, sighting.until) if side is not None]
        reason = next(filter(None, (_impossible(side, names) for side in sides)), None) or _backwards(sides)
        if reason:
            span = sighting.phrase.start, sighting.end, sighting.full_start, sighting.end
            found.append(Mention(*span, reason))
    return found


_SENTENCE_BREAK: Final = re.compile(r"[.!?][\"'”’)]{0,3}\s|\n[ \t\r]*\n")
_OPENING: Final = re.compile(r"(?:[.!?][\"'”’)]{0,3}\s|\n)[\s\"'“‘]{0,3}\Z")
_NUMERIC: Final = re.compile(r"(?<![0-9./-])([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}(?![0-9/])")


def _day_first(text: str, start: int, end: int) -> bool | None:
    """Whether days stand first in dates such as 13/06/1967; None where the text does not show it."""
    orders = {
        int(m[1]) > 12 for m in _NUMERIC.finditer(text, start, end) if (int(m[1]) > 12) != (int(m[2]) > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def _mention(sighting: Sighting, setting: Setting, text: str) -> DateMention | None:
    words = text[sighting.full_start : sighting.end]
    phrase, stated = sighting.phrase, None
    if sighting.until is not None:
        edtf = _range(phrase, sighting.until, setting)
    else:
        between = phrase.both and sighting.kind == "between"
        core = resolve(evolve(phrase, both=False) if between else phrase, setting)
        edtf = core and _with_cue(core, "at" if sighting.moved else sighting.kind, phrase)
        stated = When.parse(core, words=words) if core and edtf != core else None
    if edtf is None:
        return None
    return DateMention(
        phrase.start,
        sighting.end,
        sighting.full_start,
        sighting.end,
        When.parse(edtf, as_of=setting.published, words=words),
        stated=stated,
        cue=sighting.kind,
        resolution=_resolution(phrase),
        stated_weekday=phrase.weekday if phrase.form == "date" else None,
    )


def _range(phrase: DatePhrase, until: DatePhrase, setting: Setting) -> str | None:
    """A period from one phrase to another, each lending the other its year."""
    if until.form == "present":
        start = _whole(phrase, setting)
        return start and f"{start}/.."
    if phrase.year is None and until.year is not None:
        phrase = evolve(phrase, year=until.year - ((phrase.month or 0) > (until.month or 0)))
    elif phrase.year is None:  # the end tells the year of both
        end = _whole(until, setting)
        if end is None:
            return None
        return _range(phrase, evolve(until, year=int(end[:4])), setting)
    elif until.year is None:
        until = evolve(until, year=phrase.year + ((until.month or 0) < (phrase.month or 0)))
    start, end = _whole(phrase, setting), _whole(until, setting)
    return None if start is None or end is None else f"{start}/{end}"


def _whole(phrase: DatePhrase, setting: Setting) -> str | None:
    """EDTF without the part: a period starts and ends with dates, and "early 2018" is none."""
    text = resolve(evolve(phrase, part=None, time=""), setting)
    return None if text is None or text[0] in "[{" or "/" in text else text


_SIDES: Final = {"since": ("", "/.."), "from": ("", "/"), "until": ("/", "")}


def _with_cue(core: str, kind: str, phrase: DatePhrase) -> str:
    """What the preposition makes of a date."""
    if "/" in core or core[0] == "{" or phrase.form in ("present", "span"):
        return core
    when = When.parse(core)
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return core
    is_set, date = core[0] == "[", core.partition("T")[0]
    if kind == "by":
        return f"[..{iso(last) if is_set else date}]"
    if kind == "before":
        return f"[..{iso(first - 1)}]"
    if kind == "after":
        return f"[{iso(last + 1)}..]"
    if kind == "about":
        return core if is_set or when.precision is Precision.DAY or core[-1] == "~" else f"{core}~"
    if kind not in _SIDES or (kind == "from" and phrase.form == "offset"):
        return core
    before, behind = _SIDES[kind]
    return f"{before}{_enclosing(first, last) if is_set else date}{behind}"


def _enclosing(first: Day, last: Day) -> str:
    """The month or year that holds both days, or at least the first, since no period starts with a set."""
    low, high = iso(first), iso(last)
    return low[:7] if low[:7] == high[:7] else low[:4]


def _resolution(phrase: DatePhrase) -> Resolution:
    if phrase.inner is not None:
        return _resolution(phrase.inner)
    if phrase.form == "present":
        return Resolution.PRESENT
    direction = phrase.direction or ""
    if direction in _ANAPHORIC or direction.endswith((" that", " the", " the same")):
        return Resolution.ANAPHORIC
    if phrase.year is not None:
        return Resolution.ABSOLUTE
    named = phrase.form in ("date", "quarter", "half") and not direction
    return Resolution.IMPLIED_YEAR if named else Resolution.RELATIVE


_ANAPHORIC: Final = frozenset(
    {"that", "previous", "following", "before", "after", "earlier", "later", "afterwards"}
)


def _impossible(phrase: DatePhrase, names: dict[int, str]) -> str | None:
    if phrase.form != "date" or phrase.month is None or phrase.day is None:
        return None
    if phrase.month not in names:
        return f"there is no month {phrase.month}"
    longest = days_in_month(2000 if phrase.year is None else phrase.year, phrase.month)
    if phrase.day >= 1 and max(phrase.day, phrase.last_day or 0) <= longest:
        return None
    february = phrase.month == 2 and phrase.year is not None
    return f"{names[phrase.month]}{f' {phrase.year}' if february else ''} has {longest} days"


def _backwards(sides: list[DatePhrase]) -> str | None:
    if len(sides) < 2 or None in (sides[0].year, sides[1].year):
        return None
    start, end = ((side.year or 0, side.month or 0, side.day or 0) for side in sides)
    return "it ends before it starts" if end < start else None
