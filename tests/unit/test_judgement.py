"""Judgements: agreement beats conflict, stricter tellings beat looser ones, guesses never contradict."""

from __future__ import annotations

from factcheck.matching.judgement import Standing, judge
from factcheck.model import (
    Entity,
    Holds,
    Mode,
    Property,
    Proposition,
    Selector,
    Statement,
    ValueType,
    Vocabulary,
)
from factcheck.values.change import Change
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When

PERSON = Unit.named("person")
VOCABULARY = Vocabulary(
    {"unit": Entity("unit", "the unit")},
    {"size": Property("size", "size", ValueType.QUANTITY, PERSON, Holds.UNTIL_CHANGED)},
)


def people(number, hedge=Hedge.NONE):
    return Quantity.of(number, PERSON, hedge)


def told(name, value, when="2018-01-09", mode=Mode.ASSERTED):
    date = When.parse(when) if when else None
    return Statement(name, name, Selector("…"), Proposition("unit", "size", value, date, mode=mode))


def standing(draft, *known, sure=None):
    return judge([draft], [known], VOCABULARY, sure)


def test_a_value_that_a_source_gives_is_backed():
    assert standing(told("d", people(120)), told("a", people(120))).standing is Standing.BACKED


def test_agreement_beats_conflict_where_sources_disagree():
    judgement = standing(told("d", people(120)), told("a", people(120)), told("b", people(130)))
    assert judgement.standing is Standing.BACKED
    assert [outcome.known.id for outcome in judgement.dissent] == ["b"]


def test_a_looser_source_is_no_defence_against_a_stricter_one():
    draft = told("d", Change(people(90), people(120)))
    strict, loose = told("a", Change(people(94), people(120))), told("b", Change(None, people(120)))
    judgement = standing(draft, loose, strict)
    assert judgement.standing is Standing.CONTRADICTED
    assert [outcome.known.id for outcome in judgement.outcomes] == ["a"]


def test_a_guess_may_agree_and_never_contradicts():
    assert standing(told("d", people(120)), told("a", people(120)), sure=0).standing is Standing.BACKED
    assert standing(told("d", people(130)), told("a", people(120)), sure=0).standing is Standing.UNSUPPORTED


def test_a_forecast_is_no_count():
    forecast = told("a", people(16_000), "2018", Mode.EXPECTED)
    assert standing(told("d", people(16_000)), forecast).standing is Standing.EXPECTED_ONLY


def test_a_value_without_a_date_is_held_against_what_is_known_last():
    judgement = standing(told("d", people(130), None), told("a", people(22), "2002"), told("b", people(120)))
    assert judgement.standing is Standing.POSSIBLY_CONTRADICTED
    assert [outcome.known.id for outcome in judgement.outcomes] == ["b"]


def test_figures_that_only_a_reader_takes_apart_are_in_tension():
    judgement = standing(told("d", people(19_500)), told("a", people(13_000, Hedge.OVER)))
    assert judgement.standing is Standing.IN_TENSION


def test_nothing_known_is_unsupported():
    assert judge([], [], VOCABULARY).standing is Standing.UNSUPPORTED
    assert standing(told("d", people(120))).standing is Standing.UNSUPPORTED
