"""Ledger files of any size and shape: time grows with the size, not with its square."""

from __future__ import annotations

import time

import pytest

from factcheck.ledger.loader import load

VOCABULARY = b"""\
[entity]
fire = { label = "Marsh Lane fire" }

[property]
crew = { type = "quantity", unit = "person" }
"""
SOURCE = '[source]\nid = "herald"\n'
STATEMENT = """\
[[statement]]
id    = "crew"
quote = "24 firefighters were called out"
says  = { subject = "fire", property = "crew", value = 24 }
"""


def seconds(content):
    started = time.process_time()
    load([("a.toml", VOCABULARY), ("b.toml", content.encode())])
    return time.process_time() - started


def claim(**changed):
    table = {"id": '"c"', "text": '"So."', "says": '{ subject = "fire", property = "crew", value = 24 }'}
    return "[[claim]]\n" + "".join(f"{key} = {value}\n" for key, value in (table | changed).items())


@pytest.mark.parametrize(
    "content",
    [
        claim(text='"' + "x" * 5_000_000 + '"'),
        claim(text='"' + r"\u00e9" * 800_000 + '"'),
        claim(note="'''" + "x\n" * 2_500_000 + "'''"),
        claim(backing="[" + "'herald#crew'," * 100_000 + "]"),
        claim(backing="[" + ",".join(f"'x{i}'" for i in range(50_000)) + "]"),
        claim(id='"' + "x" * 5_000_000 + '"'),
        claim(wrong='"' + "x" * 5_000_000 + '"'),
        "x" * 5_000_000,
        "x" * 5_000_000 + " = 1",
        '"' * 5_000_000,
        "[" * 5_000_000,
        "#" * 5_000_000,
        "x = " + "9" * 5_000_000,
        " " * 5_000_000,
        "\r\n" * 2_500_000,
        "[entity]\n" + "\n".join(f"e{i} = {{ labl = 1 }}" for i in range(5_000)),
    ],
    ids=lambda content: f"{content[:12]!r}…{len(content)}",
)
def test_a_file_of_five_megabytes_is_read_in_seconds(content):
    assert seconds(content) < 120


def test_a_quotation_of_five_megabytes_with_escapes_is_read_in_seconds():
    assert seconds(SOURCE + STATEMENT.replace("24 fire", '24 \\"' + "x" * 5_000_000)) < 120


@pytest.mark.parametrize("is_sound", [True, False])
def test_time_is_linear_in_statements(is_sound):
    statement = STATEMENT if is_sound else STATEMENT.replace('"fire"', '"{}"')

    def many(count):
        content = SOURCE
        for i in range(count):
            content += statement.replace('"crew"\n', f'"crew-{i}"\n').replace("{}", f"x{i}")
        return content

    seconds(many(100))
    assert seconds(many(4_000)) < 24 * seconds(many(500))
