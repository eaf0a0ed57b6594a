"""The blocks of an HTML article, and what of them is mark-up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.text.block import Block, BlockKind
from factcheck.text.markup import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.text.markup import Stretch

__all__ = ["html_blocks", "html_markup"]

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("tr", "caption"), BlockKind.TABLE_ROW),
    "blockquote": BlockKind.BLOCKQUOTE,
}
_NAME = (
    r"address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    r"head|header|hr|html|li|main|nav|ol|p|section|table|tbody|tfoot|thead|title|tr|ul"
)
_BREAK = re.compile(
    rf"<!--|<(?P<raw>script|style|pre|textarea|template|svg|code)\b|</?(?P<block>{_NAME})\b[^<>]*+>",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"(?P<comment><!--)|</?[A-Za-z][^<>]*+>|<[?!][^<>]*+>|https?://[^\s<>\"]++"
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
)


def html_blocks(content: str, start: int) -> Iterator[Block]:
    """The blocks of an HTML file: what its block elements hold; scripts and the like are code.

    >>> [block.kind.value for block in html_blocks("<h1>One</h1><p>two <b>men</b></p>", 0)]
    ['heading', 'paragraph']
    """
    kind = BlockKind.PARAGRAPH
    begin = position = start
    while found := _BREAK.search(content, position):
        position = found.end()
        if found["raw"] is None and found["block"] is None:
            comment = COMMENT.match(content, found.start())
            if comment is None:
                break
            position = comment.end()
            continue
        if content[begin : found.start()].strip():
            yield Block(kind, begin, found.start())
        if found["raw"] is not None:
            closing = re.compile(rf"</{found['raw']}\b[^<>]*+>", re.IGNORECASE).search(content, position)
            position = closing.end() if closing is not None else len(content)
            yield Block(BlockKind.CODE, found.start(), position)
        elif content[found.start() + 1] != "/":
            kind = _KINDS.get(found["block"].lower(), BlockKind.PARAGRAPH)
        begin = position
    if content[begin:].strip():
        yield Block(kind, begin, len(content))


def html_markup(content: str, start: int, end: int) -> tuple[list[Stretch], list[Stretch]]:
    """The tags, comments, addresses and entities of a block, and the comments alone.

    >>> html_markup("two <b>men</b>", 0, 14)
    ([(4, 7), (10, 14)], [])
    """
    hidden: list[Stretch] = []
    comments: list[Stretch] = []
    position = start
    while found := _MARKUP.search(content, position, end):
        position = found.end()
        if found["comment"] is None:
            hidden.append(found.span())
            continue
        comment = COMMENT.match(content, found.start(), end)
        position = comment.end() if comment is not None else end
        hidden.append((found.start(), position))
        if comment is not None:
            comments.append((found.start(), position))
    return hidden, comments
