"""The blocks of a news text by what a newsroom calls them: headline, byline, dateline, caption, paragraph."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["METADATA", "SILENT", "NewsBlock", "NewsKind"]


class NewsKind(StrEnum):
    """What a block of a news text is."""

    FRONT_MATTER = "front-matter"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    LAST_UPDATE = "last-update"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CAPTION = "caption"
    BLOCKQUOTE = "blockquote"
    FURNITURE = "furniture"
    CODE = "code"
    COMMENT = "comment"


SILENT = frozenset({NewsKind.FRONT_MATTER, NewsKind.FURNITURE, NewsKind.CODE, NewsKind.COMMENT})
"""Blocks that say nothing: the site's own words, code and remarks."""

METADATA = frozenset({NewsKind.BYLINE, NewsKind.DATELINE, NewsKind.LAST_UPDATE})
"""Blocks that speak of the article, not of the world: their dates are read, and nothing else."""


@frozen
class NewsBlock:
    """A stretch of a news text that is one thing.

    Attributes:
        kind: what it is.
        start: first code point that is neither space nor mark-up.
        end: one past the last one.
    """

    kind: NewsKind
    start: int
    end: int
