"""Laws of reading: any text, no exception, every value at its place, in linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reading.reader import read

PIECES = st.sampled_from(
    [
        "By ",
        "Ann Lee",
        " said",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "94 men",
        "from 94 to 120",
        "May 3, 2021",
        " in 2018",
        "later that month",
        "\n",
        "\n\n",
        ", ",
        ". ",
        "(",
        ")",
        "NATO",
        " (ABC) ",
        "will not ",
        "| 5 |",
        "- ",
        "> ",
        "# ",
        "---\n",
        "date: 2021-05-03\n",
        "Last update: ",
        "<p>",
        "</p>",
        "<nav>",
        "</nav>",
        "<!--",
        "-->",
        "&ldquo;",
        "&nbsp;",
        "<script type='application/ld+json'>",
        "</script>",
        "{",
        "}",
        "\ud800",
        "\u202e",
        "\u200f",
        "\x00",
        "\r\n",
        "％",
        "１２",
        "½",
        "’s ",
        " / ",
        "VIK, May 3 (AP) - ",
        "denied that ",
        "about ",
        "$2.3bn",
        "7%",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
PATHS = st.sampled_from(["a.txt", "a.md", "a.html"])


@settings(deadline=None, max_examples=300)
@given(TEXTS, PATHS, st.sampled_from([None, "2018-01-12"]))
def test_any_text_gives_readings_at_their_places(content, path, published):
    document = read(content, published, path=path)
    assert len(document.prose) == len(content)
    for reading in document.readings:
        span = reading.span
        assert 0 <= span.start < span.end <= len(content)
        assert content[span.start : span.end] == reading.quote
        assert reading.lo is None or reading.hi is None or reading.lo <= reading.hi
    starts = [reading.span.start for reading in document.readings]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=60)
@given(TEXTS, PATHS)
def test_reading_twice_gives_the_same(content, path):
    assert read(content, "2018-01-12", path=path) == read(content, "2018-01-12", path=path)


@settings(deadline=None, max_examples=200)
@given(TEXTS.map(lambda text: text.replace("\r", "")), st.sampled_from(["a.txt", "a.md"]))
def test_other_line_ends_give_the_same_readings(content, path):
    def told(text):
        return [
            (it.kind, it.value, it.lo, it.hi, it.unit, it.edtf, it.mode, it.negated, it.speaker)
            for it in read(text, "2018-01-12", path=path).readings
        ]

    assert told(content) == told(content.replace("\n", "\r\n"))


HOSTILE = {
    "one word": ("a.txt", "a"),
    "capitals": ("a.txt", "Aa "),
    "straight quotes": ("a.txt", '"'),
    "opening quotes": ("a.txt", "“"),
    "nested quotes": ("a.txt", '"a '),
    "apostrophes": ("a.txt", "'a "),
    "sayings": ("a.txt", "he added x, "),
    "figures and cues": ("a.txt", "5 men will "),
    "bylines": ("a.txt", "By Ann Lee\n"),
    "open paragraphs": ("a.txt", "“a b\n\n"),
    "acronyms": ("a.txt", "Abc Def (AD) "),
    "right to left": ("a.txt", "\u202e94 men\u202c, "),
    "table": ("a.md", "| 12 | 3,456 |\n"),
    "tags": ("a.html", "<p>"),
    "open navigation": ("a.html", "<nav>"),
    "open scripts": ("a.html", "<script type='application/ld+json'>"),
    "open attributes": ("a.html", '<meta content="'),
    "spelled out": ("a.html", "&ldquo;"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name):
    path, piece = HOSTILE[name]

    def seconds(length):
        content = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        read(content, "2018-01-12", path=path)
        return time.process_time() - start

    seconds(1_000)
    # Quadratic time would take sixteen times as long.
    assert any(seconds(80_000) < 9 * seconds(20_000) + 0.05 for _ in range(3))
