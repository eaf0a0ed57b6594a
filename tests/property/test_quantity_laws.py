"""Laws of quantities, each quoting the sentence it checks; small worlds of whole numbers are the oracle."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.values.arithmetic import add, apply_percent, percent_change, ratio, subtract, undo_percent
from factcheck.values.change import Change, compare_parts, direction
from factcheck.values.change import relate as relate_changes
from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.number import exact, last_step
from factcheck.values.quantity import Quantity, relate
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict

PERSON, PERCENT, NUMBER = Unit.named("person"), Unit.named("percent"), Unit.named("number")
METRE, POINT = Unit.named("metre"), Unit.named("percentage point")
HEDGES = [
    Hedge.NONE,
    Hedge.EXACTLY,
    Hedge.OVER,
    Hedge.AT_LEAST,
    Hedge.UNDER,
    Hedge.AT_MOST,
    Hedge.ABOUT,
    Hedge.NEARLY,
]
SMALL = range(-4, 14)
WORLDS = range(-30, 60)

numbers = st.integers(-12, 12) | st.fractions(-12, 12, max_denominator=4)
figures = st.integers(0, 40) | st.integers(0, 40).map(lambda n: n * 1_000) | st.integers(0, 10**7)


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy = numbers) -> Interval:
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    point = low is not None and low == high
    return Interval(
        low,
        high,
        low_open=not point and draw(st.booleans()),
        high_open=not point and draw(st.booleans()),
    )


@st.composite
def quantities(draw: st.DrawFn, unit: Unit | None = None) -> Quantity:
    unit = unit or draw(st.sampled_from([PERSON, PERCENT, NUMBER]))
    if draw(st.booleans()):
        return Quantity.of(draw(figures), unit, draw(st.sampled_from(HEDGES)))
    low, high = sorted([draw(figures), draw(figures)])
    return Quantity.between(low, high, unit)


CLOSE = st.integers(0, 40) | st.fractions(0, 40, max_denominator=2)


@st.composite
def close_quantities(draw: st.DrawFn) -> Quantity:
    """Quantities that often meet: small figures, in every hedge, at whole, half and rounded steps."""
    unit = draw(st.sampled_from([PERSON, PERCENT]))
    if draw(st.booleans()):
        low, high = sorted([draw(CLOSE), draw(CLOSE)])
        return Quantity.between(low, high, unit)
    return Quantity.of(draw(CLOSE), unit, draw(st.sampled_from(HEDGES)), draw(st.sampled_from([None, 1, 10])))


def members(interval: Interval) -> set[int]:
    return {n for n in WORLDS if interval.contains(n)}


@given(intervals(), intervals())
def test_intersection_holds_what_both_hold(a, b):
    both = a.intersection(b)
    assert (members(both) if both else set()) == members(a) & members(b)
    assert a.intersects(b) == (both is not None)


@given(intervals(), intervals())
def test_a_subset_has_no_member_outside(a, b):
    """The hull of a set with its part is the set."""
    assert a.subset(b) == (a.hull(b) == b)
    if a.subset(b):
        assert members(a) <= members(b)


@given(intervals(), intervals(), numbers, numbers)
def test_sums_and_products_hold_every_sum_and_product(a, b, x, y):
    assume(a.contains(x) and b.contains(y))
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    if y != 0:
        assert (a / b).contains(Fraction(x) / y)


@st.composite
def bounded(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(st.integers(-5, 5)), draw(st.integers(-5, 5))])
    apart = low < high
    return Interval(
        low, high, low_open=apart and draw(st.booleans()), high_open=apart and draw(st.booleans())
    )


@given(intervals(), numbers)
def test_scaling_is_multiplying_by_one_number(a, factor):
    assert a.scaled(factor) == a * Interval.point(factor)


@given(bounded(), bounded())
def test_the_ends_of_a_product_are_reached_or_approached(a, b):
    """With correctly propagated ends: no product is claimed that no pair comes near."""
    product = a * b
    halves = [Fraction(n, 2) for n in range(-10, 11)]
    found = {x * y for x in halves if a.contains(x) for y in halves if b.contains(y)}
    assert product.low_open or product.low in found
    assert product.high_open or product.high in found
    assert not (product.low_open and product.low in found)
    assert not (product.high_open and product.high in found)


@given(intervals())
def test_whole_numbers_are_kept(a):
    whole = a.whole_numbers()
    assert (members(whole) if whole else set()) == members(a)


@given(quantities(), quantities())
def test_comparison_is_symmetric(a, b):
    """Comparison is symmetric up to swapping refines/refined."""
    assert relate(a, b) is relate(b, a).swapped


@given(quantities())
def test_every_value_is_equal_to_itself(a):
    """Every value is equal to itself ("over 13,000" against itself never conflicts)."""
    assert relate(a, a) is Verdict.EQUAL
    assert a.implied.subset(a.literal)


@given(close_quantities(), close_quantities(), close_quantities())
def test_refining_is_a_partial_order(a, b, c):
    """Refines is a partial order."""
    below = {Verdict.EQUAL, Verdict.REFINES}
    if relate(a, b) in below and relate(b, c) in below:
        assert relate(a, c) in below
    if relate(a, b) in below and relate(b, a) in below:
        assert relate(a, b) is Verdict.EQUAL


@given(close_quantities(), close_quantities(), st.none() | intervals(CLOSE), st.none() | intervals(CLOSE))
def test_less_precise_never_conflicts_more(a, b, wider, implied):
    """Making a value or a date less precise never turns agreement into conflict."""
    literal = a.literal.hull(wider) if wider else a.literal
    vague = Quantity(literal, a.implied.hull(implied) if implied else a.implied, a.unit)
    # A half that may be rounded either way agrees with what its set does not meet.
    if relate(a, b).agrees and a.worlds.intersects(b.worlds):
        assert relate(vague, b) is not Verdict.CONFLICT
        assert relate(b, vague) is not Verdict.CONFLICT


@given(figures, st.data())
def test_adding_about_never_turns_agreement_into_conflict(figure, data):
    """Making a value or a date less precise never turns agreement into conflict."""
    unit = data.draw(st.sampled_from([PERSON, PERCENT, NUMBER, METRE]))
    other = data.draw(quantities(unit))
    if relate(Quantity.of(figure, unit), other).agrees:
        assert relate(Quantity.of(figure, unit, Hedge.ABOUT), other) is not Verdict.CONFLICT


@given(close_quantities(), close_quantities(), intervals(CLOSE))
def test_a_conflict_survives_refinement(a, b, part):
    """A definite conflict survives refinement of either side or becomes agreement only if the sets met.

    They meet at an end where one is refined to the very half between two roundings.
    """
    smaller = a.literal.intersection(part)
    assume(smaller is not None)
    finer = Quantity(smaller, smaller.intersection(a.implied) or smaller, a.unit)
    assume(finer.worlds.subset(a.worlds))
    halves = finer.worlds.is_point and finer.worlds.low in {b.literal.low, b.literal.high}
    if relate(a, b) is Verdict.CONFLICT and not halves:
        assert relate(finer, b) is Verdict.CONFLICT
        assert relate(b, finer) is Verdict.CONFLICT


@given(close_quantities(), close_quantities())
def test_a_conflict_has_no_common_world(a, b):
    """Brute force for interval conflict: a common world is an end, or lies between two of them."""
    assume(a.unit == b.unit)
    ends = sorted(
        {end for s in (a.worlds, b.worlds) for end in (s.low, s.high) if end is not None} | {-100, 100}
    )
    between = [Fraction(x + y) / 2 for x, y in pairwise(ends)]
    found = any(a.worlds.contains(world) and b.worlds.contains(world) for world in [*ends, *between])
    halved = relate(a, b) is Verdict.COMPATIBLE and a.worlds.is_point | b.worlds.is_point
    assert (relate(a, b) is Verdict.CONFLICT) != found or (halved and not found)
    if relate(a, b) is Verdict.TENSION:
        assert not any(a.likely.contains(world) and b.likely.contains(world) for world in [*ends, *between])


@given(st.integers(-20, 200), st.integers(-20, 200), st.sampled_from([1, 1_000, Fraction(1, 10)]))
def test_two_roundings_to_one_step_differ_or_are_one(n, m, step):
    """A conflict is two literal sets apart: what rounds to 7 does not round to 8."""
    a, b = (Quantity.of(exact(number * step), PERCENT, step=step) for number in (n, m))
    assert relate(a, b) is (Verdict.EQUAL if n == m else Verdict.CONFLICT)


@given(st.integers(1_000, 10**9), st.integers(1, 9), st.sampled_from([PERSON, PERCENT, Unit.named("USD")]))
def test_rounding_is_never_a_conflict(number, places, unit):
    """Rounding a number and comparing with the original is never a conflict."""
    step = 10 ** min(places, len(str(number)) - 1)
    for rounded in (round(Fraction(number, step)) * step, (number + step // 2) // step * step):
        assume(rounded >= 1_000)
        told, meant = Quantity.of(rounded, unit), Quantity.of(number, unit, Hedge.EXACTLY)
        assert relate(told, meant) is not Verdict.CONFLICT
        assert relate(told, Quantity.of(number, unit)) is not Verdict.CONFLICT


@given(st.decimals(0, 100, places=3), st.integers(0, 2))
def test_rounding_decimals_is_never_a_conflict(number, places):
    """Rounding a number and comparing with the original is never a conflict."""
    told = Quantity.of(f"{number:.{places}f}", PERCENT)
    if told.stated != 0:
        assert relate(told, Quantity.of(str(number), PERCENT, Hedge.EXACTLY)) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"), [("mile", "km"), ("°C", "°F"), ("hour", "minute"), ("share", "percent")]
)
@settings(deadline=None)  # the first conversion loads pint
@given(figure=st.integers(-500, 10**6))
def test_conversion_there_and_back_is_equal(one, other, figure):
    """Unit conversion there and back is equal."""
    one, other = Unit.named(one), Unit.named(other)
    quantity = Quantity.of(figure, one)
    assert quantity.converted(other).converted(one) == quantity
    assert relate(quantity, quantity.converted(other)) is Verdict.EQUAL


@given(quantities())
def test_parsing_what_is_printed_gives_it_back(quantity):
    """Parse∘print is the identity."""
    if quantity.hedge is not Hedge.NEARLY:
        assert Quantity.parse(quantity.notation, quantity.unit) == quantity


@given(st.from_regex(r"-?[0-9]{1,9}(\.[0-9]{1,5})?", fullmatch=True))
def test_parsing_decimals_keeps_their_precision(text):
    """Parse∘print is the identity, also on the digits that say how precise a figure is."""
    quantity = Quantity.parse(text, PERCENT)
    again = Quantity.parse(quantity.notation, PERCENT)
    assert again == quantity


@given(st.text(max_size=30))
def test_any_notation_is_read_or_refused_with_advice(text):
    refusal = ""
    try:
        Quantity.parse(text, PERSON)
    except ValueError as error:
        refusal = str(error)
    assert not refusal or "write" in refusal


@given(st.sampled_from(SMALL), st.sampled_from(HEDGES), st.sampled_from(SMALL), st.sampled_from(HEDGES))
def test_verdicts_agree_with_counting_worlds(n, hedge, m, other):
    """Comparison is set algebra: a conflict is a pair of words that no whole number satisfies."""
    a, b = Quantity.of(n, PERSON, hedge), Quantity.of(m, PERSON, other)
    common = members(a.literal) & members(b.literal)
    # Between two small bounds some number within reach always is a witness.
    assert (relate(a, b) is Verdict.CONFLICT) == (not common)
    if relate(a, b) is Verdict.TENSION:
        assert not members(a.implied) & members(b.implied)
    if relate(a, b) is Verdict.REFINES:
        assert members(a.literal) <= members(b.literal)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_what_is_derived_agrees_with_what_it_came_from(before, after):
    """Adding, subtracting and percent change on sets, with correctly propagated ends."""
    a, b = (Quantity.of(n, PERSON, Hedge.EXACTLY) for n in (before, after))
    assert add(a, subtract(b, a)).literal == b.literal
    assert percent_change(a, b).literal.contains(Fraction(100 * (after - before), before))
    change = Change(a, b)
    assert relate_changes(change, Change(a, by=change.derived_by)).agrees
    assert relate_changes(change, Change(a, by=change.derived_percent)).agrees
    assert change.own_verdict.agrees


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Changes of few things by little, so that parts often agree; never without a part."""
    unit = draw(st.sampled_from([PERSON, PERCENT, NUMBER]))
    small = st.integers(1, 12).map(lambda n: Quantity.of(n, unit))
    before, after = draw(st.none() | small), draw(st.none() | small)
    amounts = st.integers(-4, 4).map(lambda n: Quantity.of(n, POINT if unit is PERCENT else unit))
    percents = st.integers(-12, 12).map(lambda n: Quantity.of(n * 10, PERCENT))
    bare = st.sampled_from([direction(unit, 1), direction(unit, -1)])
    by = draw(amounts | percents | bare if before is after is None else st.none() | amounts | percents | bare)
    return Change(before, after, by)


