"""Quotations against texts: exact, folded, drifted, altered, ambiguous, lost, moved."""

from __future__ import annotations

import time
from hashlib import sha256

import pytest

from factcheck.ledger.excerpts import prove
from factcheck.ledger.loader import load
from factcheck.text.anchor import AnchorKind, sentence_digest

VOCABULARY = b"""\
[entity]
bridge = { label = "Harrow bridge" }

[property]
length = { type = "quantity", unit = "metre" }
"""
TEXT = "The council met on Monday. After the repair the Harrow bridge was 340 metres long. No one objected.\n"
QUOTE = "the Harrow bridge was 340 metres long"


def source(quote=f'"{QUOTE}"', **keys):
    head = {key: keys.pop(key) for key in ("sha256",) if key in keys}
    lines = ["[source]", 'id = "echo"', *(f'{key} = "{value}"' for key, value in head.items())]
    lines += ["[[statement]]", 'id = "length"', f"quote = {quote}"]
    lines += [f"{key} = {value}" for key, value in keys.items()]
    lines += ['says = { subject = "bridge", property = "length", value = 340 }', ""]
    return "\n".join(lines).encode()


def proven(text=TEXT, **keys):
    files = [("claims/v.toml", VOCABULARY), ("sources/echo.toml", source(**keys))]
    return load([*files, ("texts/echo.txt", text.encode())])


def only(ledger):
    assert len(ledger.problems) == 1, ledger.problems
    return ledger.problems[0]


def test_without_a_text_nothing_is_looked_for():
    ledger = load([("claims/v.toml", VOCABULARY), ("sources/echo.toml", source(sha256="0" * 64))])
    assert ledger.problems == ()
    assert prove(ledger).kinds == {}
    assert ledger.statements["echo#length"].passage is None


def test_an_exact_quotation_knows_its_passage():
    ledger = proven()
    passage = ledger.statements["echo#length"].passage
    assert ledger.problems == ()
    assert TEXT[passage.start : passage.end] == QUOTE
    assert str(passage) == "texts/echo.txt:1:45"
    assert prove(ledger).kinds == {"echo#length": AnchorKind.EXACT}


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Harrow bridge", "Harrow\nbridge"),
        TEXT.replace("Harrow bridge", "Harrow\r\n  bridge"),
        TEXT.replace("340 metres", "340\u00a0metres"),
        TEXT.replace("Harrow", "Har\u00adrow"),
    ],
    ids=ascii,
)
def test_a_folded_quotation_holds(text):
    ledger = proven(text)
    passage = ledger.statements["echo#length"].passage
    assert ledger.problems == ()
    assert prove(ledger).kinds == {"echo#length": AnchorKind.FOLDED}
    assert text[passage.start : passage.end].startswith("the Har")


def test_a_drifted_quotation_shows_the_words_of_today_and_offers_them():
    problem = only(proven(TEXT.replace("the Harrow bridge was", "the old Harrow bridge was")))
    assert (problem.rule, str(problem.span), problem.quote) == (
        "quote-drifted",
        "sources/echo.toml:5:10",
        QUOTE,
    )
    assert [place.quote for place in problem.related] == ["the old Harrow bridge was 340 metres long"]
    (edit,) = problem.fixes[0].edits
    assert edit.replacement == '"the old Harrow bridge was 340 metres long"'
    assert edit.span.end - edit.span.start == len(QUOTE) + 2


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("340", "430", "340 became 430"),
        ("340", "3,400", "3,400"),
        ("340 metres", "340 miles", "miles"),
        ("was 340", "was not 340", "not"),
        ("was 340", "was never 340", "never"),
        ("was 340", "was nearly 340", "nearly"),
        ("Harrow", "Barrow", "Barrow"),
        ("the Harrow bridge was 340 metres long", "the Harrow bridge wasn't 340 metres long", ""),
    ],
)
def test_an_altered_quotation_is_never_taken_for_the_old_one(old, new, change):
    ledger = proven(TEXT.replace(old, new))
    problem = only(ledger)
    assert problem.rule == "quote-altered"
    assert change in problem.message
    assert not problem.fixes
    assert ledger.statements["echo#length"].passage is None
    assert problem.related[0].quote in TEXT.replace(old, new)


