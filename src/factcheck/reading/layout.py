"""Which block of a news text is the headline, the byline, a caption: by place, length and opening words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck.reading.dates import find_dates
from factcheck.reading.language import load
from factcheck.reading.news_block import NewsBlock, NewsKind
from factcheck.reading.page_roles import page_roles
from factcheck.text.block import BlockKind, lines
from factcheck.text.prose import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.text.block import Block
    from factcheck.text.span import Text

__all__ = ["news_blocks"]

_KINDS: Final = {
    BlockKind.FRONT_MATTER: NewsKind.FRONT_MATTER,
    BlockKind.HEADING: NewsKind.HEADING,
    BlockKind.LIST_ITEM: NewsKind.LIST_ITEM,
    BlockKind.TABLE_ROW: NewsKind.TABLE_ROW,
    BlockKind.BLOCKQUOTE: NewsKind.BLOCKQUOTE,
    BlockKind.CODE: NewsKind.CODE,
    BlockKind.COMMENT: NewsKind.COMMENT,
}
_LONGEST_LINE: Final = 160  # of the lines above an article
_LONGEST_HEADLINE: Final = 220
_LONGEST_CAPTION: Final = 600
_HEAD_BLOCKS: Final = 16  # an article begins before that
_WORD: Final = re.compile(r"[^\W\d_][\w.’'-]*")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_BYLINE: Final = re.compile(r"(?:written |reported |story |text )?by:? +(?=[^\W\d_])", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"(?: / |[(\[](?:photo|image|picture|credit|source|courtesy)\b[^()\[\]\r\n]{0,80}+[)\]]\.?"
    r"|\b(?:photo|image|credit)s?(?: by|:) ?|© ?)"
    r"(?:[^\s/]++(?: [^\s/]++){0,5}+)?\Z",
    re.IGNORECASE,
)
# BRUSSELS, Jan 12 (Reuters) - ; WASHINGTON (AP) — ; London, 12 January 2018 –
_DATELINE: Final = re.compile(
    r"(?P<place>[^\W\d_a-z](?:[^\W\d_]|[.'’ /-]){1,40}+(?:, (?:[^\W\d_]|[.'’ -]){2,30}+){0,2})"
    r"(?P<date>,? (?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}\.?)(?:,? \d{4})?)?"
    r"(?P<agency>,? ?\([^()\r\n]{2,40}\))?"
    r" ?(?:—|–|--|-(?= ))[ —–-]?"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("en", "layout")[name])


@cache
def _opening(name: str) -> re.Pattern[str]:
    longest_first = sorted(load("en", "layout")[name], key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, longest_first))})\b(?: on\b| at\b)?\s*[:|–—-]?", re.IGNORECASE
    )


def news_blocks(text: Text, visible: str) -> tuple[NewsBlock, ...]:
    r"""The blocks of a news text in order.

    >>> from factcheck.text.prose import prose
    >>> from factcheck.text.span import Text
    >>> text = Text("a.txt", "Port Grows\n\nBy Ann Lee, May 3, 2021\n\nThe port of Hull grew by 3 berths.")
    >>> [block.kind.value for block in news_blocks(text, prose(text))]
    ['headline', 'byline', 'paragraph']

    Args:
        text: the file.
        visible: its prose, of the same length.
    """
    pieces = list(_pieces(text, visible))
    kinds = _with_headline(visible, pieces)
    return tuple(
        refined
        for piece, kind in zip(pieces, kinds, strict=True)
        for refined in _with_dateline(visible, NewsBlock(kind, piece.start, piece.end))
    )


def _pieces(text: Text, visible: str) -> Iterator[NewsBlock]:
    """The blocks by what each says of itself; the head of an article by its lines."""
    roles = page_roles(text)
    in_head, seen = True, 0
    for block in (_grown(visible, block) for block in blocks(text)):
        role = roles.at(block.start)
        kind = _KINDS.get(block.kind, NewsKind.PARAGRAPH)
        if kind not in {NewsKind.PARAGRAPH, NewsKind.HEADING}:
            yield NewsBlock(
                NewsKind.FURNITURE if role is NewsKind.FURNITURE else kind, block.start, block.end
            )
            continue
        if role is not None:
            yield NewsBlock(role, block.start, block.end)
            continue
        seen += 1
        in_head = in_head and seen <= _HEAD_BLOCKS
        if kind is NewsKind.HEADING:
            yield NewsBlock(kind, block.start, block.end)
            continue
        for piece in _lines_of(visible, block) if in_head else (NewsBlock(kind, block.start, block.end),):
            found = _kind_of(visible, piece.start, piece.end, in_head=in_head)
            yield NewsBlock(found, piece.start, piece.end)
            in_head = in_head and not (found is NewsKind.PARAGRAPH and _is_prose(visible, piece))


def _grown(visible: str, block: Block) -> Block:
    """A block with the characters at its edges that the mark-up spells out: `&ldquo;Yes&rdquo;`."""
    start, end = block.start, block.end
    while start and not visible[start - 1].isspace():
        start -= 1
    while end < len(visible) and not visible[end].isspace():
        end += 1
    return evolve(block, start=start, end=end) if (start, end) != (block.start, block.end) else block


def _lines_of(visible: str, block: Block) -> Iterator[NewsBlock]:
    """A block above the article, parted at the lines that are a byline or a date."""
    begin = block.start
    for start, end in lines(visible, block.start, block.end):
        words = visible[start:end]
        first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if first < last and _line_kind(visible, first, last) is not None:
            before = visible[begin:start].rstrip()
            if before:
                yield NewsBlock(NewsKind.PARAGRAPH, begin, begin + len(before))
            yield NewsBlock(NewsKind.PARAGRAPH, first, last)
            rest = visible[end : block.end]
            begin = end + len(rest) - len(rest.lstrip())
    if begin < block.end:
        yield NewsBlock(NewsKind.PARAGRAPH, begin, block.end)


def _kind_of(visible: str, start: int, end: int, *, in_head: bool) -> NewsKind:
    """What a paragraph is by its own words."""
    if end - start <= _LONGEST_CAPTION and _is_caption(visible, start, end):
        return NewsKind.CAPTION
    if end - start > _LONGEST_LINE:
        return NewsKind.PARAGRAPH
    if " ".join(visible[start:end].casefold().split()) in _words("furniture"):
        return NewsKind.FURNITURE
    found = _line_kind(visible, start, end)
    if found is NewsKind.LAST_UPDATE or (found is not None and in_head):
        return found
    return NewsKind.PARAGRAPH


def _line_kind(visible: str, start: int, end: int) -> NewsKind | None:
    """Whether a line tells who wrote the article, or when it was published or changed."""
    if end - start > _LONGEST_LINE or "\n" in visible[start:end]:
        return None
    words = visible[start:end]
    has_figure = any(character.isdigit() for character in words)
    if has_figure and _opening("updated").match(words):
        return None if _SENTENCE_END.search(words) else NewsKind.LAST_UPDATE
    position = start
    if has_figure:
        if opening := _opening("published").match(visible, start, end):
            position = opening.end()
        if (date := _leading_date(visible, position, end)) is not None:
            position = date
    byline = _BYLINE.match(visible, position + _spaces(visible, position, end), end)
    if byline is not None:
        return NewsKind.BYLINE if _is_signed(visible[byline.end() : end]) else None
    is_date = position > start and not _WORD.search(_TIME.sub("", visible[position:end]))
    return NewsKind.BYLINE if is_date else None


_TIME: Final = re.compile(r"\b(?:at|[ap]\.?m|utc|gmt|bst|cet|est|edt|pst|pdt|[ap]m)\b", re.IGNORECASE)
_SPACE: Final = re.compile(r"[\s|,·•–—-]*")


def _spaces(visible: str, start: int, end: int) -> int:
    found = _SPACE.match(visible, start, end)
    return found.end() - start if found else 0


def _leading_date(visible: str, start: int, end: int) -> int | None:
    """The end of a full date at the start of a line."""
    for found in find_dates(visible, None, start, end):
        before = visible[start : found.full_start].strip(" \t:|,·•-–—")
        return found.end if not before and len(found.value.edtf) >= 10 else None
    return None


def _is_signed(words: str) -> bool:
    """Whether words after "By" are names and dates, not the rest of a sentence."""
    found = _WORD.findall(words)
    plain = [
        word for word in found if word[0].islower() and word.rstrip(".").casefold() not in _words("byline")
    ]
    return bool(found) and found[0][0].isupper() and not plain and not words.endswith(("!", "?", "…"))


def _is_caption(visible: str, start: int, end: int) -> bool:
    words = visible[start:end]
    opening = _opening("captions").match(words)
    if opening is not None and opening[0][-1] in ":|–—-":
        return True
    return _CREDIT.search(words[-160:]) is not None


def _is_prose(visible: str, block: NewsBlock) -> bool:
    """Whether a block is a sentence or more: from there on the article itself is read."""
    words = visible[block.start : block.end]
    return len(words) > _LONGEST_HEADLINE or (
        len(words.split()) > 5 and _SENTENCE_END.search(words) is not None
    )


def _with_headline(visible: str, pieces: list[NewsBlock]) -> list[NewsKind]:
    """The kinds, with the headline told from the other headings: the first of them above the article."""
    kinds = [piece.kind for piece in pieces]
    shown = [index for index, kind in enumerate(kinds) if kind not in _UNSEEN]
    if NewsKind.HEADLINE in kinds:
        return kinds
    for index in shown:
        piece = pieces[index]
        if kinds[index] is NewsKind.HEADING:
            kinds[index] = NewsKind.HEADLINE
            return kinds
        if kinds[index] is NewsKind.PARAGRAPH:
            follows = index != shown[-1]
            if not follows or _is_prose(visible, piece):
                return kinds
            kinds[index] = NewsKind.HEADLINE
            return kinds
    return kinds


_UNSEEN: Final = frozenset({NewsKind.FRONT_MATTER, NewsKind.FURNITURE, NewsKind.CODE, NewsKind.COMMENT})


def _with_dateline(visible: str, block: NewsBlock) -> Iterator[NewsBlock]:
    """A paragraph, parted from the place and date that open it."""
    if block.kind is NewsKind.PARAGRAPH:
        found = _DATELINE.match(visible, block.start, block.end)
        if found is not None and (found["date"] or found["agency"] or found["place"].isupper()):
            rest = visible[found.end() : block.end]
            if rest.strip():
                yield NewsBlock(NewsKind.DATELINE, block.start, block.start + len(found[0].rstrip(" —–-")))
                yield NewsBlock(block.kind, found.end() + len(rest) - len(rest.lstrip()), block.end)
                return
    yield block
