"""Laws of quantities, each quoting the sentence it checks; small worlds of whole numbers are the oracle."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.values.arithmetic import add, percent_change, subtract
from factcheck.values.change import Change
from factcheck.values.change import relate as relate_changes
from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.number import last_step
from factcheck.values.quantity import Quantity, relate
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict

PERSON, PERCENT, NUMBER = Unit.named("person"), Unit.named("percent"), Unit.named("number")
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


@given(quantities(PERSON), quantities(PERSON), quantities(PERSON))
def test_refining_is_a_partial_order(a, b, c):
    """Refines is a partial order."""
    below = {Verdict.EQUAL, Verdict.REFINES}
    if relate(a, b) in below and relate(b, c) in below:
        assert relate(a, c) in below
    if relate(a, b) in below and relate(b, a) in below:
        assert relate(a, b) is Verdict.EQUAL


@given(quantities(PERSON), quantities(PERSON), intervals(figures), intervals(figures))
def test_less_precise_never_conflicts_more(a, b, wider, implied):
    """Making a value or a date less precise never turns agreement into conflict."""
    vague = Quantity(a.literal.hull(wider), a.implied.hull(implied), a.unit)
    if relate(a, b).agrees:
        assert relate(vague, b) is not Verdict.CONFLICT
        assert relate(b, vague) is not Verdict.CONFLICT


@given(quantities(PERSON), quantities(PERSON), intervals(figures))
def test_a_conflict_survives_refinement(a, b, part):
    """A definite conflict survives refinement of either side."""
    smaller = a.literal.intersection(part)
    assume(smaller is not None)
    finer = Quantity(smaller, smaller.intersection(a.implied) or smaller, PERSON)
    if relate(a, b) is Verdict.CONFLICT:
        assert relate(finer, b) is Verdict.CONFLICT


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


@given(quantities(PERSON), quantities(PERSON), quantities(PERSON), quantities(PERSON))
def test_changes_compare_symmetrically(a, b, c, d):
    """Comparison is symmetric up to swapping refines/refined."""
    one, other = Change(a, b), Change(c, d)
    assert relate_changes(one, other) is relate_changes(other, one).swapped
    assert relate_changes(one, one) is Verdict.EQUAL


@given(st.integers(1, 10**12))
def test_the_last_step_divides_the_number(number):
    step = last_step(number)
    assert number % step == 0
    assert number % (step * 10) != 0
