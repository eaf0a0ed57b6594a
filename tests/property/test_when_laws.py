"""Laws of time, each beside the sentence that it checks; days are enumerated in small worlds."""

import warnings
from functools import partial
from itertools import combinations, permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck import strategies
from factcheck.values.calendar import LAST_DAY, civil, iso, ordinal, shift_months
from factcheck.values.describe import describe
from factcheck.values.duration import Duration
from factcheck.values.elapsed import difference, elapsed, fits, shift, span_text
from factcheck.values.relation import after, before, during, overlaps, relate, same
from factcheck.values.verdict import Truth, Verdict
from factcheck.values.when import When

BASE = ordinal(2018, 2, 25)  # small worlds lie around the end of a February
WORLD = range(12)
HORIZON = BASE + len(WORLD) + 3  # stands for "never ended" where an end has no last day

days = strategies.days()
whens = partial(strategies.whens, first="1990", last="2025")
marks = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def dates(draw, *, marked=True):
    year, month = draw(st.integers(1990, 2025)), draw(st.integers(1, 12))
    day = draw(st.integers(1, 28))
    forms = [
        f"{year}",
        f"{year}-{month:02}",
        f"{year}-{month:02}-{day:02}",
        f"{year}"[:3] + "X",
        f"{year}-{draw(st.integers(21, 41))}",
        f"{year}-XX",
        f"{year}-{month:02}-XX",
    ]
    return draw(st.sampled_from(forms)) + (draw(marks) if marked else "")


@st.composite
def small(draw):
    """An instant or period in the small world, with the worlds it allows as pairs of first and last day."""
    cuts = sorted(draw(st.lists(st.sampled_from(WORLD), min_size=4, max_size=4)))
    a, b, c, d = (iso(BASE + cut) for cut in cuts)
    form = draw(st.sampled_from(["instant", "one of", "period", "open", "unknown"]))
    if form == "instant":
        return When.parse(f"[{a}..{b}]"), {(x, x) for x in range(cuts[0], cuts[1] + 1)}
    if form == "one of":
        return When.parse(f"[{a},{c}]"), {(x, x) for x in (cuts[0], cuts[2])}
    if form == "period":
        return When.parse(f"{a}/{d}"), {(cuts[0], cuts[3])}
    end = cuts[0] if form == "unknown" else cuts[2]
    when = When.parse(f"{a}/", as_of=c) if form == "unknown" else When.parse(f"{a}/..", as_of=c)
    return when, {(cuts[0], last) for last in range(end, HORIZON - BASE + 1)}


@st.composite
def several(draw):
    """Days that all hold, no two of them in a row, so that no period has the same ones."""
    chosen = draw(st.lists(st.integers(0, 5), min_size=2, max_size=3, unique=True))
    days = sorted(2 * day for day in chosen)
    return When.parse(f"{{{','.join(iso(BASE + day) for day in draw(st.permutations(days)))}}}"), {
        frozenset(days)
    }


def days_of(worlds):
    return {frozenset(range(first, last + 1)) for first, last in worlds}


def truth(relation, worlds, others):
    found = {relation(one, other) for one in worlds for other in others}
    return Truth.POSSIBLY if len(found) == 2 else Truth.SURELY if found == {True} else Truth.NEVER


RELATIONS = [
    (before, lambda a, b: max(a) < min(b)),
    (after, lambda a, b: max(b) < min(a)),
    (during, lambda a, b: a <= b),
    (overlaps, lambda a, b: bool(a & b)),
    (same, lambda a, b: a == b),
]


@pytest.mark.parametrize(("asked", "relation"), RELATIONS)
def test_three_valued_comparison_is_what_enumeration_of_the_days_says(asked, relation):
    """Three-valued comparison (surely, possibly, never) for before, after, during, overlaps, same."""

    @given(small(), small())
    def law(a, b):
        assert asked(a[0], b[0]) is truth(relation, days_of(a[1]), days_of(b[1]))

    law()


