"""Quotations against the texts they were taken from: each is proven, or what became of it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from factcheck.diagnostic import Edit, Fix, Place, Problem
from factcheck.text.anchor import Anchoring, AnchorKind, anchor, sentence_around, sentence_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Ledger, Source, Statement
    from factcheck.text.span import Span, Text

__all__ = ["Proof", "prove"]

_NEAR: Final = 30  # of 100: below, a passage shares a word or two by chance


@frozen
class Proof:
    """What became of the quotations of a ledger whose texts are at hand.

    Attributes:
        statements: all statements; those that were found know their passage.
        problems: what is wrong with texts and quotations.
        kinds: how each quotation that was looked for stands in its text, by ref.
    """

    statements: dict[str, Statement]
    problems: tuple[Problem, ...]
    kinds: dict[str, AnchorKind] = field(factory=dict)


def prove(ledger: Ledger) -> Proof:
    """Look for every quotation whose source has its text in the ledger."""
    statements = dict(ledger.statements)
    problems: list[Problem] = []
    kinds: dict[str, AnchorKind] = {}
    intact: dict[str, bool] = {}
    for source in ledger.sources.values():
        if path := ledger.source_texts.get(source.id):
            intact[source.id] = _is_intact(source, ledger.digests[path])
            if not intact[source.id]:
                problems.append(_changed(source, ledger, path))
    for ref, statement in ledger.statements.items():
        if statement.source in intact:
            text = ledger.texts[ledger.source_texts[statement.source]]
            found = _find(statement, text, is_intact=intact[statement.source])
            kinds[ref] = found.kind
            judged = _judge(statement, text, found, is_intact=intact[statement.source])
            problems.extend(_placed(problem, statement, ledger) for problem in judged)
            if found.holds and found.start is not None and found.end is not None:
                statements[ref] = evolve(statement, passage=text.span(found.start, found.end))
    return Proof(statements, tuple(problems), kinds)


def _is_intact(source: Source, digest: str) -> bool:
    return source.sha256 is None or digest.startswith(source.sha256)


def _find(statement: Statement, text: Text, *, is_intact: bool) -> Anchoring:
    selector = statement.selector
    return anchor(
        text.content,
        selector.exact,
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=selector.start,
        trust_start=is_intact,
    )


def _judge(statement: Statement, text: Text, found: Anchoring, *, is_intact: bool) -> Iterator[Problem]:
    start, end = found.start, found.end
    if found.holds and start is not None and end is not None:
        digest = statement.selector.sentence
        if digest is not None and sentence_digest(text.content, start, end) != digest:
            first, last = sentence_around(text.content, start, end)
            message = (
                f"the words {_quoted(statement)} still stand at {text.span(start, end)}, but the sentence "
                "around them is not the one that was read; read it again, then run `factcheck sources seal`"
            )
            yield _problem(
                "sentence-changed", statement, message, [_place(text, first, last, "the sentence now")]
            )
        elif is_intact and statement.selector.start not in {None, start}:
            message = (
                f"the words {_quoted(statement)} stand at character {start}, not at "
                f"{statement.selector.start}; run `factcheck sources seal`"
            )
            yield _problem(
                "excerpt-misplaced", statement, message, [_place(text, start, end, "they stand here")]
            )
        return
    yield _PROBLEMS[found.kind](statement, text, found)


def _altered(statement: Statement, text: Text, found: Anchoring) -> Problem:
    changes = ", ".join(map(str, found.changes))
    message = (
        f"the text no longer says {_quoted(statement)}: {changes}; a person has to read it again and correct "
        "the quotation and its reading"
    )
    return _problem("quote-altered", statement, message, _nearest(text, found, "the text says"))


def _drifted(statement: Statement, text: Text, found: Anchoring) -> Problem:
    places = _nearest(text, found, "the text says")
    now = places[0].quote if places else ""
    message = (
        f"the text says “{now}” where {_quoted(statement)} is quoted, with the same figures and names; "
        "quote it as it stands now"
    )
    fixes = _requote(statement, now)
    return _problem("quote-drifted", statement, message, places, fixes)


def _ambiguous(statement: Statement, text: Text, found: Anchoring) -> Problem:
    prefixes = ", ".join(f"prefix = {_toml(place.prefix)}" for place in found.places[:3])
    message = (
        f"the words {_quoted(statement)} stand in the text {_times(len(found.places))}; "
        f"say which is meant, with {prefixes}"
    )
    places = [_place(text, place.start, place.end, "here") for place in found.places]
    return _problem("quote-ambiguous", statement, message, places)


def _lost(statement: Statement, text: Text, found: Anchoring) -> Problem:
    places = _nearest(text, found, "the nearest passage") if found.score >= _NEAR else []
    hint = "the nearest passage says something else" if places else "nothing in it comes near"
    message = (
        f"the words {_quoted(statement)} are not in the text, and {hint}; "
        "quote it again, or drop the statement"
    )
    return _problem("quote-lost", statement, message, places)


_PROBLEMS = {
    AnchorKind.ALTERED: _altered,
    AnchorKind.DRIFTED: _drifted,
    AnchorKind.AMBIGUOUS: _ambiguous,
    AnchorKind.LOST: _lost,
}


def _changed(source: Source, ledger: Ledger, path: str) -> Problem:
    span = source.places.get("sha256") or source.places[""]
    message = (
        f"the text of {source.id} is not the one that was read: its SHA-256 digest is "
        f"{ledger.digests[path][:16]}…, not {(source.sha256 or '')[:16]}…; look at every quotation below, "
        "then run `factcheck sources seal`"
    )
    text = ledger.texts[path]
    related = (Place(text.span(0, 0), "", "the text at hand"),)
    quote = ledger.texts[span.path].quote(span)
    return Problem("source-changed", span, quote, message, related, (source.id,))


def _problem(
    rule: str, statement: Statement, message: str, related: list[Place], fixes: tuple[Fix, ...] = ()
) -> Problem:
    span, quote = statement.places["quote"], statement.selector.exact
    return Problem(rule, span, quote, message, tuple(related), (statement.ref,), fixes)


def _placed(problem: Problem, statement: Statement, ledger: Ledger) -> Problem:
    """A problem at the quoted words, as the ledger file writes them."""
    file, offsets = ledger.texts[problem.span.path], statement.quote_offsets
    span = file.span(offsets[0], offsets[-1])
    return evolve(problem, span=span, quote=file.quote(span))


def _requote(statement: Statement, now: str) -> tuple[Fix, ...]:
    edit = Edit(statement.places["quote"], _toml(now))
    return (Fix("quote the text as it stands now", (edit,)),) if now else ()


def _nearest(text: Text, found: Anchoring, message: str) -> list[Place]:
    if found.start is None or found.end is None:
        return []
    return [_place(text, found.start, found.end, message)]


def _place(text: Text, start: int, end: int, message: str) -> Place:
    span: Span = text.span(start, end)
    return Place(span, text.quote(span), message)


def _quoted(statement: Statement) -> str:
    return f"“{' '.join(statement.selector.exact.split())}”"


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _toml(words: str) -> str:
    """Words as a TOML basic string."""
    escaped = (
        words.replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
    )
    return f'"{escaped}"'
