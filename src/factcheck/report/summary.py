"""The closing lines of a report: what was read, what was found, how much of a draft is backed."""

from __future__ import annotations

from factcheck.diagnostic import Coverage, Report, Severity

__all__ = ["count_of", "coverage_line", "summary_line"]


def count_of(number: int, noun: str) -> str:
    """A number and its noun.

    >>> count_of(1, "source"), count_of(1200, "note")
    ('1 source', '1,200 notes')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary_line(report: Report) -> str:
    """What was read and what was found, in one line.

    >>> summary_line(Report((), sources=2, statements=31, claims=9))
    '2 sources, 31 statements, 9 claims: nothing to report'
    """
    read = ", ".join(
        (
            count_of(report.sources, "source"),
            count_of(report.statements, "statement"),
            count_of(report.claims, "claim"),
        )
    )
    if not report.diagnostics:
        return f"{read}: nothing to report" if report.could_run else f"{read}: nothing was checked"
    found = ", ".join(
        (
            count_of(report.count(Severity.ERROR), "error"),
            count_of(report.count(Severity.WARNING), "warning"),
            count_of(report.count(Severity.INFO), "note"),
        )
    )
    return f"{read}: {found}" if report.could_run else f"{read}: {found}; the check is incomplete"


def coverage_line(coverage: Coverage) -> str:
    """How much of the drafts is backed, in one line.

    >>> coverage_line(Coverage(checkable=23, backed=18, conflicting=2, unsupported=3))
    '18 of 23 checkable statements backed, 2 conflict, 3 unsupported'
    """
    if not coverage.checkable:
        return "no checkable statements in the draft"
    verb = "conflicts" if coverage.conflicting == 1 else "conflict"
    return (
        f"{coverage.backed:,} of {count_of(coverage.checkable, 'checkable statement')} backed, "
        f"{coverage.conflicting:,} {verb}, {coverage.unsupported:,} unsupported"
    )
