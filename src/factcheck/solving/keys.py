"""Statements that could meet: grouped by subject and property, in a total order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from factcheck.values.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Proposition, Statement

__all__ = ["by_key", "pairs"]


def by_key(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """Statements of one subject and property, ordered by the day of their text and by ref."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        proposition = statement.proposition
        groups[proposition.subject, proposition.property].append(statement)
    for group in groups.values():
        group.sort(key=_order)
    return dict(sorted(groups.items()))


def pairs(group: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of a group to hold against each other, the older text first.

    Those that say the very same are one voice: its first statement, and the first of another source, speak
    for it against all others, and the rest are held against these two only. So a group of which many say the
    same takes time in proportion to its size.
    """
    voices = _voices(group)
    speakers = {voice: _speakers(group, members) for voice, members in voices.items()}
    voice_of = {index: voice for voice, members in voices.items() for index in members}
    speaking = {index for indices in speakers.values() for index in indices}
    for index, first in enumerate(group):
        voice = voice_of[index]
        partners = speaking.union(voices[voice]) if index in speaking else speakers[voice]
        for other in sorted(partner for partner in partners if partner > index):
            yield first, group[other]


def _order(statement: Statement) -> tuple[bool, int, str]:
    told = statement.proposition.as_of
    return told is not None, told or 0, statement.ref


_Voice: TypeAlias = "tuple[Proposition, bool]"


def _voices(group: list[Statement]) -> dict[_Voice, list[int]]:
    """The places in the group of those who say the very same, whenever their texts were written."""
    voices: dict[_Voice, list[int]] = defaultdict(list)
    for index, statement in enumerate(group):
        proposition = statement.proposition
        # What a change reached holds on the day of its text, so that day is a part of what it says.
        if not isinstance(proposition.value, Change):
            proposition = evolve(proposition, as_of=None)
        voices[proposition, statement.basis.is_inference].append(index)
    return voices


def _speakers(group: list[Statement], members: list[int]) -> list[int]:
    first = members[0]
    other = next((index for index in members if group[index].source != group[first].source), None)
    return [first] if other is None else [first, other]
