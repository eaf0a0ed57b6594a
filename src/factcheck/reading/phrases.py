"""Phrases in a text: names of the vocabulary, cues of its properties, words that set a sentence's mode."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

from attrs import Factory, define, field, frozen

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


@define
class _Node(Generic[Key]):
    """What may follow the words of a phrase so far, and what it stands for if it ends here."""

    words: dict[str, _Node[Key]] = Factory(dict)
    stems: dict[str, _Node[Key]] = Factory(dict)
    lengths: set[int] = Factory(set)
    keys: dict[Key, None] = Factory(dict)

    def after(self, word: str) -> Iterator[_Node[Key]]:
        if word in self.words:
            yield self.words[word]
        for length in self.lengths:
            node = self.stems.get(word[:length])
            if node is not None and length <= len(word):
                yield node

    def grown(self, part: str) -> _Node[Key]:
        if not part.endswith("*"):
            return self.words.setdefault(part, _Node())
        self.lengths.add(len(part) - 1)
        return self.stems.setdefault(part[:-1], _Node())


@frozen
class Phrases(Generic[Key]):
    """Phrases to look for, all at once, in time that does not grow with how many they are.

    >>> names = Phrases.of([("Partnership for Peace", "pfp"), ("partner*", "partner")])
    >>> [found.keys for found in names.find(words_of("Partners joined the Partnership for Peace"))]
    [('partner',), ('pfp',)]
    """

    _root: _Node[Key] = field(repr=False)

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, Key]]) -> Phrases[Key]:
        """Phrases with what they stand for; `*` at the end of a word stands for the rest of it."""
        root: _Node[Key] = _Node()
        for phrase, key in phrases:
            node = root
            for part in _PART.finditer(phrase):
                node = node.grown(part.group().casefold())
            if node is not root:
                node.keys[key] = None
        return cls(root)

    def find(self, words: Sequence[Word]) -> Iterator[Found[Key]]:
        """Every phrase in a row of words, none inside another; the longest at a place wins."""
        index = 0
        while index < len(words):
            ends = list(self._at(words, index))
            longest = max((end for end, _ in ends), default=index)
            if longest > index:
                keys = dict.fromkeys(key for end, keys in ends if end == longest for key in keys)
                yield Found(tuple(keys), words[index].start, words[longest - 1].end)
            index = max(longest, index + 1)

    def every(self, words: Sequence[Word]) -> Iterator[Found[Key]]:
        """Every phrase in a row of words, also where one lies inside another.

        >>> cues = Phrases.of([("force of", "strength"), ("force", "army")])
        >>> [found.keys for found in cues.every(words_of("a force of 120"))]
        [('army',), ('strength',)]
        """
        for index in range(len(words)):
            for end, keys in sorted(self._at(words, index), key=lambda found: found[0]):
                yield Found(keys, words[index].start, words[end - 1].end)

    def _at(self, words: Sequence[Word], index: int) -> Iterator[tuple[int, tuple[Key, ...]]]:
        """The phrases that begin at a word: one past their last word, and what they stand for."""
        nodes = [self._root]
        while nodes and index < len(words):
            nodes = [after for node in nodes for after in node.after(words[index].key)]
            index += 1
            for node in nodes:
                if node.keys:
                    yield index, tuple(node.keys)


_PART: Final = re.compile(r"[^\W_]+\*?")
