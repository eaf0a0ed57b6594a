"""The gates, in their order, and what an inference does."""

import pytest
from attrs import evolve

from factcheck.matching.compare import compare
from factcheck.model import Entity, Holds, Mode, Property, Proposition, ValueType, Vocabulary
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When

PERSON = Unit.named("person")
VOCABULARY = Vocabulary(
    entities={"az": Entity("az", "Azerbaijan"), "ge": Entity("ge", "Georgia")},
    properties={
        "strength": Property("strength", "strength", ValueType.QUANTITY, PERSON, Holds.UNTIL_CHANGED),
        "sent": Property("sent", "soldiers sent", ValueType.QUANTITY, PERSON, Holds.AT_INSTANT),
    },
)
STRENGTH = Proposition("az", "strength", Quantity.parse(94, PERSON), When.parse("2018-01-09"))


@pytest.mark.parametrize(
    ("other", "gate", "reason"),
    [
        ({"subject": "ge", "property": "sent"}, "subject", "Azerbaijan is not Georgia"),
        ({"property": "sent", "scope": "officers"}, "property", "strength is not soldiers sent"),
        (
            {"scope": "officers", "mode": Mode.EXPECTED},
            "scope",
            "one speaks of the whole, the other of officers",
        ),
        ({"mode": Mode.EXPECTED}, "mode", "one is asserted, the other expected"),
        ({"mode": Mode.DENIED}, "mode", "one is asserted, the other denied"),
    ],
)
def test_the_first_gate_that_fails_names_itself(other, gate, reason):
    found = compare(STRENGTH, evolve(STRENGTH, value=Quantity.parse(90, PERSON), **other), VOCABULARY)
    assert (found.gate.value, found.reason) == (gate, reason)


def test_a_property_that_is_not_in_the_vocabulary_is_not_compared():
    unknown = evolve(STRENGTH, property="height")
    assert compare(unknown, unknown, VOCABULARY).reason == "the vocabulary has no property height"


def test_a_conflict_names_both_values_and_when_both_hold():
    found = compare(STRENGTH, evolve(STRENGTH, value=Quantity.parse(90, PERSON)), VOCABULARY)
    assert found.reason == "94 is not 90, and both hold on 9 January 2018"
    assert found.circumstance == "both hold on 9 January 2018"


def test_two_denials_agree_and_leave_room():
    denied = evolve(STRENGTH, negated=True)
    other = evolve(denied, value=Quantity.parse(90, PERSON))
    assert compare(denied, denied, VOCABULARY).verdict.value == "equal"
    assert compare(denied, other, VOCABULARY).verdict.value == "compatible"
