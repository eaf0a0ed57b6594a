"""Strategies for vocabularies, and for propositions, statements and claims that are written in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from factcheck.model import (
    Basis,
    Claim,
    Entity,
    Gap,
    Holds,
    Mode,
    Names,
    Property,
    Proposition,
    Selector,
    Statement,
    Status,
    ValueType,
    Vocabulary,
    Words,
)
from factcheck.strategies.figures import changes, quantities
from factcheck.strategies.times import days, durations, whens
from factcheck.values.unit import Unit

if TYPE_CHECKING:
    from factcheck.model import Value

__all__ = ["claims", "propositions", "statements", "vocabularies"]

_ENTITIES: Final = (
    "ferry",
    "harbour",
    "lighthouse",
    "museum",
    "observatory",
    "orchard",
    "railway",
    "theatre",
)
_PROPERTIES: Final = ("crew", "fleet", "founding", "length", "opening", "owner", "staff", "visitors")
_UNITS: Final = ("person", "ship", "percent", "USD", "kilometre")
_NAMES: Final = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Vocabularies of one to four entities and one to four properties of every type."""
    entities = draw(st.lists(st.sampled_from(_ENTITIES), min_size=1, max_size=4, unique=True))
    names = draw(st.lists(st.sampled_from(_PROPERTIES), min_size=1, max_size=4, unique=True))
    return Vocabulary(
        {name: Entity(name, f"Old {name}") for name in sorted(entities)},
        {name: draw(_properties(name)) for name in sorted(names)},
    )


@st.composite
def _properties(draw: st.DrawFn, name: str) -> Property:
    kind = draw(st.sampled_from(ValueType))
    unit = Unit.named(draw(st.sampled_from(_UNITS))) if kind is ValueType.QUANTITY else None
    holds, once = draw(st.sampled_from(Holds)), draw(st.booleans())
    return Property(name, name, kind, unit, holds, single=draw(st.booleans()), once=once)


def propositions(vocabulary: Vocabulary) -> st.SearchStrategy[Proposition]:
    """What may be said in a vocabulary: values of the property's type, any time, mode and polarity.

    Args:
        vocabulary: has an entity and a property at least.
    """
    for kind in ("entities", "properties"):
        if not getattr(vocabulary, kind):
            raise InvalidArgument(f"vocabulary={vocabulary!r} has no {kind}")
    return _propositions(vocabulary)


@st.composite
def _propositions(draw: st.DrawFn, vocabulary: Vocabulary) -> Proposition:
    of = draw(st.sampled_from(sorted(vocabulary.properties.values(), key=lambda of: of.id)))
    return Proposition(
        draw(st.sampled_from(sorted(vocabulary.entities))),
        of.id,
        draw(_values(of, vocabulary)),
        draw(st.none() | whens()),
        draw(st.sampled_from([None, None, "the north"])),
        draw(st.sampled_from([Mode.ASSERTED, Mode.ASSERTED, *Mode])),
        draw(st.sampled_from([False, False, True])),
        draw(st.none() | days("2000-01-01", "2030-12-31")),
    )


def _values(of: Property, vocabulary: Vocabulary) -> st.SearchStrategy[Value]:
    entities = st.sampled_from(sorted(vocabulary.entities))
    if of.type is ValueType.QUANTITY:
        return quantities(of.unit) | changes(of.unit)
    if of.type is ValueType.ENTITY:
        ids = st.lists(entities, min_size=1, max_size=3, unique=True).map(tuple)
        return st.builds(Names, ids, st.booleans())
    if of.type is ValueType.TEXT:
        return st.builds(Words, _NAMES)
    return st.none() | st.builds(Gap, entities, durations(50))


def statements(vocabulary: Vocabulary) -> st.SearchStrategy[Statement]:
    """Statements of sources, each with a quotation; for statements that stand in files, see `ledgers`.

    Args:
        vocabulary: has an entity and a property at least.
    """
    return st.builds(
        Statement,
        id=_NAMES,
        source=_NAMES,
        selector=st.builds(Selector, st.text(min_size=1, max_size=60)),
        proposition=propositions(vocabulary),
        basis=st.sampled_from(Basis),
    )


def claims(vocabulary: Vocabulary) -> st.SearchStrategy[Claim]:
    """Claims of every status, backed by up to three statements.

    Args:
        vocabulary: has an entity and a property at least.
    """
    refs = st.lists(st.builds("{}#{}".format, _NAMES, _NAMES), max_size=3, unique=True).map(tuple)
    return st.builds(
        Claim,
        id=_NAMES,
        text=st.text(min_size=1, max_size=60),
        proposition=propositions(vocabulary),
        backing=refs,
        status=st.sampled_from(Status),
    )
