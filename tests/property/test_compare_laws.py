"""Laws of comparison, each beside the sentence that it checks; small worlds are enumerated as an oracle."""

import itertools

from attrs import evolve
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from factcheck.matching.compare import compare
from factcheck.model import (
    Gap,
    Holds,
    Mode,
    Names,
    Property,
    Proposition,
    ValueType,
    Vocabulary,
    Words,
)
from factcheck.values.calendar import iso, ordinal
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.quantity import Hedge, Quantity
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict
from factcheck.values.when import When

PERSON = Unit.named("person")
BASE = ordinal(2018, 1, 8)
LAST = 5  # small worlds have the days 0 to LAST and the values 0 to TOP
TOP = 4
NEVER_ENDED = LAST + 3
EVER_SINCE = -2

AGREEING = {Verdict.EQUAL, Verdict.REFINES, Verdict.REFINED, Verdict.COMPATIBLE}


def vocabulary(holds, *, single=True, once=False):
    kind = Property("p", "property", ValueType.QUANTITY, PERSON, holds=holds, single=single, once=once)
    return Vocabulary(properties={"p": kind})


# --- any proposition whatever


@st.composite
def quantities(draw):
    unit = draw(st.sampled_from([PERSON, PERSON, PERSON, Unit.named("country"), Unit.named("percent")]))
    if draw(st.booleans()):
        low, more = draw(st.integers(0, 200)), draw(st.integers(0, 50))
        return Quantity.between(low, low + more, unit)
    figures = st.sampled_from([1, 6, 94, 100, 120, 13_000, 16_000])
    hedges = [hedge for hedge in Hedge if hedge not in {Hedge.BETWEEN, Hedge.VAGUE, Hedge.DERIVED}]
    return Quantity.of(draw(figures), unit, draw(st.sampled_from(hedges)))


@st.composite
def changes(draw):
    parts = draw(st.lists(st.one_of(st.none(), quantities()), min_size=3, max_size=3).filter(any))
    return Change(*parts)


names = st.builds(
    Names,
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True).map(tuple),
    st.booleans(),
)
values = st.one_of(
    quantities(),
    changes(),
    names,
    st.sampled_from(["one", "One", "two"]).map(Words),
    st.builds(Gap, st.just("other"), st.builds(Duration, years=st.integers(1, 30))),
    st.none(),
)


@st.composite
def dates(draw):
    day = iso(BASE + draw(st.integers(0, 60)))
    return draw(st.sampled_from([day, day[:7], day[:4], f"{day}~", f"{day}?", f"{day[:4]}-21", "201X"]))


@st.composite
def whens(draw):
    one, other = draw(dates()), draw(dates())
    days = sorted(iso(BASE + draw(st.integers(0, 60))) for _ in range(2))
    forms = [
        one,
        one,
        f"{one}/",
        f"/{one}",
        f"{one}/..",
        f"[..{days[0]}]",
        f"[{days[0]}..]",
        f"[{days[0]}..{days[1]}]",
        f"{{{one},{other}}}",
        f"{days[0]}/{days[1]}",
        f"{one}/{other}",
    ]
    try:
        return When.parse(draw(st.sampled_from(forms)), as_of=BASE + 61 + draw(st.integers(0, 5)))
    except ValueError:
        return When.parse(one)


@st.composite
def propositions(draw):
    return Proposition(
        subject=draw(st.sampled_from(["s", "s", "s", "t"])),
        property=draw(st.sampled_from(["p", "p", "p", "q", "unknown"])),
        value=draw(values),
        when=draw(st.one_of(st.none(), whens())),
        scope=draw(st.sampled_from([None, None, "officers"])),
        mode=draw(st.sampled_from([Mode.ASSERTED, Mode.ASSERTED, *Mode])),
        negated=draw(st.sampled_from([False, False, True])),
        as_of=draw(st.one_of(st.none(), st.integers(BASE, BASE + 70))),
    )


@st.composite
def vocabularies(draw):
    single, once = draw(st.booleans()), draw(st.booleans())
    of_p = vocabulary(draw(st.sampled_from(Holds)), single=single, once=once).properties["p"]
    return Vocabulary(properties={"p": of_p, "q": evolve(of_p, id="q")})


@given(propositions(), propositions(), vocabularies(), st.booleans())
def test_exchanging_the_sides_exchanges_the_verdict_and_keeps_the_gate(a, b, words, is_inference):
    there = compare(a, b, words, is_inference=is_inference)
    back = compare(b, a, words, is_inference=is_inference)
    assert (there.verdict.swapped, there.gate) == (back.verdict, back.gate)


