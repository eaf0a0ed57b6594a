"""Dates and periods in a text, resolved against the day it was published."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.date_context import Cue, date_context
from factcheck.reading.date_grammar import DASH, SPACE, date_grammar
from factcheck.reading.date_resolution import Setting, resolve
from factcheck.reading.date_phrase import DatePhrase
from factcheck.reading.language import load
from factcheck.reading.mention import Mention
from factcheck.values.calendar import days_in_month, iso
from factcheck.values.edtf import Precision
from factcheck.values.when import When, as_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

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
    """A date in a text.

    Attributes:
        stated: the date named, without what its preposition makes of it: March for "by March", which is some day up to the end
            of March; None where that is the value itself.
        cue: since, from, until, by, before, after, at, about, between, or "" where no preposition stands.
        resolution: what it was resolved with.
        stated_weekday: 0 for Monday where the text names the weekday of a date, None where it does not; not
            checked against the date.
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

    A day or month without a year is the nearest past one, unless the words around it look ahead. "Later that month" and "a
    year earlier" go back to the date named last. Without `published` only dates that stand on their own are found.
    """
    day = None if published is None else as_day(published)
    found: list[DateMention] = []
    last: When | None = None
    for phrase, until, cue in _scan(text, start, len(text) if end is None else end, language):
        ahead = date_context(language).looks_ahead(text, start, phrase, len(text) if end is None else end)
        setting = Setting(day, last, ahead)
        try:
            mention = _mention(text, phrase, until, cue, setting, language)
        except ValueError:
            continue
        if mention is not None:
            found.append(mention)
            if mention.resolution is not Resolution.PRESENT:
                last = mention.stated or mention.value
    return found


def find_impossible(
    text: str, start: int = 0, end: int | None = None, *, language: str = "en"
) -> list[Mention[str]]:
    """Dates that no calendar has, with the reason.

    >>> find_impossible("It opened on 31 June 2018.")[0].value
    'June has 30 days'
    """
    stop = len(text) if end is None else end
    found = []
    for phrase, until, cue in _scan(text, start, stop, language):
        reason = (
            _impossible(phrase, language)
            or (until and _impossible(until, language))
            or _backwards(phrase, until)
        )
        if reason:
            close = until.end if until else phrase.end
            found.append(Mention(phrase.start, close, cue.start if cue else phrase.start, close, reason))
    return found


_JOINT: Final = re.compile(
    rf"{SPACE}?{DASH}{SPACE}?|{SPACE}(?P<word>to|through|until|till|and){SPACE}(?:the{SPACE})?", re.IGNORECASE
)
_SHORT_YEAR: Final = re.compile(rf"{DASH}([0-9]{{2}})(?![0-9A-Za-z%]|[-.,/:][0-9])")


def _scan(
    text: str, start: int, end: int, language: str
) -> Iterator[tuple[DatePhrase, DatePhrase | None, Cue | None]]:
    """Every date phrase, with the end of its range if it is one, and its preposition."""
    grammar, context = date_grammar(language), date_context(language)
    present = _present_end(language)
    position = start
    while head := grammar.anchor.search(text, position, end):
        position = head.end()
        phrase = grammar.phrase_from(head, text, end)
        if phrase is None:
            continue
        cue = context.cue(text, start, phrase.start)
        phrase = _month_before_count(phrase, text, cue, end, language)
        until = _range_end(phrase, text, cue, end, language) or _open_end(phrase, text, end, present)
        if until is None and not context.accepts(phrase, text, start, end):
            if phrase.form == "date" and phrase.month is None:
                position = phrase.end
            continue
        if until is not None and text[max(start, phrase.start - 1) : phrase.start] in ("-", "/", "."):
            position = until.end
            continue
        position = until.end if until else phrase.end
        yield phrase, until, cue


def _mention(
    text: str, phrase: DatePhrase, until: DatePhrase | None, cue: Cue | None, setting: Setting, language: str
) -> DateMention | None:
    kind = cue.kind if cue else ""
    core_end = until.end if until else phrase.end
    words = text[cue.start if cue else phrase.start : core_end]
    stated = None
    if until is not None:
        edtf = _range(phrase, until, setting)
    else:
        core = resolve(phrase, setting)
        if kind == "until" and cue and date_context(language).is_moved(text, 0, cue.start):
            kind = "at"
        edtf = core and _with_cue(core, kind, phrase)
        stated = When.parse(core, words=words) if core and edtf != core else None
    if edtf is None:
        return None
    return DateMention(
        phrase.start,
        core_end,
        cue.start if cue else phrase.start,
        core_end,
        When.parse(edtf, as_of=setting.published, words=words),
        stated=stated,
        cue=kind,
        resolution=_resolution(phrase),
        stated_weekday=phrase.weekday if phrase.form == "date" else None,
    )


def _range(phrase: DatePhrase, until: DatePhrase, setting: Setting) -> str | None:
    """A period from one phrase to another, each lending the other its year."""
    if until.form == "present":
        start = _whole(phrase, setting)
        return start and f"{start}/.."
    if phrase.year is None and until.year is not None:
        turn = (phrase.month or 0) > (until.month or 0)
        phrase = evolve(phrase, year=until.year - turn)
    elif until.year is None and phrase.year is not None:
        turn = (until.month or 0) < (phrase.month or 0)
        until = evolve(until, year=phrase.year + turn)
    start, end = _whole(phrase, setting), _whole(until, setting)
    if start is None or end is None:
        return None
    if until.year is None and When.parse(end).latest_end < When.parse(start).earliest_start:
        start = resolve(evolve(phrase, year=int(end[:4]) - 1, part=None), setting)
    return f"{start}/{end}"


def _whole(phrase: DatePhrase, setting: Setting) -> str | None:
    """EDTF without the part: a period starts and ends with dates, and "early 2018" is none."""
    text = resolve(evolve(phrase, part=None, time=""), setting)
    return None if text is None or text[0] in "[{" or "/" in text else text


def _with_cue(core: str, kind: str, phrase: DatePhrase) -> str:
    """What the preposition makes of a date."""
    if "/" in core or core[0] == "{" or phrase.form in ("present", "span"):
        return core
    when = When.parse(core)
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return core
    if kind == "by":
        return f"[..{core}]" if core[0] != "[" else f"[..{iso(last)}]"
    if kind == "before":
        return f"[..{iso(first - 1)}]"
    if kind == "after":
        return f"[{iso(last + 1)}..]"
    if kind == "about" and core[0] != "[" and when.precision is not Precision.DAY:
        return f"{core}~"
    if kind in _SIDES and not (kind == "from" and phrase.form == "offset"):
        before, behind = _SIDES[kind]
        return f"{before}{core if core[0] != '[' else _enclosing(first, last)}{behind}"
    return core


_SIDES: Final = {"since": ("", "/.."), "from": ("", "/"), "until": ("/", "")}


def _enclosing(first: Day, last: Day) -> str:
    """The month or year that holds both days, since a period cannot start with a set."""
    low, high = iso(first), iso(last)
    return low[:7] if low[:7] == high[:7] else low[:4]


def _resolution(phrase: DatePhrase) -> Resolution:
    if phrase.form == "present":
        return Resolution.PRESENT
    direction = phrase.direction or ""
    if direction in _ANAPHORIC or direction.endswith((" that", " the", " the same")):
        return Resolution.ANAPHORIC
    if phrase.year is not None:
        return Resolution.ABSOLUTE
    if phrase.form in ("date", "quarter") and not direction:
        return Resolution.IMPLIED_YEAR
    return Resolution.RELATIVE


_ANAPHORIC: Final = frozenset(
    {"that", "previous", "following", "before", "after", "earlier", "later", "afterwards"}
)


def _month_before_count(
    phrase: DatePhrase, text: str, cue: Cue | None, end: int, language: str
) -> DatePhrase:
    """The month alone of "in May 20 soldiers": the number counts."""
    if phrase.form != "date" or phrase.day is None or phrase.month is None or phrase.year is not None:
        return phrase
    name = _NAME.match(text, phrase.start, phrase.end)
    counted = cue and text[cue.start : cue.start + 2].lower() == "in" and text[phrase.end - 1].isdigit()
    if name and (phrase.day > 31 or (counted and date_context(language).is_counted(text, phrase.end, end))):
        return evolve(phrase, day=None, last_day=None, both=False, end=name.end())
    return phrase


_NAME: Final = re.compile(r"[A-Za-z]{3,12}(?![A-Za-z])")


def _range_end(phrase: DatePhrase, text: str, cue: Cue | None, end: int, language: str) -> DatePhrase | None:
    """The date that ends a range behind the phrase."""
    if not phrase.is_calendar or phrase.last_day is not None or phrase.direction:
        return None
    context = date_context(language)
    short = _SHORT_YEAR.match(text, phrase.end, end)
    if short and phrase.year is not None and phrase.month is None and int(short[1]) > phrase.year % 100:
        year = phrase.year // 100 * 100 + int(short[1])
        return (
            None
            if context.is_joined(text, short.end(), end)
            else DatePhrase(short.start(), short.end(), "date", year=year)
        )
    joint = _JOINT.match(text, phrase.end, end)
    if joint is None or (joint["word"] or "").lower() == "and" and (cue is None or cue.kind != "between"):
        return None
    other = date_grammar(language).phrase_at(text, joint.end(), end)
    if other is None or not other.is_calendar or other.direction or other.last_day is not None:
        return None
    alike = (phrase.day is None, phrase.month is None) == (other.day is None, other.month is None)
    if not alike or (other.month is None and other.form == "date" and _counts(other, text, end, language)):
        return None
    return other


def _counts(year: DatePhrase, text: str, end: int, language: str) -> bool:
    context = date_context(language)
    return context.is_joined(text, year.end, end) or context.is_counted(text, year.end, end)


def _open_end(phrase: DatePhrase, text: str, end: int, present: re.Pattern[str]) -> DatePhrase | None:
    """The words "to the present" behind the phrase."""
    if not phrase.is_calendar or phrase.last_day is not None:
        return None
    match = present.match(text, phrase.end, end)
    return match and DatePhrase(match.start(), match.end(), "present")


@cache
def _present_end(language: str) -> re.Pattern[str]:
    ends = sorted(load(language, "dates")["present"]["ends"], key=len, reverse=True)
    spoken = "|".join(SPACE.join(words.split()) for words in ends)
    return re.compile(
        rf"(?i:(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|until|till|through){SPACE})(?:{spoken})(?![\w-])|[\u2012-\u2014-](?=\)))"
    )


def _impossible(phrase: DatePhrase, language: str) -> str | None:
    if phrase.form != "date" or phrase.month is None or phrase.day is None:
        return None
    if not 1 <= phrase.month <= 12:
        return f"there is no month {phrase.month}"
    longest = days_in_month(2000 if phrase.year is None else phrase.year, phrase.month)
    day = max(phrase.day, phrase.last_day or 0)
    if 1 <= min(phrase.day, day) and day <= longest:
        return None
    name = next(name for name, number in load(language, "dates")["months"].items() if number == phrase.month)
    dated = f"{name} {phrase.year}" if phrase.month == 2 and phrase.year is not None else name
    return f"{dated} has {longest} days"


def _backwards(phrase: DatePhrase, until: DatePhrase | None) -> str | None:
    if until is None or phrase.year is None or until.year is None:
        return None
    start, end = ((p.year or 0, p.month or 0, p.day or 0) for p in (phrase, until))
    return "it ends before it starts" if end < start else None
