"""Who says what, by rule where no parse is needed: "…," she said; according to the report; NAME said: "…"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.reading.language import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.news_block import NewsBlock
    from factcheck.reading.quotations import Quotation

__all__ = ["Attribution", "Speaker", "attribution", "speakers_of"]


@frozen
class Speaker:
    """Who is said to say something, in the words of the text.

    Attributes:
        name: the words, "the report" or "NATO Secretary General Jens Stoltenberg".
        start: first code point.
        end: one past the last.
        verb: the word of saying, in lower case.
    """

    name: str
    start: int
    end: int
    verb: str = "said"

    @property
    def is_pronoun(self) -> bool:
        """Whether a pronoun stands for the speaker."""
        return self.name.lower() in _table().pronouns


@frozen
class Attribution:
    """What of a sentence is somebody's saying.

    Attributes:
        speaker: who says it.
        start: first code point of what is said.
        end: one past the last.
    """

    speaker: Speaker
    start: int
    end: int


@frozen
class _Words:
    strong: frozenset[str]
    weak: frozenset[str]
    determiners: frozenset[str]
    people: frozenset[str]
    pronouns: frozenset[str]
    edges: frozenset[str]
    tails: frozenset[str]
    adverbs: frozenset[str]
    abbreviations: frozenset[str]


@cache
def _table() -> _Words:
    table = load("en", "speech")
    words = {name: frozenset(words) for name, words in table["words"].items()}
    return _Words(strong=frozenset(table["verbs"]["strong"]), weak=frozenset(table["verbs"]["weak"]), **words)


@cache
def _verbs() -> re.Pattern[str]:
    """Any verb of saying: a sentence without one need not be taken apart."""
    return re.compile(rf"\b(?:{'|'.join(sorted(_table().strong | _table().weak))})\b", re.IGNORECASE)


_WORD: Final = re.compile(r"[^\W_]+(?:[.’'/-]?[^\W_]+)*|[,;:()“”\"—–]|[.!?…]")
_REACH: Final = 220  # how far from a quotation its speaker is looked for
_LONGEST: Final = 14  # words that name a speaker
_NEAR_END: Final = 9


def _tokens(prose: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Words and signs; the point of an abbreviation ends nothing."""
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(prose, start, end):
        if match[0] == "." and found and found[-1][2] == match.start():
            last = found[-1][0]
            if last.lower() in _table().abbreviations or (len(last) == 1 and last.isupper()):
                continue
        found.append((match[0], *match.span()))
    return found


Tokens = list[tuple[str, int, int]]


def _is_break(word: str) -> bool:
    return not word[0].isalnum()


def _group(prose: str, tokens: Tokens, first: int, last: int, verb: str) -> Speaker | None:
    """The speaker that tokens from the first to before the last name; None where they name nobody."""
    table = _table()
    while first < last and tokens[first][0].lower() in table.edges - {"who"}:
        first += 1
    if not 0 < last - first <= _LONGEST or any(_is_break(tokens[index][0]) for index in range(first, last)):
        return None
    head = tokens[first][0]
    if not (head[0].isupper() or head.lower() in table.determiners | table.people | table.pronouns):
        return None
    if head.lower() in table.edges or any(
        tokens[index][0].lower() in table.edges - {"and"} for index in range(first, last)
    ):
        return None
    if head.lower() in table.pronouns and last - first > 1:
        return None
    start, end = tokens[first][1], tokens[last - 1][2]
    return Speaker(prose[start:end], start, end, verb)


def _before(prose: str, tokens: Tokens, verb: int) -> Speaker | None:
    """The speaker that stands before a verb of saying: Anna Berg, the mayor, said."""
    last = verb
    while last and tokens[last - 1][0].lower() in _table().adverbs:
        last -= 1
    word = tokens[verb][0].lower()
    if last and tokens[last - 1][0] == ",":
        # Behind an apposition the speaker stands before the comma that opens it.
        opener = last - 2
        while opener >= 0 and not _is_break(tokens[opener][0]) and last - opener <= _LONGEST + 2:
            opener -= 1
        if opener <= 0 or tokens[opener][0] != ",":
            return None
        if not tokens[opener - 1][0][0].isupper() and all(
            token[0].isupper() for token, _, _ in tokens[opener + 1 : last - 1]
        ):
            # Its chief executive, Lars Dahl, said: the apposition is the name.
            return _group(prose, tokens, opener + 1, last - 1, word)
        last = opener
    first = last
    while first and last - first <= _LONGEST:
        previous = tokens[first - 1][0]
        if _is_break(previous) or previous.lower() in _table().edges - {"and"}:
            break
        first -= 1
    return _group(prose, tokens, first, last, word)


def _after(prose: str, tokens: Tokens, first: int, verb: str) -> Speaker | None:
    """The speaker that stands behind a verb of saying: said Anna Berg, the mayor."""
    table = _table()
    last = first
    while last < len(tokens) and not _is_break(tokens[last][0]) and last - first < _LONGEST:
        word = tokens[last][0].lower()
        if last > first and (word in table.edges - {"and"} or word in table.tails):
            break
        last += 1
    return _group(prose, tokens, first, last, verb)


def _source(prose: str, tokens: Tokens, index: int) -> Speaker | None:
    """The source behind "according to"."""
    first = last = index + 2
    while last < len(tokens) and not _is_break(tokens[last][0]) and last - first < _LONGEST:
        if tokens[last][0].lower() in _table().edges - {"and"}:
            break
        last += 1
    if first == last:
        return None
    return Speaker(
        prose[tokens[first][1] : tokens[last - 1][2]], tokens[first][1], tokens[last - 1][2], "according to"
    )


