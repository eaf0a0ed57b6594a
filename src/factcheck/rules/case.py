"""What the rules look at: the ledger, what was compared in it, and what was read in the drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.diagnostic import Problem
    from factcheck.matching.comparison import Comparison
    from factcheck.matching.judgement import Judgement
    from factcheck.model import Claim, Ledger, Statement
    from factcheck.reading.draft import Draft, Reading

__all__ = ["Backing", "Case", "DraftCase", "Judged", "Pair"]


@frozen
class Pair:
    """Two statements on one subject and property, and how the first relates to the second."""

    first: Statement
    second: Statement
    comparison: Comparison


@frozen
class Backing:
    """A claim, a statement it names, and how the claim relates to it."""

    claim: Claim
    statement: Statement
    comparison: Comparison
    is_against: bool = False


@frozen
class Judged:
    """A value of a draft, and how it stands."""

    reading: Reading
    judgement: Judgement


@frozen
class DraftCase:
    """A draft with its values judged."""

    draft: Draft
    judged: tuple[Judged, ...]


@frozen
class Case:
    """Everything a rule may look at; nothing in it changes.

    Attributes:
        ledger: sources, statements, claims and what was wrong with their files.
        pairs: statements compared with each other.
        backing: claims compared with what they rest on.
        derived: statements on other events that follow from distances in time.
        drafts: drafts, judged against the ledger.
        problems: found beside the rules, by the name of the rule that reports them.
    """

    ledger: Ledger
    pairs: tuple[Pair, ...] = ()
    backing: tuple[Backing, ...] = ()
    derived: tuple[Statement, ...] = ()
    drafts: tuple[DraftCase, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), repr=False)

    def found(self, rule: str) -> Iterator[Problem]:
        """The problems found elsewhere that one rule reports."""
        return (problem for problem in (*self.ledger.problems, *self.problems) if problem.rule == rule)

    def is_derived(self, statement: Statement) -> bool:
        """Whether a statement only follows from the one that the ledger holds under its name."""
        return self.ledger.statements.get(statement.ref) is not statement
