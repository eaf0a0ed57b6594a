"""A strategy for whole ledgers: files as a newsroom writes them, loaded, with or without a contradiction."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from factcheck.ledger.loader import load
from factcheck.strategies.times import days
from factcheck.values.calendar import civil, iso
from factcheck.values.describe import describe
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Ledger
    from factcheck.values.calendar import Day

__all__ = ["ledgers"]

_SUBJECTS: Final = {"ferry": "Ferry company", "museum": "Harbour museum", "theatre": "Grand theatre"}
_NOUNS: Final = {"fleet": "ships", "staff": "people"}
_SOURCES: Final = ("courier", "gazette", "herald", "journal")
_VOCABULARY: Final = f"""\
[entity]
{chr(10).join(f'{name} = {{ label = "{label}" }}' for name, label in _SUBJECTS.items())}

[property]
staff   = {{ type = "quantity", unit = "person", holds = "until-changed" }}
fleet   = {{ type = "quantity", unit = "ship", holds = "until-changed" }}
moving  = {{ type = "none", label = "move", holds = "at-instant", once = true }}
"""


@frozen
class _Fact:
    """How many of what there were, or when a move was."""

    subject: str
    topic: str
    number: int
    day: Day

    @property
    def name(self) -> str:
        return f"{self.subject}-{self.topic}"


@frozen
class _Telling:
    """What one source says of a fact: the figure as a ledger writes it, and the date."""

    source: str
    fact: _Fact
    figure: str
    when: str

    @property
    def says(self) -> str:
        value = "" if self.fact.topic == "moving" else f", value = {_toml(self.figure)}"
        return f'{{ subject = "{self.fact.subject}", property = "{self.fact.topic}"{value} }}'

    @property
    def quote(self) -> str:
        who, date = _SUBJECTS[self.fact.subject], describe(When.parse(self.when))
        if self.fact.topic == "moving":
            return f"the {who} moved in {date}"
        figure = self.figure.replace("~ ", "about ").replace("..", " to ")
        return f"the {who} had {figure} {_NOUNS[self.fact.topic]} in {date}"


def ledgers(*, consistent: bool = True) -> st.SearchStrategy[Ledger]:
    """Ledgers of up to six sources and six facts, some with claims that rest on them.

    Each source tells a fact with its own precision: the very figure, "about" it or a range around it; the
    day, its month or its year.

    Args:
        consistent: whether no source contradicts another, so that a check finds no error and no warning; if
            not, at least one contradicts another for certain.
    """
    if not isinstance(consistent, bool):
        raise InvalidArgument(f"consistent={consistent!r} is neither True nor False")
    return _ledgers(consistent)


@st.composite
def _ledgers(draw: st.DrawFn, consistent: bool) -> Ledger:  # noqa: FBT001  a composite has no keywords
    topics = st.tuples(st.sampled_from(sorted(_SUBJECTS)), st.sampled_from(["moving", *sorted(_NOUNS)]))
    numbers, when = st.integers(20, 800), days("2001-01-01", "2019-12-31")
    facts = [
        _Fact(subject, topic, draw(numbers), draw(when))
        for subject, topic in draw(st.lists(topics, min_size=1, max_size=6, unique=True))
    ]
    wrong = None if consistent else draw(st.sampled_from(facts))
    tellings: list[_Telling] = []
    for fact in facts:
        sources = draw(st.lists(st.sampled_from(_SOURCES), min_size=1, max_size=3, unique=True))
        tellings += [draw(_tellings(source, fact)) for source in sorted(sources)]
        tellings += draw(_contradictions(fact)) if fact is wrong else ()
    return load(_files(tellings, with_claims=consistent and draw(st.booleans())))


@st.composite
def _tellings(draw: st.DrawFn, source: str, fact: _Fact) -> _Telling:
    """A fact as a source tells it: true, and as fine as it likes."""
    year, month, _ = civil(fact.day)
    when = draw(st.sampled_from([iso(fact.day), f"{year}-{month:02}", f"{year}"]))
    low, high = fact.number - draw(st.integers(1, 15)), fact.number + draw(st.integers(1, 90))
    figure = draw(st.sampled_from([str(fact.number), f"~ {fact.number}", f"{low}..{high}"]))
    return _Telling(source, fact, figure, when)


@st.composite
def _contradictions(draw: st.DrawFn, fact: _Fact) -> tuple[_Telling, _Telling]:
    """Two more sources; one gives another number for the same day, or another day for an event."""
    number, day = str(fact.number), iso(fact.day)
    away = draw(st.integers(1, 99))
    is_event = fact.topic == "moving"
    other = iso(fact.day + away) if is_event else day
    return (
        _Telling("post", fact, number, day),
        _Telling("times", fact, number if is_event else str(fact.number + away), other),
    )


def _files(tellings: Sequence[_Telling], *, with_claims: bool) -> list[tuple[str, bytes]]:
    by_source: dict[str, list[_Telling]] = defaultdict(list)
    by_fact: dict[_Fact, list[_Telling]] = defaultdict(list)
    for told in tellings:
        by_source[told.source].append(told)
        by_fact[told.fact].append(told)
    files = {"claims/vocabulary.toml": _VOCABULARY}
    files |= {f"sources/{name}.toml": _source(name, told) for name, told in by_source.items()}
    if with_claims:
        files["claims/held.toml"] = "\n".join(map(_claim, by_fact.values()))
    return [(path, content.encode()) for path, content in sorted(files.items())]


def _source(name: str, tellings: Sequence[_Telling]) -> str:
    entries = [
        f'[[statement]]\nid = "{told.fact.name}"\nquote = {_toml(told.quote)}\n'
        f'says = {told.says}\nwhen = "{told.when}"\n'
        for told in tellings
    ]
    return "\n".join([f'[source]\nid = "{name}"\npublished = "2020-03-0{len(name)}"\n', *entries])


def _claim(tellings: Sequence[_Telling]) -> str:
    """The fact in the words of its first telling, resting on all of them."""
    first = tellings[0]
    status = "single-source" if len(tellings) == 1 else "verified"
    backing = ", ".join(f'"{told.source}#{told.fact.name}"' for told in tellings)
    return (
        f'[[claim]]\nid = "{first.fact.name}"\ntext = {_toml(f"We hold that {first.quote}.")}\n'
        f'says = {first.says}\nwhen = "{first.when}"\nstatus = "{status}"\nbacking = [{backing}]\n'
    )


def _toml(text: str) -> str:
    return text if text.isdigit() else json.dumps(text)
