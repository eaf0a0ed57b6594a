"""How many dates and periods of the marked texts are found, and how many of those are rightly resolved.

    python benchmarks/gold_dates.py [--misses]

Reads ../shared/gold; does nothing where that is absent. A mark is found if a mention overlaps its core, and
right if the bounds agree too: those of the period for "since" and "from", and those of the date that is named
for "by", "until", "before" and "after".
"""

from __future__ import annotations

import collections
import json
import sys
import time
from pathlib import Path

from factcheck.reading.dates import DateMention, find_dates
from factcheck.values.calendar import iso

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
KINDS = {"date", "period", "datetime"}


def texts(path: Path) -> list[tuple[str, str, str, list[dict]]]:
    """Name, text, dateline and marks of every marked text in a file."""
    marked = json.loads(path.read_text(encoding="utf-8"))
    if "docs" in marked:
        return [
            (doc["doc"], doc["text"], doc.get("dateline", marked["dateline"]), doc["items"])
            for doc in marked["docs"]
        ]
    by_text = collections.defaultdict(list)
    for item in marked["items"]:
        by_text[item["doc"]].append(item)
    folder = GOLD.parent / "seeds"
    return [
        (name, (folder / f"{name}.txt").read_bytes().decode("utf-8"), marked["datelines"][name], items)
        for name, items in by_text.items()
    ]


def bounds(mention: DateMention) -> tuple[str | None, str | None]:
    """First and last day as the marks have them."""
    shown = mention.value
    if mention.stated is not None and mention.cue in ("by", "until", "before", "after"):
        shown = mention.stated
    first, last = shown.earliest_start, shown.latest_end
    return None if first is None else iso(first), None if last is None else iso(last)


def is_right(item: dict, mention: DateMention, dateline: str) -> bool:
    """Whether both bounds agree; a period that is open on the dateline ends there."""
    first, last = bounds(mention)
    wanted = item.get("date_hi")
    return first == item["date_lo"] and (wanted in (None, last) or (wanted == dateline and last is None))


def main() -> None:
    """Measure and print."""
    if not GOLD.is_dir():
        print(f"{GOLD} is not there; nothing measured")
        return
    for path in sorted(GOLD.glob("gold_*.json")):
        counts: collections.Counter[str] = collections.Counter()
        for name, text, dateline, items in texts(path):
            mentions = find_dates(text, dateline)
            for item in items:
                if item["kind"] not in KINDS or item.get("date_lo") is None:
                    continue
                near = [m for m in mentions if m.start < item["core_end"] and item["core_start"] < m.end]
                right = any(is_right(item, mention, dateline) for mention in near)
                exact = any((m.start, m.end) == (item["core_start"], item["core_end"]) for m in near)
                counts.update(marked=1, found=bool(near), right=right, exact=exact)
                if not right and "--misses" in sys.argv:
                    print(
                        "  ",
                        name,
                        repr(item["text"]),
                        item["date_lo"],
                        item["date_hi"],
                        [str(m.value) for m in near],
                    )
            for mention in mentions:
                if not any(mention.start < i["end"] and i["start"] < mention.end for i in items):
                    counts["spurious"] += 1
                    if "--misses" in sys.argv:
                        print("   spurious", name, repr(text[mention.start : mention.end]), mention.value)
        print(
            path.name,
            ", ".join(f"{key} {counts[key]}" for key in ("marked", "found", "right", "exact", "spurious")),
        )
    everything = "".join(text for path in GOLD.glob("gold_*.json") for _, text, _, _ in texts(path)) * 50
    begun = time.perf_counter()
    find_dates(everything, "2018-01-12")
    print(f"{len(everything) / (time.perf_counter() - begun):,.0f} characters a second")


if __name__ == "__main__":
    main()
