"""The usual slips in a TOML file: what tomllib's message means and how to put it right."""

from __future__ import annotations

import re

__all__ = ["describe"]

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_ENDLESS = re.compile(r"Unterminated string|Expected \"'(?:'')?\"")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|mutate|redefine)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?![\d:])")
_WORD = re.compile(r"[^\s,\]}#=]+")
_MARK = re.compile(r'"""|\'\'\'|"|\'')


def describe(content: str, problem: str, stopped: int) -> tuple[str, int, int]:
    r"""What is wrong, with a way out where the slip is a usual one, and the offsets of the place.

    >>> describe("a = yes", "Invalid value (at line 1, column 5)", 4)
    ('not TOML: invalid value; a text needs quotation marks', 4, 7)

    Args:
        content: the file.
        problem: the message of tomllib, which holds the place up to Python 3.13.
        stopped: where a tolerant reading came to its end: the opening mark of an endless text.
    """
    place = _PLACE.search(problem)
    said = problem[: place.start()] if place else problem
    mark = _MARK.match(content, stopped)
    if mark is not None and _ENDLESS.match(said):
        return f"not TOML: this text never ends; close it with {mark[0]}", *mark.span()
    offset = len(content)
    if place is not None and place[1] is not None:
        offset = _offset(content, int(place[1]), int(place[2]))
    hint, start, end = _hint(content, said, offset)
    return f"not TOML: {said[:1].lower()}{said[1:]}" + (f"; {hint}" if hint else ""), start, end


def _offset(content: str, line: int, column: int) -> int:
    """The code point that tomllib means; it counts line feeds only and never sees a byte order mark."""
    start = 1 if content.startswith("\ufeff") else 0
    for _ in range(line - 1):
        start = content.find("\n", start) + 1
    return min(start + column - 1, len(content))


def _hint(content: str, said: str, offset: int) -> tuple[str, int, int]:
    """The advice for a slip, empty where none fits, and the place it speaks of."""
    line_start = max(content.rfind("\n", 0, offset) + 1, 1 if content.startswith("\ufeff") else 0)
    end = offset + 1 if content[offset : offset + 1].strip("\r\n") else offset
    if _TWICE.match(said):
        begin = _first_word(content, line_start, offset)
        return _twice(said), begin, max(offset, begin)
    if said.startswith("Expected newline"):
        return _after_value(content, line_start, offset, end)
    if said.startswith(("Illegal character '\\n'", "Illegal character '\\r'")):
        return 'a text over several lines needs """…""" around it', offset, end
    if said.startswith("Unescaped '\\'"):
        begin = content.rfind("\\", 0, end)
        return "write \\\\ for a backslash, or use '…' around the text", begin, max(offset, begin + 1)
    if said.startswith("Invalid value"):
        return _instead_of_value(content, offset)
    return "", offset, end


def _first_word(content: str, start: int, end: int) -> int:
    """The first character that is no space."""
    return end - len(content[start:end].lstrip())


def _twice(said: str) -> str:
    if said.startswith("Cannot declare"):
        return "a table has one [header]; several entries of a kind have [[two brackets]] each"
    return "a key is given once in its table"


def _after_value(content: str, line_start: int, offset: int, end: int) -> tuple[str, int, int]:
    """Advice where a value ended earlier than its writer thought."""
    before = content[line_start:offset]
    mark = before.rstrip()[-1:]
    if mark in {'"', "'"} and before.count(mark) >= 2:
        around = "'…' or '''…'''" if mark == '"' else '"…"'
        return f"a quotation mark inside a quote: use {around} around it", offset, end
    value = _first_word(content, line_start + before.find("=") + 1, offset)
    if grouped := _GROUPED.match(content, value):
        return f"a figure has no commas: {grouped[0].replace(',', '')}", *grouped.span()
    if date := _DATE.match(content, value):
        return "put a date in quotation marks", *date.span()
    return "", offset, end


def _instead_of_value(content: str, offset: int) -> tuple[str, int, int]:
    """Advice where no value begins."""
    word = _WORD.match(content, offset)
    if word is None:
        return "a value is missing", offset, offset
    if word[0][0] in "“”„‘’«":
        return "curly quotation marks do not open a text: use \" or '", offset, offset + 1
    if word[0].lower() in {"true", "false"}:
        return f"write {word[0].lower()}", *word.span()
    return "a text needs quotation marks", *word.span()
