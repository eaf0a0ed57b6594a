"""What goes on over a period: one spell told twice must have one start and one end, as far as they are known.

What the verdicts assume:

- Tellings of one value tell of one spell, so their starts and their ends must be the same; unless the end
  that one gives, or the day up to which it is open, may lie before the other begins: then they may be two
  spells.
- A text that is silent on the end says nothing against any end.
- Two values of a property that has one at a time conflict where their spells surely share more than the day,
  month or year in which one hands over to the other.
- The date of a list is a bound for each of its members: none began before it or lasted longer.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import relate_content, said
from factcheck.matching.dates import both, dated, relate_dates
from factcheck.matching.succession import Succession, may_give_way, succession
from factcheck.model import Names, Property, Proposition
from factcheck.values.relation import overlaps, relate
from factcheck.values.verdict import Truth, Verdict
from factcheck.values.when import EndKind, When

__all__ = ["compare"]


def compare(a: Proposition, b: Proposition, of: Property) -> Comparison:
    """How two tellings of a spell relate; where several values hold at a time, only spells of one meet."""
    if _is_shared(a) or _is_shared(b):
        return _with_list(a, b) if _is_shared(b) else _with_list(b, a).swapped
    content = relate_content(a.value, b.value, of)
    if content.gate is not None:
        return content
    if a.when is None or b.when is None:
        if content.verdict.agrees:
            return both(content, relate_dates(a.when, b.when))
        return content.doubted("one of them has no date")
    if not content.verdict.agrees:
        return _different_values(content, a.when, b.when)
    dates = _relate_spells(a.when, b.when)
    if dates.verdict.agrees or of.once or not _may_be_two(a.when, b.when):
        return both(content, dates)
    return Comparison.apart(Gate.TIME, f"{dated(a.when)} and {dated(b.when)} may be two spells")


def _relate_spells(a: When, b: When) -> Comparison:
    """Two tellings of one spell; a text that is silent on the end says nothing against any."""
    is_silent = EndKind.UNKNOWN in (a.end_kind, b.end_kind)
    if is_silent and a.opening and b.opening and not a.is_instant and not b.is_instant:
        return evolve(relate_dates(a.opening, b.opening), part="start")
    return relate_dates(a, b)


def _may_be_two(a: When, b: When) -> bool:
    if overlaps(a, b) is Truth.NEVER:
        return True
    pairs = ((a, b), (b, a))
    return any(one.end_kind is not EndKind.UNKNOWN and may_give_way(one, other) for one, other in pairs)


def _different_values(content: Comparison, a: When, b: When) -> Comparison:
    """Two values of a property that has one at a time: how far their spells overlap decides."""
    match succession(a, b):
        case Succession.TOGETHER:
            return content.given(f"{_during(a)} and {_during(b)} overlap")
        case Succession.OPEN:
            return content.doubted(f"it is open whether {_during(a)} and {_during(b)} overlap")
        case _:
            return Comparison.apart(Gate.TIME, f"{_during(a)} and {_during(b)} need not overlap")


def _during(when: When) -> str:
    return f"“{dated(when)}”" if " " in dated(when) else dated(when)


def _is_shared(proposition: Proposition) -> bool:
    return isinstance(proposition.value, Names) and proposition.value.shared


def _with_list(one: Proposition, whole: Proposition) -> Comparison:
    """A single spell, or another list, against a list whose date belongs to all of it."""
    names = one.value.ids if isinstance(one.value, Names) else ()
    listed = whole.value.ids if isinstance(whole.value, Names) else ()
    if not names or not set(names) <= set(listed):
        return Comparison.apart(Gate.PROPERTY, f"{said(one.value)} is not in the list {said(whole.value)}")
    if _is_shared(one) and set(names) != set(listed):
        return Comparison.apart(Gate.PROPERTY, "the two lists have different members")
    if one.when is None or whole.when is None:
        return relate_dates(one.when, whole.when)
    if _is_shared(one):
        return _relate_spells(one.when, whole.when)
    return _member(one.when, whole.when, said(one.value))


def _member(one: When, whole: When, name: str) -> Comparison:
    last, first = one.literal_start.latest, whole.literal_start.earliest
    if last is not None and first is not None and last < first:
        reason = f"{name} from {dated(one.opening)} came before the list began, {dated(whole.opening)}"
        return Comparison(Verdict.CONFLICT, reason, part="start", circumstance=_BOUND)
    lasted, end = one.literal_end.earliest, whole.literal_end.latest
    if lasted is not None and end is not None and lasted > end:
        reason = f"{name} until {dated(one.closing)} lasted longer than the list, {dated(whole.closing)}"
        return Comparison(Verdict.CONFLICT, reason, part="end", circumstance=_BOUND)
    opening, earliest = one.opening, whole.opening
    if opening is None or earliest is None:
        return Comparison(Verdict.COMPATIBLE, f"the list says nothing against {name}", part="start")
    narrower = relate(opening, earliest)
    if narrower in _SAME_START:
        reason = f"{name} from {dated(opening)} fits a list that began in {dated(earliest)}"
        return Comparison(narrower, reason, part="start")
    reason = f"{name} from {dated(opening)} came after the first of the list, {dated(earliest)}"
    return Comparison(Verdict.COMPATIBLE, reason, part="start")


_BOUND: Final = "the date of a list is a bound for each of its members"

_SAME_START: Final = frozenset({Verdict.REFINED, Verdict.REFINES, Verdict.EQUAL})
