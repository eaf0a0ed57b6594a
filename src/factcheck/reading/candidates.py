"""What a figure or a date of a sentence may be said of: typed slots admit, named subjects and cues rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, frozen

from factcheck.model import Holds, Names, Property, Proposition, ValueType
from factcheck.reading.dates import DateMention
from factcheck.reading.lexicon import Key, Lexicon
from factcheck.reading.mention import Mention
from factcheck.reading.phrases import words_of
from factcheck.reading.sentence import Sentence
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit
from factcheck.values.when import EndKind, When

__all__ = ["Candidate", "date_candidates", "quantity_candidates"]

# What speaks for a subject: its own name, the name of what it is part of, or a name from an earlier sentence.
_LINKED: Final = 9
_NAMED: Final = 4
_OWNER_NAMED: Final = 2
_IN_CONTEXT: Final = 1
# Nouns that count the members of anything.
_ANYBODY: Final = frozenset({"people", "person", "persons", "member", "members", "strong", "others"})
_LEVELS: Final = frozenset({Holds.UNTIL_CHANGED, Holds.CUMULATIVE})
_MORE: Final = frozenset({"more", "additional", "extra", "further"})


@frozen
class Candidate:
    """One statement that a figure or a date may make.

    Attributes:
        key: what it is said of.
        proposition: the reading.
        places: offsets of the parts of the value.
        score: how much speaks for it.
        is_inferred: whether its subject is taken from an earlier sentence.
    """

    key: Key
    proposition: Proposition
    places: Mapping[str, tuple[int, int]]
    score: int
    is_inferred: bool


def quantity_candidates(
    mention: Mention[Quantity | Change],
    sentence: Sentence,
    lexicon: Lexicon,
    named: tuple[str, ...],
    linked: frozenset[Key],
) -> list[Candidate]:
    """What a figure may be said of, the likeliest first."""
    when = _nearest_date(sentence, mention.start)
    found = []
    for key in lexicon.keys:
        of = lexicon.property_of(key)
        if of.type is not ValueType.QUANTITY or of.unit is None:
            continue
        value = _in_unit(mention, sentence, of, of.unit, lexicon, key)
        words = words_of(mention.noun) if mention.noun else list(sentence.words)
        # To name so many soldiers is to speak of a strength; that they were sent takes a verb.
        counts = of.holds in _LEVELS and not key.scope and any(True for _ in lexicon.nouns[of.id].find(words))
        score = _score(key, sentence, mention.start, lexicon, named, linked, int(counts))
        if value is not None and score:
            proposition = Proposition(
                key.subject, key.property, value, when, key.scope, sentence.mode, sentence.is_negated
            )
            found.append(Candidate(key, proposition, _parts(mention), score, score < _OWNER_NAMED + 1))
    return _ranked(found)


def date_candidates(
    sentence: Sentence, lexicon: Lexicon, named: tuple[str, ...], linked: frozenset[Key]
) -> Iterator[tuple[DateMention, list[Candidate]]]:
    """What the dates of a sentence may be said of: each fact takes the date nearest to what it names."""
    by_date: dict[DateMention, list[Candidate]] = {}
    for key in lexicon.keys:
        of = lexicon.property_of(key)
        if of.type not in {ValueType.ENTITY, ValueType.NONE} or not sentence.dates:
            continue
        at = _position(key, sentence, of, lexicon)
        if at is None:
            continue
        date = min(sentence.dates, key=lambda date: (_distance(date, at), date.start))
        score = _score(key, sentence, date.start, lexicon, named, linked)
        if score:
            value = Names((key.value,), words=lexicon.vocabulary.label(key.value)) if key.value else None
            when = _as_told(date, of, sentence)
            proposition = Proposition(
                key.subject, key.property, value, when, key.scope, sentence.mode, sentence.is_negated
            )
            places = {"value": (date.start, date.end), "when": (date.start, date.end)}
            candidate = Candidate(key, proposition, places, score, score < _OWNER_NAMED + 1)
            by_date.setdefault(date, []).append(candidate)
    for date in sorted(by_date, key=lambda date: date.start):
        yield date, _ranked(by_date[date])


def _ranked(found: list[Candidate]) -> list[Candidate]:
    """The candidates, best first; one with its subject in the sentence leaves no room for one without."""
    found.sort(key=lambda candidate: -candidate.score)
    if any(not candidate.is_inferred for candidate in found):
        found = [candidate for candidate in found if not candidate.is_inferred]
    return found


def _score(
    key: Key,
    sentence: Sentence,
    at: int,
    lexicon: Lexicon,
    named: tuple[str, ...],
    linked: frozenset[Key],
    nouns: int = 0,
) -> int:
    """How much speaks for a key in a sentence; 0 where its typed slots are not filled."""
    if linked:
        return _LINKED if key in linked else 0
    of = lexicon.property_of(key)
    here = {name for found in sentence.names for name in found.keys}
    cues = nouns + sum(1 for _ in lexicon.of_property[key.property].find(list(sentence.words)))
    if not cues or not set(of.about) <= here or (key.value and key.value not in here):
        return 0
    if key.scope and not _speaks_of(key.scope, sentence):
        return 0
    subject = _subject(key, sentence, at, lexicon, named, here)
    return subject + min(cues, 2) if subject else 0


def _subject(
    key: Key, sentence: Sentence, at: int, lexicon: Lexicon, named: tuple[str, ...], here: set[str]
) -> int:
    owners = lexicon.ancestors(key.subject)
    for names, worth in (({key.subject}, _NAMED), (owners, _OWNER_NAMED)):
        if any(not _parted(found.start, at, sentence) for found in sentence.names if names & set(found.keys)):
            return worth
    # Another known subject in the sentence, or a stranger, takes the place of one from before.
    if sentence.strangers or here & _subjects(lexicon, key.property):
        return 0
    return _IN_CONTEXT if ({key.subject} | owners) & set(named) else 0


def _subjects(lexicon: Lexicon, of: str) -> set[str]:
    return {key.subject for key in lexicon.keys if key.property == of}


def _parted(one: int, other: int, sentence: Sentence) -> bool:
    """Whether a stranger stands between two places of a sentence."""
    low, high = min(one, other), max(one, other)
    return any(low < start < high for start, _ in sentence.strangers)


def _speaks_of(scope: str, sentence: Sentence) -> bool:
    # "two military doctors" are "two doctors" in a shorter text: the last word is what they are.
    head = words_of(scope)[-1:]
    return any(word.key.rstrip("s") == noun.key.rstrip("s") for word in sentence.words for noun in head)


def _in_unit(
    mention: Mention[Quantity | Change],
    sentence: Sentence,
    of: Property,
    unit: Unit,
    lexicon: Lexicon,
    key: Key,
) -> Quantity | Change | None:
    """A figure counted in the unit of a property; None where it counts something else."""
    if not _counts(mention, of, lexicon, key):
        return None
    value = mention.value
    if isinstance(value, Change):
        parts = [_convert(part, unit) for part in (value.before, value.after)]
        by = (
            value.by
            if value.by is not None and value.by.unit.kind is Kind.SHARE
            else _convert(value.by, unit)
        )
        if None in (
            part
            for part, given in zip((*parts, by), (value.before, value.after, value.by), strict=True)
            if given
        ):
            return None
        return evolve(value, before=parts[0], after=parts[1], by=by)
    if value.unit.kind is Kind.NUMBER and not _is_headed(mention, sentence):
        return None
    figure = _convert(value, unit)
    if figure is not None and _is_more(mention, sentence):
        return Change(by=figure, words=f"{value} more")
    return figure


def _is_headed(mention: Mention[Quantity | Change], sentence: Sentence) -> bool:
    """Whether a bare figure follows "of" or "at": "a force of 120"."""
    before = [word.key for word in sentence.words if word.end <= mention.full_start]
    return bool(before) and before[-1] in {"of", "at", "numbered"}


def _is_more(mention: Mention[Quantity | Change], sentence: Sentence) -> bool:
    """Whether a figure is what was added: "26 more soldiers"."""
    return any(
        word.start >= mention.end and word.key in _MORE
        for word in sentence.words
        if word.start <= mention.end + 1
    )


def _convert(figure: Quantity | None, unit: Unit) -> Quantity | None:
    if figure is None:
        return None
    if figure.unit.kind is Kind.NUMBER or figure.unit.name in _ANYBODY:
        return figure.in_unit(unit)
    return figure.converted(unit)


def _counts(mention: Mention[Quantity | Change], of: Property, lexicon: Lexicon, key: Key) -> bool:
    """Whether the counted noun is one of the property's, or of the part in question."""
    words = words_of(mention.noun or "")
    if not words:
        return True
    if key.scope:
        head = words_of(key.scope)[-1:]
        return any(word.key.rstrip("s") == words[-1].key.rstrip("s") for word in head)
    if not of.nouns:
        return True
    return words[-1].key in _ANYBODY or any(True for _ in lexicon.nouns[of.id].find(words[-1:]))


