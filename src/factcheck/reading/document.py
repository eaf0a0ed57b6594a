"""A news text laid out for reading: its blocks, its prose, and what it says of itself."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from factcheck.reading.layout import news_blocks
from factcheck.reading.metadata import Metadata, from_blocks, from_front_matter, merged
from factcheck.reading.news_block import SILENT, NewsBlock, NewsKind
from factcheck.reading.page_metadata import from_page
from factcheck.text.prose import prose

if TYPE_CHECKING:
    from factcheck.reading.reading import Reading
    from factcheck.text.span import Text
    from factcheck.values.when import When

__all__ = ["Document", "lay_out"]


@frozen
class Document:
    """A news text, read.

    Attributes:
        text: the file, untouched; every offset is a code point into it.
        blocks: what it consists of, in order.
        metadata: what it says of itself.
        published: the day that its relative dates were resolved with: the one given, else its own.
        readings: its values in text order.
        prose: a copy of the same length in which all that is no prose of the article is blank.
    """

    text: Text
    blocks: tuple[NewsBlock, ...]
    metadata: Metadata
    published: When | None = None
    readings: tuple[Reading, ...] = ()
    prose: str = field(default="", eq=False, repr=False)

    def words(self, kind: NewsKind) -> tuple[str, ...]:
        """The words of all blocks of a kind, mark-up left out."""
        return tuple(
            " ".join(self.prose[block.start : block.end].split())
            for block in self.blocks
            if block.kind is kind
        )


def lay_out(text: Text, published: When | None = None) -> Document:
    r"""The blocks, the prose and the metadata of a text, nothing read yet.

    >>> from factcheck.text.span import Text
    >>> document = lay_out(Text("a.txt", "Port Grows\n\nBy Ann Lee May 3, 2021\n\nIt grew by 3 berths to 9."))
    >>> document.metadata.authors[0].value, str(document.published)
    ('Ann Lee', '2021-05-03')

    Args:
        text: the file.
        published: its day, where it is known better than from the text.
    """
    visible = _with_entities(text, prose(text))
    blocks = news_blocks(text, visible)
    visible = _parted(text, visible, [block for block in blocks if block.kind not in SILENT])
    words = [*from_front_matter(text), *from_page(text), *from_blocks(visible, blocks)]
    metadata = merged(words, text.content)
    if published is None and metadata.published is not None:
        published = metadata.published.value
    return Document(text, blocks, metadata, published, (), visible)


_ENTITY: Final = re.compile(r"<[^<>]*+>|&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});")
_OPENING: Final = frozenset("“‘«‹([{£$€¥¿¡")


def _with_entities(text: Text, visible: str) -> str:
    """The prose with each character that mark-up spells out, `&rsquo;`, beside the word it belongs to."""
    if "&" not in text.content or not text.path.lower().endswith(
        (".html", ".htm", ".xhtml", ".md", ".markdown")
    ):
        return visible
    parts: list[str] = []
    done = 0
    for found in _ENTITY.finditer(text.content):
        start, end = found.span()
        character = unescape(found[0]) if found[0][0] == "&" else ""
        if len(character) == 1 and character.isprintable() and not visible[start:end].strip():
            padding = " " * (end - start - 1)
            parts += (
                visible[done:start],
                padding + character if character in _OPENING else character + padding,
            )
            done = end
    parts.append(visible[done:])
    return "".join(parts)


_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")


def _parted(text: Text, visible: str, blocks: list[NewsBlock]) -> str:
    """The words of the blocks alone, with a blank line or a sign between any two: nothing reads across."""
    parts: list[str] = []
    done = 0
    for block in blocks:
        gap = _blank(visible[done : block.start])
        if parts and not _BLANK_LINE.search(gap):
            room = len(gap) - gap.count("\r")
            # One line end between two items is too short for a blank line.
            gap = "\n\n" + gap[2:] if room >= 2 else "¶" + gap[1:] if gap else ""
        words = visible[block.start : block.end]
        parts += (gap, _celled(text, block, words) if block.kind is NewsKind.TABLE_ROW else words)
        done = block.end
    parts.append(_blank(visible[done:]))
    return "".join(parts)


_CELL: Final = re.compile(r"\||</?t[dh]\b[^<>]*+>", re.IGNORECASE)


def _celled(text: Text, block: NewsBlock, words: str) -> str:
    """The words of a row with a sign between its cells."""
    signed = list(words)
    for mark in _CELL.finditer(text.content, block.start, block.end):
        if words[mark.start() - block.start] == " ":
            signed[mark.start() - block.start] = "¶"
    return "".join(signed)


_INK: Final = re.compile(r"[^\r\n]")


def _blank(stretch: str) -> str:
    return _INK.sub(" ", stretch)
