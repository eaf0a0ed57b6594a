"""What somebody who wrote a wrong EDTF date may have meant: older drafts, other date formats, slips."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from factcheck.values.calendar import MONTHS, YEARS, iso, ordinal, weekday, year_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["hints"]

_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_NAME: Final = rf"({'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}|Sept)\.?"
_LAST: Final = 4  # candidates a side: the likeliest come first
_LONGEST: Final = 100


def hints(text: str) -> Iterator[tuple[str, str]]:
    """Candidates, likeliest first, each with the rule that the text breaks; not all of them parse.

    >>> next(hints("2002/open"))
    ('2002/..', 'an open end is written as two dots')
    """
    if len(text) > _LONGEST:
        return
    found = list(_rewritten(text, _OF_TEXTS))
    yield from found
    for candidate, why in found:
        yield from ((again, why) for again, _ in _of_sides(candidate))
    yield from _of_sides(text)
    start, slash, end = text.partition("/")
    if slash:
        yield f"{end}/{start}", "it ends before it starts"


def _of_sides(text: str) -> Iterator[tuple[str, str]]:
    """Candidates with either side of an interval set right, or the one date that the text is."""
    start, slash, end = text.partition("/")
    if slash:
        sides = [[(side, ""), *_rewritten(side, _OF_DATES)][:_LAST] for side in (start, end)]
        for (one, why), (other, also) in product(*sides):
            if why or also:
                yield f"{one}/{other}", why or also
    elif text[:1] not in ("[", "{"):
        yield from _rewritten(text, _OF_DATES)


def _rewritten(text: str, rewritings: _Rewritings) -> Iterator[tuple[str, str]]:
    for pattern, rewrite, why in rewritings:
        match = pattern.fullmatch(text)
        if match:
            candidate = match.expand(rewrite) if isinstance(rewrite, str) else rewrite(match)
            yield _padded(candidate), why


def _padded(text: str) -> str:
    """Every single digit between hyphens with a zero before it."""
    parts = text.split("-")
    return "-".join(part.zfill(2) if part.isdigit() and len(part) < 3 else part for part in parts)


def _compiled(*rows: tuple[str, str | Callable[[re.Match[str]], str], str]) -> _Rewritings:
    return tuple((re.compile(f"(?i:{pattern})", re.ASCII), rewrite, why) for pattern, rewrite, why in rows)


def _week(match: re.Match[str]) -> str:
    year, number = int(match[1]), int(match[2])
    if number not in range(1, 54) or year not in YEARS[10_000:-1]:
        return ""
    fourth = ordinal(year, 1, 4)  # always in week 1
    monday = fourth - weekday(fourth) + 7 * (number - 1)
    return iso(monday + int(match[3]) - 1) if match[3] else f"[{iso(monday)}..{iso(monday + 6)}]"


def _day_of_year(match: re.Match[str]) -> str:
    return iso(ordinal(int(match[1]), 1, 1) + int(match[2]) - 1)


def _named(year: str, month: str, day: str | None = None) -> str:
    number = f"{year}-{_MONTH_NUMBERS[month[:3].lower()]:02}"
    return f"{number}-{day}" if day else number


if TYPE_CHECKING:
    _Rewritings = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str], ...]

_OPEN_END: Final = "an open end is written as two dots"
_SLASH: Final = "an interval has a slash"
_HYPHENS: Final = "the parts of a date are joined by hyphens"
_BEHIND: Final = "marks stand behind the date; ~ is about, ? uncertain, % both"
_NUMBERS: Final = "a date is written in numbers, year first"
_ONE_OF: Final = "one day out of several stands in square brackets"
_SET: Final = "a set holds dates between brackets of one kind, joined by commas"
_ALL_OF: Final = "several dates that all hold stand in braces"

_OF_TEXTS: Final = _compiled(
    (r"(.{1,40})/(?:open|present|now|today)", r"\1/..", _OPEN_END),
    (r"open/(.{1,40})", r"../\1", "an open start is written as two dots"),
    (r"(.{1,40})/unknown", r"\1/", "an unknown end is left empty"),
    (r"unknown/(.{1,40})", r"/\1", "an unknown start is left empty"),
    (r"([0-9]{4})\s?[-–—]\s?(?:present|now|today)?", r"\1/..", _OPEN_END),
    (r"([0-9]{4})\.\.", r"\1/..", _OPEN_END),
    (r"(?:since|from) ([0-9-]{4,10})", r"\1/..", _OPEN_END),
    (r"(?:until|till|up to) ([0-9-]{4,10})", r"/\1", "an unknown start is left empty"),
    (r"([0-9]{4})\s?(?:[-–—]|to)\s?([0-9]{4})", r"\1/\2", _SLASH),
    (r"([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)\s?(?:[-–—]|to)\s?([0-9]{4}-[0-9-]{2,5})", r"\1/\2", _SLASH),
    (r"([0-9]{2})([0-9]{2})[-–—]([0-9]{2})", r"\1\2/\1\3", "an interval has a slash and both years in full"),
    (r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})", r"\1-\2-\3", _HYPHENS),
    (r"(.{4,40})\.\.(.{4,40})", r"[\1..\2]", "one day out of a range stands in square brackets"),
    (r"\.\.(.{4,40})", r"[..\1]", "some day up to a date stands in square brackets"),
    (
        r"before ([0-9]{4})",
        lambda m: f"[..{year_text(int(m[1]) - 1)}]",
        "some day up to a date is a range in square brackets",
    ),
    (
        r"after ([0-9]{4})",
        lambda m: f"[{year_text(int(m[1]) + 1)}..]",
        "some day from a date on is a range in square brackets",
    ),
    (r"([0-9-]{4,10}) or ([0-9-]{4,10})", r"[\1,\2]", _ONE_OF),
    (r"([0-9-]{4,10})(?:,\s?| and )([0-9-]{4,10})", r"{\1,\2}", _ALL_OF),
    (r"([\[{])([0-9., ;X~?%-]{4,90})[\]}]?", lambda m: _closed(m[1], m[2].replace(";", ",")), _SET),
    (
        r"\[([0-9-]{4,10})\.\.([0-9-]{4,10})\]",
        r"[\2..\1]",
        "it ends before it starts",
    ),
)
"""What a whole text may be meant for."""


def _closed(bracket: str, members: str) -> str:
    return f"{bracket}{members}{']' if bracket == '[' else '}'}"


_OF_DATES: Final = _compiled(
    (r"(.{4,10})(?:\?~|~\?)", r"\1%", "uncertain and approximate together is %"),
    (r"([?~%])(.{4,10})", r"\2\1", _BEHIND),
    (r"(.{4,10})\s?(?:([?~%])|\(([?~%])\))", lambda m: m[1].strip() + (m[2] or m[3]), _BEHIND),
    (r"(?:c\.?|ca\.?|circa|about)\s{0,3}([0-9-]{4,10})", r"\1~", "an approximate date ends in ~"),
    (
        r"([0-9X-]{0,9}[ux][0-9ux-]{0,9})",
        lambda m: m[1].upper().replace("U", "X"),
        "an unspecified digit is X",
    ),
    (r"(?:the )?([0-9]{3})0['’]?s", r"\1X", "a decade has X for its last digit"),
    (
        r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century",
        lambda m: f"{max(int(m[1]) - 1, 0):02}XX",
        "a century has XX for its last digits",
    ),
    (r"(?:AD )?([0-9]{1,4}) ?(?:AD|CE)|AD ([0-9]{1,4})", lambda m: (m[1] or m[2]).zfill(4), _NUMBERS),
    (
        r"([0-9]{1,4}) ?BCE?",
        lambda m: year_text(1 - int(m[1])),
        "years before 1 are 0000 (1 BC), -0001 (2 BC)",
    ),
    (r"([0-9]{1,3})", lambda m: m[1].zfill(4), "a year has four digits"),
    (r"\+([0-9].{3,9})", r"\1", "a date has no plus sign"),
    (r"([0-9]{4})[._ ]([0-9]{1,2})[._ ]([0-9]{1,2})", r"\1-\2-\3", _HYPHENS),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", r"\1-\2-\3", _HYPHENS),
    (r"([0-9]{4}(?:[-–—−‐‑][0-9]{1,2}){1,2})", lambda m: re.sub("[–—−‐‑]", "-", m[1]), _HYPHENS),
    (r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", r"\3-\2-\1", "a date is written year first"),
    (rf"([0-9]{{1,2}})[ -]{_NAME},?[ -]([0-9]{{4}})", lambda m: _named(m[3], m[2], m[1]), _NUMBERS),
    (rf"{_NAME} ([0-9]{{1,2}}),? ([0-9]{{4}})", lambda m: _named(m[3], m[1], m[2]), _NUMBERS),
    (rf"{_NAME},? ([0-9]{{4}})", lambda m: _named(m[2], m[1]), _NUMBERS),
    (rf"([0-9]{{4}})-{_NAME}(?:-([0-9]{{1,2}}))?", lambda m: _named(m[1], m[2], m[3]), _NUMBERS),
    (r"([0-9]{4})-([0-3][0-9]{2})", _day_of_year, "EDTF has no days of the year"),
    (r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?", _week, "EDTF has no weeks, but one day out of a range"),
    (r"([0-9]{4})-?Q([1-4])", lambda m: f"{m[1]}-{32 + int(m[2])}", "quarters are 33 to 36"),
    (r"Q([1-4]) ?([0-9]{4})", lambda m: f"{m[2]}-{32 + int(m[1])}", "quarters are 33 to 36"),
    (r"([0-9]{4})-?H([12])", lambda m: f"{m[1]}-{39 + int(m[2])}", "halves of a year are 40 and 41"),
    (
        rf"({'|'.join(_SEASONS)}) ([0-9]{{4}})",
        lambda m: f"{m[2]}-{_SEASONS[m[1].lower()]}",
        "seasons are 21 to 24",
    ),
    (
        r"([0-9]{4}-[0-9]{2})\^[A-Za-z]{1,30}",
        r"\1",
        "seasons are 21 to 24, 25 to 28 in the north and 29 to 32 in the south",
    ),
    (r"(.{10})[ t]([0-9:.]{5,12}z?)", lambda m: f"{m[1]}T{m[2].upper()}", "T joins a date and its time"),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})Z", r"\1", "a time zone needs a time of day"),
)
"""What one date may be meant for, alone or on one side of an interval."""