@given(propositions(), vocabularies(), st.booleans())
def test_a_proposition_never_conflicts_with_itself(a, words, is_inference):
    found = compare(a, a, words, is_inference=is_inference)
    assert found.verdict in AGREEING | {Verdict.NOT_COMPARABLE}


@given(propositions(), propositions(), vocabularies())
def test_an_inference_changes_a_conflict_into_a_possible_one_and_nothing_else(a, b, words):
    stated, inferred = compare(a, b, words), compare(a, b, words, is_inference=True)
    softened = {Verdict.CONFLICT: Verdict.POSSIBLE_CONFLICT}
    assert inferred.verdict is softened.get(stated.verdict, stated.verdict)
    assert inferred.gate is stated.gate


@given(propositions(), propositions(), vocabularies())
def test_different_subjects_properties_scopes_and_modes_are_never_compared(a, b, words):
    found = compare(a, b, words)
    same = (a.subject, a.property, a.scope, a.mode) == (b.subject, b.property, b.scope, b.mode)
    assert same or found.verdict is Verdict.NOT_COMPARABLE
    assert (found.gate is None) == (found.verdict is not Verdict.NOT_COMPARABLE)


@given(propositions(), propositions(), vocabularies())
def test_without_a_date_there_is_at_most_a_possible_conflict(a, b, words):
    kind = words.properties["p"]
    assume(kind.holds is not Holds.TIMELESS and not kind.once)
    assert compare(evolve(a, when=None), b, words).verdict is not Verdict.CONFLICT


@given(propositions(), propositions(), vocabularies())
def test_what_may_have_several_values_conflicts_in_its_dates_only(a, b, words):
    assume(not words.properties["p"].single and not (a.negated or b.negated))
    found = compare(a, b, words)
    assert found.verdict is not Verdict.CONFLICT or found.part in {"when", "start", "end"}


@given(propositions(), propositions(), vocabularies())
def test_every_verdict_says_why(a, b, words):
    found = compare(a, b, words)
    assert found.reason or found.verdict in AGREEING
    assert not found.reason.endswith((".", " ", ";"))


# --- small worlds


def numbers(low, high):
    return Quantity.between(low, high, PERSON)


@st.composite
def figures(draw):
    low = draw(st.integers(0, TOP))
    return numbers(low, draw(st.integers(low, min(TOP, low + 1))))


@st.composite
def steps(draw):
    before, after = draw(figures()), draw(figures())
    by = draw(st.integers(-2, 2).map(lambda amount: Quantity.between(amount, amount, PERSON)))
    return draw(
        st.sampled_from(
            [
                Change(before, after),
                Change(before, after),
                Change(after=after),
                Change(before=before),
                Change(after=after, by=by),
                Change(before=before, by=by),
                Change(by=by),
            ]
        )
    )


def at(day):
    return iso(BASE + day)


@st.composite
def instants(draw):
    one, other = sorted(draw(st.tuples(st.integers(0, LAST), st.integers(0, LAST))))
    form = draw(st.sampled_from(["{a}", "{a}", "[{a}..{b}]", "[{a},{b}]", "[..{b}]", "[{a}..]"]))
    return When.parse(form.format(a=at(one), b=at(other)) if one < other else at(one))


@st.composite
def periods(draw):
    one, other = sorted(draw(st.tuples(st.integers(0, LAST), st.integers(0, LAST))))
    assume(one < other)
    form = draw(st.sampled_from(["{a}/{b}", "{a}/{b}", "{a}/", "{a}/..", "/{b}"]))
    return When.parse(form.format(a=at(one), b=at(other)), as_of=BASE + other)


def days(dayset):
    """The days of a set in the small world."""
    spans = [
        (EVER_SINCE if a is None else a - BASE, NEVER_ENDED if b is None else b - BASE)
        for a, b in dayset.spans
    ]
    return [day for first, last in spans for day in range(first, last + 1)]


def times(when):
    """Every first and last day that it may have had; an open or untold end lies after the last known day."""
    if when.is_instant:
        return [(day, day) for day in days(when.start)]
    beyond = 0 if when.end_kind.value == "known" else 1
    return [
        (start, end)
        for start in days(when.start)
        for end in days(when.end)
        if end >= min(days(when.end)) + beyond
        if start < end
    ]


def members(quantity, extent=range(-TOP, 3 * TOP)):
    return {number for number in extent if quantity is None or quantity.worlds.contains(number)}


def told(value, when, as_of=None, **more):
    return Proposition("s", "p", value, when, as_of=as_of, **more)


