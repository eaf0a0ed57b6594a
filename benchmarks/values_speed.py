"""How long comparing two quantities or two changes takes, against plain comparisons of the same run.

    python benchmarks/values_speed.py

A quiet machine compares two `Fraction`s in a third of a microsecond; ratios to that hold on a busy one
too. The limit of the common cases is nine comparisons of fractions, 3 µs there. Exits 1 where a limit is
passed.
"""

from __future__ import annotations

import sys
import timeit
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from factcheck.reading.numerals import find_quantities
from factcheck.values.change import Change
from factcheck.values.change import relate as relate_changes
from factcheck.values.quantity import Quantity, relate

if TYPE_CHECKING:
    from collections.abc import Callable

# Both sides, and how many comparisons of two fractions it may take.
QUANTITIES = (
    ("120 people", "120 people", 9),
    ("120 people", "130 people", 9),
    ("over 13,000 people", "13,460 people", 9),
    ("over 13,000 people", "19,500 people", 9),
    ("16,000 people", "16,240 people", 9),
    ("about 100 people", "115 people", 9),
    ("$1.5bn", "$1.46bn", 9),
    ("$5", "€5", 9),
    ("7 percent", "8 percent", 9),
    ("12.0 percent", "12.04 percent", 14),
    ("a third of voters", "33 percent of voters", 70),
    ("10 miles", "16 km", 70),
)
CHANGES = (
    ("rose from 94 to 120", "rose from 94 to 130", 70),
    ("rose from 94 to 120", "rose to 120", 140),
    ("rose from 94 to 120", "up 28 percent", 140),
    ("rose from 13,000 to 16,000", "up 23 percent", 350),
)


def microseconds(call: Callable[[], object], number: int) -> float:
    """The best of many short means, so that a busy machine is seldom in the way."""
    return min(timeit.repeat(call, number=number, repeat=50)) / number * 1e6


def value(words: str) -> Quantity | Change:
    """What a phrase says."""
    (mention,) = find_quantities(words)
    return mention.value


def fresh(change: Change) -> Change:
    """The change as it is when first read: with nothing derived yet."""
    return evolve(change)


def main() -> None:
    """Measure and print."""
    one, other = Fraction(7, 3), Fraction(5, 2)
    fraction = microseconds(lambda: one < other, 500)
    print(f"two fractions: {fraction:.2f} µs")
    slow = 0
    for a, b, limit in QUANTITIES:
        first, second = value(a), value(b)
        took = microseconds(lambda a=first, b=second: relate(a, b), 500)
        slow += report(f"{a} / {b}", took, fraction, limit)
    for a, b, limit in CHANGES:
        first, second = value(a), value(b)
        again = microseconds(lambda a=first, b=second: relate_changes(a, b), 200)
        slow += report(f"{a} / {b}, again", again, fraction, 35)
        anew = microseconds(lambda a=first, b=second: relate_changes(fresh(a), fresh(b)), 100)
        slow += report(f"{a} / {b}, first time", anew, fraction, limit)
    sys.exit(1 if slow else 0)


def report(what: str, took: float, fraction: float, limit: int) -> bool:
    """Print one line; whether the limit was passed."""
    ratio = took / fraction
    print(
        f"{what}: {took:.2f} µs, {ratio:.1f} of {limit} comparisons{'' if ratio <= limit else ', too slow'}"
    )
    return ratio > limit


if __name__ == "__main__":
    main()
