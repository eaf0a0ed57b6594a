"""Mentions to readings: a figure, a change, a date, a quotation or a name in the fields of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck.reading.reading import Reading, ReadingKind
from factcheck.values.calendar import iso
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.dates import DateMention
    from factcheck.reading.mention import Mention
    from factcheck.text.span import Text
    from factcheck.values.change import Change
    from factcheck.values.number import Number

__all__ = ["from_date", "from_figure", "from_words"]

# Behind these the date that is named is read, not the time that the preposition makes of it.
_BOUNDS: Final = frozenset({"by", "until", "before", "after"})
_UNHEDGED: Final = frozenset({Hedge.NONE, Hedge.SHARE, Hedge.DERIVED})


def from_date(text: Text, mention: DateMention) -> Reading:
    """The reading of a date or a period."""
    named = (mention.stated if mention.cue in _BOUNDS else None) or mention.value
    first, last = named.earliest_start, named.latest_end
    return Reading(
        ReadingKind.DATE if named.is_instant else ReadingKind.PERIOD,
        text.span(mention.start, mention.end),
        text.content[mention.start : mention.end],
        earliest=None if first is None else iso(first),
        latest=None if last is None else iso(last),
        edtf=mention.value.edtf,
        mention=mention,
    )


def from_figure(text: Text, mention: Mention[Quantity | Change]) -> Iterator[Reading]:
    """The readings of a figure: one, or for a change of several parts the change and then each part."""
    value = mention.value
    if isinstance(value, Quantity):
        yield _figure(text, mention, value, _kind(value), (mention.start, mention.end))
        return
    parts = [(part, part.span) for part in _parts(value) if part.span is not None]
    yield _transition(text, mention, value)
    if len(parts) > 1:
        for part, span in sorted(parts, key=lambda it: it[1]):
            yield _figure(text, mention, part, _kind(part), span)


def from_words(text: Text, kind: ReadingKind, mention: Mention[str]) -> Reading:
    """The reading of a quotation or a name."""
    words = text.content[mention.start : mention.end]
    return Reading(kind, text.span(mention.start, mention.end), words, mention=mention)


def _parts(change: Change) -> list[Quantity]:
    """The parts of a change, a fall told as how far it went."""
    by = change.by
    if by is not None and by.literal.high is not None and by.literal.high <= 0:
        by = by.negated
    return [part for part in (change.after, by, change.before) if part is not None]


def _kind(value: Quantity) -> ReadingKind:
    if value.unit.kind is Kind.AGE:
        return ReadingKind.AGE
    if value.unit.kind is Kind.RANK:
        return ReadingKind.RANK
    return ReadingKind.DURATION if value.unit.dimension == "time" else ReadingKind.QUANTITY


def _figure(
    text: Text,
    mention: Mention[Quantity | Change],
    value: Quantity,
    kind: ReadingKind,
    span: tuple[int, int],
) -> Reading:
    return Reading(
        kind,
        text.span(*span),
        text.content[slice(*span)],
        value=value.stated,
        lo=value.literal.low,
        hi=value.literal.high,
        lo_open=value.literal.low_open,
        hi_open=value.literal.high_open,
        hedge=None if value.hedge in _UNHEDGED else value.hedge.value,
        unit=None if value.unit.kind is Kind.NUMBER else value.unit.name,
        noun=mention.noun,
        mention=mention,
    )


def _transition(text: Text, mention: Mention[Quantity | Change], change: Change) -> Reading:
    """A change by what there is now, else by how far it went; both ends where both are told."""
    parts = _parts(change)
    main = next((part for part in parts if part.span is not None), parts[0])
    reading = _figure(text, mention, main, ReadingKind.TRANSITION, (mention.start, mention.end))
    if change.before is None or change.after is None:
        return reading
    ends = [_end(part) for part in (change.before, change.after)]
    known = [end for end in ends if end is not None]
    if len(known) < 2:
        return reading
    return evolve(reading, lo=min(known), hi=max(known), lo_open=False, hi_open=False)


def _end(part: Quantity) -> Number | None:
    return part.stated if part.stated is not None else part.literal.low
