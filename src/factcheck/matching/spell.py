"""What goes on over a period: one spell told twice must have one start and one end, as far as they are known."""

from __future__ import annotations

from attrs import evolve

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content, said
from factcheck.matching.dates import both, dated, relate_dates
from factcheck.model import Names, Property, Proposition
from factcheck.values.relation import overlaps, relate
from factcheck.values.verdict import Truth, Verdict
from factcheck.values.when import EndKind, When

__all__ = ["compare"]


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of a spell relate.

    Where the property takes several values, only spells of one value meet. Two spells that never overlap are two
    spells, unless the property happens once.
    """
    if _is_shared(a) or _is_shared(b):
        return _with_list(a, b) if _is_shared(b) else _with_list(b, a).swapped
    content = relate_content(a.value, b.value, of)
    if content.verdict is Verdict.NOT_COMPARABLE:
        return content
    if a.when is None or b.when is None:
        return both(content, relate_dates(a.when, b.when))
    together = overlaps(a.when, b.when)
    if not content.verdict.agrees:
        return _different_values(content, together, a.when, b.when)
    if together is Truth.NEVER and not of.once and _is_closed(a.when) and _is_closed(b.when):
        return Comparison.apart(Gate.TIME, f"{dated(a.when)} and {dated(b.when)} are two spells")
    return both(content, _relate_spells(a.when, b.when))


def _relate_spells(a: When, b: When) -> Comparison:
    """Two tellings of one spell; a text that is silent on the end says nothing against any."""
    is_silent = EndKind.UNKNOWN in (a.end_kind, b.end_kind)
    if is_silent and a.opening and b.opening and not a.is_instant and not b.is_instant:
        return evolve(relate_dates(a.opening, b.opening), part="start")
    return relate_dates(a, b)


def _different_values(content: Comparison, together: Truth, a: When, b: When) -> Comparison:
    """Two values of a property that has one at a time: how far their spells overlap decides."""
    if together is Truth.SURELY:
        return Comparison(content.verdict, f"{content.reason}, and both hold at one time", part=content.part)
    if together is Truth.NEVER or _follows(a, b) or _follows(b, a):
        return Comparison.apart(Gate.TIME, f"{dated(a)} and {dated(b)} need not overlap")
    return Comparison(
        Verdict.POSSIBLE_CONFLICT, f"{content.reason}, if their times overlap", part=content.part
    )


def _follows(first: When, second: When) -> bool:
    """Whether the second surely begins later than the first is said to have lasted."""
    start, known = second.earliest_start, first.earliest_end
    return start is not None and known is not None and start > known


def _is_closed(when: When) -> bool:
    return when.earliest_start is not None and when.latest_end is not None


def _is_shared(proposition: Proposition) -> bool:
    return isinstance(proposition.value, Names) and proposition.value.shared


def _with_list(one: Proposition, whole: Proposition) -> Comparison:
    """A single spell, or another list, against a list whose date belongs to all: it is a bound for each member."""
    names = one.value.ids if isinstance(one.value, Names) else ()
    listed = whole.value.ids if isinstance(whole.value, Names) else ()
    if _is_shared(one):
        if set(names) != set(listed):
            return Comparison.apart(Gate.PROPERTY, "the two lists have different members")
        return relate_dates(one.when, whole.when)
    if not set(names) <= set(listed):
        return Comparison.apart(Gate.PROPERTY, f"{said(one.value)} is not in the list {said(whole.value)}")
    if one.when is None or whole.when is None:
        return relate_dates(one.when, whole.when)
    return _member(one.when, whole.when, said(one.value))


def _member(one: When, whole: When, name: str) -> Comparison:
    last, first = one.latest_start, whole.earliest_start
    if last is not None and first is not None and last < first:
        reason = f"{name} from {dated(one.opening)} came before the list began, {dated(whole.opening)}"
        return Comparison(Verdict.CONFLICT, reason, part="start")
    opening, earliest = one.opening, whole.opening
    narrower = relate(opening, earliest) if opening and earliest else Verdict.COMPATIBLE
    if narrower in {Verdict.REFINED, Verdict.REFINES, Verdict.EQUAL}:
        reason = f"{name} from {dated(opening)} fits a list that began in {dated(earliest)}"
        return Comparison(narrower, reason, part="start")
    reason = f"{name} from {dated(opening)} came after the first of the list, {dated(earliest)}"
    return Comparison(Verdict.COMPATIBLE, reason, part="start")
