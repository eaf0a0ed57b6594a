"""A rule: one function that yields problems, and the page that explains it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from factcheck.diagnostic import Diagnostic, Problem, Severity, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.rules.case import Case

__all__ = ["Check", "Rule", "rule"]

Check: TypeAlias = "Callable[[Case], Iterable[Problem]]"


@frozen
class Rule:
    """A check with a code and a page.

    Attributes:
        code: `FC` and three digits, never reused.
        name: the fault in kebab-case.
        severity: how much its diagnostics weigh.
        explanation: its page in Markdown: summary, reasons, an example that gives this code, a clean one.
        check: yields its problems.
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    check: Check

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.explanation.partition("\n")[0]

    def diagnose(self, problem: Problem) -> Diagnostic:
        """A problem with this rule's code, name and severity."""
        subjects = tuple(sorted(set(problem.subjects)))
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=problem.message,
            span=problem.span,
            quote=problem.quote,
            related=problem.related,
            subjects=subjects,
            fixes=problem.fixes,
            fingerprint=fingerprint(self.code, subjects, *(problem.identity or (problem.quote,))),
        )


def rule(code: str, severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of a function; its name in kebab-case is the rule's, its docstring the page."""

    def decorate(check: Check) -> Rule:
        name = check.__name__.strip("_").replace("_", "-")
        return Rule(code, name, severity, inspect.cleandoc(check.__doc__ or ""), check)

    return decorate
