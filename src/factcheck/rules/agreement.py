"""FC209–FC214: what the sources bear out, narrow down, or tell alone; information, nothing to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck.diagnostic import Problem, Severity
from factcheck.matching.compare import compare
from factcheck.matching.comparison import Gate
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.model import Gap, Ledger, Names, Statement
from factcheck.rules.places import about, cite, problem, statement_place, value_part
from factcheck.rules.rule import Rule, rule
from factcheck.rules.voices import backed_parts, parts
from factcheck.solving.keys import by_key
from factcheck.solving.sums import sums
from factcheck.values.change import Change
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case, Pair

__all__ = ["RULES"]


@rule("FC209", Severity.INFO)
def agreement(case: Case) -> Iterator[Problem]:
    """Two sources say the same.

    ## Why it matters

    A fact with two voices may be printed with more confidence, if they are independent of each other.

    ## Example

    ```toml claims/fire.toml
    # The two sources alone give this.
    ```

    Nothing is to be done.
    """
    for pair in _first_agreements(case):
        comparison = pair.comparison
        if not comparison.is_refinement:
            old, new = pair.first, pair.second
            if comparison.verdict is Verdict.EQUAL:
                told = f"{_whole(new)} in both {cite(new)} and {cite(old)}"
            else:
                told = f"{cite(new)} fits {cite(old)}; {comparison.reason}"
            yield _pairwise(case, pair, f"{about(case.ledger, new)}: {told}")


@rule("FC210", Severity.INFO)
def refined(case: Case) -> Iterator[Problem]:
    """One source is more precise than another, and they agree.

    2002 and 20 November 2002 are no contradiction: the day lies in the year, and narrows it down.

    ## Why it matters

    A claim may take the precision of the source that has it, and of no other.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "more than 20 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = "> 20" }
    when  = "2024-05"
    ```

    Nothing is to be done.
    """
    for pair in _first_agreements(case):
        if pair.comparison.is_refinement:
            old, new = pair.first, pair.second
            message = (
                f"{about(case.ledger, new)}: {cite(new)} agrees with {cite(old)}; {pair.comparison.reason}"
            )
            yield _pairwise(case, pair, message)


@rule("FC211", Severity.INFO)
def single_source(case: Case) -> Iterator[Problem]:
    """Only one source gives a figure, a date or a name.

    ## Why it matters

    A second, independent voice is what most desks ask for before they print.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "staff"
    quote = "the brigade has a staff of 60"
    says  = { subject = "brigade", property = "staff", value = 60 }
    when  = "2024-05-03"
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    ## Use instead

    Find another source, or name the one there is in print.

    ```toml sources/gazette.toml
    source = { id = "gazette", published = "2024-05-02" }

    [[statement]]
    id    = "staff"
    quote = "60 people work for the brigade"
    says  = { subject = "brigade", property = "staff", value = 60 }
    when  = "2024-05-02"
    ```
    """
    backed = backed_parts(case)
    for statement in case.ledger.statements.values():
        for part in sorted(parts(statement) - backed.get(statement.ref, set())):
            told = f"only {cite(statement)} gives {value_part(statement, part)}"
            place = statement_place(case.ledger, statement, part)
            message = f"{about(case.ledger, statement)}: {told}"
            yield problem(place, message, subjects=[statement.ref], identity=[part])


@rule("FC212", Severity.INFO)
def list_differs(case: Case) -> Iterator[Problem]:
    """One source lists something that another, which also gives a list, leaves out.

    ## Why it matters

    Either list may be a selection; a draft that says "all" needs to know.

    ## Example

    ```toml sources/gazette.toml
    source = { id = "gazette", published = "2024-05-02" }

    [[statement]]
    id    = "served"
    quote = "at the fire, the flood and the museum since 2019"
    says  = { subject = "brigade", property = "served", any-of = ["fire", "flood", "museum"] }
    when  = "2019/"
    ```

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "served"
    quote = "at the flood and the fire since 2019"
    says  = { subject = "brigade", property = "served", any-of = ["fire", "flood"] }
    when  = "2019/"
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    Nothing is to be done.
    """
    for statements in by_key(case.ledger.statements.values()).values():
        lists = _lists(statements)
        for source, listed in sorted(lists.items()):
            for other, theirs in sorted(lists.items()):
                yield from _missing(case, listed, other, theirs) if source != other else ()


@rule("FC213", Severity.INFO)
def derived_value(case: Case) -> Iterator[Problem]:
    """A figure or a date that no source states follows from what one states.

    From 94 to 120 is 26 more; "20 years after" dates the other event; parts that fit a whole leave a rest.

    ## Why it matters

    Drafts state what follows, and it is checked against this.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "staff"
    quote = "the brigade grew from 52 to 60"
    says  = { subject = "brigade", property = "staff", from = 52, to = 60 }
    when  = "2023"
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    Nothing is to be done.
    """
    for statement in case.ledger.statements.values():
        value = statement.proposition.value
        if isinstance(value, Change) and value.before and value.after and value.derived_by:
            share = f", or {value.derived_percent}" if value.derived_percent else ""
            message = (
                f"{about(case.ledger, statement)}: {cite(statement)} is a change by {value.derived_by}{share}"
            )
            yield problem(statement_place(case.ledger, statement, "to"), message, subjects=[statement.ref])
    for statement in case.derived:
        gap = case.ledger.statements[statement.ref].proposition.value
        words = gap.words if isinstance(gap, Gap) else ""
        date = dated(statement.proposition.when)
        message = f"{about(case.ledger, statement)}: {date} by {cite(statement)}, read as {words}"
        yield problem(statement_place(case.ledger, statement, "when"), message, subjects=[statement.ref])
    for found in sums(case.ledger.statements):
        if found.fits:
            figures_told = " + ".join(str(value_part(part, "value")) for part in found.parts)
            parts = " and ".join(map(cite, found.parts))
            message = (
                f"{about(case.ledger, found.whole)}: {figures_told} = {found.sum.phrase} in {parts} "
                f"fit into {found.total} in {cite(found.whole)}"
            )
            related = [statement_place(case.ledger, found.whole, "to", "the whole")]
            subjects = [found.whole.ref, *(part.ref for part in found.parts)]
            place = statement_place(case.ledger, found.parts[0])
            yield problem(place, message, related=related, subjects=subjects)


@rule("FC214", Severity.INFO)
def not_comparable(case: Case) -> Iterator[Problem]:
    """Two figures look like a contradiction, but one is counted and the other expected, planned or alleged.

    ## Why it matters

    A forecast that differs from a count is no mistake; a draft that prints it as a count is.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "a crew of 30 is planned"
    says  = { subject = "fire", property = "crew", value = 30 }
    when  = "2024-05-01"
    mode  = "planned"
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    Nothing is to be done.
    """
    for pair in case.pairs:
        if pair.comparison.gate is Gate.MODE and _would_differ(case, pair):
            told = " and ".join(
                f"{_whole(s)} is {s.proposition.mode.value} in {cite(s)}" for s in (pair.second, pair.first)
            )
            yield _pairwise(case, pair, f"{about(case.ledger, pair.second)}: {told}; not compared")


def _would_differ(case: Case, pair: Pair) -> bool:
    """Whether the two would look like a contradiction to a reader who overlooks their modes."""
    one, other = pair.first.proposition, pair.second.proposition
    same = evolve(one, mode=other.mode)
    return not compare(same, other, case.ledger.vocabulary).verdict.agrees


def _whole(statement: Statement) -> str:
    """A value with its date; of what has no value, the date."""
    value, when = statement.proposition.value, statement.proposition.when
    if value is None or when is None:
        return value_part(statement, "value")
    return f"{said(value)}, {dated(when)},"


def _first_agreements(case: Case) -> Iterator[Pair]:
    """Each statement with the first of another source that it agrees with; many voices are not all pairs."""
    told: set[tuple[str, str]] = set()
    for pair in _agreements(case):
        if not (case.is_derived(pair.first) or case.is_derived(pair.second)):
            voice = pair.second.ref, said(pair.first.proposition.value)
            if voice not in told:
                yield pair
            told.add(voice)


def _agreements(case: Case) -> Iterator[Pair]:
    return (p for p in case.pairs if p.comparison.verdict.agrees and p.first.source != p.second.source)


def _pairwise(case: Case, pair: Pair, message: str) -> Problem:
    old, new, part, ledger = pair.first, pair.second, pair.comparison.part, case.ledger
    related = [statement_place(ledger, old, part, f"{old.source} says {value_part(old, part)}")]
    place = statement_place(ledger, new, part)
    identity = sorted((value_part(old, part), value_part(new, part)))
    return problem(place, message, related=related, subjects=[old.ref, new.ref], identity=identity)


def _lists(statements: list[Statement]) -> dict[str, dict[str, Statement]]:
    """By source, the members it names and where; one member alone is no list."""
    lists: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        value = statement.proposition.value
        for name in value.ids if isinstance(value, Names) else ():
            lists.setdefault(statement.source, {}).setdefault(name, statement)
    return {source: members for source, members in lists.items() if len(members) > 1}


def _missing(
    case: Case, listed: dict[str, Statement], other: str, theirs: dict[str, Statement]
) -> Iterator[Problem]:
    for name in sorted(listed.keys() - theirs.keys()):
        statement = listed[name]
        label = _label(case.ledger, name)
        message = f"{about(case.ledger, statement)}: {cite(statement)} lists {label}, {other} does not"
        related = [
            statement_place(case.ledger, member, "value", f"{other} lists {_label(case.ledger, known)}")
            for known, member in sorted(theirs.items())
        ]
        subjects = [statement.ref, *(member.ref for member in theirs.values())]
        place = statement_place(case.ledger, statement)
        yield problem(place, message, related=related, subjects=subjects, identity=[name, other])


def _label(ledger: Ledger, name: str) -> str:
    return ledger.vocabulary.label(name)


RULES: Final[tuple[Rule, ...]] = (
    agreement,
    refined,
    single_source,
    list_differs,
    derived_value,
    not_comparable,
)
