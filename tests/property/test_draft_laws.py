"""Laws of reading drafts: no text breaks it, spans are exact, order and strangers change nothing."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.diagnostic import Severity
from factcheck.ledger.loader import load
from factcheck.text.span import Text

ROOT = Path(__file__).parents[2]
NAMES = ("Azerbaijan", "Baku", "the contingent", "NATO", "Resolute Support", "Kosovo", "Georgia", "it", "its")
PARTS = (
    *NAMES,
    *("grew", "from", "to", "by", "served in", "joined", "since", "has", "first deployed", "not", "expected"),
    *("94", "120", "130", "16,000", "2002", "1994", "9 January 2018", "Friday, 9 January 2018", "38 percent"),
    *(
        "soldiers",
        "Afghanistan",
        "Partnership for Peace",
        "“",
        "”",
        '"',
        "?",
        ".",
        ",",
        ";",
        "\n",
        "\n\n",
        "# ",
        "- ",
    ),
    *(
        "> ",
        "| ",
        "```\n",
        "<!-- fc: pfp-1994 -->",
        "<!-- fc: nothing -->",
        "<!-- fc: opinion -->",
        "<!--",
        "-->",
    ),
    *("\ud800", "\u0000", "\ufeff", "\r", "\u2028", "---\n", "TK", "31 June 2018"),
)
DRAFTS = st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join) | st.text(max_size=200)
SENTENCES = (
    "Azerbaijan's contingent in Afghanistan grew from 90 to 120.",
    "On 9 January 2018 Baku raised its contingent in Afghanistan from 94 to 120.",
    "Azerbaijan joined the Partnership for Peace in 1995.",
    "Azerbaijani soldiers first deployed to Afghanistan in 2003. It was a beginning.",
    "Today 16,000 soldiers serve in Resolute Support.",
    "On Friday, 9 January 2018, the contingent grew.",
    "- Azerbaijan sent 70 soldiers to Afghanistan in the second week of January 2018.",
)
UNRELATED = (
    "The museum sold 900 tickets in 2019, twice as many as in 2018.",
    "Ms. Hale, 34, ran the bakery for 12 years; it closed in March 2020.",
    "# Weather\n\nRain fell on 14 days, 40 millimetres in all.",
    "> “Nobody came,” said the porter.",
)


@cache
def ledger():
    return api.load(ROOT)


def found(body, known=None):
    return api.check(known or ledger(), [Text("d.md", body)]).diagnostics


def told(body, known=None):
    return sorted((one.code, one.quote, one.message, one.fingerprint) for one in found(body, known))


@given(DRAFTS)
@settings(deadline=None, max_examples=50)
def test_any_text_is_read_and_every_span_holds_its_quote(body):
    text = Text("d.md", body)
    for one in found(body):
        if one.span.path == text.path:
            assert 0 <= one.span.start < one.span.end <= len(body)
            assert body[one.span.start : one.span.end] == one.quote
            assert one.span == text.span(one.span.start, one.span.end)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.data())
@settings(deadline=None, max_examples=50)
def test_an_unrelated_paragraph_changes_no_finding_of_the_others(paragraphs, data):
    alone = told("\n\n".join(paragraphs))
    other = data.draw(st.sampled_from(UNRELATED))
    at = data.draw(st.integers(0, len(paragraphs)))
    together = told("\n\n".join([*paragraphs[:at], other, *paragraphs[at:]]))
    beside = told(other)
    for one in beside:
        together.remove(one)
    assert together == alone


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.randoms())
@settings(deadline=None, max_examples=30)
def test_the_order_of_the_ledger_changes_nothing(paragraphs, random):
    known = ledger()

    def shuffled(entries):
        items = list(entries.items())
        random.shuffle(items)
        return dict(items)

    other = evolve(known, statements=shuffled(known.statements), claims=shuffled(known.claims))
    body = "\n\n".join(paragraphs)
    assert told(body) == told(body, other)


VOCABULARY = """
[entity]
mill   = { label = "Marsh Lane mill", aliases = ["the mill"] }
bakery = { label = "Hale's bakery", aliases = ["the bakery"] }

