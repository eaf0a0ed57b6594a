"""Every figure of an English text: quantities, ranges, ranks and changes, each at its exact place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.figure import Figure, find_figure
from factcheck.reading.figure_range import Amount, amount, is_dashed, is_score, join_parts, join_range
from factcheck.reading.numeral import STARTS, parse_numeral
from factcheck.reading.rank import ORDINALS, find_rank
from factcheck.reading.tokens import Tokens, tokenize
from factcheck.reading.transition import MULTIPLES, changes, is_change, multiple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.mention import Mention
    from factcheck.values.change import Change
    from factcheck.values.quantity import Quantity

__all__ = ["find_quantities"]


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Mention[Quantity | Change]]:
    """The quantities and changes that `text[start:end]` says, in text order.

    >>> for mention in find_quantities("More than 30 ships left port, up from 12 in May."):
    ...     print(mention.value, "|", mention.noun)
    More than 30 ships | ships
    from 12 | None

    Offsets are code points into the whole text. The parts of a change carry their own spans. Dates, times,
    scores, phone numbers and figures in names are left out. The time taken is linear in the text.
    """
    tokens = tokenize(text, start, end)
    return changes(tokens, _amounts(tokens))


def _amounts(tokens: Tokens) -> Iterator[Amount]:
    """Single figures, with those that make one range joined."""
    pending: Figure | None = None
    for found in _found(tokens):
        if isinstance(found, Amount):
            yield from _single(tokens, pending)
            pending = None
            yield found
        elif pending is None:
            pending = found
        else:
            yield from _pair(tokens, pending, found)
            pending = None if _is_pair(tokens, pending, found) else found
    yield from _single(tokens, pending)


def _is_pair(tokens: Tokens, a: Figure, b: Figure) -> bool:
    """Whether two figures are one range, or one code or score that is no quantity at all."""
    return is_dashed(tokens, a, b) or is_score(tokens, a, b) or _range(tokens, a, b) is not None


def _pair(tokens: Tokens, a: Figure, b: Figure) -> Iterator[Amount]:
    joined = _range(tokens, a, b)
    if joined is not None:
        yield joined
    elif not is_dashed(tokens, a, b) and not is_score(tokens, a, b):
        yield from _single(tokens, a)


def _range(tokens: Tokens, a: Figure, b: Figure) -> Amount | None:
    from_to = tokens.at(a.full_first - 1) == "from" and tokens.at(a.full_last + 1) == "to"
    if from_to and is_change(tokens, a.full_first - 1):
        return None
    return join_range(tokens, a, b) or join_parts(tokens, a, b)


def _single(tokens: Tokens, figure: Figure | None) -> Iterator[Amount]:
    if figure is not None and not figure.dubious:
        yield amount(tokens, figure)


def _found(tokens: Tokens) -> Iterator[Figure | Amount]:
    """Every figure, rank and multiple in order; nothing is read twice."""
    index, accepted = 0, -1
    while index < len(tokens):
        word = tokens.lower[index]
        is_figure = "0" <= word[0] <= "9"
        if word in MULTIPLES:
            yield multiple(tokens, index)
        elif is_figure or word in STARTS or word in ORDINALS:
            rank = find_rank(tokens, index)
            if rank is not None:
                yield rank
                index = rank.last
            elif word not in ORDINALS:
                figure = find_figure(tokens, index)
                if figure is None:
                    index = _past(tokens, index)
                elif not _is_loose(tokens, figure, accepted):
                    yield figure
                    index = accepted = figure.numeral.last
        index += 1


def _past(tokens: Tokens, index: int) -> int:
    """The last token of a number that is no figure: its parts are none either."""
    numeral = parse_numeral(tokens, index)
    return index if numeral is None else numeral.last


def _is_loose(tokens: Tokens, figure: Figure, accepted: int) -> bool:
    """Whether a hyphen ties the figure to digits that are no figure: either half of "555-0142"."""
    before, after = figure.first - 1, figure.last + 1
    if tokens.at(before) in {"-", "–"} and tokens.adjacent(before) and tokens.is_figure(before - 1):
        return accepted != before - 1
    tied = tokens.at(after) in {"-", "–"} and tokens.adjacent(after - 1) and tokens.adjacent(after)
    return tied and tokens.is_figure(after + 1) and find_figure(tokens, after + 1) is None