def share(one, other):
    """Whether two values meet: more than the day on which one hands over to the other."""
    (s, e), (t, f) = one, other
    if s == e and t == f:
        return s == t
    if s == e:
        return t < s < f
    if t == f:
        return s < t < e
    return max(s, t) < min(e, f)


spans = st.one_of(instants(), periods())


@settings(max_examples=200, deadline=None)
@given(figures(), spans, figures(), spans)
@example(numbers(0, 0), When.parse("2018-01-08/"), numbers(1, 1), When.parse("2018-01-08/"))
def test_levels_conflict_just_where_no_world_has_both(value, when, other, moment):
    a, b = told(value, when), told(other, moment)
    is_possible = bool(members(value) & members(other)) or not all(
        share(one, two) for one in times(when) for two in times(moment)
    )
    found = compare(a, b, vocabulary(Holds.UNTIL_CHANGED)).verdict
    assert (found is Verdict.CONFLICT) == (not is_possible)


@settings(max_examples=200, deadline=None)
@given(figures(), spans, figures(), spans)
def test_two_values_over_a_period_conflict_just_where_no_world_has_both(value, when, other, moment):
    assume(not members(value) & members(other))
    is_possible = not all(share(one, two) for one in times(when) for two in times(moment))
    found = compare(told(value, when), told(other, moment), vocabulary(Holds.OVER_PERIOD)).verdict
    assert (found is Verdict.CONFLICT) == (not is_possible)


def starts_anew(one, other, when):
    """Whether a spell may be over when another of the same value begins."""
    if when.end_kind.value == "unknown":
        return False
    return one[1] <= other[0] if when.end_kind.value == "known" and not when.is_instant else one[1] < other[0]


@settings(max_examples=200, deadline=None)
@given(periods(), periods())
def test_tellings_of_one_spell_conflict_just_where_no_spell_fits_both(when, moment):
    value = numbers(1, 1)
    spells = times(when), times(moment)
    is_silent = "unknown" in {when.end_kind.value, moment.end_kind.value}
    common = set(days(when.start)) & set(days(moment.start)) and (
        is_silent or set(days(when.end)) & set(days(moment.end))
    )
    may_be_two = any(
        starts_anew(one, two, when) or starts_anew(two, one, moment)
        for one, two in itertools.product(*spells)
    )
    found = compare(told(value, when), told(value, moment), vocabulary(Holds.OVER_PERIOD)).verdict
    assert (found is Verdict.CONFLICT) == (not common and not may_be_two)


def transitions(change):
    """The pairs of values before and after that a change allows."""
    extent = range(-TOP, 3 * TOP)
    return {
        (x, y)
        for x in members(change.before, extent)
        for y in members(change.after, extent)
        if change.by is None or change.by.worlds.contains(y - x)
    }


def is_news(when, as_of):
    return as_of is not None and as_of - BASE in days(when.start) and min(days(when.start)) < as_of - BASE


def step_fits_level(change, when, as_of, level, span):
    """Whether some world has a step and a level: nights between days carry the values."""
    allowed, wanted = transitions(change), members(level)
    news = as_of - BASE if is_news(when, as_of) else None
    for day in days(when.start):
        if news is not None and day > news:
            continue
        lasts = day if news is None else news
        for start, end in times(span):
            nights = range(start, end)
            for x, y in allowed:
                is_old = day - 1 not in nights or x in wanted
                is_new = not any(day <= night <= lasts for night in nights) or y in wanted
                on_day = start != end or start != day or x in wanted or y in wanted
                later = start != end or not day < start <= lasts or y in wanted
                if is_old and is_new and on_day and later:
                    return True
    return False


@settings(max_examples=300, deadline=None)
@example(
    change=Change(after=numbers(3, 4), by=numbers(-1, -1)),
    when=When.parse("[2018-01-08..2018-01-11]"),
    level=numbers(1, 1),
    span=When.parse("/2018-01-11"),
    is_told=True,
)
@given(change=steps(), when=instants(), level=figures(), span=spans, is_told=st.booleans())
def test_a_step_conflicts_with_a_level_just_where_no_world_has_both(change, when, level, span, is_told):
    assume(transitions(change))
    as_of = when.latest_start if is_told else None
    a, b = told(change, when, as_of), told(level, span)
    found = compare(a, b, vocabulary(Holds.UNTIL_CHANGED)).verdict
    if found is Verdict.CONFLICT:
        assert not step_fits_level(change, when, as_of, level, span)
    elif change.derived_after is not None and len(when.start.spans) == 1:
        assert step_fits_level(change, when, as_of, level, span)


