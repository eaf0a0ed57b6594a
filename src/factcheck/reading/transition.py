"""Figures that move: rose from 94 to 120, by a third, doubled, up 28 percent, a drop of 12."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.counted import NUMBER
from factcheck.reading.figure_range import Amount, share_unit
from factcheck.reading.language import load
from factcheck.reading.mention import Mention
from factcheck.values.change import Change, direction
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.reading.tokens import Tokens

__all__ = ["MULTIPLES", "changes", "is_change", "movement_before", "multiple"]

_TABLE: Final = load("en", "numerals")
MULTIPLES: Final[dict[str, int]] = _TABLE["multiples"]
_SIGNS: Final = {"rise": 1, "fall": -1, "move": 0}
_VERBS: Final[dict[str, int]] = {
    **{verb: _SIGNS[sort] for sort, verbs in _TABLE["verbs"].items() for verb in verbs},
    **{verb: 1 if percent > 0 else -1 for verb, percent in MULTIPLES.items()},
}
_NOUNS: Final = {noun: _SIGNS[sort] for sort, nouns in _TABLE["movement_nouns"].items() for noun in nouns}
_COMPARED: Final = {word: _SIGNS[sort] for sort, words in _TABLE["comparisons"].items() for word in words}
_WORDS: Final = {name: frozenset(words) for name, words in _TABLE["words"].items()}
_REACH: Final = 14
_NEAR: Final = 9
_PERCENT: Final = Unit.named("percent")
_PERCENTAGE_POINT: Final = Unit.named("percentage point")
_POINTS: Final = Unit.count("point")
_TIMES: Final = Unit.count("time")
_AMOUNTS: Final = frozenset({Kind.SHARE, Kind.POINT, Kind.MONEY, Kind.MEASURE})


@frozen
class _Move:
    """One amount with its part in a change: "before", "after" or "by", and the word that moves it."""

    amount: Amount
    part: str
    verb: int
    sign: int


def is_change(tokens: Tokens, full_first: int) -> bool:
    """Whether "from 94 to 120" that begins at a token is a change: it stands behind a word of movement."""
    return movement_before(tokens, full_first, _REACH) is not None


def movement_before(tokens: Tokens, before: int, reach: int) -> tuple[int, int] | None:
    """The nearest word of movement before a token in its sentence, and its direction."""
    for index in range(before - 1, max(-1, before - 1 - reach), -1):
        if tokens.is_break(index):
            return None
        sign = _VERBS.get(tokens.lower[index])
        if sign is None:
            sign = _NOUNS.get(tokens.lower[index])
        if sign is not None and not _is_phrasal(tokens, index):
            return index, sign
    return None


def multiple(tokens: Tokens, index: int) -> Amount:
    """The amount of "doubled", "nearly tripled", "more than halved": percent of what there was."""
    percent = MULTIPLES[tokens.lower[index]]
    first, hedge = index, Hedge.SHARE
    if tokens.at(index - 1) in {"nearly", "almost"}:
        first, hedge = index - 1, Hedge.NEARLY
    elif tokens.at(index - 1) == "than" and tokens.at(index - 2) == "more":
        first, hedge = index - 2, Hedge.OVER
    quantity = Quantity.of(abs(percent), _PERCENT, hedge)
    words = tokens.text[tokens.starts[first] : tokens.ends[index]]
    said = quantity.said(" ".join(words.split()), (tokens.starts[index], tokens.ends[index]))
    return Amount(said, index, index, first, index)


def changes(tokens: Tokens, amounts: Iterable[Amount]) -> list[Mention[Quantity | Change]]:
    """The amounts in order, those of one movement joined to one change."""
    found: list[Mention[Quantity | Change]] = []
    group: list[_Move] = []
    for one in amounts:
        move = _move(tokens, one)
        if group and (move is None or not _belongs(group, move)):
            found += _close(tokens, group)
            group = []
        if move is None:
            found.append(_mention(tokens, one))
        else:
            group.append(move)
    return found + (_close(tokens, group) if group else [])


def _belongs(group: list[_Move], move: _Move) -> bool:
    return move.verb == group[-1].verb and all(other.part != move.part for other in group)


def _move(tokens: Tokens, one: Amount) -> _Move | None:
    """The part that an amount plays in a change, None where it plays none."""
    if one.first == one.last and tokens.lower[one.first] in MULTIPLES:
        sign = _VERBS[tokens.lower[one.first]]
        return _Move(one, "by", one.first, sign)
    one = _without_up_to(tokens, one)
    before = tokens.at(one.full_first - 1)
    part = {"from": "before", "to": "after", "by": "by"}.get(before)
    if part is not None:
        found = movement_before(tokens, one.full_first - 1, _REACH if part != "by" else _NEAR)
        return found and _Move(one, part, *found)
    return _direct(tokens, one) or _measured(tokens, one)


def _without_up_to(tokens: Tokens, one: Amount) -> Amount:
    """The amount of "went up to 300" or "from 94 up to 120", where "up to" is no hedge."""
    first = one.full_first
    if one.quantity.hedge is not Hedge.AT_MOST or tokens.at(first) != "up" or one.quantity.stated is None:
        return one
    before = tokens.at(first - 1)
    if before not in _VERBS and not tokens.is_figure(first - 1):
        return one
    exact = Quantity.of(one.quantity.stated, one.quantity.unit).said(one.quantity.words, one.quantity.span)
    return evolve(one, quantity=exact, full_first=first + 2)


def _direct(tokens: Tokens, one: Amount) -> _Move | None:
    """An amount right behind its verb: rose 7%, up 28 percent."""
    verb = one.full_first - 1
    if tokens.at(verb).endswith("ly"):
        verb -= 1
    word = tokens.at(verb)
    sign = _VERBS.get(word)
    if not sign or word in _WORDS["takers"] or _is_phrasal(tokens, verb):
        return None
    unit = one.quantity.unit
    counts = (unit.kind in _AMOUNTS and unit.dimension != "time") or unit == _POINTS
    if not counts and (unit is not NUMBER or one.noun is not None):
        return None
    # "Fell below 15 percent" tells where it fell, "fell more than 15 percent" how far.
    part = "after" if tokens.at(one.full_first) in {"above", "below", "under"} else "by"
    return _Move(one, part, verb, sign)


def _measured(tokens: Tokens, one: Amount) -> _Move | None:
    """An amount with its noun or comparison: a 28 percent increase, a drop of 12, three fewer than."""
    before, after = one.full_first - 1, one.full_last + 1
    if tokens.at(before) == "of" and tokens.at(before - 1) in _NOUNS:
        return _Move(one, "by", before - 1, _NOUNS[tokens.at(before - 1)])
    word = tokens.at(after)
    if word in _NOUNS and one.quantity.unit.kind in {Kind.SHARE, Kind.POINT}:
        return _Move(one, "by", after, _NOUNS[word])
    if word in _COMPARED and (tokens.at(after + 1) in {"than", "on"} or one.quantity.unit.kind is Kind.SHARE):
        return _Move(one, "by", after, _COMPARED[word])
    return None


def _is_phrasal(tokens: Tokens, index: int) -> bool:
    """Whether "up" or "down" belongs to a verb of another meaning: makes up 28 percent."""
    word = tokens.lower[index]
    return word in {"up", "down"} and tokens.at(index - 1) in _WORDS["phrasal"]


def _close(tokens: Tokens, group: list[_Move]) -> list[Mention[Quantity | Change]]:
    """One change from its parts, or the parts alone where they make none."""
    change = _change(tokens, group) if _moves(tokens, group) else None
    if change is None:
        return [_mention(tokens, move.amount) for move in group]
    first, last = min(move.amount.first for move in group), max(move.amount.last for move in group)
    opener = min(group, key=lambda move: move.amount.first).amount
    full_first = opener.full_first - (tokens.at(opener.full_first - 1) in {"from", "to", "by"})
    full_last = max(move.amount.full_last for move in group)
    words = tokens.text[tokens.starts[full_first] : tokens.ends[full_last]]
    noun = next((move.amount.noun for move in reversed(group) if move.amount.noun), None)
    return [
        Mention(
            tokens.starts[first],
            tokens.ends[last],
            tokens.starts[full_first],
            tokens.ends[full_last],
            evolve(change, words=" ".join(words.split())),
            noun,
        )
    ]


def _moves(tokens: Tokens, group: list[_Move]) -> bool:
    """Whether the parts are a change, not a recipient, an agent or an origin."""
    parts = {move.part: move for move in group}
    if parts.keys() >= {"before", "after"}:
        return True
    sign, verb = group[0].sign, group[0].verb
    after = parts.get("after")
    if after is not None and after.amount.quantity.unit == _TIMES:
        # "Grew to five times that size" tells no size.
        return False
    if after is not None:
        between = tokens.lower[verb + 1 : after.amount.full_first - 1]
        totals = not _WORDS["totals"].isdisjoint(between)
        if sign == 0:
            return totals
        if not _WORDS["gifts"].isdisjoint(between) or (len(between) > _NEAR and len(parts) == 1):
            return False
        return not between or totals or "by" in parts or not _is_recipient(after.amount)
    if sign == 0:
        return False
    before = parts.get("before")
    return before is None or "by" in parts or before.amount.full_first - 2 == verb


def _is_recipient(one: Amount) -> bool:
    return one.quantity.unit.kind is Kind.COUNT and one.quantity.unit.name == "country"


def _change(tokens: Tokens, group: list[_Move]) -> Change | None:
    parts = {move.part: move.amount for move in group}
    before, after, by = parts.get("before"), parts.get("after"), parts.get("by")
    if before is not None and after is not None:
        before, after = share_unit(before, after)
        if not before.quantity.unit.comparable(after.quantity.unit):
            return None
    known = after or before
    moved = by.quantity if by else None
    if by is not None and known is not None:
        moved = share_unit(by, known)[0].quantity if by.quantity.unit is NUMBER else by.quantity
    if (
        moved is not None
        and known is not None
        and known.quantity.unit.kind is Kind.SHARE
        and moved.unit == _POINTS
    ):
        moved = moved.in_unit(_PERCENTAGE_POINT)
    sign = group[0].sign
    if moved is not None and sign < 0:
        moved = moved.negated
    if moved is None and known is not None and sign and known.quantity.unit.kind is not Kind.RANK:
        moved = direction(known.quantity.unit, sign, tokens.words[group[0].verb])
    return Change(before.quantity if before else None, after.quantity if after else None, moved)


def _mention(tokens: Tokens, one: Amount) -> Mention[Quantity | Change]:
    return Mention(
        tokens.starts[one.first],
        tokens.ends[one.last],
        tokens.starts[one.full_first],
        tokens.ends[one.full_last],
        one.quantity,
        one.noun,
    )