@pytest.mark.parametrize(("asked", "relation"), RELATIONS)
def test_several_days_that_all_hold_compare_as_enumeration_says_or_are_left_open(asked, relation):
    """Three-valued comparison (surely, possibly, never) for before, after, during, overlaps, same."""

    @given(several(), several() | small().map(lambda one: (one[0], days_of(one[1]))), st.booleans())
    def law(a, b, is_swapped):
        (one, worlds), (other, others) = (b, a) if is_swapped else (a, b)
        expected = truth(relation, worlds, others)
        is_left_open = not (one.is_instant or other.is_instant) and len(worlds) + len(others) > 2
        allowed = {expected, Truth.POSSIBLY} if is_left_open else {expected}
        assert asked(one, other) in allowed

    law()


@st.composite
def winter(draw):
    """A period in early 2018 whose ends are days or months, with its pairs of first and last day."""
    months = {"2018-01": range(31), "2018-02": range(31, 59), "2018-03": range(59, 90)}
    new_year = ordinal(2018, 1, 1)
    single = {iso(new_year + day): range(day, day + 1) for day in (0, 20, 31, 45, 58, 60, 89)}
    dated = st.sampled_from([*months.items(), *single.items()])
    (start, firsts), (end, lasts) = draw(st.tuples(dated, dated))
    worlds = {(first, last) for first in firsts for last in lasts if first <= last}
    assume(worlds)
    return When.parse(f"{start}/{end}"), worlds


@given(st.tuples(small(), small()) | st.tuples(winter(), winter()))
def test_verdicts_between_like_times_are_set_algebra(pair):
    """Comparison is set algebra."""
    (one, worlds), (other, others) = pair
    assume(one.is_instant == other.is_instant)
    if worlds == others:
        expected = Verdict.EQUAL
    elif worlds < others:
        expected = Verdict.REFINES
    elif others < worlds:
        expected = Verdict.REFINED
    else:
        expected = Verdict.COMPATIBLE if worlds & others else Verdict.CONFLICT
    assert relate(one, other) is expected


@given(small() | winter(), small() | winter())
def test_a_day_and_a_period_conflict_where_they_share_no_day(one, other):
    """Literal sets disjoint."""
    a, b = one[0], other[0]
    assume(a.is_instant != b.is_instant)
    assert (relate(a, b) is Verdict.CONFLICT) == (overlaps(a, b) is Truth.NEVER)


@given(whens(), whens())
def test_the_relations_hold_together(a, b):
    """Three-valued comparison (surely, possibly, never) for before, after, during, overlaps, same."""
    if Truth.SURELY in (before(a, b), after(a, b)):
        assert {overlaps(a, b), during(a, b), same(a, b)} == {Truth.NEVER}
    if same(a, b) is Truth.SURELY:
        assert during(a, b) is during(b, a) is Truth.SURELY
    if during(a, b) is Truth.SURELY:
        assert overlaps(a, b) is Truth.SURELY
    if overlaps(a, b) is Truth.NEVER:
        assert during(a, b) is Truth.NEVER


@given(st.lists(dates(), min_size=2, max_size=4), st.sampled_from(["[]", "{}"]), whens())
def test_the_order_in_which_a_set_is_written_changes_nothing(members, brackets, other):
    """Order of arguments, files or hash seeds changes nothing."""
    told = [
        When.parse(brackets[0] + ",".join(order) + brackets[1]) for order in list(permutations(members))[:6]
    ]
    for one in told:
        assert (one.start, one.end, one.literal_start, one.literal_end) == (
            told[0].start,
            told[0].end,
            told[0].literal_start,
            told[0].literal_end,
        )
        assert relate(one, other) is relate(told[0], other)
        assert same(one, other) is same(told[0], other)


@given(whens(), whens())
def test_comparison_is_symmetric(a, b):
    """Comparison is symmetric up to swapping refines and refined."""
    assert relate(b, a) is relate(a, b).swapped
    assert overlaps(a, b) is overlaps(b, a)
    assert same(a, b) is same(b, a)
    assert after(a, b) is before(b, a)


@given(whens())
def test_every_time_is_equal_to_itself(a):
    """Every value is equal to itself."""
    again = When.parse(a.edtf, as_of=a.as_of)
    assert relate(a, again) is Verdict.EQUAL
    assert same(a, again) is not Truth.NEVER
    assert overlaps(a, again) is not Truth.NEVER
    assert before(a, again) is not Truth.SURELY


