"""What a figure counts: the unit or the noun in the words that follow it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.reading.language import load, phrases
from factcheck.values.unit import Kind, Unit

if TYPE_CHECKING:
    from factcheck.reading.tokens import Tokens
    from factcheck.values.number import Number

__all__ = [
    "NUMBER",
    "Counted",
    "attribute",
    "counted",
    "currency_before",
    "hangs_on_hyphen",
    "noun_unit",
    "singular",
    "unit_at",
]

_TABLE: Final = load("en", "numerals")
_STOP: Final = frozenset(_TABLE["words"]["stop"])
_CARDINALS: Final = frozenset(_TABLE["cardinals"])
_EXCEPTIONS: Final = frozenset(_TABLE["words"]["attribute_exceptions"])
_PLURALS: Final[dict[str, str]] = _TABLE["plurals"]
_KINDS: Final = {noun: Unit.count(kind) for kind, nouns in _TABLE["kinds"].items() for noun in nouns}
_UNITS: Final = {words: Unit.named(name) for words, name in phrases(_TABLE["units"]).items()}
_LONGEST_UNIT: Final = max(len(words) for words in _UNITS)
_CURRENCY_SIGNS: Final = phrases(_TABLE["currency_signs"])
_CURRENCY_CODES: Final = frozenset(_TABLE["currency_codes"]["names"])
_CURRENCY_WORDS: Final = phrases(_TABLE["currency_words"])
_MINOR: Final = {word: Unit.money(code) for word, code in _TABLE["minor_units"].items()}
_LONGEST_NOUN: Final = 7
_FURTHER: Final = frozenset({"more", "fewer", "such"})
_DETERMINERS: Final = frozenset(
    {"the", "its", "their", "his", "her", "our", "my", "these", "those", "all", "a", "an"}
)
_COLLECTIVES: Final = frozenset(noun for noun, lemma in _PLURALS.items() if noun == lemma)
_HYPHENS: Final = frozenset("-‐‑–")

NUMBER: Final = Unit.named("number")
_AGE: Final = Unit.named("age")
_POUNDS, _POUND = Unit.money("GBP"), Unit.named("pound")
_WEIGHING: Final = frozenset(_TABLE["words"]["weighing"])
_HEAVY: Final = frozenset(_TABLE["words"]["heavy"])
_MONEY: Final = frozenset(_TABLE["words"]["money"])
_SHARE_WORDS: Final = frozenset({Kind.SHARE, Kind.POINT})


@frozen
class Counted:
    """What a figure counts or measures.

    Attributes:
        unit: its unit; a plain number where nothing is counted.
        last: the last token of unit and noun together.
        core: the last token of the unit, which belongs to the figure itself.
        noun: the counted noun as written, None where there is none.
        factor: what part of the unit the words name: a hundredth for pence.
    """

    unit: Unit
    last: int
    core: int
    noun: str | None = None
    factor: Number = 1


def singular(noun: str) -> str:
    """The singular of a noun in lower case, by the table and a few rules.

    >>> singular("servicemen"), singular("countries"), singular("churches"), singular("tents")
    ('serviceman', 'country', 'church', 'tent')
    """
    irregular = _PLURALS.get(noun)
    if irregular is not None:
        return irregular
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("men") and len(noun) > 5:
        return noun[:-2] + "an"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def noun_unit(noun: str) -> Unit:
    """The unit that a noun counts in: its kind, or a kind of its own.

    >>> str(noun_unit("soldiers")), str(noun_unit("lighthouses"))
    ('person', 'lighthouse')
    """
    lemma = singular(noun.lower())
    if lemma in {"other", "one", "more"}:
        return NUMBER
    return _KINDS.get(lemma) or Unit.count(lemma)


def currency_before(tokens: Tokens, index: int) -> tuple[int, Unit] | None:
    """The currency that stands before a figure and the token it begins at."""
    for length in (2, 1):
        first = index - length
        if first >= 0 and all(tokens.adjacent(i) for i in range(first, index)):
            code = _CURRENCY_SIGNS.get(tuple(tokens.words[first:index]))
            if code is not None:
                return first, Unit.money(code)
    letters = _CURRENCY_SIGNS.get((tokens.words[index - 1],)) if tokens.is_word(index - 1) else None
    if letters is not None:
        return index - 1, Unit.money(letters)
    if index > 0 and tokens.words[index - 1] in _CURRENCY_CODES:
        return index - 1, Unit.money(tokens.words[index - 1])
    return None


def counted(tokens: Tokens, numeral_last: int, *, money: Unit | None = None, single: bool = False) -> Counted:
    """What stands behind the last token of a number.

    Args:
        tokens: the text.
        numeral_last: the last token of the number.
        money: the currency before the number, where there is one.
        single: whether the number is one, so that a singular noun is counted.
    """
    if money is not None:
        return Counted(money, numeral_last, numeral_last)
    after = numeral_last + 1
    unit = unit_at(tokens, after)
    if unit is not None:
        last, found = unit
        if found.kind in _SHARE_WORDS:
            noun = _of_noun(tokens, last + 1)
            return Counted(found, noun[0] if noun else last, last, noun[1] if noun else None)
        if found == _POUNDS and _weighs(tokens, numeral_last, last):
            found = _POUND
        return _aged(tokens, last, found) or Counted(found, last, last)
    minor = _MINOR.get(tokens.at(after))
    if minor is not None and (len(tokens.at(after)) > 1 or tokens.adjacent(numeral_last)):
        return Counted(minor, after, after, factor=Fraction(1, 100))
    noun = _of_noun(tokens, after) if tokens.at(after) == "of" else _noun(tokens, after, single=single)
    if noun is None:
        return Counted(NUMBER, numeral_last, numeral_last)
    return Counted(noun_unit(tokens.lower[noun[0]]), noun[0], numeral_last, noun[1])


def attribute(tokens: Tokens, numeral_last: int) -> Counted | None:
    """What a compound counts: 22-member, 44-day, 34-year-old; None where no hyphen and noun follow."""
    if not hangs_on_hyphen(tokens, numeral_last):
        return None
    last = numeral_last + 2
    word = tokens.lower[last]
    if (
        word in {"year", "years"}
        and tokens.at(last + 1) in _HYPHENS
        and tokens.at(last + 2) in {"old", "olds"}
    ):
        return Counted(_AGE, last + 2, last + 2)
    for length in range(3, 0, -1):
        compound = tokens.lower[last : last + 2 * length - 1 : 2]
        unit = _UNITS.get(tuple(compound))
        if unit is not None and len(compound) == length:
            end = last + 2 * (length - 1)
            if length == 1 or all(tokens.lower[i] in _HYPHENS for i in range(last + 1, end, 2)):
                return Counted(unit, end, end)
    if word in _EXCEPTIONS or len(word) < 3:
        return None
    return Counted(noun_unit(word), last, numeral_last, tokens.words[last])


def hangs_on_hyphen(tokens: Tokens, numeral_last: int) -> bool:
    """Whether a number is the first half of a compound word."""
    hyphen = numeral_last + 1
    joined = tokens.at(hyphen) in _HYPHENS and tokens.adjacent(numeral_last) and tokens.adjacent(hyphen)
    return joined and tokens.is_word(hyphen + 1) and tokens.at(hyphen + 1) != "plus"


def unit_at(tokens: Tokens, after: int) -> tuple[int, Unit] | None:
    """A unit or currency in words, and its last token."""
    for length in range(_LONGEST_UNIT, 0, -1):
        words = tokens.run(after, length)
        if not words:
            continue
        currency = _CURRENCY_WORDS.get(words)
        if currency is not None:
            return after + length - 1, Unit.money(currency)
        unit = _UNITS.get(words) or (_UNITS.get((singular(words[0]),)) if len(words) == 1 else None)
        if unit is not None and (len(words[0]) > 2 or tokens.words[after] not in {"PP", "In"}):
            return after + length - 1, unit
    if after < len(tokens) and tokens.words[after] in _CURRENCY_CODES:
        return after, Unit.money(tokens.words[after])
    if tokens.at(after) in {"€", "£", "$"} and tokens.adjacent(after - 1):
        return after, Unit.named(tokens.words[after])
    if tokens.at(after) == "m" and tokens.adjacent(after - 1):
        return after, Unit.named("m")
    return None


def _weighs(tokens: Tokens, numeral_last: int, last: int) -> bool:
    """Whether pounds are a weight: weighed 300 pounds, 40 pounds heavier, 20 pounds of flour."""
    if tokens.at(last) not in {"pound", "pounds"}:
        return False
    if tokens.at(last + 1) in _HEAVY:
        return True
    if tokens.at(last + 1) == "of":
        return not any(tokens.at(index) in _MONEY for index in range(last + 2, last + 5))
    for index in range(numeral_last - 1, max(numeral_last - _LONGEST_NOUN, -1), -1):
        if tokens.is_break(index):
            return False
        if tokens.at(index) in _WEIGHING:
            return True
    return False


def _aged(tokens: Tokens, last: int, unit: Unit) -> Counted | None:
    """An age, where "old" follows the years."""
    if unit.name == "year" and tokens.at(last + 1) == "old":
        return Counted(_AGE, last + 1, last + 1)
    return None


def _of_noun(tokens: Tokens, of: int) -> tuple[int, str] | None:
    """The noun of "of the 193 member states" and "of its soldiers": its token and its word."""
    if tokens.at(of) != "of":
        return None
    first = of + 1
    if tokens.at(first) in _DETERMINERS:
        first += 1
    if tokens.is_figure(first):
        first += 1
    return _noun(tokens, first, single=False)


def _noun(tokens: Tokens, first: int, *, single: bool) -> tuple[int, str] | None:
    """The head of the noun phrase that begins at a token.

    Adjectives and names lead to it ("39 NATO and partner countries", "two army doctors"); the first plural is
    the head unless a known noun follows at once ("100 police officers").
    """
    position = first
    fallback = None
    for _ in range(_LONGEST_NOUN):
        if not tokens.is_word(position):
            if (
                tokens.at(position) in _HYPHENS
                and tokens.adjacent(position - 1)
                and tokens.adjacent(position)
            ):
                position += 1
                continue
            break
        word = tokens.lower[position]
        if word in {"and", "or"}:
            if single or position == first or fallback is not None:
                break
            position += 1
            continue
        if (word in _STOP and not (word in _FURTHER and position == first)) or (
            word in _CARDINALS and tokens.at(position + 1) not in _HYPHENS
        ):
            break
        if word.endswith("'s"):
            position += 1
            continue
        lemma = singular(word)
        if single and lemma != word and position > first:
            # "One bank believes": a plural behind one thing is a verb.
            break
        if lemma != word or word in _COLLECTIVES or (single and word in _KINDS):
            return _extended(tokens, position)
        if fallback is None and word in _KINDS:
            fallback = position
        position += 1
    if fallback is None and single and position > first and tokens.is_word(position - 1):
        fallback = position - 1
        if tokens.lower[fallback].endswith("ed") and fallback > first:
            fallback -= 1
    return None if fallback is None else (fallback, tokens.words[fallback])


def _extended(tokens: Tokens, head: int) -> tuple[int, str]:
    """The head, or the known noun right behind it, which it then only describes."""
    after = tokens.at(head + 1)
    if singular(after) != after and singular(after) in _KINDS and singular(tokens.at(head)) != "other":
        return head + 1, tokens.words[head + 1]
    return head, tokens.words[head]
