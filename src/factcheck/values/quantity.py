"""A figure as words give it: the set they allow, the set a reader takes away, and the unit of both."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from factcheck.values.hedge import Hedge, readings
from factcheck.values.interval import Interval
from factcheck.values.notation import SIGNS, parse_notation, write_figure
from factcheck.values.number import Number, exact, magnitude, print_number
from factcheck.values.unit import Kind, Unit
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Hedge", "Quantity", "difference", "relate"]


@frozen
class Quantity:
    """A figure with its unit in two readings; equal if figure, sets, unit and hedge are, whatever the words.

    >>> over = Quantity.of(13_000, Unit.named("person"), Hedge.OVER)
    >>> str(over), str(over.literal), str(over.implied)
    ('over 13,000', '(13,000, ∞)', '(13,000, 14,000)')

    Attributes:
        literal: what the words do not rule out.
        implied: what a reader takes away; a part of `literal`.
        unit: what is counted or measured.
        stated: the figure itself; None where the words give none ("dozens").
        hedge: how the figure is qualified.
        words: how it was said; empty where it was computed.
        span: where it was said, code points into its text.
    """

    literal: Interval
    implied: Interval
    unit: Unit
    stated: Number | None = None
    hedge: Hedge = Hedge.NONE
    words: str = field(default="", eq=False)
    span: tuple[int, int] | None = field(default=None, eq=False)
    worlds: Interval = field(init=False, eq=False, repr=False)
    likely: Interval = field(init=False, eq=False, repr=False)

    # Things that are counted come in whole numbers: "more than 3" and "at least 4" are one set.
    @worlds.default
    def _whole_literal(self) -> Interval:
        return (self.unit.discrete and self.literal.whole_numbers()) or self.literal

    @likely.default
    def _whole_implied(self) -> Interval:
        if self.implied is self.literal:
            return self.worlds
        return (self.unit.discrete and self.implied.whole_numbers()) or self.implied

    @classmethod
    def of(
        cls,
        figure: int | Fraction | Decimal | str,
        unit: Unit,
        hedge: Hedge = Hedge.NONE,
        step: Number | None = None,
    ) -> Quantity:
        """The quantity that a figure with a hedge says.

        >>> str(Quantity.of(16_000, Unit.named("person")).literal)
        '[15,500, 16,500)'
        >>> str(Quantity.of("12.0", Unit.named("percent")).literal)
        '[11.95, 12.05)'

        Args:
            figure: the number as written; the digits of text and decimals tell its precision.
            unit: what is counted or measured.
            hedge: how the figure is qualified; not `BETWEEN`, `VAGUE` or `DERIVED`.
            step: one unit of the last digit that was meant; by default the last that is not a trailing zero.

        Raises:
            ValueError: the figure is text that is no numeral.
        """
        number = exact(figure)
        decimals = _written_step(figure)
        literal, implied = readings(number, unit, hedge, step or decimals)
        return cls(literal, implied, unit, number, hedge)

    @classmethod
    def parse(cls, value: int | Decimal | str, unit: Unit) -> Quantity:
        """The quantity that a ledger writes as `120`, `"> 13000"`, `"~ 16000"`, `"12.0"` or `"12000..14000"`.

        >>> str(Quantity.parse("> 13000", Unit.named("person")))
        'over 13,000'

        Raises:
            ValueError: it is not a figure of a ledger; the message shows what to write.
        """
        notation = parse_notation(value)
        if notation.high is not None:
            return cls.between(exact(notation.figure), exact(notation.high), unit)
        return cls.of(notation.figure, unit, notation.hedge)

    @classmethod
    def between(cls, low: Number, high: Number, unit: Unit) -> Quantity:
        """A range that is given by both ends, ends included."""
        ends = Interval(low, high)
        return cls(ends, ends, unit, None, Hedge.BETWEEN)

    @classmethod
    def vague(cls, literal: Interval, implied: Interval, unit: Unit) -> Quantity:
        """A figure given by a word alone: dozens, several, hundreds of thousands."""
        return cls(literal, implied, unit, None, Hedge.VAGUE)

    @classmethod
    def share_of(cls, share: Quantity, base: Quantity) -> Quantity:
        """What a share of a known whole comes to: a third of the 600.

        >>> third = Quantity.of(Fraction(1, 3), Unit.named("share"), Hedge.SHARE)
        >>> str(Quantity.share_of(third, Quantity.of(600, Unit.named("person"))).literal)
        '[180, 220]'
        """
        share = share.converted(Unit.named("share")) or share
        stated = None
        if share.stated is not None and base.stated is not None:
            stated = exact(Fraction(share.stated * base.stated))
        return cls(
            share.literal * base.literal, share.implied * base.implied, base.unit, stated, Hedge.DERIVED
        )

    @property
    def negated(self) -> Quantity:
        """The same amount downwards: "fell by 12 percent" is a change of minus 12 percent."""
        stated = None if self.stated is None else -self.stated
        return evolve(
            self,
            literal=-self.literal,
            implied=-self.implied,
            stated=stated,
            hedge=self.hedge.mirrored,
        )

    def said(self, words: str, span: tuple[int, int] | None = None) -> Quantity:
        """The same quantity with the words that say it, and where."""
        return evolve(self, words=words, span=span)

    def in_unit(self, unit: Unit) -> Quantity:
        """The same figure of something else, without conversion: what "to 120" counts is known later."""
        return evolve(self, unit=unit)

    def converted(self, unit: Unit) -> Quantity | None:
        """The same amount expressed in another unit, None where the two units never meet."""
        if unit == self.unit:
            return self
        conversion = self.unit.conversion(unit)
        if conversion is None:
            return None
        stated = None
        if self.stated is not None:
            stated = exact(Fraction(self.stated * conversion.factor + conversion.offset))
        literal = implied = conversion.of(self.literal)
        if self.implied is not self.literal:
            implied = conversion.of(self.implied)
        return evolve(self, literal=literal, implied=implied, unit=unit, stated=stated)

    def __str__(self) -> str:
        return self.words or self.phrase

    @property
    def phrase(self) -> str:
        """The figure in plain words, whatever the text said."""
        suffix = f" {self.unit.name}" if self.unit.kind is Kind.MONEY else _SUFFIX.get(self.unit.name, "")
        if self.stated is not None:
            lead = "" if self.hedge in {Hedge.SHARE, Hedge.DERIVED} else self.hedge.value
            return f"{lead} {print_number(self.stated)}{suffix}".strip()
        return f"{_phrase(self.literal)}{suffix}"

    @property
    def notation(self) -> str:
        """How a ledger writes it; what has no notation of its own becomes the range a reader takes away."""
        if self.stated is not None and self.hedge is Hedge.NONE:
            low, high = self.literal.low, self.literal.high
            step = None if low is None or high is None else high - low
            return write_figure(self.stated, step)
        if self.stated is not None and self.hedge in SIGNS:
            return f"{SIGNS[self.hedge]} {write_figure(self.stated)}"
        implied = self.implied
        low, high = implied.low, implied.high
        if low is not None and high is not None:
            return f"{write_figure(low)}..{write_figure(high)}"
        if low is not None:
            return f"{'>' if implied.low_open else '>='} {write_figure(low)}"
        if high is not None:
            return f"{'<' if implied.high_open else '<='} {write_figure(high)}"
        return ""


_SUFFIX: Final = {"percent": " percent", "percentage point": " points"}


def _phrase(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return print_number(low) if low == high else f"{print_number(low)} to {print_number(high)}"
    if low is not None:
        return f"{'over' if interval.low_open else 'at least'} {print_number(low)}"
    if high is not None:
        return f"{'under' if interval.high_open else 'at most'} {print_number(high)}"
    return "any number"


def _written_step(figure: int | Fraction | Decimal | str) -> Number | None:
    """The unit of the last decimal that was written: a tenth for "12.0"; None for whole numbers."""
    text = (
        figure if isinstance(figure, str) else str(figure) if not isinstance(figure, int | Fraction) else ""
    )
    mantissa, _, exponent = text.lower().partition("e")
    whole, point, decimals = mantissa.partition(".")
    if exponent:
        # "1.20e6" says which digits count, also the zeros.
        return exact(Fraction(10) ** (int(exponent) - len(decimals))) if point else None
    return Fraction(1, 10 ** len(decimals)) if point and whole and decimals else None


def relate(a: Quantity, b: Quantity) -> Verdict:
    """How the first quantity relates to the second.

    >>> person = Unit.named("person")
    >>> relate(Quantity.of(19_500, person), Quantity.of(13_000, person, Hedge.OVER))
    <Verdict.TENSION: 'tension'>

    One refines the other where both its sets lie inside the other's. Otherwise literal sets apart are a
    conflict, implied sets apart a tension, and whatever is left is compatible.
    """
    if a.unit is not b.unit and a.unit != b.unit:
        return _relate_across(a, b)
    verdict = _relate_sets(a.worlds, a.likely, b.worlds, b.likely)
    return Verdict.COMPATIBLE if verdict is Verdict.CONFLICT and _is_tie(a, b) else verdict


def _relate_across(a: Quantity, b: Quantity) -> Verdict:
    conversion = a.unit.conversion(b.unit)
    if conversion is None:
        return Verdict.NOT_COMPARABLE
    worlds = likely = conversion.of(a.worlds)
    if a.likely is not a.worlds:
        likely = conversion.of(a.likely)
    return _relate_sets(worlds, likely, b.worlds, b.likely)


def _relate_sets(worlds: Interval, likely: Interval, others: Interval, others_likely: Interval) -> Verdict:
    below, above = worlds.overhang(others)
    inside, around = below <= 0 >= above, below >= 0 <= above
    # Only the one that reaches further down can end before the other begins.
    lower, upper = (worlds, others) if below > 0 else (others, worlds)
    if not (inside or around) and lower.precedes(upper):
        return Verdict.CONFLICT
    if likely is not worlds or others_likely is not others:
        below, above = likely.overhang(others_likely)
        inside, around = inside and below <= 0 >= above, around and below >= 0 <= above
    if inside:
        return Verdict.EQUAL if around else Verdict.REFINES
    if around:
        return Verdict.REFINED
    return Verdict.COMPATIBLE if likely.intersects(others_likely) else Verdict.TENSION


def _is_tie(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is the very half between two roundings and the other is one of them.

    People round 12,345 to 12,350 as well as to 12,340; neither way is a contradiction.
    """
    return _halves(a, b) or _halves(b, a)


