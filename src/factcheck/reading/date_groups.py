"""What the words of a matched date pattern say: its groups read into a `DatePhrase`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from factcheck.reading.date_phrase import DatePhrase

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

__all__ = ["read_phrase"]


def read_phrase(form: str, match: re.Match[str], words: Mapping[str, Any]) -> DatePhrase | None:
    """The phrase of a match; None if its two days run backwards."""
    said = {name: found for name, found in match.groupdict().items() if found is not None}
    unit, count = _length(said, words)
    phrase = DatePhrase(
        match.start(),
        match.end(),
        form,
        year=_year(said, words),
        month=_month(said, words),
        day=_day(said, words),
        last_day=_number(said, "last_day"),
        both=said.get("joint") in ("and", "&"),
        weekday=_named(said, "weekday", words["weekdays"]),
        index=_index(said, words),
        unit=unit,
        count=count,
        direction=_direction(said, words),
        time=said.get("time", ""),
    )
    if phrase.last_day is not None and phrase.day is not None and phrase.last_day <= phrase.day:
        return None
    return _numeric(phrase, said) if form == "numeric" else phrase


def _number(said: Mapping[str, str], name: str) -> int | None:
    return int(said[name]) if name in said else None


def _year(said: Mapping[str, str], words: Mapping[str, Any]) -> int | None:
    short = said.get("short_year") or said.get("short_decade")
    if short:
        return int(short) + (1900 if int(short) >= 30 else 2000)
    if "named_decade" in said:
        return int(words["decades"][said["named_decade"].lower()])
    if "era_year" in said:
        return 1 - int(said["era_year"]) if _is_before_christ(said) else int(said["era_year"])
    return int(said.get("year") or said.get("decade") or 0) or None


def _is_before_christ(said: Mapping[str, str]) -> bool:
    return said.get("era", "")[:1] == "B"


def _month(said: Mapping[str, str], words: Mapping[str, Any]) -> int | None:
    if "feast" in said:
        return int(_feast_day(said, words)[0])
    if "month_number" in said:
        return int(said["month_number"])
    return _named(said, "month", words["months"]) or _named(said, "short_month", words["months"])


def _day(said: Mapping[str, str], words: Mapping[str, Any]) -> int | None:
    if "feast" in said:
        return int(_feast_day(said, words)[1])
    return (
        int(words["nths"][" ".join(said["nth"].lower().split())]) if "nth" in said else _number(said, "day")
    )


def _feast_day(said: Mapping[str, str], words: Mapping[str, Any]) -> tuple[int, int]:
    month, day = words["feasts"][" ".join(said["feast"].replace("’", "'").split())]
    return month, day


def _length(said: Mapping[str, str], words: Mapping[str, Any]) -> tuple[str | None, int | None]:
    """Unit and count; half a year is six months."""
    unit, count = words["units"].get(said.get("unit", "").lower()), _count(said, words)
    if "half" not in said or unit not in _HALVED:
        return unit, count
    smaller, times = _HALVED[unit]
    return smaller, (count or 0) * times + times // 2


_HALVED: Final = {
    "century": ("decade", 10),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("week", 4),
}


def _named(said: Mapping[str, str], name: str, table: Mapping[str, int]) -> int | None:
    return table[said[name].capitalize()] if name in said else None


def _index(said: Mapping[str, str], words: Mapping[str, Any]) -> int | None:
    if "season" in said:
        return int(words["seasons"][said["season"].lower()])
    if "digit" in said:
        return int(said["digit"])
    if "century" in said:
        return int(said["century"]) * (-1 if _is_before_christ(said) else 1)
    if "nth" in said:
        number = int(words["nths"][" ".join(said["nth"].lower().split())])
        return -number if _is_before_christ(said) else number
    return int(words["ordinals"][said["index"].lower()]) if "index" in said else None


def _count(said: Mapping[str, str], words: Mapping[str, Any]) -> int | None:
    if "digits" in said:
        return int(said["digits"])
    if "number" in said:
        return int(words["numbers"][said["number"].lower()])
    if "deictic" in said:
        return int(words["days"][" ".join(said["deictic"].lower().split())])
    return None


def _direction(said: Mapping[str, str], words: Mapping[str, Any]) -> str | None:
    if "rest" in said:
        return f"{said['rest']} {' '.join(said['whose'].split())}".lower()
    if "offset" in said:
        return said["offset"].lower()
    if "hence" in said:
        return "hence"
    if "bare" in said:
        return "in"
    if "which" in said:
        which = said["which"].lower()
        return which if which == "of" else "ending" if which.startswith("end") else "beginning"
    if "edge" in said:
        return "first" if said["edge"].lower() in ("first", "opening") else "last"
    if "nth" not in said and said.get("unit", "").lower() == "weekend" and "direction" not in said:
        return "the"
    direction = " ".join(said.get("direction", "").lower().split())
    known: str | None = words["directions"].get(direction)
    if known == "next" and said.get("unit", "").lower() == "day":
        return "following"  # tomorrow is never called the next day
    return known or direction or None


def _numeric(phrase: DatePhrase, said: Mapping[str, str]) -> DatePhrase:
    """Day and month of 10/06/1967 where only one order is a date; left to the reader where both are."""
    first, second = int(said["first"]), int(said["second"])
    if said["stroke"] == "." or first > 12:
        return evolve(phrase, form="date", day=first, month=second)
    if second > 12:
        return evolve(phrase, form="date", day=second, month=first)
    return evolve(phrase, day=first, month=second)
