"""FC20x: statements that cannot all be true, between sources and inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Problem, Severity
from factcheck.model import Basis, Property, Statement
from factcheck.rules.places import about, cite, figures, problem, statement_place, value_part
from factcheck.rules.rule import Rule, rule
from factcheck.solving.sums import sums
from factcheck.values.number import print_number
from factcheck.values.quantity import Quantity, difference
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case, Pair

__all__ = ["RULES"]


@rule("FC201", Severity.ERROR)
def conflicting_values(case: Case) -> Iterator[Problem]:
    """Two statements on one subject, property and time cannot both be true as written.

    Every two statements of one subject and property whose scope, mode and unit are the same and whose times
    surely overlap must have a value in common, read as the sets that the words allow. What happens once, or
    goes on over one period, must also have one date.

    ## Why it matters

    One of the two is wrong, or they speak of different things and a reading is too coarse.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "42 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 42 }
    when  = "2024-05-01"
    ```

    ```toml claims/fire.toml
    # The claim waits until the sources are one.
    ```

    ## Use instead

    Ask both writers; then correct the reading that was wrong, or state with `scope` which part each of them
    counts.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "42 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 42, scope = "all night" }
    when  = "2024-05-01"
    ```
    """
    for pair in _with(case, Verdict.CONFLICT):
        if not _is_derived(case, pair):
            yield _conflict(case, pair, "ask both, or correct the reading that is wrong")


@rule("FC202", Severity.WARNING)
def possible_conflict(case: Case) -> Iterator[Problem]:
    """Two statements cannot both be true if their times overlap, or if an inferred reading is the right one.

    The values have nothing in common, but the times only may overlap, or one of the readings is marked
    `inferred` or `anaphora`: a person has to decide.

    ## Why it matters

    It is a question to the writer, not a verdict.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "owner"
    quote = "it was founded by the museum"
    says  = { subject = "mill", property = "owner", value = "museum" }
    when  = "2024-05-01"
    basis = "anaphora"

    [[statement]]
    id    = "owner-since"
    quote = "the brigade has owned it"
    says  = { subject = "mill", property = "owner", value = "brigade" }
    when  = "2020/.."
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    ## Use instead

    Once the writer has answered, state the reading and its basis.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "owner"
    quote = "it was founded by the museum"
    says  = { subject = "mill", property = "owner", value = "brigade" }
    when  = "2024-05-01"
    ```
    """
    for pair in _with(case, Verdict.POSSIBLE_CONFLICT):
        yield _conflict(case, pair, "ask the writer which reading is meant")


@rule("FC203", Severity.ERROR)
def impossible_order(case: Case) -> Iterator[Problem]:
    """A date does not fit the distance that another statement gives between two events.

    A statement such as "20 years after" dates the other event; that date must fit what is said elsewhere.

    ## Why it matters

    Distances are copied more carelessly than dates, and a wrong one shows only when somebody counts.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "fire"
    quote = "the fire broke out six years after the flood"
    says  = { subject = "fire", property = "broke", after = "flood", gap = "P6Y" }
    when  = "2024-05-01"

    [[statement]]
    id    = "flood"
    quote = "the flood of 2016"
    says  = { subject = "flood", property = "broke" }
    when  = "2016"
    ```

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    ## Use instead

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "fire"
    quote = "the fire broke out six years after the flood"
    says  = { subject = "fire", property = "broke", after = "flood", gap = "P6Y" }
    when  = "2024-05-01"

    [[statement]]
    id    = "flood"
    quote = "the flood of 2018"
    says  = { subject = "flood", property = "broke" }
    when  = "2018"
    ```
    """
    for pair in _with(case, Verdict.CONFLICT):
        if _is_derived(case, pair):
            yield _conflict(case, pair, "count again, and correct the date or the distance")


@rule("FC204", Severity.ERROR)
def outside_bounds(case: Case) -> Iterator[Problem]:
    """A figure lies outside the bounds that the vocabulary sets for its property.

    ## Why it matters

    A slip of the keyboard that no other source contradicts is caught by what is possible at all.

    ## Example

    ```toml claims/vocabulary.toml
    [entity]
    fire = { label = "Marsh Lane fire" }

    [property]
    crew = { type = "quantity", unit = "person", once = true, max = 20 }
    ```

    ## Use instead

    ```toml claims/vocabulary.toml
    [entity]
    fire = { label = "Marsh Lane fire" }

    [property]
    crew = { type = "quantity", unit = "person", once = true, max = 200 }
    ```
    """
    for statement in case.ledger.statements.values():
        of = case.ledger.vocabulary.properties[statement.proposition.property]
        for part, figure in figures(statement.proposition.value):
            if part != "by" and (bound := _passed_bound(figure, of)):
                place = statement_place(case.ledger, statement, part)
                message = (
                    f"{cite(statement)} gives {figure}, but the vocabulary holds {of.label} to be {bound}; "
                    "correct the figure or the bound"
                )
                yield problem(place, message, subjects=[statement.ref])


@rule("FC206", Severity.ERROR)
def sum_mismatch(case: Case) -> Iterator[Problem]:
    """The parts of a whole add up to more than the whole.

    Statements with `part-of` name the statement that gives the whole; their least sum must not exceed its
    most.

    ## Why it matters

    Totals and their parts are often updated one without the other.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"

    [[statement]]
    id      = "volunteers"
    quote   = "30 of them volunteers"
    says    = { subject = "fire", property = "crew", value = 30, scope = "volunteers" }
    when    = "2024-05-01"
    part-of = "crew"
    ```

    ## Use instead

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"

    [[statement]]
    id      = "volunteers"
    quote   = "20 of them volunteers"
    says    = { subject = "fire", property = "crew", value = 20, scope = "volunteers" }
    when    = "2024-05-01"
    part-of = "crew"
    ```
    """
    for found in sums(case.ledger.statements):
        if not found.fits:
            ledger = case.ledger
            parts = " + ".join(str(value_part(part, "value")) for part in found.parts)
            quotes = ", ".join(map(cite, found.parts))
            message = (
                f"{quotes}: {parts} = {found.sum.phrase}, more than the whole of {found.total} in "
                f"{cite(found.whole)}; correct the parts or the whole"
            )
            related = [statement_place(ledger, part, "value", "a part") for part in found.parts[1:]]
            related.append(statement_place(ledger, found.whole, "to", "the whole"))
            subjects = [found.whole.ref, *(part.ref for part in found.parts)]
            yield problem(
                statement_place(ledger, found.parts[0]), message, related=related, subjects=subjects
            )


@rule("FC208", Severity.WARNING)
def tension(case: Case) -> Iterator[Problem]:
    """Two statements can both be true to the letter, but a reader takes them for different figures.

    "Over 13,000" does not rule out 19,500, yet nobody who knew of 19,500 would write it.

    ## Why it matters

    One of the two is stale or careless, and a draft that repeats it misleads.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "more than ten firefighters were called out"
    says  = { subject = "fire", property = "crew", value = "> 10" }
    when  = "2024-05-01"
    ```

    ```toml claims/fire.toml
    # The claim waits until the sources are one.
    ```

    ## Use instead

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "more than 20 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = "> 20" }
    when  = "2024-05-01"
    ```
    """
    for pair in _with(case, Verdict.TENSION):
        yield _conflict(case, pair, "use the more exact of the two")


def _with(case: Case, verdict: Verdict) -> Iterator[Pair]:
    return (pair for pair in case.pairs if pair.comparison.verdict is verdict)


def _is_derived(case: Case, pair: Pair) -> bool:
    return case.is_derived(pair.first) or case.is_derived(pair.second)


def _passed_bound(figure: Quantity, of: Property) -> str:
    """The bound that no reading of a figure keeps, in words."""
    low, high = figure.literal.low, figure.literal.high
    if of.minimum is not None and high is not None and high < of.minimum:
        return f"at least {print_number(of.minimum)}"
    if of.maximum is not None and low is not None and low > of.maximum:
        return f"at most {print_number(of.maximum)}"
    return ""


def _conflict(case: Case, pair: Pair, advice: str) -> Problem:
    """The younger text is where the question arises; the older one stands beside it."""
    old, new, comparison, ledger = pair.first, pair.second, pair.comparison, case.ledger
    part = comparison.part
    circumstance = f"; {comparison.circumstance}" if comparison.circumstance and not _inferred(pair) else ""
    message = (
        f"{about(ledger, new)}: {_told(case, new, part)} against "
        f"{_told(case, old, part).removesuffix(',')}{_distance(old, new, part)}{circumstance}; {advice}"
    )
    return problem(
        statement_place(ledger, new, part),
        message,
        related=[statement_place(ledger, old, part, f"{old.source} says {value_part(old, part)}")],
        subjects=[old.ref, new.ref],
        identity=sorted((value_part(old, part), value_part(new, part))),
    )


def _told(case: Case, statement: Statement, part: str) -> str:
    """A value with the words that give it; of an inference, how far the words bear it."""
    value = value_part(statement, part)
    if statement.basis is Basis.ANAPHORA:
        return f"{value}, to which {cite(statement)} only points back,"
    if statement.basis is Basis.INFERRED:
        return f"{value}, which is inferred from {cite(statement)},"
    if case.is_derived(statement):
        return f"{value} by {cite(statement)}"
    denial = "a denial of " if statement.proposition.negated else ""
    return f"{denial}{value} in {cite(statement)}"


def _inferred(pair: Pair) -> bool:
    return pair.first.basis.is_inference or pair.second.basis.is_inference


def _distance(old: Statement, new: Statement, part: str) -> str:
    """How far the younger figure is from the older one."""
    one, other = (dict(figures(statement.proposition.value)).get(part) for statement in (new, old))
    found = difference(one, other) if one is not None and other is not None else ""
    return f", {found}" if found else ""


RULES: Final[tuple[Rule, ...]] = (
    conflicting_values,
    possible_conflict,
    impossible_order,
    outside_bounds,
    sum_mismatch,
    tension,
)
