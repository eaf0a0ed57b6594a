"""What a figure or a date of a sentence may be said of: typed slots admit, named subjects and cues rank.

What is surely said may contradict what is known. What only may be meant (another's words, a question, a
part of the whole, a time that is not named, a subject of another clause) may agree with it, and
never contradicts it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.model import Holds, Mode, Names, Property, Proposition, ValueType
from factcheck.reading.figures import counts, in_unit, is_of_parts, is_partitive, is_subset, parts_of
from factcheck.reading.occasion import begins, is_told
from factcheck.reading.phrases import words_of
from factcheck.reading.sentence import Sentence, marks, word_list
from factcheck.reading.subjects import Context, Naming, Subjects, stem
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind
from factcheck.values.when import EndKind, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.reading.dates import DateMention
    from factcheck.reading.lexicon import Key, Lexicon
    from factcheck.reading.mention import Mention
    from factcheck.reading.phrases import Found

__all__ = ["Candidate", "Candidates"]

_LINKED: Final = 9
_LEVELS: Final = frozenset({Holds.UNTIL_CHANGED, Holds.CUMULATIVE})
# Another value in between makes a date that of the other; a comma makes it less likely its own.
_RIVAL_BETWEEN: Final = 1_000
_STOP_BETWEEN: Final = 5
_MANY: Final = 50
# Words that begin alike are forms of one word: toppled, toppling.
_STEM: Final = 5


@frozen
class Candidate:
    """One statement that a figure or a date may make.

    Attributes:
        key: what it is said of.
        proposition: the reading.
        places: offsets of the parts of the value.
        score: how much speaks for it.
        is_sure: whether it is surely said, so that it may contradict what is known.
        is_inferred: whether it takes an earlier sentence to know its subject or its time.
    """

    key: Key
    proposition: Proposition
    places: Mapping[str, tuple[int, int]]
    score: int
    is_sure: bool
    is_inferred: bool


class Candidates:
    """What the figures and dates of one sentence may be said of."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, context: Context, linked: frozenset[Key] = frozenset()
    ) -> None:
        """Look at a sentence.

        Args:
            sentence: the sentence.
            lexicon: the vocabulary, and what the ledger speaks of.
            context: what the sentences before it named.
            linked: what the claims that the draft names for it speak of.
        """
        self._sentence = sentence
        self._lexicon = lexicon
        self._context = context
        self._linked = linked
        self._subjects = Subjects(sentence, lexicon, context)
        self._all_cues: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
        for found in lexicon.cues.every(sentence.words):
            owners = _names_around(sentence, found)
            for prop in found.keys:
                self._all_cues.setdefault(prop, []).append((found.start, found.end, owners))

    def _cues(self, key: Key) -> list[tuple[int, int]]:
        """Where the sentence has cues of a property; one inside a name speaks only of what bears the name."""
        cues = self._all_cues.get(key.property, ())
        return [(start, end) for start, end, owners in cues if not owners or key.subject in owners]

    def of_figure(self, mention: Mention[Quantity | Change]) -> list[Candidate]:
        """What a figure may be said of, the likeliest first."""
        found = []
        for key in self._keys():
            of = self._lexicon.property_of(key)
            if of.type is not ValueType.QUANTITY or of.unit is None:
                continue
            value = in_unit(mention, self._sentence, of.unit)
            if value is None or not counts(mention, of, self._lexicon, key):
                continue
            candidate = self._figure(key, of, mention, value)
            if candidate is not None:
                found.append(candidate)
        return _ranked(self._nearest_cue(found, mention))

    def of_dates(self) -> Iterator[tuple[DateMention, list[Candidate]]]:
        """What the dates of the sentence may be said of: each fact takes the one nearest to what it names."""
        by_date: dict[DateMention, list[Candidate]] = {}
        for key in self._keys() if self._sentence.dates else ():
            of = self._lexicon.property_of(key)
            if of.type not in {ValueType.ENTITY, ValueType.NONE}:
                continue
            for place in self._places(key, of)[:1]:
                date = self._date_of(place, key)
                candidate = self._dated(key, of, date, place)
                if candidate is not None:
                    by_date.setdefault(date, []).append(candidate)
        for date in sorted(by_date, key=lambda date: date.start):
            yield date, _ranked(by_date[date])

    def _keys(self) -> Iterator[Key]:
        """The keys of the subjects that the sentence names, and those it is linked to."""
        found = dict.fromkeys(sorted(self._linked, key=str))
        for subject in self._subjects:
            by_property = self._lexicon.of_subject[subject]
            # A subject of which a great many things are known is spoken of by cues only.
            named = by_property if len(by_property) <= _MANY else self._all_cues.keys() & by_property.keys()
            for prop in sorted(named):
                found.update(dict.fromkeys(by_property[prop]))
        return iter(found)

    def _figure(
        self, key: Key, of: Property, mention: Mention[Quantity | Change], value: Quantity | Change
    ) -> Candidate | None:
        sentence, at = self._sentence, mention.start
        naming, reaches = self._subjects.best(key.subject, at, key.property) or (None, False)
        speaks = self._speaks(key, of, mention, naming)
        if key in self._linked:
            reaches = True
        elif naming is None or not speaks:
            return None
        denial = sentence.denial(at)
        if denial is not None and not sentence.is_denied(at):
            return None
        date = self._date(mention)
        when = date.value if date else self._context.when
        is_carried = when is not None and date is None
        places = parts_of(mention) | ({"when": (date.start, date.end)} if date else {})
        is_open = when is None and any(True for _ in marks("elsewhen").every(sentence.within(at)))
        is_part = (
            not is_of_parts(mention, sentence)
            if key.scope
            else is_of_parts(mention, sentence)
            or is_subset(mention, sentence)
            or (naming is not None and naming.start > at and is_partitive(mention, naming.start, sentence))
            or any(mention.full_start <= start < mention.full_end for start in sentence.capitals)
        )
        is_sure = reaches and not (is_part and key not in self._linked) and not is_open and speaks > 1
        proposition = Proposition(
            key.subject, key.property, value, when, key.scope, sentence.mode(at), denial is not None
        )
        is_inferred = is_carried or (naming is not None and naming.is_inferred and key not in self._linked)
        return self._candidate(
            key, proposition, places, naming, is_sure=is_sure, is_inferred=is_inferred, at=at
        )

    def _speaks(
        self, key: Key, of: Property, mention: Mention[Quantity | Change], naming: Naming | None
    ) -> int:
        """How a figure is one of a property: 2 by a cue or a verb of change, 1 by its noun alone, else 0."""
        sentence, at = self._sentence, mention.start
        start, end = sentence.clause(at)
        cues = self._cues(key)
        before = sentence.before(mention.full_start)
        is_held = before is not None and any(True for _ in marks("levels").every([before]))
        is_moved = isinstance(mention.value, Change) and naming is not None and naming.is_exact
        if isinstance(mention.value, Quantity) and mention.value.unit.kind is Kind.NUMBER:
            is_followed = any(0 <= cue - mention.full_end <= 1 for cue, _ in cues)
            if not is_held and not is_followed:
                return 0
        if any(start <= cue < end for cue, _ in cues):
            return 2
        is_noun = bool(mention.noun)
        if of.holds in _LEVELS and (is_moved or (is_noun and is_held and not key.scope)):
            return 2
        if cues or key in self._linked:
            return 2 if key in self._linked else 1
        return int((is_noun or key.scope is not None) and of.holds in _LEVELS)

    def _nearest_cue(self, found: list[Candidate], mention: Mention[Quantity | Change]) -> list[Candidate]:
        """Of two properties, the one with the nearer cue: "increased it by sending 70 soldiers"."""
        nearest: dict[tuple[str, str], int] = {}
        for one in found:
            cues = self._cues(one.key)
            start, end = self._sentence.clause(mention.start)
            gaps = [_gap(cue, (mention.start, mention.end)) for cue in cues if start <= cue[0] < end]
            nearest[one.key.subject, one.key.property] = min(gaps, default=_RIVAL_BETWEEN)
        least: dict[str, int] = {}
        for (subject, _), gap in nearest.items():
            least[subject] = min(gap, least.get(subject, gap))
        return [
            one
            if nearest[one.key.subject, one.key.property] == least[one.key.subject] or one.key in self._linked
            else evolve(one, is_sure=False)
            for one in found
        ]

    def _date(self, mention: Mention[Quantity | Change]) -> DateMention | None:
        """The date that a sentence gives for a figure: in its clause, or in front of them all."""
        sentence = self._sentence
        if not sentence.dates:
            return None
        start, end = sentence.clause(mention.start)
        here = [date for date in sentence.dates if start <= date.start < end]
        _, opening = sentence.clause(sentence.start)
        fronted = [date for date in sentence.dates if date.start < opening]
        place = mention.start, mention.end
        return min(here or fronted or sentence.dates, key=lambda date: self._far(place, date))

    def _dated(self, key: Key, of: Property, date: DateMention, place: tuple[int, int]) -> Candidate | None:
        sentence, at = self._sentence, date.start
        # The date of a figure, "the 120 soldiers of January 2018", is not one of anything else.
        naming, reaches = self._subjects.best(key.subject, place[0], key.property) or (None, False)
        denial = sentence.denial(at)
        is_until = denial is not None and date.cue in word_list("negation", "until")
        if naming is None and key not in self._linked:
            return None
        if denial is not None and not is_until and not sentence.is_denied(at):
            return None
        start, end = sentence.clause(place[0])
        cues = self._cues(key)
        if key not in self._linked and not cues:
            return None
        is_near = any(start <= cue < end for cue, _ in cues) and (start <= at < end or self._is_fronted(date))
        is_strange = any(min(at, place[0]) < one < max(at, place[0]) for one, _ in sentence.strangers)
        is_sure = (
            reaches
            and is_near
            and not is_strange
            and not sentence.is_aside(place[0], at)
            and (key.value is not None or is_told(date, self._cues(key), of, sentence))
        )
        is_sure = is_sure or key in self._linked
        value = Names((key.value,), words=self._lexicon.vocabulary.label(key.value)) if key.value else None
        when = date.stated or date.value if is_until else self._as_told(date, of, key)
        if when is None:
            return None
        negated = denial is not None and not is_until
        proposition = Proposition(
            key.subject, key.property, value, when, key.scope, sentence.mode(at), negated
        )
        places = {"value": (date.start, date.end), "when": (date.start, date.end)}
        places |= {"start": places["when"], "end": places["when"]}
        is_inferred = naming is not None and naming.is_inferred and key not in self._linked
        return self._candidate(
            key, proposition, places, naming, is_sure=is_sure, is_inferred=is_inferred, at=at
        )

    def _candidate(  # noqa: PLR0913
        self,
        key: Key,
        proposition: Proposition,
        places: Mapping[str, tuple[int, int]],
        naming: Naming | None,
        *,
        is_sure: bool,
        is_inferred: bool,
        at: int,
    ) -> Candidate:
        sentence = self._sentence
        is_unreal = self._is_unreal(at)
        if is_unreal and proposition.mode is Mode.ASSERTED:
            proposition = evolve(proposition, mode=Mode.EXPECTED)
        is_said = not (sentence.is_question or sentence.is_spoken(at) or is_unreal)
        score = (naming.worth if naming else 0) + _LINKED * (key in self._linked)
        return Candidate(key, proposition, places, score, is_sure and is_said, is_inferred)

    def _is_unreal(self, at: int) -> bool:
        """Whether a clause says nothing to be so; "room for" says it where that is a property's own cue."""
        cues = [(start, end) for places in self._all_cues.values() for start, end, _ in places]
        return any(
            not any(start <= mark.start and mark.end <= end for start, end in cues)
            for mark in marks("unreal").every(self._sentence.within(at))
        )

    def _places(self, key: Key, of: Property) -> list[tuple[int, int]]:
        """Where a sentence names what a key is about: its value, or else a cue of its property."""
        sentence = self._sentence
        here = {name for found in sentence.names for name in found.keys}
        cues = self._cues(key)
        if not set(of.about) <= here and key not in self._linked:
            return []
        if key.scope and not {stem(word) for word in words_of(key.scope)[-1:]} & {
            stem(word) for word in sentence.words
        }:
            return []
        if key.value is None:
            cues = self._telling(key, cues)
            return cues or ([(sentence.start, sentence.end)] if key in self._linked else [])
        values = [
            (found.start, found.end)
            for found in sentence.names
            if key.value in found.keys and found.start not in sentence.partial
        ]
        return values or ([(sentence.start, sentence.end)] if key in self._linked else [])

    def _telling(self, key: Key, cues: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The cues that tell a subject from its kin: "toppled" tells a fall from a return."""
        if key.scope or not self._lexicon.owners(key.subject):
            return cues
        topic = {word[:_STEM] for word in self._lexicon.topic(key.subject)}
        first = {word.start: word.key[:_STEM] for word in self._sentence.words}
        return [cue for cue in cues if first[cue[0]] in topic]

    def _date_of(self, place: tuple[int, int], key: Key) -> DateMention:
        """The date that belongs to a value: the nearest one, with no other value of the kind in between."""
        lists = self._lexicon.lists
        own = lists.get(key.value or "", frozenset())
        rivals = [
            found.start
            for found in self._sentence.names
            if key.value not in found.keys and any(own & lists.get(name, frozenset()) for name in found.keys)
        ]

        def far(date: DateMention) -> tuple[int, int]:
            low, high = min(date.start, place[0]), max(date.start, place[0])
            between = any(low < rival < high for rival in rivals)
            gap, start = self._far(place, date)
            return gap + _RIVAL_BETWEEN * between, start

        return min(self._sentence.dates, key=far)

    def _far(self, place: tuple[int, int], date: DateMention) -> tuple[int, int]:
        sentence = self._sentence
        crosses = sum(
            1
            for clause in sentence.clauses
            if min(place[0], date.start) < clause <= max(place[0], date.start)
        )
        return _gap(place, (date.start, date.end)) + _STOP_BETWEEN * crosses, date.start

    def _is_fronted(self, date: DateMention) -> bool:
        _, opening = self._sentence.clause(self._sentence.start)
        return date.start < opening

    def _as_told(self, date: DateMention, of: Property, key: Key) -> When | None:
        """A date as the property takes it: of a spell where it began, if that is told, of an event a day."""
        when = date.value
        if of.holds is Holds.OVER_PERIOD and when.is_instant and when.edtf[0] not in "[{":
            if key in self._linked or begins(date, self._cues(key), self._sentence):
                return When.parse(f"{when.edtf}/", words=when.words)
        elif of.holds is Holds.AT_INSTANT and not when.is_instant and when.start_kind is EndKind.KNOWN:
            return when.opening or when
        return when


def _names_around(sentence: Sentence, cue: Found[str]) -> frozenset[str]:
    return frozenset(
        name
        for found in sentence.names
        if found.start <= cue.start and cue.end <= found.end
        for name in found.keys
    )


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _ranked(found: list[Candidate]) -> list[Candidate]:
    """The candidates, best first; one that is sure of its subject leaves another no room to contradict."""
    found.sort(key=lambda one: (not one.is_sure, -one.score, str(one.key)))
    if any(one.is_sure and not one.is_inferred for one in found):
        found = [evolve(one, is_sure=one.is_sure and not one.is_inferred) for one in found]
    return found
