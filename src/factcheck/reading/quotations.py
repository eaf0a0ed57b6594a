"""Words between quotation marks: exact, nested, over several paragraphs; apostrophes are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field, frozen

from factcheck.reading.mention import Mention
from factcheck.reading.news_block import METADATA, SILENT, NewsBlock, NewsKind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Quotation", "find_quotations"]


@frozen
class Quotation(Mention[str]):
    """Words that a text quotes; `value` holds them, `full_start` and `full_end` take in the marks.

    Attributes:
        depth: how many quotations it stands inside.
        part: which paragraph of a quotation of several this is, from 1; 0 where it is of one.
        is_block: whether it is set apart as a block, without marks.
        is_scare: whether it is a word or two that nobody need have said.
    """

    depth: int = 0
    part: int = 0
    is_block: bool = False
    is_scare: bool = False


_MARK: Final = re.compile("[“”„‟\"«»‘’‚‛']")
_DOUBLES: Final = {"“": "”", "„": "”", "‟": "”", "«": "»"}
_CLOSING: Final = frozenset("”»")
# The decade of '90s and the clipped 'em open nothing.
_CLIPPED: Final = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|n|bout|round|neath)\b", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.,!?…;:—–-]\Z")
_LONGEST_SCARE: Final = 60
# Nobody quotes deeper; the words of quotations in quotations would fill the memory.
_DEEPEST: Final = 8


@define
class _Open:
    """A mark that waits for the one that closes it."""

    mark: str
    start: int
    depth: int
    # Where an s with an apostrophe may have closed it: the soldiers' families.
    doubtful: int = -1


@define
class _Scan:
    """The marks of one block from left to right."""

    prose: str
    start: int
    end: int
    stack: list[_Open] = field(factory=list)
    waiting: dict[str, int] = field(factory=dict)
    found: list[tuple[int, int, int]] = field(factory=list)

    def opens(self, mark: str, at: int) -> None:
        self.stack.append(_Open(mark, at, len(self.stack)))
        self.waiting[mark] = self.waiting.get(mark, 0) + 1

    def closes(self, mark: str, at: int) -> None:
        """Close the last open mark of a kind, and give up those that never closed inside it."""
        if not self.waiting.get(mark):
            return
        while self.stack:
            last = self._popped()
            if last.mark == mark:
                if last.depth < _DEEPEST:
                    self.found.append((last.start, at, last.depth))
                return

    def _popped(self) -> _Open:
        last = self.stack.pop()
        self.waiting[last.mark] -= 1
        if last.doubtful >= 0 and last.depth < _DEEPEST:
            self.found.append((last.start, last.doubtful, last.depth))
        return last

    def rest(self) -> _Open | None:
        """The outermost double mark that nothing closed."""
        open_ = next((it for it in self.stack if it.mark not in "‘'"), None)
        while self.stack:
            self._popped()
        return open_


def find_quotations(prose: str, blocks: Sequence[NewsBlock]) -> list[Quotation]:
    """The quotations of a text in text order; a block of its own is one where it has no marks.

    >>> from factcheck.reading.news_block import NewsBlock
    >>> block = NewsBlock(NewsKind.PARAGRAPH, 0, 50)
    >>> [it.value for it in find_quotations("“He called it a ‘gift’,” said Lee’s aide. So “old”", [block])]
    ['He called it a ‘gift’,', 'gift', 'old']

    Args:
        prose: the text, blank where nothing is said.
        blocks: what it consists of.
    """
    found: list[Quotation] = []
    told = [block for block in blocks if block.kind not in SILENT and block.kind not in METADATA]
    part = 0
    for index, block in enumerate(told):
        scan = _scanned(prose, block)
        unclosed = scan.rest()
        here = [_quotation(prose, *span) for span in scan.found]
        part += 1
        if unclosed is not None and index + 1 < len(told) and _goes_on(prose, told[index + 1], unclosed.mark):
            here.append(
                evolve(_quotation(prose, unclosed.start, block.end, unclosed.depth, width=0), part=part)
            )
        else:
            here = [evolve(it, part=part) if part > 1 and it.full_start == block.start else it for it in here]
            part = 0
        if block.kind is NewsKind.BLOCKQUOTE and not any(_fills(it, block) for it in here):
            here.append(
                Quotation(
                    block.start,
                    block.end,
                    block.start,
                    block.end,
                    prose[block.start : block.end],
                    is_block=True,
                )
            )
        found += sorted(here, key=lambda it: (it.full_start, -it.full_end))
    return [it for it in found if it.start < it.end]


def _fills(quotation: Quotation, block: NewsBlock) -> bool:
    return 2 * (quotation.end - quotation.start) > block.end - block.start


def _goes_on(prose: str, following: NewsBlock, mark: str) -> bool:
    """Whether the next paragraph opens with the mark that this one left open."""
    return following.kind in {NewsKind.PARAGRAPH, NewsKind.BLOCKQUOTE} and prose[following.start] == mark


def _quotation(prose: str, opening: int, closing: int, depth: int, width: int = 1) -> Quotation:
    start, end = opening + 1, closing
    while start < end and prose[start].isspace():
        start += 1
    while start < end and prose[end - 1].isspace():
        end -= 1
    words = prose[start:end]
    short = len(words) <= _LONGEST_SCARE and len(words.split()) <= 2
    is_scare = short and _ENDED.search(words) is None
    return Quotation(start, end, opening, closing + width, words, depth=depth, is_scare=is_scare)


def _scanned(prose: str, block: NewsBlock) -> _Scan:
    scan = _Scan(prose, block.start, block.end)
    for found in _MARK.finditer(prose, block.start, block.end):
        mark, at = found[0], found.start()
        if mark in _DOUBLES:
            # „So“ closes with what opens elsewhere.
            scan.closes("„", at) if mark == "“" and scan.waiting.get("„") else scan.opens(mark, at)
        elif mark in _CLOSING:
            scan.closes(next((it for it in _OPENERS[mark] if scan.waiting.get(it)), ""), at)
        elif mark == '"':
            _straight(scan, at)
        else:
            _single(scan, mark, at)
    return scan


_OPENERS: Final = {"”": ("“", "„", "‟"), "»": ("«",)}


def _around(scan: _Scan, at: int) -> tuple[str, str]:
    """The characters beside a mark; the ends of the block are spaces."""
    before = scan.prose[at - 1] if at > scan.start else " "
    after = scan.prose[at + 1] if at + 1 < scan.end else " "
    return before, after


def _straight(scan: _Scan, at: int) -> None:
    """A straight double mark: what stands beside it tells whether it opens or closes."""
    before, after = _around(scan, at)
    starts = (before.isspace() or before in "([{—–-/“‘'\"") and not after.isspace()
    is_open = bool(scan.waiting.get('"'))
    if before.isdigit() and not is_open:
        return  # inches
    if starts and not (is_open and before in "—–-'\"‘“"):
        scan.opens('"', at)
    elif is_open:
        scan.closes('"', at)


def _single(scan: _Scan, mark: str, at: int) -> None:
    """A single mark, unless it is an apostrophe."""
    before, after = _around(scan, at)
    kind = "'" if mark == "'" else "‘"
    opens = not before.isalnum() and not after.isspace() and before not in ".,!?;:"
    if mark in "‘‚‛" or (mark == "'" and opens):
        if opens and not _CLIPPED.match(scan.prose, at, scan.end):
            scan.opens(kind, at)
        return
    if before.isspace() or after.isalnum() or not scan.waiting.get(kind):
        return
    if scan.stack and scan.stack[-1].mark == kind:
        follows = scan.prose[at + 2 : at + 3] if after == " " else ""
        if before in "sS" and follows.islower():
            scan.stack[-1].doubtful = scan.stack[-1].doubtful if scan.stack[-1].doubtful >= 0 else at
            return
        scan.stack[-1].doubtful = -1
    scan.closes(kind, at)
