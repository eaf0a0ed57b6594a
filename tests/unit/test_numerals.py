"""Figures of English sentences: what is read, and what is left alone."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.reading.numerals import find_quantities
from factcheck.values.change import Change
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity


def read(text):
    return [mention for mention in find_quantities(text) if isinstance(mention.value, Quantity)]


def told(text):
    """Core words, literal set, unit and noun of each quantity."""
    return [(text[m.start : m.end], str(m.value.literal), str(m.value.unit), m.noun) for m in read(text)]


def the_change(text):
    (mention,) = [mention for mention in find_quantities(text) if isinstance(mention.value, Change)]
    return mention


def figures(change):
    return tuple(None if part is None else part.stated for part in (change.before, change.after, change.by))


@pytest.mark.parametrize(
    ("text", "core", "literal", "unit", "noun"),
    [
        # Cardinals in digits and words.
        ("The ferry carried 88 islanders.", "88", "[88, 88]", "islander", "islanders"),
        ("Eighty-eight sailors waved.", "Eighty-eight", "[88, 88]", "person", "sailors"),
        ("They sent two hundred and fifty tents.", "two hundred and fifty", "[250, 250]", "tent", "tents"),
        ("Twelve hundred saplings were planted.", "Twelve hundred", "[1,150, 1,250)", "sapling", "saplings"),
        ("A hundred lanterns burned.", "A hundred", "[100, 100]", "lantern", "lanterns"),
        ("One soldier was hurt.", "One", "[1, 1]", "person", "soldier"),
        ("Some 10\u202f000 books burned.", "10\u202f000", "[8,000, 12,000]", "book", "books"),
        # Scales.
        (
            "About 1.2 million hectares burned.",
            "1.2 million hectares",
            "[960,000, 1.44 million]",
            "hectare",
            None,
        ),
        ("A $1.5bn loan was agreed.", "$1.5bn", "[1.45 billion, 1.55 billion)", "USD", None),
        ("The farm sold 3.2m tonnes.", "3.2m tonnes", "[3.15 million, 3.25 million)", "tonne", None),
        ("Half a million refugees crossed.", "Half a million", "[450,000, 550,000)", "person", "refugees"),
        (
            "Two and a half million bees died.",
            "Two and a half million",
            "[2.25 million, 2.75 million)",
            "bee",
            "bees",
        ),
        (
            "Two point three million homes.",
            "Two point three million",
            "[2.25 million, 2.35 million)",
            "home",
            "homes",
        ),
        (
            "They owe three lakh crore rupees.",
            "three lakh crore rupees",
            "[2.5 trillion, 3.5 trillion)",
            "INR",
            None,
        ),
        # Money.
        ("It cost Rs 12,34,567.", "Rs 12,34,567", "[1,234,566.5, 1,234,567.5)", "INR", None),
        ("It cost 3 dollars and 50 cents.", "3 dollars and 50 cents", "[3.495, 3.505)", "USD", None),
        ("He is 1.8m tall.", "1.8m", "[1.75, 1.85)", "metre", None),
        ("It cost €5.2 million.", "€5.2 million", "[5.15 million, 5.25 million)", "EUR", None),
        ("They paid 5 million euros.", "5 million euros", "[4.5 million, 5.5 million)", "EUR", None),
        ("They paid US$3m.", "US$3m", "[2.5 million, 3.5 million)", "USD", None),
        ("They paid AZN 40.", "AZN 40", "[39.5, 40.5)", "AZN", None),
        # Percent, points, measures.
        ("Turnout was 61.0 per cent.", "61.0 per cent", "[60.95, 61.05)", "percent", None),
        ("Turnout was 61%.", "61%", "[60.5, 61.5)", "percent", None),
        (
            "Half a percentage point is little.",
            "Half a percentage point",
            "[0.45, 0.55)",
            "percentage point",
            None,
        ),
        ("The pipe is 300 metres long.", "300 metres", "[285, 315)", "metre", None),
        ("It was -5 degrees Celsius.", "-5 degrees Celsius", "(−5.5, −4.5]", "degree celsius", None),
        ("The talks took an hour and a half.", "an hour and a half", "[1.25, 1.75)", "hour", None),
        ("It lasted six and a half years.", "six and a half years", "[6.25, 6.75)", "year", None),
        ("It blew at 120 km/h.", "120 km/h", "[115, 125)", "kilometre per hour", None),
        ("A ticket costs 60 pence.", "60 pence", "[0.595, 0.605)", "GBP", None),
        ("The walk takes a year and a quarter.", "a year and a quarter", "[1.125, 1.375)", "year", None),
        ("It took three hours and 40 minutes.", "three hours and 40 minutes", "[3.66, 3.675)", "hour", None),
        ("He is 5 feet 2 inches tall.", "5 feet 2 inches", "[5.125, 5.21)", "foot", None),
        ("The oval is 1/4 mile long.", "1/4 mile", "[0.125, 0.375)", "mile", None),
        ("It took 10 1/2 miles of cable.", "10 1/2 miles", "[10.25, 10.75)", "mile", None),
        ("They paid USD115 for it.", "USD115", "[114.5, 115.5)", "USD", None),
        ("The members are one hundred and sixteen.", "one hundred and sixteen", "[116, 116]", "number", None),
        ("The cargo weighed 44,000 pounds.", "44,000 pounds", "[43,500, 44,500)", "pound", None),
        ("They ate 20 pounds of flour.", "20 pounds", "[19, 21)", "pound", None),
        ("They owe 20 pounds of public money.", "20 pounds", "[19.5, 20.5)", "GBP", None),
        ("It cost 20 pounds. The weight is low.", "20 pounds", "[19.5, 20.5)", "GBP", None),
        # Ages and attributes.
        ("She was 94.", "94", "[94, 94]", "year of age", None),
        ("Marrone, now 56, left.", "56", "[56, 56]", "year of age", None),
        ("At 16 she was the youngest.", "16", "[16, 16]", "year of age", None),
        ("They want 40 or more bidders.", "40", "[40, ∞)", "person", "bidders"),
        ("It sent 13,000-plus troops.", "13,000", "[13,000, ∞)", "person", "troops"),
        ("The 34-year-old won.", "34-year-old", "[34, 34]", "year of age", None),
        ("Ines Dahl, 34, won.", "34", "[34, 34]", "year of age", None),
        ("A boy aged 9 won.", "9", "[9, 9]", "year of age", None),
        ("A 22-member choir sang.", "22", "[22, 22]", "person", "member"),
        ("The 44-day strike ended.", "44-day", "[43.5, 44.5)", "day", None),
        ("A 300-bed hospital opened.", "300", "[300, 300]", "bed", "bed"),
        # The counted noun.
        ("Troops from 39 NATO and partner countries came.", "39", "[39, 39]", "country", "countries"),
        ("It has two military doctors.", "two", "[2, 2]", "person", "doctors"),
        ("It has 100 police officers.", "100", "[100, 100]", "person", "officers"),
        ("Of them 40 were injured, 12 dead.", "12", "[12, 12]", "person", "dead"),
        ("It runs 12 five-car trains.", "12", "[12, 12]", "train", "trains"),
        ("Exactly one bank believes it.", "one", "[1, 1]", "bank", "bank"),
        ("They sank 17 of the ships.", "17", "[17, 17]", "ship", "ships"),
        ("They will hire 300 more workers.", "300", "[300, 300]", "person", "workers"),
        ("Of the town 5,000 are homeless, 870 five years later.", "870", "[870, 870]", "number", None),
        ("It sank 940 merchantmen.", "940", "[940, 940]", "merchantman", "merchantmen"),
        # Fractions.
        ("A third of the tenants left.", "A third", "[0.3, 0.37]", "share", "tenants"),
        ("Two-thirds of voters agreed.", "Two-thirds", "[0.6, 0.73]", "share", "voters"),
        ("One in six bridges is unsafe.", "One in six", "[0.15, 0.18]", "share", "bridges"),
        (
            "About 1,150 went, one employee in eight.",
            "one employee in eight",
            "[0.1125, 0.1375]",
            "share",
            "employee",
        ),
        (
            "The quarter of a million pounds is spent.",
            "quarter of a million pounds",
            "[245,000, 255,000)",
            "GBP",
            None,
        ),
        ("Nine out of ten shops closed.", "Nine out of ten", "[0.81, 0.99]", "share", "shops"),
        ("Half of the harvest rotted.", "Half", "[0.45, 0.55]", "share", None),
        # Groups and words without a figure.
        ("Two dozen states signed.", "Two dozen", "[19.2, 28.8]", "country", "states"),
        ("Dozens of tents fell.", "Dozens", "[24, ∞)", "tent", "tents"),
        ("Several hundred cows drowned.", "Several hundred", "[300, ∞)", "cow", "cows"),
        ("Tens of thousands of fans sang.", "Tens of thousands", "[20,000, ∞)", "person", "fans"),
        # Ranges.
        ("Between 40 and 50 crates fell.", "40 and 50", "[40, 50]", "crate", "crates"),
        ("It takes 40 to 50 workers.", "40 to 50", "[40, 50]", "person", "workers"),
        ("It takes 40-50 workers.", "40-50", "[40, 50]", "person", "workers"),
        ("It takes 40–50 workers.", "40–50", "[40, 50]", "person", "workers"),
        ("It costs 5 to 6 million euros.", "5 to 6 million euros", "[5 million, 6 million]", "EUR", None),
        ("It costs $40-50 million.", "$40-50 million", "[40 million, 50 million]", "USD", None),
        ("It takes two or three days.", "two or three days", "[2, 3]", "day", None),
        ("Prices range from 4 to 9 dollars.", "4 to 9 dollars", "[4, 9]", "USD", None),
        # Ranks.
        ("It was the third bridge to fall.", "third", "[3, 3]", "rank", "bridge"),
        ("It is the second-biggest case.", "second", "[2, 2]", "rank", "case"),
        ("She finished 22nd.", "22nd", "[22, 22]", "rank", None),
    ],
)
def test_a_figure_is_read(text, core, literal, unit, noun):
    assert (core, literal, unit, noun) in told(text)


@pytest.mark.parametrize(
    ("words", "hedge", "literal"),
    [
        ("over 13,000", Hedge.OVER, "(13,000, ∞)"),
        ("more than 13,000", Hedge.OVER, "(13,000, ∞)"),
        ("upwards of 13,000", Hedge.OVER, "(13,000, ∞)"),
        ("at least 13,000", Hedge.AT_LEAST, "[13,000, ∞)"),
        ("no fewer than 13,000", Hedge.AT_LEAST, "[13,000, ∞)"),
        ("up to 300", Hedge.AT_MOST, "[0, 300]"),
        ("no more than 300", Hedge.AT_MOST, "[0, 300]"),
        ("fewer than 300", Hedge.UNDER, "[0, 300)"),
        ("nearly 300", Hedge.NEARLY, "[0, 300)"),
        ("just under 300", Hedge.NEARLY, "[0, 300)"),
        ("some 300", Hedge.ABOUT, "[240, 360]"),
        ("roughly 300", Hedge.ABOUT, "[240, 360]"),
        ("~300", Hedge.ABOUT, "[240, 360]"),
        ("exactly 16,000", Hedge.EXACTLY, "[16,000, 16,000]"),
        ("more than two dozen", Hedge.OVER, "(24, ∞)"),
    ],
)
def test_a_hedge_bounds_the_figure(words, hedge, literal):
    text = f"Witnesses counted {words} geese."
    (mention,) = read(text)
    assert (mention.value.hedge, str(mention.value.literal)) == (hedge, literal)
    assert text[mention.full_start : mention.full_end] == f"{words} geese"
    assert str(mention.value) == f"{words} geese"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("They want 120 or more.", Hedge.AT_LEAST),
        ("A crowd of 13,000+ people sang.", Hedge.AT_LEAST),
        ("A crowd of 13,000-plus sang.", Hedge.AT_LEAST),
        ("They want 120 or so.", Hedge.ABOUT),
        ("They want 120 or fewer.", Hedge.AT_MOST),
        ("They are 42 or older.", Hedge.AT_LEAST),
    ],
)
def test_a_hedge_may_follow(text, hedge):
    assert [mention.value.hedge for mention in read(text)] == [hedge]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleet grew from 94 to 120 trawlers.", (94, 120, None)),
        ("The fleet grew from ninety to one hundred and twenty trawlers.", (90, 120, None)),
        ("The fleet shrank from 120 trawlers to 94.", (120, 94, None)),
        ("The fleet rose to 120.", (None, 120, None)),
        ("The harbour increased its staff to 120.", (None, 120, None)),
        ("The fleet grew by 26.", (None, None, 26)),
        ("The fleet grew by 26 to 120.", (None, 120, 26)),
        ("The fleet shrank by 26 percent.", (None, None, -26)),
        ("Sales rose 7% to $2.3bn.", (None, 2_300_000_000, 7)),
        ("Sales fell to 4.5 million from 5.1 million.", (5_100_000, 4_500_000, None)),
        ("Up 28 percent, sales pleased everyone.", (None, None, 28)),
        ("It was down 12 points.", (None, None, -12)),
        ("A 28 percent increase followed.", (None, None, 28)),
        ("There was a drop of 12 percent.", (None, None, -12)),
        ("There are three fewer than in spring.", (None, None, -3)),
        ("The fee went from 4 to 6 euros.", (4, 6, None)),
        ("The crew doubled.", (None, None, 100)),
        ("The crew doubled to 120.", (None, 120, 100)),
        ("The crew nearly tripled, from 40 to 118.", (40, 118, 200)),
        ("The crew was halved.", (None, None, -50)),
        ("Rents rose seven point five percent.", (None, None, Fraction(15, 2))),
        ("The contingent was boosted up to 300.", (None, 300, None)),
        ("The list fell from 120 to 94 names.", (120, 94, None)),
        ("The rate fell below 15 percent.", (None, 15, None)),
        ("They are 22 percent up on last year.", (None, None, 22)),
        ("It dropped from third to fifth.", (3, 5, None)),
    ],
)
def test_a_change_is_read_with_its_parts(text, expected):
    assert figures(the_change(text).value) == expected


def test_a_third_less_is_a_change_by_a_share():
    by = the_change("Costs fell by a third.").value.by
    assert (str(by.literal), str(by.unit)) == ("[−0.37, −0.3]", "share")


def test_a_bare_rise_has_a_direction():
    assert str(the_change("Membership rose to 120.").value.by.literal) == "(0, ∞)"
    assert str(the_change("Membership fell to 120.").value.by.literal) == "(−∞, 0)"
    assert the_change("Membership went from 94 to 120.").value.by is None


def test_the_parts_of_a_change_know_their_places():
    text = "The choir grew from 94 to about 120 singers."
    mention = the_change(text)
    assert text[mention.start : mention.end] == "94 to about 120"
    assert text[mention.full_start : mention.full_end] == "from 94 to about 120 singers"
    before, after = mention.value.before, mention.value.after
    assert [text[slice(*part.span)] for part in (before, after)] == ["94", "120"]
    assert after.hedge is Hedge.ABOUT
    assert str(before.unit) == str(after.unit) == "singer"
    assert mention.noun == "singers"


def test_points_of_a_percentage_are_percentage_points():
    by = the_change("The rate fell 3 points to 12 percent.").value.by
    assert (by.stated, str(by.unit)) == (-3, "percentage point")


@pytest.mark.parametrize(
    "text",
    [
        "They increased aid to 39 countries.",
        "They raised $5 million.",
        "It makes up 28 percent.",
        "They cut 120 jobs.",
        "It had grown to five times that size.",
        "The loss came to 12 percent.",
        "It went to 12 villages.",
        "The increase in troops from 39 countries helped.",
    ],
)
def test_figures_that_do_not_move_are_quantities(text):
    assert all(isinstance(mention.value, Quantity) for mention in find_quantities(text))
    assert find_quantities(text)


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 9 January 2018 and again on January 9.",
        "It opened on Feb. 24, 2022, and closed on the 27th of September.",
        "It ran January 9-12 and 14 to 16 March.",
        "The 1990s, the 1967 war and the years 1999-2008.",
        "From 1998 to 2006, and between 2010 and 2015.",
        "In 2018, since 1992, by 2021 and the 2018 report.",
        "Published 2021-10-29, last seen 10/06/1967.",
        "At 18:30, 7 p.m., 9.30am and five o'clock sharp.".replace("five", "5"),
        "Call 020 7946 0958, 555-0142 or +44 20 7946 0018.",
        "They won 3-1, lost 6-4, 6-3 and drew 0-0.",
        "They lost the vote 58 to 19.",
        "See Section 5, Article 12, No. 10, page 7 and Rule 2.0.1.",
        "An F-16, a Boeing 737, an A380 and a B-52 flew.",
        "Covid-19 closed Highway 61, Route 66 and Gate 4.",
        "Apollo 11, Windows 10, Flight 370, Channel 4 and iPhone 15.",
        "She lives at 12 Elm Street.",
        "The server at 192.168.1.2 answered.",
        "It is open 24/7 since 9/11.",
        "No one saw one of them, or one another, one day.",
        "Fifth Avenue, the Third Reich, the 21st century and the first quarter.",
        "The first half ended; at first nobody cared.",
        "Two months ago, in the past three years, every two weeks.",
        "A two-way street has a two-tier bridge.",
        "In a second attempt they made a third try.".replace("a second", "the other").replace(
            "a third", "another"
        ),
        "#1 fan @2fast, http://a.example/123 and x=5.",
        "007 was here.",
        "The Big Four met the Group of Seven.",
        "She won in round two of game 5.",
        "It is from 410 to 360 BC.",
        "In September 2019 lawmakers met.",
        "A newer one came, and a deadlier one since.",
        "Odds were two to one.",
        "See page one hundred and sixteen.",
        "The value was .5 then.",
        "1. Open the lid\n2. Close it\n",
    ],
)
def test_what_is_no_quantity_is_left_alone(text):
    assert told(text) == []
    assert find_quantities(text) == []


@pytest.mark.parametrize("text", ["The rates were 1.73 45.", "A row of 0.25 5 cells.", "It rose 1,00 12."])
def test_a_fraction_before_a_figure_is_no_year(text):
    find_quantities(text)


def test_offsets_count_from_the_start_of_the_whole_text():
    text = "Nine cats. Seven dogs. Five owls."
    (mention,) = find_quantities(text, 11, 22)
    assert text[mention.start : mention.end] == "Seven"


def test_a_blank_line_ends_every_phrase():
    assert [mention.noun for mention in find_quantities("It reached 40\n\nBarrels were sold.")] == [None]
    assert all(isinstance(m.value, Quantity) for m in find_quantities("Prices rose\n\nby 40 percent"))


def test_a_numeral_too_long_for_news_is_no_quantity():
    assert find_quantities("9" * 5000) == []
