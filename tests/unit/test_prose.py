"""What of a file is prose."""

from __future__ import annotations

import time

import pytest

from factcheck.text.prose import blocks, comments, front_matter, prose
from factcheck.text.span import Text

DRAFT = """\
---
title: "On: strength"  # working title
published: 2018-01-12
tags:
  - army
---
# The **94** men #

Setext 12
=========

A [link 1](https://a.example/2018) and `code 5` <b>bold</b>&nbsp;5 * 3, 5*3, *em*. <!-- fc: a b -->
> quoted 7
> lines

1. item one
   goes on
2. [x] item *two*

| a 1 | b |
|-----|---|
| 2   | 4 |

```python
x = 94 <!-- fc: no -->
```

<!-- fc: off -->
<div>Inside 96 men</div>

[ref]: https://b.example/97
See [text][ref], ![alt 98](img99.png), note[^1], [the] unit, https://c.example/100, {x}.

<script>
var a = 102
</script>
"""


def markdown(content: str) -> Text:
    return Text("a.md", content)


def read(content: str, path: str = "a.md") -> str:
    return " ".join(prose(Text(path, content)).split())


def parts(text: Text, width: int) -> list[tuple[str, str]]:
    """Kind and first characters of every block."""
    quotes = ((block.kind.value, text.content[block.start : block.end]) for block in blocks(text))
    return [(kind, quote[:width].partition("\n")[0]) for kind, quote in quotes]


def test_a_draft_falls_into_its_blocks():
    assert parts(markdown(DRAFT), 12) == [
        ("front-matter", "---"),
        ("heading", "The **94** m"),
        ("heading", "Setext 12"),
        ("paragraph", "A [link 1](h"),
        ("blockquote", "quoted 7"),
        ("list-item", "item one"),
        ("list-item", "item *two"),
        ("table-row", "a 1 | b"),
        ("table-row", "2   | 4"),
        ("code", "```python"),
        ("comment", "<!-- fc: off"),
        ("html", "Inside 96 me"),
        ("paragraph", "See [text][r"),
        ("code", "<script>"),
    ]


def test_prose_has_the_length_and_the_lines_of_the_file():
    masked = prose(markdown(DRAFT))
    assert len(masked) == len(DRAFT)
    assert [len(line) for line in masked.splitlines()] == [len(line) for line in DRAFT.splitlines()]
    assert all(here in (" ", there) for here, there in zip(masked, DRAFT, strict=True))


def test_only_words_that_readers_see_are_prose():
    assert read(DRAFT) == (
        "The 94 men Setext 12 A link 1 and bold 5 * 3, 5*3, em . quoted 7 lines item one goes on item two "
        "a 1 b 2 4 Inside 96 men See text , alt 98 , note , [the] unit, , {x}."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[rose to 120]{fc=growth} then", "rose to 120 then"),
        ("[a [b](u) c](v(1)w)", "a b c"),
        ("a ``x ` 9`` b", "a b"),
        ("a `x b", "a `x b"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("&#8217;s &amp; &nosuch", "s &nosuch"),
        ("\\*not emphasis\\*", "*not emphasis *"),
        ("snake_case and _em_", "snake_case and em"),
        ("1992\\. It grew", "1992 . It grew"),
        ("1992. It grew", "1992. It grew"),
        ("a <!-- never closed", "a <!-- never closed"),
        ("<!-- never closed 5", ""),
        ("a <!-- x\ny --> b", "a b"),
        ("`<!--` 94 `-->`", "94"),
        ("    indented 5", ""),
        ("~~~\n5", ""),
        ("***\n\n- - -", ""),
        ("<https://a.example/5> https://b.example/6.", "."),
        ("[^1]: Note 5", "Note 5"),
        ("# Head {#id5}", "Head"),
        ("line  \nbreak\\\nend", "line break end"),
        ("\ufeff# Head", "Head"),
        ("> " * 100 + "deep 5", "deep 5"),
        ("- a\n\n  second 5", "a second 5"),
    ],
)
def test_mark_up_of_markdown_is_blank(content, words):
    assert read(content) == words


def test_plain_text_keeps_all_but_comments_and_addresses():
    content = "Head\n\nA *b* [c](d) <e> 5.\nStill. <!-- fc: x -->\n \nSee https://a.example/7, end"
    text = Text("a.txt", content)
    assert read(content, "a.txt") == "Head A *b* [c](d) <e> 5. Still. See , end"
    assert [quote for _, quote in parts(text, 5)] == ["Head", "A *b*", "See h"]
    assert comments(text)[0][2] == "fc: x"