def takes_up(one, other):
    stated = one.after is not None and other.before is not None
    return stated and bool(members(one.after) & members(other.before))


@st.composite
def told_steps(draw):
    """A step, told on its last possible day, later, or on a day that is not known."""
    change, when = draw(steps()), draw(instants())
    assume(transitions(change))
    return told(change, when, draw(st.sampled_from([None, when.latest_start])))


def fits_after(early, late):
    """Whether one step may follow the other with nothing between them, on the days that are told."""
    reached = early.value.derived_after
    for day, other in itertools.product(days(early.when.start), days(late.when.start)):
        lasts = is_news(early.when, early.as_of) and other <= early.as_of - BASE and reached is not None
        if day < other and any(
            y == x and (not lasts or z in members(reached))
            for _, y in transitions(early.value)
            for x, z in transitions(late.value)
        ):
            return True
    return False


def steps_fit(a, b):
    """Whether one step, or where they are no neighbours or take up one another two, fit both tellings."""
    if set(days(a.when.start)) & set(days(b.when.start)) and transitions(a.value) & transitions(b.value):
        return True
    bounds = [a.when.earliest_start, a.when.latest_start, b.when.earliest_start, b.when.latest_start]
    may_be_two = None in bounds or takes_up(a.value, b.value) or takes_up(b.value, a.value)
    return may_be_two and (fits_after(a, b) or fits_after(b, a))


@settings(max_examples=300, deadline=None)
@given(told_steps(), told_steps())
def test_two_steps_of_possibly_one_day_conflict_only_where_no_world_has_both(a, b):
    found = compare(a, b, vocabulary(Holds.UNTIL_CHANGED)).verdict
    assert found is not Verdict.CONFLICT or not steps_fit(a, b)
    assert found is not Verdict.CONFLICT or set(days(a.when.start)) & set(days(b.when.start))


@given(figures(), instants(), figures(), instants(), st.booleans())
def test_an_event_conflicts_just_where_no_day_and_value_fit_both(value, when, other, moment, once):
    common_day = set(days(when.start)) & set(days(moment.start))
    common_value = members(value) & members(other)
    is_one_day = len(days(when.start)) == len(days(moment.start)) == 1 and common_day
    expected = (not common_day or not common_value) if once else (is_one_day and not common_value)
    found = compare(told(value, when), told(other, moment), vocabulary(Holds.AT_INSTANT, once=once)).verdict
    assert (found is Verdict.CONFLICT) == bool(expected)


# --- less exact


@st.composite
def blurred(draw, proposition):
    """A proposition that says less than another."""
    value, when = proposition.value, proposition.when
    if isinstance(value, Quantity):
        low, high = value.literal.low, value.literal.high
        value = numbers(low - draw(st.integers(0, 2)), high + draw(st.integers(0, 2)))
    if isinstance(value, Change) and value.before and value.after and draw(st.booleans()):
        value = draw(st.sampled_from([Change(value.before), Change(after=value.after)]))
    if when.is_instant and draw(st.booleans()):
        low, high = min(days(when.start)), max(days(when.start))
        if low > EVER_SINCE and high < NEVER_ENDED:
            when = draw(
                st.sampled_from(
                    [
                        None,
                        When.parse(f"[{at(max(low - 1, EVER_SINCE))}..{at(high + 2)}]"),
                        When.parse("2018-01"),
                    ]
                )
            )
    return evolve(proposition, value=value, when=when)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(Holds), st.booleans())
def test_saying_less_never_makes_a_conflict_of_agreement(data, holds, once):
    words = vocabulary(holds, once=once)
    told_values = (
        st.one_of(figures(), steps()) if holds in {Holds.UNTIL_CHANGED, Holds.CUMULATIVE} else figures()
    )
    a, b = (told(data.draw(told_values), data.draw(spans)) for _ in range(2))
    assume(compare(a, b, words).verdict.agrees)
    assert compare(data.draw(blurred(a)), b, words).verdict is not Verdict.CONFLICT


# --- denials


@settings(max_examples=200, deadline=None)
@given(figures(), instants(), figures(), instants())
def test_a_denial_conflicts_just_where_it_takes_in_all_that_is_affirmed(value, when, other, moment):
    words = vocabulary(Holds.AT_INSTANT, once=True)
    denied, affirmed = told(value, when, negated=True), told(other, moment)
    takes_in = members(other) <= members(value) and set(days(moment.start)) <= set(days(when.start))
    found = compare(denied, affirmed, words).verdict
    assert (found is Verdict.CONFLICT) == takes_in
    assert compare(denied, told(other, moment, negated=True), words).verdict in AGREEING