def coarser(text):
    """The same date told less finely: its month, its year, its decade, or about."""
    yield text + "~"
    yield text + "?"
    for cut in range(len(text) - 3, 3, -3):
        yield text[:cut]
    yield text[:3] + "X"


@st.composite
def chains(draw):
    """Three dates, each told less finely than the one before, or as finely."""
    text = draw(dates(marked=False).filter(lambda date: "X" not in date and date[5:7] <= "12"))
    chain = [text]
    for _ in range(2):
        text = draw(st.sampled_from([text, *coarser(text)])) if text[-1] in "0123456789" else text
        chain.append(text)
    return [When.parse(text) for text in chain]


@given(chains())
def test_less_finely_told_dates_are_refined_by_finer_ones(chain):
    """Refines is a partial order."""
    for fine, coarse in combinations(chain, 2):
        assert relate(fine, coarse) is (Verdict.EQUAL if fine == coarse else Verdict.REFINES)


@given(whens(), whens(), whens())
def test_refining_is_transitive(a, b, c):
    """Refines is a partial order."""
    order = (Verdict.REFINES, Verdict.EQUAL)
    if relate(a, b) in order and relate(b, c) in order:
        assert relate(a, c) in order
    if relate(a, b) is relate(b, a):
        assert relate(a, b) not in (Verdict.REFINES, Verdict.REFINED)


@given(chains(), whens())
def test_less_precision_never_makes_a_conflict(chain, other):
    """Making a date less precise never turns agreement into conflict."""
    fine, _, coarse = chain
    if relate(fine, other).agrees:
        assert relate(coarse, other) not in (Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT)
    if overlaps(fine, other) is not Truth.NEVER:
        assert overlaps(coarse, other) is not Truth.NEVER
    if overlaps(coarse, other) is Truth.SURELY:
        assert overlaps(fine, other) is Truth.SURELY


@given(chains(), whens())
def test_a_conflict_survives_refinement(chain, other):
    """A definite conflict survives refinement of either side."""
    fine, _, coarse = chain
    if relate(coarse, other) is Verdict.CONFLICT:
        assert relate(fine, other) is Verdict.CONFLICT


@st.composite
def period_chains(draw):
    """A period, and the same one with its ends told less finely or left out."""
    starts, ends = ([str(date) for date in draw(chains())] for _ in range(2))
    try:
        fine = When.parse(f"{starts[0]}/{ends[0]}")
    except ValueError:  # it runs backwards
        starts, ends = ends, starts
        fine = When.parse(f"{starts[0]}/{ends[0]}")
    start, end = draw(st.tuples(st.sampled_from([*starts, ""]), st.sampled_from([*ends, ""])).filter(any))
    return fine, When.parse(f"{start}/{end}")


@given(period_chains(), whens())
def test_a_period_told_less_finely_makes_no_conflict_and_hides_none(chain, other):
    """Making a date less precise never makes a conflict; a definite conflict survives refinement."""
    fine, coarse = chain
    assert relate(fine, coarse) in (Verdict.EQUAL, Verdict.REFINES)
    if relate(fine, other).agrees:
        assert relate(coarse, other) not in (Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT)
    if relate(coarse, other) is Verdict.CONFLICT:
        assert relate(fine, other) in (Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT)
    for asked in (before, after, during, overlaps, same):
        if asked(coarse, other) is not Truth.POSSIBLY:
            assert asked(fine, other) is asked(coarse, other)


@given(whens())
def test_printing_and_parsing_is_the_identity(a):
    """parse∘print is the identity."""
    again = When.parse(a.edtf, as_of=a.as_of)
    assert again == a
    assert hash(again) == hash(a)
    assert (again.start, again.end, again.literal_start) == (a.start, a.end, a.literal_start)


@given(whens())
def test_bounds_are_in_order(a):
    """Four bounds per period."""
    starts, ends = (a.earliest_start, a.latest_start), (a.earliest_end, a.latest_end)
    for early, late in (starts, ends, *zip(starts, ends, strict=True)):
        assert early is None or late is None or early <= late
    assert a.start.within(a.literal_start)
    assert describe(a)


