"""A news text, read: every date, figure, quotation and name at its place, with its mode and its speaker."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from factcheck.reading.clause_cues import ClauseCues, clause_cues
from factcheck.reading.dates import find_dates
from factcheck.reading.described import from_date, from_figure, from_words
from factcheck.reading.document import Document, lay_out
from factcheck.reading.names import NameSort, find_names
from factcheck.reading.news_block import METADATA, SILENT
from factcheck.reading.numerals import find_quantities
from factcheck.reading.quotations import find_quotations
from factcheck.reading.reading import ReadingKind
from factcheck.reading.speakers import attribution, speakers_of
from factcheck.text.sentences import sentences
from factcheck.text.span import Text
from factcheck.values.when import When, as_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factcheck.reading.dates import DateMention
    from factcheck.reading.names import Name
    from factcheck.reading.quotations import Quotation
    from factcheck.reading.reading import Reading
    from factcheck.reading.speakers import Speaker

__all__ = ["read"]


def read(text: Text | str, published: When | dt.date | str | None = None, *, path: str = "") -> Document:
    """Read a news text; any text gives a document, none raises.

    >>> document = read("The port of Hull sent 94 men north on Tuesday, the mayor said.", "2021-05-07")
    >>> [(reading.kind.value, reading.quote, reading.speaker) for reading in document.readings]
    [('name', 'Hull', 'the mayor'), ('quantity', '94', 'the mayor'), ('date', 'Tuesday', 'the mayor')]

    Args:
        text: the file, or its characters.
        published: the day of the text; by default the day it says itself. A month stands for
            its last day.
        path: the name that messages show for characters; its ending tells Markdown and HTML from plain text.

    Raises:
        ValueError: `published` is no date in ISO 8601 or EDTF.
    """
    file = text if isinstance(text, Text) else Text(path, text)
    day = None if published is None else When.on(as_day(published))
    document = lay_out(file, day)
    return evolve(document, readings=tuple(_readings(document)))


def _readings(document: Document) -> list[Reading]:
    """All readings in text order, the wider first."""
    told = [block for block in document.blocks if block.kind not in SILENT]
    body = [block for block in told if block.kind not in METADATA]
    quotations = find_quotations(document.prose, body)
    names = find_names(document.prose, body)
    speech = _Speech.of(document.prose, quotations, speakers_of(document.prose, quotations, body), names)
    dates = find_dates(document.prose, document.published)
    found = [
        *(from_words(document.text, ReadingKind.QUOTATION, quotation) for quotation in quotations),
        *(from_words(document.text, ReadingKind.NAME, name) for name in names),
        *(from_date(document.text, date) for date in dates),
        *_figures(document, dates),
    ]
    found.sort(key=lambda reading: (reading.span.start, -reading.span.end, reading.kind))
    return list(_put_forward(document, found, speech))


def _figures(document: Document, dates: Sequence[DateMention]) -> Iterator[Reading]:
    """The figures of each block, save those inside a date."""
    taken = [(date.start, date.end) for date in dates]
    starts = [start for start, _ in taken]
    for block in document.blocks:
        if block.kind in SILENT or block.kind in METADATA:
            continue
        for mention in find_quantities(document.prose, block.start, block.end):
            index = bisect_right(starts, mention.end - 1) - 1
            if index < 0 or taken[index][1] <= mention.start:
                yield from from_figure(document.text, mention)


@frozen
class _Speech:
    """Who speaks where.

    Attributes:
        stretches: start and end of each quotation with a speaker, in order of start.
        persons: where persons are named, for the pronouns behind them.
    """

    stretches: tuple[tuple[int, int, str | None], ...]
    persons: tuple[Name, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _places: tuple[int, ...] = field(init=False, repr=False)

    @_starts.default
    def _stretch_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self.stretches)

    @_places.default
    def _person_places(self) -> tuple[int, ...]:
        return tuple(person.start for person in self.persons)

    @classmethod
    def of(
        cls,
        prose: str,
        quotations: Sequence[Quotation],
        speakers: Sequence[Speaker | None],
        names: Sequence[Name],
    ) -> _Speech:
        """The speech of a text: its outermost quotations."""
        persons = tuple(name for name in names if name.sort is NameSort.PERSON)
        silent = cls((), persons)
        stretches = [
            (quotation.full_start, quotation.full_end, silent.named(prose, speaker))
            for quotation, speaker in zip(quotations, speakers, strict=True)
            if not quotation.depth
        ]
        return cls(tuple(stretches), persons)

    def named(self, prose: str, speaker: Speaker | None) -> str | None:
        """The speaker's words; for "he" or "she" the person named last, if that is near."""
        if speaker is None:
            return None
        if not speaker.is_pronoun:
            return " ".join(speaker.name.split())
        index = bisect_right(self._places, speaker.start) - 1
        if speaker.name.lower() not in {"he", "she"} or index < 0:
            return None
        person = self.persons[index]
        near = (
            "\n\n" not in prose[person.end : speaker.start][-_REACH:] and speaker.start - person.end < _REACH
        )
        return person.value if near else None

    def at(self, start: int) -> tuple[bool, str | None]:
        """Whether a place is inside a quotation, and whose."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self.stretches[index][1]:
            return False, None
        return True, self.stretches[index][2]


_REACH: Final = 400  # code points from a person's name to a pronoun that stands for it


def _put_forward(document: Document, found: Sequence[Reading], speech: _Speech) -> Iterator[Reading]:
    """The readings with how their clauses put them forward: what a parse will know better."""
    sentence_cues = _cues(document)
    start = end = 0
    cues = _NO_CUES
    for reading in found:
        at = reading.span.start
        while at >= end:
            start, end, cues = next(sentence_cues, (len(document.prose), len(document.prose) + 1, _NO_CUES))
        inside = cues if at >= start else _NO_CUES
        is_quoted, speaker = speech.at(at)
        if not is_quoted:
            speaker = speech.named(document.prose, inside.teller_at(at))
        if reading.kind in {ReadingKind.QUOTATION, ReadingKind.NAME}:
            yield evolve(reading, speaker=speaker)
        else:
            first = reading.span.start if reading.mention is None else reading.mention.full_start
            mode = inside.mode_at(first, reading.span.end)
            yield evolve(reading, mode=mode, speaker=speaker, negated=inside.negated_at(first))


_NO_CUES: Final = ClauseCues()


def _cues(document: Document) -> Iterator[tuple[int, int, ClauseCues]]:
    """The cues of each sentence that says something of the world."""
    for block in document.blocks:
        if block.kind not in SILENT and block.kind not in METADATA:
            for start, end in sentences(document.prose, block.start, block.end):
                told = attribution(document.prose, start, end)
                yield start, end, clause_cues(document.prose, start, end, told)
