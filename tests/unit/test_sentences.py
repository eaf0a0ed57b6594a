"""Where sentences begin and end."""

from __future__ import annotations

import time

import pytest

from factcheck.text.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "One. | Two! | Three?",
        "Mr. Doe of the U.S. Army came at 5 p.m. | The others left.",
        "The U.S.-led force left the U.S. | It had 3 men.",
        "George W. Bush met J. R. Roe. | They talked.",
        "It is No. 10 of the list. | He said no. | Ten left.",
        "On Jan. 9 it grew by 1.5 percent. | Nobody knew.",
        "It ended in 1992. | 20 men stayed.",
        "“Why?” he asked. | “Because.” | She left.",
        '"Go!" he said. | "No."',
        "It was (see p. 5). | Then it ended.",
        "He waited... and left. | Then… | Nothing.",
        "Companies such as Acme Inc. and others. | Acme Inc. Holdings grew.",
        "Gen. Roe vs. Sgt. Poe, e.g. Tuesday.",
        "No stop at the end",
        "HEADLINE\n\n|By Jane Roe\n\n|The text begins. | It goes on.",
        "Wrapped\nlines are\r\none sentence. | Next.",
        "List:\n|- one. | Two\n|- three",
        "\n\n|Blank lines\r\n\r\n|around\n \n|",
    ],
)
def test_sentences_end_where_readers_say(text):
    expected = [part.strip() for part in text.split("|") if part.strip()]
    text = text.replace(" | ", " ").replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_only_the_stretch_asked_for_is_split():
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]
    assert sentences("One. Two. Three.", 2, 7) == [(2, 4), (5, 7)]
    assert sentences("") == []


@pytest.mark.parametrize(
    "text", [". " * 500_000, "A. " * 300_000, "\n" * 1_000_000, "a" * 1_000_000, '."' * 500_000]
)
def test_a_megabyte_is_split_in_time(text):
    begin = time.process_time()
    sentences(text)
    assert time.process_time() - begin < 60
