"""The blocks of a file: headings, paragraphs, list items, rows, quotations and what is no prose."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Block", "BlockKind", "lines", "paragraphs"]

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")


class BlockKind(StrEnum):
    """What a block of a file is."""

    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    BLOCKQUOTE = "blockquote"
    CODE = "code"
    COMMENT = "comment"
    HTML = "html"


@frozen
class Block:
    """A stretch of a file that is one thing.

    Attributes:
        kind: what it is; a paragraph inside a list or a quotation has the kind of what holds it.
        start: first code point that is neither space nor mark-up of a block of prose.
        end: one past the last one.
    """

    kind: BlockKind
    start: int
    end: int


def lines(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch, each with its line end."""
    while start < end:
        line = _LINE.match(content, start, end)
        stop = line.end() if line is not None else end
        yield start, stop
        start = stop


def paragraphs(content: str, start: int) -> Iterator[Block]:
    """The paragraphs of plain text: what blank lines part."""
    begin = start
    for first, last in lines(content, start, len(content)):
        if not content[first:last].strip():
            if begin < first:
                yield Block(BlockKind.PARAGRAPH, begin, first)
            begin = last
    if begin < len(content):
        yield Block(BlockKind.PARAGRAPH, begin, len(content))
