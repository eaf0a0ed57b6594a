"""What somebody who wrote a wrong EDTF date may have meant: older drafts, other date formats, slips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.values.calendar import YEARS, iso, ordinal, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["hints"]

_REWRITINGS: Final = tuple(
    (re.compile(pattern, re.ASCII), replacement, why)
    for pattern, replacement, why in (
        (r"\A(.{1,40})/open\Z", r"\1/..", "an open end is written as two dots"),
        (r"\Aopen/(.{1,40})\Z", r"../\1", "an open start is written as two dots"),
        (r"\A(.{1,40})/unknown\Z", r"\1/", "an unknown end is left empty"),
        (r"\Aunknown/(.{1,40})\Z", r"/\1", "an unknown start is left empty"),
        (r"\A(.{4,10})(?:\?~|~\?)\Z", r"\1%", "uncertain and approximate together is %"),
        (r"\A[?~%](.{4,10})\Z", r"\1~", "marks stand behind the date; ~ is about, ? uncertain, % both"),
        (r"\A(?:c\.|ca\.?|circa|about)\s{0,3}(.{4,10})\Z", r"\1~", "an approximate date ends in ~"),
        (r"\A([0-9]{3})0'?s\Z", r"\1X", "a decade has X for its last digit"),
        (r"\A([0-9]{4})\s?[-–—]\s?(?:present|now|today)\Z", r"\1/..", "an open end is written as two dots"),
        (r"\A([0-9]{4})\s?(?:[-–—]|to)\s?([0-9]{4})\Z", r"\1/\2", "an interval has a slash"),
        (
            r"\A([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)\s?(?:[–—]|to)\s?([0-9]{4}-[0-9-]{2,5})\Z",
            r"\1/\2",
            "an interval has a slash",
        ),
        (
            r"\A([0-9]{2})([0-9]{2})[-–—]([0-9]{2})\Z",
            r"\1\2/\1\3",
            "an interval has a slash and both years in full",
        ),
        (r"\A([0-9]{4})/([0-9]{2})/([0-9]{2})\Z", r"\1-\2-\3", "the parts of a date are joined by hyphens"),
        (r"\A([0-9]{4})\.([0-9]{2})\.([0-9]{2})\Z", r"\1-\2-\3", "the parts of a date are joined by hyphens"),
        (r"\A([0-9]{4})([0-9]{2})([0-9]{2})\Z", r"\1-\2-\3", "the parts of a date are joined by hyphens"),
        (r"\A([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})\Z", r"\3-\2-\1", "a date is written year first"),
        (
            r"\A([0-9]{4}-[0-9]{2}-[0-9]{2})\s([0-9]{2}:[0-9]{2}.{0,12})\Z",
            r"\1T\2",
            "T joins a date and its time",
        ),
        (r"\A([0-9]{4})-?Q1\Z", r"\1-33", "quarters are 33 to 36"),
        (r"\A([0-9]{4})-?Q2\Z", r"\1-34", "quarters are 33 to 36"),
        (r"\A([0-9]{4})-?Q3\Z", r"\1-35", "quarters are 33 to 36"),
        (r"\A([0-9]{4})-?Q4\Z", r"\1-36", "quarters are 33 to 36"),
        (r"\A([0-9]{4})\.\.\Z", r"\1/..", "an open interval has a slash"),
        (r"\A([0-9]{1,3})\Z", r"000\1", "a year has four digits"),
        (r"\A(.{4,40})\.\.(.{4,40})\Z", r"[\1..\2]", "one day out of a range stands in square brackets"),
        (r"\A\.\.(.{4,40})\Z", r"[..\1]", "some day up to a date stands in square brackets"),
    )
)
_WEEK: Final = re.compile(r"([0-9]{4})-?W([0-9]{2})", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]{1,2}", re.ASCII)
_LONGEST: Final = 100


def hints(text: str) -> Iterator[tuple[str, str]]:
    """Candidates, likeliest first, each with the rule that the text breaks; not all of them parse.

    >>> list(hints("2002/open"))
    [('2002/..', 'an open end is written as two dots'), ('open/2002', 'it ends before it starts')]
    """
    if len(text) > _LONGEST:
        return
    for pattern, replacement, why in _REWRITINGS:
        candidate, count = pattern.subn(replacement, text)
        if count:
            yield (candidate[-4:] if why == "a year has four digits" else _padded(candidate)), why
    if "u" in text:
        yield text.replace("u", "X"), "an unspecified digit is X"
    if "x" in text:
        yield text.replace("x", "X"), "an unspecified digit is a capital X"
    padded = _padded(text)
    if padded != text:
        yield padded, "months and days have two digits"
    week = _WEEK.fullmatch(text)
    if week and 1 <= int(week[2]) <= 53 and int(week[1]) in YEARS[10_000:-1]:
        yield _week(int(week[1]), int(week[2])), "EDTF has no weeks, but one day out of a range"
    start, slash, end = text.partition("/")
    if slash:
        yield f"{end}/{start}", "it ends before it starts"
    for dash in "–—−‐‑":
        if dash in text:
            yield text.replace(dash, "-"), "the parts of a date are joined by plain hyphens"


def _padded(text: str) -> str:
    """Every single digit between hyphens with a zero before it."""
    parts = text.split("-")
    return "-".join(part.zfill(2) if _NUMBER.fullmatch(part) else part for part in parts)


def _week(year: int, number: int) -> str:
    fourth = ordinal(year, 1, 4)  # always in week 1
    monday = fourth - weekday(fourth) + 7 * (number - 1)
    return f"[{iso(monday)}..{iso(monday + 6)}]"
