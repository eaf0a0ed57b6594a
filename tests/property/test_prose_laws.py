"""Laws of prose: any text is read, at its own length, block after block."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.prose import blocks, comments, front_matter, prose
from factcheck.text.span import Text

SPACES = ["a", "94", " ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "    ", "\ud800", "\ufeff", "\0", "\x0c"]
LINES = ["# ", "> ", "- ", "1. ", "***", "---\n", "===", "```", "~~~", "`", "``", "|", "|-|-|", "k: v\n"]
MARKS = [
    "\u2028",
    "[a]: b\n",
    "[",
    "]",
    "](u)",
    "[^1]",
    "![",
    "]{x}",
    "\\",
    "*",
    "_",
    "&amp;",
    "https://a.example/1",
]
TAGS = ["<!--", "-->", "<b>", "</b>", "<div>", "<script>", "</script>", "<", "<p>", "<li>", "<td>"]
FILES = st.builds(
    lambda parts, path: Text(path, "".join(parts)),
    st.lists(st.sampled_from(SPACES + LINES + MARKS + TAGS), max_size=25),
    st.sampled_from(["a.md", "a.txt", "a.html"]),
)


@given(FILES)
def test_prose_keeps_every_offset_and_every_line_end(text):
    masked = prose(text)
    assert len(masked) == len(text.content)
    for here, there in zip(masked, text.content, strict=True):
        assert here == there or (here == " " and there not in "\r\n")


@given(FILES)
def test_blocks_stand_in_order_and_hold_all_prose(text):
    found = blocks(text)
    masked = prose(text)
    assert all(0 <= block.start < block.end <= len(text.content) for block in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    gaps = [0, *(offset for block in found for offset in (block.start, block.end)), len(masked)]
    assert not any(masked[gaps[index] : gaps[index + 1]].strip() for index in range(0, len(gaps), 2))


@given(FILES)
def test_comments_stand_in_order_and_are_blank_in_prose(text):
    found = comments(text)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    for start, end, body in found:
        assert text.content[start:end].startswith("<!--")
        assert text.content[start + 4 : end - 3].strip() == body
        assert not prose(text)[start:end].strip()


@given(FILES)
def test_front_matter_values_stand_where_they_say(text):
    for value, start, end in front_matter(text).values():
        assert text.content[start:end] == value


@given(
    st.lists(st.sampled_from(["The unit grew to 94 men.", "Then\nit left.", "In 1992 it began."]), min_size=1)
)
def test_plain_paragraphs_are_all_prose(paragraphs):
    content = "\n\n".join(paragraphs)
    for path in ("a.md", "a.txt"):
        assert prose(Text(path, content)) == content
        assert len(blocks(Text(path, content))) == len(paragraphs)
