"""The blocks of Markdown after CommonMark, and the marks that frame their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.text.block import Block, BlockKind, lines
from factcheck.text.markup import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from factcheck.text.markup import Stretch

__all__ = ["frame", "markdown_blocks"]

_DEFINITION = re.compile(r"[ \t>]*+\[[^\[\]\r\n]++\]:")
_PREFIX = re.compile(r"[ \t>]*+")
_MARKER = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t>]++(?:\[[ xX]\][ \t])?")
_UNDERLINE = re.compile(r"[ \t>]*+(?:=++|-++)[ \t]*+(?=[\r\n]|\Z)")
_HASHES = re.compile(r"#{1,6}(?=[ \t\r\n]|\Z)")
_CLOSING_HASHES = re.compile(r"[ \t]#++[ \t]*\Z")
_BAR = re.compile(r"\|")
_RAW = re.compile(r"[ \t>]*+<(?:script|style|pre|textarea)\b", re.IGNORECASE)


def markdown_blocks(content: str, start: int) -> Iterator[Block]:
    """The leaf blocks of Markdown; text that the parser leaves out, nested too deep, is a paragraph."""
    # Loaded for Markdown only: a check of the ledger starts without it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    ends = [start]
    ends += (last for _, last in lines(content, start, len(content)))
    done = 0
    for kind, first, last in _leaves(parser.parse(content[start:])):
        yield from _rest(content, ends, done, first)
        if kind is not None and first < last:
            yield Block(kind, ends[max(first, done)], ends[min(last, len(ends) - 1)])
        done = max(done, last)
    yield from _rest(content, ends, done, len(ends) - 1)


def _leaves(tokens: Sequence[Token]) -> Iterator[tuple[BlockKind | None, int, int]]:
    """Kind and lines of each block that holds text; None for rules and for the frame of a table."""
    holders: list[BlockKind] = []
    for token in tokens:
        first, last = token.map or (0, 0)
        if token.type in {"list_item_open", "blockquote_open"}:
            is_item = token.type == "list_item_open"
            holders.append(BlockKind.LIST_ITEM if is_item else BlockKind.BLOCKQUOTE)
        elif token.type in {"list_item_close", "blockquote_close"}:
            holders.pop()
        elif token.type == "paragraph_open":
            yield (holders[-1] if holders else BlockKind.PARAGRAPH), first, last
        elif token.type == "heading_open":
            yield BlockKind.HEADING, first, last
        elif token.type == "tr_open":
            yield BlockKind.TABLE_ROW, first, last
        elif token.type == "tbody_open":
            yield None, first - 1, first
        elif token.type in {"fence", "code_block"}:
            yield BlockKind.CODE, first, last
        elif token.type == "hr":
            yield None, first, last
        elif token.type == "html_block":
            yield _html_kind(token.content), first, last


def _html_kind(source: str) -> BlockKind:
    if source.lstrip().startswith("<!--"):
        # Up to the last end mark every comment closes, so the search looks at each character once.
        last = source.rfind("-->") + 3
        is_whole = last < 3 or not (COMMENT.sub("", source[:last]) + source[last:]).strip()
        return BlockKind.COMMENT if is_whole else BlockKind.HTML
    return BlockKind.CODE if _RAW.match(source) else BlockKind.HTML


def _rest(content: str, ends: list[int], first: int, last: int) -> Iterator[Block]:
    """Paragraphs from the lines that no block covers, but for blank ones and link definitions."""
    begin = None
    for number in range(first, last):
        start, end = ends[number], ends[number + 1]
        is_text = content[start:end].strip(" \t\r\n>") and not _DEFINITION.match(content, start, end)
        if is_text and begin is None:
            begin = start
        if not is_text and begin is not None:
            yield Block(BlockKind.PARAGRAPH, begin, start)
            begin = None
    if begin is not None:
        yield Block(BlockKind.PARAGRAPH, begin, ends[last])


def frame(content: str, block: Block) -> Iterator[Stretch]:
    """What frames the lines of a block: list and quotation marks, hashes, underlines, bars."""
    is_first = True
    for first, last in lines(content, block.start, block.end):
        prefix = _PREFIX.match(content, first, last)
        position = prefix.end() if prefix is not None else first
        while (
            is_first
            and block.kind is not BlockKind.PARAGRAPH
            and (marker := _MARKER.match(content, position, last))
        ):
            position = marker.end()
        if block.kind is BlockKind.HEADING:
            yield from _heading_frame(content, first, position, last, is_first=is_first)
        elif block.kind is BlockKind.TABLE_ROW:
            yield from (bar.span() for bar in _BAR.finditer(content, position, last))
        yield first, position
        is_first = False


def _heading_frame(
    content: str, first: int, position: int, last: int, *, is_first: bool
) -> Iterator[Stretch]:
    if not is_first and (underline := _UNDERLINE.match(content, first, last)):
        yield underline.span()
    if hashes := _HASHES.match(content, position, last):
        yield hashes.span()
        line = content[position:last].rstrip("\r\n")
        if closing := _CLOSING_HASHES.search(line):
            yield position + closing.start(), position + closing.end()
