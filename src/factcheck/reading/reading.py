"""One value of a text as other programs read it: its place, figures, dates, mode and speaker."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from factcheck.model import Mode
    from factcheck.reading.mention import Mention
    from factcheck.text.span import Span
    from factcheck.values.number import Number

__all__ = ["Reading", "ReadingKind"]


class ReadingKind(StrEnum):
    """What sort of value it is."""

    DATE = "date"
    PERIOD = "period"
    QUANTITY = "quantity"
    DURATION = "duration"
    AGE = "age"
    RANK = "rank"
    TRANSITION = "transition"
    QUOTATION = "quotation"
    NAME = "name"


@frozen
class Reading:
    """A value and the smallest fragment that carries it; what does not apply is None.

    Attributes:
        kind: what sort of value it is.
        span: where the fragment stands.
        quote: its words, `text[span.start:span.end]`.
        value: the stated figure; what there is now, for a transition; never below zero for a fall.
        lo: the least that the words allow; what there was or is, whichever is less, for a transition.
        hi: the most that they allow.
        lo_open: whether the least itself is left out.
        hi_open: whether the most itself is left out.
        hedge: how the figure is qualified: "over", "about", "between".
        unit: what is measured or counted: "percent", "USD", "person".
        noun: what is counted, as written.
        earliest: the first day, ISO 8601.
        latest: the last day; None where it is open.
        edtf: the date in EDTF, with what its preposition makes of it.
        mode: how it is put forward; None for quotations and names.
        speaker: who says it, as written.
        negated: whether it is said not to be so; None for quotations and names.
        mention: the typed value with its wider span.
    """

    kind: ReadingKind
    span: Span
    quote: str
    value: Number | None = None
    lo: Number | None = None
    hi: Number | None = None
    lo_open: bool | None = None
    hi_open: bool | None = None
    hedge: str | None = None
    unit: str | None = None
    noun: str | None = None
    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    mode: Mode | None = None
    speaker: str | None = None
    negated: bool | None = None
    mention: Mention[object] | None = field(default=None, eq=False, repr=False)
