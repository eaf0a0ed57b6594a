"""FC403, FC404, FC417: the claims that a draft rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Place, Problem, Severity
from factcheck.ledger.schema import near
from factcheck.matching.judgement import Standing
from factcheck.model import Claim, Status
from factcheck.rules.contradiction import passages, subjects
from factcheck.rules.places import problem, quoted
from factcheck.rules.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case, Judged

__all__ = ["RULES"]


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


@rule("FC417", Severity.ERROR)
def unknown_link(case: Case) -> Iterator[Problem]:
    """A comment in the draft names a claim that does not exist.

    ## Why it matters

    The sentence looks linked and is not checked against anything.

    ## Example

    ```markdown drafts/fire.md
    The crew was ready. <!-- fc: crew-42 -->
    ```

    ## Use instead

    ```markdown drafts/fire.md
    The crew was ready. <!-- fc: crew-24 -->
    ```
    """
    for draft in case.drafts:
        for link in draft.draft.links:
            if link.claim not in case.ledger.claims:
                hint = near(link.claim[:80], list(case.ledger.claims))
                message = (
                    f'there is no claim "{link.claim[:80]}"{hint or "; write one, or remove the comment"}'
                )
                yield problem(Place(link.span, link.claim, ""), message)


def _resting_on(case: Case, statuses: set[Status], advice: str) -> Iterator[Problem]:
    by_ref: dict[str, list[Claim]] = {}
    for claim in case.ledger.claims.values():
        if claim.status in statuses:
            for ref in dict.fromkeys((*claim.backing, *claim.against)):
                by_ref.setdefault(ref, []).append(claim)
    for draft in case.drafts:
        for judged in draft.judged:
            if judged.judgement.standing is Standing.BACKED:
                refs = [outcome.known.ref for outcome in judged.judgement.outcomes]
                for claim in {claim.id: claim for ref in refs for claim in by_ref.get(ref, ())}.values():
                    yield _rests(case, judged, claim, advice)


def _rests(case: Case, judged: Judged, claim: Claim, advice: str) -> Problem:
    message = (
        f"{quoted(judged.reading.place.quote)} rests on the claim {quoted(claim.text)}, which is "
        f"{claim.status.value}: {claim.note or 'no note says why'}; {advice}"
    )
    related = [_claim_place(case, claim), *passages(case, judged.judgement.outcomes)]
    return problem(judged.reading.place, message, related=related, subjects=[claim.id, *subjects(judged)])


def _claim_place(case: Case, claim: Claim) -> Place:
    span = claim.places.get("status") or claim.places[""]
    return Place(span, case.ledger.texts[span.path].quote(span), f"the claim {claim.id}")


RULES: Final[tuple[Rule, ...]] = (uses_disputed, uses_withdrawn, unknown_link)
