"""Which statements are held against each other."""

from itertools import combinations

from factcheck.model import Basis, Proposition, Selector, Statement
from factcheck.solving.keys import by_key, pairs
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit

PERSON = Unit.named("person")


def statement(source, value, as_of=None, name="x", basis=Basis.STATED):
    proposition = Proposition("s", "p", value, as_of=as_of)
    return Statement(name, source, Selector("words"), proposition, basis)


def figure(value):
    return Quantity.parse(value, PERSON)


def refs(group):
    return [(one.ref, other.ref) for one, other in pairs(group)]


def test_different_statements_all_meet_the_older_text_first():
    told = [statement(f"s{day}", figure(day), as_of=day) for day in (3, 1, 2)]
    (group,) = by_key(told).values()
    assert refs(group) == list(combinations(["s1#x", "s2#x", "s3#x"], 2))


def test_two_sources_speak_for_all_that_say_the_same():
    same = [statement(f"a{n}", figure(94), as_of=n) for n in range(5)]
    other = statement("b", figure(90), as_of=9)
    (group,) = by_key([*same, other]).values()
    met = refs(group)
    assert ("a0#x", "b#x") in met
    assert ("a1#x", "b#x") in met
    assert ("a2#x", "b#x") not in met
    assert {pair for pair in met if "b#x" not in pair} == {
        ("a0#x", "a1#x"), *((speaker, f"a{n}#x") for n in (2, 3, 4) for speaker in ("a0#x", "a1#x"))
    }  # fmt: skip


def test_the_second_speaker_is_of_another_source():
    told = [statement("a", figure(94), name=name) for name in "xyz"] + [statement("b", figure(94))]
    (group,) = by_key(told).values()
    assert ("a#y", "b#x") in refs(group)
    assert ("a#y", "a#z") not in refs(group)


def test_an_inference_and_a_statement_are_two_voices():
    told = [statement(f"s{n}", figure(94), basis=basis) for n, basis in enumerate(Basis)]
    (group,) = by_key(told).values()
    assert ("s0#x", "s2#x") in refs(group)


def test_changes_of_texts_of_different_days_are_two_voices():
    change = Change(figure(94), figure(120))
    told = [statement(f"s{n}", change, as_of=n) for n in range(6)]
    (group,) = by_key(told).values()
    assert len(refs(group)) == 15


def test_many_that_say_the_same_meet_in_linear_time():
    told = [statement(f"s{n:05}", figure(94), as_of=n) for n in range(2_000)]
    (group,) = by_key(told).values()
    assert len(refs(group)) == 2 * 2_000 - 3
