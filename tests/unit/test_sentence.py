"""Sentences: clauses, modes, denials, strangers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.model import Entity, Mode, Vocabulary
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.sentence import take_apart

ENTITIES = (
    Entity("pfp", "Partnership for Peace", ("PfP",)),
    Entity("az", "Azerbaijan", ("Baku",)),
    Entity("nato", "NATO"),
)
LEXICON = Lexicon.of(Vocabulary({entity.id: entity for entity in ENTITIES}), ())


def read(text):
    return take_apart(text, (0, len(text)), None, LEXICON)


def clauses(text):
    starts = [*read(text).clauses, len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew; it fell.", ["It grew;", "it fell."]),
        ("It grew, and it fell.", ["It grew,", "and it fell."]),
        ("It grew and fell.", ["It grew and fell."]),
        ("It is due to grow, and to reach 16,000.", ["It is due to grow, and to reach 16,000."]),
        ("Baku, which joined, is no member.", ["Baku,", "which joined,", "is no member."]),
        ("On January 9, 2018, it grew but little.", ["On January 9, 2018, it grew", "but little."]),
        ("It (94 men) grew.", ["It (", "94 men)", "grew."]),
    ],
)
def test_a_sentence_falls_into_clauses(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("It reached 130.", Mode.ASSERTED),
        ("It is expected to reach 130.", Mode.EXPECTED),
        ("It was due to grow, but it reached 130.", Mode.ASSERTED),
        ("It will reach 130.", Mode.PLANNED),
        ("Some claim that it reached 130.", Mode.ALLEGED),
        ("Baku denied that it reached 130.", Mode.DENIED),
    ],
)
def test_a_mode_reaches_as_far_as_its_clause(text, mode):
    assert read(text).mode(text.index("130")) is mode


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It did not reach 130.", True),
        ("It never reached 130.", True),
        ("It didn't reach 130.", True),
        ("It reached 130, which is not much.", False),
        ("It not only reached 130 but grew.", False),
        ("It reached 130.", False),
        ("Nobody says that it reached 130.", False),
    ],
)
def test_not_at_the_verb_denies_what_follows(text, denied):
    assert read(text).is_denied(text.index("130")) is denied


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("Georgia grew.", ["Georgia"]),
        ("The United States grew.", ["United"]),
        ("Baku and Georgia grew.", ["Georgia"]),
        ("In 2018 a Turkish unit grew.", ["Turkish"]),
        ("Baku's contingent in Brussels grew.", []),
        ("However large, Georgia's grew.", ["However", "Georgia"]),
        ("Baku Raises Its Contingent Again", []),
    ],
)
def test_strangers_are_names_where_a_subject_stands(text, strangers):
    assert [text[start:end] for start, end in read(text).strangers] == strangers


def test_a_name_that_goes_on_is_another_one():
    text = "Baku joined the PfP Planning Process, not only the Partnership for Peace Programme."
    assert [text[start:][:3] for start in read(text).partial] == ["PfP"]


@pytest.mark.parametrize("text", ["Did it grow?", "“Did it grow?”", "(Did it grow?) "])
def test_a_question_is_known_by_its_end(text):
    assert read(text).is_question


def test_what_stands_between_quotation_marks_is_spoken():
    text = "He said “it grew to 130” in May."
    sentence = take_apart(text, (0, len(text)), None, LEXICON, [(8, 24)])
    assert sentence.is_spoken(text.index("130"))
    assert not sentence.is_spoken(text.index("May"))
