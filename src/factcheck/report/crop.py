"""A source line cut to the room there is, so that the words meant stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len

if TYPE_CHECKING:
    from factcheck.report.page import Page

__all__ = ["Line", "crop"]

# A line is cut at a space if there is one this near.
_WORD = 14


@frozen
class Line:
    """One line of a passage.

    Attributes:
        number: its number in the file, from 1.
        before: what stands before the words meant.
        inside: the words meant.
        after: what follows them.
    """

    number: int
    before: str
    inside: str
    after: str


def crop(line: Line, room: int, page: Page) -> tuple[str, int, int]:
    """The line as it fits the room, and the cells where the words meant begin and that they fill.

    >>> from factcheck.report.page import Page
    >>> page = Page(80, color=False, ascii_only=False)
    >>> crop(Line(1, "In all the port sent ", "94 men", " north in the last week of May"), 34, page)
    ('…port sent 94 men north in the…', 11, 6)

    Args:
        line: what to show.
        room: cells there are.
        page: what to set it on.
    """
    before, inside, after = page.say(line.before.lstrip()), line.inside, line.after
    if not inside:
        inside, after = after[:1] or " ", after[1:]
    if len(inside) > 3 * room:
        inside, after = inside[: 3 * room] + page.ellipsis, ""
    inside, after = page.say(inside), page.say(after)
    spare = room - cell_len(inside)
    if spare < 2 * len(page.ellipsis):
        before = page.ellipsis if before else ""
        inside = _head(inside, room - len(before), page.ellipsis)
        after = ""
    else:
        # The words that follow tell more than those before, and a label needs room on the right.
        share = max(spare * 2 // 5, spare - cell_len(after))
        before = _tail(before, share, page.ellipsis)
        after = _head(after, spare - cell_len(before), page.ellipsis)
    return before + inside + after, cell_len(before), max(cell_len(inside), 1)


def _head(text: str, cells: int, ellipsis: str) -> str:
    """The beginning of a text, with an ellipsis where it had to be cut."""
    if cell_len(text) <= cells:
        return text
    used, end = len(ellipsis), 0
    for character in text:
        used += cell_len(character)
        if used > cells:
            break
        end += 1
    space = text.rfind(" ", max(end - _WORD, 0), end + 1)
    return text[: space if space > 0 else end] + ellipsis


def _tail(text: str, cells: int, ellipsis: str) -> str:
    """The end of a text, with an ellipsis where it had to be cut."""
    if cell_len(text) <= cells:
        return text
    used, start = len(ellipsis), len(text)
    while start and used + cell_len(text[start - 1]) <= cells:
        start -= 1
        used += cell_len(text[start])
    # A combining mark must not be left without its letter.
    while start < len(text) and not cell_len(text[start]):
        start += 1
    space = text.find(" ", max(start - 1, 0), start + _WORD)
    return ellipsis + text[space + 1 if 0 <= space < len(text) - 1 else start :]
