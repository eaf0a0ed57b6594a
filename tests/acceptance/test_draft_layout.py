"""Layout, context, comments and fixes of drafts against this project's own ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import api
from factcheck.diagnostic import Severity
from factcheck.text.span import Text

ROOT = Path(__file__).parents[2]
PUBLISHED = "2018-01-15"


@pytest.fixture(scope="module")
def ledger():
    return api.load(ROOT)


def check(ledger, body, published=PUBLISHED):
    text = Text("draft.md", f"---\ntitle: A draft\npublished: {published}\n---\n\n{body}\n")
    return text, api.check(ledger, [text])


def loud(report):
    return [found for found in report.diagnostics if found.severity is not Severity.INFO]


GRID = "| year | soldiers |\n|---|---|\n| 2009 | 90 |\n| 2018 | 130 |"
LAYOUTS = {
    "a heading": "# How Azerbaijan's contingent in Afghanistan rose to 120",
    "a headline in capitals": "# Azerbaijan Raises Its Contingent In Afghanistan To 120",
    "list items": "- Azerbaijan joined the Partnership for Peace in 1994\n- Georgia joined it in 1995",
    "a table": f"Azerbaijan's contingent in Afghanistan:\n\n{GRID}",
    "a caption": "![Azerbaijan's contingent in Afghanistan, 120 strong](photo-130.jpg)",
    "code": "```\nAzerbaijan's contingent in Afghanistan grew to 130.\n```",
    "a comment": "It grew. <!-- Azerbaijan's contingent in Afghanistan grew to 130. -->",
    "a link": "[Azerbaijan's contingent in Afghanistan](https://news.example/130-soldiers) is a small one.",
    "hard line ends": "Azerbaijan's contingent\nin Afghanistan grew from 94\nto 120 servicemen.",
    "two paragraphs": "Azerbaijan's contingent is small.\n\nThe museum has a staff of 130.",
    "a pronoun": "Azerbaijan has a contingent in Afghanistan. On 9 January 2018 it rose from 94 to 120.",
    "somebody else's pronoun": "Georgia has a contingent in Afghanistan, too. It rose from 850 to 870.",
    "a pronoun between two": (
        "Azerbaijan has a contingent in Afghanistan. Georgia has a larger one. It grew to 870 in 2018."
    ),
    "a budget": "Azerbaijan has a contingent in Afghanistan. Its budget rose by 38 percent in January 2018.",
    "another time": "Azerbaijan's contingent in Afghanistan is an old one. In 2009 it had 90 soldiers.",
    "a time carried on": "In 2009 Azerbaijan's contingent in Afghanistan grew. It reached 90 soldiers.",
    "a definite noun": (
        "Azerbaijan's contingent in Afghanistan is small.\n\nIn 2012 the contingent had 94 soldiers."
    ),
    "a long quotation": (
        "“The contingent is fine,” he said. “Azerbaijan's contingent in Afghanistan has 130 soldiers. "
        "Azerbaijan joined the Partnership for Peace in 1995.”"
    ),
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in LAYOUTS.items()])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_layout_and_context_make_no_noise(ledger, body, line_end):
    text = Text("draft.md", f"---\npublished: {PUBLISHED}\n---\n\n{body}\n".replace("\n", line_end))
    found = loud(api.check(ledger, [text]))
    assert [(one.quote, one.message) for one in found] == []


def test_front_matter_is_not_read_as_prose(ledger):
    text = Text("d.md", "---\ntitle: Azerbaijan's contingent in Afghanistan grew to 130\n---\n\nIt grew.\n")
    assert api.check(ledger, [text]).diagnostics == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_wrapped_sentence_is_flagged_whatever_the_line_ends(ledger, mark, line_end):
    body = f"{mark}Azerbaijan's contingent\nin Afghanistan grew from 94\nto 130 servicemen.\n"
    text = Text("d.md", body.replace("\n", line_end))
    (found,) = loud(api.check(ledger, [text]))
    assert text.quote(found.span) == found.quote == "130"
    assert found.span.line == 3


CONTEXTS = {
    "it": "Azerbaijan has a contingent in Afghanistan. On 9 January 2018 it rose from 94 to 130.",
    "the contingent": (
        "Azerbaijan's contingent in Afghanistan is small.\n\nOn 9 January 2018 the contingent rose to 130."
    ),
    "its staff": (
        "Azerbaijan has long served in Afghanistan. On 9 January 2018 it increased its staff there to 130."
    ),
    "a list item": "- On 9 January 2018, Azerbaijan's contingent in Afghanistan rose to 130",
    "a heading": "# Azerbaijan's contingent in Afghanistan rises to 130",
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in CONTEXTS.items()])
def test_a_false_figure_is_flagged_in_its_context(ledger, body):
    _, report = check(ledger, body)
    (found,) = loud(report)
    assert found.quote == "130"
    assert "120" in [place.quote for place in found.related]


def example(name):
    path = ROOT / "examples" / name
    return Text(path.name, path.read_text("utf-8"))


def test_the_true_example_is_backed_in_full(ledger):
    report = api.check(ledger, [example("contingent.md")])
    assert report.diagnostics == ()
    assert report.coverage.checkable == report.coverage.backed >= 18


def test_the_false_example_is_flagged_at_each_false_value_and_nowhere_else(ledger):
    text = example("contingent-wrong.md")
    found = loud(api.check(ledger, [text]))
    assert [(one.quote, [place.quote for place in one.related]) for one in found] == [
        ("130", ["120", "120"]),
        ("1995", ["1994", "1994"]),
        ("2003", ["2002-present", "November 20, 2002"]),
        ("Friday, 9 January 2018", []),
        ("90", ["94"]),
        ("38 percent", ["from 94 to 120 servicemen"]),
        ("16,000", ["16,000"]),
    ]
    assert all(text.quote(one.span) == one.quote for one in found)


LINKS = {
    "an unknown claim": ("It grew. <!-- fc: contingent-12 -->", ["FC417"], ["contingent-12"]),
    "two claims": ("It grew. <!-- fc: contingent-120, pfp-1994 -->", [], []),
    "one of two is unknown": ("It grew. <!-- fc: pfp pfp-1994 -->", ["FC417"], ["pfp"]),
    "ignore": ("It grew. <!-- fc: ignore[FC402] the desk knows -->", [], []),
    "off and on": ("<!-- fc: off -->\n\nIt grew.\n\n<!-- fc: on -->", [], []),
    "cq": ("It grew. <!-- fc: cq -->", [], []),
    "nothing": ("It grew. <!-- fc: -->", [], []),
    "another comment": ("It grew. <!-- facts: contingent-12 -->", [], []),
    "an opinion": ("Azerbaijan's contingent in Afghanistan grew to 130. <!-- fc: opinion -->", [], []),
    "a link decides": ("On 9 January 2018 it grew to 130. <!-- fc: contingent-120 -->", ["FC401"], ["130"]),
    "a link is of its own sentence": ("It grew to 130. It grew. <!-- fc: contingent-120 -->", [], []),
}


@pytest.mark.parametrize(
    ("body", "codes", "quotes"), [pytest.param(*case, id=name) for name, case in LINKS.items()]
)
def test_comments_link_sentences_to_claims(ledger, body, codes, quotes):
    _, report = check(ledger, body)
    assert [found.code for found in loud(report)] == codes
    assert [found.quote for found in loud(report)] == quotes


def test_an_opinion_is_not_checkable(ledger):
    _, report = check(ledger, "Azerbaijan's contingent in Afghanistan grew to 130. <!-- fc: opinion -->")
    assert report.coverage.checkable == 0


FIXES = {
    "a figure": ("Azerbaijan's contingent in Afghanistan grew from 90 to 120.", ["94"]),
    "a year": ("Azerbaijan joined the Partnership for Peace in 1995.", ["1994"]),
    "a month that is not known": ("Azerbaijan joined the Partnership for Peace in May 1995.", ["1994"]),
    "a day": (
        "Azerbaijani soldiers first deployed to Afghanistan on 20 November 2003.",
        ["2002", "20 November 2002"],
    ),
    "an American day": (
        "Azerbaijani soldiers first deployed to Afghanistan on November 20, 2003.",
        ["2002", "November 20, 2002"],
    ),
    "a weekday": (
        "It happened on Friday, 9 January 2018.",
        ["Tuesday, 9 January 2018", "Friday, 12 January 2018"],
    ),
    "a percentage": ("The Azerbaijani contingent grew by 38 percent in January 2018.", []),
}


@pytest.mark.parametrize(("body", "expected"), [pytest.param(*case, id=name) for name, case in FIXES.items()])
def test_a_fix_writes_what_the_sources_say_in_the_style_of_the_draft(ledger, body, expected):
    text, report = check(ledger, body)
    (found,) = loud(report)
    edits = [fix.edits for fix in found.fixes]
    assert [edit.replacement for (edit,) in edits] == expected
    assert all(text.quote(edit.span) == found.quote for (edit,) in edits)


@pytest.mark.parametrize(
    "body",
    [
        "In 1995, after joining the Partnership for Peace, Azerbaijan opened a mission in Brussels.",
        "Azerbaijan, a member of the Partnership for Peace, hosted an exercise in 1995.",
        "A year after it joined the Partnership for Peace, in 1995, Azerbaijan sent officers to Turkey.",
        "Having joined the Partnership for Peace, Azerbaijan bought new trucks in 1996.",
    ],
)
def test_an_aside_does_not_take_the_date_of_its_sentence(ledger, body):
    _, report = check(ledger, body)
    assert loud(report) == []


def test_a_sentence_keeps_its_date_beside_an_aside(ledger):
    _, report = check(ledger, "In 1995, after years of talks, Baku joined the Partnership for Peace.")
    assert [found.quote for found in loud(report)] == ["1995"]