@given(st.text(max_size=30) | st.text("0123456789-/.,X~?%[]{}T: ", max_size=30))
@example("2018-13-01")
@example("²018")
def test_any_text_is_a_time_or_a_value_error(text):
    """Wrong EDTF gets a did-you-mean, never another exception."""
    try:
        when = When.parse(text)
    except ValueError as error:
        assert "\n" not in str(error)  # noqa: PT017  the message is what is tested
    else:
        assert When.parse(when.edtf) == when


@given(dates(marked=False))
def test_strict_bounds_agree_with_the_edtf_package(text):
    """`edtf` for strict bounds; its winters end with the year, so they are left out."""
    edtf = pytest.importorskip("edtf", reason="the edtf package is the oracle here")
    code = int(text[5:7]) if text[5:7].isdigit() else 0
    assume(code not in (24, 28, 30))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = edtf.parse_edtf(text)
        low, high = parsed.lower_strict()[:3], parsed.upper_strict()[:3]
    when = When.parse(text)
    assert (civil(when.earliest_start), civil(when.latest_end)) == (tuple(low), tuple(high))


@given(days)
def test_days_and_dates_are_the_same_thing(day):
    """Proleptic Gregorian, years −9999 to 9999."""
    assert ordinal(*civil(day)) == day
    assert When.on(day).earliest_start == When.parse(iso(day)).latest_end == day


@given(days, days, st.sampled_from(["days", "weeks", "months", "years"]))
def test_so_many_units_later_one_is_there_or_just_past(first, last, unit):
    """Differences in days, months and years with honest bounds."""
    first, last = min(first, last), max(first, last)
    count = elapsed(first, last, unit)

    def moved(steps):
        if unit in ("days", "weeks"):
            return first + steps * (7 if unit == "weeks" else 1)
        return shift_months(first, steps * (12 if unit == "years" else 1))

    assert moved(count) <= last or civil(last)[2] >= 28  # month ends are reached early
    assume(moved(count + 1) <= LAST_DAY)
    assert moved(count + 1) > last or civil(last)[2] >= 28


@given(small(), small(), st.sampled_from(["days", "weeks"]))
def test_differences_bound_every_pair_of_days(a, b, unit):
    """Differences with honest bounds."""
    fewest, most = difference(a[0], b[0], unit)
    counts = [elapsed(BASE + x[0], BASE + y[0], unit) for x in a[1] for y in b[1]]
    assert (fewest, most) == (min(counts), max(counts))


@given(days, st.integers(1, 400))
def test_both_countings_of_days_fit_their_own_end(first, count):
    """ "44-day" from 27 September is 9 or 10 November by either counting: say which countings fit."""
    assume(first + count <= LAST_DAY)
    length = Duration(days=count)
    assert fits(length, When.on(first), When.on(first + count)) == ("exclusive",)
    assert fits(length, When.on(first), When.on(first + count - 1)) == ("inclusive",)


@given(st.integers(1, 9000), st.integers(0, 900))
def test_years_there_and_back_are_the_same_year(year, count):
    """ "20 years after 2001" is 2021."""
    assume(year + count <= 9999)
    there = shift(When.of_year(year), Duration(years=count))
    assert there == When.of_year(year + count)
    assert shift(there, Duration(years=count, negative=True)) == When.of_year(year)
    if count:
        assert "calendar" in fits(Duration(years=count), When.of_year(year), there)


@given(dates(), st.integers(0, 40), st.sampled_from(["years", "months", "weeks", "days"]))
def test_a_shifted_time_allows_every_shifted_day(text, count, unit):
    """The result is known only to the coarser of the two precisions."""
    when, duration = When.parse(text), Duration(**{unit: count})
    moved = shift(when, duration)
    for day in (when.earliest_start, when.latest_end):
        exact = shift_months(day, duration.calendar_months) + duration.calendar_days
        assert relate(When.on(exact), moved).agrees
    assert (moved.approximate, moved.uncertain) == (when.approximate, when.uncertain)


@given(days, days, marks)
def test_a_span_is_written_so_that_it_reads_back(first, last, mark):
    """parse∘print is the identity."""
    first, last = min(first, last), max(first, last)
    when = When.parse(span_text(first, last, mark))
    assert (when.earliest_start, when.latest_end) == (first, last)
