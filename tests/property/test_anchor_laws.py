"""Laws of folding, sentences and re-anchoring."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.text.anchor import AnchorKind, anchor, sentence_around, sentence_digest
from factcheck.text.fold import fold
from factcheck.text.sentences import sentences

CHARACTERS = "ab1 .,’“”–\u00a0\u2009\n\r\u00ad\u200b\ufeffﬁ…e\u0301é½２\ud800"
MESS = st.text(st.sampled_from(CHARACTERS), max_size=60)
NOUNS = ["unit", "strength", "mission", "officers", "convoy", "river", "bridge", "harbour", "winter"]
VERBS = ["grew", "moved", "stayed", "crossed", "guarded", "reached"]


@st.composite
def texts(draw: st.DrawFn) -> list[str]:
    """Distinct sentences, each with a figure of its own."""
    figures = draw(st.lists(st.integers(10, 99_999), min_size=3, max_size=8, unique=True))
    return [
        f"The {draw(st.sampled_from(NOUNS))} {draw(st.sampled_from(VERBS))} from the "
        f"{draw(st.sampled_from(NOUNS))} with {figure:,} men in {1900 + index}."
        for index, figure in enumerate(figures)
    ]


@given(MESS)
def test_the_way_back_from_a_folded_text_is_monotone_and_complete(text):
    folded = fold(text)
    extents = [folded.original(index, index + 1) for index in range(len(folded.text))]
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(extents))
    assert all(0 <= start < end <= len(text) for start, end in extents)
    for (_, end), (start, _) in pairwise(extents):
        assert start <= end or fold(text[end:start]).text.strip() == ""
    assert [folded.position(start) for start, _ in extents] == sorted(
        folded.position(start) for start, _ in extents
    )


@given(MESS, st.data())
def test_a_folded_part_folds_from_its_original(text, data):
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.original(start, end)
    assert folded.text[start:end] in fold(text[first:last]).text


@given(MESS)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(st.sampled_from('aB. \n!?"”1-…U'), max_size=80))
def test_sentences_hold_every_character_that_is_no_space_once(text):
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join(re.sub(r"\s", "", text[start:end]) for start, end in found) == re.sub(r"\s", "", text)


@given(MESS, st.integers(0, 60), st.integers(0, 60))
def test_a_sentence_around_a_place_holds_it_and_has_a_digest(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = sentence_around(text, start, end)
    assert first <= start <= end <= last
    assert len(sentence_digest(text, start, end)) == 12


@given(texts(), st.data())
def test_an_edit_outside_a_quotation_leaves_it_exact(parts, data):
    number = data.draw(st.integers(0, len(parts) - 1))
    others = [part for index, part in enumerate(parts) if index != number]
    quote = parts[number].removeprefix("The ").rstrip(".")
    others = data.draw(st.permutations(others))[: data.draw(st.integers(0, len(others)))]
    others.insert(data.draw(st.integers(0, len(others))), parts[number])
    content = " ".join(others)
    found = anchor(content, quote)
    assert (found.kind, content[found.start : found.end]) == (AnchorKind.EXACT, quote)


@given(texts(), st.data())
def test_another_figure_inside_a_quotation_is_never_taken_for_the_same(parts, data):
    number = data.draw(st.integers(0, len(parts) - 1))
    quote = parts[number].removeprefix("The ").rstrip(".")
    figure = re.search(r"[\d,]+(?= men)", quote)
    other = data.draw(st.integers(1, 10**6).map(lambda value: f"{value:,}"))
    assume(figure is not None and other != figure[0])
    content = " ".join(parts).replace(f"{figure[0]} men", f"{other} men")
    found = anchor(content, quote)
    assert found.kind is AnchorKind.ALTERED
    assert other in {change.now for change in found.changes}
    short = anchor(content, f"with {figure[0]} men")
    assert not short.holds
    assert short.kind is not AnchorKind.DRIFTED


@given(texts(), st.sampled_from(["not", "never", "nearly", "over", "only", "up to"]), st.data())
def test_a_deciding_word_put_into_a_quotation_is_never_taken_for_the_same(parts, word, data):
    number = data.draw(st.integers(0, len(parts) - 1))
    quote = parts[number].removeprefix("The ").rstrip(".")
    words = quote.split(" ")
    place = data.draw(st.integers(1, len(words) - 1))
    altered = " ".join([*words[:place], word, *words[place:]])
    found = anchor(" ".join(parts).replace(quote, altered), quote)
    assert found.kind is AnchorKind.ALTERED


@given(texts(), st.data())
def test_a_quotation_in_another_dress_is_folded(parts, data):
    number = data.draw(st.integers(0, len(parts) - 1))
    quote = parts[number]
    content = " ".join(parts).replace(quote, quote.replace(" with ", "\u00a0with\n ", 1))
    found = anchor(content, quote)
    assert found.kind is AnchorKind.FOLDED
    assert fold(content[found.start : found.end]).text == quote


@given(MESS, MESS, st.tuples(MESS, MESS), st.none() | st.integers(-5, 90), st.booleans())
def test_no_text_and_no_quotation_make_anchoring_raise(content, exact, around, start, trust):
    prefix, suffix = around
    found = anchor(content, exact, prefix=prefix, suffix=suffix, start=start, trust_start=trust)
    if found.start is not None and found.end is not None:
        assert 0 <= found.start < found.end <= len(content)
        assert 0 <= found.score <= 100
    if found.holds:
        assert fold(content[found.start : found.end]).text.strip() == fold(exact).text.strip()
