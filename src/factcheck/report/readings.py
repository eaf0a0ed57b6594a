"""What was read from a text: the text with every value underlined, or one JSON object a value."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from factcheck.reading.news_block import SILENT
from factcheck.reading.reading import ReadingKind
from factcheck.report.show import escape_json
from factcheck.values.number import print_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mode
    from factcheck.reading.document import Document
    from factcheck.reading.reading import Reading
    from factcheck.report.page import Page
    from factcheck.values.number import Number

__all__ = ["full", "json_lines", "meaning"]


def json_lines(document: Document) -> Iterator[str]:
    """One object a reading, in text order; the keys and their order are fixed."""
    for reading in document.readings:
        yield escape_json(json.dumps(_record(reading), ensure_ascii=False, separators=(",", ":")))


def _record(reading: Reading) -> dict[str, object]:
    span = reading.span
    return {
        "schema": 1,
        "kind": reading.kind.value,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "start": span.start,
        "end": span.end,
        "quote": reading.quote,
        "value": _number(reading.value),
        "lo": _number(reading.lo),
        "hi": _number(reading.hi),
        "lo_open": reading.lo_open,
        "hi_open": reading.hi_open,
        "hedge": reading.hedge,
        "unit": reading.unit,
        "noun": reading.noun,
        "earliest": reading.earliest,
        "latest": reading.latest,
        "edtf": reading.edtf,
        "mode": None if reading.mode is None else reading.mode.value,
        "speaker": reading.speaker,
        "negated": reading.negated,
    }


def _number(number: Number | None) -> int | float | None:
    """A number as JSON has it; the only place where a figure is rounded."""
    return number if number is None or isinstance(number, int) else float(number)


_LINE: Final = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_WORD: Final = re.compile(r"\s*[^\s]{1,60}")
_MARKS: Final = {ReadingKind.NAME: "·", ReadingKind.QUOTATION: " "}


def full(document: Document, page: Page) -> Iterator[str]:
    """The text with marks under its values, and below each line what they were read as."""
    yield page.paint("strong", page.say(document.text.path or "text"))
    yield from (page.paint("dim", page.say(line)) for line in _about(document))
    last_line = document.blocks[-1].end if document.blocks else 0
    gutter = len(str(document.text.position(last_line)[0])) + 1
    starts = [reading.span.start for reading in document.readings]
    for block in document.blocks:
        if block.kind in SILENT:
            continue
        yield page.paint("frame", " " * gutter + page.ornament(" │"))
        for start, end in _rows(document, block.start, block.end, page.width - gutter - 3):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            yield from _row(document, page, gutter, (start, end), document.readings[first:last])


def _about(document: Document) -> Iterator[str]:
    """What the text says of itself, a line each."""
    told = document.metadata
    if told.title is not None:
        yield f"title      {told.title.value}"
    if told.authors:
        yield f"author     {', '.join(author.value for author in told.authors)}"
    if told.publisher is not None:
        yield f"publisher  {told.publisher.value}"
    if document.published is not None:
        yield f"published  {document.published.edtf}"
    if told.modified is not None:
        yield f"modified   {told.modified.value.edtf}"


def _rows(document: Document, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """Stretches of a block that each fit on a row."""
    for line in _LINE.finditer(document.text.content, start, end):
        first = last = line.start()
        used = 0
        for word in _WORD.finditer(document.text.content, *line.span()):
            width = cell_len(word[0])
            if used and used + width > room:
                yield first, last
                first, used = word.end() - len(word[0].lstrip()), 0
                width = cell_len(word[0].lstrip())
            last, used = word.end(), used + width
        if first < last:
            yield first, last


def _row(
    document: Document, page: Page, gutter: int, row: tuple[int, int], readings: Sequence[Reading]
) -> Iterator[str]:
    """One row of the text, the marks under it, and the readings that begin in it."""
    start, end = row
    content = document.text.content
    edge = page.paint("frame", " " * gutter + page.ornament(" │"))
    number = document.text.position(start)[0]
    yield (
        page.paint("frame", f"{number:>{gutter}}" + page.ornament(" │")) + " " + page.say(content[start:end])
    )
    marks = [" "] * cell_len(page.say(content[start:end]))
    told = [reading for reading in readings if reading.kind not in _MARKS]
    for reading in sorted(readings, key=lambda it: it.kind not in _MARKS):
        mark = _MARKS.get(reading.kind, "^")
        offset = cell_len(page.say(content[start : reading.span.start]))
        length = cell_len(page.say(content[reading.span.start : min(reading.span.end, end)]))
        if mark != " ":
            marks[offset : offset + length] = mark * length
    if "".join(marks).strip():
        shown = "".join(marks).rstrip()
        yield f"{edge} {page.paint('note', shown if not page.ascii_only else shown.replace('·', '.'))}"
    for reading in told:
        label = f"{reading.quote}: {meaning(reading)}"
        for index, piece in enumerate(page.wrap(page.say(label), page.width - gutter - 5)):
            yield f"{edge}   {'  ' if index else ''}{page.paint('note', piece)}"


def meaning(reading: Reading) -> str:
    """What a reading says, in a few words: over 13,000 persons, expected.

    >>> from factcheck.reading.reader import read
    >>> [meaning(it) for it in read("It may send over 300 men in May 2021.").readings if it.kind != "name"]
    ['quantity over 300, person, expected', '2021-05-01 to 2021-05-31, expected']
    """
    if reading.edtf is not None:
        parts = [_days(reading)]
    else:
        parts = [f"{reading.kind.value} {_figure(reading)}"]
        parts += [reading.unit] if reading.unit else []
    mode: Mode | None = reading.mode
    if mode is not None and mode.value != "asserted":
        parts.append(mode.value)
    if reading.negated:
        parts.append("negated")
    if reading.speaker:
        parts.append(f"says {reading.speaker}")
    return ", ".join(parts)


def _days(reading: Reading) -> str:
    first, last = reading.earliest, reading.latest
    if first == last:
        return first or ""
    return f"{first or 'open'} to {last or 'open'}"


def _figure(reading: Reading) -> str:
    if reading.kind is ReadingKind.TRANSITION and reading.value is not None and reading.lo != reading.hi:
        before = reading.lo if reading.value == reading.hi else reading.hi
        if before is not None and reading.value in {reading.lo, reading.hi}:
            return f"from {print_number(before)} to {print_number(reading.value)}"
    if reading.value is not None:
        return f"{reading.hedge or ''} {print_number(reading.value)}".strip()
    low, high = reading.lo, reading.hi
    if low is not None and high is not None:
        return f"{print_number(low)} to {print_number(high)}"
    if low is not None:
        return f"{'above' if reading.lo_open else 'at least'} {print_number(low)}"
    return f"at most {print_number(high)}" if high is not None else "unknown"
