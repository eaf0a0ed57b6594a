"""The lexicon: what a vocabulary and what is known give a reader."""

from __future__ import annotations

import pytest

from factcheck.model import Entity, Names, Property, Proposition, ValueType, Vocabulary
from factcheck.reading.lexicon import Key, Lexicon, hint_of, keys_of

ENTITIES = (
    Entity("az", "Azerbaijan", ("Baku",)),
    Entity("army", "Azerbaijan's army", part_of=("az",)),
    Entity("unit", "Azerbaijan's contingent in Afghanistan", ("Azerbaijan's peacekeepers",), ("army",)),
    Entity("afghanistan", "Afghanistan"),
    Entity("kosovo", "Kosovo"),
    Entity("loop", "Loop", part_of=("pool",)),
    Entity("pool", "Pool", part_of=("loop",)),
)
VOCABULARY = Vocabulary(
    {entity.id: entity for entity in ENTITIES},
    {
        "served": Property("served", "service in", ValueType.ENTITY),
        "size": Property("size", "size", ValueType.TEXT),
    },
)


@pytest.fixture(scope="module")
def lexicon():
    propositions = [
        Proposition("army", "served", Names(("kosovo", "afghanistan"))),
        Proposition("unit", "size", scope="military doctors"),
        Proposition("unit", "size"),
    ]
    return Lexicon.of(VOCABULARY, propositions)


def test_a_list_of_values_gives_a_key_for_each():
    assert [key.value for key in keys_of(Proposition("army", "served", Names(("a", "b"))))] == ["a", "b"]


def test_the_order_of_what_is_known_changes_nothing():
    propositions = [Proposition("unit", "size"), Proposition("army", "served", Names(("kosovo",)))]
    assert Lexicon.of(VOCABULARY, propositions).keys == Lexicon.of(VOCABULARY, propositions[::-1]).keys


def test_keys_are_found_by_subject_and_property(lexicon):
    assert lexicon.of_subject["unit"]["size"] == [
        Key("unit", "size"),
        Key("unit", "size", None, "military doctors"),
    ]


def test_owners_are_found_all_the_way_up_and_circles_end(lexicon):
    assert lexicon.owners("unit") == {"army", "az"}
    assert lexicon.owners("loop") == {"loop", "pool"}


def test_the_topic_tells_a_part_from_its_owner_and_its_place(lexicon):
    assert lexicon.topic("unit") == {"contingent", "peacekeeper"}
    assert lexicon.inside("unit") == {"afghanistan"}


def test_hints_are_topic_scopes_places_and_values(lexicon):
    assert lexicon.hints("unit") == {"contingent", "peacekeeper", "doctors", hint_of("afghanistan")}
    assert hint_of("kosovo") in lexicon.hints("army")


def test_an_owner_with_a_hint_leads_to_its_parts(lexicon):
    assert lexicon.related["az"]["contingent"] == ("unit",)
    assert lexicon.related["az"][hint_of("kosovo")] == ("army",)


def test_values_of_one_subject_are_of_one_list(lexicon):
    assert lexicon.lists["kosovo"] == lexicon.lists["afghanistan"] == {("army", "served")}
