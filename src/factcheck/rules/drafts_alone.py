"""FC411–FC413, FC418: what a draft gets wrong by itself, whatever the sources say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Edit, Fix, Place, Problem, Severity
from factcheck.rules.corrections import like_date
from factcheck.rules.places import problem, quoted
from factcheck.rules.rule import Rule, rule
from factcheck.text.prose import prose
from factcheck.values.calendar import weekday
from factcheck.values.change import Change, compare_parts
from factcheck.values.describe import describe_day
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case
    from factcheck.text.span import Text

__all__ = ["RULES"]

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# "TK", "to come", is a mark that no English word contains.
_TO_COME: Final = re.compile(r"(?<![^\W_])TK+(?![^\W_])")


@rule("FC411", Severity.ERROR)
def fact_to_come(case: Case) -> Iterator[Problem]:
    """A "TK" was left in the draft: a fact is still to come.

    ## Why it matters

    It is the writer's own note that something is missing.

    ## Example

    ```markdown drafts/fire.md
    The museum was founded in TK.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The museum is an old one.
    ```
    """
    for draft in case.drafts:
        text = draft.draft.text
        for found in _TO_COME.finditer(prose(text)):
            message = f"{quoted(found.group())} is left in the draft; find the fact, or drop the sentence"
            yield problem(
                _place(text, found.start(), found.end()), message, identity=[_line(text, found.start())]
            )


@rule("FC412", Severity.ERROR)
def wrong_weekday(case: Case) -> Iterator[Problem]:
    """The weekday and the date of a draft do not fit each other.

    ## Why it matters

    One of the two is wrong, and only the writer knows which.

    ## Example

    ```markdown drafts/fire.md
    The mill opens again on Friday, 9 January 2018.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The mill opens again on Tuesday, 9 January 2018.
    ```
    """
    for draft in case.drafts:
        for date in draft.draft.dates:
            stated = date.stated or date.value
            day = stated.earliest_start
            if date.stated_weekday is not None and day is not None and weekday(day) != date.stated_weekday:
                right, said = _DAYS[weekday(day)], _DAYS[date.stated_weekday]
                place = _place(draft.draft.text, date.start, date.end)
                other = _same_week(day, date.stated_weekday)
                message = (
                    f"{quoted(place.quote)}: {describe_day(day)} was a {right}, and the {said} of that week "
                    f"was {describe_day(other)}; correct the weekday or the date"
                )
                yield problem(place, message, fixes=_weekday_fixes(place, said, right, other))


@rule("FC413", Severity.ERROR)
def impossible_date(case: Case) -> Iterator[Problem]:
    """A draft gives a date that no calendar has.

    ## Why it matters

    31 June is a slip for another day, and only the writer knows which.

    ## Example

    ```markdown drafts/fire.md
    The mill opens again on 31 June 2024.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The mill opens again on 30 June 2024.
    ```
    """
    for draft in case.drafts:
        for span in draft.draft.impossible:
            place = Place(span, draft.draft.text.quote(span), "")
            yield problem(
                place, f"there is no {quoted(place.quote)} in any calendar; correct the day or the month"
            )


@rule("FC418", Severity.ERROR)
def change_mismatch(case: Case) -> Iterator[Problem]:
    """The figures of one change in a draft do not add up.

    From 94 to 120 is 26 more, or 28 percent; a draft that states both sides states the difference rightly.

    ## Why it matters

    Percentages are worked out by hand, often from the wrong side.

    ## Example

    ```markdown drafts/fire.md
    The membership of the museum rose by 38 percent, from 94 to 120 members.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The membership of the museum rose by 28 percent, from 94 to 120 members.
    ```
    """
    for draft in case.drafts:
        for mention in draft.draft.changes:
            value = mention.value
            if not isinstance(value, Change) or value.own_verdict is not Verdict.CONFLICT or value.by is None:
                continue
            for part in compare_parts(Change(value.before, value.after), Change(by=value.by)):
                if part.verdict is Verdict.CONFLICT:
                    text = draft.draft.text
                    start, end = value.by.span or (mention.start, mention.end)
                    whole = quoted(text.content[mention.start : mention.end])
                    message = (
                        f"{whole}: from {value.before} to {value.after} is {part.a.phrase}, not {value.by}; "
                        "correct the difference or one of the two figures"
                    )
                    related = [_place(text, mention.start, mention.end, "the figures")]
                    yield problem(_place(text, start, end), message, related=related)


def _same_week(day: int, wanted: int) -> int:
    return day - weekday(day) + wanted


def _weekday_fixes(place: Place, said: str, right: str, other: int) -> list[Fix]:
    """The right weekday of the date, or the date of that week that has the weekday."""
    fixes = []
    at = place.quote.find(said)
    if at >= 0:
        words = f"{place.quote[:at]}{right}{place.quote[at + len(said) :]}"
        fixes.append(Fix(f"write {right}", (Edit(place.span, words),)))
    redated = like_date(place.quote, other)
    if redated is not None:
        fixes.append(Fix(f"write {redated}", (Edit(place.span, redated),)))
    return fixes


def _place(text: Text, start: int, end: int, message: str = "") -> Place:
    span = text.span(start, end)
    return Place(span, text.quote(span), message)


def _line(text: Text, offset: int) -> str:
    return text.line(text.position(offset)[0]).strip()


RULES: Final[tuple[Rule, ...]] = (fact_to_come, wrong_weekday, impossible_date, change_mismatch)
