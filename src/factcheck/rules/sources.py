"""FC106, FC108: readings that their own quotation, or the history of their source, puts in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Place, Problem, Severity
from factcheck.matching.dates import dated
from factcheck.model import Gap, Statement
from factcheck.reading.dates import find_dates
from factcheck.rules.places import cite, figures, mentioned, problem
from factcheck.rules.rule import Rule, rule
from factcheck.values import quantity
from factcheck.values.relation import before, relate
from factcheck.values.verdict import Truth, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.rules.case import Case
    from factcheck.text.span import Span

__all__ = ["RULES"]


@rule("FC106", Severity.WARNING)
def relative_date_in_revised_source(case: Case) -> Iterator[Problem]:
    """A date such as "earlier this week" stands in a text that was revised after its publication.

    The words were resolved against the day of publication; if the sentence came with the revision, they mean
    another day.

    ## Why it matters

    Pages are updated months later, and their dates move silently.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03", modified = "2024-09-30" }

    [[statement]]
    id       = "crew"
    quote    = "24 firefighters were called out this week"
    says     = { subject = "fire", property = "crew", value = 24 }
    when     = "2024-05-01"
    relative = "this week"
    ```

    ## Use instead

    Find the date elsewhere and drop `relative`.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03", modified = "2024-09-30" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    for statement in case.ledger.statements.values():
        source = case.ledger.sources[statement.source]
        published, modified = source.published, source.modified
        if (
            not statement.relative
            or published is None
            or modified is None
            or before(published, modified) is not Truth.SURELY
        ):
            continue
        related = _key_place(case, source.places, "modified", "the text was revised")
        message = (
            f"“{statement.relative}” in {cite(statement)} was read against its publication on "
            f"{dated(published)} as {dated(statement.proposition.when)}, but the text was last revised on "
            f"{dated(modified)}; find the date elsewhere, or ask whether the sentence stood there at first"
        )
        place = _relative_place(case, statement)
        yield problem(place, message, related=related, subjects=[statement.ref])


@rule("FC108", Severity.ERROR)
def value_not_in_quote(case: Case) -> Iterator[Problem]:
    """The reading gives a figure or a date that the quoted words contradict.

    Every figure of a reading must stand in the quotation; a date is held against the quotation only where
    that gives one, because many sentences take theirs from the sentence before.

    ## Why it matters

    A slip between the quotation and its reading makes every later check a check of the slip.

    ## Example

    ```toml claims/fire.toml
    # No claim rests on this.
    ```

    ```toml sources/gazette.toml
    source = { id = "gazette", published = "2024-05-02" }

    [[statement]]
    id    = "staff"
    quote = "the brigade has a staff of 60"
    says  = { subject = "brigade", property = "staff", value = 66 }
    when  = "2024-05-02"
    ```

    ## Use instead

    ```toml sources/gazette.toml
    source = { id = "gazette", published = "2024-05-02" }

    [[statement]]
    id    = "staff"
    quote = "the brigade has a staff of 60"
    says  = { subject = "brigade", property = "staff", value = 60 }
    when  = "2024-05-02"
    ```
    """
    for statement in case.ledger.statements.values():
        yield from _figures_not_in_quote(case, statement)
        yield from _date_not_in_quote(case, statement)


@rule("FC112", Severity.ERROR)
def revised_before_publication(case: Case) -> Iterator[Problem]:
    """A source is said to have been revised before it was published.

    ## Why it matters

    Relative dates, and which of two sources is the newer, are read against these two days.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03", modified = "2024-03-05" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```

    ## Use instead

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03", modified = "2024-05-05" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    for source in case.ledger.sources.values():
        published, modified = source.published, source.modified
        if published and modified and before(modified, published) is Truth.SURELY:
            message = (
                f"{source.id} was published on {dated(published)} and revised on {dated(modified)}, which is "
                "earlier; correct one of the two dates"
            )
            place = _key_place(case, source.places, "modified", "")[0]
            related = _key_place(case, source.places, "published", "published")
            yield problem(place, message, related=related, subjects=[source.id])


def _figures_not_in_quote(case: Case, statement: Statement) -> Iterator[Problem]:
    there = [found for found, _, _ in mentioned(statement.selector.exact)]
    for part, figure in figures(statement.proposition.value):
        if not any(quantity.relate(found.in_unit(figure.unit), figure) is Verdict.EQUAL for found in there):
            said = ", ".join(dict.fromkeys(map(str, there))) or "no figure"
            message = (
                f"the reading gives {figure}, but the quoted words {cite(statement)} give {said}; correct "
                "the reading or quote the words that carry the figure"
            )
            key = f"says.{part}"
            place = _key_place(case, statement.places, key, "")[0]
            related = _key_place(case, statement.places, "quote", "the quoted words")
            yield problem(
                place, message, related=related, subjects=[statement.ref], identity=[part, str(figure)]
            )


def _date_not_in_quote(case: Case, statement: Statement) -> Iterator[Problem]:
    when, source = statement.proposition.when, case.ledger.sources[statement.source]
    if when is None or statement.relative or isinstance(statement.proposition.value, Gap):
        return
    mentions = find_dates(statement.selector.exact, source.published)
    if mentions and all(relate(mention.value, when) is Verdict.CONFLICT for mention in mentions):
        said = ", ".join(dated(mention.value) for mention in mentions)
        message = (
            f"the reading gives {dated(when)}, but the quoted words {cite(statement)} give {said}; correct "
            "`when`, or quote the words that carry the date"
        )
        place = _key_place(case, statement.places, "when", "")[0]
        related = _key_place(case, statement.places, "quote", "the quoted words")
        yield problem(place, message, related=related, subjects=[statement.ref], identity=["when", when.edtf])


def _relative_place(case: Case, statement: Statement) -> Place:
    """The relative words inside the quotation, else the key that names them."""
    words, exact, offsets = statement.relative or "", statement.selector.exact, statement.quote_offsets
    start = exact.find(words)
    if start < 0 or not offsets:
        return _key_place(case, statement.places, "relative", "")[0]
    text = case.ledger.texts[statement.places["quote"].path]
    span = text.span(offsets[start], offsets[start + len(words)])
    return Place(span, text.quote(span), "")


def _key_place(case: Case, places: Mapping[str, Span], key: str, message: str) -> list[Place]:
    span = places.get(key) or places[""]
    return [Place(span, case.ledger.texts[span.path].quote(span), message)]


RULES: Final[tuple[Rule, ...]] = (
    relative_date_in_revised_source,
    value_not_in_quote,
    revised_before_publication,
)
