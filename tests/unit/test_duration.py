import pytest

from factcheck.values.duration import Duration
from factcheck.values.edtf import Precision


@pytest.mark.parametrize(
    "text", ["P20Y", "P3M", "P44D", "P2W", "P1Y6M", "PT3H", "P1DT2H30M", "-P20Y", "P0D", "P1Y2M3W4DT5H6M7S"]
)
def test_printing_gives_back_what_was_parsed(text):
    assert str(Duration.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("P20Y", "20 years"),
        ("P1M", "1 month"),
        ("P1Y6M", "1 year and 6 months"),
        ("P1Y2M3D", "1 year, 2 months and 3 days"),
        ("-P44D", "minus 44 days"),
        ("P0D", "0 days"),
    ],
)
def test_durations_are_told_in_words(text, phrase):
    assert Duration.parse(text).phrase == phrase


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("P20Y", Precision.YEAR),
        ("P1Y6M", Precision.MONTH),
        ("P2W", Precision.WEEK),
        ("P1Y1D", Precision.DAY),
        ("PT3H", Precision.DAY),
        ("P0D", Precision.DAY),
    ],
)
def test_the_smallest_unit_is_the_precision(text, precision):
    assert Duration.parse(text).precision is precision


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("44 days", "did you mean 'P44D'"),
        ("44-day", "did you mean 'P44D'"),
        ("3 hours", "did you mean 'PT3H'"),
        ("p44d", "did you mean 'P44D'"),
        ("P1.5Y", "P18M"),
        ("P", "such as P20Y"),
        ("P3MT", "such as P20Y"),
        ("", "such as P20Y"),
        ("P" * 100_000, "such as P20Y"),
    ],
)
def test_a_wrong_duration_is_told_the_right_form(text, said):
    with pytest.raises(ValueError, match="is not an ISO 8601 duration") as caught:
        Duration.parse(text)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_words_do_not_make_durations_differ():
    assert Duration(years=20, words="two decades") == Duration(years=20)
    assert Duration(years=1) != Duration(months=12)


def test_a_negative_duration_counts_back():
    assert -Duration(years=1, months=2) == Duration.parse("-P1Y2M")
    assert (-Duration(months=14)).calendar_months == -14
    assert Duration.parse("-P1W1D").calendar_days == -8
    back = -Duration(days=1)
    assert -back == Duration(days=1)


@pytest.mark.parametrize("unit", ["days", "hours", "minutes", "seconds"])
def test_the_smallest_units_are_told_to_the_day(unit):
    assert Duration(years=1, **{unit: 1}).precision is Precision.DAY


def test_direction_and_words_are_given_by_name():
    with pytest.raises(TypeError):
        Duration(1, 2, 3, 4, 5, 6, 7, True)  # noqa: FBT003  that is the mistake


@pytest.mark.parametrize(("text", "shown"), [("x" * 40, "x" * 40), ("x" * 41, "x" * 37 + "...")])
def test_a_long_text_is_shown_cut_and_without_a_guess(text, shown):
    with pytest.raises(ValueError, match="is not an ISO 8601 duration") as caught:
        Duration.parse(text)
    assert str(caught.value) == f"{shown!r} is not an ISO 8601 duration, such as P20Y, P3M or P44D"
