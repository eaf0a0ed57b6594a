"""Where the keys and values of a TOML file stand."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from factcheck.ledger.positions import TomlFile, read_toml
from factcheck.text.span import Text

LEDGER = """\
# fc: ignore[FC211] whole file
[source]
id = "gazette"   # the id

[[statement]]
id    = "strength"
says  = { subject = "unit", property = "strength", from = 94, to = 120 }
tags  = [
  "one",  # first
  "two",
]

[[statement]]
id = "second"
when."as of" = 2018-01-12 10:00:00
"""


def read(content: str) -> TomlFile:
    return read_toml(Text("a.toml", content))


def place(file: TomlFile, *path: str | int) -> tuple[str, str]:
    span = file.span(path)
    return str(span), file.text.quote(span)


def test_a_value_in_an_inline_table_of_an_array_of_tables_has_its_place():
    assert place(read(LEDGER), "statement", 0, "says", "from") == ("a.toml:7:59", "94")


@pytest.mark.parametrize(
    ("path", "quote"),
    [
        (("source",), "[source]"),
        (("source", "id"), '"gazette"'),
        (("statement",), "[[statement]]"),
        (("statement", 1), "[[statement]]"),
        (("statement", 1, "id"), '"second"'),
        (("statement", 0, "tags", 1), '"two"'),
        (("statement", 1, "when"), "when"),
        (("statement", 1, "when", "as of"), "2018-01-12 10:00:00"),
        (("statement", 0, "says"), '{ subject = "unit", property = "strength", from = 94, to = 120 }'),
    ],
)
def test_every_kind_of_path_has_its_place(path, quote):
    assert place(read(LEDGER), *path)[1] == quote


def test_a_missing_key_points_at_the_header_of_its_table():
    assert place(read(LEDGER), "statement", 1, "says") == ("a.toml:13:1", "[[statement]]")


def test_a_missing_key_of_an_inline_table_points_at_the_inline_table():
    assert place(read(LEDGER), "statement", 0, "says", "value")[0] == "a.toml:7:9"


def test_a_path_into_nothing_points_at_the_start_of_the_file():
    assert place(read(LEDGER), "nothing", 3) == ("a.toml:1:1", "")


def test_an_unknown_key_points_at_the_key():
    file = read(LEDGER)
    assert file.text.quote(file.key_span(("statement", 1, "when", "as of"))) == '"as of"'
    assert file.text.quote(file.key_span(("statement", 0, "says", "to"))) == "to"


def test_a_header_of_several_parts_gives_each_part_its_place():
    file = read("[property.strength]\ntype = 1\n[property . 'served-in']\n")
    assert place(file, "property", "served-in") == ("a.toml:3:1", "[property . 'served-in']")
    assert place(file, "property") == ("a.toml:1:2", "property")
    assert file.text.quote(file.key_span(("property", "served-in"))) == "'served-in'"


def test_a_table_below_an_array_of_tables_belongs_to_its_last_element():
    file = read("[[a]]\n[[a]]\n[a.b]\nc = 1\n[[a.d]]\n[[a.d]]\ne = 2\n")
    assert place(file, "a", 1, "b", "c") == ("a.toml:4:5", "1")
    assert place(file, "a", 1, "d", 1, "e") == ("a.toml:7:5", "2")


def test_comments_are_found_by_line_and_not_inside_texts():
    file = read('a = "# no"  # yes\nb = [ # one\n 1]\n#alone\r\nc = """\n# no\n"""')
    assert {line: comment.words for line, comment in file.comments.items()} == {
        1: "yes",
        2: "one",
        4: "alone",
    }
    assert file.text.quote(file.comments[4].span) == "#alone"


def test_figures_are_exact():
    assert read("a = 0.1").data["a"] == Decimal("0.1")


@pytest.mark.parametrize(
    ("source", "part", "quote"),
    [
        ('a = "one two"', "two", "two"),
        ("a = 'one \\ two'", "\\ two", "\\ two"),
        (r'a = "caf\u00e9 \"noir\""', 'é "noir', r"\u00e9 \"noir"),
        (r'a = "x\U0001F600y"', "y", "y"),
        ('a = """\none\ntwo"""', "two", "two"),
        ('a = """one \\\n   two"""', "two", "two"),
        ('a = """one \\\n   two"""', "one ", "one "),
        ('a = """one\r\ntwo"""', "e\nt", "e\r\nt"),
        ("a = '''\r\none\r\ntwo'''", "two", "two"),
        ('a = """say "yes"""""', 'yes"', 'yes"'),
        ('a = """\\\r\n  \r\n  one"""', "one", "one"),
    ],
)
def test_a_part_of_a_text_is_found_through_escapes_and_line_ends(source, part, quote):
    file = read(source)
    assert file.error is None
    start = file.data["a"].index(part)
    assert file.text.quote(file.string_span(("a",), start, start + len(part))) == quote


