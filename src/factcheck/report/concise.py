"""One line a diagnostic, in the form that editors and problem matchers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.show import one_line
from factcheck.report.summary import coverage_line, summary_line

if TYPE_CHECKING:
    from factcheck.diagnostic import Diagnostic, Report

__all__ = ["render"]


def render(report: Report) -> str:
    r"""`path:line:col: severity CODE name: message` for each diagnostic, then the summary.

    >>> from factcheck.diagnostic import Report
    >>> render(Report((), sources=1, statements=3))
    '1 source, 3 statements, 0 claims: nothing to report\n'
    """
    lines = [_line(found) for found in report.diagnostics]
    if report.coverage is not None:
        lines.append(coverage_line(report.coverage))
    lines.append(summary_line(report))
    return "".join(f"{line}\n" for line in lines)


def _line(found: Diagnostic) -> str:
    return one_line(f"{found.span}: {found.severity.value} {found.code} {found.name}: {found.message}")
