"""The values of two propositions against each other, whatever their time."""

from __future__ import annotations

from typing import Final

from factcheck.matching.comparison import Comparison, Gate
from factcheck.model import Gap, Names, Property, Value, Words
from factcheck.text.fold import fold
from factcheck.values import change, quantity
from factcheck.values.change import Change
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.verdict import Verdict

__all__ = ["relate_content", "said"]


def relate_content(a: Value, b: Value, of: Property) -> Comparison:
    """How two values of one property relate; of different shapes, they do not."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _reasoned(quantity.relate(a, b), a, b)
    if isinstance(a, Change) and isinstance(b, Change):
        return _changes(a, b)
    if isinstance(a, Names) and isinstance(b, Names):
        return _names(a, b, of)
    if isinstance(a, Words) and isinstance(b, Words):
        same = fold(a.text).text.casefold() == fold(b.text).text.casefold()
        return _reasoned(Verdict.EQUAL if same else Verdict.CONFLICT, a, b)
    if a is None and b is None:
        return Comparison(Verdict.EQUAL, "both say so")
    return Comparison.apart(Gate.PROPERTY, f"{said(a)} and {said(b)} are values of different kinds")


_PARTS: Final = {"before": "from", "after": "to", "by": "by", "by percent": "by"}


def said(value: Value | object) -> str:
    """A value in the words of a message."""
    if value is None:
        return "no value"
    if isinstance(value, Gap):
        return value.words
    return getattr(value, "words", "") or str(value)


def _changes(a: Change, b: Change) -> Comparison:
    """Two changes; the reason names the first part that decides.

    That both went up, or down, is no agreement on a figure: any two rises have that in common.
    """
    verdict = change.relate(a, b)
    if verdict.agrees and all(_is_bare(part.a) or _is_bare(part.b) for part in change.compare_parts(a, b)):
        return Comparison.apart(Gate.PROPERTY, f"{said(a)} and {said(b)} have only their direction in common")
    if verdict in {Verdict.REFINES, Verdict.REFINED}:
        more, less = (a, b) if verdict is Verdict.REFINES else (b, a)
        return Comparison(verdict, f"{said(more)} says more than {said(less)}", part="to")
    deciding = next((part for part in change.compare_parts(a, b) if part.verdict is verdict), None)
    if deciding is None:
        return _reasoned(verdict, a, b)
    return _reasoned(verdict, deciding.a, deciding.b, _PARTS[deciding.part])


def _is_bare(figure: Quantity) -> bool:
    return figure.stated is None and figure.hedge is Hedge.VAGUE


def _names(a: Names, b: Names, of: Property) -> Comparison:
    if a.ids == b.ids:
        return _reasoned(Verdict.EQUAL, a, b)
    if not of.single:
        reason = f"{of.label} may have several values, and {said(a)} is not {said(b)}"
        return Comparison.apart(Gate.PROPERTY, reason)
    return _reasoned(Verdict.CONFLICT, a, b)


def _reasoned(verdict: Verdict, a: object, b: object, part: str = "value") -> Comparison:
    if verdict is Verdict.NOT_COMPARABLE:
        return Comparison.apart(Gate.SCOPE, f"{said(a)} and {said(b)} are in different units")
    return Comparison(verdict, _REASONS[verdict].format(a=said(a), b=said(b)), part=part)


_REASONS: Final = {
    Verdict.EQUAL: "both say {a}",
    Verdict.REFINES: "{a} lies within {b}",
    Verdict.REFINED: "{b} lies within {a}",
    Verdict.COMPATIBLE: "{a} and {b} can both be right",
    Verdict.TENSION: "{a} and {b} can both be right to the letter, but a reader takes them for different figures",
    Verdict.CONFLICT: "{a} is not {b}",
    Verdict.POSSIBLE_CONFLICT: "{a} may not be {b}",
}
