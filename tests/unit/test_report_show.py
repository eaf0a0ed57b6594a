"""What a terminal would obey, and nobody would see, is shown."""

import json
import sys
import unicodedata

import pytest

from factcheck.report.show import as_ascii, escape_json, one_line, visible

# Format characters that have a shape (signs that span numbers), and the joiners that scripts and emoji need.
SHAPED = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, 0x200C, 0x200D}
UNSEEN = [
    code
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and code not in SHAPED
]


def test_every_control_format_and_surrogate_character_of_unicode_is_marked():
    assert [f"{code:04X}" for code in UNSEEN if chr(code) in visible(chr(code))] == []


def test_letters_marks_and_symbols_stay_as_they_are():
    assert visible("e\u0301 中 🚢 👩\u200d👧 می\u200cخواهم") == "e\u0301 中 🚢 👩\u200d👧 می\u200cخواهم"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x7f", "␡"),
        ("2\u202e1\u202c", "2<U+202E>1<U+202C>"),
        ("12\u200b000", "12<U+200B>000"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_an_unseen_character_is_shown_as_a_mark(text, shown):
    assert visible(text) == shown


def test_each_line_end_and_tab_becomes_a_space():
    assert one_line("a\r\nb\tc\rd\ve") == "a b c d␋e"


def test_ascii_folds_typography_and_escapes_the_rest():
    assert as_ascii("“90 – 94” … café 港") == '"90 - 94" ... caf\\xe9 \\u6e2f'


def test_an_escaped_character_has_the_same_json_value():
    for code in UNSEEN:
        escaped = escape_json(json.dumps(chr(code), ensure_ascii=False))
        assert escaped.isascii()
        assert json.loads(escaped) == chr(code)