def _parts(mention: Mention[Quantity | Change]) -> dict[str, tuple[int, int]]:
    """Where each part of a figure stands."""
    parts = {"": (mention.start, mention.end), "value": (mention.start, mention.end)}
    value = mention.value
    if isinstance(value, Change):
        for name, part in (("from", value.before), ("to", value.after), ("by", value.by)):
            if part is not None and part.span is not None:
                parts[name] = part.span
    return parts


def _nearest_date(sentence: Sentence, at: int) -> When | None:
    dates = sorted(sentence.dates, key=lambda date: (_distance(date, at), date.start))
    return dates[0].value if dates else None


def _distance(date: DateMention, at: int) -> int:
    return min(abs(date.start - at), abs(date.end - at))


def _position(key: Key, sentence: Sentence, of: Property, lexicon: Lexicon) -> int | None:
    """Where a sentence names what a key is about: its value, or else a cue of its property."""
    if key.value:
        return next((found.start for found in sentence.names if key.value in found.keys), None)
    return next((found.start for found in lexicon.of_property[of.id].find(list(sentence.words))), None)


def _as_told(date: DateMention, of: Property, sentence: Sentence) -> When:
    """A date as the property takes it: of a spell its beginning where the sentence tells of one, of an event a day."""
    when = date.value
    if (
        of.holds is Holds.OVER_PERIOD
        and when.is_instant
        and sentence.is_beginning
        and when.edtf[0] not in "[{"
    ):
        return When.parse(f"{when.edtf}/", words=when.words)
    if of.holds is Holds.AT_INSTANT and not when.is_instant and when.start_kind is EndKind.KNOWN:
        return when.opening or when
    return when