def test_an_empty_part_of_a_text_is_a_point():
    file = read('a = "\\n\\nxy"')
    span = file.string_span(("a",), 3, 3)
    assert (span.start, span.end) == (10, 10)


def test_a_part_of_what_is_no_text_is_the_whole_value():
    assert read("a = 94").string_span(("a",), 0, 1) == read("a = 94").span(("a",))


def test_a_byte_order_mark_takes_no_column():
    file = read('\ufeffa = "x"\nb = 2')
    assert file.data == {"a": "x", "b": 2}
    assert (place(file, "a"), place(file, "b")) == (("a.toml:1:5", '"x"'), ("a.toml:2:5", "2"))


def test_windows_line_ends_count_once():
    file = read("a = 1\r\nb = 2\r\nc = \r\n")
    assert file.error is not None
    assert str(file.error[1]) == "a.toml:3:5"
    assert place(file, "b") == ("a.toml:2:5", "2")


@pytest.mark.parametrize(
    ("content", "where", "words"),
    [
        ('a = "he said "no" to it"', "1:15", "a quotation mark inside a quote: use '…' or '''…''' around it"),
        ("a = 'it's'", "1:9", 'a quotation mark inside a quote: use "…" around it'),
        ("a = 1\na = 2", "2:1", "a key is given once in its table"),
        ("[a]\n[a]", "2:1", "a table has one [header]"),
        ('a = """b\nc', "1:5", 'this text never ends; close it with """'),
        ("a = 'b", "1:5", "this text never ends; close it with '"),
        ('a = "b\nc"', "1:7", 'a text over several lines needs """…""" around it'),
        ('a = "\\q"', "1:6", "write \\\\ for a backslash"),
        ('a = "x\\\n"', "1:7", "write"),
        ("a = ", "1:5", "a value is missing"),
        ("a = yes", "1:5", "a text needs quotation marks"),
        ("a = True", "1:5", "write true"),
        ("a = “b”", "1:5", "curly quotation marks do not open a text"),
        ("a = 13,000", "1:5", "a figure has no commas: 13000"),
        ("a = 2018-1-12", "1:5", "put a date in quotation marks"),
        ("a = 2018-02", "1:5", "put a date in quotation marks"),
        ("\ufeffa = yes", "1:5", "a text needs quotation marks"),
        ('a = "x\x00"', "1:7", "illegal character '\\x00'"),
        ("a = 1\rb = 2", "1:6", "expected newline"),
        ("a = " + "1" * 5000, "1:5", "a figure has at most 300 characters"),
        ("a = 0x" + "f" * 5000, "1:5", "a figure has at most 300 characters"),
        ("a = 1e99999999999999999999", "1:5", "the exponent of a figure is at most 999"),
        ("a = -1e1000", "1:5", "the exponent of a figure is at most 999"),
        ("a = " + "[" * 100_000, "1:105", "brackets nest at most 100 deep"),
        ("a = " + "{b=" * 100_000, "1:305", "brackets nest at most 100 deep"),
        (".".join("a" * 100_000) + " = 1", "1:129", "a key has at most 64 parts"),
    ],
)
def test_a_syntax_error_says_where_and_what_to_do(content, where, words):
    file = read(content)
    assert file.error is not None
    message, span = file.error
    assert words in message
    assert f"{span.line}:{span.column}" == where
    assert file.data == {}


def test_what_stands_before_a_syntax_error_keeps_its_place():
    file = read("a = 1 # one\nb = yes\n")
    assert place(file, "a") == ("a.toml:1:5", "1")
    assert file.comments[1].words == "one"


def test_a_lone_surrogate_and_a_deep_but_lawful_nesting_are_read():
    assert read('a = "\ud800"').data == {"a": "\ud800"}
    assert read("a = " + "[" * 100 + "]" * 100).error is None


@pytest.mark.parametrize(
    "content",
    [
        'a = "' + "x" * 5_000_000 + '"',
        'a = "' + "x" * 5_000_000,
        'a = """' + 'x"' * 2_500_000,
        "a = '''" + "x'" * 2_500_000,
        " " * 5_000_000,
        "#" * 5_000_000,
        "a" * 5_000_000,
        "a = " + "[" * 5_000_000,
        '"' * 5_000_000,
    ],
    ids=lambda content: content[:12],
)
def test_five_megabytes_on_one_line_are_read_in_time(content):
    begin = time.process_time()
    read(content)
    assert time.process_time() - begin < 60
