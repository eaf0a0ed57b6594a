"""Statements that could meet: grouped by subject and property, in a total order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.model import Statement

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
    """Every two statements of a group, the older text first."""
    for index, first in enumerate(group):
        for second in group[index + 1 :]:
            yield first, second


def _order(statement: Statement) -> tuple[bool, int, str]:
    told = statement.proposition.as_of
    return told is not None, told or 0, statement.ref