@given(changes(), changes())
def test_changes_compare_symmetrically(one, other):
    """Comparison is symmetric up to swapping refines/refined."""
    assert relate_changes(one, other) is relate_changes(other, one).swapped


@given(changes())
def test_every_change_is_equal_to_itself(change):
    """Every value is equal to itself."""
    assert relate_changes(change, change) is Verdict.EQUAL
    assert relate_changes(change, evolve(change, words="in other words")) is Verdict.EQUAL


@given(changes(), changes(), changes())
def test_refining_changes_is_a_partial_order(a, b, c):
    """Refines is a partial order."""
    below = {Verdict.EQUAL, Verdict.REFINES}
    if relate_changes(a, b) in below and relate_changes(b, c) in below:
        assert relate_changes(a, c) in below
    if relate_changes(a, b) in below and relate_changes(b, a) in below:
        assert relate_changes(a, b) is Verdict.EQUAL


@given(changes(), changes(), st.sampled_from(["before", "after", "by"]))
def test_a_change_told_with_less_never_conflicts_more(a, b, part):
    """Making a value or a date less precise never turns agreement into conflict."""
    assume([a.before, a.after, a.by].count(None) < 2)
    less = evolve(a, **{part: None})
    assume(a.own_verdict.agrees)
    if relate_changes(a, b).agrees:
        assert relate_changes(less, b) is not Verdict.CONFLICT


