"""How long reading, comparing and refusing one time takes.

python benchmarks/when_speed.py
"""

from __future__ import annotations

import time
import timeit
from typing import TYPE_CHECKING

from factcheck.values.relation import before, during, overlaps, relate, same
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = ("2018-01-09", "2018", "201X", "2004-06~", "2002/2008", "2002-11-20/", "[2018-01-08..2018-01-12]")
PAIRS = (("2018-01-09", "2018"), ("1999/2008", "1999-09/2008"), ("2018", "2019"), ("2010", "2002/.."))


def microseconds(call: Callable[[], object], number: int = 5000) -> float:
    """The best of five means."""
    return min(timeit.repeat(call, number=number, repeat=5)) / number * 1e6


def main() -> None:
    """Measure and print."""
    for text in TEXTS:
        print(f"parse {text}: {microseconds(lambda text=text: When.parse(text)):.1f} µs")
    for one, other in PAIRS:
        a, b = When.parse(one), When.parse(other)
        for asked in (before, overlaps, during, same, relate):
            took = microseconds(lambda asked=asked, a=a, b=b: asked(a, b))
            print(f"{asked.__name__} {one} and {other}: {took:.2f} µs")
    for length in (1000, 10_000, 100_000):
        begun = time.perf_counter()
        try:
            When.parse("2018-" * (length // 5))
        except ValueError:
            print(f"refusing {length:,} characters: {(time.perf_counter() - begun) * 1e6:.0f} µs")


if __name__ == "__main__":
    main()
