"""The page that a full report is set on: its width, its colours, its alphabet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len

from factcheck.report.show import as_ascii, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Page"]

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "36",
    "help": "32",
    "related": "1;34",
    "frame": "34",
    "strong": "1",
    "dim": "2",
}
_ASCII = str.maketrans({"│": "|", "█": "#", "▒": "!", "░": "."})


@frozen
class Page:
    """Width, colour and alphabet of one rendering.

    Attributes:
        width: columns of the terminal.
        color: whether styles become escape sequences.
        ascii_only: whether ornaments and quotations are put in ASCII.
    """

    width: int
    color: bool
    ascii_only: bool

    def paint(self, style: str, text: str) -> str:
        r"""Text in one of the named styles.

        >>> Page(80, color=True, ascii_only=False).paint("strong", "claim")
        '\x1b[1mclaim\x1b[0m'
        """
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color and text else text

    @property
    def ellipsis(self) -> str:
        """What stands for words left out."""
        return "..." if self.ascii_only else "…"

    @property
    def corner(self) -> str:
        """What leads to the place of a passage."""
        return " --> " if self.ascii_only else " ╭─ "

    def ornament(self, text: str) -> str:
        """Our own marks, in the page's alphabet, each as wide as before."""
        return text.translate(_ASCII) if self.ascii_only else text

    def say(self, text: str) -> str:
        """Foreign words on one line, harmless to the terminal and in the page's alphabet."""
        shown = one_line(text)
        return as_ascii(shown) if self.ascii_only else shown

    def wrap(self, text: str, width: int) -> list[str]:
        """Lines of at most `width` cells, broken at spaces, and inside a word only where it fills a line.

        >>> Page(80, color=False, ascii_only=False).wrap("backed by two sources", 12)
        ['backed by', 'two sources']
        """
        lines = [""]
        for word in filter(None, text.split(" ")):
            for piece in _pieces(word, width):
                longer = f"{lines[-1]} {piece}" if lines[-1] else piece
                if cell_len(longer) <= width:
                    lines[-1] = longer
                else:
                    lines.append(piece)
        return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that each fit on a line; nearly always the word itself."""
    if cell_len(word) <= width:
        yield word
        return
    piece, used = "", 0
    for character in word:
        cells = cell_len(character)
        if used + cells > width:
            yield piece
            piece, used = "", 0
        piece += character
        used += cells
    yield piece
