"""FC3: claims and the statements that carry them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Place, Problem, Severity
from factcheck.matching.compare import compare
from factcheck.model import Claim, Status
from factcheck.rules.places import cite, claim_place, problem, quoted, statement_place, value_part
from factcheck.rules.rule import Rule, rule
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Backing, Case

__all__ = ["RULES"]


@rule("FC301", Severity.ERROR)
def unbacked_claim(case: Case) -> Iterator[Problem]:
    """A claim names no statement that backs it.

    Only claims that are `unverified` may stand alone: every other status says that somebody saw a source.

    ## Why it matters

    A fact that nobody can trace is a rumour with an id.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id     = "crew-24"
    text   = "Twenty-four firefighters fought the Marsh Lane fire."
    says   = { subject = "fire", property = "crew", value = 24 }
    status = "verified"
    ```

    ## Use instead

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    status  = "verified"
    backing = ["gazette#crew", "herald#crew"]
    ```
    """
    for claim in case.ledger.claims.values():
        if not claim.backing and claim.status not in {Status.UNVERIFIED, Status.WITHDRAWN}:
            message = (
                f"the claim {quoted(claim.text)} is {claim.status.value} but names no statement behind it; "
                'add backing = ["source#statement"], or make it unverified'
            )
            yield problem(_head(case, claim), message, subjects=[claim.id])


@rule("FC302", Severity.ERROR)
def backing_disagrees(case: Case) -> Iterator[Problem]:
    """A claim contradicts a statement that is named to back it.

    ## Why it matters

    The claim was changed and its source was not read again, or the other way round.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-25"
    text    = "Twenty-five firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 25 }
    when    = "2024-05-01"
    status  = "verified"
    backing = ["gazette#crew", "herald#crew"]
    ```

    ## Use instead

    Correct the claim, or move the statement from `backing` to `against`.

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "verified"
    backing = ["gazette#crew", "herald#crew"]
    ```
    """
    refuting = {
        Verdict.CONFLICT,
        Verdict.POSSIBLE_CONFLICT,
        Verdict.TENSION,
        Verdict.SUPERSEDED,
        Verdict.SUPERSEDES,
    }
    for backing in case.backing:
        if not backing.is_against and backing.comparison.verdict in refuting:
            yield _against(case, backing, "correct the claim, or move the statement to `against`")


@rule("FC304", Severity.WARNING)
def verified_with_one_source(case: Case) -> Iterator[Problem]:
    """A claim is marked verified but rests on one source.

    ## Why it matters

    Two statements of one article are one voice. The status `single-source` says so honestly.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "verified"
    backing = ["gazette#crew"]
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
    for claim in case.ledger.claims.values():
        sources = {ref.partition("#")[0] for ref in claim.backing}
        if claim.status is Status.VERIFIED and len(sources) == 1:
            message = (
                f"the claim {quoted(claim.text)} is verified but rests on {sources.pop()} alone; "
                "add a second source, or make it single-source"
            )
            yield problem(_key(case, claim, "status"), message, subjects=[claim.id])


@rule("FC306", Severity.ERROR)
def disputed_without_note(case: Case) -> Iterator[Problem]:
    """A claim is marked disputed, but nothing says what the dispute is.

    ## Why it matters

    Whoever meets the claim next must know what was asked and of whom.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    when    = "2024-05-01"
    status  = "disputed"
    backing = ["gazette#crew"]
    ```

    ## Use instead

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
    """
    for claim in case.ledger.claims.values():
        if claim.status is Status.DISPUTED and not (claim.note or "").strip():
            message = (
                f"the claim {quoted(claim.text)} is disputed without a note; "
                "say in `note` what is being asked"
            )
            yield problem(_key(case, claim, "status"), message, subjects=[claim.id])


@rule("FC307", Severity.WARNING)
def backing_off_topic(case: Case) -> Iterator[Problem]:
    """A statement that is named to back a claim does not speak of what the claim says.

    ## Why it matters

    The claim looks backed and is not.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "the brigade has a staff of 24"
    says  = { subject = "brigade", property = "staff", value = 24 }
    when  = "2024-05-03"
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
    for backing in case.backing:
        if not backing.is_against and backing.comparison.verdict is Verdict.NOT_COMPARABLE:
            yield _against(case, backing, "name a statement that speaks of it")


@rule("FC308", Severity.ERROR)
def conflicting_claims(case: Case) -> Iterator[Problem]:
    """Two claims that are both held cannot both be true.

    ## Why it matters

    Whichever of the two a draft rests on, the other stands against it.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id   = "crew-24"
    text = "Twenty-four firefighters fought the Marsh Lane fire."
    says = { subject = "fire", property = "crew", value = 24 }
    when = "2024-05-01"

    [[claim]]
    id   = "crew-42"
    text = "Forty-two firefighters fought the Marsh Lane fire."
    says = { subject = "fire", property = "crew", value = 42 }
    when = "2024-05-01"
    ```

    ## Use instead

    ```toml claims/fire.toml
    [[claim]]
    id   = "crew-24"
    text = "Twenty-four firefighters fought the Marsh Lane fire."
    says = { subject = "fire", property = "crew", value = 24 }
    when = "2024-05-01"

    [[claim]]
    id     = "crew-42"
    text   = "Forty-two firefighters fought the Marsh Lane fire."
    says   = { subject = "fire", property = "crew", value = 42 }
    when   = "2024-05-01"
    status = "withdrawn"
    ```
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.ledger.claims.values():
        if claim.status not in {Status.WITHDRAWN, Status.CORRECTED, Status.DISPUTED}:
            groups.setdefault((claim.proposition.subject, claim.proposition.property), []).append(claim)
    for group in groups.values():
        for first, second in combinations(group, 2):
            comparison = compare(first.proposition, second.proposition, case.ledger.vocabulary)
            if comparison.verdict is Verdict.CONFLICT:
                message = (
                    f"the claims {quoted(first.text)} and {quoted(second.text)} cannot both be held; "
                    f"{comparison.reason}: withdraw or correct one"
                )
                related = [claim_place(case.ledger, first, comparison.part, f"the claim {first.id}")]
                place = claim_place(case.ledger, second, comparison.part)
                yield problem(place, message, related=related, subjects=[first.id, second.id])


def _against(case: Case, backing: Backing, advice: str) -> Problem:
    claim, statement, comparison = backing.claim, backing.statement, backing.comparison
    part = comparison.part
    reason = comparison.reason if comparison.gate else comparison.circumstance
    message = (
        f"the claim {quoted(claim.text)} gives {value_part(claim, part)}, but {cite(statement)}, "
        f"named to back it, gives {value_part(statement, part)}{reason and f'; {reason}'}; {advice}"
    )
    related = [
        statement_place(
            case.ledger, statement, part, f"{statement.source} says {value_part(statement, part)}"
        )
    ]
    place = claim_place(case.ledger, claim, part)
    return problem(place, message, related=related, subjects=[claim.id, statement.ref])


def _head(case: Case, claim: Claim) -> Place:
    return _key(case, claim, "id")


def _key(case: Case, claim: Claim, key: str) -> Place:
    span = claim.places.get(key) or claim.places[""]
    return Place(span, case.ledger.texts[span.path].quote(span), "")


RULES: Final[tuple[Rule, ...]] = (
    unbacked_claim,
    backing_disagrees,
    verified_with_one_source,
    disputed_without_note,
    backing_off_topic,
    conflicting_claims,
)
