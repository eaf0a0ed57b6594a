"""Workflow commands that GitHub Actions turns into annotations on the changed lines."""

from __future__ import annotations

from itertools import islice

from factcheck.diagnostic import Diagnostic, Report, Severity
from factcheck.report.show import one_line
from factcheck.report.summary import coverage_line, summary_line

__all__ = ["CAP", "render"]

CAP = 10
"""Annotations of one level that GitHub shows for one step; it drops the rest without a word."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """The most severe diagnostics as `::error`, `::warning` and `::notice`, then the summary.

    Source: "Workflow commands for GitHub Actions" and the toolkit's escaping of data and properties.
    """
    shown = [
        found
        for severity in Severity
        for found in islice((found for found in report.diagnostics if found.severity is severity), CAP)
    ]
    lines = [_command(found) for found in shown]
    left_out = len(report.diagnostics) - len(shown)
    if left_out:
        lines.append(
            f"{left_out:,} more not annotated: GitHub shows {CAP} of a level; run factcheck for all."
        )
    if report.coverage is not None:
        lines.append(coverage_line(report.coverage))
    lines.append(summary_line(report))
    return "".join(f"{line}\n" for line in lines)


def _command(found: Diagnostic) -> str:
    span = found.span
    properties = {
        "title": f"factcheck ({found.code} {found.name})",
        "file": span.path,
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    # GitHub rejects columns on an annotation of several lines.
    if span.line == span.end_line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    settings = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_LEVELS[found.severity]} {settings}::{_data(found.message)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return one_line(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
