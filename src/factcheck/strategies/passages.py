"""Strategies for texts with a quotation in them, and for what later edits make of a text."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

__all__ = ["edits", "quoted_texts"]

_WHO: Final = ("The keeper", "Her brother", "The old ferry", "A second boat", "The council", "Nobody else")
_DID: Final = ("counted", "brought", "lost", "sent", "found", "paid for")
_WHAT: Final = ("lamps", "crates", "sails", "ropes", "bells", "letters")
_FIGURE: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SPACE: Final = re.compile(r"[ \n]")


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """Text, quote, prefix and suffix: the three stand together in the text in one place only.

    The quotation itself may stand elsewhere too, as it may in an article.
    """
    count = draw(st.integers(2, 8))
    figures = draw(st.lists(st.integers(2, 99_999), min_size=count, max_size=count))
    words = st.tuples(*map(st.sampled_from, (_WHO, _DID, _WHAT)))
    sentences = [f"{who} {did} {figure:,} {what}" for figure in figures for who, did, what in [draw(words)]]
    text = ". ".join(sentences) + "."
    index = draw(st.integers(0, count - 1))
    begin = sum(len(sentence) + 2 for sentence in sentences[:index])
    stops = [found.end() for found in _SPACE.finditer(sentences[index])]
    start = begin + draw(st.sampled_from([0, *stops[:-1]]))
    end = begin + len(sentences[index])
    before = after = 0
    while _count(text, text[start - before : end + after]) > 1 or draw(st.integers(0, 2)) == 2:
        if before == start and end + after == len(text):
            break
        before, after = min(before + 4, start), min(after + 4, len(text) - end)
    return text, text[start:end], text[start - before : start], text[end : end + after]


def _count(text: str, part: str) -> int:
    """In how many places the part stands, overlapping ones too."""
    return sum(text.startswith(part, place) for place in range(len(text)))


def edits(text: str, *, keep_figures: bool = True) -> st.SearchStrategy[str]:
    """What an editor may make of a text.

    Args:
        text: what is edited.
        keep_figures: whether every figure stays as it is, while words come and go and lines break anew; if
            not, one figure becomes another and nothing else changes.
    """
    if keep_figures:
        return _reworded(text)
    if not _FIGURE.search(text):
        raise InvalidArgument(f"text={text!r} has no figure to change")
    return _miscounted(text)


@st.composite
def _reworded(draw: st.DrawFn, text: str) -> str:
    places = [0, *(found.start() for found in _SPACE.finditer(text)), len(text)]
    for place in sorted(draw(st.lists(st.sampled_from(places), max_size=4)), reverse=True):
        piece = draw(st.sampled_from([" indeed", "\n", "  ", " (so they say)", " —", " “quite”"]))
        text = text[:place] + piece + text[place:]
    return draw(st.sampled_from([text, text.replace("'", "’"), text.replace("\n", "\r\n")]))


@st.composite
def _miscounted(draw: st.DrawFn, text: str) -> str:
    found = draw(st.sampled_from(list(_FIGURE.finditer(text))))
    digits = [index for index in range(*found.span()) if text[index].isdigit()]
    place = draw(st.sampled_from(digits))
    others = [digit for digit in "123456789" if digit != text[place]]
    return text[:place] + draw(st.sampled_from(others)) + text[place + 1 :]
