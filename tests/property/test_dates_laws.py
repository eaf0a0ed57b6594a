"""Laws of reading dates, each beside the sentence that it checks."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.dates import Resolution, find_dates, find_impossible
from factcheck.values.calendar import WEEKDAYS, civil, iso, ordinal, weekday
from factcheck.values.describe import describe, describe_day
from factcheck.values.when import When

PUBLISHED = ordinal(2018, 1, 12)
TOKENS = (
    "January Jan. may May March 9 31 12th 1999 2018 2,018 -2008 – 08 since until by from to between and of",
    "the in end mid- early late last next this past three years ago later earlier week month year Monday , .",
    "( ) ' s 's will said first quarter half summer today now present that following day before 2018-02-30",
    "Tues. 10/06/1967 $ % ’",
)
WORDS = [*" ".join(TOKENS).split(), "", "\n", "\n\n", "\u00a0", "\ud800", "\u200f"]
FORMS = (
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{d} {a}. {y}",
    "the {d}th of {m}, {y}",
    "{y}-{n:02}-{d:02}",
    "{d}\n{m} {y}",
)
RANGES = ("from {} to {}", "({}-{})", "between {} and {}")

days = st.integers(ordinal(1900, 1, 1), ordinal(2090, 12, 31))
words = st.lists(st.sampled_from(WORDS), max_size=40)
soup = words.map(" ".join) | words.map("".join)
texts = soup | st.text(st.characters(), max_size=200)


@given(texts, st.none() | days.map(iso))
def test_any_text_is_read(text, published):
    """Any text in, no exception, spans inside the text, text[start:end] equals the words."""
    found = find_dates(text, published)
    for mention in [*found, *find_impossible(text)]:
        assert 0 <= mention.full_start <= mention.start < mention.end <= mention.full_end <= len(text)
    for mention in found:
        assert mention.value.words == text[mention.full_start : mention.full_end]
        assert When.parse(mention.value.edtf, as_of=mention.value.as_of) == mention.value
    for one, other in pairwise(found):
        assert one.end <= other.start
    if published is None:
        assert {mention.resolution for mention in found} <= {Resolution.ABSOLUTE, Resolution.ANAPHORIC}


@given(texts)
def test_reading_twice_gives_the_same_dates(text):
    """Reading a text twice gives the same statements."""
    assert find_dates(text, "2018-01-12") == find_dates(text, "2018-01-12")


@given(soup)
def test_line_endings_change_nothing(text):
    """Reading a text with other line endings gives the same statements."""
    unix = [(m.value, m.cue, m.resolution) for m in find_dates(text, "2018-01-12")]
    assert [
        (m.value, m.cue, m.resolution) for m in find_dates(text.replace("\n", "\r\n"), "2018-01-12")
    ] == unix


@given(texts, texts, texts)
def test_text_before_a_stretch_moves_its_dates_and_nothing_else(before, text, behind):
    """Offsets are code points into the original."""
    alone = find_dates(text, "2018-01-12")
    start = len(before) + 2
    whole = f"{before}\n\n{text}\n\n{behind}"
    inside = find_dates(whole, "2018-01-12", start, start + len(text))
    moved = [(mention.start - start, mention.end - start, mention.value) for mention in inside]
    assert moved == [(mention.start, mention.end, mention.value) for mention in alone]


@given(days, st.sampled_from(FORMS))
def test_a_written_day_is_read_back(day, form):
    """Dates absolute."""
    year, month, number = civil(day)
    name = describe_day(day).split()[1]
    date = form.format(d=number, m=name, y=year, n=month, a=name[:3])
    (found,) = find_dates(f"It rose on {date.replace('May.', 'May')} again.", None)
    assert found.value == When.on(day)


@given(days)
def test_a_described_date_is_read_back(day):
    """A date that we print is a date that we read."""
    for when in (When.on(day), When.parse(iso(day)[:7]), When.parse(iso(day)[:4])):
        (found,) = find_dates(f"It rose in {describe(when)}.", None)
        assert found.value == when


@given(days, st.integers(0, 364))
def test_a_day_without_a_year_is_the_nearest_past_one(published, ago):
    """The nearest past date wins."""
    day = published - ago
    name = re.sub(r" \d+\Z", "", describe_day(day))
    (found,) = find_dates(f"It rose on {name} again.", iso(published))
    if name != "29 February":
        assert found.value == When.on(day)


@given(days, st.integers(1, 364))
def test_a_day_without_a_year_lies_ahead_behind_a_cue(published, ahead):
    """Without a future cue the nearest past date wins; with one, the nearest to come."""
    day = published + ahead
    name = re.sub(r" \d+\Z", "", describe_day(day))
    (found,) = find_dates(f"It will rise on {name} again.", iso(published))
    if name != "29 February":
        assert found.value == When.on(day)


@pytest.mark.parametrize("number", range(7))
@given(published=days)
def test_a_weekday_alone_is_one_of_the_last_seven_days(number, published):
    """The nearest past date wins."""
    (found,) = find_dates(f"It rose on {WEEKDAYS[number]}.", iso(published))
    day = found.value.earliest_start
    assert published - 7 < day <= published
    assert weekday(day) == number


@given(
    st.integers(1000, 2099),
    st.integers(1000, 2099),
    st.sampled_from(RANGES),
)
def test_a_range_of_years_is_a_period_or_runs_backwards(first, last, form):
    """Year ranges; end before start."""
    text = "It held " + form.format(first, last)
    if first <= last:
        (found,) = find_dates(text, None)
        assert found.value == When.parse(f"{first}/{last}")
        assert find_impossible(text) == []
    else:
        assert find_dates(text, None) == []
        assert [mention.value for mention in find_impossible(text)] == ["it ends before it starts"]


@given(st.integers(1, 9), st.integers(0, 999), st.sampled_from("$€£"))
def test_amounts_are_no_years(thousands, rest, sign):
    """Never take numbers such as "1,200" or "$2018" for dates."""
    assert find_dates(f"It cost {thousands},{rest:03} or {sign}{thousands}{rest:03}.", "2018-01-12") == []
