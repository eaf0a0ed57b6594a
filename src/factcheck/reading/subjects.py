"""Whom a sentence speaks of: subjects by name, by what they are a part of, or as "it" and "the force"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from factcheck.reading.lexicon import hint_of
from factcheck.reading.sentence import Sentence, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from factcheck.reading.lexicon import Lexicon
    from factcheck.reading.phrases import Found, Word
    from factcheck.values.when import When

__all__ = ["Context", "Naming", "Subjects", "stem"]

# What speaks for a subject: its own name, the name of what it is part of, or a name from an earlier sentence.
_NAMED = 4
_OWNER = 2
_REFERRED = 1


@frozen
class Naming:
    """A place where a sentence names a subject, and how surely.

    Attributes:
        subject: entity id.
        start: first code point.
        end: one past the last.
        worth: how much speaks for it.
        is_inferred: whether it takes an earlier sentence to know.
        is_exact: whether it is named as itself, and not as somebody that something else belongs to.
    """

    subject: str
    start: int
    end: int
    worth: int
    is_inferred: bool = False
    is_exact: bool = False


@frozen
class _Earlier:
    """What an earlier sentence named, and whether also somebody unknown."""

    names: frozenset[str]
    has_strangers: bool


@define
class Context:
    """What the sentences so far have named; a new block begins with nothing but its definite nouns.

    Attributes:
        last: the last sentence of the block that named anybody.
        hints: words and entities named in the block.
        when: the last date of the block.
        nouns: for each noun, the last sentence of the draft that used it and named anybody.
    """

    last: _Earlier | None = None
    hints: set[str] = Factory(set)
    when: When | None = None
    nouns: dict[str, _Earlier] = Factory(dict)

    def open_block(self) -> None:
        """Forget what stood in the block before."""
        self.last, self.hints, self.when = None, set(), None

    def add(self, sentence: Sentence) -> None:
        """Remember a sentence."""
        names = frozenset(key for found in sentence.names for key in found.keys)
        words = {stem(word) for word in sentence.words}
        self.hints |= {hint_of(name) for name in names} | words
        if sentence.dates:
            self.when = sentence.dates[-1].value
        if names or sentence.strangers:
            self.last = _Earlier(names, bool(sentence.strangers))
            self.nouns.update(dict.fromkeys(words, self.last))


def stem(word: Word) -> str:
    """A word without the s of the plural."""
    return word.key.removesuffix("s") or word.key


class Subjects:
    """Whom one sentence speaks of.

    Attributes:
        named: every place that names a subject, by subject.
    """

    def __init__(self, sentence: Sentence, lexicon: Lexicon, context: Context) -> None:
        self._sentence = sentence
        self._lexicon = lexicon
        self.named: dict[str, list[Naming]] = {}
        for naming in (*self._direct(), *self._by_owner(context), *self._referred(context)):
            self.named.setdefault(naming.subject, []).append(naming)

    def __iter__(self) -> Iterator[str]:
        return iter(self.named)

    def best(self, subject: str, at: int, prop: str) -> tuple[Naming, bool] | None:
        """The naming of a subject that a place belongs to, and whether it surely does."""
        namings = self.named.get(subject, ())
        others = self._others(subject, prop)
        ranked = sorted(
            namings, key=lambda one: (not self._reaches(one, at, others), -one.worth, abs(one.start - at))
        )
        if not ranked:
            return None
        return ranked[0], self._reaches(ranked[0], at, others) and not self._is_elsewhere(subject, at)

    def _direct(self) -> Iterator[Naming]:
        for found in self._sentence.names:
            for name in found.keys:
                if name in self._lexicon.of_subject and found.start not in self._sentence.partial:
                    is_exact = not self._owns(found.start, found.end, name)
                    yield Naming(name, found.start, found.end, _NAMED, is_exact=is_exact)

    def _by_owner(self, context: Context) -> Iterator[Naming]:
        """Names of what a subject is a part of, with a hint that the part is meant."""
        here = self._hints()
        for found in self._sentence.names:
            for name in found.keys:
                sure = self._related(name, here)
                if sure and self._is_of_another(found, name):
                    sure = {}
                for subject in sure:
                    is_exact = not here.isdisjoint(self._lexicon.topic(subject))
                    is_exact = is_exact and not self._owns(found.start, found.end, subject)
                    yield Naming(subject, found.start, found.end, _OWNER, is_exact=is_exact)
                for subject in self._related(name, context.hints):
                    if subject not in sure:
                        yield Naming(subject, found.start, found.end, _REFERRED, is_inferred=True)

    def _referred(self, context: Context) -> Iterator[Naming]:
        """Pronouns and definite nouns that stand for a name of an earlier sentence."""
        words = self._sentence.words
        pronouns, articles = word_list("pronouns"), word_list("pronouns", "articles")
        for word in words:
            if word.key in pronouns and context.last and not context.last.has_strangers:
                for naming in self._named_by(context.last.names, context.hints, word.start, word.end):
                    yield evolve(naming, is_exact=word.key in {"it", "they"})
        for article, noun in pairwise(words):
            earlier = self._antecedent(stem(noun), context)
            if article.key in articles and earlier and not earlier.has_strangers:
                for naming in self._named_by(earlier.names, {stem(noun)}, article.start, noun.end):
                    if stem(noun) in self._lexicon.topic(naming.subject):
                        is_exact = not self._owns(naming.start, naming.end, naming.subject)
                        yield evolve(naming, is_exact=is_exact)

    def _antecedent(self, noun: str, context: Context) -> _Earlier | None:
        """The sentence that "the force" points back to: the last of its block, or the last with that noun."""
        last = context.last
        if last and any(noun in self._lexicon.topic(name) for name in last.names):
            return last
        return context.nouns.get(noun)

    def _named_by(
        self, names: AbstractSet[str], hints: AbstractSet[str], start: int, end: int
    ) -> Iterator[Naming]:
        for name in sorted(names):
            if name in self._lexicon.of_subject:
                yield Naming(name, start, end, _REFERRED, is_inferred=True)
            for subject in {
                **self._related(name, hints),
                **self._related(name, {hint_of(other) for other in names}),
            }:
                yield Naming(subject, start, end, _REFERRED, is_inferred=True)

    def _related(self, owner: str, hints: AbstractSet[str]) -> dict[str, None]:
        """The subjects that a name stands for, by the hints there are."""
        related = self._lexicon.related.get(owner, {})
        shared = [hint for hint in hints if hint in related] if len(hints) < len(related) else []
        if not shared:
            shared = [hint for hint in related if hint in hints]
        return dict.fromkeys(subject for hint in sorted(shared) for subject in related[hint])

    def _hints(self) -> set[str]:
        """The words and names of the sentence, but for names that own something: Afghanistan's neighbour."""
        owning = {word.start - 1 for word in self._sentence.words if word.key == "s"}
        named = {
            hint_of(name) for found in self._sentence.names for name in found.keys if found.end not in owning
        }
        return named | {stem(word) for word in self._sentence.words}

    def _others(self, subject: str, prop: str) -> list[int]:
        """Where a sentence names somebody else of whom the same might be said."""
        lexicon = self._lexicon
        kin = {subject} | lexicon.owners(subject)
        places = [start for start, _ in self._sentence.strangers]
        for other, namings in self.named.items():
            if other in kin or subject in lexicon.owners(other) or prop not in lexicon.of_subject[other]:
                continue
            is_value = other in lexicon.beside(subject)
            places += (
                one.start
                for one in namings
                if not one.is_inferred and not (is_value and self._is_after_preposition(one.start))
            )
        own = [(one.start, one.end) for one in self.named.get(subject, ())]
        return [place for place in places if not any(start <= place < end for start, end in own)]

    def _is_after_preposition(self, at: int) -> bool:
        before = self._sentence.before(at)
        if before is not None and before.key == "the":
            before = self._sentence.before(before.start)
        return before is not None and before.key in word_list("particles", "places")

    def _reaches(self, naming: Naming, at: int, others: list[int]) -> bool:
        """Whether a name and a place belong together: nobody else between them, or right before the place."""
        low, high = min(naming.start, at), max(naming.start, at)
        if any(low < place < high for place in others) or self._goes_on(naming):
            return False
        start, end = self._sentence.clause(at)
        if naming.start < start and (self._is_relative(start, naming) or self._is_aside(naming, at)):
            return False
        if naming.start > at:
            return naming.start < end and not any(place < at for place in others)
        return True

    def _owns(self, start: int, end: int, subject: str) -> bool:
        """Whether a name only tells whose something else is: the contingent's budget, spending on it."""
        sentence = self._sentence
        following = [word for word in sentence.words if end <= word.start][:5]
        topic = self._lexicon.topic(subject)
        if following and following[0].key == "s" and following[0].start == end + 1:
            return not any(stem(word) in topic for word in following[1:])
        before = sentence.before(start)
        if before is not None and before.key in {"the", "its", "their"}:
            before = sentence.before(before.start)
        return before is not None and before.key in word_list("particles", "before")

    def _is_relative(self, start: int, naming: Naming) -> bool:
        """Whether a clause opens with "which" and speaks of another name, right before it."""
        first = next((word for word in self._sentence.words if word.start >= start), None)
        if first is None or first.key not in word_list("boundaries", "relative"):
            return False
        antecedents = [found for found in self._sentence.names if 0 <= start - found.end <= 2]
        return bool(antecedents) and all(found.end > naming.end for found in antecedents)

    def _is_aside(self, naming: Naming, at: int) -> bool:
        """Whether a name stands in a relative clause that has ended: "the unit, to which it belongs, has"."""
        start, end = self._sentence.clause(naming.start)
        first = next((word for word in self._sentence.words if word.start >= start), None)
        return at >= end and first is not None and first.key in word_list("boundaries", "relative")

    def _is_of_another(self, found: Found[str], name: str) -> bool:
        """Whether a name only describes somebody else: Azerbaijani diplomats, Azerbaijan's embassy."""
        entity = self._lexicon.vocabulary.entities[name]
        following = [word for word in self._sentence.words if found.end <= word.start][:4]
        if following and following[0].key == "s" and following[0].start == found.end + 1:
            following = following[1:]
        else:
            own = [word for word in self._sentence.words if found.start <= word.start < found.end]
            label = entity.label.casefold()
            is_adjective = len(own) == 1 and own[0].key != label and own[0].key[:4] == label[:4]
            if not is_adjective or own[0].key.endswith("s"):
                return False
            following = following[:2]
        places = word_list("particles", "places")
        described = list(takewhile(lambda word: word.key not in places, following))
        topic = {
            word for subject in self._related(name, self._hints()) for word in self._lexicon.topic(subject)
        }
        return not (
            any(stem(word) in topic for word in described)
            or any(True for _ in self._lexicon.nouns.every(described))
            or any(True for _ in self._lexicon.cues.every(described))
        )

    def _goes_on(self, naming: Naming) -> bool:
        """Whether a name is one of something else by what follows it: the contingent in Kosovo."""
        sentence = self._sentence
        before = sentence.before(naming.start)
        if before is not None and before.key in word_list("particles", "beside"):
            return True
        after = [word for word in sentence.words if naming.end <= word.start][:4]
        if len(after) > 2 and after[0].key == "s" and after[1].start not in sentence.capitals:
            # Azerbaijan's neighbour Georgia
            return after[2].start in sentence.capitals
        if not after or after[0].key not in word_list("particles", "places"):
            return False
        kin = {naming.subject} | self._lexicon.beside(naming.subject) | self._lexicon.owners(naming.subject)
        for word in after[1:]:
            if word.start in sentence.capitals:
                return True
            named = [found for found in sentence.names if found.start == word.start]
            if named:
                return not any(kin & set(found.keys) for found in named)
        return False

    def _is_elsewhere(self, subject: str, at: int) -> bool:
        """Whether the clause names a place, or a body, beside the one in the subject's own name."""
        lists, inside = self._lexicon.lists, self._lexicon.inside(subject)
        start, end = self._sentence.clause(at)
        own = {one for name in inside for one in lists.get(name, ())}
        return any(
            bool(own & lists.get(name, frozenset())) and name not in inside
            for found in _within(self._sentence.names, start, end)
            for name in found.keys
        )


def _within(names: Iterable[Found[str]], start: int, end: int) -> Iterator[Found[str]]:
    return (found for found in names if start <= found.start < end)
