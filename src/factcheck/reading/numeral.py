"""How English writes numbers: digits, words, scales, groups, fractions, and words without a figure."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.language import load, phrases
from factcheck.values.interval import Interval
from factcheck.values.number import LONGEST, Number, exact

if TYPE_CHECKING:
    from factcheck.reading.tokens import Tokens

__all__ = ["STARTS", "Numeral", "parse_numeral"]

_TABLE: Final = load("en", "numerals")
_CARDINALS: Final[dict[str, int]] = _TABLE["cardinals"]
_SCALES: Final[dict[str, int]] = _TABLE["scales"]
_ABBREVIATED: Final[dict[str, int]] = _TABLE["abbreviated_scales"]
_GROUPS: Final[dict[str, int]] = _TABLE["groups"]
_FRACTIONS: Final[dict[str, int]] = _TABLE["fractions"]
_SIGNS: Final = {sign: Fraction(value) for sign, value in _TABLE["fraction_signs"].items()}
_FOLLOWERS: Final = frozenset(_TABLE["words"]["fraction_followers"])
_EXTENTS: Final = frozenset(_TABLE["words"]["extents"])
_VAGUE: Final = phrases(_TABLE["vague"])
_VAGUE_STARTS: Final = frozenset(words[0] for words in _VAGUE)
_UNIT_WORDS: Final = frozenset(words[0] for words in phrases(_TABLE["units"]))
_LONGEST_VAGUE: Final = max(len(words) for words in _VAGUE)

# In thousands, or in lakhs and crores: 1,234,567 and 12,34,567.
_DIGITS: Final = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.([0-9]+))?"
)
_THIN_SPACES: Final = frozenset("\u00a0\u2009\u202f")

STARTS: Final = (
    frozenset(_CARDINALS)
    | frozenset(_SIGNS)
    | _VAGUE_STARTS
    | {"a", "an", "half", "quarter"}
    | frozenset(_GROUPS)
)


@frozen
class Numeral:
    """A number as written, before any hedge, unit or noun.

    Attributes:
        value: the number; None for a word without a figure.
        first: its first token.
        last: its last token.
        step: one unit of the last digit written, None to take it from the trailing zeros.
        scale: the number's scale word as a number, 1 without one.
        is_share: whether it is a part of something: a third, one in six.
        is_group: whether it counts in dozens.
        in_digits: whether it begins with digits.
        literal: what a word without a figure allows.
        implied: what a reader takes it for.
    """

    value: Number | None
    first: int
    last: int
    step: Number | None = None
    scale: int = 1
    is_share: bool = False
    is_group: bool = False
    in_digits: bool = False
    literal: Interval | None = None
    implied: Interval | None = None


def parse_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The longest number that begins at a token, None where none does.

    >>> from factcheck.reading.tokens import tokenize
    >>> parse_numeral(tokenize("two and a half million"), 0).value
    2500000
    """
    if tokens.is_figure(index):
        found = _digits(tokens, index)
    elif tokens.lower[index] in _VAGUE_STARTS:
        found = _vague(tokens, index) or _words(tokens, index)
    else:
        found = _words(tokens, index)
    return found and _one_in_six(tokens, found)


def _digits(tokens: Tokens, index: int) -> Numeral | None:
    match = _DIGITS.fullmatch(tokens.words[index]) if len(tokens.words[index]) <= LONGEST else None
    if match is None:
        return None
    digits, decimals = match[1].replace(",", ""), match[2] or ""
    last = index
    while _continues_in_threes(tokens, last, digits) and not decimals and len(digits) < LONGEST:
        last += 1
        digits += tokens.words[last]
    broken = None if decimals else _broken(tokens, last, int(digits))
    if broken is not None:
        part, last = broken
        return Numeral(part, index, last, Fraction(1, part.denominator), in_digits=True)
    value = exact(f"{digits}.{decimals}" if decimals else digits)
    step: Number | None = Fraction(1, 10 ** len(decimals)) if decimals else None
    sign = _SIGNS.get(tokens.at(last + 1))
    if sign is not None and step is None:
        value, last, step = exact(value + sign), last + 1, Fraction(1, sign.denominator)
    numeral = Numeral(value, index, last, step, in_digits=True)
    return _halves(tokens, _scaled(tokens, numeral))


