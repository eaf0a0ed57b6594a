"""A place in a file: code points for the machine, lines and columns for people."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, frozen

__all__ = ["Span", "Text"]

# The three line ends that editors agree on; form feeds and Unicode separators stay inside a line.
_LINE_END = re.compile(r"\r\n|\n|\r")


@frozen(order=True)
class Span:
    """A stretch of one file.

    Attributes:
        path: the file, relative to the project with forward slashes.
        start: first code point, from 0.
        end: one past the last code point.
        line: line of the first code point, from 1.
        column: column of the first code point, from 1.
        end_line: line of the end.
        end_column: column of the end, exclusive.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Text:
    r"""The untouched characters of one file.

    >>> text = Text("a.md", "one\ntwo")
    >>> str(text.span(4, 7))
    'a.md:2:1'

    Attributes:
        path: the name that messages show.
        content: the decoded characters, line ends and all.
    """

    path: str
    content: str
    _line_starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    @_line_starts.default
    def _find_line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.content)))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point offset."""
        offset = min(max(offset, 0), len(self.content))
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of `content[start:end]`."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self.path, start, end, line, column, end_line, end_column)

    def quote(self, span: Span) -> str:
        """The words that a span of this text covers."""
        return self.content[span.start : span.end]

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its line end; empty where there is no such line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")
