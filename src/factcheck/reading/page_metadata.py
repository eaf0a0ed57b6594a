"""What a page says of itself in its head: JSON-LD, meta tags, time elements, the canonical address."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading.metadata import Trust, Word
from factcheck.reading.page_roles import is_page
from factcheck.text.markup import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.text.span import Text

__all__ = ["from_page"]

_TAG: Final = re.compile(r"<(?P<name>meta|link|time|title|script)\b(?P<rest>[^<>]*+)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([A-Za-z][\w:.-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_SCRIPT_END: Final = re.compile(r"</script\b", re.IGNORECASE)
_META: Final = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "author": "authors",
    "article:author": "authors",
    "dc.creator": "authors",
    "parsely-author": "authors",
    "og:site_name": "publisher",
    "publisher": "publisher",
    "application-name": "publisher",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "last-modified": "modified",
    "lastmod": "modified",
    "og:url": "url",
}
_ARTICLES: Final = frozenset(
    {
        "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle", "BlogPosting",
        "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle",
        "ReviewNewsArticle", "SocialMediaPosting", "WebPage",
    }
)  # fmt: skip
_MOST_NODES: Final = 10_000  # of one JSON-LD block


def from_page(text: Text) -> Iterator[Word]:
    """What the mark-up of a page says, JSON-LD first; nothing for other files.

    >>> from factcheck.text.span import Text
    >>> [(it.field, it.value) for it in from_page(Text("a.html", '<meta name="author" content="Ann Lee">'))]
    [('authors', 'Ann Lee')]
    """
    if not is_page(text):
        return
    content = COMMENT.sub(lambda comment: " " * len(comment[0]), text.content)
    tags: list[Word] = []
    position = 0
    while found := _TAG.search(content, position):
        position = found.end()
        name, attributes = found["name"].lower(), _attributes(found)
        if name == "script":
            closing = _SCRIPT_END.search(content, position)
            end = closing.start() if closing is not None else len(content)
            if attributes.get("type", ("", 0, 0))[0].strip().lower() == "application/ld+json":
                yield from _linked_data(content, position, end)
            position = end
        elif name == "title":
            end = content.find("<", position)
            tags.append(_word("title", (content[position:end], position, end)) if end >= 0 else _NOTHING)
        else:
            tags += _tag(name, attributes, content, found.start())
    # A title that the site's own name follows comes last.
    yield from sorted(tags, key=lambda word: content[word.start - 7 : word.start].lower() == "<title>")


_NOTHING: Final = Word("title", "", 0, 0, Trust.MARKUP)


def _attributes(tag: re.Match[str]) -> dict[str, tuple[str, int, int]]:
    """The attributes of a tag: value, start and end."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(tag.string, *tag.span("rest")):
        group = match.lastindex or 4
        found.setdefault(match[1].lower(), (match[group], *match.span(group)))
    return found


def _word(field: str, said: tuple[str, int, int]) -> Word:
    return Word(field, unescape(said[0]), said[1], said[2], Trust.MARKUP)


def _tag(name: str, attributes: dict[str, tuple[str, int, int]], content: str, start: int) -> Iterator[Word]:
    """What a meta, link or time element says."""

    def told(*keys: str) -> str:
        return next((attributes[key][0].strip().lower() for key in keys if key in attributes), "")

    if name == "meta" and "content" in attributes:
        field = _META.get(told("property")) or _META.get(told("name")) or _META.get(told("itemprop"))
        # An address of its author's page is no name.
        if field is not None and not (field == "authors" and "://" in attributes["content"][0]):
            yield _word(field, attributes["content"])
    elif name == "link" and told("rel") == "canonical" and "href" in attributes:
        yield _word("url", attributes["href"])
    elif name == "time" and "datetime" in attributes:
        hints = (
            told("itemprop") + told("class") + content[max(start - 60, 0) : start].rpartition(">")[2].lower()
        )
        is_update = "modif" in hints or "updat" in hints
        yield _word("modified" if is_update else "published", attributes["datetime"])


def _linked_data(content: str, start: int, end: int) -> Iterator[Word]:
    """What the first article of a JSON-LD block says; a broken block says nothing."""
    try:
        data = json.loads(content[start:end])
    except (ValueError, RecursionError):
        return
    articles = sorted(_articles(data), key=lambda node: "WebPage" in _types(node))
    places = _places(content, start, end) if articles else {}
    for article in articles[:1]:
        for field, key, value in _said(article):
            where = places.get((key, value))
            if where is not None:
                yield Word(field, unescape(value), *where, Trust.MARKUP)


def _articles(data: object) -> Iterator[dict[str, Any]]:
    """The nodes of the data that are articles, however deep they lie."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if not _ARTICLES.isdisjoint(_types(node)):
                yield node
            waiting += [value for value in node.values() if isinstance(value, list | dict)]


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _said(article: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Field, key and value of what an article says."""
    for field, key in (
        ("title", "headline"),
        ("published", "datePublished"),
        ("modified", "dateModified"),
        ("url", "url"),
    ):
        if isinstance(article.get(key), str):
            yield field, key, article[key]
    for field, key in (("authors", "author"), ("publisher", "publisher")):
        said = article.get(key)
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, str):
                yield field, key, one
            elif isinstance(one, dict) and isinstance(one.get("name"), str):
                yield field, "name", one["name"]


_STRING: Final = re.compile(
    r"\"(headline|datePublished|dateModified|url|author|publisher|name)\"\s*+:\s*+[\[\s]*+(\"(?:[^\"\\]|\\.)*+\")"
)


def _places(content: str, start: int, end: int) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each key with each value stands first."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for match in _STRING.finditer(content, start, end):
        try:
            value = json.loads(match[2])
        except ValueError:
            continue
        found.setdefault((match[1], value), (match.start(2) + 1, match.end(2) - 1))
    return found
