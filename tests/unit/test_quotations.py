"""Words between quotation marks, and who says them."""

import pytest

from factcheck.reading.document import lay_out
from factcheck.reading.quotations import find_quotations
from factcheck.reading.speakers import attribution, speakers_of
from factcheck.text.span import Text


def quoted(content, path="a.txt"):
    document = lay_out(Text(path, content))
    return document.prose, find_quotations(document.prose, document.blocks), document.blocks


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said. "All of it."', ["We won,", "All of it."]),
        ("« Nous gagnons », dit-elle.", ["Nous gagnons"]),
        ("‘We won,’ she said.", ["We won,"]),
        ("'We won,' she said.", ["We won,"]),
        ("“He said ‘we won’ twice,” she said.", ["He said ‘we won’ twice,", "we won"]),
        ("\"He said 'we won' twice,\" she said.", ["He said 'we won' twice,", "we won"]),
        ("“It is the ‘soldiers’ fault’,” she said.", ["It is the ‘soldiers’ fault’,", "soldiers’ fault"]),
        ('He said "a "b" c" again.', ['a "b" c', "b"]),
        ("„We won“, she said.", ["We won"]),
        ("Vik’s boats, the sailors’ boats and the boats' crews", []),
        ("In the '90s and '80s they didn't say 'em.", []),
        ('A 5\'10" man and a 6" nail.', []),
        ("It's Lee's. 'Twas not.", []),
        ("“Never closed, she said.", []),
        ("It closed” she said.", []),
        ('"" and “”', []),
        ('("We won")—"all of it"', ["We won", "all of it"]),
    ],
)
def test_quotations_have_their_exact_words(content, expected):
    prose, found, _ = quoted(content)
    assert [quotation.value for quotation in found] == expected
    assert all(prose[it.start : it.end] == it.value for it in found)
    assert all(it.full_start <= it.start < it.end <= it.full_end for it in found)


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_goes_on_over_paragraphs(marks):
    opening, closing = marks
    _, found, _ = quoted(
        f"{opening}One here.\n\n{opening}Two here.\n\n{opening}Three here,{closing} she said.\n\nFour."
    )
    assert [(it.value, it.part) for it in found] == [("One here.", 1), ("Two here.", 2), ("Three here,", 3)]


def test_a_word_or_two_that_nobody_said_is_marked():
    _, found, _ = quoted("The “peace train” left. “Stop!” he said. “It left at nine,” he said.")
    assert [it.is_scare for it in found] == [True, False, False]


def test_a_block_of_quotation_needs_no_marks():
    _, found, _ = quoted("He wrote:\n\n> We came home.\n\n> “Ours is the last boat of all.”\n", "a.md")
    assert [(it.value, it.is_block) for it in found] == [
        ("We came home.", True),
        ("Ours is the last boat of all.", False),
    ]


def test_deep_nesting_is_cut_at_eight():
    _, found, _ = quoted("“‘" * 20 + "x" + "’”" * 20)
    assert max(it.depth for it in found) == 7


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We won,” she said.", ["she"]),
        ("“We won,” Ann Lee, the mayor, said on Monday.", ["Ann Lee"]),
        ("“We won,” said Ann Lee, the mayor.", ["Ann Lee"]),
        ("“We won,” the port's mayor, Ann Lee, said.", ["Ann Lee"]),
        ("“We won,” said a spokesman for the port on Monday.", ["a spokesman for the port"]),
        ('"We won," the report added.', ["the report"]),
        ("Ann Lee said: “We won.”", ["Ann Lee"]),
        ("Mr. Lee told reporters, “We won.”", ["Mr. Lee"]),
        ("“We won,” according to the mayor.", ["the mayor"]),
        ("“We won,” Lee said. “All of it.”", ["Lee", "Lee"]),
        ("“We won,” Lee said.\n\n“All of it. Every boat.”", ["Lee", "Lee"]),
        ("“One.\n\n“Two,” Lee said.", ["Lee", "Lee"]),
        ("Lee said: “One.\n\n“Two.”", ["Lee", "Lee"]),
        ("The “peace train” left.", [None]),
        ("“We won.” The boats left.", [None]),
        ("“We won,” Lee said.\n\nIt rained.\n\n“All lost.”", ["Lee", None]),
    ],
)
def test_the_speaker_is_named_where_it_is_safe(content, expected):
    prose, found, blocks = quoted(content)
    assert [it and it.name for it in speakers_of(prose, found, blocks)] == expected


@pytest.mark.parametrize(
    ("sentence", "name", "said"),
    [
        ("The port took in 94 boats, Ann Lee said.", "Ann Lee", "94"),
        ("The port took in 94 boats, the mayor said on Monday.", "the mayor", "94"),
        ("According to the port office, 94 boats came.", "the port office", "94"),
        ("The mayor said 94 boats came.", "The mayor", "94"),
        ("The mayor claimed that 94 boats came.", "The mayor", "94"),
        ("The port took in 94 boats, said Ann Lee.", "Ann Lee", "94"),
        ("The port reported a profit of 94 crowns.", None, "94"),
        ("The clerk added 94 boats.", None, "94"),
    ],
)
def test_a_sentence_may_be_somebody_s_saying(sentence, name, said):
    told = attribution(sentence, 0, len(sentence))
    assert (told and told.speaker.name) == name
    if told is not None:
        assert said in sentence[told.start : told.end]
