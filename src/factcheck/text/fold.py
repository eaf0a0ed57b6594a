"""One way to write a text: curly or straight, wrapped or not, all spellings of a mark folded to one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from attrs import frozen

__all__ = ["Folded", "fold"]

_MARKS = {
    "'": "‘’‚‛′ʼʹ＇´",
    '"': "“”„‟″«»〝〞＂",
    "-": "‐‑‒–—―−﹘﹣－⸺⸻",
}
_FOLDED = {mark: plain for plain, marks in _MARKS.items() for mark in marks}

# Characters that nobody sees: soft hyphen, zero width, direction and byte order marks.
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_IRREGULAR = rf"(?! [^\s{_UNSEEN}])[\s{_UNSEEN}]++|[^\x00-\x7f]"
_PIECE = re.compile(_IRREGULAR)
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_COMBINING = re.compile("[\u0300-\u036f]")
_PIECE_COMBINING = re.compile(rf"[^\s{_UNSEEN}\u0300-\u036f](?:[{_UNSEEN}]*+[\u0300-\u036f])++|{_IRREGULAR}")
_SPACE = re.compile(r"\s")

# "10²" must not fold to "102", nor "½" to "1⁄2": only letters, digits and dots in another dress.
_DRESS = frozenset({"<compat>", "<wide>", "<narrow>", "<font>"})


@frozen
class Folded:
    r"""A folded text with the way back.

    >>> folded = fold("the unit’s\n 120 men")
    >>> folded.text, folded.original(4, 14)
    ("the unit's 120 men", (4, 15))

    Attributes:
        text: the folded characters.
    """

    text: str
    _folded_starts: tuple[int, ...]
    _folded_ends: tuple[int, ...]
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` was folded from."""
        first = self._extent(start)[0]
        return first, max(first, self._extent(end - 1)[1]) if end > start else first

    def splits(self, offset: int) -> bool:
        """Whether an offset lies inside what one character of the original folded to, as in "…"."""
        return 0 < offset < len(self.text) and self._extent(offset - 1)[1] > self._extent(offset)[0]

    def position(self, offset: int) -> int:
        """Where in the folded text the original's character at `offset` went."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return min(offset, len(self.text))
        if offset < self._ends[index]:
            return self._folded_starts[index]
        return min(self._folded_ends[index] + offset - self._ends[index], len(self.text))

    def _extent(self, offset: int) -> tuple[int, int]:
        """The original extent of one folded character."""
        index = bisect_right(self._folded_ends, offset)
        if index < len(self._folded_starts) and self._folded_starts[index] <= offset:
            return self._starts[index], self._ends[index]
        shift = self._ends[index - 1] - self._folded_ends[index - 1] if index else 0
        return offset + shift, offset + shift + 1


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    r"""Fold quotes, dashes, spaces, line ends, ligatures and invisible characters.

    Letters keep their case and their accents, figures their value: texts that differ in what they
    say stay different.

    >>> fold("“ﬁve”\u00a0–  6").text
    '"five" - 6'
    """
    pattern = _PIECE_COMBINING if _COMBINING.search(text) else _PIECE
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        plain = _plain(match[0])
        if plain == match[0]:
            continue
        parts += (text[done:start], plain)
        length += start - done
        places.append((length, length + len(plain), start, end))
        length += len(plain)
        done = end
    parts.append(text[done:])
    folded_starts, folded_ends, starts, ends = zip(*places, strict=True) if places else ((), (), (), ())
    return Folded("".join(parts), folded_starts, folded_ends, starts, ends)


@lru_cache(maxsize=4096)
def _plain(piece: str) -> str:
    """What one irregular piece folds to."""
    if piece in _FOLDED:
        return _FOLDED[piece]
    if _SPACE.search(piece):
        return " "
    seen = _HIDDEN.sub("", piece)
    if len(seen) > 1 and _COMBINING.search(seen):
        return unicodedata.normalize("NFC", _plain(seen[0]) + seen[1:])
    if not seen:
        return ""
    if len(piece) == 1 and unicodedata.decomposition(piece).partition(" ")[0] in _DRESS:
        return unicodedata.normalize("NFKC", piece)
    return piece
