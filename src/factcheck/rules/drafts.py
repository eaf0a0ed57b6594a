"""FC4: drafts against what is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.diagnostic import Edit, Fix, Place, Problem, Severity
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.matching.judgement import Judgement, Outcome, Standing
from factcheck.model import Claim, Statement, Status
from factcheck.rules.case import Case, DraftCase, Judged
from factcheck.rules.places import about, cite, problem, quoted, shows, statement_place
from factcheck.rules.rule import Rule, rule
from factcheck.values.verdict import Verdict

__all__ = ["RULES"]


@rule("FC401", Severity.ERROR)
def draft_contradicts(case: Case) -> Iterator[Problem]:
    """A draft and a source cannot both be true as written.

    A figure or a date of the draft is held against every statement on the same subject and property. It is reported
    only where no source backs it and at least one rules it out.

    ## Why it matters

    It would have to be corrected in print.

    ## Example

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were 42 firefighters.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were 24 firefighters.
    ```
    """
    for judged in _standing(case, Standing.CONTRADICTED):
        yield _against(case, judged, "take the source's words, or find out which is right")


@rule("FC402", Severity.INFO)
def unsupported(case: Case) -> Iterator[Problem]:
    """No source and no claim speaks of a figure or a date of the draft.

    ## Why it matters

    It counts against the coverage of the draft: somebody has to find a source for it.

    ## Example

    ```markdown drafts/fire.md
    The museum sold 900 tickets.
    ```

    ## Use instead

    Add a source that says so, or leave it out.

    ```markdown drafts/fire.md
    The museum sold tickets.
    ```
    """
    for judged in _standing(case, Standing.UNSUPPORTED):
        words = quoted(judged.reading.place.quote)
        message = f"nothing known speaks of {words}; add a source that does, or mark it as the desk's own"
        yield problem(judged.reading.place, message)


@rule("FC403", Severity.ERROR)
def uses_disputed(case: Case) -> Iterator[Problem]:
    """A draft states what the desk holds to be disputed.

    ## Why it matters

    Somebody has asked and is waiting for the answer.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "disputed"
    backing = ["gazette#crew"]
    note    = "The brigade has been asked for its log."
    ```

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were 24 firefighters.
    ```

    ## Use instead

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "single-source"
    backing = ["gazette#crew"]
    ```
    """
    yield from _resting_on(
        case, {Status.DISPUTED}, "wait for the answer, or say in print that it is disputed"
    )


@rule("FC404", Severity.ERROR)
def uses_withdrawn(case: Case) -> Iterator[Problem]:
    """A draft names a claim that was withdrawn or corrected.

    ## Why it matters

    The desk no longer stands by it.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "withdrawn"
    backing = ["gazette#crew"]
    ```

    ```markdown drafts/fire.md
    There were 24 firefighters. <!-- fc: crew-24 -->
    ```

    ## Use instead

    Link the claim that took its place, or none.

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were 24 firefighters.
    ```
    """
    gone = {Status.WITHDRAWN, Status.CORRECTED}
    for draft in case.drafts:
        for link in draft.draft.links:
            claim = case.ledger.claims.get(link.claim)
            if claim and claim.status in gone:
                message = (
                    f"the draft rests on the claim {quoted(claim.text)}, which is {claim.status.value}; "
                    "link the claim that took its place"
                )
                place = Place(link.span, link.claim, "")
                yield problem(place, message, related=[_claim_place(case, claim)], subjects=[claim.id])


@rule("FC405", Severity.WARNING)
def too_precise(case: Case) -> Iterator[Problem]:
    """A draft is more precise than every source that agrees with it.

    ## Why it matters

    "On 1 May" from "in May" is a guess, even if it happens to be right.

    ## Example

    ```toml claims/fire.toml
    # The draft alone.
    ```

    ```toml sources/gazette.toml
    source = { id = "gazette", published = "2024-06-02" }

    [[statement]]
    id    = "outbreak"
    quote = "the fire broke out in May 2024"
    says  = { subject = "fire", property = "broke" }
    when  = "2024-05"
    ```

    ```markdown drafts/fire.md
    The Marsh Lane fire broke out on 1 May 2024.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The Marsh Lane fire broke out in May 2024.
    ```
    """
    for judged in _standing(case, Standing.BACKED):
        outcomes = judged.judgement.outcomes
        if outcomes and all(_is_narrower(outcome) for outcome in outcomes):
            yield _against(
                case,
                judged,
                "say no more than the source, or find one that says as much",
                "is more precise than",
            )


@rule("FC407", Severity.ERROR)
def expectation_as_fact(case: Case) -> Iterator[Problem]:
    """A draft asserts what a source only expected or planned.

    ## Why it matters

    A forecast that is printed as a count is an invention.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "staff"
    quote = "the brigade is expected to reach 80"
    says  = { subject = "brigade", property = "staff", value = 80 }
    when  = "2024"
    mode  = "expected"
    ```

    ```toml claims/fire.toml
    # The draft alone.
    ```

    ```markdown drafts/fire.md
    The brigade has a staff of 80.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The brigade is expected to have a staff of 80.
    ```
    """
    for judged in _standing(case, Standing.EXPECTED_ONLY):
        yield _against(
            case,
            judged,
            "say that it was expected, or find a count",
            "states as fact what was only expected in",
        )


@rule("FC414", Severity.WARNING)
def draft_may_contradict(case: Case) -> Iterator[Problem]:
    """A draft contradicts a source if both speak of the same time, or if an inferred reading is right.

    ## Why it matters

    Either the draft is wrong, or it lacks the date that would make it right.

    ## Example

    ```markdown drafts/fire.md
    The brigade was there. At Marsh Lane fire time, 24 firefighters came; the mill was built in 1901.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The mill was built in 1901.
    ```
    """
    for judged in _standing(case, Standing.POSSIBLY_CONTRADICTED):
        yield _against(case, judged, "give its date, or take the source's words", "may contradict")


@rule("FC415", Severity.WARNING)
def draft_in_tension(case: Case) -> Iterator[Problem]:
    """A draft and a source can both be right to the letter, but a reader takes them for different figures.

    ## Why it matters

    "More than ten" for 24 is not false, and not what the source says.

    ## Example

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were more than ten firefighters.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were more than 20 firefighters.
    ```
    """
    for judged in _standing(case, Standing.IN_TENSION):
        yield _against(case, judged, "take the source's words", "is in tension with")


@rule("FC416", Severity.WARNING)
def sources_disagree(case: Case) -> Iterator[Problem]:
    """A draft follows one source where another says something else.

    ## Why it matters

    The draft is backed, and an editor would still want to know.

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
    # The draft alone.
    ```

    ```markdown drafts/fire.md
    At the Marsh Lane fire of 1 May 2024 there were 24 firefighters.
    ```

    ## Use instead

    Ask the sources; then correct the reading that is wrong.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    for judged in _standing(case, Standing.BACKED):
        judgement = judged.judgement
        if judgement.dissent and judgement.statement:
            backing, dissent = judgement.outcomes[0], judgement.dissent[0]
            message = (
                f"{quoted(judged.reading.place.quote)} follows {cite(backing.known)}, but {cite(dissent.known)} says "
                f"otherwise; {dissent.comparison.reason}: ask both, or name the source in print"
            )
            related = [*_places(case, judgement.dissent), *_places(case, judgement.outcomes[:1])]
            yield problem(judged.reading.place, message, related=related, subjects=_subjects(judged))


def _standing(case: Case, standing: Standing) -> Iterator[Judged]:
    for draft in case.drafts:
        for judged in draft.judged:
            if judged.judgement.standing is standing:
                yield judged


def _against(case: Case, judged: Judged, advice: str, verb: str = "contradicts") -> Problem:
    """A value of the draft with every passage that decided, the older texts first."""
    judgement, ledger = judged.judgement, case.ledger
    statement = judgement.statement
    # The passages that show the figure in question come before those that the claim brings in with them.
    outcomes = tuple(
        sorted(judgement.outcomes, key=lambda one: not shows(ledger, one.known, one.comparison.part))
    )
    first = outcomes[0]
    part = first.comparison.part
    place = judged.reading.place
    span = statement.places.get(part) if statement else None
    if span is not None:
        place = Place(span, ledger.texts[span.path].quote(span), "")
    others = f" and {len(outcomes) - 1} more" if len(outcomes) > 1 else ""
    message = (
        f"{about(ledger, first.known)}: {quoted(place.quote)} {verb} {cite(first.known)}{others}; "
        f"{first.comparison.reason}: {advice}"
    )
    return problem(
        place,
        message,
        related=_places(case, outcomes),
        subjects=_subjects(judged),
        identity=[
            judged.reading.place.quote,
            " ".join(statement.selector.exact.split()) if statement else "",
        ],
    )


def _places(case: Case, outcomes: tuple[Outcome, ...]) -> list[Place]:
    places = []
    for outcome in outcomes:
        known, part = outcome.known, outcome.comparison.part
        date = dated(known.proposition.when)
        message = (
            f"{known.source} says {said(known.proposition.value)}, {date}"
            if known.proposition.value
            else f"{known.source} says {date}"
        )
        places.append(statement_place(case.ledger, known, part, message))
    return places


def _subjects(judged: Judged) -> list[str]:
    refs = [outcome.known.ref for outcome in (*judged.judgement.outcomes, *judged.judgement.dissent)]
    return [*refs, *([judged.reading.link] if judged.reading.link else [])]


def _is_narrower(outcome: Outcome) -> bool:
    """Whether the draft's date, or its figure, lies strictly within the source's."""
    comparison = outcome.comparison
    if comparison.facets:
        return comparison.facets[-1] is Verdict.REFINES
    return comparison.verdict is Verdict.REFINES


def _resting_on(case: Case, statuses: set[Status], advice: str) -> Iterator[Problem]:
    claims = [claim for claim in case.ledger.claims.values() if claim.status in statuses]
    for draft in case.drafts:
        for judged in draft.judged:
            statement = judged.judgement.statement
            for claim in claims:
                if (
                    statement
                    and judged.judgement.standing is Standing.BACKED
                    and _is_on(claim, statement, judged.judgement)
                ):
                    message = (
                        f"{quoted(judged.reading.place.quote)} rests on the claim {quoted(claim.text)}, which is "
                        f"{claim.status.value}: {claim.note or 'no note says why'}; {advice}"
                    )
                    related = [_claim_place(case, claim), *_places(case, judged.judgement.outcomes)]
                    subjects = [claim.id, *_subjects(judged)]
                    yield problem(judged.reading.place, message, related=related, subjects=subjects)


def _is_on(claim: Claim, statement: Statement, judgement: Judgement) -> bool:
    refs = {*claim.backing, *claim.against}
    return any(outcome.known.ref in refs for outcome in judgement.outcomes)


def _claim_place(case: Case, claim: Claim) -> Place:
    span = claim.places.get("status") or claim.places[""]
    return Place(span, case.ledger.texts[span.path].quote(span), f"the claim {claim.id}")


RULES: Final[tuple[Rule, ...]] = (
    draft_contradicts,
    unsupported,
    uses_disputed,
    uses_withdrawn,
    too_precise,
    expectation_as_fact,
    draft_may_contradict,
    draft_in_tension,
    sources_disagree,
)
