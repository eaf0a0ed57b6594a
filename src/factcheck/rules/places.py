"""Where a message points: the smallest fragment of a statement or claim that carries the part in question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Fix, Place, Problem
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.model import Claim, Ledger, Names, Statement
from factcheck.reading.dates import find_dates
from factcheck.reading.numerals import find_quantities
from factcheck.values import quantity
from factcheck.values.change import Change
from factcheck.values.hedge import Hedge
from factcheck.values.quantity import Quantity
from factcheck.values.relation import relate
from factcheck.values.verdict import Verdict
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.text.span import Span

__all__ = [
    "about",
    "cite",
    "claim_place",
    "figures",
    "mentioned",
    "problem",
    "quoted",
    "shows",
    "statement_place",
    "value_part",
]

_DATES: Final = frozenset({"when", "start", "end"})


def problem(  # noqa: PLR0913 - a problem has these parts, and most have a default
    place: Place,
    message: str,
    *,
    related: Iterable[Place] = (),
    subjects: Iterable[str] = (),
    fixes: Iterable[Fix] = (),
    identity: Iterable[str] = (),
) -> Problem:
    """A problem at a place."""
    return Problem(
        "", place.span, place.quote, message, tuple(related), tuple(subjects), tuple(fixes), tuple(identity)
    )


def quoted(words: str) -> str:
    """Words of a source or a draft inside a message."""
    return f"“{' '.join(words.split())}”"


def about(ledger: Ledger, told: Statement | Claim) -> str:
    """What a statement or claim speaks of, in a message."""
    label, proposition = ledger.vocabulary.label, told.proposition
    return f"{label(proposition.subject)}, {label(proposition.property)}"


def cite(statement: Statement) -> str:
    """A statement in a message: its words and who says them."""
    return f"{quoted(statement.selector.exact)} ({statement.source})"


def statement_place(ledger: Ledger, statement: Statement, part: str = "value", message: str = "") -> Place:
    """The fragment of a statement's quotation that carries a part of its reading, else all of it."""
    exact = statement.selector.exact
    start, end = _fragment(statement, ledger, part) or (0, len(exact))
    if statement.passage:
        text = ledger.texts[statement.passage.path]
        span = _inside(statement.passage, text.quote(statement.passage), exact, start, end)
        found = text.span(*span)
        return Place(found, text.quote(found), message)
    offsets = statement.quote_offsets
    if offsets:
        path = statement.places["quote"].path
        found = ledger.texts[path].span(offsets[start], offsets[end])
        return Place(found, exact[start:end], message)
    return Place(statement.places["quote"], exact, message)


def shows(ledger: Ledger, statement: Statement, part: str) -> bool:
    """Whether the quotation of a statement itself carries a part of its reading."""
    return _fragment(statement, ledger, part) is not None


def _inside(passage: Span, found: str, exact: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of a fragment of the excerpt in the text; the whole passage where the two are not equal."""
    if found == exact:
        return passage.start + start, passage.start + end
    return passage.start, passage.end


def claim_place(ledger: Ledger, claim: Claim, part: str = "value", message: str = "") -> Place:
    """The value of a claim that carries a part of its reading, else its head."""
    key = "when" if part in _DATES else f"says.{part}"
    span = (
        claim.places.get(key)
        or claim.places.get("says.value")
        or claim.places.get("when")
        or claim.places[""]
    )
    return Place(span, ledger.texts[span.path].quote(span), message)


def figures(value: object) -> Iterator[tuple[str, Quantity]]:
    """The quantities of a value, each with the name of its part."""
    if isinstance(value, Quantity):
        yield "value", value
    elif isinstance(value, Change):
        for part, figure in (("from", value.before), ("to", value.after), ("by", value.by)):
            if figure is not None:
                yield part, figure


def mentioned(words: str) -> Iterator[tuple[Quantity, int, int]]:
    """Every figure that words state, with its offsets; of a range also both its ends.

    An excerpt such as "from 94 to 120" has lost the verb that tells a change from a range.
    """
    for mention in find_quantities(words):
        for _, found in figures(mention.value):
            start, end = found.span or (mention.start, mention.end)
            yield found, start, end
            if found.hedge is Hedge.BETWEEN:
                for numeral in _NUMERAL.finditer(words, start, end):
                    for part in find_quantities(words, numeral.start(), numeral.end()):
                        if isinstance(part.value, Quantity):
                            yield part.value.in_unit(found.unit), part.start, part.end


_NUMERAL: Final = re.compile(r"\d[\d,.]*|[^\W\d]+")


def value_part(statement: Statement | Claim, part: str) -> str:
    """A part of a reading in words: a figure, a date, the names; where it follows from others, with these."""
    value, when = statement.proposition.value, statement.proposition.when
    if part in _DATES:
        return dated(_side(when, part))
    figure = dict(figures(value)).get(part)
    if figure is not None:
        return f"a change by {figure}" if part == "by" else str(figure)
    if isinstance(value, Change):
        return f"{said(value)}{_following(value, part)}"
    return dated(when) if value is None else said(value)


def _side(when: When | None, part: str) -> When | None:
    """The start or the end alone, where that is what matters."""
    if when is None:
        return None
    return {"start": when.opening, "end": when.closing}.get(part) or when


def _following(change: Change, part: str) -> str:
    """A part that a change does not state, as it follows from the others."""
    if part == "by" and change.derived_by:
        return f", a change by {change.derived_by}"
    follows = {"from": change.derived_before, "to": change.derived_after}.get(part)
    return f", which is {part} {follows}" if follows else ""


def _fragment(statement: Statement, ledger: Ledger, part: str) -> tuple[int, int] | None:
    """Offsets of a part within the quotation, if the quotation shows it."""
    exact, proposition = statement.selector.exact, statement.proposition
    if part in _DATES:
        return _date(statement)
    if isinstance(proposition.value, Names):
        return _name(exact, proposition.value, ledger)
    wanted = dict(figures(proposition.value))
    figure = wanted.get(part) or next(iter(wanted.values()), None)
    if figure is not None:
        return _figure(exact, figure)
    return _date(statement)


def _figure(exact: str, wanted: Quantity) -> tuple[int, int] | None:
    for found, start, end in mentioned(exact):
        if quantity.relate(found.in_unit(wanted.unit), wanted) is Verdict.EQUAL:
            return start, end
    return None


def _date(statement: Statement) -> tuple[int, int] | None:
    when = statement.proposition.when
    if when is None:
        return None
    told = statement.proposition.as_of
    mentions = find_dates(statement.selector.exact, None if told is None else When.on(told))
    fitting = [mention for mention in mentions if relate(mention.value, when).agrees]
    if not fitting:
        return None
    return fitting[0].start, fitting[0].end


def _name(exact: str, names: Names, ledger: Ledger) -> tuple[int, int] | None:
    folded = exact.replace("’", "'").casefold()
    for name in names.ids:
        entity = ledger.vocabulary.entities.get(name)
        for alias in entity.names if entity and not names.shared else ():
            found = re.search(rf"(?<!\w){re.escape(alias.casefold())}(?!\w)", folded)
            if found and len(folded) == len(exact):
                return found.span()
    return None
