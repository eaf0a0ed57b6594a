"""A value found in a text: where it stands, what it says, and which words carry it."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

__all__ = ["Mention"]

Value_co = TypeVar("Value_co", covariant=True)


@frozen
class Mention(Generic[Value_co]):
    """A value and the words that say it; offsets are code points into the text that was read.

    Attributes:
        start: first code point of the smallest fragment that carries the value ("17", "$3.4 billion").
        end: one past its last code point.
        full_start: first code point with hedge or preposition ("at least 17 people", "since 1992").
        full_end: one past the last code point with unit, scale and counted noun.
        value: what the words say.
        noun: the counted noun as written ("people", "Afghan provinces"), None where there is none.
    """

    start: int
    end: int
    full_start: int
    full_end: int
    value: Value_co
    noun: str | None = None
