"""What the ledger makes of one value of a draft: agreement beats conflict, and a forecast is no count."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.matching.compare import compare
from factcheck.matching.comparison import Comparison, Gate
from factcheck.model import Mode, Statement, Vocabulary
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Judgement", "Outcome", "Standing", "judge"]


class Standing(Enum):
    """How a value of a draft stands against what is known."""

    BACKED = "backed"
    EXPECTED_ONLY = "expected only"
    CONTRADICTED = "contradicted"
    POSSIBLY_CONTRADICTED = "possibly contradicted"
    IN_TENSION = "in tension"
    UNSUPPORTED = "unsupported"


@frozen
class Outcome:
    """One known statement, and how the draft's relates to it."""

    known: Statement
    comparison: Comparison


@frozen
class Judgement:
    """How a value of a draft stands, and by which statements.

    Attributes:
        standing: the outcome.
        statement: what the draft says, in the reading that decided; None where nothing is known of it.
        outcomes: the known statements that decided: those that agree, or those that contradict.
        dissent: known statements that contradict a reading that others back.
    """

    standing: Standing
    statement: Statement | None
    outcomes: tuple[Outcome, ...] = ()
    dissent: tuple[Outcome, ...] = ()


_AGAINST: Final = (
    (Verdict.CONFLICT, Standing.CONTRADICTED),
    (Verdict.POSSIBLE_CONFLICT, Standing.POSSIBLY_CONTRADICTED),
    (Verdict.TENSION, Standing.IN_TENSION),
)

_MANY: Final = 50
_REFUTING: Final = frozenset(verdict for verdict, _ in _AGAINST)


def judge(
    candidates: Sequence[Statement],
    known: Sequence[Sequence[Statement]],
    vocabulary: Vocabulary,
    sure: int | None = None,
) -> Judgement:
    """How a value of a draft stands.

    Args:
        candidates: the statements that the draft may be making, the likeliest first.
        known: for each candidate, what is known on its subject and property.
        vocabulary: the entities and properties they are written in.
        sure: how many of the candidates may also contradict what is known; all by default.
    """
    compared = [
        (candidate, [Outcome(other, _compare(candidate, other, vocabulary)) for other in others])
        for candidate, others in zip(candidates, known, strict=True)
    ]
    for candidate, outcomes in compared:
        agreeing = [outcome for outcome in outcomes if outcome.comparison.verdict.agrees]
        if agreeing and not _outdone(outcomes, agreeing, vocabulary):
            dissent = [outcome for outcome in outcomes if outcome.comparison.verdict is Verdict.CONFLICT]
            return Judgement(Standing.BACKED, candidate, _voices(agreeing), _voices(dissent))
    said = compared[:sure]
    for candidate, outcomes in said:
        forecast = [outcome for outcome in outcomes if _is_forecast_of(candidate, outcome, vocabulary)]
        if forecast:
            return Judgement(Standing.EXPECTED_ONLY, candidate, _voices(forecast))
    for candidate, outcomes in said:
        agreeing = [outcome for outcome in outcomes if outcome.comparison.verdict.agrees]
        stricter = _outdone(outcomes, agreeing, vocabulary)
        spared = _spared(outcomes)
        for verdict, standing in _AGAINST:
            refuting = [
                outcome
                for outcome in stricter or outcomes
                if outcome.comparison.verdict is verdict and outcome.known.ref not in spared
            ]
            if refuting:
                current = refuting if candidate.proposition.when else _current(refuting, vocabulary)
                return Judgement(standing, candidate, _voices(current))
    return Judgement(Standing.UNSUPPORTED, candidates[0] if candidates else None)


def _voices(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Each statement once, though a claim may have given it a second reading."""
    return tuple({outcome.known.ref: outcome for outcome in reversed(outcomes)}.values())[::-1]


def _spared(outcomes: Sequence[Outcome]) -> set[str]:
    """The statements that do not contradict the draft in one reading: a claim may date them better."""
    return {
        outcome.known.ref
        for outcome in outcomes
        if outcome.comparison.verdict not in _REFUTING
        and (outcome.comparison.verdict is not Verdict.NOT_COMPARABLE or outcome.comparison.gate is Gate.TIME)
    }


def _current(outcomes: Sequence[Outcome], vocabulary: Vocabulary) -> list[Outcome]:
    """What is known last: a value without a date is not held against one that another has replaced.

    Of very many tellings, all are kept.
    """
    if len(outcomes) > _MANY:
        return list(outcomes)
    return [
        outcome
        for outcome in outcomes
        if not any(
            _compare(outcome.known, other.known, vocabulary).verdict is Verdict.SUPERSEDED
            for other in outcomes
        )
    ] or list(outcomes)


def _outdone(
    outcomes: Sequence[Outcome], agreeing: Sequence[Outcome], vocabulary: Vocabulary
) -> list[Outcome]:
    """The tellings that contradict the draft, though they are at one with those that back it.

    Where the sources tell of one fact and one of them tells more, to fit the others is no defence:
    "from 90 to 120" fits "to 120", and not "from 94 to 120". Where the sources disagree, it is.
    """
    found = []
    refuting = [outcome for outcome in outcomes if outcome.comparison.verdict in _REFUTING]
    for outcome in refuting[:_MANY]:
        verdicts = [
            _compare(backing.known, outcome.known, vocabulary).verdict for backing in agreeing[:_MANY]
        ]
        if any(verdict.agrees for verdict in verdicts) and not _REFUTING & set(verdicts):
            found.append(outcome)
    return found


def _compare(draft: Statement, known: Statement, vocabulary: Vocabulary) -> Comparison:
    is_inference = draft.basis.is_inference or known.basis.is_inference
    return compare(draft.proposition, known.proposition, vocabulary, is_inference=is_inference)


def _is_forecast_of(draft: Statement, outcome: Outcome, vocabulary: Vocabulary) -> bool:
    """Whether a source expects or plans what the draft asserts."""
    known = outcome.known.proposition
    if outcome.comparison.gate is not Gate.MODE or draft.proposition.mode is not Mode.ASSERTED:
        return False
    if known.mode not in {Mode.EXPECTED, Mode.PLANNED}:
        return False
    # The time of a forecast is that of its fulfilment, which the draft claims to have seen.
    asserted = evolve(known, mode=Mode.ASSERTED, when=draft.proposition.when)
    return compare(draft.proposition, asserted, vocabulary).verdict.agrees