@given(changes(), changes())
def test_parts_tell_the_verdict(a, b):
    parts = [part.verdict for part in compare_parts(a, b)]
    verdict = relate_changes(a, b)
    if verdict is Verdict.CONFLICT:
        assert Verdict.CONFLICT in parts
    elif verdict is Verdict.NOT_COMPARABLE:
        assert not parts or Verdict.NOT_COMPARABLE in parts
    else:
        assert Verdict.CONFLICT not in parts
        assert (verdict is Verdict.TENSION) == (Verdict.TENSION in parts)


def samples(interval: Interval) -> list[Fraction]:
    """Numbers of a bounded set, among them its closed ends and some very near the open ones."""
    near = Fraction(1, 10**9)
    ends = [interval.low, interval.low + near, interval.high - near, interval.high]
    middle = Fraction(interval.low + interval.high) / 2
    return [Fraction(number) for number in (*ends, middle) if interval.contains(number)]


ABOVE = st.integers(1, 50) | st.fractions(1, 50, max_denominator=8)
OPERATIONS = {
    "add": (add, lambda x, y: x + y, PERSON),
    "subtract": (subtract, lambda x, y: x - y, PERSON),
    "ratio": (ratio, lambda x, y: x / y, PERSON),
    "percent change": (percent_change, lambda x, y: (y / x - 1) * 100, PERSON),
    "apply percent": (apply_percent, lambda x, y: x * (1 + y / 100), PERCENT),
    "undo percent": (undo_percent, lambda x, y: x / (1 + y / 100), PERCENT),
}


