"""Phrases: the longest wins, stems are open, every place is exact."""

from __future__ import annotations

import pytest

from factcheck.reading.phrases import Phrases, words_of


def spans(phrases, text):
    return [(text[found.start : found.end], found.keys) for found in phrases.find(words_of(text))]


def test_the_longest_phrase_at_a_place_wins():
    phrases = Phrases.of([("NATO", "nato"), ("NATO mission", "mission")])
    assert spans(phrases, "the NATO mission of NATO") == [("NATO mission", ("mission",)), ("NATO", ("nato",))]


def test_every_finds_phrases_inside_each_other():
    phrases = Phrases.of([("NATO", "nato"), ("the NATO mission", "mission")])
    found = phrases.every(words_of("the NATO mission"))
    assert [one.keys for one in found] == [("mission",), ("nato",)]


def test_one_phrase_may_stand_for_several_things():
    phrases = Phrases.of([("serv*", "strength"), ("serv*", "service")])
    assert spans(phrases, "It served.") == [("served", ("strength", "service"))]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("serv*", "served", True),
        ("serv*", "serv", True),
        ("serv*", "ser", False),
        ("a*", "apple", True),
        ("set up", "set it up", False),
        ("set* up", "setting up", True),
        ("Azerbaijan's army", "Azerbaijan’s army", True),
        ("PfP", "pfp", True),
        ("PfP", "PfPs", False),
        ("n t", "didn't", False),
        ("", "anything", False),
        ("*", "anything", False),
        ("…", "…", False),
    ],
)
def test_a_phrase_matches_whole_words_and_open_ones(phrase, text, found):
    assert bool(spans(Phrases.of([(phrase, "key")]), text)) is found


def test_apostrophes_part_words():
    assert [word.key for word in words_of("Baku's and Baku’s")] == ["baku", "s", "and", "baku", "s"]


def test_words_know_their_place_in_the_whole_text():
    (word,) = words_of("one two three", 4, 7)
    assert (word.key, word.start, word.end) == ("two", 4, 7)
