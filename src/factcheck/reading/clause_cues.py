"""How a clause puts forward what it says: asserted, expected, planned, alleged or denied, by its cues."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from factcheck.model import Mode
from factcheck.reading.language import load
from factcheck.reading.phrases import Found, Phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        negations: words such as "not", in order.
        breaks: where clauses begin, in order.
        attributions: what is somebody's saying.
    """

    modes: tuple[Found[Mode], ...]
    negations: tuple[Found[bool], ...]
    breaks: tuple[int, ...]
    attributions: tuple[Attribution, ...]

    def mode_at(self, start: int, end: int) -> Mode:
        """How the clause around a fragment puts it forward."""
        clause = bisect_right(self.breaks, start)
        cues = [
            cue
            for cue in self.modes
            if bisect_right(self.breaks, cue.start) == clause and cue.keys[0] is not Mode.ASSERTED
        ]
        before = [cue for cue in cues if cue.start < start]
        for strong in (Mode.DENIED, Mode.ALLEGED):
            if any(cue.keys[0] is strong for cue in before):
                return strong
        teller = self.teller_at(start)
        if teller is not None and teller.verb in _verbs():
            return _verbs()[teller.verb]
        nearest = min(
            cues, key=lambda cue: (min(abs(start - cue.end), abs(cue.start - end)), cue.start), default=None
        )
        return nearest.keys[0] if nearest is not None else Mode.ASSERTED

    def negated_at(self, start: int) -> bool:
        """Whether a "not" stands before a fragment in its clause."""
        clause = bisect_right(self.breaks, start)
        return any(
            cue.keys[0]
            and cue.end <= start <= cue.end + _NEAR
            and bisect_right(self.breaks, cue.start) == clause
            for cue in self.negations
        )

    def teller_at(self, start: int) -> Speaker | None:
        """Who is said to say what stands at a place."""
        return next((it.speaker for it in self.attributions if it.start <= start < it.end), None)


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
def _verbs() -> dict[str, Mode]:
    table = load("en", "modality")["verbs"]
    return {verb: Mode(name) for name, verbs in table.items() for verb in verbs}


def clause_cues(prose: str, start: int, end: int, attributions: Iterable[Attribution] = ()) -> ClauseCues:
    """The cues of a sentence.

    >>> text = "The plant employs 650 and will add 70 more."
    >>> cues = clause_cues(text, 0, len(text))
    >>> cues.mode_at(18, 21).value, cues.mode_at(35, 37).value
    ('asserted', 'planned')
    """
    words = words_of(prose, start, end)
    modes = [cue for cue in _modes().find(words) if prose[cue.start : cue.end] != "May"]
    negations = _negations().find(words)
    return ClauseCues(tuple(modes), tuple(negations), tuple(_breaks(prose, start, end)), tuple(attributions))


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
