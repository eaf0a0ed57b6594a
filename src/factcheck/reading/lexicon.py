"""The vocabulary of a ledger, made ready for reading: names, cues, and the keys that something is known of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from factcheck.model import Names, Property, Proposition, Vocabulary
from factcheck.reading.phrases import Phrases

__all__ = ["Key", "Lexicon"]


@frozen
class Key:
    """What something is known of: a subject, a property, and for lists of values and parts also which one."""

    subject: str
    property: str
    value: str | None = None
    scope: str | None = None


@frozen(slots=False)
class Lexicon:
    """What a reader of drafts needs of a ledger.

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
    def of_property(self) -> dict[str, Phrases[str]]:
        """The cues of each property alone."""
        properties = self.vocabulary.properties.values()
        return {of.id: Phrases.of((cue, of.id) for cue in of.cues) for of in properties}

    @cached_property
    def nouns(self) -> dict[str, Phrases[str]]:
        """The nouns that each property counts."""
        properties = self.vocabulary.properties.values()
        return {of.id: Phrases.of((noun, of.id) for noun in of.nouns) for of in properties}

    def ancestors(self, entity: str) -> set[str]:
        """What an entity is a part of, and what that is a part of."""
        found: set[str] = set()
        waiting = [entity]
        while waiting:
            known = self.vocabulary.entities.get(waiting.pop())
            fresh = set(known.part_of if known else ()) - found
            found |= fresh
            waiting += sorted(fresh)
        return found

    def property_of(self, key: Key) -> Property:
        """The property of a key."""
        return self.vocabulary.properties[key.property]


def keys_of(proposition: Proposition) -> list[Key]:
    """The keys that a proposition speaks of: one for each entity of a list."""
    values: tuple[str | None, ...] = (None,)
    if isinstance(proposition.value, Names):
        values = proposition.value.ids
    return [Key(proposition.subject, proposition.property, value, proposition.scope) for value in values]
