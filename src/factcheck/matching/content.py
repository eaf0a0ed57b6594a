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
    """How two values of one property relate; of different shapes, they do not.

    What may have several values at a time has no conflicting ones. The distance to another event is no value
    of its own: it dates that event.
    """
    a, b = (None if isinstance(value, Gap) else value for value in (a, b))
    compared = _related(a, b)
    if compared.verdict in {Verdict.CONFLICT, Verdict.TENSION} and not of.single:
        reason = f"{of.label} may have several values, and {said(a)} is not {said(b)}"
        return Comparison.apart(Gate.PROPERTY, reason)
    return compared


def _related(a: Value, b: Value) -> Comparison:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _reasoned(quantity.relate(a, b), a, b)
    if isinstance(a, Change) and isinstance(b, Change):
        return _changes(a, b)
    if isinstance(a, Names) and isinstance(b, Names):
        return _reasoned(_names(a, b), a, b)
    if isinstance(a, Words) and isinstance(b, Words):
        same = fold(a.text).text.casefold() == fold(b.text).text.casefold()
        return _reasoned(Verdict.EQUAL if same else Verdict.CONFLICT, a, b)
    if a is None and b is None:
        return Comparison(Verdict.EQUAL, "")
    return Comparison.apart(Gate.PROPERTY, f"{said(a)} and {said(b)} are values of different kinds")


_PARTS: Final = {"before": "from", "after": "to", "by": "by", "by percent": "by"}


def said(value: Value | object) -> str:
    """A value in the words of a message."""
    if value is None:
        return "no value"
    return getattr(value, "words", "") or str(value)


def _changes(a: Change, b: Change) -> Comparison:
    """Two changes; the reason names the first part that decides.

    That both went up, or down, is no agreement on a figure: any two rises have that in common.
    """
    parts = change.compare_parts(a, b)
    verdict = change.relate(a, b)
    if not parts:
        return Comparison.apart(Gate.PROPERTY, f"{said(a)} and {said(b)} have no part in common")
    if verdict.agrees and all(_is_bare(part.a) or _is_bare(part.b) for part in parts):
        return Comparison.apart(Gate.PROPERTY, f"{said(a)} and {said(b)} have only their direction in common")
    if verdict in {Verdict.REFINES, Verdict.REFINED}:
        more, less = (a, b) if verdict is Verdict.REFINES else (b, a)
        return Comparison(verdict, f"{said(more)} says more than {said(less)}", part="to")
    deciding = next((part for part in parts if part.verdict is verdict), None)
    if deciding is None:
        return _reasoned(verdict, a, b)
    return _reasoned(verdict, deciding.a, deciding.b, _PARTS[deciding.part])


def _is_bare(figure: Quantity) -> bool:
    return figure.stated is None and figure.hedge is Hedge.VAGUE


def _names(a: Names, b: Names) -> Verdict:
    """One of several is more exact than all of them; lists that overlap can both be right."""
    some, others = set(a.ids), set(b.ids)
    if some == others:
        return Verdict.EQUAL
    if not some & others:
        return Verdict.CONFLICT
    if some < others:
        return Verdict.REFINES
    return Verdict.REFINED if others < some else Verdict.COMPATIBLE


def _reasoned(verdict: Verdict, a: object, b: object, part: str = "value") -> Comparison:
    if verdict is Verdict.NOT_COMPARABLE:
        return Comparison.apart(Gate.SCOPE, _other_unit(a, b))
    return Comparison(verdict, _REASONS[verdict].format(a=said(a), b=said(b)), part=part)


def _other_unit(a: object, b: object) -> str:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit.why_not(b.unit)
    return f"{said(a)} and {said(b)} are in different units"


_REASONS: Final = {
    Verdict.EQUAL: "both say {a}",
    Verdict.REFINES: "{a} is more exact than {b}",
    Verdict.REFINED: "{b} is more exact than {a}",
    Verdict.COMPATIBLE: "{a} and {b} can both be right",
    Verdict.TENSION: "{a} and {b} can both be right to the letter, but a reader takes them for two figures",
    Verdict.CONFLICT: "{a} is not {b}",
    Verdict.POSSIBLE_CONFLICT: "{a} may not be {b}",
}
