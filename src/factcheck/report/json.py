"""One JSON object a line, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.report.show import escape_json

if TYPE_CHECKING:
    from factcheck.diagnostic import Diagnostic, Fix, Report
    from factcheck.text.span import Span

__all__ = ["render"]


def render(report: Report) -> str:
    r"""One object a line in the order of the report; nothing found is no line.

    Characters stand as themselves, save those that a terminal would obey or nobody would see, which are
    `\u` escapes. The keys and their order are fixed; `schema` changes when they do.
    """
    return "".join(f"{_line(found)}\n" for found in report.diagnostics)


def _line(found: Diagnostic) -> str:
    return escape_json(json.dumps(_record(found), ensure_ascii=False, separators=(",", ":")))


def _record(found: Diagnostic) -> dict[str, object]:
    return {
        "schema": 1,
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        **_place(found.span),
        "quote": found.quote,
        "related": [
            {**_place(place.span), "quote": place.quote, "message": place.message} for place in found.related
        ],
        "subjects": list(found.subjects),
        "fix": {"choices": [_choice(fix) for fix in found.fixes]} if found.fixes else None,
        "fingerprint": found.fingerprint,
    }


def _choice(fix: Fix) -> dict[str, object]:
    return {
        "label": fix.label,
        "edits": [{**_place(edit.span), "text": edit.replacement} for edit in fix.edits],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
