"""One figure of a text with hedge, unit and noun, before figures are joined to ranges and changes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.counted import (
    NUMBER,
    Counted,
    attribute,
    counted,
    currency_before,
    hangs_on_hyphen,
    unit_at,
)
from factcheck.reading.designation import after_name, designates, is_year, numbers_a_thing
from factcheck.reading.language import load, phrases
from factcheck.reading.numeral import Numeral, parse_numeral
from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.number import exact, last_step
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit

if TYPE_CHECKING:
    from factcheck.reading.tokens import Tokens
    from factcheck.values.number import Number

__all__ = ["Figure", "find_figure"]

_TABLE: Final = load("en", "numerals")
_BEFORE: Final = {words: Hedge(name) for words, name in phrases(_TABLE["hedges_before"]).items()}
_AFTER: Final = {words: Hedge(name) for words, name in phrases(_TABLE["hedges_after"]).items()}
_LONGEST_BEFORE: Final = max(map(len, _BEFORE))
_LONGEST_AFTER: Final = max(map(len, _AFTER))
_YEAR_CUES: Final = frozenset(_TABLE["words"]["year_cues"])
_MONTHS: Final = frozenset(_TABLE["words"]["months"])
_DATE_BEFORE: Final = frozenset(_TABLE["words"]["date_cues_before"])
_DATE_AFTER: Final = frozenset(_TABLE["words"]["date_cues_after"])
_SCALES: Final = frozenset(_TABLE["scales"])
_MINUS: Final = frozenset("-−")
_BEING: Final = frozenset({"is", "was", "turned", "turns"})
_PEOPLE: Final = frozenset({"he", "she"})
_SHARE: Final = Unit.named("share")
_AGE: Final = Unit.named("age")


@frozen
class Figure:
    """A number with what belongs to it.

    Attributes:
        numeral: the number.
        unit: what it counts or measures.
        hedge: how it is qualified.
        first: first token of the figure itself, currency sign and all.
        last: last token of the figure itself, unit and all.
        full_first: first token with the hedge.
        full_last: last token with the noun.
        noun: the counted noun as written.
        negative: whether a minus stands before it.
        is_attribute: whether it is half of a compound such as "22-member".
        dubious: whether only a range or a change can make it a quantity, as the year-like and the score-like.
    """

    numeral: Numeral
    unit: Unit
    hedge: Hedge
    first: int
    last: int
    full_first: int
    full_last: int
    noun: str | None = None
    negative: bool = False
    is_attribute: bool = False
    dubious: bool = False

    def quantity(self, tokens: Tokens) -> Quantity:
        """The figure as a set."""
        span = tokens.starts[self.first], tokens.ends[self.last]
        words = tokens.text[tokens.starts[self.full_first] : tokens.ends[self.full_last]]
        return self._value().said(" ".join(words.split()), span)

    def _value(self) -> Quantity:
        numeral, value = self.numeral, self.numeral.value
        if value is None:
            return Quantity.vague(numeral.literal or _ANY, numeral.implied or _ANY, self.unit)
        value = -value if self.negative else value
        step = numeral.step
        if self.hedge is Hedge.NONE and numeral.is_group:
            # Dozens are counted loosely: about that many, taken for exactly that many.
            loose = Quantity.of(value, self.unit, Hedge.ABOUT)
            return evolve(loose, implied=Interval.point(value), hedge=Hedge.NONE)
        if numeral.is_group and self.hedge is Hedge.ABOUT:
            # "About two dozen" is as near to 24 as "about 24".
            step = None
        if numeral.is_share:
            hedge = Hedge.SHARE if self.hedge is Hedge.NONE else self.hedge
            return Quantity.of(value, self.unit, hedge, Fraction(value) / 5)
        return Quantity.of(value, self.unit, self.hedge, step)


_ANY: Final = Interval(None, None)


def find_figure(tokens: Tokens, index: int) -> Figure | None:
    """The figure whose number begins at a token, None where the number is a date, a name or a pronoun."""
    whole = _unit_and_a_half(tokens, index) or _one_thing_in(tokens, index)
    if whole is not None:
        return whole
    numeral = parse_numeral(tokens, index)
    if numeral is None or designates(tokens, numeral):
        return None
    if hangs_on_hyphen(tokens, numeral.last) and attribute(tokens, numeral.last) is None:
        return None
    money = currency_before(tokens, index)
    first = money[0] if money else index
    compound = None if money or numeral.is_share else attribute(tokens, numeral.last)
    what = compound or counted(
        tokens, numeral.last, money=money[1] if money else None, single=numeral.value == 1
    )
    numeral = _multiplied(numeral, what.factor)
    if numeral.is_share and what.unit.kind in {Kind.COUNT, Kind.NUMBER}:
        what = evolve(what, unit=_SHARE)
    hedge, full_first = _hedge_before(tokens, first)
    if hedge is Hedge.NONE:
        hedge, what = _hedge_after(tokens, what)
    figure = Figure(
        numeral, what.unit, hedge, first, what.core, full_first, what.last, what.noun,
        is_attribute=compound is not None,
    )  # fmt: skip
    figure = _signed(tokens, _aged(tokens, figure))
    if _is_date(tokens, figure) or _is_nothing(tokens, figure):
        return None
    return evolve(figure, dubious=_is_dubious(tokens, figure))


def _multiplied(numeral: Numeral, factor: Number) -> Numeral:
    """The number as a part of its unit: 60 pence are 0.60 pounds."""
    value = numeral.value
    if factor == 1 or value is None:
        return numeral
    step = numeral.step or (1 if value < 1000 else last_step(value))
    return evolve(numeral, value=exact(Fraction(value * factor)), step=exact(Fraction(step * factor)))


def _unit_and_a_half(tokens: Tokens, index: int) -> Figure | None:
    """One and a part of a unit that stands in the middle: an hour and a half."""
    unit = unit_at(tokens, index + 1) if tokens.at(index) in {"a", "an", "one"} else None
    if unit is None or tokens.lower[unit[0] + 1 : unit[0] + 3] != ["and", "a"]:
        return None
    last = unit[0] + 3
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}.get(tokens.at(last))
    if part is None or tokens.at(last + 1) == "of":
        return None
    hedge, full_first = _hedge_before(tokens, index)
    numeral = Numeral(1 + part, index, last, part)
    return Figure(numeral, unit[1], hedge, index, last, full_first, last)


def _one_thing_in(tokens: Tokens, index: int) -> Figure | None:
    """A share with its noun in the middle: one employee in eight."""
    if tokens.at(index) != "one" or tokens.at(index + 2) != "in" or not tokens.is_word(index + 1):
        return None
    whole = parse_numeral(tokens, index + 3) if index + 3 < len(tokens) else None
    if whole is None or not isinstance(whole.value, int) or not 1 < whole.value <= 1000:
        return None
    if counted(tokens, whole.last).unit is not NUMBER:
        return None
    hedge, full_first = _hedge_before(tokens, index)
    share = Numeral(Fraction(1, whole.value), index, whole.last, is_share=True)
    return Figure(share, _SHARE, hedge, index, whole.last, full_first, whole.last, tokens.words[index + 1])


def _hedge_before(tokens: Tokens, first: int) -> tuple[Hedge, int]:
    """The longest hedge that ends right before a token, and where it begins."""
    if tokens.at(first - 1) in {"~", "≈"}:
        return Hedge.ABOUT, first - 1
    for length in range(min(_LONGEST_BEFORE, first), 0, -1):
        hedge = _BEFORE.get(tokens.run(first - length, length))
        if hedge is not None:
            return hedge, first - length
    return Hedge.NONE, first


def _hedge_after(tokens: Tokens, what: Counted) -> tuple[Hedge, Counted]:
    """The hedge behind figure or noun: 120 or more, 13,000-plus, 13,000+."""
    found = _hedge_at(tokens, what.last + 1)
    if found is None:
        return Hedge.NONE, what
    hedge, last = found
    if what.unit is NUMBER and what.noun is None:
        # The noun may stand behind the hedge: 40 or more bidders, 13,000-plus troops.
        noun = counted(tokens, last)
        if noun.noun is not None:
            return hedge, evolve(noun, core=what.core)
    return hedge, evolve(what, last=last)


def _hedge_at(tokens: Tokens, after: int) -> tuple[Hedge, int] | None:
    if tokens.at(after) == "+" and tokens.adjacent(after - 1):
        return Hedge.AT_LEAST, after
    if tokens.at(after) == "-" and tokens.at(after + 1) == "plus":
        return Hedge.AT_LEAST, after + 1
    for length in range(_LONGEST_AFTER, 1, -1):
        hedge = _AFTER.get(tokens.run(after, length))
        if hedge is not None:
            return hedge, after + length - 1
    return None


def _signed(tokens: Tokens, figure: Figure) -> Figure:
    """The figure with the minus before it: −5 degrees, minus 3 percent."""
    before = figure.first - 1
    if tokens.at(before) == "minus":
        return evolve(figure, negative=True, first=before, full_first=min(before, figure.full_first))
    if tokens.at(before) in _MINUS and tokens.adjacent(before) and not tokens.adjacent(before - 1):
        return evolve(figure, negative=True, first=before, full_first=min(before, figure.full_first))
    return figure


def _aged(tokens: Tokens, figure: Figure) -> Figure:
    """The figure as an age where its place says so: aged 34; Anna Berg, 34, said."""
    value = figure.numeral.value
    if figure.unit is not NUMBER or not isinstance(value, int) or not 0 < value < 120:
        return figure
    before, after = figure.first - 1, figure.last + 1
    if tokens.at(before) in {"aged", "age"}:
        return evolve(figure, unit=_AGE)
    if tokens.at(before) == "of" and tokens.at(before - 1) == "age":
        return evolve(figure, unit=_AGE)
    if tokens.at(before) == "at" and tokens.at(after) in {"he", "she"}:
        return evolve(figure, unit=_AGE)
    if tokens.at(before) == "now" and tokens.at(before - 1) == "," and tokens.at(after) in {",", "."}:
        return evolve(figure, unit=_AGE)
    if tokens.at(before) in _BEING and tokens.at(before - 1) in _PEOPLE and not tokens.is_figure(after + 1):
        return evolve(figure, unit=_AGE)
    named = (
        tokens.at(before) in {",", "("} and tokens.is_capitalised(before - 1) and tokens.is_word(before - 1)
    )
    closed = tokens.at(after) in {",", ")", "."} and figure.numeral.in_digits
    paired = tokens.at(before) != "(" or tokens.at(after) == ")"
    full_name = tokens.is_capitalised(before - 2) or tokens.is_break(before - 2)
    return evolve(figure, unit=_AGE) if named and closed and paired and full_name else figure


def _is_nothing(tokens: Tokens, figure: Figure) -> bool:
    """Whether no noun makes a quantity of what is a name or a pronoun without one: round two, a new one."""
    if figure.noun is not None or figure.unit is not NUMBER or figure.numeral.is_share:
        return False
    first, after = figure.first, figure.last + 1
    # The Big Four, the Group of Seven: a name, unless a sentence begins with it.
    named = tokens.is_word(first) and tokens.is_capitalised(first) and tokens.is_word(first - 1)
    # "Two to one" are odds; "ninety to one hundred" is none.
    odds = tokens.run(after, 2) == ("to", "one") and tokens.at(after + 2) not in _SCALES
    return (
        named
        or odds
        or (figure.numeral.value == 1 and not figure.numeral.in_digits)
        or numbers_a_thing(tokens, figure.full_first)
    )


def _is_date(tokens: Tokens, figure: Figure) -> bool:
    """Whether the figure stands in a date: two months ago, the past three years, 2018."""
    if figure.unit.dimension == "time" and not figure.is_attribute:
        before, after = tokens.at(figure.full_first - 1), tokens.at(figure.full_last + 1)
        from_now = tokens.run(figure.full_last + 1, 2) == ("from", "now")
        return before in _DATE_BEFORE or after in _DATE_AFTER or from_now
    if not figure.numeral.in_digits or not is_year(tokens, figure.numeral):
        return False
    if figure.unit.kind not in {Kind.COUNT, Kind.NUMBER}:
        return False
    before = tokens.at(figure.first - 1)
    if before in _YEAR_CUES or before in _MONTHS or figure.noun is None:
        return True
    # "2000 people" is a count, "2019 elections" a year: only people and things well known are counted so.
    return figure.hedge is Hedge.NONE and figure.unit.name not in _COUNTED


_COUNTED: Final = frozenset(_TABLE["kinds"])


def _is_dubious(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure reads as a name or a score: Apollo 11, 3-1."""
    if not figure.numeral.in_digits or figure.unit.kind not in {Kind.NUMBER, Kind.COUNT}:
        return False
    if figure.hedge is Hedge.NONE and after_name(tokens, figure.full_first):
        return figure.noun is None or figure.unit.name not in _COUNTED
    return False
