"""Two propositions to a comparison: the gates in order, then the values as the property behaves in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck.matching import event, level, spell
from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content
from factcheck.matching.dates import both, relate_dates
from factcheck.model import Gap, Holds, Property, Proposition, Vocabulary
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["compare"]


def compare(
    a: Proposition, b: Proposition, vocabulary: Vocabulary, *, is_inference: bool = False
) -> Comparison:
    """How proposition `a` relates to proposition `b`.

    Args:
        a: one proposition.
        b: another.
        vocabulary: the properties and entities they are written in.
        is_inference: whether either rests on a reading that could honestly be another one; then a
            conflict is only a possible one.
    """
    gate = _gate(a, b, vocabulary)
    if gate is not None:
        return gate
    of = vocabulary.properties[a.property]
    comparison = _BY_KIND[of.holds](a, b, of)
    if a.negated or b.negated:
        comparison = _with_polarity(a, b, of, comparison)
    if is_inference and comparison.verdict is Verdict.CONFLICT:
        return comparison.doubted("one of the readings is an inference")
    return comparison


def _gate(a: Proposition, b: Proposition, vocabulary: Vocabulary) -> Comparison | None:
    """The first gate that keeps two propositions apart; that of time is up to the kind of property."""
    label = vocabulary.label
    if a.subject != b.subject:
        return Comparison.apart(Gate.SUBJECT, f"{label(a.subject)} is not {label(b.subject)}")
    if a.property != b.property:
        return Comparison.apart(Gate.PROPERTY, f"{label(a.property)} is not {label(b.property)}")
    if a.property not in vocabulary.properties:
        return Comparison.apart(Gate.PROPERTY, f"the vocabulary has no property {label(a.property)}")
    if a.scope != b.scope:
        sides = f"{a.scope or 'the whole'}, the other of {b.scope or 'the whole'}"
        return Comparison.apart(Gate.SCOPE, f"one speaks of {sides}")
    if a.mode is not b.mode:
        return Comparison.apart(Gate.MODE, f"one is {a.mode.value}, the other {b.mode.value}")
    return None


def _timeless(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """What never changes needs no date; where there is no value, or it happens once, the date is told too."""
    content = relate_content(a.value, b.value, of)
    is_dated = of.once or _has_no_value(a) or _has_no_value(b)
    return both(content, relate_dates(a.when, b.when)) if is_dated else content


def _has_no_value(proposition: Proposition) -> bool:
    return proposition.value is None or isinstance(proposition.value, Gap)


_BY_KIND: Final[Mapping[Holds, Callable[[Proposition, Proposition, Property], Comparison]]] = {
    Holds.UNTIL_CHANGED: level.compare,
    Holds.CUMULATIVE: level.compare,
    Holds.AT_INSTANT: event.compare,
    Holds.OVER_PERIOD: spell.compare,
    Holds.TIMELESS: _timeless,
}


def _with_polarity(a: Proposition, b: Proposition, of: Property, positive: Comparison) -> Comparison:
    """What a comparison of the bare contents becomes where one or both sides say that it is not so.

    A denial contradicts whatever lies within what it denies: "not in 2002" rules out 20 November 2002, "not
    on 20 November" leaves the rest of 2002.
    """
    if positive.verdict is Verdict.NOT_COMPARABLE:
        return positive
    if a.negated and b.negated:
        verdict = positive.verdict if positive.verdict is Verdict.EQUAL else Verdict.COMPATIBLE
        return evolve(positive, verdict=verdict, reason="both say that it is not so", facets=())
    if positive.verdict not in {Verdict.EQUAL, Verdict.REFINED if a.negated else Verdict.REFINES}:
        reason = "what one denies is not what the other says"
        return evolve(positive, verdict=Verdict.COMPATIBLE, reason=reason, facets=(), circumstance="")
    denied = Comparison(Verdict.CONFLICT, "one says that it is so, the other that it is not", part="polarity")
    is_timed = of.once or of.holds is Holds.TIMELESS or (a.when is not None and b.when is not None)
    return denied if is_timed else denied.doubted("one of them has no date")
