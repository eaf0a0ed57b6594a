"""Laws of reading figures: any text in, no exception, places inside, time linear."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.numerals import find_quantities
from factcheck.values.change import Change
from factcheck.values.number import print_number
from factcheck.values.quantity import Quantity

WORDS = st.sampled_from(
    [
        "one", "two", "twenty", "-", "hundred", "million", "and", "a", "half", "third", "of", "in", "to",
        "from", "by", "between", "rose", "fell", "doubled", "over", "up", "nearly", "dozen", "dozens",
        "several", "%", "percent", "points", "$", "€", "3", "12", "1,200", "2.5", "2018", "7th", "3rd", "m",
        "bn", "km", "years", "old", "people", "countries", ",", ".", "ago", "than", "more", "F", "No.",
        "January", "May", "\n\n", "–", "½", "-5", "+", "(", ")", "'", "the", "first",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(WORDS, max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


def places(mention):
    value = mention.value
    parts = [value.before, value.after, value.by] if isinstance(value, Change) else [value]
    return [part.span for part in parts if part is not None and part.span is not None]


@given(TEXTS)
def test_every_place_is_inside_the_text(text):
    for mention in find_quantities(text):
        assert 0 <= mention.full_start <= mention.start < mention.end <= mention.full_end <= len(text)
        assert all(mention.start <= start < end <= mention.end for start, end in places(mention))


@given(TEXTS)
def test_mentions_stand_in_order_and_never_overlap(text):
    spans = [(mention.start, mention.end) for mention in find_quantities(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_is_read_like_a_text_of_its_own(text, before, after):
    end = max(before, len(text) - after)
    inside = find_quantities(text, before, end)
    assert all(before <= mention.start < mention.end <= end for mention in inside)


@given(st.integers(1, 999_999_999))
def test_a_printed_number_is_read_back(number):
    """Grouped digits and millions in words mean what they were printed from."""
    (mention,) = find_quantities(f"There were {print_number(number)} owls.")
    assert isinstance(mention.value, Quantity)
    assert mention.value.stated == number
    assert mention.noun == "owls"


ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number):
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, word in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // size)} {word}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(2, 999_999_999))
def test_a_spelled_number_is_read_back(number):
    (mention,) = find_quantities(f"There were {spelled(number)} owls.")
    assert mention.value.stated == number


@pytest.mark.parametrize(
    "unit",
    [
        "a", "1", "one ", "1-", "1 to ", "from 1 to 2 ", "a half ", "two and ", "twenty-", "1,", "by 3% ",
        "rose ", "Xa Xb, 34, ", "\ud800", " ", "\n ", "$", "5 big old red ", "a'", "up to ", "hundred of ",
        "3 in ", "\u202e1 ",
    ],
)  # fmt: skip
def test_time_grows_linearly(unit):
    def seconds(length):
        text = (unit * length)[:length]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find_quantities(text)
            best = min(best, time.process_time() - start)
        return best

    # Four times the text: a quadratic reader would need sixteen times as long, a linear one four.
    assert seconds(100_000) < 0.02 + 10 * seconds(25_000)
