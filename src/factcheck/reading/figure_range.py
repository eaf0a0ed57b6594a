"""Two figures joined to one: between 40 and 50, 40 to 50, 40-50, two or three."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.counted import NUMBER
from factcheck.values.number import exact
from factcheck.values.quantity import Quantity

if TYPE_CHECKING:
    from factcheck.reading.figure import Figure
    from factcheck.reading.tokens import Tokens
    from factcheck.values.unit import Unit

__all__ = ["Amount", "amount", "is_dashed", "is_score", "join_parts", "join_range", "share_unit"]

_DASHES: Final = frozenset("-‐‑–—")
_CUES: Final = frozenset(
    {"of", "by", "with", "at", "about", "around", "some", "roughly", "between", "from", "to", "in", "for"}
)


@frozen
class Amount:
    """A quantity with the tokens that say it.

    Attributes:
        quantity: what the words say.
        first: first token of the figure.
        last: last token of the figure.
        full_first: first token with the hedge.
        full_last: last token with the noun.
        noun: the counted noun as written.
    """

    quantity: Quantity
    first: int
    last: int
    full_first: int
    full_last: int
    noun: str | None = None


def amount(tokens: Tokens, figure: Figure) -> Amount:
    """One figure as an amount."""
    quantity = figure.quantity(tokens)
    return Amount(quantity, figure.first, figure.last, figure.full_first, figure.full_last, figure.noun)


def is_dashed(tokens: Tokens, a: Figure, b: Figure) -> bool:
    """Whether only a dash stands between two figures: a range, a score or a code, never two quantities."""
    dash = a.last + 1
    return (
        a.full_last == a.last
        and b.full_first == dash + 1
        and tokens.at(dash) in _DASHES
        and tokens.adjacent(a.last) == tokens.adjacent(dash)
        and (tokens.adjacent(dash) or (a.numeral.in_digits and tokens.at(dash) == "–"))
    )


def is_score(tokens: Tokens, a: Figure, b: Figure) -> bool:
    """Whether two bare figures are a result: 58 to 19, two to one."""
    bare = a.unit is b.unit is NUMBER
    falls = (
        bare
        and a.numeral.value is not None
        and b.numeral.value is not None
        and a.numeral.value >= b.numeral.value
    )
    return (
        falls
        and tokens.lower[a.full_last + 1 : b.full_first] == ["to"]
        and tokens.at(a.full_first - 1) != "from"
    )


def join_range(tokens: Tokens, a: Figure, b: Figure) -> Amount | None:
    """The range that two figures in a row say, None where they say none."""
    gap = tokens.lower[a.full_last + 1 : b.full_first]
    before = tokens.at(a.full_first - 1)
    if len(gap) != 1 or a.numeral.is_share or b.numeral.is_share:
        return None
    a = _same_scale(a, b)
    unit = _common_unit(a, b)
    low, high = a.numeral.value, b.numeral.value
    if unit is None or low is None or high is None or not low < high:
        return None
    if is_dashed(tokens, a, b):
        counted = unit is not NUMBER or a.full_first < a.first or before in _CUES
        if not counted:
            return None
    elif gap[0] == "and":
        if before != "between":
            return None
    elif gap[0] == "or":
        if high > 3 * low or a.noun is not None:
            return None
    # "By 26 to 120" is an amount and what it led to; "by 10 to 12 percent" is a range.
    elif gap[0] != "to" or (before == "by" and high > 2 * low):
        return None
    return _spanning(tokens, a, b, Quantity.between(low, high, unit), with_between=before == "between")


def join_parts(tokens: Tokens, a: Figure, b: Figure) -> Amount | None:
    """One measure given in two units, in the larger: three hours and 40 minutes, 5 feet 2 inches."""
    parts = _SUBDIVIDED.get((a.unit.name, b.unit.name))
    whole, rest = a.numeral.value, b.numeral.value
    gap = tokens.lower[a.full_last + 1 : b.full_first]
    if parts is None or whole is None or rest is None or gap not in ([], ["and"]) or not 0 < rest < parts:
        return None
    value = exact(whole + Fraction(rest) / parts)
    # A unit that is read as a noun belongs to the figure here: 50 cents.
    b = evolve(b, last=b.full_last, noun=None)
    return _spanning(
        tokens, a, b, Quantity.of(value, a.unit, a.hedge, Fraction(1, parts)), with_between=False
    )


_SUBDIVIDED: Final = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("metre", "centimetre"): 100,
    **{(currency, "cent"): 100 for currency in ("USD", "EUR", "AUD", "CAD", "NZD")},
}


def share_unit(a: Amount, b: Amount) -> tuple[Amount, Amount]:
    """Both amounts, the one that counts nothing of its own in the unit of the other."""
    if a.quantity.unit is NUMBER and a.noun is None:
        a = evolve(a, quantity=_in_unit(a.quantity, b.quantity.unit))
    elif b.quantity.unit is NUMBER and b.noun is None:
        b = evolve(b, quantity=_in_unit(b.quantity, a.quantity.unit))
    return a, b


def _in_unit(quantity: Quantity, unit: Unit) -> Quantity:
    """The quantity read anew in a unit: 5 percent was rounded, 5 people were not."""
    if quantity.stated is not None and quantity.literal.is_point and not unit.discrete:
        return Quantity.of(quantity.stated, unit, quantity.hedge).said(quantity.words, quantity.span)
    return quantity.in_unit(unit)


def _same_scale(a: Figure, b: Figure) -> Figure:
    """The first figure with the scale of the second: 5 to 6 million."""
    scale, value = b.numeral.scale, a.numeral.value
    if a.numeral.scale > 1 or scale == 1 or value is None or b.numeral.value is None or a.noun is not None:
        return a
    if not value * scale <= b.numeral.value:
        return a
    return evolve(a, numeral=evolve(a.numeral, value=exact(value * scale), scale=scale))


def _common_unit(a: Figure, b: Figure) -> Unit | None:
    if a.unit == b.unit:
        return b.unit
    if a.unit is NUMBER and a.noun is None:
        return b.unit
    if b.unit is NUMBER and b.noun is None:
        return a.unit
    return None


def _spanning(tokens: Tokens, a: Figure, b: Figure, quantity: Quantity, *, with_between: bool) -> Amount:
    full_first = a.full_first - 1 if with_between else a.full_first
    words = tokens.text[tokens.starts[full_first] : tokens.ends[b.full_last]]
    said = quantity.said(" ".join(words.split()), (tokens.starts[a.first], tokens.ends[b.last]))
    return Amount(said, a.first, b.last, full_first, b.full_last, b.noun or a.noun)
