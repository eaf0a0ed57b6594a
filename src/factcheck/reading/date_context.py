"""The words around a date phrase: its preposition, whether it looks ahead, whether it is a date at all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from factcheck.reading.date_grammar import DASH, SPACE
from factcheck.reading.language import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.reading.date_phrase import DatePhrase

__all__ = ["Cue", "DateContext", "date_context"]

_REACH: Final = 48  # how far before a phrase its preposition or counted noun is looked for
_CLAUSE: Final = 160  # how far a cue of the future reaches


@frozen
class Cue:
    """A preposition before a date.

    Attributes:
        start: where it begins.
        kind: since, from, until, by, before, after, at, about or between.
    """

    start: int
    kind: str


@frozen
class DateContext:
    """What the words around a phrase tell, in one language."""

    words: Any
    cue_pattern: re.Pattern[str]
    future_before: re.Pattern[str]
    future_after: re.Pattern[str]
    until_ahead: re.Pattern[str]
    until_back: re.Pattern[str]
    moved: re.Pattern[str]
    amounts: re.Pattern[str]
    schedule: re.Pattern[str]
    heat: re.Pattern[str]
    routine_start: re.Pattern[str]
    routine_end: re.Pattern[str]

    def cue(self, text: str, start: int, position: int) -> Cue | None:
        """The preposition that stands before a position."""
        low = max(start, position - _REACH)
        match = self.cue_pattern.search(text[low:position])
        if match is None:
            return None
        word = " ".join((match["cue"] or "at").lower().split())
        return Cue(low + match.start(), self.words["cues"].get(word, "at"))

    def looks_ahead(self, text: str, start: int, phrase: DatePhrase, end: int) -> bool:
        """Whether the sentence before the phrase, or the clause behind it, speaks of what is to come."""
        before = _SENTENCE.split(text[max(start, phrase.start - _CLAUSE) : phrase.start])[-1]
        if self.future_before.search(before):
            return True
        behind = _CLAUSE_END.split(text[phrase.end : min(end, phrase.end + _CLAUSE)], maxsplit=1)[0]
        return bool(self.future_after.search(behind))

    def until_looks_ahead(self, text: str, start: int, position: int) -> bool:
        """Whether what lasts until a date is still going on, as its verbs tell."""
        before = _SENTENCE.split(text[max(start, position - _CLAUSE) : position])[-1]
        return bool(self.until_ahead.search(before)) or not self.until_back.search(before)

    def is_moved(self, text: str, start: int, position: int) -> bool:
        """Whether "until" follows a word such as "postponed", so that it names the new day."""
        return bool(self.moved.search(text[max(start, position - _REACH) : position]))

    def accepts(self, phrase: DatePhrase, text: str, start: int, end: int) -> bool:
        """Whether the phrase is a date where it stands: bare years, months and weekdays need company."""
        if phrase.form == "numeric" and text[max(start, phrase.start - 1) : phrase.start] in (".", "/", "-"):
            return False
        if phrase.form in _CHECKED:
            return _CHECKED[phrase.form](self, phrase, text, start)
        if phrase.form not in ("date", "weekday") or phrase.direction or phrase.part:
            return True
        if phrase.form == "weekday" or phrase.year is None:
            return phrase.day is not None or self._lone_name(phrase, text, start, end)
        return phrase.month is not None or self._lone_year(phrase, text, start, end)

    def _accepts_decade(self, phrase: DatePhrase, text: str, start: int) -> bool:
        """Decades in words follow "the": people are in their nineties, and temperatures in the nineties."""
        if text[phrase.end - 2].isdigit():
            return True
        if self.heat.search(text[max(start, phrase.start - _REACH) : phrase.start]):
            return False
        return phrase.part is not None or _last_word(text, start, phrase.start).lower() == "the"

    def _accepts_unit(self, phrase: DatePhrase, text: str, start: int) -> bool:
        """A weekend alone is that of "over the weekend"."""
        if phrase.direction != "the" or phrase.unit != "weekend":
            return True
        cue = self.cue(text, start, phrase.start)
        return cue is not None and _last_word(text, start, phrase.start).lower() == "the"

    def _accepts_offset(self, phrase: DatePhrase, text: str, start: int) -> bool:
        """Three days alone are a length, but a day in "it opens in three days"."""
        before = text[max(start, phrase.start - _REACH) : phrase.start]
        return phrase.direction != "in" or bool(self.schedule.search(before))

    def _accepts_length(self, phrase: DatePhrase, text: str, start: int) -> bool:
        """Two years to March 2017 are a period, but not "put off by two years to March 2017"."""
        word = _last_word(text, start, phrase.start).lower()
        return word == "the" if phrase.count is None else word not in ("by", "from")

    def accepts_range(self, phrase: DatePhrase, text: str, start: int) -> bool:
        """Whether a range may begin with the phrase: not inside a longer number, not behind "pages"."""
        if text[max(start, phrase.start - 1) : phrase.start] in ("-", "/", "."):
            return False
        return (
            phrase.month is not None
            or _last_word(text, start, phrase.start).lower() not in self.words["years"]["never_range"]
        )

    def is_counted(self, text: str, position: int, end: int) -> bool:
        """Whether a plural noun stands behind, so that a number before it counts things."""
        behind = _NEXT_WORD.match(text, position, end)
        if behind is None:
            return False
        noun, years = behind[1], self.words["years"]
        plural = (
            noun.islower() and noun.endswith("s") and not noun.endswith("ss") and noun not in years["verbs"]
        )
        return plural or noun in years["never_before"]

    def is_figure(self, text: str, position: int, end: int) -> bool:
        """Whether "in 2016" stands behind, so that the number that ends here is none of a year."""
        return bool(_IN_YEAR.match(text, position, end))

    def is_joined(self, text: str, position: int, end: int) -> bool:
        """Whether more digits, a unit or a hyphenated word hang on the number that ends here."""
        return bool(_NO_YEAR_AFTER.match(text, position, end))

    def _lone_name(self, phrase: DatePhrase, text: str, start: int, end: int) -> bool:
        name = text[phrase.start : phrase.end].rstrip(".").capitalize()
        table = self.words["months" if phrase.form == "date" else "weekdays"]
        full = len(name) > 4 or name in self.words["names"]["whole"]
        if not full or name not in table:
            return False
        word, behind = _last_word(text, start, phrase.start).lower(), _NEXT_WORD.match(text, phrase.end, end)
        names = self.words["names"]
        if word in names["never_after"] or (behind and behind[1].lower() in names["never_before"]):
            return False
        if phrase.form == "weekday" and self._is_routine(phrase, text, start, end):
            return False
        if name not in names["ambiguous"] or text[phrase.end : min(end, phrase.end + 2)] in ("'s", "’s"):
            return True
        named = word == "and" and behind is not None and behind[1][0].isupper()
        return word in self.words["years"]["after"] and not named

    def _is_routine(self, phrase: DatePhrase, text: str, start: int, end: int) -> bool:
        """Whether the weekday is one side of "Monday to Friday"."""
        before = text[max(start, phrase.start - _REACH) : phrase.start]
        return bool(self.routine_end.search(before) or self.routine_start.match(text, phrase.end, end))

    def _lone_year(self, phrase: DatePhrase, text: str, start: int, end: int) -> bool:
        before = text[max(start, phrase.start - 1) : phrase.start]
        if self.is_figure(text, phrase.end, end):
            return False
        if before in _NO_YEAR_BEFORE or _NO_YEAR_AFTER.match(text, phrase.end, end):
            return False
        if _DIGIT_BEFORE.search(text[max(start, phrase.start - 3) : phrase.start]):
            return False
        years = self.words["years"]
        word, behind = _last_word(text, start, phrase.start), _NEXT_WORD.match(text, phrase.end, end)
        lower, noun = word.lower(), behind[1] if behind else ""
        if text[phrase.start] in "'’" and (lower not in years["after"] or noun):
            return False
        if noun.lower() in years["never_before"] or lower in years["never_after"]:
            return False
        if lower in ("of", "to") and self.amounts.search(
            text[max(start, phrase.start - _REACH) : phrase.start]
        ):
            return False
        temporal = lower in years["after"]
        if not temporal and not 1500 <= (phrase.year or 0) < 2100:
            return False
        if (
            self.is_counted(text, phrase.end, end)
            and lower not in years["determiners"]
            and lower not in ("in", "since", "until", "during", "by")
        ):
            return False
        return temporal or lower in years["determiners"] or not _is_name(word) or before != " "


_CHECKED: Final = {
    "decade": DateContext._accepts_decade,  # noqa: SLF001  its own methods
    "unit": DateContext._accepts_unit,  # noqa: SLF001
    "offset": DateContext._accepts_offset,  # noqa: SLF001
    "up to": DateContext._accepts_length,  # noqa: SLF001
}
_SENTENCE: Final = re.compile(r"[.;!?][\s\"'”’]|\n\s*\n")
_CLAUSE_END: Final = re.compile(r"[.,;:!?]|\n\s*\n")
_NO_YEAR_BEFORE: Final = frozenset("$€£#.,/:+*=_\\@&") | frozenset("-\u2010\u2011\u2012\u2013\u2212")
_NO_YEAR_AFTER: Final = re.compile(rf"{DASH}?[0-9]|[%/@_]|[.,:][0-9]|{DASH}[A-Za-z]|°")
_IN_YEAR: Final = re.compile(rf"{SPACE}in{SPACE}(?:[A-Z][a-z]{{2,8}}{SPACE})?[12][0-9]{{3}}(?![0-9])")
_DIGIT_BEFORE: Final = re.compile(r"[0-9][ \u00a0\u202f]\Z")
_NEXT_WORD: Final = re.compile(r"[ \t\u00a0]{1,3}([A-Za-z]{1,30})")
_LAST_WORD: Final = re.compile(r"([A-Za-z'’-]{1,40})[ \t\u00a0\r\n]{0,4}\Z")


def _last_word(text: str, start: int, position: int) -> str:
    match = _LAST_WORD.search(text[max(start, position - _REACH) : position])
    return match[1] if match else ""


def _is_name(word: str) -> bool:
    return word[:1].isupper()


@cache
def date_context(language: str = "en") -> DateContext:
    """The context words of a language, built once."""
    words = load(language, "dates")
    cues, weekdays = _either(words["cues"]), _either(words["weekdays"])
    joint = rf"(?:{SPACE}(?:to|through|until|till){SPACE}|{SPACE}?{DASH}{SPACE}?)"
    return DateContext(
        words,
        re.compile(
            rf"(?i:(?<![\w-])(?:(?P<cue>{cues}){SPACE}(?:the{SPACE})?|the{SPACE})"
            rf"(?:(?:morning|afternoon|evening|night|early{SPACE}hours){SPACE}of{SPACE}(?:the{SPACE})?)?\Z)"
        ),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['before'])})(?!\w))"),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['after'])})(?!\w))"),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['until_ahead'])})(?!\w))"),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['until_back'])}|[a-z]{{2,20}}ed)(?!\w))"),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['moved'])}){SPACE}\Z)"),
        re.compile(
            rf"(?i:(?<!\w)(?:{_either(words['years']['amounts'])})(?:{SPACE}\w{{1,20}})?{SPACE}(?:of|to){SPACE}\Z)"
        ),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['future']['schedule'])}){SPACE}in{SPACE}\Z)"),
        re.compile(rf"(?i:(?<!\w)(?:{_either(words['years']['heat'])})(?!\w))"),
        re.compile(rf"{joint}(?:{weekdays})(?![A-Za-z])"),
        re.compile(rf"(?<![A-Za-z])(?:{weekdays}){joint}\Z"),
    )


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(SPACE.join(re.escape(part) for part in word.split()) for word in ordered)
