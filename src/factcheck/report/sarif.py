"""SARIF 2.1.0, for code scanning and the editors that read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol, TypeAlias
from urllib.parse import quote

from factcheck.diagnostic import Diagnostic, Edit, Fix, Place, Report, Severity
from factcheck.report.show import escape_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.text.span import Span

__all__ = ["RuleLike", "render"]

_Json: TypeAlias = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
# The longest `fullDescription.text` that GitHub takes.
_DESCRIPTION_LIMIT = 1024


class RuleLike(Protocol):
    """What the catalogue of a SARIF run says of a rule.

    Attributes:
        code: `FC` and three digits.
        name: the fault in kebab-case.
        summary: one sentence.
        explanation: the rule's page, in Markdown.
        severity: the severity it has unless a diagnostic says otherwise.
    """

    @property
    def code(self) -> str: ...  # noqa: D102 (said above)

    @property
    def name(self) -> str: ...  # noqa: D102 (said above)

    @property
    def summary(self) -> str: ...  # noqa: D102 (said above)

    @property
    def explanation(self) -> str: ...  # noqa: D102 (said above)

    @property
    def severity(self) -> Severity: ...  # noqa: D102 (said above)


def render(report: Report, rules: Sequence[RuleLike] = (), version: str = "") -> str:
    """One run with its catalogue of rules; a code that the catalogue lacks is listed by its name.

    Source: OASIS SARIF 2.1.0, and the properties that GitHub code scanning requires. Ranges count code points
    from 1 and end after the last one, as everywhere here.
    """
    catalogue = _catalogue(report, rules)
    numbers = {rule["id"]: number for number, rule in enumerate(catalogue)}
    driver: _Json = {"name": "factcheck"}
    if version:
        driver["version"] = version
    driver["rules"] = catalogue
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, numbers[found.code]) for found in report.diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escape_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _catalogue(report: Report, rules: Sequence[RuleLike]) -> list[_Json]:
    described = {rule.code: _rule(rule) for rule in rules}
    for found in report.diagnostics:
        if found.code not in described:
            described[found.code] = _undescribed(found)
    return [described[code] for code in sorted(described)]


def _rule(rule: RuleLike) -> _Json:
    # An empty string is not accepted where GitHub requires a text.
    summary = rule.summary or rule.name or rule.code
    explanation = rule.explanation or summary
    return {
        "id": rule.code,
        "name": _pascal_case(rule.name) or rule.code,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _shorten(explanation)},
        "help": {"text": explanation, "markdown": explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"precision": "high", "problem.severity": _PROBLEM_SEVERITIES[rule.severity]},
    }


def _undescribed(found: Diagnostic) -> _Json:
    name = found.name or found.code
    return {
        "id": found.code,
        "name": _pascal_case(name) or found.code,
        "shortDescription": {"text": name},
        "fullDescription": {"text": _shorten(name)},
        "help": {"text": name},
    }


def _result(found: Diagnostic, rule_index: int) -> _Json:
    result: _Json = {
        "ruleId": found.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [{"physicalLocation": _location(found.span, found.quote)}],
    }
    if found.related:
        result["relatedLocations"] = [
            _related(number, place) for number, place in enumerate(found.related, 1)
        ]
    if found.fingerprint:
        result["partialFingerprints"] = {"factcheck/v1": found.fingerprint}
    # A fix without edits is advice, for which SARIF has no place.
    fixes = [_fix(fix) for fix in found.fixes if fix.edits]
    if fixes:
        result["fixes"] = fixes
    if found.subjects:
        result["properties"] = {"subjects": list(found.subjects)}
    return result


def _message(found: Diagnostic) -> str:
    """The sentence, then one link for each related location: GitHub shows only those that are linked."""
    text = _escape(found.message or found.name or found.code)
    links = (f"[{_escape(str(place.span))}]({number})" for number, place in enumerate(found.related, 1))
    return f"{text} See {', '.join(links)}." if found.related else text


def _related(number: int, place: Place) -> _Json:
    return {
        "id": number,
        "message": {"text": _escape(place.message or place.quote or str(place.span))},
        "physicalLocation": _location(place.span, place.quote),
    }


def _location(span: Span, words: str) -> _Json:
    region = _region(span)
    if words:
        region["snippet"] = {"text": words}
    return {"artifactLocation": _artifact(span.path), "region": region}


def _region(span: Span) -> _Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(path: str) -> _Json:
    """A URI relative to the root of the repository, or a `file:` one for a path that is not."""
    encoded = quote(path, errors="surrogatepass")
    return {"uri": f"file://{encoded}" if path.startswith("/") else encoded or "."}


def _fix(fix: Fix) -> _Json:
    changes: dict[str, list[_Json]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.span.path, []).append(_replacement(edit))
    return {
        "description": {"text": _escape(fix.label or "Replace the words")},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _replacement(edit: Edit) -> _Json:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.replacement}}


def _escape(text: str) -> str:
    """Text in which nothing can be taken for a link (SARIF 2.1.0, section 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _pascal_case(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("-"))


def _shorten(text: str) -> str:
    first = text.partition("\n\n")[0].replace("\n", " ").strip() or text
    return first if len(first) <= _DESCRIPTION_LIMIT else first[: _DESCRIPTION_LIMIT - 1] + "…"
