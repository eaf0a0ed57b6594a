import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from factcheck import strategies
from factcheck.diagnostic import Severity
from factcheck.engine import check_ledger
from factcheck.model import (
    Claim,
    Gap,
    Ledger,
    Names,
    Proposition,
    Statement,
    ValueType,
    Vocabulary,
    Words,
)
from factcheck.text.anchor import AnchorKind, anchor
from factcheck.values.calendar import FIRST_DAY, LAST_DAY
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.edtf import parse_edtf
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit
from factcheck.values.when import When, as_day

ROOT = Path(__file__).parents[2]
TYPES = (When, Duration, Unit, Quantity, Change, Vocabulary, Proposition, Statement, Claim, Ledger)
FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
IS_OF = {
    ValueType.QUANTITY: (Quantity, Change),
    ValueType.ENTITY: (Names,),
    ValueType.TEXT: (Words,),
    ValueType.NONE: (type(None), Gap),
}
strategies._hypothesis_setup_hook()


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_its_strategy(type_):
    @given(st.from_type(type_))
    def law(value):
        assert isinstance(value, type_)

    law()


def test_hypothesis_finds_the_strategies_by_their_entry_point():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, name = project["entry-points"]["hypothesis"]["_"].partition(":")
    assert (module, callable(getattr(strategies, name))) == ("factcheck.strategies", True)


def test_importing_factcheck_imports_no_hypothesis():
    code = "import sys, factcheck.api, factcheck.cli; print([m for m in sys.modules if 'hypoth' in m])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "[]\n"


@given(strategies.days())
def test_days_are_days_of_the_calendar(day):
    assert FIRST_DAY <= day <= LAST_DAY


@given(strategies.days("2018-01", "2018-02"))
def test_days_keep_within_their_limits(day):
    assert as_day("2018-01-01") <= day <= as_day("2018-02-28")


@given(strategies.edtf_texts(0))
def test_level_0_has_dates_and_periods_alone(text):
    parse_edtf(text)
    assert re.fullmatch(r"[0-9-]+(/[0-9-]+)?", text)


@given(strategies.edtf_texts(1))
def test_level_1_has_no_sets(text):
    parse_edtf(text)
    assert text[0] not in "[{"


@given(strategies.edtf_texts(2, "-0100", "0100"))
def test_level_2_parses_in_any_age(text):
    parse_edtf(text)


@pytest.mark.parametrize(
    ("find", "condition"),
    [
        (strategies.edtf_texts(1), lambda text: text.endswith("/..")),
        (strategies.edtf_texts(1), lambda text: text.endswith("~") and "X" in text),
        (strategies.edtf_texts(2), lambda text: text.startswith("{")),
        (strategies.whens(), lambda when: when.as_of is not None),
        (strategies.durations(), lambda duration: duration.negative and duration.weeks),
        (strategies.quantities(), lambda figure: figure.stated is None),
        (strategies.ledgers(), lambda ledger: ledger.claims),
    ],
)
def test_what_there_is_to_find_is_found(find, condition):
    from hypothesis import find as search  # noqa: PLC0415  it shadows the parameter

    assert condition(search(find, condition))


@given(strategies.whens())
def test_times_are_what_their_text_says(when):
    assert When.parse(when.edtf, as_of=when.as_of) == when
    assert when.words


@given(strategies.durations(30))
def test_lengths_of_time_are_no_longer_than_asked(duration):
    assert Duration.parse(str(duration)) == duration
    assert max(duration.parts) <= 30


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.SHARE, Kind.POINT, Kind.MONEY, Kind.MEASURE])
def test_units_are_of_the_kind_that_is_asked_for(kind):
    @given(strategies.units(kind))
    def law(unit):
        assert unit.kind is kind

    law()


@given(strategies.quantities(Unit.named("person"), 500))
def test_figures_are_of_the_unit_that_is_asked_for(figure):
    assert figure.unit == Unit.named("person")
    assert figure.stated is None or 0 <= figure.stated <= 500
    assert figure.implied.subset(figure.literal)


@given(strategies.changes(Unit.named("ship")))
def test_changes_are_of_the_unit_that_is_asked_for(change):
    parts = [part for part in (change.before, change.after) if part is not None]
    assert {part.unit.name for part in parts} <= {"ship"}


@given(strategies.vocabularies().flatmap(lambda v: st.tuples(st.just(v), strategies.propositions(v))))
def test_propositions_are_written_in_their_vocabulary(drawn):
    vocabulary, proposition = drawn
    assert proposition.subject in vocabulary.entities
    of = vocabulary.properties[proposition.property]
    assert isinstance(proposition.value, IS_OF[of.type])
    for figure in (proposition.value,) if isinstance(proposition.value, Quantity) else ():
        assert figure.unit == of.unit


@given(strategies.ledgers())
def test_a_consistent_ledger_gives_no_error_and_no_warning(ledger):
    assert ledger.problems == ()
    loud = [d for d in check_ledger(ledger).diagnostics if d.severity is not Severity.INFO]
    assert [(found.code, found.message) for found in loud] == []


@given(strategies.ledgers(consistent=False))
def test_an_inconsistent_ledger_gives_a_conflict(ledger):
    assert ledger.problems == ()
    assert {"FC201", "FC202"} & {found.code for found in check_ledger(ledger).diagnostics}


@given(strategies.quoted_texts())
def test_a_quotation_stands_in_one_place_of_its_text(drawn):
    text, quote, prefix, suffix = drawn
    assert quote
    whole = prefix + quote + suffix
    assert sum(text.startswith(whole, place) for place in range(len(text))) == 1
    found = anchor(text, quote, prefix=prefix, suffix=suffix)
    assert found.kind is AnchorKind.EXACT
    assert text[found.start : found.end] == quote


@given(strategies.quoted_texts().flatmap(lambda q: st.tuples(st.just(q[0]), strategies.edits(q[0]))))
def test_figures_outlive_an_edit_that_keeps_them(drawn):
    text, edited = drawn
    assert FIGURE.findall(edited) == FIGURE.findall(text)


@given(
    strategies.quoted_texts().flatmap(
        lambda q: st.tuples(st.just(q[0]), strategies.edits(q[0], keep_figures=False))
    )
)
def test_an_edit_that_keeps_no_figure_changes_one(drawn):
    text, edited = drawn
    pairs = zip(FIGURE.findall(text), FIGURE.findall(edited), strict=True)
    assert sum(was != now for was, now in pairs) == 1
    assert FIGURE.sub("", text) == FIGURE.sub("", edited)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: strategies.days("2019", "2018"), "first='2019' to last='2018'"),
        (lambda: strategies.edtf_texts(3), "level=3 is none of 0, 1, 2"),
        (lambda: strategies.whens(first="[..2018]"), "first='[..2018]'"),
        (lambda: strategies.durations(-1), "longest=-1 is below zero"),
        (lambda: strategies.units(Kind.AGE), "kind=<Kind.AGE: 'age'> has no units"),
        (lambda: strategies.quantities("person"), "unit='person' is no Unit; write Unit.named('person')"),
        (lambda: strategies.quantities(largest=0), "largest=0 is below 1"),
        (lambda: strategies.changes("ship"), "unit='ship' is no Unit"),
        (lambda: strategies.propositions(Vocabulary()), "has no entities"),
        (lambda: strategies.ledgers(consistent="no"), "consistent='no' is neither"),
        (lambda: strategies.edits("no figure", keep_figures=False), "text='no figure' has no figure"),
    ],
)
def test_a_wrong_argument_is_named_with_its_value(call, message):
    with pytest.raises(InvalidArgument, match=re.escape(message)):
        call()
