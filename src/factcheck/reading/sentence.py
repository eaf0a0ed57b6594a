"""A sentence of a draft, taken apart: its names, figures and dates, and how each clause puts them forward."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.model import Mode
from factcheck.reading.dates import DateMention, find_dates
from factcheck.reading.language import load
from factcheck.reading.numerals import find_quantities
from factcheck.reading.phrases import Found, Phrases, Word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.lexicon import Lexicon
    from factcheck.reading.mention import Mention
    from factcheck.values.change import Change
    from factcheck.values.quantity import Quantity
    from factcheck.values.when import When

__all__ = ["Sentence", "marks", "take_apart", "word_list"]

_STOP: Final = re.compile(r"[;:()|—]|\s[–-]\s")
_PARTICLE: Final = 3
_COMMA: Final = re.compile(r",(?=\s)|[;()–—]")
_ENDING: Final = re.compile(r"\?[\"'”’»)\]\s]*\Z")


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
        clauses: where its clauses begin, the first at `start`.
        modes: the words that put a clause forward as something else than a fact.
        denials: the words that deny.
        partial: where a name begins that goes on as something else.
        capitals: words with a capital letter that belong to no name, date or figure.
        is_question: whether it asks.
        spoken: stretches between quotation marks.
        commas: where commas and dashes part it, those of dates and figures aside.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    names: tuple[Found[str], ...]
    strangers: tuple[tuple[int, int], ...]
    quantities: tuple[Mention[Quantity | Change], ...]
    dates: tuple[DateMention, ...]
    clauses: tuple[int, ...]
    modes: tuple[Found[Mode], ...]
    denials: tuple[Found[Mode], ...]
    partial: frozenset[int] = frozenset()
    capitals: frozenset[int] = frozenset()
    is_question: bool = False
    spoken: tuple[tuple[int, int], ...] = ()
    commas: tuple[int, ...] = ()

    def is_aside(self, at: int, other: int) -> bool:
        """Whether a place stands between commas, in words such as "after joining", and another does not."""
        index = bisect_right(self.commas, at)
        if index == bisect_right(self.commas, other):
            return False
        start = self.commas[index - 1] if index else self.start
        first = next((word.key for word in self.words if word.start >= start), "")
        return first in word_list("asides")

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place."""
        index = bisect_right(self.clauses, at)
        end = self.clauses[index] if index < len(self.clauses) else self.end
        return self.clauses[max(index, 1) - 1], end

    def within(self, at: int) -> list[Word]:
        """The words of the clause around a place."""
        start, end = self.clause(at)
        return [word for word in self.words if start <= word.start < end]

    def before(self, at: int) -> Word | None:
        """The last word before a place."""
        index = bisect_right(self.words, at, key=lambda word: word.end)
        return self.words[index - 1] if index else None

    def mode(self, at: int) -> Mode:
        """How the clause around a place is put forward."""
        start, end = self.clause(at)
        return next((found.keys[0] for found in self.modes if start <= found.start < end), Mode.ASSERTED)

    def denial(self, at: int) -> Found[Mode] | None:
        """The word that denies something in the clause around a place."""
        start, end = self.clause(at)
        return next((found for found in self.denials if start <= found.start < end), None)

    def is_denied(self, at: int) -> bool:
        """Whether a "not" before a place surely denies it: it stands at the verb."""
        found = self.denial(at)
        if found is None or found.keys[0] is not Mode.DENIED or not found.start < at:
            return False
        verb = self.before(found.start)
        words = word_list("negation", "verbs")
        first = next((word.key for word in self.words if word.start == found.start), "")
        return (verb is not None and verb.key in words) or first in words

    def is_spoken(self, at: int) -> bool:
        """Whether a place stands between quotation marks."""
        return any(start <= at < end for start, end in self.spoken)


def take_apart(
    prose: str,
    where: tuple[int, int],
    published: When | None,
    lexicon: Lexicon,
    spoken: Sequence[tuple[int, int]] = (),
) -> Sentence:
    """One sentence of a text.

    Args:
        prose: the text around it.
        where: its first code point, and one past its last.
        published: the day of the text, for dates such as "last week".
        lexicon: the vocabulary.
        spoken: stretches between quotation marks, also those that reach beyond the sentence.
    """
    start, end = where
    words = words_of(prose, start, end)
    names = tuple(lexicon.names.every(words))
    dates = tuple(find_dates(prose, published, start, end))
    quantities = tuple(find_quantities(prose, start, end))
    named = sorted(
        [(name.start, name.end) for name in names]
        + [(date.full_start, date.full_end) for date in dates]
        + [(figure.start, figure.end) for figure in quantities]
    )
    taken = sorted([*named, *((figure.full_start, figure.full_end) for figure in quantities)])
    is_titled = _is_titled(prose, words)
    denials = tuple(
        found for found in marks("negation", "words", "idle").find(words) if Mode.DENIED in found.keys
    )
    return Sentence(
        start=start,
        end=end,
        words=tuple(words),
        names=names,
        strangers=() if is_titled else tuple(_strangers(prose, words, taken)),
        quantities=quantities,
        dates=dates,
        clauses=tuple(_clauses(prose, words, taken, start, end)),
        modes=tuple(_modes().find(words)),
        denials=denials,
        partial=frozenset(() if is_titled else _partial(prose, words, names)),
        capitals=frozenset(word.start for word in _unknown(prose, words[1:], named)),
        is_question=_ENDING.search(prose[max(start, end - 8) : end]) is not None,
        commas=tuple(
            found.start() for found in _COMMA.finditer(prose, start, end) if not _covers(taken, found.start())
        ),
        spoken=tuple(
            (max(first, start), min(last, end)) for first, last in spoken if first < end and last > start
        ),
    )


