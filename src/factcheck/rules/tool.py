"""FC0: what keeps the tool from reading a ledger, and what is wrong with the way it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Problem, Severity
from factcheck.rules.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case

__all__ = ["RULES"]


@rule("FC001", Severity.ERROR)
def toml_syntax(case: Case) -> Iterator[Problem]:
    """A ledger file is not TOML.

    The check of the other files goes on, but the run cannot pass: it exits with 2.

    ## Why it matters

    A file that cannot be read holds facts that were not checked.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "crew-24"
    text = "They called it "the great fire"."
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "great-fire"
    text = 'They called it "the great fire".'
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("toml-syntax")


@rule("FC002", Severity.ERROR)
def unknown_key(case: Case) -> Iterator[Problem]:
    """A table holds a key that means nothing there.

    ## Why it matters

    A misspelled key is a fact that is not checked.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    wen  = "2024-05-01"
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("unknown-key")


@rule("FC003", Severity.ERROR)
def bad_value(case: Case) -> Iterator[Problem]:
    """A value is not of the kind that its key takes.

    Dates are EDTF (ISO 8601-2:2019), figures are written `120`, `"> 13000"`, `">= 5"`, `"~ 200"` or
    `"40..50"`.

    ## Why it matters

    Only a value that is understood can be compared.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "1 May 2024"
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("bad-value")


@rule("FC004", Severity.ERROR)
def duplicate_id(case: Case) -> Iterator[Problem]:
    """Two entries of one kind have the same id.

    ## Why it matters

    A reference would mean either of them.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "crew-24"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("duplicate-id")


@rule("FC005", Severity.ERROR)
def dangling_reference(case: Case) -> Iterator[Problem]:
    """A claim or a part names a statement that does not exist.

    ## Why it matters

    What it rests on cannot be looked up.

    ## Example

    ```toml claims/fire.toml
    [[claim]]
    id      = "crew-24"
    text    = "Twenty-four firefighters fought the Marsh Lane fire."
    says    = { subject = "fire", property = "crew", value = 24 }
    status  = "verified"
    backing = ["gazette#crew", "herald#crews"]
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
    return case.found("dangling-reference")


@rule("FC006", Severity.ERROR)
def unknown_name(case: Case) -> Iterator[Problem]:
    """An entity or a property is not in the vocabulary.

    ## Why it matters

    Two spellings of one name would never be compared.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fires", property = "broke" }
    when = "2024-05-01"
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("unknown-name")


@rule("FC007", Severity.ERROR)
def unreadable_file(case: Case) -> Iterator[Problem]:
    """A file cannot be read: it is missing, a folder, not allowed, or not UTF-8.

    The check of the other files goes on, but the run cannot pass: it exits with 2.

    ## Why it matters

    A file that cannot be read holds facts that were not checked.

    ## Example

    ```hex claims/extra.toml
    74 65 78 74 20 3d 20 22 63 61 66 e9 22
    ```

    ## Use instead

    Save the file as UTF-8.

    ```hex claims/extra.toml
    23 20 63 61 66 c3 a9
    ```
    """
    return case.found("unreadable-file")


@rule("FC008", Severity.ERROR)
def missing_key(case: Case) -> Iterator[Problem]:
    """A table lacks a key that it cannot do without.

    ## Why it matters

    What is missing cannot be guessed.

    ## Example

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```

    ## Use instead

    ```toml claims/extra.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("missing-key")


@rule("FC009", Severity.WARNING)
def empty_file(case: Case) -> Iterator[Problem]:
    """A ledger file holds nothing, not even a comment that says why.

    ## Why it matters

    An empty file is often one that was not saved.

    ## Example

    ```toml claims/extra.toml
    ```

    ## Use instead

    ```toml claims/extra.toml
    # Claims on the flood will stand here.
    ```
    """
    return case.found("empty-file")


@rule("FC010", Severity.ERROR)
def nothing_to_check(case: Case) -> Iterator[Problem]:
    """There is nothing to check: no statement, no claim, no draft.

    Checking nothing is never a pass: the run exits with 2.

    ## Why it matters

    A wrong path in a build would otherwise pass for ever.

    ## Example

    ```toml claims/vocabulary.toml
    [entity]
    fire = { label = "Marsh Lane fire" }
    ```

    ```toml claims/fire.toml
    # Nothing yet.
    ```

    ```toml sources/gazette.toml
    # Nothing yet.
    ```

    ```toml sources/herald.toml
    # Nothing yet.
    ```

    ## Use instead

    ```toml claims/vocabulary.toml
    [entity]
    fire = { label = "Marsh Lane fire" }

    [property]
    broke = { type = "none", label = "outbreak" }
    ```

    ```toml claims/fire.toml
    [[claim]]
    id   = "outbreak"
    text = "The fire broke out on 1 May 2024."
    says = { subject = "fire", property = "broke" }
    when = "2024-05-01"
    ```
    """
    return case.found("nothing-to-check")


@rule("FC011", Severity.ERROR)
def bad_setting(case: Case) -> Iterator[Problem]:
    """A setting in `factcheck.toml`, or under `[tool.factcheck]` in `pyproject.toml`, is not understood.

    The run exits with 2: it cannot know what it was to check.

    ## Why it matters

    A misspelled setting would quietly switch a rule off, or leave a folder out.
    """
    return case.found("bad-setting")


RULES: Final[tuple[Rule, ...]] = (
    toml_syntax,
    unknown_key,
    bad_value,
    duplicate_id,
    dangling_reference,
    unknown_name,
    unreadable_file,
    missing_key,
    empty_file,
    nothing_to_check,
    bad_setting,
)
