"""The typed reading of a statement or claim: what is wrong with it, at its place."""

from __future__ import annotations

import pytest

from factcheck.ledger.loader import load

VOCABULARY = b"""\
[entity]
fire = { label = "Marsh Lane fire" }

[property]
crew  = { type = "quantity", unit = "person" }
cost  = { type = "quantity", unit = "EUR" }
owner = { type = "entity" }
broke = { type = "none" }
"""


def told(says):
    """Each problem of a claim with this reading: its place and rule, the words there, the message."""
    claim = f'[[claim]]\nid = "c"\ntext = "So it is."\nsays = {says}\n'
    ledger = load([("a.toml", VOCABULARY), ("c.toml", claim.encode())])
    return [(f"{problem.span} {problem.rule}", problem.quote, problem.message) for problem in ledger.problems]


def test_a_sound_reading_has_no_problems():
    assert told('{ subject = "fire", property = "crew", value = "> 20", scope = "at night" }') == []


@pytest.mark.parametrize(
    ("says", "place", "quote", "message"),
    [
        ('subject = "fires", property = "crew", value = 2', "4:20 unknown-name", '"fires"', 'mean "fire"?'),
        ('subject = "fire", property = "crews", value = 2', "4:39 unknown-name", '"crews"', 'mean "crew"?'),
        ('subject = "", property = "crew", value = 2', "4:20 unknown-name", '""', 'no entity ""'),
        ('subject = "fire", property = "owner", value = "x"', "4:56 unknown-name", '"x"', 'no entity "x"'),
        ('subject = "fire", property = "owner", any-of = ["fire", "x"]', "4:66 unknown-name", '"x"', ""),
        ('subject = "fire", property = "broke", after = "x", gap = "P1Y"', "4:56 unknown-name", '"x"', "x"),
        ('subject = "fire", property = "broke", after = "fire", gap = "2"', "4:70 bad-value", '"2"', "P20Y"),
        ('subject = "fire", property = "broke", after = "fire"', "4:56 missing-key", '"fire"', '"gap"'),
        ('subject = "fire", property = "broke", gap = "P1Y"', "4:54 missing-key", '"P1Y"', '"after"'),
        ('subject = "fire", property = "owner", value = 3', "4:56 bad-value", "3", "id of an entity is due"),
        ('subject = "fire", property = "crew", value = 3.0', "4:55 bad-value", "3.0", "whole numbers"),
        ('subject = "fire", property = "crew", value = nan', "4:55 bad-value", "nan", "whole numbers"),
        ('subject = "fire", property = "crew", value = "3.5"', "4:55 bad-value", '"3.5"', "whole numbers"),
        ('subject = "fire", property = "cost", value = nan', "4:55 bad-value", "nan", ""),
        ('subject = "fire", property = "cost", value = -inf', "4:55 bad-value", "-inf", ""),
        ('subject = "fire", property = "crew", value = "many"', "4:55 bad-value", '"many"', ""),
        ('subject = "fire", property = "crew", value = ""', "4:55 bad-value", '""', ""),
        ('subject = "fire", property = "crew", value = "9..3"', "4:55 bad-value", '"9..3"', ""),
        ('subject = "fire", property = "crew", value = true', "4:55 bad-value", "true", "not true or false"),
        ('subject = "fire", property = "crew", value = [1]', "4:55 bad-value", "[1]", "not a list"),
        ('subject = "fire", property = "crew", value = 2024-05-01', "4:55 bad-value", "2024-05-01", "a date"),
        ('subject = "fire", property = "crew", valu = 3', "4:47 unknown-key", "valu", 'mean "value"?'),
        ('subject = "fire", property = "crew", any-of = "x"', "4:56 bad-value", '"x"', "a list such as"),
        ('subject = "fire", property = "crew", negated = 0, value = 1', "4:57 bad-value", "0", "true or"),
        ('subject = 3, property = "crew", value = 1', "4:20 bad-value", "3", "a text is due"),
    ],
)  # fmt: skip
def test_a_wrong_reading_is_told_at_its_place(says, place, quote, message):
    found = [each for each in told(f"{{ {says} }}") if each[1] == quote]
    assert [each[0] for each in found] == [f"c.toml:{place}"]
    assert message in found[0][2]


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ('subject = "fire", property = "crew"', "value or from/to/by is due, not no value"),
        ('subject = "fire", property = "broke", value = 3', "no value is due, not value"),
        ('subject = "fire", property = "crew", value = 3, to = 4', "value and from/to/by exclude each other"),
    ],
)
def test_a_reading_of_the_wrong_form_is_told_at_the_reading(says, message):
    ((place, quote, said),) = told(f"{{ {says} }}")
    assert (place, quote) == ("c.toml:4:8 bad-value", f"{{ {says} }}")
    assert message in said


@pytest.mark.parametrize(
    "value", ['"' + "9" * 5_000 + '"', '"~ ' + "1" * 4_000 + '"', '"1' + "0" * 400 + '..2"']
)
def test_a_figure_of_thousands_of_digits_does_no_harm(value):
    found = told(f'{{ subject = "fire", property = "crew", value = {value} }}')
    assert all(place == "c.toml:4:55 bad-value" for place, _, _ in found)
