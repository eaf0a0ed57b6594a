"""Where sentences begin and end, by rules and a list of abbreviations."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from attrs import frozen

__all__ = ["sentences"]

# What ends a sentence, with the quotation marks and brackets that close after it.
_STOP = re.compile(r"[.!?…]++[\"'”’»)\]]*+(?=\s)")
_LINE_END = r"(?>\r\n|\n|\r)"
_MARKER = r"(?:[-*+•][ \t]|#{1,6}[ \t]|>|\d{1,3}[.)][ \t]|\|)"
_BREAK = re.compile(rf"{_LINE_END}[ \t]*+(?:{_LINE_END}|(?={_MARKER}))")
_SPACE = re.compile(r"\s*+")
_OPENING = re.compile(r"[\"'“‘«(\[]*+")
_NEXT_WORD = re.compile(r"[^\W\d_]++")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]/–—-]*\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LONGEST = 24  # an abbreviation is short; a word a megabyte long is none


@frozen
class _Abbreviations:
    before_name: frozenset[str]
    before_figure: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=1)
def _abbreviations() -> _Abbreviations:
    table = resources.files("factcheck").joinpath("languages/en/abbreviations.toml").read_text("utf-8")
    return _Abbreviations(**{name: frozenset(words) for name, words in tomllib.loads(table).items()})


def sentences(content: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of a stretch of text, without the spaces around them.

    A blank line and a list or heading mark end a sentence too. Nothing but white space lies
    between two sentences.

    >>> text = "Gen. J. Doe met U.S.-led troops. “Why?” he said. Nobody knew."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gen. J. Doe met U.S.-led troops.', '“Why?” he said.', 'Nobody knew.']
    """
    end = len(content) if end is None else end
    found: list[tuple[int, int]] = []
    block = start
    for gap in _BREAK.finditer(content, start, end):
        _split(content, block, gap.start(), found)
        block = gap.end()
    _split(content, block, end, found)
    return found


def _split(content: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add the sentences of one block."""
    begin = start
    for stop in _STOP.finditer(content, start, end):
        if _ends(content, begin, stop, end):
            _add(content, begin, stop.end(), found)
            begin = stop.end()
    _add(content, begin, end, found)


def _add(content: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    words = content[start:end]
    if kept := words.strip():
        first = start + len(words) - len(words.lstrip())
        found.append((first, first + len(kept)))


def _ends(content: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, question mark or exclamation mark ends the sentence."""
    after = _SPACE.match(content, stop.end(), end)
    position = after.end() if after else end
    if position >= end:
        return True
    opening = _OPENING.match(content, position, end)
    position = opening.end() if opening else position
    following = content[position : position + 1]
    if following.islower():
        return False
    if stop[0] != ".":
        return True
    last = _LAST_WORD.search(content[max(begin, stop.start() - _LONGEST) : stop.start()])
    return not last or not _goes_on(last[0], following, content, position)


def _goes_on(last: str, following: str, content: str, position: int) -> bool:
    """Whether the word before a full stop is an abbreviation in the middle of a sentence."""
    table = _abbreviations()
    word = last.lower()
    if word in table.before_name:
        return True
    if following.isdigit():
        return word in table.before_figure
    is_initial = len(last) == 1 and last.isupper()
    if not (is_initial or word in table.open or word in table.before_figure or _ACRONYM.fullmatch(last)):
        return False
    if word == "no":
        return False
    beginning = _NEXT_WORD.match(content, position, position + _LONGEST)
    return beginning is not None and beginning[0].lower() not in table.starters
