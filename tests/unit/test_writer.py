"""Edits of ledger files: only what is sealed changes, comments and alignment stay."""

from __future__ import annotations

from hashlib import sha256

import pytest

from factcheck.diagnostic import Edit
from factcheck.ledger.loader import load
from factcheck.ledger.positions import read_toml
from factcheck.ledger.writer import apply, seal
from factcheck.text.anchor import sentence_digest
from factcheck.text.span import Text

VOCABULARY = (
    b"[entity]\nbay = { label = 'Bay' }\n[property]\nferries = { type = 'quantity', unit = 'ferry' }\n"
)
TEXT = "Nine ferries cross the bay. Six ferries sailed at dawn.\n"
DIGEST = sha256(TEXT.encode()).hexdigest()
QUOTE = "Six ferries sailed"
START = TEXT.index(QUOTE)
SENTENCE = sentence_digest(TEXT, START, START + len(QUOTE))
SAYS = '{ subject = "bay", property = "ferries", value = 6 }'


def loaded(content, text=TEXT):
    files = [("v.toml", VOCABULARY), ("log.toml", content.encode()), ("texts/log.txt", text.encode())]
    return load(files)


def sealed(content, text=TEXT):
    ledger = loaded(content, text)
    assert not [problem for problem in ledger.problems if problem.rule in {"toml-syntax", "bad-value"}]
    written = seal(ledger, ["log.toml"]).get("log.toml", content)
    return written.replace(DIGEST, "DIGEST").replace(SENTENCE, "SENTENCE").replace(str(START), "START")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            f"""\
# The harbour log.
[source]
id        = "log"   # its name
published = "2020-01-01"

[[statement]]
id    = "dawn"
quote = "{QUOTE}" # at dawn
says  = {SAYS}
""",
            f"""\
# The harbour log.
[source]
id        = "log"   # its name
sha256    = "DIGEST"
published = "2020-01-01"

[[statement]]
id    = "dawn"
quote = "{QUOTE}" # at dawn
start = START
sentence = "SENTENCE"
says  = {SAYS}
""",
            id="tables",
        ),
        pytest.param(
            f'source = {{ id = "log" }} # inline\n\n[[statement]]\nid="dawn"\nquote="{QUOTE}"\nsays={SAYS}',
            f'source = {{ id = "log", sha256 = "DIGEST" }} # inline\n\n[[statement]]\nid="dawn"\n'
            f'quote="{QUOTE}"\nstart = START\nsentence = "SENTENCE"\nsays={SAYS}',
            id="inline source",
        ),
        pytest.param(
            f'source.id = "log"\nstatement = [\n'
            f'  {{ id = "dawn", quote = "{QUOTE}", says = {SAYS} }}, # one\n]\n',
            'source.id = "log"\nsource.sha256 = "DIGEST"\nstatement = [\n'
            f'  {{ id = "dawn", quote = "{QUOTE}", start = START, sentence = "SENTENCE", '
            f"says = {SAYS} }}, # one\n]\n",
            id="dotted source, inline statements",
        ),
        pytest.param(
            f"[source]\nid = 'log'\n"
            f"  [[statement]]\n  id = 'dawn'\n  says = {SAYS}\n  quote = '''\n{QUOTE}'''",
            f"[source]\nid = 'log'\nsha256 = \"DIGEST\"\n  [[statement]]\n  id = 'dawn'\n  says = {SAYS}\n"
            f"  quote = '''\n{QUOTE}'''\n  start = START\n  sentence = \"SENTENCE\"",
            id="text over several lines at the end",
        ),
        pytest.param(
            f"""\
[source]
sha256 = "00000000" # old
id     = "log"
[[statement]]
start  = 3 # wrong
quote  = "{QUOTE}"
sentence = "000000000000"
id = "dawn"
says   = {SAYS}
""",
            f"""\
[source]
sha256 = "DIGEST" # old
id     = "log"
[[statement]]
start  = START # wrong
quote  = "{QUOTE}"
sentence = "SENTENCE"
id = "dawn"
says   = {SAYS}
""",
            id="old values in place",
        ),
    ],
)
@pytest.mark.parametrize("lead", ["", "\ufeff"], ids=["", "byte order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["", "windows"])
def test_sealing_adds_what_is_missing_and_keeps_the_rest(before, after, lead, line_end):
    before, after = (lead + content.replace("\n", line_end) for content in (before, after))
    assert sealed(before) == after
    ledger = loaded(seal(loaded(before), ["log.toml"])["log.toml"])
    assert ledger.problems == ()
    assert seal(ledger, ["log.toml"]) == {}


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Six", "Seven"),
        TEXT.replace("sailed", "never sailed"),
        TEXT.replace("ferries sailed", "old ferries sailed"),
        TEXT + TEXT,
        "Nothing.",
    ],
)
def test_a_quotation_that_was_not_found_is_not_sealed(text):
    content = f'[source]\nid = "log"\n[[statement]]\nid = "dawn"\nquote = "{QUOTE}"\nsays = {SAYS}\n'
    written = seal(loaded(content, text), ["log.toml"])["log.toml"]
    assert "start" not in written
    assert "sentence" not in written


def test_a_source_without_its_text_is_not_sealed():
    content = f'[source]\nid = "other"\n[[statement]]\nid = "dawn"\nquote = "{QUOTE}"\nsays = {SAYS}\n'
    assert seal(loaded(content), ["log.toml"]) == {}


@pytest.mark.parametrize(
    "content",
    ["", "source = 3", "[[source]]", "[source]", "statement = 3", '[source]\nid = "log"\nstatement = 3',
     "x = [", 'source = { id = "log" }\nstatement = [3]', 'source = { id = "log" }\nstatement = [{ id = 3 }]',
     'source = { id = 3 }', '[source]\nid = "log"\nid = "log"'],
)  # fmt: skip
def test_sealing_a_file_with_mistakes_does_no_harm(content):
    written = seal(loaded(content), ["log.toml"]).get("log.toml", content)
    assert read_toml(Text("log.toml", written)).error is None or written == content


def test_of_two_statements_with_one_id_only_the_first_is_sealed():
    one = f'[[statement]]\nid = "dawn"\nquote = "{QUOTE}"\nsays = {SAYS}\n'
    written = sealed(f'[source]\nid = "log"\n{one}{one.replace(QUOTE, "Nine ferries")}')
    assert written.count("SENTENCE") == 1


def test_edits_that_touch_are_applied_in_order():
    text = Text("a.toml", "abcdef")
    edits = [Edit(text.span(4, 6), "Z"), Edit(text.span(0, 2), "X"), Edit(text.span(2, 2), "Y")]
    assert apply(text, edits) == "XYcdZ"
    assert apply(text, []) == "abcdef"
