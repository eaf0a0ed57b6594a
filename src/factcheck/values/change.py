"""A change as words give it: what there was before, what there is after, and by how much it moved."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from factcheck.values.arithmetic import add, apply_percent, percent_change, subtract, undo_percent
from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.quantity import Quantity
from factcheck.values.quantity import relate as relate_quantities
from factcheck.values.unit import Kind, Unit
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Change", "PartVerdict", "compare_parts", "direction", "relate"]


@frozen
class PartVerdict:
    """How one part of two changes relates, for messages that name the part.

    Attributes:
        part: "before", "after", "by" (in the figure's own unit) or "by percent".
        a: the part of the first change, stated or derived.
        b: the part of the second.
        verdict: how the first relates to the second.
    """

    part: str
    a: Quantity
    b: Quantity
    verdict: Verdict


@frozen
class Change:
    """A transition; at least one part is given, and the others follow where arithmetic gives them.

    >>> from factcheck.values.unit import Unit
    >>> person = Unit.named("person")
    >>> grown = Change(before=Quantity.of(94, person), after=Quantity.of(120, person))
    >>> str(grown.derived_by), str(grown.derived_percent)
    ('26', '27.66 percent')

    Attributes:
        before: what there was.
        after: what there is now.
        by: how far it moved, with its sign: in the same unit, in points, in percent, or as a share. A bare
            "rose" is a vague amount above zero, a bare "fell" one below.
        words: how it was said.
    """

    before: Quantity | None = None
    after: Quantity | None = None
    by: Quantity | None = None
    words: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.before is None and self.after is None and self.by is None:
            raise ValueError("a change has at least one of before, after and by")

    @property
    def by_amount(self) -> Quantity | None:
        """`by` where it is an amount of the figure itself, or points of a percentage."""
        return self.by if self.by is not None and not _is_relative(self.by) else None

    @property
    def by_percent(self) -> Quantity | None:
        """`by` where it is relative: in percent, or a share."""
        return self.by if self.by is not None and _is_relative(self.by) else None

    @cached_property
    def derived_before(self) -> Quantity | None:
        """What there was, stated or from what there is and by how much it moved."""
        return self.before or self._undone(self.after, subtract, undo_percent)

    @cached_property
    def derived_after(self) -> Quantity | None:
        """What there is, stated or from what there was and by how much it moved."""
        return self.after or self._undone(self.before, add, apply_percent)

    @cached_property
    def derived_by(self) -> Quantity | None:
        """By what amount it moved, stated or from before and after."""
        amount = self.by_amount
        if amount is not None and not _is_direction(amount):
            return amount
        return _attempt(subtract, self.derived_after, self.derived_before) or amount

    @cached_property
    def derived_percent(self) -> Quantity | None:
        """By how many percent it moved, stated or from before and after; of a bare "rose" the direction."""
        if self.by_percent is not None:
            return self.by_percent
        derived = _attempt(percent_change, self.derived_before, self.derived_after)
        if derived is None and self.by is not None and _is_direction(self.by):
            return self.by.in_unit(_PERCENT)
        return derived

    @property
    def own_verdict(self) -> Verdict:
        """Whether the change agrees with itself: what it states against what follows from the rest."""
        if self.before is None or self.after is None or self.by is None:
            return Verdict.EQUAL
        return relate(Change(self.before, self.after), Change(by=self.by))

    def _undone(
        self,
        other: Quantity | None,
        by_amount: Callable[[Quantity, Quantity], Quantity],
        by_percent: Callable[[Quantity, Quantity], Quantity],
    ) -> Quantity | None:
        if self.by is None or _is_direction(self.by):
            return None
        return _attempt(by_percent if _is_relative(self.by) else by_amount, other, self.by)

    def __str__(self) -> str:
        if self.words:
            return self.words
        parts = (("from", self.before), ("to", self.after), ("by", self.by))
        return " ".join(f"{word} {quantity}" for word, quantity in parts if quantity is not None)


def direction(unit: Unit, sign: int, words: str = "") -> Quantity:
    """The amount of a change of which only the direction is told: a rise is above zero, a fall below.

    >>> from factcheck.values.unit import Unit
    >>> str(direction(Unit.named("person"), -1).literal)
    '(−∞, 0)'
    """
    above = Interval(0, None, low_open=True)
    side = above if sign > 0 else -above
    return Quantity.vague(side, side, unit).said(words)


# In the order in which messages name them; what is derived is derived only where it is asked for.
_PARTS: Final[dict[str, Callable[[Change], Quantity | None]]] = {
    "before": attrgetter("derived_before"),
    "after": attrgetter("derived_after"),
    "by": attrgetter("derived_by"),
    "by percent": attrgetter("derived_percent"),
}
_PERCENT: Final = Unit.named("percent")


def compare_parts(a: Change, b: Change) -> tuple[PartVerdict, ...]:
    """Every part that both changes state, or of which one side follows by arithmetic.

    >>> from factcheck.values.unit import Unit
    >>> person, percent = Unit.named("person"), Unit.named("percent")
    >>> grown = Change(Quantity.of(94, person), Quantity.of(120, person))
    >>> (part,) = compare_parts(grown, Change(by=Quantity.of(38, percent)))
    >>> part.part, str(part.a), str(part.b), part.verdict.value
    ('by percent', '27.66 percent', '38 percent', 'conflict')
    """
    sides = ((part, read(a), read(b)) for part, read in _PARTS.items())
    return tuple(
        PartVerdict(part, one, other, _relate_part(one, other))
        for part, one, other in sides
        if one is not None and other is not None
    )


def _relate_part(a: Quantity, b: Quantity) -> Verdict:
    # "rose" has the direction of any amount whatever it is counted in.
    if _is_direction(a):
        a = a.in_unit(b.unit)
    elif _is_direction(b):
        b = b.in_unit(a.unit)
    return relate_quantities(a, b)


def relate(a: Change, b: Change) -> Verdict:
    """How the first change relates to the second: by the worst of the parts they share.

    >>> person = Unit.named("person")
    >>> grown = Change(Quantity.of(94, person), Quantity.of(120, person))
    >>> relate(grown, Change(after=Quantity.of(120, person)))
    <Verdict.REFINES: 'refines'>

    A change that tells all the other tells, and more, refines it. Changes of different things are not
    comparable, whatever their percentages; where one does not say of what, they agree at best.
    """
    shared: list[Verdict] = []
    beyond: list[Verdict] = []
    for read in _PARTS.values():
        one, other = read(a), read(b)
        if one is None or other is None:
            told = one or other
            # Nothing beyond the direction of `by` is told by the same direction in percent.
            if told is not None and not (told.unit is _PERCENT and _is_direction(told)):
                beyond.append(Verdict.REFINED if one is None else Verdict.REFINES)
            continue
        verdict = _relate_part(one, other)
        if verdict is Verdict.CONFLICT:
            return verdict
        if verdict is not Verdict.NOT_COMPARABLE:
            shared.append(verdict)
        elif one.unit.kind is Kind.NUMBER or other.unit.kind is Kind.NUMBER:
            beyond.append(Verdict.COMPATIBLE)
        else:
            return verdict
    return _taken_together(shared + beyond) if shared else Verdict.NOT_COMPARABLE


def _taken_together(verdicts: list[Verdict]) -> Verdict:
    if Verdict.TENSION in verdicts:
        return Verdict.TENSION
    refines, refined = Verdict.REFINES in verdicts, Verdict.REFINED in verdicts
    if Verdict.COMPATIBLE in verdicts or (refines and refined):
        return Verdict.COMPATIBLE
    return Verdict.REFINES if refines else Verdict.REFINED if refined else Verdict.EQUAL


def _is_relative(by: Quantity) -> bool:
    return by.unit.kind is Kind.SHARE and not _is_direction(by)


def _is_direction(by: Quantity) -> bool:
    """Whether only the way is told: a bare "rose" is all above zero, a bare "fell" all below."""
    return by.hedge is Hedge.VAGUE and 0 in {by.literal.low, by.literal.high}


def _attempt(
    operation: Callable[[Quantity, Quantity], Quantity], a: Quantity | None, b: Quantity | None
) -> Quantity | None:
    """What the operation gives, None where a side is missing, the units do not meet or it divides by zero."""
    if a is None or b is None:
        return None
    try:
        return operation(a, b)
    except (ValueError, ZeroDivisionError):
        return None
