"""Words, figures and signs of a text in order, with their places; the floor that grammars stand on."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

__all__ = ["Tokens", "tokenize"]

# A blank line is a token of its own: nothing reads across it. A figure keeps its inner points and commas.
_TOKEN: Final = re.compile(r"\n[^\S\n]*\n|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S", re.UNICODE)
_SENTENCE_ENDS: Final = frozenset(".!?;")


@frozen(eq=False)
class Tokens:
    """The tokens of one text in parallel lists; an index stands for one token.

    Attributes:
        text: what was read.
        words: each token as written.
        lower: each token in lower case, typographic apostrophes as straight ones.
        starts: first code point of each.
        ends: one past the last code point of each.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """The token in lower case, empty beyond either end of the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def run(self, first: int, length: int) -> tuple[str, ...]:
        """The next `length` tokens in lower case, empty where there are fewer."""
        words = tuple(self.lower[first : first + length])
        return words if len(words) == length else ()

    def adjacent(self, index: int) -> bool:
        """Whether nothing stands between the token and the next."""
        return 0 <= index < len(self.ends) - 1 and self.ends[index] == self.starts[index + 1]

    def is_word(self, index: int) -> bool:
        """Whether the token is made of letters."""
        return 0 <= index < len(self.words) and self.words[index][0].isalpha()

    def is_figure(self, index: int) -> bool:
        """Whether the token is made of digits."""
        return 0 <= index < len(self.words) and "0" <= self.words[index][0] <= "9"

    def is_capitalised(self, index: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def is_break(self, index: int) -> bool:
        """Whether a sentence or block ends here, or the text does."""
        if not 0 <= index < len(self.words):
            return True
        word = self.words[index]
        if word == ".":
            # The point of "Feb. 24" or "U.S. troops" ends nothing.
            return not (
                self.adjacent(index - 1) and len(self.at(index - 1)) <= 3 and self._continues(index + 1)
            )
        return word in _SENTENCE_ENDS or word[0] == "\n"

    def _continues(self, index: int) -> bool:
        return index < len(self.words) and (self.words[index][0].islower() or self.is_figure(index))


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into the whole text.

    >>> tokenize("At least 17 people").lower
    ['at', 'least', '17', 'people']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, [word.lower().replace("’", "'") for word in words], starts, ends)
