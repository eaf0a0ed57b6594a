"""Names without a vocabulary: words in capitals with what belongs to them, and their short forms later on."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from factcheck.reading.gazetteer import demonyms, is_place
from factcheck.reading.language import load
from factcheck.reading.mention import Mention
from factcheck.reading.news_block import METADATA, SILENT
from factcheck.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reading.news_block import NewsBlock

__all__ = ["Name", "NameSort", "find_names"]


class NameSort(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@frozen
class Name(Mention[str]):
    """A name; `value` is its fullest form in the text, `full_start` takes in title and role.

    Attributes:
        sort: what it names, as far as it can be told.
        title: title or role as written, empty where there is none.
        acronym: what stands for it in brackets behind it, empty where nothing does.
    """

    sort: NameSort = NameSort.OTHER
    title: str = ""
    acronym: str = ""


@frozen
class _Word:
    text: str
    start: int
    end: int
    owns: bool = False
    opens: bool = False
    joined: bool = False  # only spaces part it from the word before

    @property
    def key(self) -> str:
        return self.text.casefold().rstrip(".")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        plain = self.text.replace(".", "")
        return len(plain) > 1 and sum(character.isupper() for character in plain) > 1 and plain.isalnum()


_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*(?:(?<=\.\w)\.)?")
_ACRONYM: Final = re.compile(r"\s?\(([^\W\d_a-z][^\W_]{1,9})\)")
_POINTED: Final = re.compile(r"\.\s{1,3}\Z")
_LONGEST: Final = 10  # words in one name


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load("en", "names")[name])


def find_names(prose: str, blocks: Sequence[NewsBlock]) -> list[Name]:
    """The names of a text in text order; each carries the fullest form that the text gives it.

    >>> text = "Mayor Ana de Souza met the Harbour Works Council (HWC). De Souza left Lisbon."
    >>> from factcheck.reading.news_block import NewsBlock, NewsKind
    >>> block = NewsBlock(NewsKind.PARAGRAPH, 0, len(text))
    >>> [name.value for name in find_names(text, [block])]
    ['Ana de Souza', 'Harbour Works Council', 'Harbour Works Council', 'Ana de Souza', 'Lisbon']
    """
    told = [block for block in blocks if block.kind not in SILENT and block.kind not in METADATA]
    rows = [row for block in told for row in _rows(prose, block)]
    inside = Counter(word.text for row, _ in rows for word in row if word.is_capital and not word.opens)
    body = [name for row, is_shouted in rows if not is_shouted for name in _names(prose, row, inside)]
    known = {name.value for name in body} | {name.acronym for name in body}
    # Where every word has a capital, only what is named elsewhere is a name.
    shouted = [
        name
        for row, is_shouted in rows
        if is_shouted
        for name in _names(prose, row, inside)
        if name.value in known or is_place(name.value)
    ]
    return _resolved(sorted([*body, *shouted], key=lambda name: name.start))


def _rows(prose: str, block: NewsBlock) -> Iterator[tuple[list[_Word], bool]]:
    """The words of each sentence; and whether it is a headline in which every word has a capital."""
    for start, end in sentences(prose, block.start, block.end):
        row: list[_Word] = []
        previous = start
        for match in _WORD.finditer(prose, start, end):
            text, stop = match[0], match.end()
            owns = text[-2:] in {"'s", "’s"} or (text[-1] in "sS" and prose[stop : stop + 2] in {"' ", "’ "})
            if text[-2:] in {"'s", "’s"}:
                text, stop = text[:-2], stop - 2
            gap = prose[previous : match.start()]
            short = bool(row) and (len(row[-1].text) == 1 or row[-1].key in _table("titles"))
            joined = bool(row) and (gap.isspace() or (short and _POINTED.fullmatch(gap) is not None))
            joined = joined and not row[-1].owns
            opens = not row or gap.strip(" \n\r\t")[-1:] in {"“", '"', ":", "‘"}
            if text:
                row.append(_Word(text, match.start(), stop, owns, opens, joined))
            previous = match.end()
        long = [word for word in row if len(word.text) > 3]
        capitals = sum(word.is_capital for word in long)
        is_shouted = len(long) > 3 and 3 * capitals > 2 * len(long) and prose[end - 1] not in '.!?”"’'
        if row:
            yield row, is_shouted


def _names(prose: str, row: list[_Word], inside: Counter[str]) -> list[Name]:
    found: list[Name] = []
    index = 0
    while index < len(row):
        if not row[index].is_capital:
            index += 1
            continue
        last = _run(row, index)
        first = index
        while first <= last and _is_ordinary(row, first, last, inside):
            first += 1
        if first <= last:
            for name in _split(prose, row, first, last):
                # An acronym may take its name back over words that seemed to be names of their own.
                while found and found[-1].start >= name.start:
                    found.pop()
                found.append(name)
        index = last + 1
    return found


def _run(row: list[_Word], first: int) -> int:
    """The last word of a name that begins with a word: capitals, and small words that tie them."""
    last = first
    while last + 1 < len(row) and last - first < _LONGEST:
        following = row[last + 1]
        if not following.joined:
            break
        if following.is_capital:
            last += 1
            continue
        reach = _tie(row, last)
        if not reach:
            break
        last += reach
    return last


def _tie(row: list[_Word], last: int) -> int:
    """How many words on a name continues behind small words: van Dijk, Bank of the North; 0 if it ends."""
    keys = [word.key for word in row[last + 1 : last + 4]]
    joined = [word.joined for word in row[last + 1 : last + 4]]
    capital = [word.is_capital for word in row[last + 1 : last + 4]]
    if len(keys) > 1 and keys[0] in _table("particles") and capital[1] and joined[1]:
        return 2
    if len(keys) > 2 and keys[0] in _table("particles") and keys[1] in _table("particles") and capital[2]:
        return 3
    if not keys or keys[0] not in _table("of") or row[last].key not in _table("organisations"):
        return 0
    if len(keys) > 1 and capital[1] and joined[1]:
        return 2
    return 3 if len(keys) > 2 and keys[1] == "the" and capital[2] and all(joined[1:]) else 0


def _is_ordinary(row: list[_Word], index: int, last: int, inside: Counter[str]) -> bool:
    """Whether a word in a capital at this place names nothing by itself."""
    word = row[index]
    if word.key in _table("common") or word.text[0].isdigit():
        return True
    if not word.opens:
        return word.key in {"the", "a", "an"}
    if word.key in _table("openers"):
        return word.text != "US"
    if index < last or word.is_acronym or word.owns or is_place(word.text) or inside[word.text]:
        return False
    return not (index + 1 < len(row) and row[index + 1].key in _table("speaking"))


def _split(prose: str, row: list[_Word], first: int, last: int) -> Iterator[Name]:
    """The names in a row of capitals: a place or body, a title, a person."""
    while last >= first and row[last].key in _table("common"):
        last -= 1
    if last < first:
        return
    place = _leading_place(row, first, last)
    if place is not None:
        yield _name(prose, row, first, place, NameSort.PLACE)
        yield from _split(prose, row, place + 1, last)
        return
    title = _title(row, first, last)
    if title is not None:
        begin, end = title
        if begin > first:
            yield from _split(prose, row, first, begin - 1)
        if end < last:
            name = _name(prose, row, end + 1, last, NameSort.PERSON)
            yield evolve(name, full_start=row[begin].start, title=prose[row[begin].start : row[end].end])
        return
    words = [row[index].text for index in range(first, last + 1)]
    if (
        all(word in demonyms() or word.rstrip("s") in demonyms() for word in words)
        or " ".join(words) in demonyms()
    ):
        return
    yield _with_acronym(prose, row, first, last, _name(prose, row, first, last, _sort(row, first, last)))


def _leading_place(row: list[_Word], first: int, last: int) -> int | None:
    """The last word of a place that a person's name follows: Central Asia Javier Colomina."""
    for end in range(min(first + 2, last - 2), first, -1):
        if is_place(" ".join(word.text for word in row[first : end + 1])):
            return end
    return None


