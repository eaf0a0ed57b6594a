"""How long reading, comparing and refusing one time takes, against plain comparisons of the same run.

    python benchmarks/when_speed.py

A quiet machine compares two `Fraction`s in 0.4 µs; ratios to that hold on a busy one too. Limits are in
such comparisons: 37 are 15 µs there, and 7 are 3 µs. Garbage that is ten times as long may take 20 times as
long. Exits 1 where a limit is passed.
"""

from __future__ import annotations

import contextlib
import sys
import timeit
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.reading.dates import find_dates
from factcheck.values.relation import before, during, overlaps, relate, same
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = (
    ("2018-01-09", 37),
    ("2018", 37),
    ("201X", 37),
    ("2004-06~", 37),
    ("2018-22", 37),
    ("2002/2008", 37),
    ("2002-11-20/", 37),
    ("[2018-01-08..2018-01-12]", 37),
    ("[1667,1668]", 37),
    ("{1667,1668}", 74),
)
PAIRS = (
    ("2018-01-09", "2018"),
    ("2018", "2019"),
    ("2004~", "2005"),
    ("1999/2008", "1999-09/2008"),
    ("2010", "2002/.."),
    ("2018-01-09", "[2018-01-08..2018-01-12]"),
)
COMPARED = 7
GARBAGE = ("2018-", "[2018..", "u", "-/", "the 9 of May 1,", "first half of last ")
TEN_TIMES = 20


def microseconds(call: Callable[[], object], number: int = 50, repeat: int = 400) -> float:
    """The best of many short means, so that a busy machine is seldom in the way."""
    return min(timeit.repeat(call, number=number, repeat=repeat)) / number * 1e6


def report(what: str, took: float, unit: float, limit: float) -> bool:
    """Print a measurement; whether it passed its limit."""
    is_slow = took / unit > limit
    print(f"{what}: {took:.2f} µs, {took / unit:.1f} of at most {limit}{'  TOO SLOW' if is_slow else ''}")
    return is_slow


def refuse(text: str) -> None:
    """Read garbage as EDTF and as prose."""
    with contextlib.suppress(ValueError):
        When.parse(text)
    find_dates(text, "2018-01-12")


def main() -> None:
    """Measure and print."""
    one, other = Fraction(7, 3), Fraction(5, 2)
    fraction = microseconds(lambda: one < other)
    print(f"two fractions: {fraction:.2f} µs")
    slow = 0
    for text, limit in TEXTS:
        slow += report(f"parse {text}", microseconds(lambda text=text: When.parse(text)), fraction, limit)
    for first, second in PAIRS:
        a, b = When.parse(first), When.parse(second)
        for asked in (before, overlaps, during, same, relate):
            took = microseconds(lambda asked=asked, a=a, b=b: asked(a, b))
            slow += report(f"{asked.__name__} {first} and {second}", took, fraction, COMPARED)
    for piece in GARBAGE:
        short, long = (piece * (length // len(piece)) for length in (10_000, 100_000))
        base = microseconds(lambda text=short: refuse(text), number=1, repeat=5)
        took = microseconds(lambda text=long: refuse(text), number=1, repeat=3)
        slow += report(f"100,000 characters of {piece!r} to 10,000", took, base, TEN_TIMES)
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
