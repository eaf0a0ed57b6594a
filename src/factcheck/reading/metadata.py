"""Who wrote a news text, when and where it was published: each detail with the words that say it."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

from factcheck.reading.dates import find_dates
from factcheck.reading.language import load
from factcheck.reading.news_block import NewsKind
from factcheck.text.prose import front_matter
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.reading.news_block import NewsBlock
    from factcheck.text.span import Text

__all__ = ["Detail", "Metadata", "Trust", "Word", "day_of", "from_blocks", "from_front_matter", "merged"]

Value = TypeVar("Value")


class Trust(IntEnum):
    """How far a detail can be trusted, by where it was found."""

    BYLINE = 1
    MARKUP = 2
    FRONT_MATTER = 3


@frozen
class Detail(Generic[Value]):
    """One detail of a text, and where it stands in the file.

    Attributes:
        value: what is said.
        start: first code point of the words that say it.
        end: one past the last.
        trust: how far it can be trusted.
    """

    value: Value
    start: int
    end: int
    trust: Trust


@frozen
class Metadata:
    """What a text says of itself; None where it says nothing.

    The day of its last update is never taken for the day of publication.

    Attributes:
        title: its headline.
        authors: who wrote it.
        publisher: the newsroom.
        published: the day it was published.
        modified: the day it was last changed.
        url: its address.
    """

    title: Detail[str] | None = None
    authors: tuple[Detail[str], ...] = ()
    publisher: Detail[str] | None = None
    published: Detail[When] | None = None
    modified: Detail[When] | None = None
    url: Detail[str] | None = None


@frozen
class Word:
    """What one place of a file says of one field, in the words of the file."""

    field: str
    value: str
    start: int
    end: int
    trust: Trust


_FIELDS: Final = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "by", "byline", "creator"), "authors"),
    **dict.fromkeys(("publisher", "publication", "site", "site_name", "outlet"), "publisher"),
    **dict.fromkeys(("published", "date", "datePublished", "published_at", "pubdate"), "published"),
    **dict.fromkeys(
        ("modified", "updated", "lastmod", "dateModified", "last_update", "last_updated"), "modified"
    ),
    **dict.fromkeys(("url", "link", "canonical", "permalink"), "url"),
}
_ISO: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])", re.ASCII)
_LISTED: Final = re.compile(r"[^,\[\]\"']++")


def merged(words: Iterable[Word], content: str) -> Metadata:
    """The metadata of a text: for each field the most trusted word, the first among equals."""
    found: dict[str, list[Word]] = {}
    for word in words:
        if word.value.strip() and (
            word.field not in {"published", "modified"} or day_of(word, content) is not None
        ):
            found.setdefault(word.field, []).append(word)
    best = {field: max(said, key=lambda word: word.trust) for field, said in found.items()}
    authors = [word for word in found.get("authors", ()) if word.trust is best["authors"].trust]
    by_name = {" ".join(word.value.split()): word for word in reversed(authors)}
    names = sorted(((name, word) for name, word in by_name.items()), key=lambda it: it[1].start)
    return Metadata(
        title=_text(best.get("title")),
        authors=tuple(Detail(name, word.start, word.end, word.trust) for name, word in names),
        publisher=_text(best.get("publisher")),
        published=_date(best.get("published"), content),
        modified=_date(best.get("modified"), content),
        url=_text(best.get("url")),
    )


def _text(word: Word | None) -> Detail[str] | None:
    return None if word is None else Detail(" ".join(word.value.split()), word.start, word.end, word.trust)


def _date(word: Word | None, content: str) -> Detail[When] | None:
    when = None if word is None else day_of(word, content)
    return None if word is None or when is None else Detail(when, word.start, word.end, word.trust)


def day_of(word: Word, content: str) -> When | None:
    """The date that a field says, ISO 8601 or in words; None where it says none."""
    iso = _ISO.match(word.value.strip())
    try:
        if iso is not None:
            return When.parse(iso[0], words=content[word.start : word.end])
        return next(
            (found.value for found in find_dates(word.value[:200], None) if found.value.is_instant), None
        )
    except ValueError:
        return None


def from_front_matter(text: Text) -> Iterator[Word]:
    """What the lines of front matter say."""
    for key, (value, start, end) in front_matter(text).items():
        field = _FIELDS.get(key) or _FIELDS.get(key.lower())
        if field == "authors":
            for name in _LISTED.finditer(value):
                kept = name[0].strip()
                if kept:
                    first = start + name.start() + len(name[0]) - len(name[0].lstrip())
                    yield Word(field, kept, first, first + len(kept), Trust.FRONT_MATTER)
        elif field is not None:
            yield Word(field, value, start, end, Trust.FRONT_MATTER)


def from_blocks(visible: str, blocks: Sequence[NewsBlock]) -> Iterator[Word]:
    """What headline, byline, dateline and the line of the last update say."""
    for block in blocks:
        if block.kind is NewsKind.HEADLINE:
            yield Word("title", visible[block.start : block.end], block.start, block.end, Trust.BYLINE)
        elif block.kind in {NewsKind.BYLINE, NewsKind.DATELINE}:
            yield from _byline(visible, block)
        elif block.kind is NewsKind.LAST_UPDATE:
            yield from _dates(visible, block, "modified")


_UPDATED: Final = re.compile(r"\b(?:last )?(?:updated?|modified|edited)\b", re.IGNORECASE)
_BY: Final = re.compile(r"\bby:? +", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?:[^\W\d_]|[.'’-])++"
    r"(?: (?:(?:de|da|di|du|van|von|der|den|bin|al|el|la|le|dos) )*+(?:[^\W\d_]|[.'’-])++){0,4}+"
)
_BETWEEN: Final = re.compile(r"\s*(?:,|&|\band\b)\s*(?:and\s+)?", re.IGNORECASE)
_AGENCY: Final = re.compile(r"\(([^()]{2,40})\)\s*\Z")


def _byline(visible: str, block: NewsBlock) -> Iterator[Word]:
    updated = _UPDATED.search(visible, block.start, block.end)
    end = updated.start() if updated is not None else block.end
    yield from _dates(visible, block, "published", end=end)
    if updated is not None:
        yield from _dates(visible, block, "modified", start=end)
    if block.kind is NewsKind.DATELINE:
        agency = _AGENCY.search(visible, block.start, block.end)
        if agency is not None:
            yield Word("publisher", agency[1], *agency.span(1), Trust.BYLINE)
        return
    by = _BY.search(visible, block.start, end)
    position = by.end() if by is not None else block.start
    if by is None and any(character.isdigit() for character in visible[block.start : end]):
        return
    while found := _NAME.match(visible, position, end):
        stop = found.start() + len(_without_month(found[0]))
        is_date = (
            visible[stop : stop + 2].strip(" ")[:1].isdigit() and " " not in visible[found.start() : stop]
        )
        if stop == found.start() or is_date or not found[0][0].isupper():
            return
        yield Word("authors", visible[found.start() : stop], found.start(), stop, Trust.BYLINE)
        between = _BETWEEN.match(visible, stop, end)
        if between is None:
            return
        position = between.end()


_NO_NAME: Final = frozenset({"in", "for", "at", "and", "published", "posted", "on"})


def _without_month(name: str) -> str:
    """A name without the month, weekday or place that a date or an address begins with."""
    kept: list[str] = []
    dates = load("en", "dates")
    for word in name.split(" "):
        plain = word.rstrip(".")
        is_date = plain.capitalize() in dates["months"] or plain.capitalize() in dates["weekdays"]
        if kept and (is_date or plain.casefold() in _NO_NAME):
            break
        kept.append(word)
    return " ".join(kept).rstrip(" -")


def _dates(
    visible: str, block: NewsBlock, field: str, start: int | None = None, end: int | None = None
) -> Iterator[Word]:
    first, last = block.start if start is None else start, block.end if end is None else end
    for found in find_dates(visible, None, first, last):
        if found.value.is_instant and found.value.edtf[:1].isdigit() and len(found.value.edtf) >= 10:
            yield Word(field, found.value.edtf, found.start, found.end, Trust.BYLINE)
            return
