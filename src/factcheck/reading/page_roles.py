"""What the elements of a page tell of the blocks inside them: navigation, captions, bylines, the headline."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.reading.language import load
from factcheck.reading.news_block import NewsKind

if TYPE_CHECKING:
    from factcheck.text.span import Text

__all__ = ["Roles", "is_page", "page_roles"]

_TAG: Final = re.compile(
    r"<(?P<close>/?)(?P<name>nav|footer|aside|form|title|h1|figcaption|address|p|div|span|a|section|ul|time)\b(?P<rest>[^<>]*+)>",
    re.IGNORECASE,
)
_BY_NAME: Final = {
    **dict.fromkeys(("nav", "footer", "aside", "form", "title"), NewsKind.FURNITURE),
    "h1": NewsKind.HEADLINE,
    "figcaption": NewsKind.CAPTION,
}
_HINT: Final = re.compile(
    r"\b(?:class|id|rel|itemprop|role)\s{0,3}=\s{0,3}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))",
    re.IGNORECASE,
)
# A class that only speaks of furniture, such as "has-sidebar", is that of a page with some.
_EXACT: Final = {
    word: NewsKind(kind) for kind, words in load("en", "layout")["classes"].items() for word in words
}
_INSIDE: Final = {"byline": NewsKind.BYLINE, "caption": NewsKind.CAPTION}


@frozen
class Roles:
    """Stretches of a page and what each is; inside one another, the outermost counts."""

    _starts: tuple[int, ...]
    _ends: tuple[int, ...]
    _kinds: tuple[NewsKind, ...]

    def at(self, offset: int) -> NewsKind | None:
        """What the page says the block at an offset is."""
        index = bisect_right(self._starts, offset) - 1
        return self._kinds[index] if index >= 0 and offset < self._ends[index] else None


def is_page(text: Text) -> bool:
    """Whether a file is HTML, by its ending."""
    return text.path.lower().endswith((".html", ".htm", ".xhtml"))


def page_roles(text: Text) -> Roles:
    """The roles that the elements of a page give; none for other files. What never closes gives none.

    >>> from factcheck.text.span import Text
    >>> page_roles(Text("a.html", "<nav>Home</nav><p>Rain.</p>")).at(5)
    <NewsKind.FURNITURE: 'furniture'>
    """
    if not is_page(text):
        return Roles((), (), ())
    waiting: dict[str, list[tuple[int, NewsKind | None]]] = {}
    found: list[tuple[int, int, NewsKind]] = []
    for tag in _TAG.finditer(text.content):
        name = tag["name"].lower()
        if not tag["close"]:
            if not tag["rest"].endswith("/"):
                waiting.setdefault(name, []).append((tag.start(), _role(name, tag["rest"])))
        elif waiting.get(name):
            start, kind = waiting[name].pop()
            if kind is not None:
                found.append((start, tag.end(), kind))
    outer: list[tuple[int, int, NewsKind]] = []
    for start, end, kind in sorted(found, key=lambda it: (it[0], -it[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end, kind))
    starts, ends, kinds = zip(*outer, strict=True) if outer else ((), (), ())
    return Roles(starts, ends, kinds)


def _role(name: str, attributes: str) -> NewsKind | None:
    if name in _BY_NAME:
        return _BY_NAME[name]
    for hint in _HINT.finditer(attributes[:1000]):
        for word in (hint[1] or hint[2] or hint[3] or "").casefold().split():
            kind = _EXACT.get(word) or next((kind for part, kind in _INSIDE.items() if part in word), None)
            if kind is not None:
                return kind
    return None
