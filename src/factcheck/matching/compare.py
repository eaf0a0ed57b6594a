"""Two propositions to a comparison: the gates in order, then the values as the property behaves in time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from factcheck.matching import event, level, spell
from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content
from factcheck.model import Holds, Property, Proposition, Vocabulary
from factcheck.values.verdict import Verdict

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
        comparison = _with_polarity(a, b, comparison)
    if is_inference and comparison.verdict is Verdict.CONFLICT:
        reason = f"{comparison.reason}, and one of the readings is an inference"
        return evolve(comparison, verdict=Verdict.POSSIBLE_CONFLICT, reason=reason)
    return comparison


def _gate(a: Proposition, b: Proposition, vocabulary: Vocabulary) -> Comparison | None:
    """The first gate that keeps two propositions apart; that of time is up to the kind of property."""
    label = vocabulary.label
    if a.subject != b.subject:
        return Comparison.apart(Gate.SUBJECT, f"{label(a.subject)} is not {label(b.subject)}")
    if a.property != b.property or a.property not in vocabulary.properties:
        return Comparison.apart(Gate.PROPERTY, f"{label(a.property)} is not {label(b.property)}")
    if a.scope != b.scope:
        sides = f"{a.scope or 'the whole'}, the other of {b.scope or 'the whole'}"
        return Comparison.apart(Gate.SCOPE, f"one speaks of {sides}")
    if a.mode is not b.mode:
        return Comparison.apart(Gate.MODE, f"one is {a.mode.value}, the other {b.mode.value}")
    return None


def _timeless(a: Proposition, b: Proposition, of: Property) -> Comparison:
    return relate_content(a.value, b.value, of)


_BY_KIND: Final[Mapping[Holds, Callable[[Proposition, Proposition, Property], Comparison]]] = {
    Holds.UNTIL_CHANGED: level.compare,
    Holds.CUMULATIVE: level.compare,
    Holds.AT_INSTANT: event.compare,
    Holds.OVER_PERIOD: spell.compare,
    Holds.TIMELESS: _timeless,
}


def _with_polarity(a: Proposition, b: Proposition, positive: Comparison) -> Comparison:
    """What a comparison of the bare contents becomes where one or both sides say that it is not so."""
    if positive.verdict is Verdict.NOT_COMPARABLE:
        return positive
    if a.negated and b.negated:
        verdict = Verdict.EQUAL if positive.verdict is Verdict.EQUAL else Verdict.COMPATIBLE
        return evolve(positive, verdict=verdict, reason="both say that it is not so")
    denied, affirmed = (a, b) if a.negated else (b, a)
    refuted = {Verdict.EQUAL, Verdict.REFINED if denied is a else Verdict.REFINES}
    if positive.verdict in refuted and affirmed is not None:
        return Comparison(
            Verdict.CONFLICT, "one says that it is so, the other that it is not", part="polarity"
        )
    return evolve(positive, verdict=Verdict.COMPATIBLE, reason="what one denies is not what the other says")
