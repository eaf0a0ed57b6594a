"""Phrases in a text: names of the vocabulary, cues of its properties, and the words that set a sentence's mode."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Final, Generic, TypeVar

from attrs import field, frozen

__all__ = ["Found", "Phrases", "Word", "words_of"]

Key = TypeVar("Key", bound=Hashable)

# Apostrophes part words, so that "Baku’s" holds the name "Baku".
_WORD: Final = re.compile(r"[^\W_]+")


@frozen
class Word:
    """A word of a text, folded to lower case."""

    key: str
    start: int
    end: int


@frozen
class Found(Generic[Key]):
    """A phrase at a place, and what it stands for."""

    keys: tuple[Key, ...]
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a text with their offsets.

    >>> [word.key for word in words_of("Baku’s 22-member unit")]
    ['baku', 's', '22', 'member', 'unit']
    """
    stop = len(text) if end is None else end
    return [Word(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


@frozen
class Phrases(Generic[Key]):
    """Phrases to look for, all at once; the longest one at a place wins.

    >>> names = Phrases.of([("Partnership for Peace", "pfp"), ("partner*", "partner")])
    >>> [found.keys for found in names.find(words_of("Partners joined the Partnership for Peace"))]
    [('partner',), ('pfp',)]
    """

    _by_first: dict[str, list[tuple[tuple[str, ...], Key]]] = field(repr=False)
    _by_stem: dict[str, list[tuple[tuple[str, ...], Key]]] = field(repr=False)

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, Key]]) -> Phrases[Key]:
        """Phrases with what they stand for; `*` at the end of a word stands for the rest of it."""
        by_first: dict[str, list[tuple[tuple[str, ...], Key]]] = {}
        by_stem: dict[str, list[tuple[tuple[str, ...], Key]]] = {}
        for phrase, key in phrases:
            parts = tuple(_parts(phrase))
            if parts and parts[0].endswith("*"):
                # Open words are found by their first three letters, which every stem has or is.
                by_stem.setdefault(parts[0][:-1][:3], []).append((parts, key))
            elif parts:
                by_first.setdefault(parts[0], []).append((parts, key))
        return cls(by_first, by_stem)

    def find(self, words: list[Word]) -> Iterator[Found[Key]]:
        """Every phrase in a row of words, from left to right, none inside another."""
        index = 0
        while index < len(words):
            length, keys = self._longest(words, index)
            if length:
                yield Found(keys, words[index].start, words[index + length - 1].end)
            index += length or 1

    def _longest(self, words: list[Word], index: int) -> tuple[int, tuple[Key, ...]]:
        first = words[index].key
        candidates = list(self._by_first.get(first, ()))
        for length in range(1, min(len(first), 3) + 1):
            candidates += self._by_stem.get(first[:length], ())
        best, keys = 0, dict[Key, None]()
        for parts, key in candidates:
            if len(parts) >= best and _fits(parts, words, index):
                if len(parts) > best:
                    best, keys = len(parts), {}
                keys[key] = None
        return best, tuple(keys)


def _parts(phrase: str) -> Iterator[str]:
    for match in re.finditer(r"[^\W_]+\*?", phrase):
        yield match.group().casefold()


def _fits(parts: tuple[str, ...], words: list[Word], index: int) -> bool:
    if index + len(parts) > len(words):
        return False
    return all(
        word.key.startswith(part[:-1]) if part.endswith("*") else word.key == part
        for part, word in zip(parts, words[index : index + len(parts)], strict=True)
    )
