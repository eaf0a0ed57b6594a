"""What becomes of a quotation when its text changes."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from factcheck.text.anchor import anchor, sentence_around, sentence_digest

TEXT = (
    "The unit began with 22 men in 2002. Since 1992 the country has worked with the alliance. "
    "In January the strength grew from 90 to 120 servicemen, officials said. Over 13,000 peacekeepers "
    "from 39 partner countries are serving there. The strength is not likely to reach 16,000. "
    "In 1994 it joined the partnership (1994-2021). He spoke to the paper’s “desk” in 1993."
)


def outcome(quote: str, content: str = TEXT, **selector: object) -> tuple[str, str, list[str]]:
    found = anchor(content, quote, **selector)  # type: ignore[arg-type] # members by name
    passage = "" if found.start is None else content[found.start : found.end]
    return found.kind.value, passage, [str(change) for change in found.changes]


def test_words_that_stand_once_are_exact():
    assert outcome("from 90 to 120 servicemen") == ("exact", "from 90 to 120 servicemen", [])


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ('the paper\'s "desk"', "the paper’s “desk”"),
        ("grew\nfrom  90 to\u00a0120", "grew from 90 to 120"),
        ("(1994–2021)", "(1994-2021)"),
    ],
)
def test_words_in_another_dress_are_folded(quote, passage):
    assert outcome(quote) == ("folded", passage, [])


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        (
            "Since 1992 the country worked with the alliance",
            "Since 1992 the country has worked with the alliance",
        ),
        ("over 13,000 peacekeepers", "Over 13,000 peacekeepers"),
        ("peacekeepers from 39 NATO and partner countries", "peacekeepers from 39 partner countries"),
        ("joined the partnership, 1994-2021", "joined the partnership (1994-2021"),
        ("strength grew from ninety to 120 servicemen", "strength grew from 90 to 120 servicemen"),
    ],
)
def test_the_same_figures_in_other_words_have_drifted(quote, passage):
    assert outcome(quote) == ("drifted", passage, [])


@pytest.mark.parametrize(
    ("quote", "passage", "changes"),
    [
        ("from 94 to 120 servicemen", "from 90 to 120 servicemen", ["94 became 90"]),
        ("from 94 to 130 servicemen", "from 90 to 120 servicemen", ["94 became 90", "130 became 120"]),
        ("began with 22 men in 2003", "began with 22 men in 2002", ["2003 became 2002"]),
        ("20 servicemen", "120 servicemen", ["20 became 120"]),
        ("000 peacekeepers", "13,000 peacekeepers", ["000 became 13,000"]),
        ("are not serving there", "are serving there", ["“not” was dropped"]),
        (
            "is likely to reach 16,000",
            "is not likely to reach 16,000",
            ["“not” was inserted"],
        ),
        (
            "strength is not unlikely to reach",
            "strength is not likely to reach",
            ["“unlikely” became “likely”"],
        ),
        ("Nearly 13,000 peacekeepers", "Over 13,000 peacekeepers", ["“Nearly” became “Over”"]),
        ("began with 22 women in 2002", "began with 22 men in 2002", ["“women” became “men”"]),
        ("In February the strength grew", "In January the strength grew", ["“February” became “January”"]),
        (
            "Before 1992 the country has worked",
            "Since 1992 the country has worked",
            ["“Before” became “Since”"],
        ),
    ],
)
def test_another_figure_or_deciding_word_is_altered(quote, passage, changes):
    assert outcome(quote) == ("altered", passage, changes)


def test_a_name_in_the_place_of_another_is_altered():
    content = "The men served in Kosovo for nine years."
    assert outcome("The men served in Iraq for nine years", content)[2] == ["“Iraq” became “Kosovo”"]


def test_another_spelling_of_a_name_has_drifted():
    assert (
        outcome("said Ilgar Khalilof of the unit", "It was late, said Ilgar Khalilov of the unit.")[0]
        == "drifted"
    )


def test_the_opposite_of_a_word_is_no_verbatim_place():
    assert outcome("likely to leave", "They are unlikely to leave.")[0] == "altered"


def test_a_short_excerpt_whose_figure_changed_is_altered_where_it_stood():
    content = "In 1990 it began. It grew in 1993 and again in 2002."
    assert outcome("in 1992", content, start=content.index("in 1993")) == (
        "altered",
        "in 1993",
        ["1992 became 1993"],
    )
    assert outcome("in 1992", content, prefix="and again ") == ("altered", "in 2002", ["1992 became 2002"])
    assert outcome("in 1992", content, suffix=" and again") == ("altered", "in 1993", ["1992 became 1993"])


def test_a_short_excerpt_is_not_found_elsewhere_when_its_own_place_changed():
    content = "Relations began in 1993, said the minister. He was born in 1992 in the capital."
    assert outcome("in 1992", content, prefix="Relations began ", suffix=", said the") == (
        "altered",
        "in 1993",
        ["1992 became 1993"],
    )


def test_a_part_of_one_folded_character_is_no_place():
    assert not anchor("1…", "1.").holds


def test_what_the_text_does_not_say_is_lost():
    assert outcome("something wholly different")[0] == "lost"
    assert outcome("")[0] == "lost"
    assert outcome(" \n")[0] == "lost"
    assert outcome("in 1992", "")[0] == "lost"
    assert outcome("...", "no words alike")[0] == "lost"
    assert outcome("in 1992", "He lives in London.")[0] == "lost"


def test_a_lost_quotation_names_the_nearest_passage():
    kind, passage, _ = outcome("a partnership of five rivers")
    assert kind == "lost"
    assert "partnership" in passage


def test_function_words_alone_do_not_make_a_passage():
    assert outcome("the strength of the unit", "It was the end of the day.")[0] == "lost"


def test_equal_places_are_ambiguous_and_each_has_the_words_that_tell_it():
    content = "It began in 1992 here. It ended in 1992 there. Born in 1992."
    found = anchor(content, "in 1992")
    assert found.kind == "ambiguous"
    assert [place.prefix for place in found.places] == ["began ", "ended ", "Born "]
    for place in found.places:
        again = anchor(content, "in 1992", prefix=place.prefix)
        assert (again.kind, again.start, again.end) == ("exact", place.start, place.end)


def test_the_recorded_start_decides_only_in_the_text_that_was_read():
    content = "in 1992 and in 1992"
    assert anchor(content, "in 1992", start=12, trust_start=True).start == 12
    assert anchor(content, "in 1992", start=12).kind == "ambiguous"
    assert anchor(content, "in 1993", start=12, trust_start=True).kind == "altered"


def test_a_trusted_start_may_cut_a_word():
    assert anchor("peacekeepers", "keepers", start=5, trust_start=True).holds


def test_a_suffix_decides_between_equal_places():
    assert anchor("in 1992 a; in 1992 b", "in 1992", suffix=" b").start == 11


def test_a_sentence_is_found_around_its_passage():
    start = TEXT.index("120")
    first, last = sentence_around(TEXT, start, start + 3)
    assert TEXT[first:last].startswith("In January")
    assert TEXT[first:last].endswith("officials said.")


def test_a_passage_over_two_sentences_has_both_around_it():
    text = "One two. Three four. Five."
    first, last = sentence_around(text, 4, 14)
    assert text[first:last] == "One two. Three four."


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (99, 99), (8, 9), (0, 30)])
def test_the_sentence_around_any_place_holds_the_place(start, end):
    text = "One two.   Three."
    end = min(end, len(text)) if start < len(text) else end
    first, last = sentence_around(text, start, end)
    assert first <= start <= end <= last


def test_the_digest_holds_through_folding_and_changes_elsewhere():
    text = "He came. The unit’s strength grew to 120 men. It ended."
    other = "He  went home early. The unit's strength\ngrew to 120 men. All over."
    at, there = text.index("120"), other.index("120")
    assert sentence_digest(text, at, at + 3) == sentence_digest(other, there, there + 3)


@pytest.mark.parametrize(
    "other", ["It never grew to 120 men.", "It grew to 120 men in 2002.", "It grew to 121 men."]
)
def test_the_digest_changes_with_the_words_around_the_passage(other):
    text = "It grew to 120 men."
    there = other.index("12")
    assert sentence_digest(text, 11, 14) != sentence_digest(other, there, there + 3)


def test_the_digest_tells_two_places_in_one_sentence_apart():
    assert sentence_digest("120 of 120 men.", 0, 3) != sentence_digest("120 of 120 men.", 7, 10)


def test_verbatim_quotations_need_no_fuzzy_matching():
    code = (
        "import sys; from factcheck.text.anchor import anchor; anchor('in 1992', 'in 1992');"
        "sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


@pytest.mark.parametrize(
    "content", ["a" * 10**6, "1," * 500_000, "a " * 500_000, "in 1992 " * 125_000, "\u0301" * 10**6]
)
@pytest.mark.parametrize("quote", ["aaaa", "a b a b c", "1,1,1", "in 1994", "in 1992 " * 60 + "in 1993"])
def test_a_megabyte_is_searched_in_time(content, quote):
    begin = time.process_time()
    anchor(content, quote)
    assert time.process_time() - begin < 60


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Solvik does not carry 240 passengers.", "not"),
        ("The Solvik doesn't carry 240 passengers.", "doesn't"),
        ("It is untrue that the Solvik carried 240 passengers.", "untrue"),
    ],
)
def test_a_denial_just_before_other_words_alters_the_quotation(text, said):
    found = anchor(text, "carries 240 passengers")

    assert found.kind == "altered"
    assert [change.now for change in found.changes] == [said]


def test_a_denial_in_the_sentence_before_alters_nothing():
    found = anchor("It does not sail. The Solvik carried 240 passengers.", "carries 240 passengers")

    assert found.kind == "drifted"
