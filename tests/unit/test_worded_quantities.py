"""Pairs of worded values, read from text and compared; the table is data/worded_quantities.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.reading.numerals import find_quantities
from factcheck.values.change import Change
from factcheck.values.change import relate as relate_changes
from factcheck.values.quantity import relate
from factcheck.values.verdict import Verdict

TABLE = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "worded_quantities.toml").read_text(encoding="utf-8")
)


def value(words):
    (mention,) = find_quantities(words)
    return mention.value


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        pytest.param(a, b, Verdict(verdict), id=f"{group}: {a} / {b}")
        for group, table in TABLE.items()
        for a, b, verdict in table["pairs"]
    ],
)
def test_two_worded_values_relate_as_an_editor_reads_them(a, b, verdict):
    one, other = value(a), value(b)
    compare = relate_changes if isinstance(one, Change) else relate
    assert compare(one, other) is verdict
    assert compare(other, one) is verdict.swapped
