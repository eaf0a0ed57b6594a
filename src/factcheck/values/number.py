"""Exact numbers: whole numbers stay `int`, everything else is a `Fraction`; never a float."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

__all__ = ["LONGEST", "Number", "exact", "last_step", "magnitude", "print_number"]

Number = int | Fraction

LONGEST = 30
"""Digits beyond which a numeral is no figure of a news text; Python itself stops at 4,300."""

_NUMERAL = re.compile(r"([+-]?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?", re.ASCII)


def exact(value: int | Fraction | Decimal | str) -> Number:
    """The number that `value` says, exactly; a whole one as an int.

    >>> exact("12.50"), exact("12.0")
    (Fraction(25, 2), 12)

    Raises:
        ValueError: `value` is text that is not a plain decimal numeral of at most 30 digits, or not finite.
    """
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        value = _from_text(value)
    elif isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is not a number; write a plain figure such as 12.5")
        value = Fraction(value)
    return value.numerator if value.denominator == 1 else value


def _from_text(text: str) -> Fraction:
    match = _NUMERAL.fullmatch(text) if len(text) <= LONGEST + 6 else None
    if match is None:
        raise ValueError(
            f'"{text[:40]}" is not a number; write digits with a point for decimals, such as 13000 or 12.5'
        )
    whole, decimals, exponent = match.groups(default="")
    places = int(exponent or 0) - len(decimals)
    return Fraction(int(whole + decimals)) * Fraction(10) ** places


def last_step(number: Number) -> Number:
    """One unit of the last significant digit of a number as it is usually written.

    >>> last_step(13_000), last_step(1_030), last_step(7)
    (1000, 10, 1)
    >>> last_step(Fraction(5, 2))
    Fraction(1, 10)
    """
    if isinstance(number, int):
        if number == 0:
            return 1
        step = 1
        while number % (step * 10) == 0:
            step *= 10
        return step
    places = _decimal_places(number)
    return Fraction(1, 10**places) if places is not None else Fraction(1, 100)


def magnitude(number: Number) -> Number:
    """The number without its sign."""
    return -number if number < 0 else number


def _decimal_places(number: Fraction) -> int | None:
    """How many decimals write the fraction in full, None where it takes more than six."""
    for places in range(1, 7):
        if 10**places % number.denominator == 0:
            return places
    return None


def print_number(number: Number) -> str:
    """The number as a reader writes it: grouped thousands, millions in words, two decimals at most.

    >>> print_number(13_000), print_number(1_200_000), print_number(Fraction(1300, 47))
    ('13,000', '1.2 million', '27.66')
    """
    if number < 0:
        return "−" + print_number(-number)
    if number >= 10 ** (LONGEST + 1):
        return f"{Decimal(int(number)):.3e}"
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if number >= size and (Fraction(number, size) * 100).denominator == 1:
            return f"{_decimal(Fraction(number, size))} {word}"
    return _decimal(Fraction(number))


def _decimal(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    places = _decimal_places(number) or 2
    # Small shares would vanish at two decimals: keep two significant digits.
    while number < Fraction(1, 10 ** (places - 1)) and places < LONGEST:
        places += 1
    scaled = (number.numerator * 10**places * 2 + number.denominator) // (2 * number.denominator)
    whole, decimals = divmod(scaled, 10**places)
    return f"{whole:,}.{decimals:0{places}d}".rstrip("0").rstrip(".")
