"""When something was or went on: the days that its words allow for its start and its end."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from factcheck.values.calendar import iso, year_text
from factcheck.values.dayset import DaySet
from factcheck.values.edtf import (
    Edge,
    EdtfDate,
    EdtfInterval,
    EdtfRange,
    EdtfSet,
    Expression,
    Precision,
    parse_edtf,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.calendar import Day
    from factcheck.values.dayset import Span

__all__ = ["DateLike", "EndKind", "When", "as_day"]


class EndKind(Enum):
    """What is known of a start or an end.

    >>> When.parse("2002/..", as_of="2018-01-12").end_kind
    <EndKind.OPEN: 'open'>
    """

    KNOWN = "known"
    UNKNOWN = "unknown"
    OPEN = "open"


@frozen
class When:
    """An instant (one day out of a set) or a period with a start and an end; equal if written alike.

    >>> january = When.parse("2018-01", words="in January")
    >>> january.is_instant, iso(january.earliest_start), iso(january.latest_end)
    (True, '2018-01-01', '2018-01-31')
    >>> mission = When.parse("2002/..", as_of="2018-01-12")
    >>> iso(mission.earliest_end), mission.latest_end
    ('2018-01-12', None)

    `start` and `end` hold what the date says as it stands. `literal_start` and `literal_end` hold what its
    words do not rule out: the same, but wider where the date is approximate, uncertain or a season.

    Attributes:
        edtf: the EDTF text.
        as_of: the day up to which an open end surely lasts, None where that is not known or does not apply.
        words: as said.
        start, end: days on which it may have begun and ended; one and the same set for an instant.
        literal_start, literal_end: likewise, with the margin of approximate dates.
        start_kind, end_kind: whether that side is known.
        is_instant: whether it is one day.
        precision: how finely it is told, by its coarsest date.
        approximate, uncertain: marked so in one of its dates.
        all_of: the members of `{a,b}`, which all hold; empty otherwise.
        time: time of day as written, not compared.
    """

    edtf: str
    as_of: Day | None
    words: str = field(eq=False)
    start: DaySet = field(eq=False, repr=False)
    end: DaySet = field(eq=False, repr=False)
    literal_start: DaySet = field(eq=False, repr=False)
    literal_end: DaySet = field(eq=False, repr=False)
    start_kind: EndKind = field(eq=False, repr=False)
    end_kind: EndKind = field(eq=False, repr=False)
    is_instant: bool = field(eq=False, repr=False)
    precision: Precision = field(eq=False, repr=False)
    approximate: bool = field(eq=False, repr=False)
    uncertain: bool = field(eq=False, repr=False)
    all_of: tuple[When, ...] = field(default=(), eq=False, repr=False)
    time: str = field(default="", eq=False, repr=False)

    @classmethod
    def parse(cls, text: str, *, as_of: DateLike | None = None, words: str = "") -> When:
        """What an EDTF text says; `as_of` is the date of the text that leaves an end open.

        >>> When.parse("[2018-01-08..2018-01-12]").precision
        <Precision.DAY: 0>

        Raises:
            ValueError: The text is not EDTF, or its end lies before its start.
        """
        return cls.of(parse_edtf(text), as_of=as_of, words=words)

    @classmethod
    def of(cls, expression: Expression, *, as_of: DateLike | None = None, words: str = "") -> When:
        """What a parsed EDTF expression says."""
        if isinstance(expression, EdtfDate):
            return _date(expression, words)
        if isinstance(expression, EdtfSet):
            return _all_of(expression, words) if expression.all_of else _one_of(expression, words)
        return _period(expression, None if as_of is None else as_day(as_of), words)

    @classmethod
    def on(cls, day: DateLike, *, words: str = "") -> When:
        """One day.

        >>> When.on(dt.date(2018, 1, 9)).edtf
        '2018-01-09'
        """
        return cls.parse(iso(as_day(day)), words=words)

    @classmethod
    def of_month(cls, year: int, month: int, *, words: str = "") -> When:
        """Some day of a month."""
        return cls.parse(f"{year_text(year)}-{month:02}", words=words)

    @classmethod
    def of_quarter(cls, year: int, quarter: int, *, words: str = "") -> When:
        """Some day of a quarter, 1 to 4.

        >>> When.of_quarter(2018, 1).edtf
        '2018-33'
        """
        if quarter not in range(1, 5):
            raise ValueError(f"quarters are 1 to 4, not {quarter}")
        return cls.parse(f"{year_text(year)}-{32 + quarter}", words=words)

    @classmethod
    def of_year(cls, year: int, *, words: str = "") -> When:
        """Some day of a year."""
        return cls.parse(year_text(year), words=words)

    @classmethod
    def of_decade(cls, year: int, *, words: str = "") -> When:
        """Some day of the decade that the year is in.

        >>> When.of_decade(1994).edtf
        '199X'
        """
        return cls.parse(year_text(year)[:-1] + "X", words=words)

    @classmethod
    def between(cls, first: DateLike | None, last: DateLike | None, *, words: str = "") -> When:
        """Some day from the first to the last, one of which may be None.

        >>> When.between("2018-01-08", "2018-01-12").edtf
        '[2018-01-08..2018-01-12]'
        """
        low = "" if first is None else iso(as_day(first))
        high = "" if last is None else iso(as_day(last))
        return cls.parse(low if low == high else f"[{low}..{high}]", words=words)

    @property
    def earliest_start(self) -> Day | None:
        """The first day on which it may have begun, None if there is none."""
        return self.start.spans[0][0]

    @property
    def latest_start(self) -> Day | None:
        """The last day on which it may have begun, None if there is none."""
        return self.start.spans[-1][1]

    @property
    def earliest_end(self) -> Day | None:
        """The first day on which it may have ended, None if there is none."""
        return self.end.spans[0][0]

    @property
    def latest_end(self) -> Day | None:
        """The last day on which it may have ended, None if there is none."""
        return self.end.spans[-1][1]

    @property
    def opening(self) -> When | None:
        """The start of a period as an instant of its own, None where it has no date; an instant is its own.

        >>> When.parse("2002-11-20/2014").opening.edtf
        '2002-11-20'
        """
        return self._side(0)

    @property
    def closing(self) -> When | None:
        """The end of a period as an instant of its own, None where it has no date; an instant is its own."""
        return self._side(1)

    def _side(self, index: int) -> When | None:
        if self.is_instant:
            return self
        if self.all_of:
            return None
        text = self.edtf.split("/")[index]
        return When.parse(text) if text not in ("", "..") else None

    def __str__(self) -> str:
        return self.edtf


DateLike: TypeAlias = "When | dt.date | str | int"


def as_day(date: DateLike) -> Day:
    """The day number of a date, an EDTF day, a `When` of one day, or a day number itself.

    >>> as_day("2018-01-12") == as_day(dt.date(2018, 1, 12)) == as_day(When.parse("2018-01-12"))
    True

    A coarser date stands for its last day: a text of January 2018 may have been written on the 31st.

    Raises:
        ValueError: The text is not EDTF or has no last day.
    """
    if isinstance(date, int):
        return date
    if isinstance(date, dt.date):
        return date.toordinal()
    when = When.parse(date) if isinstance(date, str) else date
    if when.latest_end is None:
        raise ValueError(f"{when.edtf!r} has no last day")
    return when.latest_end


def _date(date: EdtfDate, words: str) -> When:
    days = DaySet(((date.first, date.last),))
    return _instant(date.text, words, days, DaySet.of(date.literal) if date.has_margin else days, (date,))


def _instant(text: str, words: str, days: DaySet, wide: DaySet, dates: tuple[EdtfDate, ...]) -> When:
    known = EndKind.KNOWN
    told = _telling(dates)
    return When(text, None, words, days, days, wide, wide, known, known, True, *told, (), dates[0].time)  # noqa: FBT003


def _telling(dates: Sequence[EdtfDate]) -> tuple[Precision, bool, bool]:
    """The coarsest precision, and whether any is approximate and any uncertain."""
    coarsest = dates[0]
    approximate = uncertain = False
    for date in dates:
        if date.precision > coarsest.precision:
            coarsest = date
        approximate = approximate or date.approximate
        uncertain = uncertain or date.uncertain
    return coarsest.precision, approximate, uncertain


def _one_of(expression: EdtfSet, words: str) -> When:
    days = DaySet.of(span for member in expression.members for span in _member_spans(member, literal=False))
    dates = tuple(date for member in expression.members for date in _dates(member))
    wide = days
    if any(date.has_margin for date in dates):
        wide = DaySet.of(
            span for member in expression.members for span in _member_spans(member, literal=True)
        )
    return _instant(_set_text(expression), words, days, wide, dates)


def _all_of(expression: EdtfSet, words: str) -> When:
    members = tuple(_member_when(member) for member in expression.members)
    dates = tuple(date for member in expression.members for date in _dates(member))
    return When(
        _set_text(expression),
        None,
        words,
        _first_of([member.start for member in members]),
        _last_of([member.end for member in members]),
        _first_of([member.literal_start for member in members]),
        _last_of([member.literal_end for member in members]),
        EndKind.KNOWN,
        EndKind.KNOWN,
        False,  # noqa: FBT003
        *_telling(dates),
        members,
    )


def _period(interval: EdtfInterval, as_of: Day | None, words: str) -> When:
    if interval.end is not Edge.OPEN:
        as_of = None
    start_text = interval.start.value if isinstance(interval.start, Edge) else interval.start.text
    end_text = interval.end.value if isinstance(interval.end, Edge) else interval.end.text
    dates = [side for side in (interval.start, interval.end) if isinstance(side, EdtfDate)]
    start, end = literal_start, literal_end = _sides(interval, as_of, literal=False)
    if any(date.has_margin for date in dates):
        literal_start, literal_end = _sides(interval, as_of, literal=True)
    return When(
        f"{start_text}/{end_text}",
        as_of,
        words,
        start,
        end,
        literal_start,
        literal_end,
        _kind(interval.start),
        _kind(interval.end),
        False,  # noqa: FBT003
        *_telling(dates),
    )


def _sides(interval: EdtfInterval, as_of: Day | None, *, literal: bool) -> tuple[DaySet, DaySet]:
    """The days of start and end, each cut by what the other allows."""
    first = DaySet.of(_edge_spans(interval.start, literal=literal))
    last = DaySet.of(_edge_spans(interval.end, literal=literal))
    end = last.clipped(first.earliest, None)
    if as_of is not None:
        end = end.clipped(as_of, None)
    return first.clipped(None, last.latest), end


def _edge_spans(side: EdtfDate | Edge, *, literal: bool) -> tuple[Span, ...]:
    if isinstance(side, Edge):
        return ((None, None),)
    return side.literal if literal else ((side.first, side.last),)


def _kind(side: EdtfDate | Edge) -> EndKind:
    if isinstance(side, EdtfDate):
        return EndKind.KNOWN
    return EndKind.OPEN if side is Edge.OPEN else EndKind.UNKNOWN


def _member_spans(member: EdtfDate | EdtfRange, *, literal: bool) -> tuple[Span, ...]:
    if isinstance(member, EdtfDate):
        return _edge_spans(member, literal=literal)
    first = _edge_spans(member.first or Edge.OPEN, literal=literal)[0][0]
    return ((first, _edge_spans(member.last or Edge.OPEN, literal=literal)[-1][1]),)


def _member_when(member: EdtfDate | EdtfRange) -> When:
    if isinstance(member, EdtfDate):
        return _date(member, "")
    return _period(EdtfInterval(member.first or Edge.OPEN, member.last or Edge.OPEN), None, "")


def _dates(member: EdtfDate | EdtfRange) -> tuple[EdtfDate, ...]:
    if isinstance(member, EdtfDate):
        return (member,)
    return tuple(date for date in (member.first, member.last) if date is not None)


def _set_text(expression: EdtfSet) -> str:
    listed = ",".join(_member_text(member) for member in expression.members)
    return f"{{{listed}}}" if expression.all_of else f"[{listed}]"


def _member_text(member: EdtfDate | EdtfRange) -> str:
    if isinstance(member, EdtfDate):
        return member.text
    return f"{member.first.text if member.first else ''}..{member.last.text if member.last else ''}"


def _first_of(sets: list[DaySet]) -> DaySet:
    """The days on which the first of several may fall."""
    earliest = [days.earliest for days in sets]
    latest = [days.latest for days in sets if days.latest is not None]
    low = None if None in earliest else min(day for day in earliest if day is not None)
    return DaySet(((low, min(latest) if latest else None),))


def _last_of(sets: list[DaySet]) -> DaySet:
    """The days on which the last of several may fall."""
    earliest = [days.earliest for days in sets if days.earliest is not None]
    latest = [days.latest for days in sets]
    high = None if None in latest else max(day for day in latest if day is not None)
    return DaySet(((max(earliest) if earliest else None, high),))
