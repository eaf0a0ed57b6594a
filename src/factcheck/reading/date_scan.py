"""Where the date phrases of a text stand, each with its preposition and the phrase that ends its range."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.date_context import Cue, DateContext, date_context
from factcheck.reading.date_grammar import DASH, SPACE, DateGrammar, date_grammar
from factcheck.reading.date_phrase import DatePhrase
from factcheck.reading.language import load

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Sighting", "scan"]


@frozen
class Sighting:
    """A date phrase in its place.

    Attributes:
        phrase: the date, or the start of a range.
        until: what ends the range, of the form "present" where it is still going on; None if it is no range.
        cue: its preposition.
        ahead: whether the words around it look ahead.
        moved: whether its "until" names the new day of something postponed.
    """

    phrase: DatePhrase
    until: DatePhrase | None
    cue: Cue | None
    ahead: bool
    moved: bool

    @property
    def end(self) -> int:
        """One past the last code point of the phrase or range."""
        return self.until.end if self.until else self.phrase.end

    @property
    def full_start(self) -> int:
        """Where its preposition begins, or the phrase itself."""
        return self.cue.start if self.cue else self.phrase.start

    @property
    def kind(self) -> str:
        """The kind of its preposition, "" where there is none."""
        return self.cue.kind if self.cue else ""


def scan(text: str, start: int, end: int, language: str) -> Iterator[Sighting]:
    """Every date phrase of a text from `start` to `end`, in text order.

    >>> text = "Iraq (2003-2008), then on 9 May"
    >>> [text[sighting.phrase.start : sighting.end] for sighting in scan(text, 0, len(text), "en")]
    ['2003-2008', '9 May']
    """
    reader = _Reader(text, start, end, date_grammar(language), date_context(language), _present_end(language))
    position = start
    while head := reader.grammar.anchor.search(text, position, end):
        position = head.end()
        phrase = reader.grammar.phrase_from(head, text, end)
        if phrase is None:
            continue
        sighting = reader.sighting(phrase)
        if sighting is not None:
            yield sighting
            position = sighting.end
        elif phrase.form == "date" and phrase.month is None:
            position = phrase.end


_JOINT: Final = re.compile(
    rf"{SPACE}?{DASH}{SPACE}?|{SPACE}(?P<word>to|through|until|till|and){SPACE}(?:the{SPACE})?", re.IGNORECASE
)
_AND: Final = re.compile(rf"{SPACE}(?:and|or){SPACE}")
_SHORT_YEAR: Final = re.compile(rf"{DASH}([0-9]{{2}})(?![0-9A-Za-z%]|[-.,/:][0-9])")
_NAME: Final = re.compile(r"[A-Za-z]{3,12}(?![A-Za-z])")


@frozen
class _Reader:
    """A stretch of text with all that is needed to read dates in it."""

    text: str
    start: int
    end: int
    grammar: DateGrammar
    context: DateContext
    present: re.Pattern[str]

    def sighting(self, phrase: DatePhrase) -> Sighting | None:
        """The phrase with what stands around it; None where it is no date there."""
        cue = self.context.cue(self.text, self.start, phrase.start)
        phrase = self._without_count(phrase, cue)
        until = self._range_end(phrase, cue) or self._open_end(phrase)
        if until is None:
            phrase = self._with_lent_year(phrase)
            if self._is_figure(phrase):
                return None
            if not self.context.accepts(phrase, self.text, self.start, self.end):
                return None
        elif not self.context.accepts_range(phrase, self.text, self.start):
            return None
        return Sighting(phrase, until, cue, self._looks_ahead(phrase, cue), self._is_moved(cue))

    def _looks_ahead(self, phrase: DatePhrase, cue: Cue | None) -> bool:
        if phrase.year is not None:
            return False
        if (
            cue is not None
            and cue.kind == "until"
            and self.context.until_looks_ahead(self.text, self.start, cue.start)
        ):
            return True
        if phrase.direction == "the" and cue is not None and cue.kind in ("by", "until", "before"):
            return True
        return self.context.looks_ahead(self.text, self.start, phrase, self.end)

    def _is_moved(self, cue: Cue | None) -> bool:
        return (
            cue is not None
            and cue.kind == "until"
            and self.context.is_moved(self.text, self.start, cue.start)
        )

    def _without_count(self, phrase: DatePhrase, cue: Cue | None) -> DatePhrase:
        """The month alone of "in May 20 soldiers", where the number counts."""
        if phrase.form != "date" or phrase.day is None or phrase.month is None or phrase.year is not None:
            return phrase
        name = _NAME.match(self.text, phrase.start, phrase.end)
        if name is None:
            return phrase
        in_month = cue is not None and self.text[cue.start : cue.start + 2].lower() == "in"
        counted = self.text[phrase.end - 1].isdigit() and self.context.is_counted(
            self.text, phrase.end, self.end
        )
        if phrase.day > 31 or (in_month and counted):
            return evolve(phrase, day=None, last_day=None, both=False, end=name.end())
        return phrase

    def _range_end(self, phrase: DatePhrase, cue: Cue | None) -> DatePhrase | None:
        """The date behind the phrase that ends a range."""
        if not phrase.is_calendar or phrase.last_day is not None or phrase.direction:
            return None
        joint = _JOINT.match(self.text, phrase.end, self.end)
        if joint is None:
            return None
        if (joint["word"] or "").lower() == "and" and (cue is None or cue.kind != "between"):
            return None
        other = self.grammar.phrase_at(self.text, joint.end(), self.end)
        if other is None or not other.is_calendar or other.direction or other.last_day is not None:
            return self._short_end(phrase)
        if not self._is_alike(phrase, other) and not self._is_spelled_out(phrase, other, joint, cue):
            return None
        return None if self._is_count(other) else other

    def _is_alike(self, phrase: DatePhrase, other: DatePhrase) -> bool:
        """Whether both are days, both months or both years."""
        return (phrase.day is None, phrase.month is None) == (other.day is None, other.month is None)

    def _is_spelled_out(
        self, phrase: DatePhrase, other: DatePhrase, joint: re.Match[str], cue: Cue | None
    ) -> bool:
        """Whether "from ... to" or "between ... and" joins dates of which one is told more finely."""
        if phrase.year is None or other.year is None or cue is None:
            return False
        word = (joint["word"] or "").lower()
        return cue.kind == "between" if word == "and" else cue.kind == "from" and bool(word)

    def _with_lent_year(self, phrase: DatePhrase) -> DatePhrase:
        """January 2017 of "January and February 2017"."""
        if phrase.form != "date" or phrase.month is None or phrase.year is not None or phrase.direction:
            return phrase
        joint = _AND.match(self.text, phrase.end, self.end)
        other = joint and self.grammar.phrase_at(self.text, joint.end(), self.end)
        if not other or other.form != "date" or other.month is None or other.year is None:
            return phrase
        return evolve(phrase, year=other.year - (phrase.month > other.month))

    def _is_figure(self, phrase: DatePhrase) -> bool:
        """Whether what looks like a bare year leads to a count: "from 1950 to 2018 tonnes"."""
        if phrase.form != "date" or phrase.month is not None or phrase.part:
            return False
        joint = _JOINT.match(self.text, phrase.end, self.end)
        if joint is None or not joint["word"]:
            return False
        other = self.grammar.phrase_at(self.text, joint.end(), self.end)
        if other is None or not self._is_count(other):
            return False
        return not self.context.is_figure(self.text, other.end, self.end)

    def _short_end(self, phrase: DatePhrase) -> DatePhrase | None:
        """The second year of "2003-08"."""
        match = _SHORT_YEAR.match(self.text, phrase.end, self.end)
        if (
            match is None
            or phrase.year is None
            or phrase.month is not None
            or int(match[1]) <= phrase.year % 100
        ):
            return None
        if self.context.is_joined(self.text, match.end(), self.end):
            return None
        year = phrase.year // 100 * 100 + int(match[1])
        return DatePhrase(match.start(1), match.end(), "date", year=year)

    def _is_count(self, phrase: DatePhrase) -> bool:
        """Whether what looks like a bare year counts things or is part of a longer number."""
        if phrase.form != "date" or phrase.month is not None:
            return False
        joined = self.context.is_joined(self.text, phrase.end, self.end)
        joined = joined or self.context.is_figure(self.text, phrase.end, self.end)
        return joined or self.context.is_counted(self.text, phrase.end, self.end)

    def _open_end(self, phrase: DatePhrase) -> DatePhrase | None:
        """The words "to the present" behind the phrase."""
        if not phrase.is_calendar or phrase.last_day is not None:
            return None
        match = self.present.match(self.text, phrase.end, self.end)
        return match and DatePhrase(match.start(), match.end(), "present")


@cache
def _present_end(language: str) -> re.Pattern[str]:
    ends = sorted(load(language, "dates")["present"]["ends"], key=len, reverse=True)
    spoken = "|".join(SPACE.join(words.split()) for words in ends)
    joint = rf"{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|until|till|through){SPACE}"
    return re.compile(rf"(?:{joint})(?:{spoken})(?![\w-])|{DASH}(?=\))", re.IGNORECASE)
