"""How two times relate: in order, overlapping, the same, and the verdict between two tellings of one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.dayset import DaySet
from factcheck.values.verdict import Truth, Verdict

if TYPE_CHECKING:
    from factcheck.values.when import When

__all__ = ["after", "before", "differing_ends", "during", "overlaps", "relate", "same"]


def before(a: When, b: When) -> Truth:
    """Whether the whole of `a` lies before the whole of `b`.

    >>> from factcheck.values.when import When
    >>> before(When.parse("2017"), When.parse("2018-01-09"))
    <Truth.SURELY: 'surely'>
    """
    last, next_ = a.literal_end, b.literal_start
    latest, earliest = last.spans[-1][1], next_.spans[0][0]
    if latest is not None and earliest is not None and latest < earliest:
        return Truth.SURELY
    first_end, last_start = last.spans[0][0], next_.spans[-1][1]
    if first_end is None or last_start is None or first_end < last_start:
        return Truth.POSSIBLY
    return Truth.NEVER


def after(a: When, b: When) -> Truth:
    """Whether the whole of `a` lies after the whole of `b`."""
    return before(b, a)


def overlaps(a: When, b: When) -> Truth:
    """Whether `a` and `b` share a day.

    >>> from factcheck.values.when import When
    >>> open_ended = When.parse("2002/..", as_of="2018-01-12")
    >>> [overlaps(open_ended, When.parse(year)).value for year in ("1999", "2010", "2021")]
    ['never', 'surely', 'possibly']
    """
    if a.is_instant:
        return same(a, b) if b.is_instant else _lies_in(a, b)
    if b.is_instant:
        return _lies_in(b, a)
    if a.all_of or b.all_of:
        return _any([overlaps(one, other) for one in a.all_of or (a,) for other in b.all_of or (b,)])
    if _not_after(a.literal_start, b.literal_end) and _not_after(b.literal_start, a.literal_end):
        return Truth.SURELY
    return Truth.POSSIBLY if _reach(a).meets(_reach(b)) else Truth.NEVER


def during(a: When, b: When) -> Truth:
    """Whether all of `a` lies inside `b`; an instant lies inside another only if they are the same day.

    >>> from factcheck.values.when import When
    >>> during(When.parse("2005"), When.parse("2002/2008"))
    <Truth.SURELY: 'surely'>
    """
    if b.is_instant:
        return same(a, b)
    if a.is_instant:
        return _lies_in(a, b)
    if a.all_of:
        return _all([during(member, b) for member in a.all_of])
    if b.all_of:
        return _any([during(a, member) for member in b.all_of])
    if _not_after(b.literal_start, a.literal_start) and _not_after(a.literal_end, b.literal_end):
        return Truth.SURELY
    starts = _may_precede(b.literal_start, a.literal_start)
    ends = _may_precede(a.literal_end, b.literal_end)
    return Truth.POSSIBLY if starts and ends else Truth.NEVER


def same(a: When, b: When) -> Truth:
    """Whether `a` and `b` begin on one day and end on one day; two days of one year are so possibly.

    >>> from factcheck.values.when import When
    >>> same(When.parse("2018-01-09"), When.parse("2018")).value
    'possibly'
    """
    if (a.all_of or b.all_of) and not (_matched(a, b) and _matched(b, a)):
        return Truth.NEVER
    starts, ends = a.literal_start.meets(b.literal_start), a.literal_end.meets(b.literal_end)
    if not (starts and ends):
        return Truth.NEVER
    if a.is_instant != b.is_instant:
        one, period = (a, b) if a.is_instant else (b, a)
        days = one.literal_start.clipped(period.literal_end.earliest, period.literal_start.latest)
        if not days.spans:
            return Truth.NEVER
    certain = all(_single(days) for days in (a.literal_start, a.literal_end, b.literal_start, b.literal_end))
    return Truth.SURELY if certain else Truth.POSSIBLY


def relate(a: When, b: When) -> Verdict:
    """The verdict between two tellings of one time.

    >>> from factcheck.values.when import When
    >>> relate(When.parse("2002-11-20"), When.parse("2002"))
    <Verdict.REFINES: 'refines'>
    >>> relate(When.parse("1999/2008"), When.parse("1999-09/2007"))
    <Verdict.CONFLICT: 'conflict'>

    Instants are compared as sets of days, periods as sets of pairs of a first and a last day. An instant
    agrees with a period that it may lie in; a coarse one is refined by a period that lies in it whole, as
    "in 1999" is by "from March to June 1999". Where the days as written differ but lie within the margin of
    an approximate or uncertain date, that is a tension; beyond the margin of an uncertain one, a possible
    conflict.
    """
    if a is b or (a.edtf == b.edtf and a.as_of == b.as_of):
        return Verdict.EQUAL
    if a.all_of or b.all_of:
        return _relate_all(a, b)
    if a.is_instant != b.is_instant:
        return _relate_mixed(a, b) if a.is_instant else _relate_mixed(b, a).swapped
    if not (a.literal_start.meets(b.literal_start) and a.literal_end.meets(b.literal_end)):
        return _conflict(a, b)
    if not (a.start.meets(b.start) and a.end.meets(b.end)):
        return Verdict.TENSION
    return _inclusion(_inside(a, b), _inside(b, a))


def differing_ends(a: When, b: When) -> tuple[str, ...]:
    """Which sides of two periods, "start" or "end", cannot be the same day as written.

    >>> from factcheck.values.when import When
    >>> differing_ends(When.parse("1999/2008"), When.parse("1999-09/2007"))
    ('end',)
    """
    sides = (("start", a.start, b.start), ("end", a.end, b.end))
    return tuple(name for name, one, other in sides if not one.meets(other))


_APART = frozenset({Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT})


def _conflict(a: When, b: When) -> Verdict:
    return Verdict.POSSIBLE_CONFLICT if a.uncertain or b.uncertain else Verdict.CONFLICT


def _inclusion(inside: bool, around: bool) -> Verdict:  # noqa: FBT001
    if inside and around:
        return Verdict.EQUAL
    if inside:
        return Verdict.REFINES
    return Verdict.REFINED if around else Verdict.COMPATIBLE


def _inside(a: When, b: When) -> bool:
    return (
        a.start.within(b.start)
        and a.end.within(b.end)
        and a.literal_start.within(b.literal_start)
        and a.literal_end.within(b.literal_end)
    )


def _relate_mixed(instant: When, period: When) -> Verdict:
    if not instant.literal_start.meets(_reach(period)):
        return _conflict(instant, period)
    written = DaySet(((period.earliest_start, period.latest_end),))
    if not instant.start.meets(written):
        return Verdict.TENSION
    if not (written.within(instant.start) and _reach(period).within(instant.literal_start)):
        return Verdict.COMPATIBLE
    return Verdict.EQUAL if _single(instant.literal_start) else Verdict.REFINED


def _relate_all(a: When, b: When) -> Verdict:
    verdicts = [relate(one, other) for one in a.all_of or (a,) for other in b.all_of or (b,)]
    if all(verdict in _APART for verdict in verdicts):
        return _conflict(a, b)
    return Verdict.COMPATIBLE if any(verdict.agrees for verdict in verdicts) else Verdict.TENSION


def _matched(a: When, b: When) -> bool:
    """Whether each member of `a` may be the same as one of `b`."""
    members, others = a.all_of or (a,), b.all_of or (b,)
    return all(any(same(one, other) is not Truth.NEVER for other in others) for one in members)


def _lies_in(instant: When, other: When) -> Truth:
    """Whether the day lies in a period, or in one of several times that all hold."""
    days = instant.literal_start
    if days.within(_core(other)):
        return Truth.SURELY
    members = other.all_of or (other,)
    return Truth.POSSIBLY if any(days.meets(_reach(member)) for member in members) else Truth.NEVER


def _core(when: When) -> DaySet:
    """Every day that it surely lasts over; it may be none."""
    if when.all_of:
        return DaySet.of(span for member in when.all_of for span in _core(member).spans)
    first, last = when.literal_start.spans[-1][1], when.literal_end.spans[0][0]
    return DaySet(((first, last),) if first is not None and last is not None and first <= last else ())


def _reach(when: When) -> DaySet:
    """Every day that it may last over."""
    return DaySet(((when.literal_start.spans[0][0], when.literal_end.spans[-1][1]),))


def _not_after(a: DaySet, b: DaySet) -> bool:
    """Whether every day of `a` is on or before every day of `b`."""
    latest, earliest = a.spans[-1][1], b.spans[0][0]
    return latest is not None and earliest is not None and latest <= earliest


def _may_precede(a: DaySet, b: DaySet) -> bool:
    """Whether some day of `a` is on or before some day of `b`."""
    earliest, latest = a.spans[0][0], b.spans[-1][1]
    return earliest is None or latest is None or earliest <= latest


def _single(days: DaySet) -> bool:
    first, last = days.spans[0][0], days.spans[-1][1]
    return first is not None and first == last


def _any(truths: list[Truth]) -> Truth:
    if Truth.SURELY in truths:
        return Truth.SURELY
    return Truth.POSSIBLY if Truth.POSSIBLY in truths else Truth.NEVER


def _all(truths: list[Truth]) -> Truth:
    if Truth.NEVER in truths:
        return Truth.NEVER
    return Truth.POSSIBLY if Truth.POSSIBLY in truths else Truth.SURELY
