"""Drafts to statements: each figure and date with what it may be said of, by the names and cues of a vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from factcheck.diagnostic import Place
from factcheck.model import Basis, Claim, Selector, Statement
from factcheck.reading.candidates import Candidate, date_candidates, quantity_candidates
from factcheck.reading.dates import DateMention, find_impossible
from factcheck.reading.lexicon import Key, Lexicon, keys_of
from factcheck.reading.mention import Mention
from factcheck.reading.sentence import Sentence, take_apart
from factcheck.text.prose import BlockKind, blocks, comments, front_matter, prose
from factcheck.text.sentences import sentences
from factcheck.text.span import Span, Text
from factcheck.values.change import Change
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind
from factcheck.values.when import When

__all__ = ["Draft", "Link", "Reading", "read_draft"]

# Comments that tell the tool something else than which claim a sentence rests on.
_DIRECTIVES: Final = frozenset({"ignore", "opinion", "on", "off", "cq"})
_LINK: Final = re.compile(r"\s*fc:\s*(.*?)\s*", re.DOTALL)


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
        link: the claim that the draft itself names for it.
    """

    place: Place
    candidates: tuple[Statement, ...]
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
    links = list(_links(text))
    readings: list[Reading] = []
    dates: list[DateMention] = []
    changes: list[Mention[Quantity | Change]] = []
    named: dict[str, None] = {}
    for block in blocks(text):
        if block.kind in _SILENT:
            continue
        for start, end in sentences(visible, block.start, block.end):
            if visible[start:end].strip():
                sentence = take_apart(visible, start, end, published, lexicon)
                linked = [link.claim for link in links if _belongs(link, start, end, text)]
                readings += _readings(text, sentence, lexicon, tuple(named), claims, linked)
                dates += sentence.dates
                changes += [mention for mention in sentence.quantities if isinstance(mention.value, Change)]
                named.update(dict.fromkeys(key for found in sentence.names for key in found.keys))
    impossible = tuple(text.span(m.start, m.end) for m in find_impossible(visible))
    return Draft(text, tuple(readings), tuple(links), tuple(dates), tuple(changes), impossible)


_SILENT: Final = frozenset({BlockKind.FRONT_MATTER, BlockKind.CODE, BlockKind.COMMENT})


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
        match = _LINK.fullmatch(body)
        named = match[1].split() if match else []
        for claim in named if named and named[0].partition("[")[0] not in _DIRECTIVES else ():
            at = text.content.find(claim, start, end)
            yield Link(claim, text.span(at, at + len(claim)) if at >= 0 else text.span(start, end))


def _belongs(link: Link, start: int, end: int, text: Text) -> bool:
    """Whether a comment belongs to a sentence: it stands inside it, or after it with nothing in between."""
    if start <= link.span.start < end:
        return True
    between = text.content[end : link.span.start]
    comment = between.rfind("<!--")
    return (
        link.span.start >= end and comment >= 0 and not re.sub(r"<!--.*?-->", "", between[:comment]).strip()
    )


def _readings(
    text: Text,
    sentence: Sentence,
    lexicon: Lexicon,
    named: tuple[str, ...],
    claims: Mapping[str, Claim],
    linked: list[str],
) -> Iterator[Reading]:
    keys: dict[Key, str] = {}
    for name in linked:
        if name in claims:
            keys.update(dict.fromkeys(keys_of(claims[name].proposition), name))
    for mention in sentence.quantities:
        candidates = quantity_candidates(mention, sentence, lexicon, named, frozenset(keys))
        if not candidates and isinstance(mention.value, Quantity) and mention.value.unit.kind is Kind.RANK:
            continue
        yield _reading(text, sentence, mention.start, mention.end, candidates, keys)
    for date, candidates in date_candidates(sentence, lexicon, named, frozenset(keys)):
        yield _reading(text, sentence, date.start, date.end, candidates, keys)


def _reading(
    text: Text, sentence: Sentence, start: int, end: int, candidates: list[Candidate], keys: Mapping[Key, str]
) -> Reading:
    span = text.span(start, end)
    statements = []
    for candidate in candidates:
        places = {part: text.span(*where) for part, where in candidate.places.items()}
        places["sentence"] = text.span(sentence.start, sentence.end)
        statements.append(
            Statement(
                id=f"{span.line}:{span.column}",
                source=text.path,
                selector=Selector(text.content[sentence.start : sentence.end].strip()),
                proposition=candidate.proposition,
                basis=Basis.INFERRED if candidate.is_inferred else Basis.STATED,
                places={"": span} | places,
            )
        )
    link = next((keys[candidate.key] for candidate in candidates if candidate.key in keys), None)
    return Reading(Place(span, text.quote(span), ""), tuple(statements), link)