[property]
staff  = { type = "quantity", unit = "person", holds = "until-changed", cues = ["staff", "employ*"] }
opened = { type = "none", label = "opening", holds = "at-instant", once = true, cues = ["opened"] }
"""
ENTITIES = {"mill": "The mill", "bakery": "The bakery"}
FACTS = st.lists(
    st.tuples(st.sampled_from(sorted(ENTITIES)), st.integers(2, 900), st.integers(1900, 2020)),
    min_size=1,
    max_size=2,
    unique_by=lambda fact: fact[0],
)


def facts_ledger(facts):
    source = '[source]\nid = "s"\npublished = "2021-05-01"\n'
    for entity, staff, year in facts:
        source += f"""
[[statement]]
id = "{entity}-staff"
quote = "{staff} people"
says = {{ subject = "{entity}", property = "staff", value = {staff} }}
when = "2021"
[[statement]]
id = "{entity}-opened"
quote = "opened in {year}"
says = {{ subject = "{entity}", property = "opened" }}
when = "{year}"
"""
    return load([("claims/vocabulary.toml", VOCABULARY.encode()), ("sources/s.toml", source.encode())])


@given(FACTS)
@settings(deadline=None, max_examples=50)
def test_a_draft_of_what_the_ledger_says_is_silent_and_backed(facts):
    body = " ".join(
        f"{ENTITIES[entity]} opened in {year}. In 2021 {ENTITIES[entity].lower()} had a staff of {staff}."
        for entity, staff, year in facts
    )
    report = api.check(facts_ledger(facts), [Text("d.md", body)])
    assert report.diagnostics == ()
    assert report.coverage.backed == 2 * len(facts)


@given(FACTS, st.integers(1, 50))
@settings(deadline=None, max_examples=50)
def test_a_draft_of_anything_else_is_flagged_at_each_value(facts, off):
    body = " ".join(
        f"{ENTITIES[entity]} opened in {year + off}. "
        f"In 2021 {ENTITIES[entity].lower()} had a staff of {3000 + staff}."
        for entity, staff, year in facts
    )
    report = api.check(facts_ledger(facts), [Text("d.md", body)])
    loud = [one.quote for one in report.diagnostics if one.severity is not Severity.INFO]
    assert loud == [quote for _, staff, year in facts for quote in (str(year + off), str(3000 + staff))]


HOSTILE = {
    "quotation marks": lambda size: "“" * size + " Azerbaijan 120 " + "”" * size,
    "no space": lambda size: "a" * size,
    "digits": lambda size: "1" * size,
    "rows": lambda size: "| a | b |\n|---|---|\n" + "| Azerbaijan | 120 |\n" * (size // 20),
    "one row": lambda size: "| " + " | ".join(["Azerbaijan 120 soldiers"] * (size // 25)) + " |",
    "links": lambda size: "It grew. <!-- fc: pfp-1994 -->\n" * (size // 30),
    "names": lambda size: "Azerbaijan " * (size // 11),
    "sentences": lambda size: "Azerbaijan has 120 soldiers in Afghanistan. It is so.\n" * (size // 54),
    "a sentence": lambda size: "Azerbaijan has 120 soldiers in Afghanistan and " * (size // 47),
}


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in HOSTILE.items()])
def test_time_grows_with_the_text_and_no_faster(make):
    found("warm")

    def seconds(size):
        begin = time.process_time()
        found(make(size))
        return time.process_time() - begin

    small, large = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    assert large < 8 * 3 * max(small, 0.02)


def test_a_megabyte_without_a_space_is_read():
    assert found("a" * 1_000_000) == ()


def test_the_time_for_a_draft_does_not_grow_with_the_ledger():
    body = "\n\n".join(f"In 2020 Town {i} had a population of {1000 + i} people." for i in range(50))

    def seconds(size):
        vocabulary = "[entity]\n" + "".join(f't{i} = {{ label = "Town {i}" }}\n' for i in range(size))
        vocabulary += '[property.population]\ntype = "quantity"\nunit = "person"\nholds = "until-changed"\n'
        vocabulary += 'cues = ["population"]\n'
        source = '[source]\nid = "s"\npublished = "2020-01-01"\n' + "".join(
            f'[[statement]]\nid = "p{i}"\nquote = "{1000 + i} people"\n'
            f'says = {{ subject = "t{i}", property = "population", value = {1000 + i} }}\nwhen = "2020"\n'
            for i in range(size)
        )
        known = load([("claims/vocabulary.toml", vocabulary.encode()), ("sources/s.toml", source.encode())])
        begin = time.process_time()
        assert found(body, known) == ()
        return time.process_time() - begin

    # What remains is one pass over the ledger to index it.
    assert seconds(2_000) < 10 * max(seconds(200), 0.05)