@cache
def marks(section: str, words: str = "words", idle: str = "") -> Phrases[Mode]:
    """A list of words that mark a clause, with those phrases that only look like them."""
    table = load("en", "modes")[section]
    marked = [(word, Mode.DENIED) for word in table[words]]
    return Phrases.of([*marked, *((word, Mode.ASSERTED) for word in table.get(idle, ()))])


@cache
def word_list(section: str, name: str = "words") -> frozenset[str]:
    """A list of single words."""
    return frozenset(load("en", "modes")[section][name])


@cache
def _modes() -> Phrases[Mode]:
    return Phrases.of(
        (cue, Mode(name)) for name, cues in load("en", "modes")["modes"].items() for cue in cues
    )


def _partial(prose: str, words: Sequence[Word], names: Sequence[Found[str]]) -> Iterator[int]:
    """Where names begin that go on as something else, as in "PfP Planning and Review Process"."""
    known = {name.start for name in names}
    index = 0
    for name in names:
        while index < len(words) and words[index].start < name.end:
            index += 1
        while index > 1 and words[index - 1].start >= name.end:
            index -= 1
        after = words[index] if index < len(words) else None
        if (
            after is not None
            and prose[name.end : after.start].isspace()
            and prose[after.start].isupper()
            and after.key not in word_list("kinds")
            and after.start not in known
        ):
            yield name.start


def _is_titled(prose: str, words: Sequence[Word]) -> bool:
    """Whether all words of weight have a capital letter, as in a headline."""
    weighty = [word for word in words if word.end - word.start > _PARTICLE and not word.key[0].isdigit()]
    return len(weighty) >= _PARTICLE and all(prose[word.start].isupper() for word in weighty)


def _clauses(
    prose: str, words: Sequence[Word], taken: Sequence[tuple[int, int]], start: int, end: int
) -> Iterator[int]:
    """Where clauses begin: at stops inside the sentence and at words that open a clause.

    One that a relative pronoun opens ends at the next comma. One that goes on with "and to" still hangs on
    the verb before it: "expected to grow, and to reach 16,000".
    """
    found = {start}
    found.update(
        match.end() for match in _STOP.finditer(prose, start, end) if not _covers(taken, match.start())
    )
    ending, bare = word_list("boundaries"), word_list("boundaries", "bare")
    relative, is_inside = word_list("boundaries", "relative"), False
    for index, word in enumerate(words[1:], 1):
        has_comma = "," in prose[words[index - 1].end : word.start] and not _covers(taken, word.start - 1)
        if has_comma and is_inside:
            found.add(word.start)
            is_inside = False
        if word.key not in ending:
            continue
        hangs_on = index + 1 < len(words) and words[index + 1].key in {"to", "a", "an"} and word.key == "and"
        if (has_comma or word.key in bare) and not hangs_on:
            found.add(word.start)
            is_inside = word.key in relative
    return iter(sorted(found))


def _covers(taken: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies inside a name, a date or a figure; they are sorted, and hardly overlap."""
    index = bisect_right(taken, (at, at))
    return any(start <= at < end for start, end in taken[max(0, index - 3) : index + 1])


def _unknown(prose: str, words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """The words with a capital letter that stand in no name, date or figure."""
    return (word for word in words if prose[word.start].isupper() and not _covers(taken, word.start))


def _strangers(
    prose: str, words: Sequence[Word], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Names outside the vocabulary where a subject stands: opening a clause, or with a possessive s."""
    openers, clause_starts = word_list("openers"), word_list("clauses")
    unknown = {word.start for word in _unknown(prose, words, taken)}
    for index, word in enumerate(words):
        if word.start not in unknown or (index == 0 and word.key in openers):
            continue
        opens = index == 0 or words[index - 1].key in {"a", "an"}
        # The article of a name does not hide where it stands.
        first = index - (index > 0 and words[index - 1].key == "the")
        if not opens and first > 0:
            between = prose[words[first - 1].end : words[first].start]
            opens = not between.isspace() or words[first - 1].key in clause_starts
        opens = opens or first == 0
        owns = (
            index + 1 < len(words) and words[index + 1].key == "s" and words[index + 1].start == word.end + 1
        )
        if opens or owns:
            yield word.start, word.end
