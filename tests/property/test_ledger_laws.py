"""Whatever stands in a ledger's files: no exception, and every place is where it says it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.ledger.loader import load
from factcheck.ledger.positions import read_toml
from factcheck.ledger.writer import seal
from factcheck.text.span import Text

ROOT = Path(__file__).parents[2]
OWN = {
    f"{folder}/{path.name}": path.read_bytes()
    for folder in ("claims", "sources")
    for path in sorted((ROOT / folder).glob("*.toml"))
}
EXAMPLE = {
    f"{path.parent.name}/{path.name}": path.read_bytes()
    for path in sorted((ROOT / "src/factcheck/rules/example").rglob("*.toml"))
}
ARTICLE = b"In the end 24 firefighters were called out. A crew of 24 fought the blaze."

# Pieces that ledger files are made of, and pieces that break them.
PIECES = st.one_of(
    st.sampled_from(
        [
            b"", b"\n", b"\r\n", b"\r", b"\xef\xbb\xbf", b"\xff", b"\0", b'"', b"'", b'"""', b"'''", b"#",
            b"=", b".", b"[", b"]", b"{", b"}", b",", b"[[claim]]\n", b"[[statement]]\n", b"[source]\n",
            b"[entity]\n", b"id = ", b"says = ", b"when = ", b"quote = ", b"source = 3\n", b"true", b"1.5",
            b"nan", b"9" * 40, b"2018-01-09", b"10:30:00", b'"2018-02-30"', b'"> 13000"', b'"40..50"',
            b"-1", b'"crew"', b'"fire"', b'["gazette#crew"]', b"\\u0022", b"\\", b"\xe2\x80\x9c",
            b"\xf0\x9f\x94\xa5", b'sha256 = "00000000"\n', b"start = 3\n",
        ]
    ),
    st.binary(max_size=8),
)  # fmt: skip


@st.composite
def mutated(draw, ledger):
    """A ledger with pieces put into, taken out of or copied between its files."""
    files = dict(ledger)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(sorted(files)))
        content = files[path]
        start = draw(st.integers(0, len(content)))
        end = min(start + draw(st.integers(0, 40)), len(content))
        donor = files[draw(st.sampled_from(sorted(files)))]
        copied = draw(st.integers(0, len(donor)))
        piece = draw(st.one_of(PIECES, st.just(donor[copied : copied + draw(st.integers(0, 60))])))
        files[path] = content[:start] + piece + content[end:]
    return files


def judge(files):
    ledger = load(files.items())
    for problem in ledger.problems:
        assert_in_place(problem.span, problem.quote, ledger.texts)
    report = api.check(ledger)
    for found in report.diagnostics:
        for place in (found, *found.related):
            assert_in_place(place.span, place.quote, report.texts)
    stopped = {"toml-syntax", "unreadable-file", "nothing-to-check"}
    assert report.could_run == (not any(found.name in stopped for found in report.diagnostics))
    return ledger


def assert_in_place(span, quote, texts):
    assert (span.line, span.column) >= (1, 1)
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    if span.path in texts:
        content = texts[span.path].content
        assert 0 <= span.start <= span.end <= len(content)
        assert quote in {"", content[span.start : span.end]}


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["a.toml", "b.toml", "c/a.toml", "d.txt"]), st.binary(), max_size=3))
def test_arbitrary_bytes_never_raise(files):
    judge(files)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(b"".join))
def test_arbitrary_pieces_of_ledger_files_never_raise(content):
    judge({"claims/a.toml": content})
    judge(EXAMPLE | {"claims/fire.toml": content})


@settings(deadline=None)
@given(mutated(EXAMPLE | {"sources/herald.txt": ARTICLE}))
def test_a_mutated_ledger_never_raises_and_every_place_is_right(files):
    judge(files)


@settings(deadline=None, max_examples=40)
@given(mutated(OWN))
def test_this_project_mutated_never_raises_and_every_place_is_right(files):
    judge(files)


@settings(deadline=None)
@given(mutated(EXAMPLE | {"sources/herald.txt": ARTICLE, "sources/gazette.txt": ARTICLE}))
def test_a_mutated_source_can_be_sealed_without_harm(files):
    ledger = load(files.items())
    paths = sorted({source.places[""].path for source in ledger.sources.values()})
    written = {path: content.encode() for path, content in seal(ledger, paths).items()}
    for path, content in written.items():
        assert read_toml(Text(path, content.decode())).error is None
    again = load((files | written).items())
    assert set(seal(again, paths)) == set()


@settings(deadline=None)
@given(mutated(EXAMPLE), st.randoms())
def test_the_order_of_files_changes_no_diagnostic(files, random):
    shuffled = list(files.items())
    random.shuffle(shuffled)
    assert api.check(load(shuffled)) == api.check(load(files.items()))


@pytest.mark.parametrize("name", sorted(OWN))
def test_any_line_of_a_file_may_be_missing(name):
    lines = OWN[name].splitlines(keepends=True)
    for index in range(0, len(lines), 3):
        judge(OWN | {name: b"".join(lines[:index] + lines[index + 1 :])})
