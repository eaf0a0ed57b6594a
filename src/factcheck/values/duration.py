"""Lengths of time in calendar units, as ISO 8601 writes them."""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen

from factcheck.values.edtf import Precision

__all__ = ["Duration"]

_TEXT: Final = re.compile(
    r"(-?)P(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?"
    r"(T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?",
    re.ASCII,
)
_UNITS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
_LETTERS: Final = "YMWDHMS"
_WORDED: Final = re.compile(r"([0-9]{1,9})[ -](year|month|week|day|hour|minute|second)s?", re.ASCII)
_DECIMAL: Final = re.compile(r"[0-9][.,][0-9]", re.ASCII)


@frozen
class Duration:
    """A length of time; its units are not converted, since a month has no fixed number of days.

    >>> print(Duration.parse("P1Y6M"), Duration(days=44))
    P1Y6M P44D
    >>> Duration.parse("P20Y").phrase
    '20 years'

    Attributes:
        years, months, weeks, days, hours, minutes, seconds: whole numbers, none below zero.
        negative: whether it counts back.
        words: as said; two durations of the same length are equal in any words.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0
    negative: bool = field(default=False, kw_only=True)
    words: str = field(default="", kw_only=True, eq=False)

    @classmethod
    def parse(cls, text: str, *, words: str = "") -> Duration:
        """The duration that an ISO 8601 text says.

        >>> Duration.parse("44 days")
        Traceback (most recent call last):
        ValueError: '44 days' is not an ISO 8601 duration, such as P20Y, P3M or P44D; did you mean 'P44D'?

        Raises:
            ValueError: The text is not a duration in whole units.
        """
        stripped = text.strip()
        match = _TEXT.fullmatch(stripped)
        if match is None or match[6] == "T" or stripped in ("P", "-P"):
            raise ValueError(_complaint(stripped))
        numbers = [int(part or 0) for part in (*match.groups()[1:5], *match.groups()[6:])]
        return cls(*numbers, negative=bool(match[1]), words=words)

    @property
    def parts(self) -> tuple[int, ...]:
        """The seven numbers, years first."""
        return self.years, self.months, self.weeks, self.days, self.hours, self.minutes, self.seconds

    @property
    def calendar_months(self) -> int:
        """Years and months in months, below zero when it counts back."""
        total = 12 * self.years + self.months
        return -total if self.negative else total

    @property
    def calendar_days(self) -> int:
        """Weeks and days in days, below zero when it counts back."""
        total = 7 * self.weeks + self.days
        return -total if self.negative else total

    @property
    def precision(self) -> Precision:
        """Its smallest unit: how exactly it was told."""
        if self.days or self.hours or self.minutes or self.seconds:
            return Precision.DAY
        if self.weeks:
            return Precision.WEEK
        if self.months:
            return Precision.MONTH
        return Precision.YEAR if self.years else Precision.DAY

    @property
    def phrase(self) -> str:
        """In words, for messages."""
        named = [
            f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in zip(self.parts, _UNITS, strict=True) if n
        ]
        if not named:
            return "0 days"
        listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
        return f"minus {listed}" if self.negative else listed

    def __neg__(self) -> Duration:
        return Duration(*self.parts, negative=not self.negative, words=self.words)

    def __str__(self) -> str:
        written = [f"{n}{letter}" if n else "" for n, letter in zip(self.parts, _LETTERS, strict=True)]
        date, time = "".join(written[:4]), "".join(written[4:])
        body = date + ("T" + time if time else "") or "0D"
        return f"{'-' if self.negative else ''}P{body}"


def _complaint(text: str) -> str:
    shown = text if len(text) <= 40 else text[:37] + "..."
    message = f"{shown!r} is not an ISO 8601 duration, such as P20Y, P3M or P44D"
    worded = _WORDED.fullmatch(text)
    if worded:
        letter = worded[2][0].upper()
        meant = f"P{'T' if worded[2] in _UNITS[4:] else ''}{worded[1]}{letter}"
        return f"{message}; did you mean {meant!r}?"
    if _DECIMAL.search(text):
        return f"{message}; write fractions in a smaller unit, a year and a half is P18M"
    if text.upper() != text and _TEXT.fullmatch(text.upper()):
        return f"{message}; did you mean {text.upper()!r}?"
    return message
