"""Characters that must not reach a terminal or a log as they are, made visible."""

from __future__ import annotations

import re

__all__ = ["as_ascii", "escape_json", "one_line", "visible"]

# Controls, surrogates, line separators and every format character without a shape of its own: terminals obey
# them, bidi overrides reorder what stands around them, and no reader sees them. The joiners U+200C and U+200D
# stay, because Persian and emoji are written with them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
_BREAK = re.compile(r"\r\n|[\t\n\r]")
_TYPOGRAPHY = str.maketrans(
    {
        "\xa0": " ",
        "\u202f": " ",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "→": "->",
        "×": "x",
    }
)


def visible(text: str) -> str:
    r"""Text with a mark in place of every character that acts on a terminal or cannot be seen.

    >>> visible("\x1b[31mred")
    '␛[31mred'
    >>> visible("a\u202eb")
    'a<U+202E>b'
    """
    return _UNSEEN.sub(_mark, text)


def one_line(text: str) -> str:
    r"""Text on one line: each line end and tab becomes a space, the rest as `visible`.

    >>> one_line("from 94\nto 120\x07")
    'from 94 to 120␇'
    """
    return visible(_BREAK.sub(" ", text))


def as_ascii(text: str) -> str:
    r"""Text in ASCII: typography folded, other letters as Python escapes.

    >>> as_ascii("“Łódź” – 3 × 4")
    '"\\u0141\\xf3d\\u017a" - 3 x 4'
    """
    return text.translate(_TYPOGRAPHY).encode("ascii", "backslashreplace").decode("ascii")


def escape_json(text: str) -> str:
    r"""JSON text in which every unseen character but the line feeds of the layout is a `\u` escape.

    The value stays the same, and lone surrogates no longer stop the encoder.

    >>> escape_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _UNSEEN.sub(lambda found: found[0] if found[0] == "\n" else _json_escape(ord(found[0])), text)


def _mark(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _json_escape(code: int) -> str:
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
