"""FC4: what the messages say, what they point at, and what their fixes write."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from factcheck import api
from factcheck.diagnostic import Severity
from factcheck.ledger.loader import load
from factcheck.report.json import render
from factcheck.text.span import Text


def ledger(**changed):
    root = files("factcheck.rules") / "example"
    held = {
        f"{folder.name}/{file.name}": file.read_bytes()
        for folder in root.iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
    }
    sources = {f"sources/{name}.toml": content.encode() for name, content in changed.items()}
    return load((held | {"claims/fire.toml": b"# none"} | sources).items())


def source(name, figure, words=None):
    return f"""
[source]
id        = "{name}"
published = "2024-05-03"

[[statement]]
id    = "crew"
quote = "{words or figure} firefighters were called out"
says  = {{ subject = "fire", property = "crew", value = {figure} }}
when  = "2024-05-01"
"""


def loud(known, body):
    text = Text("drafts/fire.md", f"---\npublished: 2024-05-04\n---\n\n{body}\n")
    report = api.check(known, [text])
    return text, [one for one in report.diagnostics if one.severity is not Severity.INFO]


SENTENCE = "At the Marsh Lane fire of 1 May 2024 there were {} firefighters."


def test_a_contradiction_names_both_values_their_places_the_difference_and_the_next_step():
    _, (found,) = loud(ledger(), SENTENCE.format(42))
    assert found.message == (
        "Marsh Lane fire, crew: “42” contradicts “a crew of 24 fought the blaze” (gazette) and herald; "
        "42 firefighters is not 24, 18 more; take the source's words, or find out which is right"
    )
    assert [place.quote for place in found.related] == ["24", "24"]
    assert found.related[0].message == "gazette says 24, 1 May 2024"


def test_sources_that_say_the_same_give_one_fix():
    text, (found,) = loud(ledger(), SENTENCE.format(42))
    (fix,) = found.fixes
    assert fix.label == "write 24, as gazette and herald say"
    assert [(text.quote(edit.span), edit.replacement) for edit in fix.edits] == [("42", "24")]


def test_sources_that_differ_give_a_fix_each():
    known = ledger(gazette=source("gazette", 24), herald=source("herald", 1200))
    _, (found,) = loud(known, SENTENCE.format(42))
    assert [fix.label for fix in found.fixes] == ["write 24, as gazette says", "write 1,200, as herald says"]


def test_a_hedged_figure_is_no_fix():
    hedged = {name: source(name, '"> 20"', "more than 20") for name in ("gazette", "herald")}
    known = ledger(**hedged)
    _, (found,) = loud(known, SENTENCE.format(12))
    assert found.code == "FC401"
    assert found.fixes == ()


def test_a_draft_that_follows_one_of_two_sources_is_told_so():
    known = ledger(gazette=source("gazette", 24), herald=source("herald", 42))
    _, (found,) = loud(known, SENTENCE.format(24))
    assert found.code == "FC416"
    assert [place.quote for place in found.related] == ["42", "24"]


def test_a_weekday_has_two_ways_out():
    text, (found,) = loud(ledger(), "The mill opens again on Friday, 9 January 2018.")
    fixed = [text.content.replace(found.quote, edit.replacement) for fix in found.fixes for edit in fix.edits]
    assert len(fixed) == 2
    for content in fixed:
        report = api.check(ledger(), [Text("drafts/fire.md", content)])
        assert [one for one in report.diagnostics if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("figure", ["42", "forty-two"])
def test_a_draft_with_its_fix_applied_is_clean(figure):
    text, (found,) = loud(ledger(), SENTENCE.format(figure))
    ((edit,),) = [fix.edits for fix in found.fixes]
    content = text.content[: edit.span.start] + edit.replacement + text.content[edit.span.end :]
    report = api.check(ledger(), [Text(text.path, content)])
    assert report.diagnostics == ()


def test_json_shows_the_fixes():
    text, (found,) = loud(ledger(), SENTENCE.format(42))
    report = api.check(ledger(), [text])
    line = next(line for line in render(report).splitlines() if found.code in line)
    assert "write 24, as gazette and herald say" in json.dumps(json.loads(line)["fix"])


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("has room for 420 passengers", True),
        ("has a capacity of 420", True),
        ("could hold 420 passengers", False),
    ],
)
def test_what_may_be_is_asserted_where_a_property_is_of_what_may_be(words, is_so):
    known = load(
        {
            "claims/v.toml": b"""
[entity]
solvik = { label = "MV Solvik" }
[property.capacity]
type  = "quantity"
unit  = "person"
holds = "timeless"
cues  = ["room for", "capacity", "hold*"]
""",
            "sources/gazette.toml": b"""
[source]
id        = "gazette"
published = "2024-05-03"
[[statement]]
id    = "capacity"
quote = "carries 240 passengers"
says  = { subject = "solvik", property = "capacity", value = 240 }
""",
        }.items()
    )
    _, found = loud(known, f"The MV Solvik {words}.")
    assert [(one.code, one.quote) for one in found] == [("FC401", "420")] * is_so
