"""A sentence of a draft, taken apart: its words, names, figures and dates, its mode, and the claims it is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from factcheck.model import Mode
from factcheck.reading.dates import DateMention, find_dates
from factcheck.reading.language import load
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.mention import Mention
from factcheck.reading.numerals import find_quantities
from factcheck.reading.phrases import Found, Phrases, Word, words_of
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.when import When

__all__ = ["Sentence", "take_apart"]


@frozen
class Sentence:
    """One sentence; offsets are code points into its text.

    Attributes:
        start: first code point.
        end: one past the last.
        words: its words.
        names: entities it names.
        strangers: capitalised names, outside the vocabulary, that could be what it speaks of.
        quantities: its figures.
        dates: its dates.
        mode: how it is put forward.
        is_negated: whether it says that something is not so.
        is_beginning: whether it tells of a beginning.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    names: tuple[Found[str], ...]
    strangers: tuple[tuple[int, int], ...]
    quantities: tuple[Mention[Quantity | Change], ...]
    dates: tuple[DateMention, ...]
    mode: Mode
    is_negated: bool
    is_beginning: bool


def take_apart(prose: str, start: int, end: int, published: When | None, lexicon: Lexicon) -> Sentence:
    """The sentence at `prose[start:end]`."""
    words = words_of(prose, start, end)
    names = tuple(lexicon.names.find(words))
    dates = tuple(find_dates(prose, published, start, end))
    quantities = tuple(find_quantities(prose, start, end))
    taken = [(name.start, name.end) for name in names]
    taken += [(date.full_start, date.full_end) for date in dates]
    taken += [(figure.full_start, figure.full_end) for figure in quantities]
    cues = _cues()
    return Sentence(
        start=start,
        end=end,
        words=tuple(words),
        names=names,
        strangers=tuple(_strangers(prose, words, taken)),
        quantities=quantities,
        dates=dates,
        mode=next((found.keys[0] for found in cues["mode"].find(words)), Mode.ASSERTED),
        is_negated=any(True for _ in cues["negation"].find(words)),
        is_beginning=any(True for _ in cues["beginning"].find(words)),
    )


@cache
def _cues() -> dict[str, Phrases[Mode]]:
    table = load("en", "modes")
    modes = [(cue, Mode(name)) for name, cues in table["modes"].items() for cue in cues]
    return {
        "mode": Phrases.of(modes),
        "negation": Phrases.of((word, Mode.DENIED) for word in table["negation"]["words"]),
        "beginning": Phrases.of((word, Mode.ASSERTED) for word in table["beginnings"]["words"]),
    }


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("en", "modes")["openers"]["words"])


@cache
def _clause_starts() -> frozenset[str]:
    return frozenset(load("en", "modes")["clauses"]["words"])


def _strangers(prose: str, words: list[Word], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names outside the vocabulary where a subject stands: opening a clause, or with a possessive s."""
    for index, word in enumerate(words):
        if not prose[word.start].isupper() or any(start <= word.start < end for start, end in taken):
            continue
        opens = index == 0
        if opens and word.key in _openers():
            continue
        if not opens:
            between = prose[words[index - 1].end : word.start]
            opens = "," in between or ";" in between or words[index - 1].key in _clause_starts()
        owns = (
            index + 1 < len(words) and words[index + 1].key == "s" and words[index + 1].start == word.end + 1
        )
        if opens or owns:
            yield word.start, word.end
