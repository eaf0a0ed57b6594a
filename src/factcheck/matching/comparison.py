"""The outcome of holding two propositions against each other: a verdict, or the gate that kept them apart."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from factcheck.values.verdict import Verdict

__all__ = ["Comparison", "Gate"]


class Gate(Enum):
    """What two propositions must share before their values are compared, in the order of asking."""

    SUBJECT = "subject"
    PROPERTY = "property"
    SCOPE = "scope"
    MODE = "mode"
    TIME = "time"


@frozen
class Comparison:
    """How the first of two propositions relates to the second.

    Attributes:
        verdict: the relation.
        reason: why, in words; a clause without a full stop.
        gate: the first gate that failed, None where the values were compared.
        part: which part of the reading decided: value, from, to, by, when, start or end.
        facets: the verdicts on value and date that this one was made from, where both were compared.
        circumstance: the part of the reason that is not about the two values: when both hold, what is open.
    """

    verdict: Verdict
    reason: str
    gate: Gate | None = None
    part: str = "value"
    facets: tuple[Verdict, ...] = ()
    circumstance: str = ""

    @property
    def is_refinement(self) -> bool:
        """Whether the two agree and one of them is more precise, in value or in date."""
        facets = {self.verdict, *self.facets}
        return self.verdict.agrees and bool(facets & {Verdict.REFINES, Verdict.REFINED})

    @property
    def swapped(self) -> Comparison:
        """The same with the two sides exchanged."""
        return evolve(
            self, verdict=self.verdict.swapped, facets=tuple(verdict.swapped for verdict in self.facets)
        )

    def given(self, circumstance: str, joint: str = ", and ") -> Comparison:
        """The same with what makes the values meet."""
        return evolve(self, reason=f"{self.reason}{joint}{circumstance}", circumstance=circumstance)

    def doubted(self, doubt: str) -> Comparison:
        """The same where something is open: a conflict is only a possible one.

        >>> Comparison(Verdict.CONFLICT, "94 is not 90").doubted("one of them has no date").verdict
        <Verdict.POSSIBLE_CONFLICT: 'possible conflict'>
        """
        verdict = Verdict.POSSIBLE_CONFLICT if self.verdict is Verdict.CONFLICT else self.verdict
        return evolve(self.given(doubt, ", but "), verdict=verdict)

    @classmethod
    def apart(cls, gate: Gate, reason: str) -> Comparison:
        """Two propositions that a gate keeps apart."""
        return cls(Verdict.NOT_COMPARABLE, reason, gate)
