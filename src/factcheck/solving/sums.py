"""Parts and their whole: what the parts add up to must fit into what the whole is said to be."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.values.arithmetic import add
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Statement

__all__ = ["Sum", "sums"]


@frozen
class Sum:
    """Parts of one whole.

    Attributes:
        whole: the statement that gives the whole.
        total: its figure; of a change, what there is after it.
        parts: the statements that give the parts.
        sum: what the parts come to.
    """

    whole: Statement
    total: Quantity
    parts: tuple[Statement, ...]
    sum: Quantity

    @property
    def fits(self) -> bool:
        """Whether the parts can all be in the whole: their least sum is no more than its most."""
        parts, whole = self.sum.worlds, self.total.worlds
        if parts.low is None or whole.high is None or parts.low < whole.high:
            return True
        return parts.low == whole.high and not (parts.low_open or whole.high_open)


def sums(statements: Mapping[str, Statement]) -> Iterator[Sum]:
    """Every whole of which parts are named with `part-of`."""
    parts: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        named = statement.part_of
        if named and named in statements and isinstance(statement.proposition.value, Quantity):
            parts[named].append(statement)
    for ref, members in sorted(parts.items()):
        whole = statements[ref]
        total = _total(whole)
        figures = list(_in_unit(members, total)) if total else []
        if total and figures:
            yield Sum(
                whole, total, tuple(s for s, _ in figures), reduce(add, (figure for _, figure in figures))
            )


def _total(whole: Statement) -> Quantity | None:
    value = whole.proposition.value
    return (
        value.derived_after if isinstance(value, Change) else value if isinstance(value, Quantity) else None
    )


def _in_unit(members: Iterable[Statement], total: Quantity) -> Iterator[tuple[Statement, Quantity]]:
    for member in members:
        value = member.proposition.value
        if isinstance(value, Quantity) and (converted := value.converted(total.unit)):
            yield member, converted
