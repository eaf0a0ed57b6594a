import pytest

from factcheck.values.describe import describe, describe_day
from factcheck.values.when import When


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-01-09", "9 January 2018"),
        ("2018-01", "January 2018"),
        ("2002", "2002"),
        ("199X", "the 1990s"),
        ("19XX", "some year from 1900 to 1999"),
        ("2018-33", "the first quarter of 2018"),
        ("2018-41", "the second half of 2018"),
        ("2018-38", "the second third of 2018"),
        ("2018-24", "winter 2018"),
        ("2018-23~", "about autumn 2018"),
        ("2018-30", "summer 2018"),
        ("2004~", "about 2004"),
        ("2004?", "2004 (uncertain)"),
        ("2004-06%", "about June 2004 (uncertain)"),
        ("2018-10-23T19:18", "23 October 2018, 19:18"),
        ("2018-01-08/2018-01-12", "8–12 January 2018"),
        ("2018-01-28/2018-02-02", "28 January – 2 February 2018"),
        ("2017-12-28/2018-02-02", "28 December 2017 to 2 February 2018"),
        ("1999/2008", "1999–2008"),
        ("1999-09/2008", "September 1999 to 2008"),
        ("2004~/2008", "about 2004 to 2008"),
        ("1999-09/", "from September 1999"),
        ("2002/..", "2002 to the present"),
        ("/2008", "until 2008"),
        ("../2008", "until 2008"),
        ("[..2018-01-12]", "some day up to 12 January 2018"),
        ("[2018-01-12..]", "some day from 12 January 2018 on"),
        ("[2018-01-08..2018-01-12]", "some day in 8–12 January 2018"),
        ("[1667,1668,1670]", "some day in 1667, in 1668 or in 1670"),
        ("{1667,1668}", "1667 and 1668"),
        ("{1667..1670}", "1667–1670"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-004X", "some year from 50 BC to 41 BC"),
    ],
)
def test_times_are_told_in_words(text, words):
    assert describe(When.parse(text)) == words


def test_an_open_end_tells_how_long_it_is_known_to_last():
    assert (
        describe(When.parse("2002/..", as_of="2018-01-12")) == "2002 to the present (as of 12 January 2018)"
    )


def test_a_day_is_told_in_words():
    assert describe_day(1) == "1 January 1"
