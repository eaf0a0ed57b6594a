"""Strategies for days, dates in EDTF, times and lengths of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from factcheck.values.calendar import FIRST_DAY, LAST_DAY, civil, iso, year_text
from factcheck.values.duration import Duration
from factcheck.values.edtf import parse_edtf
from factcheck.values.when import When, as_day

if TYPE_CHECKING:
    from factcheck.values.calendar import Day
    from factcheck.values.when import DateLike

__all__ = ["days", "durations", "edtf_texts", "whens"]

_LEVELS: Final = (0, 1, 2)
_MARKS: Final = ("", "", "", "~", "?", "%")
_PERIODS: Final = (("{a}/{b}",), ("{a}/{b}", "{a}/", "/{a}", "{a}/..", "../{a}"))
_SETS: Final = ("[{a},{b}]", "[{a}..{b}]", "[..{a}]", "[{a}..]", "{{{a},{b}}}", "{{{a}..{b}}}")


def days(first: DateLike = FIRST_DAY, last: DateLike = LAST_DAY) -> st.SearchStrategy[Day]:
    """Day numbers from the first to the last, shrinking towards 1 January 2000.

    Args:
        first: the earliest, a day number or anything that tells one: "2018-01-09", a `datetime.date`.
        last: the latest.
    """
    low, high = _limits(first, last)
    nearest = min(max(low, _SIMPLEST), high)
    return st.integers(low - nearest, high - nearest).map(lambda away: nearest + away)


_SIMPLEST: Final = as_day("2000-01-01")


def edtf_texts(
    level: int = 2, first: DateLike = "1900-01-01", last: DateLike = "2099-12-31"
) -> st.SearchStrategy[str]:
    """Dates, periods and sets in Extended Date/Time Format, all of which parse.

    Args:
        level: 0 has dates and periods; 1 adds approximate, uncertain and unspecified dates, seasons and ends
            that are open or unknown; 2 adds quarters, thirds and halves of a year, and sets.
        first: the earliest day that is named, though a coarse date may begin before it.
        last: the latest.
    """
    if level not in _LEVELS:
        raise InvalidArgument(f"level={level!r} is none of {', '.join(map(str, _LEVELS))}")
    return _edtf_texts(level, _limits(first, last))


def whens(
    level: int = 2, first: DateLike = "1900-01-01", last: DateLike = "2099-12-31"
) -> st.SearchStrategy[When]:
    """Times; where an end is open, with or without a day up to which it surely lasts.

    Args:
        level: as for `edtf_texts`.
        first: the earliest day that is named, though a coarse date may begin before it.
        last: the latest.
    """
    as_of = st.none() | days(first, last)
    return st.builds(
        lambda text, day: When.parse(text, as_of=day, words=text), edtf_texts(level, first, last), as_of
    )


def durations(longest: int = 400) -> st.SearchStrategy[Duration]:
    """Lengths of time, mostly in one unit, some counting back.

    Args:
        longest: how many of a unit there are at most.
    """
    if longest < 0:
        raise InvalidArgument(f"longest={longest!r} is below zero")
    names = st.sampled_from(["years", "months", "weeks", "days", "hours", "minutes", "seconds"])
    parts = st.dictionaries(names, st.integers(0, longest), min_size=1, max_size=2)
    return st.builds(lambda given, negative: Duration(**given, negative=negative), parts, st.booleans())


def _limits(first: DateLike, last: DateLike) -> tuple[Day, Day]:
    low = When.parse(first).earliest_start if isinstance(first, str) else as_day(first)
    high = as_day(last)
    if low is None or not FIRST_DAY <= low <= high <= LAST_DAY:
        raise InvalidArgument(f"first={first!r} to last={last!r} are no days of the years -9999 to 9999")
    return low, high


@st.composite
def _edtf_texts(draw: st.DrawFn, level: int, limits: tuple[Day, Day]) -> str:
    forms = ["{a}", "{a}", *_PERIODS[level > 0], *(_SETS if level == 2 else ())]
    form = draw(st.sampled_from(forms))
    one, other = draw(_dates(level, limits)), draw(_dates(level, limits))
    text: str = form.format(a=one, b=other)
    try:
        parse_edtf(text)
    except ValueError:  # it runs backwards
        text = form.format(a=other, b=one)
    return text


@st.composite
def _dates(draw: st.DrawFn, level: int, limits: tuple[Day, Day]) -> str:
    year, month, _ = civil(day := draw(days(*limits)))
    written = year_text(year)
    forms = [written, f"{written}-{month:02}", iso(day)]
    if level > 0:
        season = draw(st.integers(21, 24))
        forms += [f"{written[:-1]}X", f"{written[:-2]}XX", f"{written}-XX", f"{written}-XX-XX"]
        forms += [f"{written}-{month:02}-XX", f"{written}-{season}"]
    if level == 2:
        forms.append(f"{written}-{draw(st.integers(25, 41))}")
    return draw(st.sampled_from(forms)) + (draw(st.sampled_from(_MARKS)) if level > 0 else "")
