"""Ordinals that rank: the third bridge, finished 22nd; not the 27th of September, not Fifth Avenue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.reading.counted import NUMBER, counted
from factcheck.reading.figure_range import Amount
from factcheck.reading.language import load
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit

if TYPE_CHECKING:
    from factcheck.reading.tokens import Tokens

__all__ = ["ORDINALS", "find_rank"]

_TABLE: Final = load("en", "numerals")
ORDINALS: Final[dict[str, int]] = _TABLE["ordinals"]
_CARDINALS: Final[dict[str, int]] = _TABLE["cardinals"]
_NAMES: Final = frozenset(_TABLE["words"]["ordinal_names"]) - {"of"}
_CUES: Final = frozenset(_TABLE["words"]["ordinal_cues"])
_MONTHS: Final = frozenset(_TABLE["words"]["months"])
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_RANK: Final = Unit.named("rank")


def find_rank(tokens: Tokens, index: int) -> Amount | None:
    """The rank that an ordinal at a token gives, None where it dates or names something.

    >>> from factcheck.reading.tokens import tokenize
    >>> find_rank(tokenize("finished 22nd"), 1).quantity.stated
    22
    """
    found = _ordinal(tokens, index)
    if found is None:
        return None
    place, last = found
    before, after = tokens.at(index - 1), tokens.at(last + 1)
    if before.endswith("'s"):
        before = "the"
    if before not in _CUES or after in _NAMES or tokens.is_capitalised(last + 1) or after in _MONTHS:
        return None
    if after == "-" and not tokens.at(last + 2).endswith("st"):
        # "Second-largest" ranks, "second-hand" does not.
        return None
    if tokens.is_figure(last + 1) or after in _CARDINALS:
        return None
    if after == "of" and tokens.at(last + 2) in _MONTHS:
        return None
    if place == 1 and before not in {"the", "his", "her", "its", "their", "finished", "came", "ranked"}:
        return None
    what = counted(tokens, last, single=True)
    noun = what.noun if what.unit is not NUMBER else None
    words = tokens.text[tokens.starts[index] : tokens.ends[last]]
    quantity = Quantity.of(place, _RANK).said(words, (tokens.starts[index], tokens.ends[last]))
    return Amount(quantity, index, last, index, what.last if noun else last, noun)


def _ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number of an ordinal and its last token."""
    word = tokens.words[index]
    if tokens.is_figure(index):
        ending = tokens.adjacent(index) and tokens.at(index + 1) in _ENDINGS
        return (int(word), index + 1) if ending and word.isdigit() and len(word) <= 4 else None
    if word in ORDINALS:
        return None if tokens.at(index - 1) == "-" else (ORDINALS[word], index)
    tens = _CARDINALS.get(tokens.lower[index], 0)
    if tens >= 20 and tokens.at(index + 1) == "-" and tokens.adjacent(index):
        ones = ORDINALS.get(tokens.at(index + 2), 0)
        return (tens + ones, index + 2) if 0 < ones < 10 else None
    return None