def _halves(fine: Quantity, coarse: Quantity) -> bool:
    rounded = coarse.hedge is Hedge.NONE and coarse.stated is not None
    return rounded and fine.worlds.is_point and fine.worlds.low in {coarse.literal.low, coarse.literal.high}


def difference(a: Quantity, b: Quantity) -> str:
    """How far the first quantity is from the second, in words; empty where that has no figure.

    >>> person = Unit.named("person")
    >>> difference(Quantity.of(90, person), Quantity.of(94, person))
    '4 fewer'
    """
    converted = a.converted(b.unit)
    if converted is None:
        return ""
    gap = _gap(converted, b)
    if not gap:
        return ""
    amount = print_number(magnitude(gap))
    if b.unit.kind is Kind.RANK:
        return f"{amount} {'place' if amount == '1' else 'places'} apart"
    if b.unit.kind in {Kind.COUNT, Kind.NUMBER}:
        return f"{amount} {'more' if gap > 0 else 'fewer'}"
    return f"{_measured(magnitude(gap), b.unit)} {'more' if gap > 0 else 'less'}"


def _measured(amount: Number, unit: Unit) -> str:
    figure = print_number(amount)
    if unit.kind is Kind.MONEY:
        return f"{unit.name} {figure}"
    if unit.kind is Kind.SHARE and unit.name == "share":
        return _measured(amount * 100, Unit.named("percent"))
    name = (
        "year" if unit.kind is Kind.AGE else "point" if unit.kind in {Kind.SHARE, Kind.POINT} else unit.name
    )
    return f"{figure} {name}{'' if figure == '1' else 's'}"


def _gap(a: Quantity, b: Quantity) -> Number | None:
    """From the second to the first: between the stated figures, else between the nearest ends."""
    if a.stated is not None and b.stated is not None:
        return a.stated - b.stated
    for one, other, sign in ((a.literal, b.literal, 1), (b.literal, a.literal, -1)):
        if one.low is not None and other.high is not None and one.low > other.high:
            return sign * (one.low - other.high)
    return None
