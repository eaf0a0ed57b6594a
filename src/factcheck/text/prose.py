"""What of a file is prose: its blocks, and a copy in which everything else is blank."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.text.block import Block, BlockKind, lines, paragraphs
from factcheck.text.hypertext import html_blocks, html_markup
from factcheck.text.markdown import frame, markdown_blocks
from factcheck.text.markup import COMMENT, Stretch, markup, plain_markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.text.span import Text

__all__ = ["blocks", "comments", "front_matter", "prose"]

_INK = re.compile(r"[^\r\n]++")
_FENCE = re.compile(r"---[ \t]*+(?:\r\n|\n|\r)")
_FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)")
_FIELD = re.compile(r"([A-Za-z_][\w.-]*+)[ \t]*+:(?:[ \t]++|(?=[\r\n])|\Z)([^\r\n]*+)")
_CONTINUED = re.compile(r"[ \t]|#|-[ \t]|[\r\n]")


_SILENT = frozenset({BlockKind.FRONT_MATTER, BlockKind.CODE, BlockKind.COMMENT})


@frozen
class _Layout:
    blocks: tuple[Block, ...]
    prose: str
    comments: tuple[tuple[int, int, str], ...]


def blocks(text: Text) -> tuple[Block, ...]:
    r"""The blocks of a file in order, by its kind: Markdown after CommonMark, else by blank lines.

    >>> from factcheck.text.span import Text
    >>> [(block.kind.value, block.start) for block in blocks(Text("a.md", "# One\n\n- two\n- three\n"))]
    [('heading', 2), ('list-item', 9), ('list-item', 15)]
    """
    return _layout(_format(text.path), text.content).blocks


def prose(text: Text) -> str:
    r"""A copy of the same length in which all that is not prose is blank; line ends stay.

    >>> from factcheck.text.span import Text
    >>> prose(Text("a.md", "[94](https://a.example/7) men. <!-- fc: x -->"))
    ' 94                       men.               '
    """
    return _layout(_format(text.path), text.content).prose


def comments(text: Text) -> tuple[tuple[int, int, str], ...]:
    """The HTML comments outside code: start, end and the words between the marks.

    >>> from factcheck.text.span import Text
    >>> comments(Text("a.md", "It grew. <!-- fc: growth -->"))
    ((9, 28, 'fc: growth'),)
    """
    return _layout(_format(text.path), text.content).comments


def front_matter(text: Text) -> Mapping[str, tuple[str, int, int]]:
    r"""The simple `key: value` lines between two `---` at the top: value, start and end of the value.

    >>> from factcheck.text.span import Text
    >>> front_matter(Text("a.md", "---\npublished: '2018-01-12'\n---\nText"))["published"]
    ('2018-01-12', 16, 26)
    """
    content = text.content
    found: dict[str, tuple[str, int, int]] = {}
    for start, end in lines(content, 0, _front_end(content)):
        field = _FIELD.match(content, start, end)
        if field is not None and field[1] not in found:
            found[field[1]] = _value(field[2], field.start(2))
    return MappingProxyType(found)


def _value(words: str, start: int) -> tuple[str, int, int]:
    """A value without the quotation marks around it or the comment after it."""
    stripped = words.strip()
    start += len(words) - len(words.lstrip())
    mark = stripped[:1]
    close = stripped.find(mark, 1) if mark in {'"', "'"} else -1
    if close > 0:
        return stripped[1:close], start + 1, start + close
    stripped = "" if mark == "#" else stripped.split(" #", 1)[0].rstrip()
    return stripped, start, start + len(stripped)


def _front_end(content: str) -> int:
    """Where front matter ends; 0 where there is none, as when a rule of three dashes opens the text."""
    start = 1 if content.startswith("\ufeff") else 0
    fence = _FENCE.match(content, start)
    if fence is None:
        return 0
    for first, last in lines(content, fence.end(), len(content)):
        if _FENCE_END.match(content, first, last):
            return last
        if not _FIELD.match(content, first, last) and not _CONTINUED.match(content, first, last):
            return 0
    return 0


def _format(path: str) -> str:
    """How a file is written, by its ending."""
    ending = path.lower().rpartition(".")[2]
    if ending in {"md", "markdown", "mdown", "qmd"}:
        return "markdown"
    return "html" if ending in {"html", "htm", "xhtml"} else "plain"


_READERS = {"markdown": markdown_blocks, "html": html_blocks, "plain": paragraphs}
_MARKS = {"markdown": markup, "html": html_markup, "plain": plain_markup}


@lru_cache(maxsize=8)
def _layout(form: str, content: str) -> _Layout:
    front = _front_end(content)
    done = front or int(content.startswith("\ufeff"))
    found = list(_READERS[form](content, done))
    hidden: list[Stretch] = [(0, done)]
    noted: list[Stretch] = []
    for block in found:
        hidden.append((done, block.start))
        if block.kind is BlockKind.COMMENT:
            last = max(content.rfind("-->", block.start, block.end) + 3, block.start)
            noted += (match.span() for match in COMMENT.finditer(content, block.start, last))
        if block.kind in _SILENT:
            hidden.append((block.start, block.end))
        else:
            marks, remarks = _MARKS[form](content, block.start, block.end)
            hidden += sorted([*marks, *frame(content, block)]) if form == "markdown" else marks
            noted += remarks
        done = block.end
    hidden.append((done, len(content)))
    masked = _masked(content, hidden)
    kept = [_trimmed(masked, content, block) for block in found]
    if front:
        kept.insert(0, Block(BlockKind.FRONT_MATTER, 0, front))
    bodies = tuple((start, end, content[start + 4 : end - 3].strip()) for start, end in noted)
    return _Layout(tuple(block for block in kept if block.start < block.end), masked, bodies)


def _masked(content: str, hidden: Sequence[Stretch]) -> str:
    """The content with blanks in place of the hidden stretches, which may touch and overlap."""
    parts: list[str] = []
    done = 0
    for start, end in hidden:
        if end <= done:
            continue
        parts.append(content[done : max(start, done)])
        parts.append(_INK.sub(lambda ink: " " * len(ink[0]), content[max(start, done) : end]))
        done = end
    parts.append(content[done:])
    return "".join(parts)


def _trimmed(masked: str, content: str, block: Block) -> Block:
    """A block without the spaces and the mark-up around it."""
    words = (content if block.kind in _SILENT else masked)[block.start : block.end]
    first = block.start + len(words) - len(words.lstrip())
    return Block(block.kind, first, first + len(words.strip()))
