"""A report in the words of whoever reads it: people, editors, other programs, GitHub."""

# ruff: noqa: PLC0415 (a format is imported when it is first asked for)

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.diagnostic import Report
    from factcheck.report.sarif import RuleLike

__all__ = ["FORMATS", "render"]

FORMATS = ("full", "concise", "json", "github", "sarif")


def render(  # noqa: PLR0913 (the page is width, colour and alphabet; the catalogue is rules and version)
    report: Report,
    output_format: str = "full",
    *,
    width: int = 80,
    color: bool = False,
    ascii_only: bool = False,
    rules: Sequence[RuleLike] = (),
    version: str = "",
) -> str:
    """The report in one of `FORMATS`; the same arguments give the same characters.

    A format is imported when it is first asked for.

    >>> from factcheck.diagnostic import Report
    >>> print(render(Report((), sources=2, statements=31, claims=9), "concise"), end="")
    2 sources, 31 statements, 9 claims: nothing to report

    Args:
        report: what was found.
        output_format: `full` for people, `concise` for editors, `json` one object a line, `github` workflow
            commands, `sarif` for code scanning.
        width: columns of the terminal; `full` only.
        color: whether to send colour codes; `full` only.
        ascii_only: whether the terminal knows nothing but ASCII; `full` only.
        rules: the catalogue of rules; `sarif` only.
        version: the version of the tool; `sarif` only.

    Raises:
        ValueError: if there is no such format.
    """
    match output_format:
        case "full":
            from factcheck.report import full

            return full.render(report, width=width, color=color, ascii_only=ascii_only)
        case "concise":
            from factcheck.report import concise

            return concise.render(report)
        case "json":
            from factcheck.report import json

            return json.render(report)
        case "github":
            from factcheck.report import github

            return github.render(report)
        case "sarif":
            from factcheck.report import sarif

            return sarif.render(report, rules, version)
    raise ValueError(f"unknown output format {output_format!r}; choose one of {', '.join(FORMATS)}")
