"""Drafts to statements: each figure and date with what it may be said of, by names and cues."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.diagnostic import Place
from factcheck.model import Basis, Claim, Selector, Statement
from factcheck.reading.candidates import Candidate, Candidates
from factcheck.reading.dates import DateMention, find_impossible
from factcheck.reading.lexicon import Key, Lexicon, keys_of
from factcheck.reading.sentence import Sentence, take_apart
from factcheck.reading.subjects import Context
from factcheck.text.block import Block, BlockKind
from factcheck.text.prose import blocks, comments, front_matter, prose
from factcheck.text.sentences import sentences
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.reading.mention import Mention
    from factcheck.text.span import Span, Text

__all__ = ["Draft", "Link", "Reading", "read_draft"]

# Comments that tell the tool something else than which claim a sentence rests on.
_DIRECTIVES: Final = frozenset({"ignore", "opinion", "on", "off", "cq"})
_SEPARATOR: Final = re.compile(r"[\s,]+")


@frozen
class Link:
    """A comment that says which claim a sentence rests on."""

    claim: str
    span: Span


@frozen
class Reading:
    """A figure or a date of a draft, and what it may be said of.

    Attributes:
        place: the smallest fragment that carries the value.
        candidates: the statements it may make, the likeliest first; empty where nothing known is spoken of.
        sure: how many of them, from the first, are surely made; the others may agree with what is known, and
            never contradict it.
        link: the claim that the draft itself names for it.
    """

    place: Place
    candidates: tuple[Statement, ...]
    sure: int = 0
    link: str | None = None


@frozen
class Draft:
    """A draft, read.

    Attributes:
        text: the file.
        readings: its figures and dates in text order.
        links: the claims it names.
        dates: every date with the weekday that the draft gives it.
        changes: every figure that tells of a change.
        impossible: dates that no calendar has.
    """

    text: Text
    readings: tuple[Reading, ...]
    links: tuple[Link, ...]
    dates: tuple[DateMention, ...]
    changes: tuple[Mention[Quantity | Change], ...]
    impossible: tuple[Span, ...]


def read_draft(text: Text, lexicon: Lexicon, claims: Mapping[str, Claim]) -> Draft:
    """Read a draft against what is known; any text gives a draft, none raises.

    Args:
        text: the draft.
        lexicon: the vocabulary, and what the ledger speaks of.
        claims: the claims that comments such as `<!-- fc: id -->` may name.
    """
    visible = prose(text)
    published = _published(text)
    links = tuple(_links(text))
    pieces = [
        (block, *piece)
        for block in blocks(text)
        if block.kind not in _SILENT
        for piece in _sentences(visible, block)
    ]
    linked, opinions = _assigned(text, visible, links, [(start, end) for _, start, end, _ in pieces])
    reader = _Reader(text, lexicon, claims)
    for number, (block, start, end, spoken) in enumerate(pieces):
        if number in opinions:
            continue
        if number == 0 or pieces[number - 1][0] is not block:
            reader.context.open_block()
        sentence = take_apart(visible, (start, end), published, lexicon, spoken)
        reader.read(sentence, block.kind, linked.get(number, ()))
    silent = [pieces[number][1:3] for number in sorted(opinions)]
    impossible = tuple(
        text.span(found.start, found.end)
        for found in find_impossible(visible)
        if not any(start <= found.start < end for start, end in silent)
    )
    return Draft(text, tuple(reader.readings), links, tuple(reader.dates), tuple(reader.changes), impossible)


class _Reader:
    """The sentences of a draft so far."""

    def __init__(self, text: Text, lexicon: Lexicon, claims: Mapping[str, Claim]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.claims = claims
        self.context = Context()
        self.readings: list[Reading] = []
        self.dates: list[DateMention] = []
        self.changes: list[Mention[Quantity | Change]] = []

    def read(self, sentence: Sentence, kind: BlockKind, linked: Sequence[str]) -> None:
        """Read one sentence; of what is longer than any sentence, nothing is known of its figures."""
        keys: dict[Key, str] = {}
        for name in linked:
            if name in self.claims:
                keys.update(dict.fromkeys(keys_of(self.claims[name].proposition), name))
        is_prose = len(sentence.words) <= _LONGEST
        candidates = Candidates(sentence, self.lexicon, self.context, frozenset(keys)) if is_prose else None
        for mention in sentence.quantities:
            found = candidates.of_figure(mention) if candidates else []
            is_rank = isinstance(mention.value, Quantity) and mention.value.unit.kind is Kind.RANK
            if found or not is_rank:
                self._add(sentence, kind, (mention.start, mention.end), found, keys)
        for date, found in candidates.of_dates() if candidates else ():
            self._add(sentence, kind, (date.start, date.end), found, keys)
        self.dates += sentence.dates
        self.changes += [mention for mention in sentence.quantities if isinstance(mention.value, Change)]
        if is_prose:
            self.context.add(sentence)

    def _add(
        self,
        sentence: Sentence,
        kind: BlockKind,
        place: tuple[int, int],
        found: list[Candidate],
        keys: Mapping[Key, str],
    ) -> None:
        span = self.text.span(*place)
        # A row of a table has no verb, and a block in quotation is somebody else's.
        sure = 0 if kind in _LOOSE else sum(candidate.is_sure for candidate in found)
        link = next((keys[candidate.key] for candidate in found if candidate.key in keys), None)
        statements = tuple(self._statement(sentence, span, candidate) for candidate in found)
        self.readings.append(Reading(Place(span, self.text.quote(span), ""), statements, sure, link))

    def _statement(self, sentence: Sentence, span: Span, candidate: Candidate) -> Statement:
        places = {part: self.text.span(*where) for part, where in candidate.places.items()}
        return Statement(
            id=f"{span.line}:{span.column}",
            source=self.text.path,
            selector=Selector(self.text.content[sentence.start : sentence.end].strip()),
            proposition=candidate.proposition,
            basis=Basis.INFERRED if candidate.is_inferred else Basis.STATED,
            places={"": span} | places,
        )


_SILENT: Final = frozenset({BlockKind.FRONT_MATTER, BlockKind.CODE, BlockKind.COMMENT})
_LOOSE: Final = frozenset({BlockKind.TABLE_ROW, BlockKind.BLOCKQUOTE})
# What has more words than this is no sentence that anybody reads.
_LONGEST: Final = 300


def _published(text: Text) -> When | None:
    """The day of a draft, from its front matter."""
    matter = front_matter(text)
    for key in ("published", "date"):
        if key in matter:
            try:
                return When.parse(matter[key][0][:10])
            except ValueError:
                return None
    return None


def _links(text: Text) -> Iterator[Link]:
    """The claims that comments name: `<!-- fc: one two -->`."""
    for start, end, body in comments(text):
        named = _named(body)
        at = start
        for claim in named if named and not _is_directive(named) else ():
            at = text.content.find(claim, at, end)
            yield Link(claim, text.span(at, at + len(claim)))
            at += len(claim)


def _named(body: str) -> list[str]:
    """The words behind `fc:` in a comment."""
    words = body.strip()
    return (
        _SEPARATOR.split(words[3:].strip(" \t\r\n,")) if words.startswith("fc:") and words[3:].strip() else []
    )


def _is_directive(named: Sequence[str]) -> bool:
    return named[0].partition("[")[0] in _DIRECTIVES


def _assigned(
    text: Text, visible: str, links: Sequence[Link], pieces: Sequence[tuple[int, int]]
) -> tuple[dict[int, list[str]], set[int]]:
    """To which sentence each comment belongs: the one it stands in, or stands behind with nothing in between.

    Returns:
        The claims named for each sentence, by its number, and the sentences marked as opinion.
    """
    starts = [start for start, _ in pieces]

    def sentence_of(at: int) -> int | None:
        number = bisect_right(starts, at) - 1
        if number < 0 or visible[pieces[number][1] : at].strip():
            return None
        return number

    linked: dict[int, list[str]] = {}
    for link in links:
        number = sentence_of(link.span.start)
        if number is not None:
            linked.setdefault(number, []).append(link.claim)
    opinions = {
        sentence_of(start)
        for start, _, body in comments(text)
        if (named := _named(body)) and named[0].partition("[")[0] == "opinion"
    }
    return linked, {number for number in opinions if number is not None}


def _sentences(visible: str, block: Block) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """The sentences of a block, each with the stretches in quotation marks that touch it."""
    spoken = list(_spoken(visible, block.start, block.end))
    if block.kind is BlockKind.BLOCKQUOTE:
        spoken = [(block.start, block.end)]
    first = 0
    for start, end in sentences(visible, block.start, block.end):
        while first < len(spoken) and spoken[first][1] <= start:
            first += 1
        last = first
        while last < len(spoken) and spoken[last][0] < end:
            last += 1
        yield start, end, tuple(spoken[first:last])


def _spoken(visible: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between double quotation marks; one that is never closed reaches to the end of its block."""
    depth, opened = 0, start
    for mark in _QUOTES.finditer(visible, start, end):
        closes = mark[0] == "”" or (mark[0] == '"' and depth > 0)
        if closes and depth:
            depth -= 1
            if not depth:
                yield opened, mark.end()
        elif not closes:
            opened = opened if depth else mark.start()
            depth += 1
    if depth:
        yield opened, end


_QUOTES: Final = re.compile(r"[\"“”]")
