"""A passage as it stands in its file, cropped to the page, with marks under the words meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.page import Page
    from factcheck.text.span import Span, Text

__all__ = ["Passage", "snippet"]

_LINE_END = re.compile(r"\r\n|\n|\r")
# A passage of more lines than this is shown by its first lines and its last.
_MOST_LINES = 4
# A label stands beside its marks if it has this much room, and below them otherwise.
_LABEL_ROOM = 28
# A line is cut at a space if there is one this near.
_WORD = 14


@frozen
class Passage:
    """What a snippet shows.

    Attributes:
        span: where the words stand.
        quote: the words, for a file that is not at hand.
        label: what to say beside the marks.
        mark: the character set under the words.
        style: the style of marks and label.
    """

    span: Span
    quote: str
    label: str
    mark: str
    style: str


@frozen
class _Line:
    """One line of a passage: the words meant, and what stands before and after them."""

    number: int
    before: str
    inside: str
    after: str


def snippet(page: Page, passage: Passage, text: Text | None, gutter: int) -> Iterator[str]:
    """Lines to print: the place, the source lines, the marks and the label.

    Args:
        page: what to set it on.
        passage: what to show.
        text: the file, if it is at hand.
        gutter: columns for line numbers.
    """
    room = page.width - gutter - 3
    place = page.paint("strong", page.say(str(passage.span)))
    yield page.paint("frame", " " * gutter + page.corner) + place
    edge = page.paint("frame", " " * gutter + page.ornament(" │"))
    lines = _lines(page, passage, text, room)
    for index, line in enumerate(lines):
        if index and line.number != lines[index - 1].number + 1:
            yield edge + " " + page.paint("dim", page.ellipsis)
        shown, offset, length = _crop(page, line, room)
        number = page.paint("frame", f"{line.number:>{gutter}}" + page.ornament(" │"))
        yield f"{number} {shown}".rstrip()
        label = passage.label if line is lines[-1] else ""
        for row in _marks(page, passage.mark * length, offset, page.say(label), room):
            yield f"{edge} {page.paint(passage.style, row)}"


def _lines(page: Page, passage: Passage, text: Text | None, room: int) -> list[_Line]:
    """The lines of a passage, with no more of what surrounds it than could be printed."""
    span = passage.span
    inside = text.quote(span) if text else ""
    if text is None or not (inside or not passage.quote):
        return [_Line(span.line, "", passage.quote, "")]
    # Combining marks take no room; lines with more than two on every letter are cut short.
    reach = 3 * room
    line_start = max(span.start - span.column + 1, 0)
    before = text.content[max(line_start, span.start - reach) : span.start]
    after = _LINE_END.split(text.content[span.end : span.end + reach], maxsplit=1)[0]
    if span.start - reach > line_start:
        before = page.ellipsis + before
    if len(after) == reach:
        after += page.ellipsis
    first, *others = _LINE_END.split(inside)
    if not others:
        return [_Line(span.line, before, first, after)]
    numbered = list(enumerate(others, span.line + 1))
    last_number, last = numbered.pop()
    lines = [
        _Line(span.line, before, first, ""),
        *(_Line(number, "", other, "") for number, other in numbered),
        _Line(last_number, "", last, after),
    ]
    lines = [line for line in lines if line.inside.strip()] or lines[:1]
    return lines if len(lines) <= _MOST_LINES else [*lines[:2], lines[-1]]


def _crop(page: Page, line: _Line, room: int) -> tuple[str, int, int]:
    """The line as it fits the room, and the cells where the words meant begin and that they fill."""
    indent = len(line.inside) - len(line.inside.lstrip())
    before = page.say((line.before + line.inside[:indent]).lstrip())
    inside, after = line.inside[indent:], line.after
    if not inside:
        inside, after = after[:1] or " ", after[1:]
    if len(inside) > 3 * room:
        inside, after = inside[: 3 * room] + page.ellipsis, ""
    inside, after = page.say(inside), page.say(after)
    spare = room - cell_len(inside)
    if spare < 2 * len(page.ellipsis):
        before = page.ellipsis if before else ""
        inside = _head(inside, room - len(before), page.ellipsis)
        after = ""
    else:
        # The words that follow tell more than those before, and a label needs room on the right.
        share = max(spare * 2 // 5, spare - cell_len(after))
        before = _tail(before, share, page.ellipsis)
        after = _head(after, spare - cell_len(before), page.ellipsis)
    return before + inside + after, cell_len(before), max(cell_len(inside), 1)


def _head(text: str, cells: int, ellipsis: str) -> str:
    """The beginning of a text, with an ellipsis where it had to be cut."""
    if cell_len(text) <= cells:
        return text
    used, end = len(ellipsis), 0
    for character in text:
        used += cell_len(character)
        if used > cells:
            break
        end += 1
    space = text.rfind(" ", max(end - _WORD, 0), end + 1)
    return text[: space if space > 0 else end] + ellipsis


def _tail(text: str, cells: int, ellipsis: str) -> str:
    """The end of a text, with an ellipsis where it had to be cut."""
    if cell_len(text) <= cells:
        return text
    used, start = len(ellipsis), len(text)
    while start and used + cell_len(text[start - 1]) <= cells:
        start -= 1
        used += cell_len(text[start])
    # A combining mark must not be left without its letter.
    while start < len(text) and not cell_len(text[start]):
        start += 1
    space = text.find(" ", max(start - 1, 0), start + _WORD)
    return ellipsis + text[space + 1 if 0 <= space < len(text) - 1 else start :]


def _marks(page: Page, marks: str, offset: int, label: str, room: int) -> Iterator[str]:
    """The marks with the label beside them, or below where there is no room beside."""
    pad, beside = " " * offset, room - offset - len(marks) - 1
    if not label:
        yield pad + marks
        return
    if cell_len(label) <= beside or beside >= _LABEL_ROOM:
        first, *others = page.wrap(label, beside)
        yield f"{pad}{marks} {first}"
        pad = " " * (offset + len(marks) + 1)
    else:
        yield pad + marks
        pad = " " * min(offset, room // 3)
        others = page.wrap(label, room - len(pad))
    for other in others:
        yield pad + other
