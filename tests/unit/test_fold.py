"""Spellings of one text fold to one."""

from __future__ import annotations

import time

import pytest

from factcheck.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("NATO’s “unit”", 'NATO\'s "unit"'),
        ("1999–2008 — over", "1999-2008 - over"),
        ("−5", "-5"),
        ("13\u00a0000\u2009men", "13 000 men"),
        ("one\r\n  two\n\nthree\u2028four", "one two three four"),
        ("co\u00adop\u200berate\ufeff", "cooperate"),
        ("a \u200b b", "a b"),
        ("ﬁve oﬃcers…", "five officers..."),
        ("１２０ ｍｅｎ", "120 men"),
        ("cafe\u0301", "café"),
        ("№ 5", "No 5"),
        (" edge ", " edge "),
        ("plain text", "plain text"),
        ("", ""),
    ],
)
def test_spellings_of_one_text_fold_to_one(text, folded):
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["10²", "½", "①", "m²", "a`b", "Ab", "é"])
def test_what_means_something_else_is_not_folded(text):
    assert fold(text).text == text


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("the unit’s  120\n men", "120 men", "120\n men"),
        ("a ﬁve b", "ive", "ﬁve"),
        ("x \u200b cafe\u0301s", "café", "cafe\u0301"),
        ("wait…", "..", "…"),
        ("\ufeffhello", "hello", "hello"),
        ("so\u00adft end", "soft", "so\u00adft"),
    ],
)
def test_a_folded_part_leads_back_to_the_original(text, part, original):
    folded = fold(text)
    start = folded.text.index(part)
    first, last = folded.original(start, start + len(part))
    assert text[first:last] == original


def test_an_empty_part_leads_back_to_a_point():
    assert fold("a  b").original(2, 2) == (3, 3)


@pytest.mark.parametrize("text", ["’" * 1_000_000, "e\u0301" * 500_000, " \u200b" * 500_000])
def test_a_megabyte_folds_in_time(text):
    begin = time.process_time()
    fold(text)
    assert time.process_time() - begin < 60
