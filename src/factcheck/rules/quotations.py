"""FC1: quotations against the texts they were taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Problem, Severity
from factcheck.rules.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules.case import Case

__all__ = ["RULES"]


@rule("FC101", Severity.ERROR)
def quote_lost(case: Case) -> Iterator[Problem]:
    """A quotation is not in the text of its source, and nothing comes near.

    ## Why it matters

    A statement whose words cannot be shown proves nothing.

    ## Example

    ```text sources/herald.txt
    The museum will open again in the spring.
    ```

    ## Use instead

    ```text sources/herald.txt
    In the end 24 firefighters were called out.
    ```
    """
    return case.found("quote-lost")


@rule("FC102", Severity.WARNING)
def quote_drifted(case: Case) -> Iterator[Problem]:
    """The text says a quotation in slightly other words, with the same figures, names and negations.

    ## Why it matters

    The page was edited; the reading probably still holds, but the words between quotation marks do not.

    ## Example

    ```text sources/herald.txt
    In the end 24 firefighters were being called out.
    ```

    ## Use instead

    ```text sources/herald.txt
    In the end 24 firefighters were called out.
    ```
    """
    return case.found("quote-drifted")


@rule("FC103", Severity.ERROR)
def quote_altered(case: Case) -> Iterator[Problem]:
    """The text says a quotation with another figure, another name, or a negation more or less.

    Such a passage is never taken for the quotation, however near the rest of the words.

    ## Why it matters

    One changed digit or one "not" changes the fact and hardly the words.

    ## Example

    ```text sources/herald.txt
    In the end 42 firefighters were called out.
    ```

    ## Use instead

    ```text sources/herald.txt
    In the end 24 firefighters were called out.
    ```
    """
    return case.found("quote-altered")


@rule("FC104", Severity.ERROR)
def quote_ambiguous(case: Case) -> Iterator[Problem]:
    """A quotation stands in the text of its source more than once.

    ## Why it matters

    The sentences around the two places may say different things.

    ## Example

    ```text sources/herald.txt
    At noon 24 firefighters were called out. At night, too, 24 firefighters were called out.
    ```

    ## Use instead

    State with `prefix` or `suffix` which place is meant.

    ```text sources/herald.txt
    At noon 24 firefighters were called out.
    ```
    """
    return case.found("quote-ambiguous")


@rule("FC105", Severity.ERROR)
def source_changed(case: Case) -> Iterator[Problem]:
    """The text of a source is not the one whose digest was recorded.

    ## Why it matters

    What was read then may not be what stands there now; every quotation is looked at on its own.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03", sha256 = "0123456789abcdef" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```

    ```text sources/herald.txt
    In the end 24 firefighters were called out.
    ```

    ## Use instead

    Read the quotations again, then record the digest with `factcheck sources seal`.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    return case.found("source-changed")


@rule("FC109", Severity.ERROR)
def sentence_changed(case: Case) -> Iterator[Problem]:
    """The quoted words still stand in the text, but the sentence around them is another one.

    A short excerpt does not show what stands before and after it; its `sentence` digest does.

    ## Why it matters

    "24 firefighters were called out" is still there when the sentence begins with "It is not true that".

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id       = "crew"
    quote    = "24 firefighters were called out"
    sentence = "0123456789ab"
    says     = { subject = "fire", property = "crew", value = 24 }
    when     = "2024-05-01"
    ```

    ```text sources/herald.txt
    It is not true that 24 firefighters were called out.
    ```

    ## Use instead

    Read the sentence again; then `factcheck sources seal` records its digest.

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    return case.found("sentence-changed")


@rule("FC110", Severity.ERROR)
def text_missing(case: Case) -> Iterator[Problem]:
    """The text of a source that was to be verified is not in the folder.

    Only `factcheck sources verify` looks for it: a check needs no texts.

    ## Why it matters

    A proof that looked at nothing proves nothing.
    """
    return case.found("text-missing")


@rule("FC111", Severity.WARNING)
def excerpt_misplaced(case: Case) -> Iterator[Problem]:
    """The text is the one that was read, but the quotation does not stand at its recorded offset.

    ## Why it matters

    The offset was written by hand or copied; the next reader is sent to the wrong place.

    ## Example

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    start = 3
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```

    ```text sources/herald.txt
    In the end 24 firefighters were called out.
    ```

    ## Use instead

    ```toml sources/herald.toml
    source = { id = "herald", published = "2024-05-03" }

    [[statement]]
    id    = "crew"
    quote = "24 firefighters were called out"
    start = 11
    says  = { subject = "fire", property = "crew", value = 24 }
    when  = "2024-05-01"
    ```
    """
    return case.found("excerpt-misplaced")


RULES: Final[tuple[Rule, ...]] = (
    quote_lost,
    quote_drifted,
    quote_altered,
    quote_ambiguous,
    source_changed,
    sentence_changed,
    text_missing,
    excerpt_misplaced,
)
