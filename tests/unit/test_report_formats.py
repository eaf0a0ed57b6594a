"""One report in every format, byte for byte."""

import json
import subprocess
import sys

import pytest
from attrs import frozen

from factcheck.diagnostic import Coverage, Diagnostic, Edit, Fix, Place, Report, Severity, fingerprint
from factcheck.report import FORMATS, render
from factcheck.text.span import Text

GAZETTE = Text(
    "sources/harbour-gazette.txt",
    "Harbour reopens after storm\n"
    "\n"
    "The council said on Tuesday that the new ferry carried 1,450 passengers in its first week, more than "
    "twice what the operator had planned for, and that a second vessel would follow in March.\n"
    "Work on the quay began in 2019 and took three years.\n",
)
AUTHORITY = Text(
    "sources/port-authority.toml",
    'id = "port-authority"\n[[statement]]\nquote = "carried 1,540 passengers\tin its first seven days"\n',
)
DRAFT = Text(
    "drafts/ferry.md",
    "# The ferry\n"
    "\n"
    "The ferry took 1,540 people in week one.\n"
    "\n"
    "The quay was finished on Friday 9 June 2022, a day after the 港湾局 of Kobe 🚢 sent its first "
    "52 engineers among 31 people; in all 90 to\n"
    "130 people worked there.\n",
)


@frozen
class Rule:
    code: str
    name: str
    summary: str
    explanation: str
    severity: Severity


RULES = (
    Rule(
        "FC401",
        "draft-contradicts",
        "A draft says what a source rules out.",
        "A draft says what a source rules out.\n\n## Example\n\n    The ferry took 1,540 people.\n",
        Severity.ERROR,
    ),
    Rule(
        "FC210",
        "refined",
        "One source is more precise.",
        "One source is more precise.\n\nBoth hold.",
        Severity.INFO,
    ),
)


def span(text, words):
    start = text.content.index(words)
    return text.span(start, start + len(words))


def found(rule, severity, message, text, words, *, related=(), fixes=(), subjects=()):
    code, name = rule.split()
    return Diagnostic(
        code,
        name,
        severity,
        message,
        span(text, words),
        words,
        tuple(Place(span(other, quote), quote, label) for other, quote, label in related),
        subjects,
        fixes,
        fingerprint(code, subjects, words),
    )


REPORT = Report(
    (
        found(
            "FC401 draft-contradicts",
            Severity.WARNING,
            "the draft has “1,540 people” in week one, but the gazette counted “1,450 passengers”; the port "
            "authority has 1,540: ask which count is right.",
            DRAFT,
            "1,540 people",
            related=(
                (GAZETTE, "1,450 passengers", "1,450, counted by the council"),
                (
                    AUTHORITY,
                    "1,540 passengers\tin its first seven days",
                    "1,540, as in the draft, though over seven days and not a calendar week",
                ),
            ),
            fixes=(
                Fix("change “1,540” to “1,450”", (Edit(span(DRAFT, "1,540"), "1,450"),)),
                Fix("mark the claim disputed and name both counts", ()),
            ),
            subjects=("harbour-gazette#first-week", "port-authority#first-week"),
        ),
        found(
            "FC421 weekday-mismatch",
            Severity.ERROR,
            "9 June 2022 was a Thursday, not a “Friday”; correct the weekday or the date.",
            DRAFT,
            "Friday 9 June 2022",
            fixes=(Fix("change “Friday” to “Thursday”", (Edit(span(DRAFT, "Friday"), "Thursday"),)),),
        ),
        found(
            "FC422 part-exceeds-whole",
            Severity.ERROR,
            "“52 engineers” cannot be part of “31 people”; check both counts.",
            DRAFT,
            "52 engineers",
            related=((DRAFT, "31 people", "the whole"), (DRAFT, "90 to\n130 people", "the team")),
        ),
        found(
            "FC212 list-differs",
            Severity.INFO,
            "the gazette names Kobe and Osaka, the port authority Kobe, Osaka and Nagoya: one list has a "
            "member more, which is no contradiction unless a list claims to be complete.",
            GAZETTE,
            "The council said on Tuesday",
        ),
        found(
            "FC210 refined",
            Severity.INFO,
            "“in 2019” (gazette) is refined to 4 May 2019 (port authority); both hold.",
            GAZETTE,
            "in 2019",
        ),
        found(
            "FC211 single-source",
            Severity.INFO,
            "“three years” rests on one source.",
            GAZETTE,
            "three years",
        ),
    ),
    sources=2,
    statements=31,
    claims=9,
    coverage=Coverage(checkable=23, backed=18, conflicting=2, unsupported=3),
    texts={text.path: text for text in (GAZETTE, AUTHORITY, DRAFT)},
)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("full-80.txt", {"width": 80}),
        ("full-120.txt", {"width": 120}),
        ("full-60-ascii.txt", {"width": 60, "ascii_only": True}),
        ("full-80-color.txt", {"width": 80, "color": True}),
        ("concise.txt", {"output_format": "concise"}),
        ("json.jsonl", {"output_format": "json"}),
        ("github.txt", {"output_format": "github"}),
        ("report.sarif", {"output_format": "sarif", "rules": RULES, "version": "1.0.0"}),
    ],
)
def test_the_report_reads_as_its_golden_file(golden, name, settings):
    golden(f"report/{name}", render(REPORT, **settings))


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_same_report_gives_the_same_characters(output_format):
    assert render(REPORT, output_format) == render(REPORT, output_format)


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="'yaml'; choose one of full, concise, json, github, sarif"):
        render(REPORT, "yaml")


@pytest.mark.parametrize("output_format", ["concise", "json", "github", "sarif"])
def test_only_the_full_format_imports_rich(output_format):
    program = (
        "import sys; from factcheck.diagnostic import Report; from factcheck.report import render; "
        f"render(Report(()), {output_format!r}); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 (our own words)


def test_nothing_found_is_one_calm_line_or_no_json_line():
    clean = Report((), sources=2, statements=31, claims=9)
    calm = "2 sources, 31 statements, 9 claims: nothing to report\n"
    assert [render(clean, it) for it in ("full", "concise", "json", "github")] == [calm, calm, "", calm]
    assert json.loads(render(clean, "sarif"))["runs"][0]["results"] == []


def test_a_check_that_could_not_run_does_not_call_itself_clean():
    nothing = Report((), could_run=False)
    assert render(nothing, "full") == "0 sources, 0 statements, 0 claims: nothing was checked\n"
    halted = Report(REPORT.diagnostics[:1], could_run=False)
    assert render(halted, "concise").endswith("0 errors, 1 warning, 0 notes; the check is incomplete\n")
