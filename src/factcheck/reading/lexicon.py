"""The vocabulary of a ledger, ready for reading: names, cues, and the keys that something is known of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from factcheck.model import Entity, Names, Property, Proposition, Vocabulary
from factcheck.reading.language import load
from factcheck.reading.phrases import Phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Key", "Lexicon", "hint_of"]


@frozen
class Key:
    """What something is known of: a subject, a property, and for lists of values and parts also which one."""

    subject: str
    property: str
    value: str | None = None
    scope: str | None = None


@frozen(slots=False)
class Lexicon:
    """What a reader of drafts needs of a ledger, indexed so that its size does not slow reading down.

    Attributes:
        vocabulary: entities and properties.
        keys: what the ledger's statements and claims speak of, in a total order.
    """

    vocabulary: Vocabulary
    keys: tuple[Key, ...] = field(repr=False)

    @classmethod
    def of(cls, vocabulary: Vocabulary, propositions: Iterable[Proposition]) -> Lexicon:
        """The lexicon of a ledger's propositions."""
        keys = {key for proposition in propositions for key in keys_of(proposition)}
        ordered = sorted(keys, key=lambda key: (key.subject, key.property, key.value or "", key.scope or ""))
        return cls(vocabulary, tuple(ordered))

    @cached_property
    def names(self) -> Phrases[str]:
        """Labels and aliases of all entities."""
        entities = self.vocabulary.entities.values()
        return Phrases.of((name, entity.id) for entity in entities for name in entity.names)

    @cached_property
    def cues(self) -> Phrases[str]:
        """Cues of all properties."""
        properties = self.vocabulary.properties.values()
        return Phrases.of((cue, of.id) for of in properties for cue in of.cues)

    @cached_property
    def nouns(self) -> Phrases[str]:
        """The nouns that properties count."""
        properties = self.vocabulary.properties.values()
        return Phrases.of((noun, of.id) for of in properties for noun in of.nouns)

    @cached_property
    def of_subject(self) -> dict[str, dict[str, list[Key]]]:
        """The keys of each subject, by property."""
        found: dict[str, dict[str, list[Key]]] = {}
        for key in self.keys:
            found.setdefault(key.subject, {}).setdefault(key.property, []).append(key)
        return found

    @cached_property
    def related(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The subjects that an entity stands for where a hint beside it tells which one."""
        found: dict[str, dict[str, list[str]]] = {}
        for subject in self.of_subject:
            for owner in sorted(self.owners(subject)):
                for hint in sorted(self.hints(subject)):
                    found.setdefault(owner, {}).setdefault(hint, []).append(subject)
        return {
            owner: {hint: tuple(subjects) for hint, subjects in hints.items()}
            for owner, hints in found.items()
        }

    def hints(self, subject: str) -> frozenset[str]:
        """What tells a subject from its owner: words of its names, entities in them, and its values."""
        keys = [key for keys in self.of_subject.get(subject, {}).values() for key in keys]
        scopes = {word.key for key in keys if key.scope for word in words_of(key.scope)[-1:]}
        return self.topic(subject) | scopes | {hint_of(entity) for entity in self.beside(subject)}

    def beside(self, subject: str) -> frozenset[str]:
        """The entities that go with a subject: those its label names, and its values."""
        keys = [key for keys in self.of_subject.get(subject, {}).values() for key in keys]
        return self.inside(subject) | {key.value for key in keys if key.value}

    def owners(self, entity: str) -> frozenset[str]:
        """What an entity is a part of, and what that is a part of."""
        if entity not in self._owners:
            found: set[str] = set()
            waiting = [entity]
            while waiting:
                known = self.vocabulary.entities.get(waiting.pop())
                fresh = set(known.part_of if known else ()) - found
                found |= fresh
                waiting += sorted(fresh)
            self._owners[entity] = frozenset(found)
        return self._owners[entity]

    def topic(self, entity: str) -> frozenset[str]:
        """The words that tell an entity from what it is a part of: "contingent", not "Azerbaijani"."""
        if entity not in self._topics:
            particles = frozenset(load("en", "modes")["particles"]["words"])
            known, owners = self.vocabulary.entities, self.owners(entity)
            shared = {word for owner in owners if owner in known for word in _words(known[owner])}
            own = _words(known[entity]) if entity in known else set()
            places = {word for name in self.inside(entity) for word in _words(known[name])}
            self._topics[entity] = frozenset(own - shared - particles - places)
        return self._topics[entity]

    def inside(self, entity: str) -> frozenset[str]:
        """The entities that the label of another names: Afghanistan, for the contingent in it."""
        if entity not in self._inside:
            known = self.vocabulary.entities.get(entity)
            words = words_of(known.label) if known else []
            named = {name for found in self.names.every(words) for name in found.keys}
            self._inside[entity] = frozenset(named - {entity} - self.owners(entity))
        return self._inside[entity]

    @cached_property
    def lists(self) -> dict[str, frozenset[tuple[str, str]]]:
        """For each value, whose it is: two of one subject and property are two places, or two bodies."""
        found: dict[str, set[tuple[str, str]]] = {}
        for key in self.keys:
            if key.value is not None:
                found.setdefault(key.value, set()).add((key.subject, key.property))
        return {value: frozenset(keys) for value, keys in found.items()}

    def property_of(self, key: Key) -> Property:
        """The property of a key."""
        return self.vocabulary.properties[key.property]

    @cached_property
    def _owners(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _topics(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _inside(self) -> dict[str, frozenset[str]]:
        return {}


def hint_of(entity: str) -> str:
    """An entity as a hint, which no word of a text is."""
    return f"#{entity}"


def _words(entity: Entity) -> set[str]:
    return {word.key.removesuffix("s") or word.key for name in entity.names for word in words_of(name)}


def keys_of(proposition: Proposition) -> list[Key]:
    """The keys that a proposition speaks of: one for each entity of a list."""
    values: tuple[str | None, ...] = (None,)
    if isinstance(proposition.value, Names):
        values = proposition.value.ids
    return [Key(proposition.subject, proposition.property, value, proposition.scope) for value in values]
