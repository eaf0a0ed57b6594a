"""How two values relate: the verdicts of set comparison and the order between them."""

from __future__ import annotations

from enum import Enum

__all__ = ["Truth", "Verdict"]


class Truth(Enum):
    """Whether a relation between two values holds in every world their words allow, in some, or in none.

    >>> Truth.POSSIBLY
    <Truth.POSSIBLY: 'possibly'>
    """

    SURELY = "surely"
    POSSIBLY = "possibly"
    NEVER = "never"


class Verdict(Enum):
    """How the first of two values or propositions relates to the second.

    >>> Verdict.REFINES.swapped
    <Verdict.REFINED: 'refined'>
    """

    EQUAL = "equal"
    REFINES = "refines"
    REFINED = "refined"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    CONFLICT = "conflict"
    POSSIBLE_CONFLICT = "possible conflict"
    SUPERSEDED = "superseded"
    SUPERSEDES = "supersedes"
    NOT_COMPARABLE = "not comparable"
    UNSUPPORTED = "unsupported"

    @property
    def swapped(self) -> Verdict:
        """The verdict with the two sides exchanged."""
        return _SWAPPED.get(self, self)

    @property
    def agrees(self) -> bool:
        """Whether both sides can be true as written and speak of the same thing."""
        return self in _AGREEING


_SWAPPED = {
    Verdict.REFINES: Verdict.REFINED,
    Verdict.REFINED: Verdict.REFINES,
    Verdict.SUPERSEDED: Verdict.SUPERSEDES,
    Verdict.SUPERSEDES: Verdict.SUPERSEDED,
}

_AGREEING = frozenset({Verdict.EQUAL, Verdict.REFINES, Verdict.REFINED, Verdict.COMPATIBLE})
