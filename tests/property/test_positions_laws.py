"""Laws of TOML positions: every path has a place, and the place says the value."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factcheck.ledger.positions import Path, read_toml
from factcheck.text.span import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
SPACES = st.sampled_from(["", " ", "\t "])
TRIVIA = st.sampled_from(["", " ", "\n", "\r\n  ", ' # a "comment" = [1]\n', "#\n#\n"])
LITERALS = ["true", "false", "0xff", "1_000", "1e5", "2018-01-12", "1979-05-27 07:32:00", "07:32:00"]
BARE_KEYS = st.text("abcXYZ019_-", min_size=1, max_size=3)


@st.composite
def basic_strings(draw: st.DrawFn) -> str:
    pieces = st.one_of(
        WORDS.map(lambda text: text.replace("\\", "").replace('"', "")),
        st.sampled_from(['\\"', "\\\\", "\\n", "\\u00e9", "\\U0001F600", "\\t"]),
    )
    return '"' + "".join(draw(st.lists(pieces, max_size=5))) + '"'


@st.composite
def long_strings(draw: st.DrawFn) -> str:
    mark = draw(st.sampled_from(['"""', "'''"]))
    pieces = [
        WORDS.map(lambda text: text.replace("\\", "").replace(mark[0], "")),
        st.sampled_from(["\n", "\r\n"]),
    ]
    if mark == '"""':
        pieces.append(st.sampled_from(["\\\n   ", "\\\r\n\n", '\\"', "\\\\", '"a', "\\u00e9"]))
    else:
        pieces.append(st.just("'a"))
    return mark + "".join(draw(st.lists(st.one_of(pieces), max_size=6))) + mark


@st.composite
def scalars(draw: st.DrawFn) -> str:
    return draw(
        st.one_of(
            basic_strings(),
            long_strings(),
            WORDS.map(lambda text: "'" + text.replace("'", "") + "'"),
            st.integers(-(10**20), 10**20).map(str),
            st.decimals(-1000, 1000, places=2).map(str),
            st.sampled_from(LITERALS),
        )
    )


@st.composite
def keys(draw: st.DrawFn) -> str:
    part = st.one_of(BARE_KEYS, basic_strings(), WORDS.map(lambda text: "'" + text.replace("'", "") + "'"))
    dot = draw(SPACES) + "." + draw(SPACES)
    return dot.join(draw(st.lists(part, min_size=1, max_size=3)))


@st.composite
def values(draw: st.DrawFn, depth: int = 3) -> str:
    kind = draw(st.sampled_from(["scalar", "scalar", "array", "table"])) if depth else "scalar"
    if kind == "scalar":
        return draw(scalars())
    if kind == "array":
        inner = draw(st.lists(values(depth - 1), max_size=3))
        comma = draw(TRIVIA) + "," + draw(TRIVIA)
        return "[" + draw(TRIVIA) + comma.join(inner) + draw(TRIVIA) + "]"
    pairs = [f"{draw(keys())} = {draw(values(0))}" for _ in range(draw(st.integers(0, 3)))]
    return "{" + draw(SPACES) + ", ".join(pairs) + draw(SPACES) + "}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["pair", "pair", "pair", "table", "array", "blank"]))
        key = draw(keys())
        space = draw(SPACES)
        lines.append(
            {
                "pair": f"{key}{space}={space}{draw(values())}",
                "table": f"[{space}{key}{space}]",
                "array": f"[[{space}{key}{space}]]",
                "blank": draw(TRIVIA),
            }[kind]
            + draw(st.sampled_from(["", " # note"]))
        )
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from(["\n", "\r\n"])).join(lines)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))


def reads(content: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(content.removeprefix("\ufeff"), parse_float=Decimal)
    except ValueError:
        return None


@given(documents())
def test_the_place_of_every_value_says_the_value(content):
    file = read_toml(Text("a.toml", content))
    oracle = reads(content)
    assert (file.error is None) == (oracle is not None)
    for path, value in leaves(oracle or {}):
        span = file.span(path)
        said = content[span.start : span.end]
        if said.startswith("[[") and reads(f"v = {said}") is None:
            assert isinstance(value, list | dict)
        elif isinstance(value, str | int | Decimal | date) or said.startswith("{"):
            assert tomllib.loads(f"v = {said}", parse_float=Decimal) == {"v": value}


@given(documents())
def test_the_place_of_every_key_spells_the_key(content):
    file = read_toml(Text("a.toml", content))
    for path, _ in leaves(file.data):
        if isinstance(path[-1], str):
            span = file.key_span(path)
            assert tomllib.loads(f"{content[span.start : span.end]} = 1") == {path[-1]: 1}


@given(st.one_of(basic_strings(), long_strings()), st.data())
def test_a_part_of_a_text_says_that_part(source, data):
    content = f"a = {source}"
    file = read_toml(Text("a.toml", content))
    if file.error is None:
        value = file.data["a"]
        start = data.draw(st.integers(0, len(value)))
        end = data.draw(st.integers(start, len(value)))
        span = file.string_span(("a",), start, end)
        quote = content[span.start : span.end]
        if source[0] == "'":
            assert quote.replace("\r\n", "\n") == value[start:end]
        else:
            assert tomllib.loads(f'a = """\n{quote}"""')["a"] == value[start:end]


@given(st.text("[]{}\"'=.,#ab1 \n\r\\", max_size=40))
def test_no_text_makes_the_reader_raise_and_every_place_lies_in_the_file(content):
    file = read_toml(Text("a.toml", content))
    assert (file.error is None) == (reads(content) is not None)
    if file.error is not None:
        assert 0 <= file.error[1].start <= file.error[1].end <= len(content)
