"""Quantities: the two readings of every hedge, the ledger's notation, verdicts and differences."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.values.arithmetic import add, apply_percent, percent_change, ratio, subtract, undo_percent
from factcheck.values.hedge import Hedge
from factcheck.values.interval import Interval
from factcheck.values.number import exact, last_step, print_number
from factcheck.values.quantity import Quantity, difference, relate
from factcheck.values.unit import Unit
from factcheck.values.verdict import Verdict

PERSON, PERCENT, POINT = Unit.named("person"), Unit.named("percent"), Unit.named("percentage point")
USD, NUMBER = Unit.named("USD"), Unit.named("number")


def people(figure, hedge=Hedge.NONE):
    return Quantity.of(figure, PERSON, hedge)


@pytest.mark.parametrize(
    ("quantity", "literal", "implied"),
    [
        (people(120), "[120, 120]", "[120, 120]"),
        (people(999), "[999, 999]", "[999, 999]"),
        (people(13_000, Hedge.OVER), "(13,000, ∞)", "(13,000, 14,000)"),
        (people(700, Hedge.OVER), "(700, ∞)", "(700, 800)"),
        (people(15, Hedge.OVER), "(15, ∞)", "(15, 18)"),
        (people(39, Hedge.OVER), "(39, ∞)", "(39, 50)"),
        (people(41, Hedge.UNDER), "[0, 41)", "(30, 41)"),
        (people(0, Hedge.AT_MOST), "[0, 0]", "[0, 0]"),
        (people(1_000), "[500, 1,500)", "[900, 1,100)"),
        (people(-1_000), "(−1,500, −500]", "(−1,100, −900]"),
        (people(1_000, Hedge.ABOUT), "[800, 1,200]", "[900, 1,100]"),
        (Quantity.of(999, PERCENT), "[998.5, 999.5)", "[998.5, 999.5)"),
        (Quantity.of(1_000, PERCENT), "[500, 1,500)", "[900, 1,100)"),
        (people(5, Hedge.NEARLY), "[0, 5)", "[4, 5)"),
        (people(0, Hedge.NEARLY), "(−∞, 0)", "[−1, 0)"),
        (Quantity.of(0, PERCENT, Hedge.NEARLY), "(−∞, 0)", "(−∞, 0)"),
        (people(15, Hedge.NEARLY), "[0, 15)", "[13.5, 15)"),
        (people(1, Hedge.UNDER), "[0, 1)", "[0, 1)"),
        (Quantity.of(1, PERCENT), "[0.5, 1.5)", "[0.5, 1.5)"),
        (people(60, Hedge.AT_LEAST), "[60, ∞)", "[60, 70)"),
        (people(300, Hedge.AT_MOST), "[0, 300]", "(200, 300]"),
        (people(13_000, Hedge.UNDER), "[0, 13,000)", "(12,000, 13,000)"),
        (people(200, Hedge.NEARLY), "[0, 200)", "[180, 200)"),
        (people(100, Hedge.ABOUT), "[80, 120]", "[90, 110]"),
        (people(16_000), "[15,500, 16,500)", "[15,500, 16,500)"),
        (people(1_030), "[1,025, 1,035)", "[1,025, 1,035)"),
        (people(10_000), "[5,000, 15,000)", "[9,000, 11,000)"),
        (people(16_000, Hedge.EXACTLY), "[16,000, 16,000]", "[16,000, 16,000]"),
        (Quantity.of("12.0", PERCENT), "[11.95, 12.05)", "[11.95, 12.05)"),
        (Quantity.of(Decimal("1.5"), PERCENT), "[1.45, 1.55)", "[1.45, 1.55)"),
        (Quantity.of(28, PERCENT), "[27.5, 28.5)", "[27.5, 28.5)"),
        (Quantity.of("1.2e6", PERSON), "[1.15 million, 1.25 million)", "[1.15 million, 1.25 million)"),
        (Quantity.of("1.20e6", PERSON), "[1,195,000, 1,205,000)", "[1,195,000, 1,205,000)"),
        (Quantity.of(34, Unit.named("age")), "[34, 34]", "[34, 34]"),
        (Quantity.of(3, Unit.named("rank")), "[3, 3]", "[3, 3]"),
        (Quantity.of(0, PERCENT), "(−0.5, 0.5)", "(−0.5, 0.5)"),
        (Quantity.of(-3, PERCENT), "(−3.5, −2.5]", "(−3.5, −2.5]"),
        (people(0), "[0, 0]", "[0, 0]"),
        (Quantity.of(500, Unit.named("metre")), "[475, 525)", "[475, 525)"),
        (Quantity.of(10, Unit.named("mile")), "[9.5, 10.5)", "[9.5, 10.5)"),
        (Quantity.of(20, Unit.named("year")), "[19.5, 20.5)", "[19.5, 20.5)"),
        (Quantity.of(2, PERCENT), "[1.5, 2.5)", "[1.5, 2.5)"),
        (Quantity.of(1, PERCENT, Hedge.ABOUT), "[0.5, 1.5]", "[0.5, 1.5]"),
        (people(4, Hedge.ABOUT), "[3, 5]", "[3.6, 4.4]"),
        (people(17, Hedge.AT_LEAST), "[17, ∞)", "[17, 19)"),
        (people(95, Hedge.AT_LEAST), "[95, ∞)", "[95, 104.5)"),
        (Quantity.of(15, NUMBER, Hedge.OVER), "(15, ∞)", "(15, 17)"),
        (people(13_500, Hedge.OVER), "(13,500, ∞)", "(13,500, 13,600)"),
        (people(5, Hedge.UNDER), "[0, 5)", "(2, 5)"),
        (Quantity.of(5, Unit.named("°C"), Hedge.UNDER), "(−∞, 5)", "(4, 5)"),
        (Quantity.between(40, 50, PERSON), "[40, 50]", "[40, 50]"),
        (Quantity.of(Fraction(1, 2), Unit.named("share"), Hedge.SHARE), "[0.45, 0.55]", "[0.475, 0.525]"),
    ],
)
def test_every_hedge_has_its_two_readings(quantity, literal, implied):
    assert (str(quantity.literal), str(quantity.implied)) == (literal, implied)


@pytest.mark.parametrize(
    "hedge", [Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.NEARLY, Hedge.ABOUT]
)
def test_falling_turns_a_hedge_around(hedge):
    fallen = Quantity.of(12, PERCENT, hedge).negated
    assert fallen.stated == -12
    assert fallen.literal == -Quantity.of(12, PERCENT, hedge).literal
    assert fallen.negated == Quantity.of(12, PERCENT, hedge)


@pytest.mark.parametrize("hedge", [Hedge.UNDER, Hedge.NEARLY, Hedge.AT_MOST])
def test_below_nothing_lies_something(hedge):
    assert people(-3, hedge).literal.low is None
    assert people(0, hedge).literal.contains(0) == (hedge is Hedge.AT_MOST)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (people(120), people(120), Verdict.EQUAL),
        (people(120), people(130), Verdict.CONFLICT),
        (people(13_000, Hedge.OVER), people(13_000, Hedge.OVER), Verdict.EQUAL),
        (people(13_000, Hedge.OVER), people(13_460), Verdict.REFINED),
        (people(19_500), people(13_000, Hedge.OVER), Verdict.TENSION),
        (people(12_400), people(13_000, Hedge.OVER), Verdict.CONFLICT),
        (people(13_000), people(13_000, Hedge.OVER), Verdict.COMPATIBLE),
        (people(16_000), people(16_240), Verdict.REFINED),
        (people(200, Hedge.OVER), people(200, Hedge.UNDER), Verdict.CONFLICT),
        (people(152), people(200, Hedge.NEARLY), Verdict.TENSION),
        (people(3, Hedge.OVER), people(4, Hedge.AT_LEAST), Verdict.EQUAL),
        (people(3, Hedge.OVER), people(4, Hedge.UNDER), Verdict.CONFLICT),
        (people(115), people(100, Hedge.ABOUT), Verdict.TENSION),
        (people(95), people(100, Hedge.ABOUT), Verdict.REFINES),
        (people(125), people(100, Hedge.ABOUT), Verdict.CONFLICT),
        (people(45), Quantity.between(40, 50, PERSON), Verdict.REFINES),
        (people(10_000), people(14_000), Verdict.TENSION),
        (people(120), Quantity.of(120, Unit.named("country")), Verdict.NOT_COMPARABLE),
        (Quantity.of(5, PERCENT), Quantity.of(5, POINT), Verdict.NOT_COMPARABLE),
        (Quantity.of(5, USD), Quantity.of(5, Unit.named("EUR")), Verdict.NOT_COMPARABLE),
        (
            Quantity.of(Fraction(1, 6), Unit.named("share"), Hedge.SHARE),
            Quantity.of(17, PERCENT),
            Verdict.REFINED,
        ),
        (
            Quantity.of(Fraction(1, 5), Unit.named("share"), Hedge.SHARE),
            Quantity.of(45, PERCENT),
            Verdict.CONFLICT,
        ),
        (Quantity.of(500, Unit.named("mile")), Quantity.of(800, Unit.named("km")), Verdict.COMPATIBLE),
        (Quantity.of(10, Unit.named("mile")), Quantity.of(12, Unit.named("km")), Verdict.CONFLICT),
        (Quantity.of(90, Unit.named("minute")), Quantity.of("1.5", Unit.named("hour")), Verdict.REFINES),
    ],
)
def test_sets_decide_the_verdict(a, b, verdict):
    assert relate(a, b) is verdict
    assert relate(b, a) is verdict.swapped


@pytest.mark.parametrize(
    ("written", "phrase", "literal"),
    [
        (120, "120", "[120, 120]"),
        ("> 13000", "over 13,000", "(13,000, ∞)"),
        (">13000", "over 13,000", "(13,000, ∞)"),
        (">= 13000", "at least 13,000", "[13,000, ∞)"),
        ("< 5", "under 5", "[0, 5)"),
        ("<= 5", "at most 5", "[0, 5]"),
        ("~ 16000", "about 16,000", "[12,800, 19,200]"),
        ("= 16000", "exactly 16,000", "[16,000, 16,000]"),
        ("12000..14000", "12,000 to 14,000", "[12,000, 14,000]"),
        ("16000", "16,000", "[15,500, 16,500)"),
        (16_000, "16,000", "[15,500, 16,500)"),
        (Decimal("12.0"), "12", "[11.95, 12.05)"),
        ("-5..-3", "−5 to −3", "[−5, −3]"),
    ],
)
def test_the_ledger_notation_is_read(written, phrase, literal):
    quantity = Quantity.parse(written, PERSON)
    assert (str(quantity), str(quantity.literal)) == (phrase, literal)


def vague(low, high, **ends):
    interval = Interval(low, high, **ends)
    return Quantity.vague(interval, interval, PERSON)


@pytest.mark.parametrize(
    ("quantity", "notation", "phrase"),
    [
        (people(120), "120", "120"),
        (people(16_000), "16000", "16,000"),
        (people(13_000, Hedge.OVER), "> 13000", "over 13,000"),
        (people(13_000, Hedge.AT_LEAST), ">= 13000", "at least 13,000"),
        (people(5, Hedge.UNDER), "< 5", "under 5"),
        (people(5, Hedge.AT_MOST), "<= 5", "at most 5"),
        (people(16_000, Hedge.ABOUT), "~ 16000", "about 16,000"),
        (people(16_000, Hedge.EXACTLY), "= 16000", "exactly 16,000"),
        (people(200, Hedge.NEARLY), "180..200", "nearly 200"),
        (Quantity.of("12.0", PERCENT), "12.0", "12 percent"),
        (Quantity.of("0.05", PERCENT), "0.05", "0.05 percent"),
        (Quantity.of("-0.50", POINT), "-0.50", "−0.5 points"),
        (Quantity.of("1.20e6", PERSON), "1.20e6", "1.2 million"),
        (Quantity.of("3.5", USD, Hedge.OVER), "> 3.5", "over 3.5 USD"),
        (Quantity.of(Fraction(1, 2), Unit.named("share"), Hedge.SHARE), "0.475..0.525", "0.5"),
        (add(people(94), people(26)), "120..120", "120"),
        (Quantity.between(40, 50, PERSON), "40..50", "40 to 50"),
        (vague(24, 99), "24..99", "24 to 99"),
        (vague(7, 7), "7..7", "7"),
        (vague(3, None), ">= 3", "at least 3"),
        (vague(3, None, low_open=True), "> 3", "over 3"),
        (vague(None, 3), "<= 3", "at most 3"),
        (vague(None, 3, high_open=True), "< 3", "under 3"),
        (vague(None, None), "", "any number"),
    ],
)
def test_a_quantity_is_written_for_ledgers_and_for_readers(quantity, notation, phrase):
    assert (quantity.notation, quantity.phrase) == (notation, phrase)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (people(12_345), people(12_340), Verdict.COMPATIBLE),
        (people(12_345), people(12_350), Verdict.REFINES),
        (people(12_346), people(12_340), Verdict.CONFLICT),
        (people(12_500, Hedge.EXACTLY), people(12_000), Verdict.COMPATIBLE),
        (people(11_500, Hedge.EXACTLY), people(12_000), Verdict.REFINES),
        (people(12_501, Hedge.EXACTLY), people(12_000), Verdict.CONFLICT),
        # Only a rounding has a half: a bound is a bound.
        (people(13_000, Hedge.EXACTLY), people(13_000, Hedge.OVER), Verdict.CONFLICT),
        (people(13_000, Hedge.EXACTLY), vague(1, 13_000, high_open=True), Verdict.CONFLICT),
        (people(13_000), people(14_000), Verdict.CONFLICT),
    ],
)
def test_a_half_may_be_rounded_either_way(a, b, verdict):
    assert relate(a, b) is verdict
    assert relate(b, a) is verdict.swapped


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("13,000", "write 13000"),
        ("13 000", "write 13000"),
        ("≥ 5", 'write ">= 5"'),
        ("over 13000", 'write "> 13000"'),
        ("More than 13,000", 'write "> 13000"'),
        ("about 16,000", 'write "~ 16000"'),
        ("12000-14000", 'write "12000..14000"'),
        ("between 40 and 50", 'write "40..50"'),
        ("40 to 50", 'write "40..50"'),
        ("14000..12000", 'write "12000..14000"'),
        ("> 5..7", "both a range and a bound"),
        ("dozens", "is not a figure"),
        ("", "empty"),
        pytest.param("9" * 5000, "far too long", id="enormous"),
        (10**40, "at most 30 digits"),
        (True, "True is not a figure"),
        (1.5, "1.5 is not a figure"),
    ],
)
def test_another_notation_teaches_the_right_one(written, advice):
    with pytest.raises(ValueError, match=re.escape(advice)):
        Quantity.parse(written, PERSON)


@pytest.mark.parametrize(
    ("signs", "sign"),
    [
        ("≥|=>|at least|no fewer than|no less than", ">="),
        ("≤|=<|up to|at most|no more than", "<="),
        ("over|above|more than", ">"),
        ("under|below|fewer than|less than", "<"),
        ("≈|about|around|roughly|some|circa", "~"),
        ("exactly", "="),
    ],
)
def test_what_people_write_instead_teaches_the_sign(signs, sign):
    for other in signs.split("|"):
        with pytest.raises(ValueError, match=re.escape(f'write "{sign} 500"')):
            Quantity.parse(f"{other} 500", PERSON)


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (people(90), people(94), "4 fewer"),
        (people(130), people(120), "10 more"),
        (people(121), people(120), "1 more"),
        (Quantity.of(4, USD), Quantity.of(3, USD), "USD 1 more"),
        (Quantity.of(2, Unit.named("rank")), Quantity.of(1, Unit.named("rank")), "1 place apart"),
        (
            Quantity.of(Fraction(1, 2), Unit.named("share"), Hedge.SHARE),
            Quantity.of(Fraction(1, 4), Unit.named("share"), Hedge.SHARE),
            "25 points more",
        ),
        (people(120), people(120), ""),
        (Quantity.of("41.5", PERCENT), Quantity.of(38, PERCENT), "3.5 points more"),
        (Quantity.of(3, USD), Quantity.of(5, USD), "USD 2 less"),
        (Quantity.of(34, Unit.named("age")), Quantity.of(35, Unit.named("age")), "1 year less"),
        (Quantity.of(3, Unit.named("rank")), Quantity.of(1, Unit.named("rank")), "2 places apart"),
        (Quantity.of(12, Unit.named("km")), Quantity.of(10, Unit.named("mile")), "2.54 miles less"),
        (Quantity.between(40, 50, PERSON), people(60), "10 fewer"),
        (people(60), Quantity.between(40, 50, PERSON), "10 more"),
        (people(45), Quantity.between(40, 50, PERSON), ""),
        (people(45), Quantity.of(5, USD), ""),
    ],
)
def test_a_difference_is_told_in_words(a, b, words):
    assert difference(a, b) == words


def test_a_quantity_is_shown_by_what_it_says():
    assert "worlds" not in repr(people(3))
    assert "likely" not in repr(people(3))
    vague = Quantity(Interval(3, None), Interval(3, 9), PERSON)
    assert (vague.stated, vague.hedge, vague.words, vague.span) == (None, Hedge.NONE, "", None)


def test_conversion_takes_both_readings_and_the_figure_along():
    warm = Quantity.of(45, Unit.named("°C")).converted(Unit.named("°F"))
    assert (warm.stated, str(warm.literal), warm.implied) == (113, "[112.1, 113.9)", warm.literal)
    far = Quantity.of(10, Unit.named("mile"), Hedge.OVER).converted(Unit.named("yard"))
    assert (far.stated, str(far.literal), str(far.implied)) == (17_600, "(17,600, ∞)", "(17,600, 35,200)")
    some = Quantity.between(1, 2, Unit.named("km")).converted(Unit.named("metre"))
    assert (some.stated, str(some.literal)) == (None, "[1,000, 2,000]")
    assert people(3).converted(PERCENT) is None


def test_words_and_place_are_no_part_of_the_value():
    told = people(94).said("94 servicemen", (5, 18))
    assert told == people(94)
    assert str(told) == "94 servicemen"
    assert told.span == (5, 18)


def test_sums_and_changes_follow():
    assert add(people(94), people(26)).stated == 120
    assert subtract(people(120), people(94)).literal == Interval.point(26)
    assert percent_change(people(94), people(120)).stated == Fraction(1300, 47)
    assert ratio(people(120), people(40)).stated == 3
    assert apply_percent(people(200), Quantity.of(50, PERCENT)).literal == Interval(299, 301, high_open=True)
    assert undo_percent(people(300), Quantity.of(50, PERCENT)).stated == 200


def test_derived_figures_are_as_wide_as_what_they_came_from():
    times = ratio(people(16_000), people(40, Hedge.EXACTLY))
    assert (times.unit, times.stated, str(times.literal)) == (NUMBER, 400, "[387.5, 412.5)")
    rise = percent_change(people(8_000), people(16_000))
    assert (rise.unit, rise.stated, str(rise.literal)) == (PERCENT, 100, "(82.35, 120)")
    assert str(percent_change(people(50, Hedge.UNDER), people(120)).literal) == "(140, ∞)"
    half = Quantity.of("0.5", USD)
    assert percent_change(half, Quantity.of("1.0", USD)).stated == 100


def test_what_may_be_below_zero_has_no_percent():
    for before in (Quantity.of(-10, USD), Quantity.between(-1, 5, USD), vague(None, 5).in_unit(USD)):
        with pytest.raises(ValueError, match="may be below zero"):
            percent_change(before, Quantity.of(5, USD))
        with pytest.raises(ValueError, match="may be below zero"):
            apply_percent(before, Quantity.of(5, PERCENT))


def test_two_percentages_differ_by_points():
    gap = subtract(Quantity.of("4.5", PERCENT), Quantity.of("4.0", PERCENT))
    assert (gap.unit, gap.stated) == (POINT, Fraction(1, 2))
    assert add(Quantity.of("4.0", PERCENT), gap).unit == PERCENT
    assert subtract(Quantity.of("4.5", PERCENT), gap).stated == 4


def test_sums_of_different_things_are_refused():
    with pytest.raises(ValueError, match="different units"):
        add(people(3), Quantity.of(3, Unit.named("country")))


def test_a_bound_stays_open_in_a_sum():
    total = add(people(13_000, Hedge.OVER), people(120))
    assert total.literal == Interval(13_120, None, low_open=True)
    assert total.implied == Interval(13_120, 14_120, low_open=True, high_open=True)
    assert add(people(120), people(13_000, Hedge.OVER)).implied == total.implied
    assert add(people(3), Quantity.between(1, 2, PERSON)).stated is None


def test_a_share_of_a_whole_is_counted_in_its_unit():
    third = Quantity.of(Fraction(1, 3), Unit.named("share"), Hedge.SHARE)
    assert Quantity.share_of(third, people(600)).stated == 200
    assert str(Quantity.share_of(third, people(600)).implied) == "[190, 210]"
    assert Quantity.share_of(third, Quantity.between(300, 600, PERSON)).stated is None
    assert Quantity.share_of(Quantity.between(1, 2, PERCENT), people(600)).stated is None
    assert relate(people(36), Quantity.share_of(Quantity.of(75, PERCENT), people(48))) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (13_000, "13,000"),
        (1_200_000, "1.2 million"),
        (1_234_567, "1,234,567"),
        (2_000_000_000, "2 billion"),
        (1_000_000, "1 million"),
        (1_500_000_000_000, "1.5 trillion"),
        (25 * 10**29, "2,500,000,000,000,000,000 trillion"),
        (0, "0"),
        (10, "10"),
        (100, "100"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 100), "0.01"),
        (Fraction(1, 64), "0.015625"),
        (Fraction(1, 128), "0.0078"),
        (Fraction(1, 3_000), "0.00033"),
        (Fraction(1300, 47), "27.66"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 3), "−0.33"),
        (Fraction(1, 1_000_000_007), "0.000000001"),
        pytest.param(10**5000, "1.000e+5000", id="enormous"),
    ],
)
def test_numbers_are_printed_for_readers(number, printed):
    assert print_number(number) == printed


@pytest.mark.parametrize(
    "text", ["", "1e", "٣", "1,000", "nan", pytest.param("9" * 4301, id="enormous"), "1_000", " 5"]
)
def test_only_plain_numerals_are_exact(text):
    with pytest.raises(ValueError, match="not a number"):
        exact(text)


def test_thirty_digits_are_a_figure_and_forty_are_none():
    assert exact("9" * 30) == 10**30 - 1
    with pytest.raises(ValueError, match="not a number"):
        exact("9" * 40)
    assert (last_step(0), last_step(10), last_step(Fraction(1, 3))) == (1, 10, Fraction(1, 100))
    assert last_step(Fraction(1, 8)) == Fraction(1, 1000)


def test_infinite_decimals_are_no_figures():
    with pytest.raises(ValueError, match="not a number"):
        exact(Decimal("NaN"))