def _title(row: list[_Word], first: int, last: int) -> tuple[int, int] | None:
    """The first title in a run, the longest there; also one in small letters right before it."""
    for begin in range(first, last + 1):
        for end in range(min(begin + 2, last), begin - 1, -1):
            words = " ".join(word.key for word in row[begin : end + 1])
            if words in _table("titles"):
                rest = row[last].key if end < last else ""
                return None if rest in _table("organisations") or rest in _table("places") else (begin, end)
    if first and row[first].joined and row[first - 1].key in _table("titles"):
        return first - 1, first - 1
    return None


def _sort(row: list[_Word], first: int, last: int) -> NameSort:
    words = [row[index] for index in range(first, last + 1)]
    keys = [word.key for word in words]
    if is_place(" ".join(word.text for word in words)) or (len(words) > 1 and keys[-1] in _table("places")):
        return NameSort.PLACE
    if words[-1].is_acronym or not _table("organisations").isdisjoint(keys):
        return NameSort.ORGANISATION
    if len(words) > 1 and (last + 1 < len(row) and row[last + 1].key in _table("speaking")):
        return NameSort.PERSON
    if not _table("particles").isdisjoint(keys):
        return NameSort.PERSON
    return NameSort.OTHER


def _name(prose: str, row: list[_Word], first: int, last: int, sort: NameSort) -> Name:
    start, end = row[first].start, row[last].end
    return Name(start, end, start, end, " ".join(prose[start:end].split()), sort=sort)


def _with_acronym(prose: str, row: list[_Word], first: int, last: int, name: Name) -> Name:
    """A name with the acronym in brackets behind it, taken back to the word of its first letter."""
    found = _ACRONYM.match(prose, name.end)
    if found is None:
        return name
    letters = [character.casefold() for character in found[1] if character.isupper()]
    index, left = last, list(letters)
    while index >= 0 and left and last - index < _LONGEST:
        if row[index].key[:1] == left[-1]:
            left.pop()
        elif row[index].is_capital and row[index].key not in _table("openers"):
            break
        index -= 1
    if left or len(letters) < 2:
        return name
    return evolve(
        _name(prose, row, min(index + 1, first), last, NameSort.ORGANISATION),
        full_end=found.end(),
        acronym=found[1],
    )


def _resolved(found: list[Name]) -> list[Name]:
    """Each name with its fullest form: acronyms, and surnames after the full name."""
    full: dict[str, Name] = {}
    resolved: list[Name] = []
    for name in found:
        longer = full.get(name.value, name)
        resolved.append(evolve(name, value=longer.value, sort=longer.sort))
        words = name.value.split(" ")
        if len(words) > 1 and (
            name.sort is NameSort.PERSON or (name.sort is NameSort.OTHER and len(words) == 2)
        ):
            full[words[-1]] = resolved[-1]
            tied = next(
                (index for index, word in enumerate(words) if index and word in _table("particles")), 0
            )
            if tied:
                tail = " ".join(words[tied:])
                full[tail] = full[tail[0].upper() + tail[1:]] = resolved[-1]
        if name.acronym:
            full[name.acronym] = resolved[-1]
    return resolved
