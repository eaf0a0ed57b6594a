"""TOML with positions: the values that tomllib reads, and where in the file each of them stands."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping  # noqa: TC003 - attrs resolves the annotations of its classes
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import field, frozen

from factcheck.ledger.scan import Beyond, Node, Scanner
from factcheck.ledger.slips import describe
from factcheck.text.span import Span, Text

__all__ = ["Comment", "Path", "TomlFile", "read_toml"]

Path: TypeAlias = tuple[str | int, ...]

_BOM = "\ufeff"
_BASIC_PIECE = re.compile(r"\\u.{4}|\\U.{8}|\\[ \t]*\r?\n[ \t\r\n]*|\\.|\r\n|(?s:.)")
_LITERAL_PIECE = re.compile(r"\r\n|(?s:.)")
_IRREGULAR = re.compile(r"\\|\r\n")


@frozen
class Comment:
    """A comment of a TOML file, from its `#` to the end of the line."""

    words: str
    span: Span


@frozen(eq=False)
class TomlFile:
    r"""What a TOML file says, and where.

    >>> file = read_toml(Text("a.toml", 'id = "x"\nsays = { from = 94 }  # checked\n'))
    >>> file.data["says"]["from"], str(file.span(("says", "from")))
    (94, 'a.toml:2:17')
    >>> file.comments[2].words
    'checked'

    Attributes:
        text: the untouched file.
        data: what tomllib reads, floats as Decimal; empty where the file has a syntax error.
        error: the first syntax error and its place, None in a well-formed file.
        comments: the comments by line number, from 1.
    """

    text: Text
    data: Mapping[str, Any]
    error: tuple[str, Span] | None
    comments: Mapping[int, Comment]
    _root: Node = field(repr=False)

    def span(self, path: Path) -> Span:
        """Where a value stands: itself, else its table's header, its key, or what holds it.

        Total: a path that is not in the file gives the nearest place that is, so a message about a
        missing key points at the header of its table.
        """
        for depth in range(len(path), 0, -1):
            node = self._node(path[:depth])
            if node is not None and node.start >= 0 and node.end >= 0:
                return self._place(node.start, node.end)
            if node is not None and node.key is not None:
                return self._place(*node.key)
        start = 1 if self.text.content.startswith(_BOM) else 0
        return self._place(start, start)

    def key_span(self, path: Path) -> Span:
        """Where the key of a value stands, at its first mention; of an array's element, its value."""
        node = self._node(path)
        return self._place(*node.key) if node is not None and node.key is not None else self.span(path)

    def string_span(self, path: Path, start: int, end: int) -> Span:
        r"""Where `data[path][start:end]` of a string stands in the file, escapes and line ends included.

        >>> file = read_toml(Text("a.toml", r'quote = "caf\u00e9 noir"'))
        >>> span = file.string_span(("quote",), 3, 4)
        >>> file.data["quote"][3:4], file.text.quote(span)
        ('é', '\\u00e9')
        """
        node = self._node(path)
        source = self.text.content
        if node is None or node.end < 0 or source[node.start] not in "\"'":
            return self.span(path)
        begin, close, is_basic = _inner(source, node)
        if node.pieces is None:
            node.pieces = _irregular(source, begin, close, is_basic=is_basic)
        first = min(_original(node.pieces, begin, start), close)
        if end <= start:
            return self._place(first, first)
        piece = _BASIC_PIECE if is_basic else _LITERAL_PIECE
        last = piece.match(source, min(_original(node.pieces, begin, end - 1), close), close)
        return self._place(first, last.end() if last is not None else close)

    def _node(self, path: Path) -> Node | None:
        node: Node | None = self._root
        for name in path:
            if node is None:
                return None
            node = node.children.get(name)
        return node

    def _place(self, start: int, end: int) -> Span:
        return _span(self.text, start, end)


def _span(text: Text, start: int, end: int) -> Span:
    """The span in a file whose byte order mark, which no editor shows, takes no column."""
    span = text.span(start, end)
    if not text.content.startswith(_BOM) or span.line > 1:
        return span
    end_column = span.end_column - 1 if span.end_line == 1 else span.end_column
    return Span(text.path, start, end, 1, max(span.column - 1, 1), span.end_line, max(end_column, 1))


def _inner(source: str, node: Node) -> tuple[int, int, bool]:
    """Where the characters of a string begin and end, and whether it knows escapes."""
    mark = source[node.start]
    if not source.startswith(mark * 3, node.start) or node.end - node.start < 6:
        return node.start + 1, node.end - 1, mark == '"'
    begin = node.start + 3
    if source.startswith("\r\n", begin):
        begin += 2
    elif source.startswith("\n", begin):
        begin += 1
    return begin, node.end - 3, mark == '"'


def _irregular(source: str, begin: int, close: int, *, is_basic: bool) -> tuple[list[int], list[int]]:
    """Where one decoded character is not one character of the file: (decoded, original) offsets after it."""
    decoded: list[int] = []
    original: list[int] = []
    count, position = 0, begin
    for start, end in _pieces(source, begin, close, is_basic=is_basic):
        count += start - position
        is_continuation = source[start] == "\\" and source[start + 1] in " \t\r\n"
        count += 0 if is_continuation else 1
        position = end
        decoded.append(count)
        original.append(end)
    return decoded, original


def _pieces(source: str, begin: int, close: int, *, is_basic: bool) -> Iterator[tuple[int, int]]:
    """The escapes, line continuations and two-character line ends of a string."""
    pattern = _IRREGULAR if is_basic else re.compile("\r\n")
    position = begin
    while found := pattern.search(source, position, close):
        piece = _BASIC_PIECE.match(source, found.start(), close)
        position = piece.end() if piece is not None else close
        yield found.start(), position


def _original(pieces: tuple[list[int], list[int]], begin: int, offset: int) -> int:
    decoded, original = pieces
    index = bisect_right(decoded, offset) - 1
    return begin + offset if index < 0 else original[index] + offset - decoded[index]


def read_toml(text: Text) -> TomlFile:
    """Read a TOML file; never raises, a file that cannot be read carries its `error`.

    >>> file = read_toml(Text("a.toml", 'quote = "he said "no""'))
    >>> print(file.error[1], file.error[0])
    a.toml:1:19 not TOML: expected newline or end of document after a statement; a quotation mark \
inside a quote: use '…' or '''…''' around it
    """
    scanner = Scanner(text.content)
    data: Mapping[str, Any] = {}
    error: tuple[str, Span] | None = None
    stopped = len(text.content)
    try:
        scanner.scan()
    except Beyond as beyond:
        stopped = beyond.start
        if beyond.message:
            error = beyond.message, _span(text, beyond.start, beyond.end)
    if error is None:
        try:
            data = tomllib.loads(text.content.removeprefix(_BOM), parse_float=Decimal)
        except (ValueError, ArithmeticError, RecursionError) as problem:
            message, start, end = describe(text.content, str(problem), stopped)
            error = message, _span(text, start, end)
    comments = {}
    for start, end in scanner.comments:
        span = _span(text, start, end)
        comments[span.line] = Comment(text.content[start + 1 : end].strip(), span)
    return TomlFile(text, data, error, comments, scanner.root)