def test_an_html_article_is_read_by_its_elements():
    content = (
        "<html><head><title>T 1</title><style>p {2}</style></head><body>\n\n      <h1>Head 3</h1>\n"
        "<p class='x4'>Two <b>men</b> &amp; <a href='u5'>six</a>.<!-- fc: <p> y --></p>"
        "<ul><li>one<li>two</ul>"
        "<script>var a=7</script><table><tr><td>8<td>9</table><blockquote>Ten</blockquote> end"
    )
    assert read(content, "a.html") == "T 1 Head 3 Two men six . one two 8 9 Ten end"
    found = parts(Text("a.html", content), 6)
    assert ("heading", "Head 3") in found
    assert [kind for kind, _ in found if kind != "code"] == [
        *("heading", "heading", "paragraph", "list-item", "list-item", "table-row", "blockquote"),
        "blockquote",
    ]
    assert [body for *_, body in comments(Text("a.html", content))] == ["fc: <p> y"]


def test_comments_stand_where_they_are_and_not_in_code():
    found = comments(markdown(DRAFT))
    assert [body for *_, body in found] == ["fc: a b", "fc: off"]
    assert all(
        DRAFT[start:end].startswith("<!--") and DRAFT[start:end].endswith("-->") for start, end, _ in found
    )


def test_front_matter_gives_values_with_their_places():
    found = front_matter(markdown(DRAFT))
    assert {key: value for key, (value, *_) in found.items()} == {
        "title": "On: strength",
        "published": "2018-01-12",
        "tags": "",
    }
    assert all(DRAFT[start:end] == value for value, start, end in found.values())


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("---\na: 'it''s'\n---\n", {"a": "it"}),
        ("---\r\na: x # y\r\nb: #\r\n...\r\nText", {"a": "x", "b": ""}),
        ("\ufeff---\na: x\n---", {"a": "x"}),
        ("---\na: 1\na: 2\n---", {"a": "1"}),
        ("---\nurl: https://a.example\n---", {"url": "https://a.example"}),
        ("---\na: x\n", {}),
        ("---\nA line of text.\n---\n", {}),
        ("a: x\n---\n", {}),
        ("", {}),
    ],
)
def test_only_simple_lines_between_dashes_are_front_matter(content, values):
    assert {key: value for key, (value, *_) in front_matter(Text("a.txt", content)).items()} == values


def test_a_text_between_two_rules_is_prose():
    assert read("---\nIt grew to 94.\n---\n") == "It grew to 94."


HARD = {
    "quotes on a line": "> " * 100_000 + "x",
    "quotes on lines": "> " * 25 + "x\n" + ("> " * 25 + "x\n") * 3_000,
    "no space": "a" * 1_000_000,
    "unclosed fence": "```\n" + "x\n" * 100_000,
    "unclosed comments": "a <!-- " * 100_000,
    "unclosed comment": "<!-- " * 200_000,
    "comments after a closed one": "<!-- a -->" + "<!-- " * 200_000,
    "dashes": "<!--" + "-" * 1_000_000,
    "brackets": "[" * 1_000_000,
    "links": "[a](" * 200_000,
    "nested links": "](()" * 200_000,
    "attributes": "]{" * 500_000,
    "backticks": "".join("`" * count + " " for count in range(1_400)),
    "tags": "<a " * 300_000,
    "stars": "*a " * 300_000,
    "entities": "&" * 1_000_000,
    "addresses": "http://" * 150_000,
    "dots of an address": "http://" + "." * 1_000_000,
    "front matter": "---\n" + "a: b\n" * 50_000,
    "hashes": "# " + " #" * 300_000 + " x",
    "bars": "|" * 500_000,
    "scripts": "<script>" * 100_000,
    "half scripts": "<script></style>" * 50_000,
    "blank lines": "\n" * 500_000,
}


@pytest.mark.parametrize("path", ["a.md", "a.txt", "a.html"])
@pytest.mark.parametrize("name", HARD)
def test_a_hard_text_is_read_in_time(name, path):
    content = HARD[name]
    begin = time.process_time()
    assert len(prose(Text(path, content))) == len(content)
    assert time.process_time() - begin < 60
