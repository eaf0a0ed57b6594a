"""Two wordings of one passage side by side: which words stayed, and which of the changes matter."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

from attrs import frozen

__all__ = ["Alignment", "Change", "Words", "align", "is_denial", "weight", "words"]

# A pair of token numbers, in the quotation and in the text; None where the other side has no word.
Pair: TypeAlias = tuple[int | None, int | None]

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_]+(?:'[^\W\d_]+)*+|[%$€£¥°]|(?<![\w)\]])-(?=[$€£¥]?\d)")
_FIGURES = frozenset("#%$€£¥°-")  # what the keys of figures and of their marks begin with
_CONTENT = 4  # weight of a word that carries a passage's identity
_LIGHT = 1  # weight of a word that any passage may hold
_ANOTHER_FIGURE = 1
_INSERTED = 1
_SIMILAR = 70  # of 100: an inflection or a misspelling of one word


@frozen
class _Polarity:
    significant: frozenset[str]
    prefixes: tuple[str, ...]
    light: frozenset[str]
    figures: dict[str, str]
    denials: frozenset[str]


@lru_cache(maxsize=1)
def _polarity() -> _Polarity:
    source = resources.files("factcheck").joinpath("languages/en/polarity.toml").read_text("utf-8")
    table = tomllib.loads(source)
    light = frozenset(table["light"]) | frozenset(table["significant"])
    return _Polarity(
        frozenset(table["significant"]),
        tuple(table["prefixes"]),
        light,
        table["figures"],
        frozenset(table["denials"]),
    )


@frozen(eq=False)
class Words:
    """The words of a folded text.

    Attributes:
        text: the folded text.
        keys: each word in the form that is compared: lower case, figures as `#` and their value.
        starts: where each word begins.
        ends: where each word ends.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def said(self, index: int) -> str:
        """A word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_name(self, index: int) -> bool:
        """Whether a word is written as names are: capital letter, not at the beginning of a sentence."""
        if not self.text[self.starts[index]].isupper():
            return False
        return index == 0 or not any(
            mark in ".!?" for mark in self.text[self.ends[index - 1] : self.starts[index]]
        )


@lru_cache(maxsize=8)
def words(text: str) -> Words:
    """Split a folded text into words and figures.

    >>> words("Six of 13,000 men").keys
    ('#6', 'of', '#13000', 'men')
    """
    figures = _polarity().figures
    keys, starts, ends = [], [], []
    for match in _TOKEN.finditer(text):
        word = match[0].lower()
        figure = word.replace(",", "") if word[0].isdigit() else figures.get(word)
        keys.append(word if figure is None else f"#{figure}")
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, tuple(keys), tuple(starts), tuple(ends))


def is_denial(key: str) -> bool:
    """Whether a word turns round what comes after it."""
    return key in _polarity().denials or key.endswith("n't")


def weight(key: str) -> int:
    """How much a word tells about which passage this is."""
    return _LIGHT if key in _polarity().light else _CONTENT


@frozen
class Change:
    """One change that a person must read again.

    >>> print(Change("94", "90"), Change("", "not"), Change("nearly", ""), sep="; ")
    94 became 90; “not” was inserted; “nearly” was dropped

    Attributes:
        was: the words of the quotation, empty where words were inserted.
        now: the words of the text, empty where words were dropped.
    """

    was: str
    now: str

    def __str__(self) -> str:
        if not self.was:
            return f"“{self.now}” was inserted"
        if not self.now:
            return f"“{self.was}” was dropped"
        if self.was[:1].isdigit() and self.now[:1].isdigit():
            return f"{self.was} became {self.now}"
        return f"“{self.was}” became “{self.now}”"


@frozen
class Alignment:
    """A quotation and the words of a text that come nearest to it.

    Attributes:
        quote: the words of the quotation.
        text: the words of the text.
        pairs: which word became which, in order.
        score: how much of the quotation is still there, from 0 to 100.
    """

    quote: Words
    text: Words
    pairs: tuple[Pair, ...]
    score: int

    @property
    def extent(self) -> tuple[int, int]:
        """First and last word of the text."""
        held = [there for _, there in self.pairs if there is not None]
        return held[0], held[-1]

    def changes(self) -> tuple[Change, ...]:
        """The changes of figures, names and deciding words; empty where only the wording drifted."""
        first, last = self.extent
        before = [key for key in self.quote.keys if _is_significant(key)]
        after = [key for key in self.text.keys[first : last + 1] if _is_significant(key)]
        return tuple(
            Change(
                "" if here is None else self.quote.said(here),
                "" if there is None else self.text.said(there),
            )
            for here, there in self.pairs
            if (before != after and self._differs(here, there)) or self._swaps(here, there)
        )

    def _differs(self, here: int | None, there: int | None) -> bool:
        """Whether a figure or a deciding word is not the same on both sides."""
        was = "" if here is None else self.quote.keys[here]
        now = "" if there is None else self.text.keys[there]
        return was != now and (_is_significant(was) or _is_significant(now))

    def _swaps(self, here: int | None, there: int | None) -> bool:
        """Whether a name, a counted noun or a word's opposite took the place of what was said."""
        if here is None or there is None or self.quote.keys[here] == self.text.keys[there]:
            return False
        was, now = self.quote.keys[here], self.text.keys[there]
        if _are_opposites(was, now):
            return True
        is_counted = self.quote.keys[max(here - 1, 0)][0] == "#" and weight(was) == weight(now) == _CONTENT
        are_names = self.quote.is_name(here) and self.text.is_name(there)
        return (is_counted or are_names) and not _are_similar(was, now)


