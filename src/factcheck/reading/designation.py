"""Digits and number words that are no quantity: dates, times, scores, phone numbers, names of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.reading.language import load

if TYPE_CHECKING:
    from factcheck.reading.numeral import Numeral
    from factcheck.reading.tokens import Tokens

__all__ = ["after_name", "designates", "is_year", "numbers_a_thing"]

_WORDS: Final[dict[str, list[str]]] = load("en", "numerals")["words"]
_CODES: Final = frozenset(load("en", "numerals")["currency_codes"]["names"])
_DESIGNATORS: Final = frozenset(_WORDS["designators"])
_SOFT: Final = frozenset(_WORDS["soft_designators"])
_OPENERS: Final = frozenset(_WORDS["openers"])
_MONTHS: Final = frozenset(_WORDS["months"])
_WEEKDAYS: Final = frozenset(_WORDS["weekdays"])
_ERAS: Final = frozenset(_WORDS["eras"])
_STREETS: Final = frozenset(_WORDS["streets"])
_SUFFIXES: Final = frozenset(_WORDS["glued_units"])

_JOINTS: Final = frozenset("-‐‑–—−")
# A character right before digits that makes them part of something else.
_GLUED_BEFORE: Final = frozenset("_/\\:#@'’&=^.,")
_GLUED_AFTER: Final = frozenset("_/\\:@&=^")
_TIME_AFTER: Final = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|hrs?\b|GMT|UTC)", re.IGNORECASE)
_PRONOUN_ONE: Final = frozenset(_WORDS["one_followers"])
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that"})
_BEFORE_PRONOUN: Final = frozenset(_WORDS["one_openers"])


def is_year(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether four bare digits are in the range of years."""
    return numeral.first == numeral.last and _reads_as_year(tokens.words[numeral.first])


def _reads_as_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1100 <= int(word) <= 2100