def _broken(tokens: Tokens, last: int, whole: int) -> tuple[Fraction, int] | None:
    """A fraction of a unit in digits, and its last token: 1/4 mile, 10 1/2 miles; no date has a unit."""
    mixed = tokens.is_figure(last + 1) and tokens.at(last + 2) == "/"
    slash = last + 2 if mixed else last + 1
    if tokens.at(slash) != "/" or not (tokens.adjacent(slash - 1) and tokens.adjacent(slash)):
        return None
    above, below = tokens.at(slash - 1), tokens.at(slash + 1)
    if not (above.isdigit() and below in _DENOMINATORS and int(above[:3]) < int(below)):
        return None
    after = tokens.at(slash + 2)
    if after not in _UNIT_WORDS and after.removesuffix("s") not in _UNIT_WORDS:
        return None
    part = Fraction(int(above), int(below))
    return (whole + part if mixed else part), slash + 1


_DENOMINATORS: Final = frozenset({"2", "3", "4", "5", "6", "8", "10", "16"})


def _continues_in_threes(tokens: Tokens, last: int, digits: str) -> bool:
    """Whether the next token is three digits behind a space that only thousands have: "10 000"."""
    return (
        tokens.is_figure(last + 1)
        and len(tokens.words[last + 1]) == 3
        and (len(digits) <= 3 or len(digits) % 3 == 0 or tokens.ends[last] - tokens.starts[last] == 3)
        and tokens.starts[last + 1] - tokens.ends[last] == 1
        and tokens.text[tokens.ends[last]] in _THIN_SPACES
    )


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The numeral with the scale that follows: "1.2 million", "$3-million", "1.5bn", "3 dozen"."""
    value, after = numeral.value, numeral.last + 1
    if value is None:
        return numeral
    if tokens.at(after) == "-" and tokens.adjacent(after - 1) and tokens.adjacent(after):
        after += 1
    word = tokens.at(after)
    if word in _GROUPS:
        size = _GROUPS[word]
        return evolve(numeral, value=exact(value * size), last=after, step=size, is_group=True)
    size = _SCALES.get(word) or _abbreviated(tokens, after, numeral)
    if size <= 1:
        return numeral
    further = _SCALES.get(tokens.at(after + 1), 0)
    if further > size:
        # Three lakh crore, five hundred million.
        size, after = size * further, after + 1
    step = None if numeral.step is None else exact(numeral.step * size)
    return evolve(numeral, value=exact(value * size), last=after, step=step, scale=size)


def _abbreviated(tokens: Tokens, after: int, numeral: Numeral) -> int:
    """The scale of "1.2m" and "3bn", 1 where the letters mean something else."""
    word = tokens.at(after)
    size = _ABBREVIATED.get(word, 1)
    attached = tokens.adjacent(after - 1)
    if size == 1 or not attached:
        return size if len(word) > 1 else 1
    if word == "m" and tokens.words[after] == "m":
        # "a 100m race" and "1.8m tall" are metres; money, decimals and a counted noun behind it say millions.
        if tokens.at(after + 1) in _EXTENTS:
            return 1
        noun = tokens.is_word(after + 1) and tokens.at(after + 1).endswith("s")
        money = numeral.first > 0 and tokens.words[numeral.first - 1] in "$€£¥"
        return size if money or noun or numeral.step is not None else 1
    return size


def _halves(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The numeral with "and a half" or "and three quarters", and a scale after that."""
    after = numeral.last + 1
    if numeral.value is None or numeral.is_group or tokens.at(after) != "and":
        return numeral
    part = _fraction(tokens, after + 1)
    if part is None or part.value is None or tokens.at(part.last + 1) == "of":
        return numeral
    value = exact(numeral.value + part.value * numeral.scale)
    grown = evolve(
        numeral, value=value, last=part.last, step=exact(Fraction(numeral.scale, part.value.denominator))
    )
    return _scaled(tokens, grown) if numeral.scale == 1 else grown


