"""How many of the marked quantities `find_quantities` finds, and reads rightly.

python benchmarks/gold_quantities.py [--misses] [FILE ...]

A mark is found where a reading overlaps its core, and right where value or bounds are as marked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.reading.numerals import find_quantities
from factcheck.values.number import magnitude
from factcheck.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.mention import Mention
    from factcheck.values.change import Change

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = {"quantity", "quantity_change", "age", "duration"}
Item = dict[str, Any]


def texts(path: Path) -> Iterator[tuple[str, str, list[Item]]]:
    """Each marked text of a file: its name, the text and its marks."""
    marked = json.loads(path.read_text(encoding="utf-8"))
    if "docs" in marked:
        yield from ((doc["doc"], doc["text"], doc["items"]) for doc in marked["docs"])
        return
    for name in marked["datelines"]:
        with (SHARED / "seeds" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            yield name, file.read(), [item for item in marked["items"] if item["doc"] == name]


def parts(mention: Mention[Quantity | Change]) -> list[tuple[int, int, Quantity]]:
    """The quantities of a mention with their places: itself, or the parts of a change."""
    value = mention.value
    if isinstance(value, Quantity):
        return [(mention.start, mention.end, value)]
    given = [part for part in (value.before, value.after, value.by) if part is not None and part.span]
    return [(*part.span, part) for part in given if part.span]


def right(item: Item, near: list[Quantity]) -> bool:
    """Whether one of the readings says what is marked."""
    if item["kind"] == "quantity_change":
        return {item["lo"], item["hi"]} <= {quantity.stated for quantity in near}
    for quantity in near:
        if item.get("value") is not None:
            if quantity.stated is not None:
                off = magnitude(magnitude(quantity.stated) - Fraction(item["value"]))
                if off < Fraction(1, 10**6):
                    return True
        elif all(
            item.get(end) in (None, read)
            for end, read in (("lo", quantity.literal.low), ("hi", quantity.literal.high))
        ):
            return True
    return False


def main() -> None:
    """Score the marked files and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for path in options.files or [SHARED / "gold" / f"gold_{name}.json" for name in ("seeds", "extra")]:
        if not path.exists():
            print(f"{path.name}: not here, skipped")
            continue
        counts: Counter[str] = Counter()
        for name, text, items in texts(path):
            read = [part for mention in find_quantities(text) for part in parts(mention)]
            for item in items:
                if item["kind"] not in KINDS:
                    continue
                near = [q for start, end, q in read if start < item["core_end"] and item["core_start"] < end]
                ok = right(item, near)
                counts.update({"all": 1, "found": bool(near), "right": ok})
                if options.misses and not ok:
                    print(f"  {name} {item['text']!r}: {[str(q) for q in near] or 'missed'}")
            for start, end, quantity in read:
                if not any(start < item["end"] and item["start"] < end for item in items):
                    counts["spurious"] += 1
                    if options.misses:
                        print(f"  {name} spurious {text[start:end]!r}: {quantity} {quantity.unit}")
        score = f"found {counts['found']}, right {counts['right']} of {counts['all']}"
        print(f"{path.name}: {score}; spurious {counts['spurious']}")


if __name__ == "__main__":
    main()
