"""Distances between events: what "20 years after" says of the date of the other event."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from attrs import evolve

from factcheck.model import Gap, Statement
from factcheck.values.elapsed import shift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["derive"]


def derive(statements: Iterable[Statement]) -> Iterator[Statement]:
    """What statements such as "20 years after" say of the other event, as statements on that event.

    The date of the other event is the date of the subject less the distance, known only to the coarser of the
    two precisions: 20 years before a day of 2021 is 2001. A distance that leads out of the calendar dates
    nothing.
    """
    for statement in statements:
        proposition = statement.proposition
        value, when = proposition.value, proposition.when
        if isinstance(value, Gap) and when is not None:
            with suppress(ValueError):
                other = evolve(
                    proposition, subject=value.event, value=None, when=shift(when, -value.duration)
                )
                yield evolve(statement, proposition=other)
