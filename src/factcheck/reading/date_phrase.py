"""The words of one date as they stand in a text, before anything is known of the text's own date."""

from __future__ import annotations

from attrs import frozen

__all__ = ["DatePhrase"]


@frozen
class DatePhrase:
    """What one date phrase says; what it does not say is None.

    Attributes:
        start: first code point of the phrase without its preposition.
        end: one past its last code point.
        form: "date" (year, month and day as far as told), "era" (44 BC), "numeric" (10/06/1967), "decade",
            "century", "season", "quarter", "half", "weekday", "day" (today), "present", "unit" (this week),
            "span" (the past three years), "offset" (two days later, two days ago), "rest" (later this week);
            around another date "week" (the week of 9 May), "up to" (the year to May), "within" (the first
            ten months of 2017).
        year: in full; 0 is 1 BC.
        month: 1 to 12.
        day: as written; not checked.
        last_day: the second day of "9-12 January".
        both: whether the two days are joined by "and".
        weekday: 0 for Monday, as stated.
        part: early, mid, late, start or end of what the rest says.
        index: number of the season, quarter, half or century (BC below zero), or of a unit within a date.
        unit: day, week, fortnight, month, quarter, year or decade.
        count: how many units.
        direction: this, last, past, next, previous, following, that, the, earlier or later; behind a day or
            month it tells the year, if the unit is a year ("in March last year").
        time: time of day behind an ISO date.
        inner: the date that this one goes around.
    """

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    both: bool = False
    weekday: int | None = None
    part: str | None = None
    index: int | None = None
    unit: str | None = None
    count: int | None = None
    direction: str | None = None
    time: str = ""
    inner: DatePhrase | None = None

    @property
    def is_calendar(self) -> bool:
        """Whether it names a year, month or day of the calendar, so that it may bound a range."""
        return self.form in ("date", "era", "decade", "century", "season", "quarter", "half")