def attribution(prose: str, start: int, end: int) -> Attribution | None:
    """What a sentence gives as somebody's saying: outside quotation marks, the surest rules alone.

    >>> text = "The port grew by 3 berths, the mayor said on Monday."
    >>> told = attribution(text, 0, len(text))
    >>> told.speaker.name, text[told.start : told.end]
    ('the mayor', 'The port grew by 3 berths, ')
    """
    if _verbs().search(prose, start, end) is None:
        return None
    table = _table()
    tokens = _tokens(prose, start, end)
    for index, (token, first, last) in enumerate(tokens):
        word = token.lower()
        if word == "according" and index + 1 < len(tokens) and tokens[index + 1][0].lower() == "to":
            speaker = _source(prose, tokens, index)
            if speaker is not None:
                return Attribution(speaker, start, end)
        if word not in table.strong and word not in table.weak:
            continue
        following = tokens[index + 1][0].lower() if index + 1 < len(tokens) else "."
        near_end = index + _NEAR_END >= len(tokens)
        closes = _is_break(following) or following in table.tails
        if (speaker := _before(prose, tokens, index)) is not None:
            behind_comma = _is_cut_off(prose, start, speaker.start)
            if near_end and closes and behind_comma:
                return Attribution(speaker, start, speaker.start)
            if (word in table.strong and following not in {"in", "at", "."}) or following == "that":
                return Attribution(speaker, last, end)
        elif near_end and _is_cut_off(prose, start, first):
            behind = _after(prose, tokens, index + 1, word)
            if behind is not None:
                return Attribution(behind, start, first)
    return None


def _is_cut_off(prose: str, start: int, at: int) -> bool:
    """Whether a comma, a dash or a quotation mark stands right before a place."""
    return prose[max(start, at - 3) : at].rstrip().endswith((",", "—", "–", "”", '"'))


def speakers_of(
    prose: str, quotations: Sequence[Quotation], blocks: Sequence[NewsBlock]
) -> list[Speaker | None]:
    """Who says each quotation, where it is safe to tell; a paragraph of quotation goes on with the last."""
    found: list[Speaker | None] = []
    bounds = [(block.start, block.end) for block in blocks]
    current = 0
    last_block, last_speaker = -2, None
    for quotation in quotations:
        while current < len(bounds) and bounds[current][1] <= quotation.start:
            current += 1
        start, end = bounds[min(current, len(bounds) - 1)] if bounds else (0, len(prose))
        speaker = None
        if not quotation.depth:
            speaker = _beside(prose, quotation, start, end)
            is_new = quotation.value[:1].isupper() and not quotation.is_scare
            fills = quotation.full_start == start
            if (
                speaker is None
                and is_new
                and (last_block == current or (last_block == current - 1 and fills))
            ):
                speaker = last_speaker
            if speaker is not None:
                last_block, last_speaker = current, speaker
        found.append(speaker)
    return _over_parts(quotations, found)


def _over_parts(quotations: Sequence[Quotation], found: list[Speaker | None]) -> list[Speaker | None]:
    """One speaker for all paragraphs of a quotation, wherever it is named."""
    groups: list[list[int]] = []
    for index, quotation in enumerate(quotations):
        if quotation.part == 1 or (quotation.part and not groups):
            groups.append([])
        if quotation.part:
            groups[-1].append(index)
    for group in groups:
        # It is named in the first paragraph or the last; in between it was carried over.
        said = next((found[index] for index in reversed(group) if found[index] is not None), None)
        for index in group:
            found[index] = found[index] or said
    return found


def _beside(prose: str, quotation: Quotation, start: int, end: int) -> Speaker | None:
    """The speaker named right behind a quotation, or right before it."""
    behind = prose[quotation.full_end : min(end, quotation.full_end + _REACH)]
    is_closed = quotation.value[-1:] in {",", ".", "?", "!", "…", "—", "-"} or behind[:1] == ","
    if is_closed:
        offset = quotation.full_end + len(behind) - len(behind.lstrip(" ,—–-\n\r"))
        speaker = _behind(prose, _tokens(prose, offset, min(end, offset + _REACH)))
        if speaker is not None:
            return speaker
    first = max(start, quotation.full_start - _REACH)
    return _ahead(prose, _tokens(prose, first, quotation.full_start), is_cut=first > start)


def _behind(prose: str, tokens: Tokens) -> Speaker | None:
    table = _table()
    for index, (token, _, _) in enumerate(tokens[: _LONGEST + 4]):
        word = token.lower()
        if word in {".", "!", "?", ";", "“", '"', ":"}:
            return None
        if word == "according" and index == 0:
            return _source(prose, tokens, index)
        if word in table.strong or word in table.weak:
            return _after(prose, tokens, 1, word) if index == 0 else _before(prose, tokens, index)
    return None


def _ahead(prose: str, tokens: Tokens, *, is_cut: bool) -> Speaker | None:
    table = _table()
    ends = [index for index, (token, _, _) in enumerate(tokens) if token in {".", "!", "?", "”", '"'}]
    tokens = tokens[ends[-1] + 1 :] if ends else tokens[1:] if is_cut else tokens
    for index in range(len(tokens) - 1, -1, -1):
        word = tokens[index][0].lower()
        if word in table.strong or word in table.weak:
            if word == "according":
                return _source(prose, tokens, index)
            rest = tokens[index + 1 :]
            leads = (
                not rest or rest[-1][0] in {",", ":"} or rest[-1][0].lower() in {"that", "as", "was", "is"}
            )
            near = len(rest) <= _LONGEST and (leads or word in table.strong)
            return _before(prose, tokens, index) if near else None
    return None