def _is_significant(key: str) -> bool:
    return (
        key[:1] in {"#", "%", "$", "€", "£", "¥", "°", "-"}
        or key in _polarity().significant
        or key.endswith("n't")
    )


def _are_opposites(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return any(long == prefix + short for prefix in _polarity().prefixes)


def _are_similar(one: str, other: str) -> bool:
    # Loaded where words differ: a ledger whose quotes stand verbatim starts without it.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    length = len(one) + len(other)
    if one[:1] != other[:1]:  # "men" is no spelling of "women"
        return False
    return 100 * (length - Indel.distance(one, other)) >= _SIMILAR * length


def _replacing(was: str, now: str) -> int:
    """What it costs to take one word for another."""
    if was == now:
        return 0
    if _is_significant(was) and _is_significant(now):
        return _ANOTHER_FIGURE
    full = weight(was)
    if full == _LIGHT:
        return _LIGHT
    return full // 2 if _are_opposites(was, now) or _are_similar(was, now) else full


def align(quote: Words, text: Words, first: int, last: int) -> list[Alignment]:
    """The best places of a quotation among the words `first` to `last` (exclusive) of a text.

    Sellers' algorithm over words: begin and end in the text are free. Words times words, so callers
    give it windows.

    >>> [best] = align(words("from 94 to 120"), words("It grew from 90 to 120 men."), 0, 7)
    >>> best.changes(), best.score
    ((Change(was='94', now='90'),), 90)
    """
    rows = [[0] * (last - first + 1)]
    for was in quote.keys:
        above, dropped = rows[-1], weight(was)
        costs = {now: _replacing(was, now) for now in set(text.keys[first:last])}
        left = above[0] + dropped
        row = [left]
        for column, now in enumerate(text.keys[first:last]):
            left = min(above[column] + costs[now], above[column + 1] + dropped, left + _INSERTED)
            row.append(left)
        rows.append(row)
    best, total = min(rows[-1]), sum(map(weight, quote.keys))
    score = 100 * (total - best) // max(total, 1)
    ends = [column for column, cost in enumerate(rows[-1]) if cost == best][:8]
    traced = (_trace(rows, quote, text, first, end) for end in ends)
    return [
        Alignment(quote, text, pairs, score)
        for pairs in traced
        if any(there is not None for _, there in pairs)
    ]


def _trace(rows: list[list[int]], quote: Words, text: Words, first: int, column: int) -> tuple[Pair, ...]:
    """Walk back from the end of a place to its beginning."""
    pairs: list[Pair] = []
    row = len(rows) - 1
    while row:
        here, there = row - 1, first + column - 1
        cost = rows[row][column]
        changed = _replacing(quote.keys[here], text.keys[there]) if column else 0
        is_inserted = column > 0 and cost == rows[row][column - 1] + _INSERTED
        if column and cost == rows[row - 1][column - 1] + changed and not (changed and is_inserted):
            pairs.append((here, there))
            row, column = row - 1, column - 1
        elif is_inserted:
            pairs.append((None, there))
            column -= 1
        else:
            pairs.append((here, None))
            row -= 1
    return tuple(reversed(pairs))
