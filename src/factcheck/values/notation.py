"""Figures as a ledger writes them: `120`, `"> 13000"`, `"~ 16000"`, `"12000..14000"`."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from factcheck.values.hedge import Hedge
from factcheck.values.number import LONGEST, Number, last_step

__all__ = ["SIGNS", "Notation", "parse_notation", "write_figure"]

SIGNS: Final = {
    Hedge.OVER: ">",
    Hedge.AT_LEAST: ">=",
    Hedge.UNDER: "<",
    Hedge.AT_MOST: "<=",
    Hedge.ABOUT: "~",
    Hedge.EXACTLY: "=",
}
_HEDGES: Final = {sign: hedge for hedge, sign in SIGNS.items()}

_FIGURE: Final = r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE]\d{1,2})?"
_NOTATION: Final = re.compile(rf"(>=|<=|[><~=])? ?({_FIGURE})(?: ?\.\. ?({_FIGURE}))?", re.ASCII)

# What people write instead, and the sign that says the same.
_OTHERWISE: Final = {
    "≥": ">=",
    "≤": "<=",
    "=>": ">=",
    "=<": "<=",
    "≈": "~",
    "over": ">",
    "above": ">",
    "more than": ">",
    "at least": ">=",
    "no fewer than": ">=",
    "no less than": ">=",
    "under": "<",
    "below": "<",
    "fewer than": "<",
    "less than": "<",
    "up to": "<=",
    "at most": "<=",
    "no more than": "<=",
    "about": "~",
    "around": "~",
    "roughly": "~",
    "some": "~",
    "circa": "~",
    "exactly": "=",
}
_FORMS: Final = 'write 120, "> 13000", ">= 13000", "< 5", "<= 5", "~ 16000" or "12000..14000"'


@frozen
class Notation:
    """One parsed figure: its hedge, its digits as written, and the second end of a range."""

    hedge: Hedge
    figure: str
    high: str | None = None


def parse_notation(value: int | Decimal | str) -> Notation:
    """What a ledger's figure says.

    >>> parse_notation("> 13000")
    Notation(hedge=<Hedge.OVER: 'over'>, figure='13000', high=None)

    Raises:
        ValueError: it is not a figure of a ledger; the message shows what to write.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError(f"{value!r} is not a figure; {_FORMS}")  # noqa: TRY004 - the ledger's data, not a bug
    if isinstance(value, int) and abs(value) >= 10**LONGEST:
        raise ValueError(f"a figure has at most {LONGEST} digits; {_FORMS}")
    text = " ".join(str(value).split()) if len(str(value)) <= 200 else ""
    match = _NOTATION.fullmatch(text)
    if match is None:
        raise ValueError(_teach(text))
    sign, figure, high = match.groups()
    if high is None:
        return Notation(_HEDGES.get(sign, Hedge.NONE), figure)
    if sign is not None:
        raise ValueError(
            f'"{text}" is both a range and a bound; write "{figure}..{high}" or "{sign} {figure}"'
        )
    if Fraction(high) < Fraction(figure):
        raise ValueError(f'"{text}" ends before it starts; write "{high}..{figure}"')
    return Notation(Hedge.BETWEEN, figure, high)


def _teach(text: str) -> str:
    """What to write instead of `text`."""
    shown = text[:40]
    if not text:
        return f"the figure is empty or far too long; {_FORMS}"
    repaired = _repair(text)
    if repaired is None:
        return f'"{shown}" is not a figure; {_FORMS}'
    plain = repaired if repaired.isdigit() else f'"{repaired}"'
    return f'"{shown}" is not how a ledger writes a figure; write {plain}'


def _repair(text: str) -> str | None:
    """The right notation that `text` most likely means."""
    plain = text.casefold()
    for words, sign in _OTHERWISE.items():
        if plain.startswith(words):
            plain = f"{sign} {plain[len(words) :].strip()}"
            break
    plain = re.sub(r"(?<=\d)[,_' \u00a0\u202f](?=\d{3}(?!\d))", "", plain)
    between = plain.removeprefix("between ").replace(" and ", "..") if plain.startswith("between ") else plain
    between = re.sub(r"(?<=\d) ?(?:-|–|—|to|…|\.{3}) ?(?=\d)", "..", between)
    return between if between != text and _NOTATION.fullmatch(between) else None


def write_figure(number: Number, step: Number | None = None) -> str:
    """The digits that say a number and how precisely it is meant.

    >>> write_figure(12, Fraction(1, 10)), write_figure(1_200_000, 10_000), write_figure(16_000, 1_000)
    ('12.0', '1.20e6', '16000')
    """
    usual = last_step(number) if isinstance(number, Fraction) or abs(number) >= 1000 else 1
    step = step or usual
    if step >= 1 and step == usual:
        return str(number)
    power = _power_of_ten(step)
    if power is None:
        return (
            str(number)
            if isinstance(number, int)
            else f"{Decimal(number.numerator) / number.denominator:f}"[:LONGEST]
        )
    count = Fraction(number) / Fraction(10) ** power
    digits = str(abs(round(count)))
    sign = "-" if number < 0 else ""
    if power < 0:
        digits = digits.rjust(1 - power, "0")
        return f"{sign}{digits[:power]}.{digits[power:]}"
    decimals = digits[1:] or "0"
    return f"{sign}{digits[0]}.{decimals}e{power + len(digits) - 1}"


def _power_of_ten(step: Number) -> int | None:
    for power in range(-9, LONGEST):
        if step == Fraction(10) ** power:
            return power
    return None