def _words(tokens: Tokens, index: int) -> Numeral | None:
    """A number in words, or a fraction."""
    word = tokens.lower[index]
    if word in _SIGNS:
        return _scaled(tokens, Numeral(_SIGNS[word], index, index, is_share=True))
    fraction = _fraction(tokens, index)
    if fraction is not None:
        return _half_a_million(tokens, fraction)
    numeral = _cardinal(tokens, index)
    if numeral is None:
        return None
    return _pointed(tokens, numeral) or _halves(tokens, numeral)


def _pointed(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """The numeral with decimals in words: seven point five, two point three million."""
    last, decimals = numeral.last + 1, ""
    if numeral.scale > 1 or numeral.value is None or tokens.at(last) != "point":
        return None
    while 0 <= (digit := _CARDINALS.get(tokens.at(last + 1), -1)) < 10 and len(decimals) < LONGEST:
        last, decimals = last + 1, f"{decimals}{digit}"
    if not decimals:
        return None
    step = Fraction(1, 10 ** len(decimals))
    value = exact(numeral.value + int(decimals) * step)
    return _scaled(tokens, evolve(numeral, value=value, last=last, step=step))


def _half_a_million(tokens: Tokens, fraction: Numeral) -> Numeral | None:
    """A share, or with a scale behind it a number: half a million, a quarter of a million, half a dozen."""
    after = fraction.last + 1
    if tokens.at(after) == "of" and tokens.at(after + 1) == "a":
        after += 1
    if tokens.at(after) in {"a", "-"}:
        after += 1
    word = tokens.at(after)
    size = _GROUPS.get(word) or _SCALES.get(word)
    if size is not None and fraction.value is not None:
        value = exact(fraction.value * size)
        return Numeral(value, fraction.first, after, is_group=word in _GROUPS, scale=size)
    if tokens.at(fraction.last) == "half" and tokens.at(fraction.last + 1) in {"a", "an"}:
        # Half a mile, half a percentage point: an amount, where a unit follows.
        measured = tokens.at(fraction.last + 2) in _UNIT_WORDS
        return Numeral(Fraction(1, 2), fraction.first, fraction.last + 1) if measured else None
    if tokens.at(fraction.last) == "half" and tokens.at(fraction.last + 1) in {"-", "time", "way"}:
        return None
    follower = tokens.at(fraction.last + 1)
    stands = not tokens.is_word(fraction.last + 1) or follower in _FOLLOWERS
    plural = tokens.at(fraction.last).endswith("s")
    return fraction if stands or plural else None


def _fraction(tokens: Tokens, index: int) -> Numeral | None:
    """Half, a third, two-thirds, three quarters."""
    word = tokens.at(index)
    if word == "half":
        before = tokens.at(index - 1)
        return None if before in _NOT_HALF else Numeral(Fraction(1, 2), index, index, is_share=True)
    if word == "quarter" and "million" in tokens.lower[index + 1 : index + 4]:
        return Numeral(Fraction(1, 4), index, index, is_share=True)
    count = 1 if word in {"a", "an"} else _CARDINALS.get(word, 0)
    after = index + 1
    if tokens.at(after) == "-" and tokens.adjacent(index) and tokens.adjacent(after):
        after += 1
    part = tokens.at(after)
    size = _FRACTIONS.get(part)
    if part == "quarters" and tokens.at(index - 1) in _NOT_HALF:
        return None
    if not 0 < count < (size or 0) or size is None or (part.endswith("s") or part == "halves") != (count > 1):
        return None
    return Numeral(Fraction(count, size), index, after, is_share=True)


_NOT_HALF: Final = frozenset(
    {
        "first",
        "second",
        "last",
        "other",
        "better",
        "opening",
        "in",
        "latter",
        "the",
        "1st",
        "2nd",
        "final",
        "past",
        "next",
    }
)


def _cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """Two hundred and fifty thousand; a hundred; twelve hundred; two dozen."""
    total, current, ceiling = 0, None, None
    position, last, scale = index, index - 1, 1
    if tokens.at(index) in {"a", "an"} and (
        tokens.at(index + 1) in _SCALES or tokens.at(index + 1) in _GROUPS
    ):
        current, position = 1, index + 1
    elif tokens.at(index) in _GROUPS:
        current = 1
    room = (
        0  # what may still be added to the current group: below ten after "twenty", below 100 after "hundred"
    )
    for _ in range(40):
        word = tokens.at(position)
        if word in _CARDINALS:
            value = _CARDINALS[word]
            if current is None or (current == 0 and (ceiling or 0) > value):
                current = value
            elif 0 < value < room:
                current += value
            else:
                break
            room = 10 if value >= 20 else 0
        elif word == "hundred" and current is not None and 0 < current < 100:
            current, room = current * 100, 100
        elif (
            word in _SCALES and word != "hundred" and current and (ceiling is None or _SCALES[word] < ceiling)
        ):
            scale = ceiling = _SCALES[word]
            total, current, room = total + current * ceiling, 0, 0
        elif (
            ceiling and not current and tokens.at(position - 1) in _SCALES and _SCALES.get(word, 0) > ceiling
        ):
            # Three lakh crore.
            total, scale, ceiling = total * _SCALES[word], scale * _SCALES[word], _SCALES[word]
        elif word in _GROUPS and current:
            size = _GROUPS[word]
            return Numeral((total + current) * size, index, position, step=size, is_group=True)
        elif _joins(tokens, position, room, ceiling if current == 0 else None):
            position += 1
            continue
        else:
            break
        last = position
        position += 1
    if last < index or current is None:
        return None
    return Numeral(total + current, index, last, scale=scale)


def _joins(tokens: Tokens, position: int, room: int, ceiling: int | None) -> bool:
    """Whether a hyphen or an "and" stands inside a number: twenty-one, two hundred and six."""
    value = _CARDINALS.get(tokens.at(position + 1), 0)
    if tokens.at(position) == "-":
        return 0 < value < room and tokens.adjacent(position - 1) and tokens.adjacent(position)
    return tokens.at(position) == "and" and 0 < value < max(room if room == 100 else 0, ceiling or 0)


def _vague(tokens: Tokens, index: int) -> Numeral | None:
    """Dozens, several hundred, tens of thousands."""
    for length in range(_LONGEST_VAGUE, 0, -1):
        entry = _VAGUE.get(tokens.run(index, length))
        if entry is not None:
            literal, implied = (_ends(entry[reading]) for reading in ("literal", "implied"))
            return Numeral(None, index, index + length - 1, literal=literal, implied=implied)
    return None


def _ends(ends: list[int]) -> Interval:
    return Interval(ends[0], ends[1] if len(ends) > 1 else None)


def _one_in_six(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A share where "in six" or "out of ten" follows."""
    after = numeral.last + 1
    if tokens.at(after) == "in":
        after += 1
    elif tokens.at(after) == "out" and tokens.at(after + 1) == "of":
        after += 2
    else:
        return numeral
    if tokens.at(after) == "every":
        after += 1
    if not isinstance(numeral.value, int) or not 0 < numeral.value < 1000 or numeral.is_group:
        return numeral
    whole = _digits(tokens, after) if tokens.is_figure(after) else _cardinal_at(tokens, after)
    if whole is None or not isinstance(whole.value, int) or whole.value <= numeral.value:
        return numeral
    # Four bare digits behind "in" are a year.
    if whole.in_digits and len(tokens.words[after]) == 4:
        return numeral
    return Numeral(Fraction(numeral.value, whole.value), numeral.first, whole.last, is_share=True)


def _cardinal_at(tokens: Tokens, index: int) -> Numeral | None:
    return _cardinal(tokens, index) if tokens.at(index) in _CARDINALS else None