def designates(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a date, a time, a code or a name, whatever follows it."""
    if not numeral.in_digits:
        return _is_pronoun(tokens, numeral) or _is_day(tokens, numeral)
    return (
        _is_glued(tokens, numeral)
        or _is_day(tokens, numeral)
        or _is_listed(tokens, numeral)
        or _is_dialled(tokens, numeral)
        or _is_designated(tokens, numeral)
        or _is_address(tokens, numeral)
        or _is_era(tokens, numeral)
        or _TIME_AFTER.match(tokens.text, tokens.ends[numeral.last]) is not None
    )


def after_name(tokens: Tokens, first: int) -> bool:
    """Whether a capitalised word that is no ordinary opener stands right before: Apollo 11."""
    before = first - 1
    if not tokens.is_word(before) or not tokens.is_capitalised(before):
        return False
    word = tokens.lower[before]
    return word not in _OPENERS and not word.endswith("'s") and not word.endswith("s'")


def numbers_a_thing(tokens: Tokens, first: int) -> bool:
    """Whether the word before a bare number is a thing that is numbered: round two, game 5."""
    return tokens.at(first - 1) in _DESIGNATORS


def _is_era(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is a year of an era: 410 to 360 BC."""
    after = numeral.last + 1
    if tokens.at(after) in _JOINTS | {"to", "and"} and tokens.is_figure(after + 1):
        after += 2
    return after < len(tokens) and tokens.words[after] in _ERAS


def _is_glued(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether letters or signs hold the digits: F-16, Covid-19, A380, 9/11, 18:30, 2.0.1, 1990s."""
    text, start, end = tokens.text, tokens.starts[numeral.first], tokens.ends[numeral.last]
    word = tokens.words[numeral.first]
    if len(word) > 1 and word[0] == "0" and not word.startswith("0."):
        return True
    before = text[start - 1 : start]
    if tokens.adjacent(numeral.first - 1) and tokens.words[numeral.first - 1] in _CODES:
        return False
    if before.isalnum() or (before in _GLUED_BEFORE and before != ""):
        return not (
            before in {"'", "’", ","} and not text[start - 2 : start - 1].isalnum() and len(word) != 2
        )
    if before in _JOINTS and text[start - 2 : start - 1].isalpha() and start > 1:
        return before != "—"
    after = text[end : end + 1]
    if after in _GLUED_AFTER and after != "" and text[end + 1 : end + 2].isalnum():
        return True
    if after.isalpha() and numeral.first == numeral.last:
        # "12km" and "1.2m" are units and scales; everything else glued to digits is a code.
        code = tokens.words[numeral.last + 1] in _CODES
        return not code and tokens.at(numeral.last + 1) not in _SUFFIXES
    return False


def _is_day(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is a day of a month: 9 January, Jan. 9, January 9-12, January 9 and 10."""
    if not isinstance(numeral.value, int) or not 0 < numeral.value <= 31:
        return False
    after = numeral.last + 1
    if tokens.at(after) == "of":
        after += 1
    if tokens.at(after) in _MONTHS and tokens.is_capitalised(after):
        return True
    if tokens.at(after) in _JOINTS | {"and", "to", "or"} and tokens.is_figure(after + 1):
        following = after + 2
        if tokens.at(following) in _MONTHS and tokens.is_capitalised(following):
            return True
    before = numeral.first - 1
    for _ in range(3):
        if tokens.at(before) == ".":
            before -= 1
        if tokens.at(before) in _MONTHS and tokens.is_capitalised(before):
            return True
        if tokens.at(before) in _WEEKDAYS and tokens.is_capitalised(before):
            return True
        if not (tokens.at(before) in _JOINTS | {"and", "to", "or"} and tokens.is_figure(before - 1)):
            return False
        before -= 2
    return False


def _is_listed(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number numbers a line: "1. ", "2) "."""
    start, last = tokens.starts[numeral.first], numeral.last
    if start > 0 and tokens.text[start - 1] != "\n":
        return False
    marker = tokens.at(last + 1) in {".", ")"} and tokens.adjacent(last)
    return marker and len(tokens.words[numeral.first]) <= 2 and not tokens.adjacent(last + 1)


def _is_dialled(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is one group of several: 020 7946 0958, 555-0142-77, +44 20."""
    before, after = numeral.first - 1, numeral.last + 1
    if tokens.at(before) == "+" and tokens.adjacent(before):
        return True
    if tokens.is_figure(after) and not is_year(tokens, numeral):
        return True
    if tokens.is_figure(before) and not _reads_as_year(tokens.words[before]):
        return True
    chained = tokens.at(after) in _JOINTS and tokens.is_figure(after + 1) and tokens.adjacent(numeral.last)
    again = tokens.at(after + 2) in _JOINTS and tokens.is_figure(after + 3) and tokens.adjacent(after + 1)
    return chained and again


def _is_designated(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the word before makes the number a name: Section 5, No. 10, Highway 61."""
    before = numeral.first - 1
    if (tokens.at(before) == "." or tokens.at(before) in _JOINTS) and tokens.adjacent(before - 1):
        before -= 1
    word = tokens.at(before)
    if word not in _DESIGNATORS:
        return False
    return word not in _SOFT or tokens.is_capitalised(before) or (word == "no" and before < numeral.first - 1)


def _is_address(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is that of a house: 12 Elm Street."""
    for after in range(numeral.last + 1, numeral.last + 4):
        if not tokens.is_capitalised(after):
            return False
        if tokens.lower[after] in _STREETS:
            return True
    return False


def _is_pronoun(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "one" is a pronoun: one of them, no one, one another, one day."""
    if numeral.value != 1 or numeral.first != numeral.last or numeral.is_share:
        return False
    after = numeral.last + 1
    return (
        (not tokens.is_word(after) and tokens.at(after) != "-")
        or tokens.at(after) in _PRONOUN_ONE
        or tokens.at(numeral.first - 1) in _BEFORE_PRONOUN
        or tokens.at(numeral.first - 2) in _ARTICLES
    )
