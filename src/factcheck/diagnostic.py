"""What we say about a place: diagnostics, the places beside them, fixes, and the report that holds them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

from factcheck.text.span import Span, Text

__all__ = ["Coverage", "Diagnostic", "Edit", "Fix", "Place", "Problem", "Report", "Severity", "fingerprint"]


class Severity(Enum):
    """How much a diagnostic weighs; `rank` orders them, the heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for information."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@frozen
class Place:
    """A passage that a diagnostic refers to besides its own.

    Attributes:
        span: where it stands.
        quote: the words that stand there.
        message: what it has to do with the diagnostic.
    """

    span: Span
    quote: str
    message: str


@frozen
class Edit:
    """Words to put in place of a span."""

    span: Span
    replacement: str


@frozen
class Fix:
    """One way to put a diagnostic right; which of several is a person's choice."""

    label: str
    edits: tuple[Edit, ...]


@frozen
class Problem:
    """What a check found, before a rule gives it a code, a name and a severity.

    Attributes:
        rule: name of the rule that reports it.
        span: the smallest fragment that carries the value.
        quote: the words of the span.
        message: one sentence.
        related: the passages it is held against.
        subjects: ids of the statements and claims concerned.
        fixes: ways to put it right.
        identity: the values it is about, for the fingerprint; the quote where none are given.
    """

    rule: str
    span: Span
    quote: str
    message: str
    related: tuple[Place, ...] = ()
    subjects: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    identity: tuple[str, ...] = ()


@frozen
class Diagnostic:
    """One finding.

    Attributes:
        code: `FC` and three digits, never reused.
        name: the fault in kebab-case.
        severity: error, warning or info.
        message: one sentence with both values as said, both places, the difference and the next step.
        span: the smallest fragment that carries the value.
        quote: the words of the span.
        related: the passages it is held against.
        subjects: ids of the statements and claims concerned, sorted.
        fixes: ways to put it right, none preferred.
        fingerprint: identity that survives moving text: no line numbers, no paths.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    quote: str
    related: tuple[Place, ...] = ()
    subjects: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Total order of a report: by place, then code, then message."""
        return (self.span, self.code, self.message, self.subjects)


def fingerprint(code: str, subjects: tuple[str, ...], *values: str) -> str:
    """Identity of a finding from what it is about, not from where it stands.

    >>> fingerprint("FC201", ("a#x", "b#y"), "94", "90")
    'a77206e85ab7ed73'
    """
    canonical = "\0".join((code, *sorted(subjects), "\1", *values))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@frozen
class Coverage:
    """How much of the drafts was checked.

    Attributes:
        checkable: statements with a value that could be held against something.
        backed: those that the ledger or a source supports.
        conflicting: those with an error or a warning.
        unsupported: those that nothing speaks of.
    """

    checkable: int = 0
    backed: int = 0
    conflicting: int = 0
    unsupported: int = 0


@frozen
class Report:
    """Everything found, in a total order.

    Attributes:
        diagnostics: sorted by place, code and message.
        sources: number of sources read.
        statements: number of statements in them.
        claims: number of claims.
        coverage: of the drafts, None where no draft was checked.
        texts: the files that spans point into, by path, so that a renderer can show their lines.
        could_run: False where some input could not be read at all, or there was nothing to check.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: int = 0
    statements: int = 0
    claims: int = 0
    coverage: Coverage | None = None
    texts: Mapping[str, Text] = field(factory=dict, eq=False, repr=False)
    could_run: bool = True

    @property
    def conflicts(self) -> tuple[Diagnostic, ...]:
        """The errors and warnings."""
        return tuple(found for found in self.diagnostics if found.severity is not Severity.INFO)

    def count(self, severity: Severity) -> int:
        """Number of diagnostics of one severity."""
        return sum(found.severity is severity for found in self.diagnostics)
