"""Which words make up one date: patterns filled from a language's tables, read into a `DatePhrase`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from factcheck.reading.date_groups import read_phrase
from factcheck.reading.date_phrase import DatePhrase
from factcheck.reading.language import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["DASH", "SPACE", "DateGrammar", "date_grammar"]

# dates break over the lines of a hard-wrapped text, not over blank lines
SPACE: Final = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,8}(?=\S))"
DASH: Final = "[-\u2010-\u2015\u2212]"

_NUMBER_ENDS: Final = r"(?![0-9A-Za-z%]|[.,:][0-9])"
_FRAGMENTS: Final = {
    "_": SPACE,
    "TIME": r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?))?",
    "DAY": r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:][0-9])",
    "LAST_DAY": r"(?P<last_day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:][0-9])",
    "OF_YEAR": rf"(?:of{SPACE})?(?P<direction>this|last|next){SPACE}(?P<unit>year)(?![A-Za-z])",
    "YEAR": r"(?:(?P<year>[12][0-9]{3})|['’](?P<short_year>[0-9]{2}))" + _NUMBER_ENDS,
    "ERA": r"(?-i:(?P<era>BCE?|B\.C\.|AD|A\.D\.|CE))(?![A-Za-z])",
    "OF_WEEK": rf"(?:of{SPACE})?(?P<direction>this|last|next){SPACE}(?P<unit>week)(?![A-Za-z])",
    "JOINT": rf"(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?P<joint>to|and|through|&){SPACE})",
}

_FORMS: Final = (
    ("number", "date", "(?P<year>[0-9]{4})-(?P<month_number>[0-9]{2})-(?P<day>[0-9]{2})<TIME>(?!-?[0-9])"),
    ("number", "numeric", "(?P<first>[0-9]{1,2})(?P<stroke>[./])(?P<second>[0-9]{1,2})(?P=stroke)<YEAR>"),
    ("number", "era", "(?-i:AD|A\\.D\\.)<_>(?P<era_year>[0-9]{1,4})(?![0-9])"),
    ("number", "era", "(?P<era_year>[0-9]{1,4})<_><ERA>"),
    ("number", "century", "(?P<century>[0-9]{1,2})(?:st|nd|rd|th)<_>century(?:<_><ERA>)?(?![A-Za-z])"),
    ("number", "date", "<DAY><JOINT><LAST_DAY><_>(?:of<_>)?<MONTH>(?:,?<_><YEAR>)?"),
    ("number", "date", "<DAY><_>(?:of<_>)?<MONTH><_><OF_YEAR>"),
    ("number", "date", "<DAY><_>(?:of<_>)?<MONTH>(?:,?<_><YEAR>)?"),
    ("number", "decade", "(?P<decade>[12][0-9]{2}0)['’]?s(?![A-Za-z])"),
    ("number", "decade", "['’](?P<short_decade>[0-9]0)s(?![A-Za-z])"),
    ("number", "date", "<YEAR>"),
    ("month", "date", "<MONTH><_>(?:the<_>)?<DAY><JOINT><LAST_DAY>(?:,?<_><YEAR>)?"),
    ("month", "date", "<MONTH><_>(?:the<_>)?<DAY><_><OF_YEAR>"),
    ("month", "date", "<MONTH><_>(?:the<_>)?<DAY>(?:,?<_><YEAR>)?"),
    ("month", "date", "<MONTH><_><OF_YEAR>"),
    ("month", "date", "<MONTH>(?:,?<_>|<_>of<_>)<YEAR>"),
    ("month", "date", "<MONTH>"),
    ("feast", "date", "<FEAST>(?:,?<_><YEAR>)?"),
    ("weekday", "weekday", "<WEEKDAY><_><OF_WEEK>"),
    ("weekday", "weekday", "<WEEKDAY>"),
    ("word", "rest", "(?P<rest>earlier|later)<_>(?:in<_>)?(?P<whose>this|that|the<_>same|the|last)<_><UNIT>"),
    ("word", "date", "<NTH><_>of<_><MONTH>(?:,?<_><YEAR>)?"),
    ("word", "century", "<NTH><_>century(?:<_><ERA>)?(?![A-Za-z])"),
    ("word", "decade", "<DECADE>"),
    ("word", "quarter", "<INDEX><_>quarter(?:<_>of)?<_><YEAR>"),
    ("word", "quarter", "<INDEX><_>quarter<_>of<_>(?P<direction>this|last|next)<_>year"),
    ("word", "quarter", "<INDEX><_>quarter"),
    ("word", "quarter", "Q(?P<digit>[1-4])(?:<_>(?:of<_>)?<YEAR>)?(?![0-9A-Za-z])"),
    ("word", "half", "<INDEX><_>half<_>of<_><YEAR>"),
    ("word", "half", "<INDEX><_>half<_>of<_>(?P<direction>this|last|next|the)<_>year"),
    ("word", "season", "<SEASON>(?:,?<_>|<_>of<_>)<YEAR>"),
    ("word", "span", "(?P<direction>(?:this<_>)?past|last|next|coming|following)<_><COUNT><_><UNIT>"),
    ("word", "season", "<DIRECTION><_><SEASON>"),
    ("word", "date", "<DIRECTION><_><MONTH>"),
    ("word", "weekday", "<DIRECTION><_><WEEKDAY>"),
    ("word", "unit", "<DIRECTION><_><UNIT>"),
    ("word", "unit", "<UNIT><_>(?P<direction>before<_>last|after<_>next)(?![A-Za-z])"),
    ("word", "unit", "(?P<unit>weekend)(?![A-Za-z-])"),
    ("word", "offset", "(?P<half>half)<_>an?<_><UNIT><_>(?P<offset>ago|earlier|later)"),
    ("word", "offset", "<COUNT><_><UNIT><_>and<_>a<_>(?P<half>half)<_>(?P<offset>ago|earlier|later)"),
    ("word", "offset", "<COUNT><_>and<_>a<_>(?P<half>half)<_><UNIT><_>(?P<offset>ago|earlier|later)"),
    ("word", "offset", "<COUNT><_><UNIT>['’]?<_>(?P<hence>time|hence|from<_>now)(?![A-Za-z])"),
    ("word", "offset", "<COUNT><_><UNIT><_>(?P<offset>ago|earlier|later|afterwards)"),
    ("word", "offset", "<COUNT><_><UNIT><_>(?P<offset>before|after)(?=[ \t]*(?:[.,;:!?)\u2014]|\r?\n|\\Z))"),
    ("word", "offset", "<UNIT><_>(?P<offset>before|after)(?=[ \t]*(?:[.,;:!?)\u2014]|\r?\n|\\Z))"),
    ("word", "offset", "<COUNT><_><UNIT>(?P<bare>)"),
    ("word", "day", "<DEICTIC>"),
    ("word", "present", "<PRESENT>"),
)  # fmt: skip
"""What starts it, the form of the phrase, and its pattern; the first that fits is taken."""

_PARTS: Final = (
    "(?P<part>early|mid|late)(?:-|<_>)(?:in<_>)?(?:the<_>)?",
    "(?P<part><PART>)<_>of<_>(?:the<_>)?",
)
_STRETCHES: Final = (
    ("week", "week<_>(?P<which>of|ending|ended|beginning|starting|commencing)<_>(?:on<_>)?(?:the<_>)?"),
    ("up to", "(?:<COUNT><_>)?<UNIT><_>(?:to|ending|ended)<_>(?:the<_>)?(?:end<_>of<_>)?"),
    ("within", "(?P<edge>first|last|opening|final)<_><COUNT><_><UNIT><_>of<_>(?:the<_>)?"),
    ("within", "(?P<edge>last|final)<_><UNIT><_>of<_>(?:the<_>)?"),
    ("within", "<INDEX><_>(?P<unit>day|week|month|year)<_>of<_>(?:the<_>)?"),
)
"""What stands before a date to tell a stretch around it, with the form of the whole."""

_NUMBER_HEAD: Final = r"[0-9]{1,4}(?![0-9])|['’][0-9](?:0s|[0-9](?![0-9A-Za-z]))|A\.?D\.?(?=[ \u00a0][0-9])"
_DOT: Final = r"(?:\.(?=\s))?"
_WHOLE: Final = r"(?P<unit>year|month|week|decade)(?![A-Za-z-])"


@frozen
class DateGrammar:
    """The date patterns of one language.

    Attributes:
        words: the language's table.
        anchor: finds every place where a phrase may start.
        forms: what to try there, by what the place starts with: a number, month, weekday or other word.
        parts: what may stand before a date to tell a part of it.
        stretches: what may stand before a date to tell a stretch around it.
        whole: the year, month or week behind "end of the".
        heads: which kind of start a lower-case word is.
    """

    words: Mapping[str, Any]
    anchor: re.Pattern[str]
    forms: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    parts: re.Pattern[str]
    stretches: tuple[tuple[str, re.Pattern[str]], ...]
    whole: re.Pattern[str]
    heads: Mapping[str, str]

    def phrase_at(self, text: str, position: int, end: int) -> DatePhrase | None:
        """The phrase that starts exactly here, None if there is none."""
        head = self.anchor.match(text, position, end)
        return None if head is None else self.phrase_from(head, text, end)

    def phrase_from(self, head: re.Match[str], text: str, end: int) -> DatePhrase | None:
        """The phrase that starts at a match of the anchor."""
        kind = self._kind(head)
        if kind == "part":
            phrase = self._partial(head, text, end)
            if phrase is not None:
                return phrase
            kind = "word"
        stretched = kind in ("word", "number") and self._stretched(head.start(), text, end)
        return stretched or self._simple(kind, head.start(), text, end)

    def _kind(self, head: re.Match[str]) -> str:
        return "number" if head["number"] else self.heads[head[0].lower()]

    def _simple(self, kind: str, position: int, text: str, end: int) -> DatePhrase | None:
        for form, pattern in self.forms[kind]:
            match = pattern.match(text, position, end)
            phrase = match and read_phrase(form, match, self.words)
            if phrase:
                return self._dated(phrase, text, end) if form == "weekday" else phrase
        return None

    def _partial(self, head: re.Match[str], text: str, end: int) -> DatePhrase | None:
        match = self.parts.match(text, head.start(), end)
        if match is None:
            return None
        part = self.words["parts"][(match["part"] or match["part_of"]).lower()]
        whole = self.whole.match(text, match.end(), end)
        if whole:
            unit = whole["unit"].lower()
            return DatePhrase(match.start(), whole.end(), "unit", unit=unit, direction="the", part=part)
        inner = self._inner(text, match.end(), end, ("number", "month", "word"))
        if (
            inner is None
            or inner.day is not None
            or inner.form in ("weekday", "day", "present", "span", "offset", "rest")
        ):
            return None
        return evolve(inner, start=match.start(), part=part)

    def _stretched(self, position: int, text: str, end: int) -> DatePhrase | None:
        """The first ten months of 2017, with 2017 inside; None if no date stands there."""
        for form, pattern in self.stretches:
            match = pattern.match(text, position, end)
            if match is None:
                continue
            inner = self._whole(match, text, end) or self._inner(
                text, match.end(), end, ("number", "month", "word")
            )
            if inner is None or inner.form not in _INSIDE or (form == "up to" and inner.year is None):
                continue
            phrase = read_phrase(form, match, self.words)
            return phrase and evolve(phrase, end=inner.end, year=inner.year, inner=inner)
        return None

    def _whole(self, before: re.Match[str], text: str, end: int) -> DatePhrase | None:
        """The year, month or week of "end of the year"."""
        whole = self.whole.match(text, before.end(), end)
        if whole is None or not text[: before.end()].rstrip().endswith("the"):
            return None
        unit = whole["unit"].lower()
        return DatePhrase(whole.start(), whole.end(), "unit", unit=unit, direction="the")

    def _inner(self, text: str, position: int, end: int, kinds: tuple[str, ...]) -> DatePhrase | None:
        """A phrase of one of these kinds inside another, so that none holds itself."""
        head = self.anchor.match(text, position, end)
        kind = head and self._kind(head)
        return self._simple(kind, position, text, end) if kind in kinds else None

    def _dated(self, weekday: DatePhrase, text: str, end: int) -> DatePhrase:
        """The weekday with the date behind it, if there is one."""
        joint = _WEEKDAY_JOINT.match(text, weekday.end, end)
        date = joint and self._inner(text, joint.end(), end, ("number", "month"))
        if not date or date.day is None or date.form not in ("date", "numeric"):
            return weekday
        return evolve(date, start=weekday.start, weekday=weekday.weekday)


_INSIDE: Final = frozenset({"date", "numeric", "unit", "quarter", "half", "decade", "century"})
_WEEKDAY_JOINT: Final = re.compile(rf"{SPACE}?\(|\.?,?{SPACE}(?:the{SPACE})?")


@cache
def date_grammar(language: str = "en") -> DateGrammar:
    """The grammar of a language, built once.

    >>> date_grammar().phrase_at("9 January 2018", 0, 14).month
    1
    """
    words = load(language, "dates")
    slots = {**_FRAGMENTS, **_slots(words)}
    forms: dict[str, list[tuple[str, re.Pattern[str]]]] = {
        "number": [],
        "month": [],
        "feast": [],
        "weekday": [],
        "word": [],
    }
    for kind, form, pattern in _FORMS:
        forms[kind].append((form, re.compile(_filled(pattern, slots), re.IGNORECASE)))
    forms["number"] += [form for form in forms["word"] if form[0] == "offset"]
    heads = _heads(words)
    spoken = sorted((word for word, kind in heads.items() if kind in ("word", "part")), key=len, reverse=True)
    feasts = {name.split()[0].removesuffix("'s") for name in words["feasts"]}
    named = sorted({*words["months"], *words["weekdays"], *feasts}, key=len, reverse=True)
    anchor = re.compile(
        rf"(?<![\w$€£#])(?:(?P<number>{_NUMBER_HEAD})"
        rf"|{_either([*named, *(name.upper() for name in named)])}(?![A-Za-z])"
        rf"|(?i:{_either(spoken)}(?![A-Za-z])))"
    )
    spelled, of = (_filled(pattern, slots) for pattern in _PARTS)
    parts = re.compile(rf"(?i:{spelled}|{of.replace('<part>', '<part_of>')})")
    return DateGrammar(
        words,
        anchor,
        {k: tuple(v) for k, v in forms.items()},
        parts,
        tuple((form, re.compile(f"(?i:{_filled(pattern, slots)})")) for form, pattern in _STRETCHES),
        re.compile(f"(?i:{_WHOLE})"),
        heads,
    )


def _heads(words: Mapping[str, Any]) -> dict[str, str]:
    tables = ("directions", "days", "numbers", "ordinals", "nths", "decades", "seasons", "units")
    spoken = [*(word for table in tables for word in words[table]), *words["present"]["words"]]
    heads = dict.fromkeys((word.split()[0].lower() for word in spoken), "word")
    heads |= dict.fromkeys(("earlier", "later", "half", "opening", "q1", "q2", "q3", "q4"), "word")
    heads |= dict.fromkeys(words["parts"], "part")
    heads |= {name.lower(): "weekday" for name in words["weekdays"]}
    heads |= {name.split()[0].removesuffix("'s").lower(): "feast" for name in words["feasts"]}
    return heads | {name.lower(): "month" for name in words["months"]}


def _slots(words: Mapping[str, Any]) -> dict[str, str]:
    def group(name: str, choices: Iterable[str], *, proper: bool = False) -> str:
        ordered = sorted(choices, key=len, reverse=True)
        if proper:
            cased = _either([*ordered, *(word.upper() for word in ordered)])
            return rf"(?P<{name}>(?-i:{cased}))(?![A-Za-z])"
        spaced = "|".join(SPACE.join(re.escape(part) for part in word.split()) for word in ordered)
        return rf"(?P<{name}>{spaced})(?![A-Za-z])"

    full = [name for name in words["months"] if len(name) > 4 or name in words["names"]["whole"]]
    short = [name for name in words["months"] if name not in full]
    return {
        "MONTH": f"(?:{group('month', full, proper=True)}|{group('short_month', short, proper=True)}{_DOT})",
        "WEEKDAY": group("weekday", words["weekdays"], proper=True),
        "UNIT": group("unit", words["units"]),
        "SEASON": group("season", words["seasons"]),
        "INDEX": group("index", words["ordinals"]),
        "NTH": group("nth", words["nths"]),
        "DECADE": group("named_decade", words["decades"]),
        "FEAST": f"(?P<feast>(?-i:{'|'.join(map(_feast, words['feasts']))}))(?![A-Za-z])",
        "COUNT": rf"(?:(?P<digits>[0-9]{{1,3}})|{group('number', words['numbers'])})",
        "DIRECTION": group("direction", words["directions"]),
        "DEICTIC": group("deictic", words["days"]),
        "PRESENT": group("present", words["present"]["words"]),
        "PART": _either(sorted(words["parts"], key=len, reverse=True)),
    }


def _feast(name: str) -> str:
    return SPACE.join(re.escape(part).replace("'", "['’]") for part in name.split())


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    for name, fragment in slots.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    return pattern


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in words)})"
