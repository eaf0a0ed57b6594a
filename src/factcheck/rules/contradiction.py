"""A value of a draft against what is known: one sentence with both sides, the passages, the fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from factcheck.diagnostic import Place, Problem
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.rules.corrections import corrections, figure_part
from factcheck.rules.places import about, cite, figures, problem, quoted, shows, statement_place
from factcheck.values.change import Change
from factcheck.values.quantity import difference

if TYPE_CHECKING:
    from factcheck.matching.judgement import Outcome
    from factcheck.rules.case import Case, Judged

__all__ = ["against", "passages", "subjects"]


def against(case: Case, judged: Judged, advice: str, verb: str = "contradicts") -> Problem:
    """A value of the draft with every passage that decided, those first that show what it contradicts."""
    judgement, ledger = judged.judgement, case.ledger
    statement = judgement.statement
    # A claim may bring in a passage that says nothing of the part in question.
    showing = [one for one in judgement.outcomes if shows(ledger, one.known, _part(one))]
    shown = [one for one in showing if _part(one) in dict(figures(one.known.proposition.value))]
    outcomes = tuple(shown or showing or judgement.outcomes)
    first = outcomes[0]
    place = judged.reading.place
    span = statement.places.get(first.comparison.part) if statement else None
    if span is not None:
        place = Place(span, ledger.texts[span.path].quote(span), "")
    sources = list(dict.fromkeys(one.known.source for one in outcomes[1:]))
    others = f" and {_listed(sources)}" if sources else ""
    message = (
        f"{about(ledger, first.known)}: {quoted(place.quote)} {verb} {cite(first.known)}{others}; "
        f"{_reason(judged, first)}; {advice}"
    )
    return problem(
        place,
        message,
        related=passages(case, outcomes),
        subjects=subjects(judged),
        fixes=corrections(place, outcomes),
        identity=[
            judged.reading.place.quote,
            " ".join(statement.selector.exact.split()) if statement else "",
        ],
    )


def _listed(sources: list[str]) -> str:
    most = sources[:3] if len(sources) <= 4 else sources[:2]
    rest = [f"{len(sources) - len(most)} more"] if len(sources) > len(most) else []
    names = [*most, *rest]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _part(outcome: Outcome) -> str:
    return figure_part(outcome.known, outcome.comparison.part)


def _reason(judged: Judged, outcome: Outcome) -> str:
    """Why the two do not fit, with how far they are apart."""
    comparison, statement = outcome.comparison, judged.judgement.statement
    reason, circumstance = comparison.reason, comparison.circumstance
    if comparison.gate is not None or statement is None:
        when = outcome.known.proposition.when
        return f"it was expected for {dated(when)}" if when else "no source says that it came to be so"
    said_here = dict(figures(statement.proposition.value)).get(comparison.part)
    known = dict(figures(outcome.known.proposition.value)).get(_part(outcome))
    apart = difference(said_here, known) if said_here and known else ""
    if not apart:
        return reason
    head = reason.removesuffix(f", and {circumstance}")
    if circumstance and head != reason:
        return f"{head}, {apart}; {circumstance}"
    if circumstance:
        return reason
    return f"{reason}, {apart}"


def passages(case: Case, outcomes: tuple[Outcome, ...]) -> list[Place]:
    """The passages, each with what its source says; all of one that only implies the part."""
    places = []
    for outcome in outcomes:
        known, part = outcome.known, _part(outcome)
        proposition = known.proposition
        date = dated(proposition.when)
        message = f"{known.source} says {said(proposition.value)}, {date}"
        if proposition.value is None:
            message = f"{known.source} says {date}"
        if part == "by" and isinstance(proposition.value, Change) and proposition.value.by is None:
            known = evolve(known, proposition=evolve(proposition, value=None, when=None))
        places.append(statement_place(case.ledger, known, part, message))
    return places


def subjects(judged: Judged) -> list[str]:
    """The statements and the claim that a value of a draft was held against."""
    refs = [outcome.known.ref for outcome in (*judged.judgement.outcomes, *judged.judgement.dissent)]
    return [*refs, *([judged.reading.link] if judged.reading.link else [])]