@st.composite
def bounded_quantities(draw: st.DrawFn, unit: Unit) -> Quantity:
    low, high = sorted([draw(ABOVE), draw(ABOVE)])
    apart = low < high
    ends = Interval(
        low, high, low_open=apart and draw(st.booleans()), high_open=apart and draw(st.booleans())
    )
    return Quantity(ends, ends, unit)


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.data())
def test_derived_ends_are_the_ends_of_what_can_come_out(name, data):
    """Adding, subtracting, ratio, percent change on sets, with correctly propagated ends."""
    derive, compute, unit = OPERATIONS[name]
    a, b = data.draw(bounded_quantities(PERSON)), data.draw(bounded_quantities(unit))
    literal = derive(a, b).literal
    found = [compute(x, y) for x in samples(a.literal) for y in samples(b.literal)]
    assert all(literal.contains(number) for number in found)
    for end, is_open, nearest in (
        (literal.low, literal.low_open, min(found)),
        (literal.high, literal.high_open, max(found)),
    ):
        assert (nearest == end) != is_open
        assert abs(nearest - end) < Fraction(1, 10**3)


@given(st.integers(1_000, 10**7), st.integers(1_000, 10**7), st.integers(2, 4), st.integers(0, 1))
def test_the_percent_of_rounded_figures_is_never_in_conflict_with_the_true_one(before, after, zeros, places):
    """Rounding a number and comparing with the original is never a conflict, nor is what follows from it."""
    told = Change(*(Quantity.of(rounded(n, zeros), PERSON) for n in (before, after)))
    step = Fraction(1, 10**places)
    percent = round(Fraction(100 * (after - before), before) / step) * step
    meant = Change(by=Quantity.of(percent, PERCENT, step=step))
    assume(told.before.stated and told.after.stated)
    assert relate_changes(told, meant) is not Verdict.CONFLICT


def rounded(number: int, zeros: int) -> int:
    step = 10 ** min(zeros, len(str(number)) - 1)
    return (number + step // 2) // step * step


@given(st.integers(1, 10**12))
def test_the_last_step_divides_the_number(number):
    step = last_step(number)
    assert number % step == 0
    assert number % (step * 10) != 0
