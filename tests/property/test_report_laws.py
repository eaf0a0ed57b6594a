"""Laws of the report formats: whatever the texts hold, every format says it safely and in full."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from factcheck.diagnostic import Coverage, Diagnostic, Edit, Fix, Place, Report, Severity
from factcheck.report import FORMATS, render
from factcheck.report.show import visible
from factcheck.text.span import Span, Text

DATA = Path(__file__).parents[1] / "data"
LINE = Draft202012Validator(json.loads((DATA / "diagnostic.schema.json").read_text()))
SARIF = Draft202012Validator(json.loads((DATA / "sarif-subset.schema.json").read_text()))

# Every code point, and often those that break terminals, lines and encoders.
NASTY = st.sampled_from(
    [*'\x1b\r\n\t\0\x07\x85\u2028\u202e\u2066\u200b\u200d\u0301\ufe0f中🚢|%:,[](){}\\"', "\ud83d", "\ude00"]
)
WORDS = st.text(st.one_of(NASTY, st.characters(exclude_categories=()), st.sampled_from("ab 19")), max_size=60)
PATHS = st.sampled_from(["a.txt", "b.md", "-/ü x.md", "gone.txt", "%,:.txt", "\udcff.txt"])


@st.composite
def reports(draw):
    """Reports whose spans point into their texts, beyond them, or into files that are not at hand."""
    texts = {path: Text(path, draw(WORDS)) for path in draw(st.lists(PATHS, unique=True, max_size=3))}

    def span():
        path = draw(PATHS)
        start, end = sorted((draw(st.integers(0, 70)), draw(st.integers(0, 70))))
        if path in texts:
            return texts[path].span(start, end)
        line, column = draw(st.integers(1, 10**6)), draw(st.integers(1, 10**6))
        return Span(path, start, end, line, column, line + end - start, column)

    def some(make, most=2):
        return tuple(make() for _ in range(draw(st.integers(0, most))))

    diagnostics = some(
        lambda: Diagnostic(
            code=draw(st.sampled_from(["FC201", "FC401"])),
            name=draw(WORDS),
            severity=draw(st.sampled_from(Severity)),
            message=draw(WORDS),
            span=span(),
            quote=draw(WORDS),
            related=some(lambda: Place(span(), draw(WORDS), draw(WORDS))),
            subjects=some(lambda: draw(WORDS)),
            fixes=some(lambda: Fix(draw(WORDS), some(lambda: Edit(span(), draw(WORDS))))),
            fingerprint=draw(WORDS),
        ),
        most=4,
    )
    coverage = draw(st.none() | st.builds(Coverage, *[st.integers(0, 50)] * 4))
    return Report(diagnostics, sources=draw(st.integers(0, 3)), coverage=coverage, texts=texts)


def healed(text):
    """A text with its surrogate pairs joined, as every JSON reader joins them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def place(span):
    return [healed(span.path), span.line, span.column, span.end_line, span.end_column]


@given(reports(), st.sampled_from(FORMATS), st.integers(0, 200), st.booleans(), st.booleans())
def test_every_format_says_everything_in_utf_8_and_ends_its_last_line(
    report, output_format, width, color, ascii_only
):
    rendered = render(report, output_format, width=width, color=color, ascii_only=ascii_only)
    assert rendered.encode().endswith(b"\n") or (output_format == "json" and not report.diagnostics)


@given(reports(), st.sampled_from(FORMATS))
def test_no_format_sends_a_character_that_a_terminal_obeys(report, output_format):
    rendered = render(report, output_format)
    assert visible(rendered.replace("\n", "")) == rendered.replace("\n", "")


@given(reports(), st.integers(40, 200))
def test_full_in_ascii_is_ascii(report, width):
    assert render(report, width=width, ascii_only=True).isascii()


@given(reports(), st.integers(40, 200), st.booleans())
def test_full_keeps_to_the_width(report, width, ascii_only):
    for line in render(report, width=width, ascii_only=ascii_only).splitlines():
        assert cell_len(line) <= width


@given(reports())
def test_json_lines_hold_the_values_of_the_report(report):
    lines = render(report, "json").split("\n")[:-1]
    assert len(lines) == len(report.diagnostics)
    for line, found in zip(lines, report.diagnostics, strict=True):
        record = json.loads(line)
        LINE.validate(record)
        keys = ("code", "name", "severity", "message", "quote", "subjects", "fingerprint")
        assert [record[key] for key in keys] == [
            found.code,
            healed(found.name),
            found.severity.value,
            healed(found.message),
            healed(found.quote),
            [healed(subject) for subject in found.subjects],
            healed(found.fingerprint),
        ]
        assert list(record.values())[5:10] == place(found.span)
        assert [[*related.values()] for related in record["related"]] == [
            [*place(it.span), healed(it.quote), healed(it.message)] for it in found.related
        ]
        choices = [] if record["fix"] is None else record["fix"]["choices"]
        assert [(it["label"], [[*edit.values()] for edit in it["edits"]]) for it in choices] == [
            (healed(fix.label), [[*place(edit.span), healed(edit.replacement)] for edit in fix.edits])
            for fix in found.fixes
        ]


@given(reports())
def test_sarif_is_what_github_takes(report):
    log = json.loads(render(report, "sarif"))
    SARIF.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[it["ruleIndex"]]["id"] for it in run["results"]] == [it.code for it in report.diagnostics]


@given(reports())
def test_concise_and_github_give_one_line_to_a_diagnostic_and_close_with_the_summary(report):
    closing = 1 if report.coverage is None else 2
    for output_format in ("concise", "github"):
        lines = render(report, output_format).split("\n")[:-1]
        assert len(lines) == len(report.diagnostics) + closing
