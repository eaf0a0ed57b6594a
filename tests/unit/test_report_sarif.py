"""SARIF as GitHub takes it."""

import json

import pytest
from attrs import frozen

from factcheck.diagnostic import Diagnostic, Edit, Fix, Place, Report, Severity
from factcheck.report.sarif import render
from factcheck.text.span import Span

HERE = Span("draft.md", 5, 9, 2, 3, 2, 7)


@frozen
class Rule:
    code: str
    name: str = "a-rule"
    summary: str = "A summary."
    explanation: str = "A summary.\n\nAnd *more*."
    severity: Severity = Severity.WARNING


def diagnostic(code="FC201", message="94 is not 120", span=HERE, **others):
    return Diagnostic(code, "conflicting-values", Severity.ERROR, message, span, "q", **others)


def run(*found, rules=()):
    return json.loads(render(Report(found), rules))["runs"][0]


def test_the_catalogue_is_sorted_and_results_point_into_it():
    shown = run(diagnostic("FC401"), diagnostic("FC102"), rules=(Rule("FC401"), Rule("FC101"), Rule("FC102")))
    assert [rule["id"] for rule in shown["tool"]["driver"]["rules"]] == ["FC101", "FC102", "FC401"]
    assert [result["ruleIndex"] for result in shown["results"]] == [2, 1]


def test_a_code_without_a_rule_is_listed_by_its_name():
    (rule,) = run(diagnostic())["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("FC201", "ConflictingValues")
    assert rule["shortDescription"] == {"text": "conflicting-values"}


def test_the_full_description_is_the_first_paragraph_and_fits_githubs_limit():
    short, long = run(rules=(Rule("FC101"), Rule("FC102", explanation="x" * 5000)))["tool"]["driver"]["rules"]
    assert short["fullDescription"]["text"] == "A summary."
    assert short["help"]["markdown"] == "A summary.\n\nAnd *more*."
    assert len(long["fullDescription"]["text"]) == 1024


def test_related_locations_are_numbered_and_linked_from_the_message():
    (result,) = run(diagnostic(related=(Place(HERE, "q", "here"), Place(HERE, "q", "and here"))))["results"]
    assert [location["id"] for location in result["relatedLocations"]] == [1, 2]
    assert result["message"]["text"] == "94 is not 120 See [draft.md:2:3](1), [draft.md:2:3](2)."


def test_words_from_a_text_cannot_make_a_link():
    (result,) = run(diagnostic(message="see [here](https://example.org)"))["results"]
    assert result["message"]["text"] == r"see \[here\](https://example.org)"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/über uns#1.md", "drafts/%C3%BCber%20uns%231.md"),
        ("a:b/c.md", "a%3Ab/c.md"),
        ("/news/a b.md", "file:///news/a%20b.md"),
        ("50%.md", "50%25.md"),
        ("", "."),
    ],
)
def test_a_path_becomes_a_uri(path, uri):
    (result,) = run(diagnostic(span=Span(path, 0, 1, 1, 1, 1, 2)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_the_edits_of_a_fix_are_gathered_by_file():
    there = Span("other.md", 0, 2, 1, 1, 1, 3)
    edits = (Edit(HERE, "120"), Edit(there, "94"), Edit(HERE, "!"))
    (result,) = run(diagnostic(fixes=(Fix("put right", edits),)))["results"]
    changes = result["fixes"][0]["artifactChanges"]
    assert [change["artifactLocation"]["uri"] for change in changes] == ["draft.md", "other.md"]
    assert [it["insertedContent"]["text"] for it in changes[0]["replacements"]] == ["120", "!"]


def test_advice_without_edits_is_no_fix():
    (result,) = run(diagnostic(fixes=(Fix("ask the desk", ()),)))["results"]
    assert "fixes" not in result


def test_the_fingerprint_stands_under_our_own_key():
    (result,) = run(diagnostic(fingerprint="a77206e85ab7ed73"))["results"]
    assert result["partialFingerprints"] == {"factcheck/v1": "a77206e85ab7ed73"}