def test_a_quotation_that_stands_twice_is_ambiguous_and_a_prefix_decides():
    twice = f"At first {QUOTE}. In the end {QUOTE}."
    problem = only(proven(twice))
    assert problem.rule == "quote-ambiguous"
    assert [str(place.span) for place in problem.related] == ["texts/echo.txt:1:10", "texts/echo.txt:1:60"]
    assert "twice" in problem.message
    ledger = proven(twice, prefix='"In the end "')
    assert ledger.problems == ()
    assert ledger.statements["echo#length"].passage.start == 59


def test_a_lost_quotation_is_told():
    problem = only(proven("The museum opens in spring."))
    assert (problem.rule, problem.related) == ("quote-lost", ())
    assert "nothing in it comes near" in problem.message


def test_a_lost_quotation_shows_a_passage_only_where_one_comes_near():
    near = only(proven("In 1960 the Harrow bridge closed for good."))
    assert (near.rule, near.related[0].quote) == ("quote-lost", "the Harrow bridge")


def test_an_empty_text_loses_every_quotation():
    assert only(proven("")).rule == "quote-lost"


@pytest.mark.parametrize("length", [8, 16, 64])
def test_a_digest_or_its_beginning_proves_the_text(length):
    assert proven(sha256=sha256(TEXT.encode()).hexdigest()[:length]).problems == ()


def test_another_digest_is_told_at_its_key_and_quotations_are_still_looked_for():
    ledger = proven(sha256="0" * 64)
    problem = only(ledger)
    assert (problem.rule, str(problem.span)) == ("source-changed", "sources/echo.toml:3:10")
    assert ledger.statements["echo#length"].passage is not None


def test_a_sentence_that_changed_around_the_words_is_told():
    start = TEXT.index(QUOTE)
    digest = sentence_digest(TEXT, start, start + len(QUOTE))
    assert proven(sentence=f'"{digest}"').problems == ()
    assert proven("New. " + TEXT, sentence=f'"{digest}"').problems == ()
    changed = TEXT.replace("After the repair", "Nobody believes that after the repair")
    problem = only(proven(changed, sentence=f'"{digest}"'))
    assert problem.rule == "sentence-changed"
    assert problem.related[0].quote.startswith("Nobody believes")


def test_an_offset_is_checked_while_the_text_is_the_one_that_was_read():
    start = TEXT.index(QUOTE)
    assert proven(start=start).problems == ()
    problem = only(proven(start=3))
    assert problem.rule == "excerpt-misplaced"
    assert f"at character {start}, not at 3" in problem.message
    assert [each.rule for each in proven(start=3, sha256="0" * 64).problems] == ["source-changed"]
    assert only(proven(start=10**15)).rule == "excerpt-misplaced"


@pytest.mark.parametrize(
    "written",
    [
        r'"the Harrow bridge was \u0033\u00340 metres long"',
        '"""\nthe Harrow \\\n   bridge was 340 metres long"""',
    ],
)
def test_the_place_of_a_quotation_with_escapes_is_the_words_as_the_file_writes_them(written):
    ledger = proven("Nothing.", quote=written)
    problem = only(ledger)
    assert problem.quote == ledger.texts["sources/echo.toml"].quote(problem.span)
    assert problem.quote.startswith("the Harrow")
    assert problem.quote.endswith("long")


def test_a_text_belongs_to_the_source_of_its_name():
    ledger = load(
        [
            ("s/echo.toml", source()),
            ("claims/v.toml", VOCABULARY),
            ("t/other.md", b"x"),
            ("t/echo.md", TEXT.encode()),
        ]
    )
    assert ledger.source_texts == {"echo": "t/echo.md"}
    assert ledger.articles == ("t/other.md",)


def test_time_is_linear_in_the_quotations_of_a_text():
    def seconds(count):
        text = "".join(f"On day {i} the ferry carried {i + 40} guests. " for i in range(count))
        one = (
            '[[statement]]\nid = "s{0}"\nquote = "On day {0} the ferry"\n'
            'says = {{ subject = "bridge", property = "length", value = 1 }}\n'
        )
        content = '[source]\nid = "echo"\n' + "".join(one.format(i) for i in range(count))
        files = [
            ("claims/v.toml", VOCABULARY),
            ("sources/echo.toml", content.encode()),
            ("t/echo.txt", text.encode()),
        ]
        started = time.process_time()
        assert load(files).problems == ()
        return time.process_time() - started

    seconds(50)
    assert seconds(2_000) < 40 * seconds(500)
