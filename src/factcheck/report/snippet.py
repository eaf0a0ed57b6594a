"""A passage as it stands in its file, cropped to the page, with marks under the words meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from rich.cells import cell_len

from factcheck.report.crop import Line, crop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.report.page import Page
    from factcheck.text.span import Span, Text

__all__ = ["Passage", "gathered", "snippet"]

_LINE_END = re.compile(r"\r\n|\n|\r")
# A passage of more lines than this is shown by its first lines and its last.
_MOST_LINES = 4
# A label stands beside its marks if it has this much room, and below them otherwise.
_LABEL_ROOM = 28
# Passages share a line if what stands around them keeps this much room.
_CONTEXT = 28


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


def gathered(
    page: Page, passages: Iterable[Passage], texts: Mapping[str, Text], gutter: int
) -> list[list[Passage]]:
    """The passages in groups that one source line can show together, in the order of their first members."""
    room = page.width - gutter - 3
    groups: list[list[Passage]] = []
    for passage in passages:
        for group in groups:
            if _fits(page, [*group, passage], texts.get(passage.span.path), room):
                group.append(passage)
                break
        else:
            groups.append([passage])
    return groups


def snippet(page: Page, passages: Sequence[Passage], text: Text | None, gutter: int) -> Iterator[str]:
    """Lines to print: the place, the source lines, and for each passage its marks and its label.

    Args:
        page: what to set it on.
        passages: one, or several that one line can show.
        text: the file, if it is at hand.
        gutter: columns for line numbers.
    """
    first, whole = passages[0], _whole(passages)
    place = page.paint("strong", page.say(str(first.span)))
    yield page.paint("frame", " " * gutter + page.corner) + place
    edge = page.paint("frame", " " * gutter + page.ornament(" │"))
    room = page.width - gutter - 3
    lines = _lines(page, whole, first.quote, text, room)
    for index, line in enumerate(lines):
        if index and line.number != lines[index - 1].number + 1:
            yield edge + " " + page.paint("dim", page.ellipsis)
        shown, offset, length = crop(line, room, page)
        number = page.paint("frame", f"{line.number:>{gutter}}" + page.ornament(" │"))
        yield f"{number} {shown}".rstrip()
        for passage in passages:
            if text is not None and len(passages) > 1:
                lead, words = text.content[whole.start : passage.span.start], text.quote(passage.span)
                shift, length = cell_len(page.say(lead)), cell_len(page.say(words))
            else:
                shift = 0
            label = page.say(passage.label) if line is lines[-1] else ""
            for row in _marks(page, passage.mark * length, offset + shift, label, room):
                yield f"{edge} {page.paint(passage.style, row)}"


def _fits(page: Page, passages: Sequence[Passage], text: Text | None, room: int) -> bool:
    """Whether the passages stand in one line of one file, near enough for one snippet."""
    whole = _whole(passages)
    if text is None or whole.end > len(text.content) or whole.end - whole.start > room:
        return False
    lines = {(it.span.path, line) for it in passages for line in (it.span.line, it.span.end_line)}
    words = all(it.span.start < it.span.end for it in passages)
    return words and len(lines) == 1 and cell_len(page.say(text.quote(whole))) <= room - _CONTEXT


def _whole(passages: Sequence[Passage]) -> Span:
    """The span from the first word of the passages to their last."""
    first = min((it.span for it in passages), key=lambda span: span.start)
    last = max((it.span for it in passages), key=lambda span: span.end)
    return evolve(first, end=last.end, end_line=last.end_line, end_column=last.end_column)


def _lines(page: Page, span: Span, quote: str, text: Text | None, room: int) -> list[Line]:
    """The lines of a span, with no more of what surrounds it than could be printed."""
    inside = text.quote(span) if text else ""
    if text is None or (quote and not inside):
        return [Line(span.line, "", quote, "")]
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
        return [Line(span.line, before, first, after)]
    numbered = [(number, other.lstrip()) for number, other in enumerate(others, span.line + 1)]
    last_number, last = numbered.pop()
    lines = [
        Line(span.line, before, first, ""),
        *(Line(number, "", other, "") for number, other in numbered),
        Line(last_number, "", last, after),
    ]
    lines = [line for line in lines if line.inside.strip()] or lines[:1]
    return lines if len(lines) <= _MOST_LINES else [*lines[:2], lines[-1]]


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
