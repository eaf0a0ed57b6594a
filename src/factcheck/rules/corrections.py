"""Fixes of a draft: what a source says in place of what the draft does, printed as the draft prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Edit, Fix
from factcheck.rules.places import figures
from factcheck.values.calendar import civil
from factcheck.values.edtf import Precision
from factcheck.values.hedge import Hedge
from factcheck.values.number import print_number
from factcheck.values.unit import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.diagnostic import Place
    from factcheck.matching.judgement import Outcome
    from factcheck.model import Statement
    from factcheck.values.calendar import Day
    from factcheck.values.when import When

__all__ = ["corrections", "figure_part", "like_date"]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH: Final = "|".join(f"{month}|{month[:3]}\\.?" for month in _MONTHS)
_YEAR: Final = r"(?P<sep>,? )(?P<year>\d{4})"
_STYLES: Final = tuple(
    re.compile(style)
    for style in (
        rf"(?P<day>\d{{1,2}})(?P<mark> )(?P<month>{_MONTH})(?:{_YEAR})?",
        rf"(?P<month>{_MONTH})(?P<mark> )(?P<day>\d{{1,2}})(?!\d)(?:{_YEAR})?",
        rf"(?P<month>{_MONTH})(?:{_YEAR})",
        r"(?P<year>\d{4})",
    )
)
_FIGURE: Final = re.compile(r"\d[\d,]*|[A-Za-z]+(?:[- ][A-Za-z]+)*")
_DATES: Final = frozenset({"when", "start", "end"})


def corrections(place: Place, outcomes: Iterable[Outcome]) -> list[Fix]:
    """What each source would have the draft write; sources with different values give different fixes."""
    sources: dict[str, dict[str, None]] = {}
    for outcome in outcomes:
        words = _words(place.quote, outcome.known, outcome.comparison.part)
        if words is not None and words != place.quote:
            sources.setdefault(words, {})[outcome.known.source] = None
    return [
        Fix(
            f"write {words}, as {' and '.join(named)} {'says' if len(named) == 1 else 'say'}",
            (Edit(place.span, words),),
        )
        for words, named in sources.items()
    ]


def figure_part(known: Statement, part: str) -> str:
    """The part of a source's reading that one of the draft's is held against: of a step, what it led to."""
    parts = [name for name, _ in figures(known.proposition.value)]
    return "to" if part == "value" and "to" in parts else part


def like_date(quote: str, day: Day) -> str | None:
    """A day in the style of another date; None where that names no day.

    >>> from factcheck.values.calendar import ordinal
    >>> like_date("Friday, January 9, 2018", ordinal(2018, 1, 12))
    'Friday, January 12, 2018'
    """
    found = _style(quote)
    if found is None or not found.groupdict().get("day"):
        return None
    return quote[: found.start()] + _dated(found, day) + quote[found.end() :]


def _words(quote: str, known: Statement, part: str) -> str | None:
    if part in _DATES:
        when = known.proposition.when
        return None if when is None else _like(quote, _side(when, part))
    figure = dict(figures(known.proposition.value)).get(figure_part(known, part))
    if (
        figure is None
        or figure.hedge is not Hedge.NONE
        or figure.stated is None
        or not _FIGURE.fullmatch(quote)
    ):
        return None
    return print_number(figure.stated) if figure.unit.kind is Kind.COUNT else None


def _side(when: When, part: str) -> When:
    side = when.closing if part == "end" else when.opening
    return side or when


def _like(quote: str, when: When) -> str | None:
    """A date in the style of another, as far as it is known; None where that has no plain style."""
    found, day = _style(quote), when.earliest_start
    if found is None or found.group() != quote or day is None or when.edtf[0] in "[{":
        return None
    year, month, _ = civil(day)
    told = found.groupdict()
    if when.precision is Precision.DAY and told.get("day"):
        return _dated(found, day)
    if when.precision in {Precision.DAY, Precision.MONTH} and told.get("month"):
        return f"{_MONTHS[month - 1]} {year}"
    return str(year) if when.precision in {Precision.DAY, Precision.MONTH, Precision.YEAR} else None


def _style(quote: str) -> re.Match[str] | None:
    return next((found for style in _STYLES if (found := style.search(quote))), None)


def _dated(found: re.Match[str], day: Day) -> str:
    year, month, number = civil(day)
    name, told = _MONTHS[month - 1], found.groupdict()
    if told["month"].startswith(name[:3]):
        name = told["month"]
    first, second = (name, str(number)) if found.start("month") < found.start("day") else (str(number), name)
    end = f"{told['sep']}{year}" if told.get("year") else ""
    return f"{first}{told['mark']}{second}{end}"
