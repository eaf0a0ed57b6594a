"""FC4: drafts against what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Problem, Severity
from factcheck.matching.judgement import Outcome, Standing
from factcheck.rules import drafts_claims
from factcheck.rules.contradiction import against, passages, subjects
from factcheck.rules.places import cite, problem, quoted
from factcheck.rules.rule import Rule, rule
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Statement
    from factcheck.rules.case import Case, Judged

__all__ = ["RULES"]


@rule("FC401", Severity.ERROR)
def draft_contradicts(case: Case) -> Iterator[Problem]:
    """A draft and a source cannot both be true as written.

    A figure or a date of the draft is held against every statement on the same subject and property. It is
    reported only where no source backs it and at least one rules it out.

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
        yield against(case, judged, "take the source's words, or find out which is right")


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
        statement = judged.judgement.statement
        # What only may be meant, or borrows its date from an earlier sentence, claims no precision.
        is_sure = statement in judged.reading.candidates[: judged.reading.sure]
        is_inferred = statement is not None and statement.basis.is_inference
        if is_sure and not is_inferred and all(_is_narrower(outcome, statement) for outcome in outcomes):
            yield against(
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
        yield against(
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

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "staff"
    quote = "the brigade has a staff of 60"
    says  = { subject = "brigade", property = "staff", value = 60 }
    when  = "2024-05-03"
    ```

    ```toml claims/fire.toml
    # The draft alone.
    ```

    ```markdown drafts/fire.md
    The brigade has a staff of 80.
    ```

    ## Use instead

    ```markdown drafts/fire.md
    In 2019 the brigade had a staff of 80.
    ```
    """
    for judged in _standing(case, Standing.POSSIBLY_CONTRADICTED):
        yield against(case, judged, "give its date, or take the source's words", "may contradict")


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
        yield against(case, judged, "take the source's words", "is in tension with")


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
                f"{quoted(judged.reading.place.quote)} follows {cite(backing.known)}, "
                f"but {cite(dissent.known)} says otherwise; {dissent.comparison.reason}; "
                "ask both, or name the source in print"
            )
            related = [*passages(case, judgement.dissent), *passages(case, judgement.outcomes[:1])]
            yield problem(judged.reading.place, message, related=related, subjects=subjects(judged))


def _standing(case: Case, standing: Standing) -> Iterator[Judged]:
    for draft in case.drafts:
        for judged in draft.judged:
            if judged.judgement.standing is standing:
                yield judged


def _is_narrower(outcome: Outcome, draft: Statement | None) -> bool:
    """Whether the draft's date, or its figure, lies strictly within the source's.

    That a later text still finds something going on is no more precise.
    """
    comparison, known = outcome.comparison, outcome.known.proposition.when
    when = draft.proposition.when if draft else None
    if when and known and when.edtf == known.edtf:
        return False
    if comparison.facets:
        return comparison.facets[-1] is Verdict.REFINES
    return comparison.verdict is Verdict.REFINES


RULES: Final[tuple[Rule, ...]] = (
    *drafts_claims.RULES,
    draft_contradicts,
    unsupported,
    too_precise,
    expectation_as_fact,
    draft_may_contradict,
    draft_in_tension,
    sources_disagree,
)
