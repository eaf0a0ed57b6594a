"""How a clause puts forward what it says: asserted, expected, planned, alleged or denied, by its cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.model import Mode
from factcheck.reading.language import load
from factcheck.reading.phrases import Found, Phrases, words_of

if TYPE_CHECKING:
    from factcheck.reading.speakers import Attribution, Speaker

__all__ = ["ClauseCues", "clause_cues"]

# Where the reach of a cue ends: a new clause with a verb of its own.
_BREAK: Final = re.compile(
    r"[;:“”\"]|[—–](?=\s)"
    r"|,\s+(?=(?:and|but|while|whereas|although|though|which|who|whose|where|when|after|before|because|as|with|up|down|compared|having)\b)"
    r"|\s(?=(?:but|while|whereas|although|which|who|whose|because|unless)\b)"
    r"|\sand(?=\s(?:will|would|is|are|was|were|has|had|have|plans?|expects?|could|may|might|did)\b)",
    re.IGNORECASE,
)
_SUBORDINATE: Final = re.compile(
    r"[\s,]*(?:while|although|though|which|who|whose|where|when|after|before|because|as|if|since|once|despite|unlike)\b",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r",(?=\s)")
_NEAR: Final = 60  # code points between a "not" and what it denies


@frozen
class ClauseCues:
    """The cues of one sentence and where their clauses end.

    Attributes:
        modes: cues of mode, in order.
        strong: those of them after which all the clause is alleged or denied.
        negations: where words such as "not" end, in order.
        breaks: where clauses begin, in order.
        attribution: what of it is somebody's saying.
    """

    modes: tuple[Found[Mode], ...] = ()
    strong: tuple[Found[Mode], ...] = ()
    negations: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()
    attribution: Attribution | None = None

    def mode_at(self, start: int, end: int) -> Mode:
        """How the clause around a fragment puts it forward."""
        first, last = self._clause(start)
        index = bisect_left(self.strong, start, key=_start)
        if index and self.strong[index - 1].start >= first:
            return self.strong[index - 1].keys[0]
        teller = self.teller_at(start)
        if teller is not None and teller.verb in _verbs():
            return _verbs()[teller.verb]
        index = bisect_left(self.modes, start, key=_start)
        near = [cue for cue in self.modes[max(index - 1, 0) : index + 1] if first <= cue.start < last]
        nearest = min(near, key=lambda cue: (max(start - cue.end, cue.start - end), cue.start), default=None)
        return Mode.ASSERTED if nearest is None else nearest.keys[0]

    def negated_at(self, start: int) -> bool:
        """Whether a "not" stands before a fragment in its clause."""
        index = bisect_right(self.negations, start)
        return index > 0 and self.negations[index - 1] >= max(self._clause(start)[0], start - _NEAR)

    def teller_at(self, start: int) -> Speaker | None:
        """Who is said to say what stands at a place."""
        told = self.attribution
        return told.speaker if told is not None and told.start <= start < told.end else None

    def _clause(self, start: int) -> tuple[int, float]:
        """Where the clause of a place begins and ends."""
        index = bisect_right(self.breaks, start)
        return (
            self.breaks[index - 1] if index else 0,
            self.breaks[index] if index < len(self.breaks) else inf,
        )


def _start(cue: Found[Mode]) -> int:
    return cue.start


@cache
def _modes() -> Phrases[Mode]:
    table = load("en", "modality")["cues"]
    return Phrases.of((cue, Mode(name)) for name, cues in table.items() for cue in cues)


@cache
def _negations() -> Phrases[bool]:
    table = load("en", "modality")["negation"]
    cues = [(cue, True) for cue in table["words"]]
    return Phrases.of([*cues, *((cue, False) for cue in table["idle"])])


@cache
def _any_cue() -> re.Pattern[str]:
    """How a cue may begin: most sentences have none."""
    table = load("en", "modality")
    cues = [cue for cues in (*table["cues"].values(), table["negation"]["words"]) for cue in cues]
    heads = {cue.split()[0] for cue in cues}
    parts = sorted(head[:-1] if head.endswith("*") else rf"{head}\b" for head in heads)
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def _verbs() -> dict[str, Mode]:
    table = load("en", "modality")["verbs"]
    return {verb: Mode(name) for name, verbs in table.items() for verb in verbs}


def clause_cues(prose: str, start: int, end: int, attribution: Attribution | None = None) -> ClauseCues:
    """The cues of a sentence.

    >>> text = "The plant employs 650 and will add 70 more."
    >>> cues = clause_cues(text, 0, len(text))
    >>> cues.mode_at(18, 21).value, cues.mode_at(35, 37).value
    ('asserted', 'planned')
    """
    if _any_cue().search(prose, start, end) is None:
        return ClauseCues(attribution=attribution)
    words = words_of(prose, start, end)
    # May in a capital is a month.
    modes = [
        cue
        for cue in _modes().find(words)
        if cue.keys[0] is not Mode.ASSERTED and prose[cue.start : cue.end] != "May"
    ]
    strong = (cue for cue in modes if cue.keys[0] in {Mode.ALLEGED, Mode.DENIED})
    negations = (cue.end for cue in _negations().find(words) if cue.keys[0])
    breaks = _breaks(prose, start, end)
    return ClauseCues(tuple(modes), tuple(strong), tuple(negations), tuple(breaks), attribution)


def _breaks(prose: str, start: int, end: int) -> list[int]:
    """Where clauses begin; one that hangs on another ends at its next comma."""
    firm = [match.end() for match in _BREAK.finditer(prose, start, end)]
    found: list[int] = []
    for begin, stop in zip([start, *firm], [*firm, end], strict=True):
        found.append(begin)
        if _SUBORDINATE.match(prose, begin, stop):
            comma = _COMMA.search(prose, begin + 2, stop)
            if comma is not None:
                found.append(comma.end())
    return found
