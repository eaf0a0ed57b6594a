"""The report for people at a terminal: each conflict with both passages, then what agrees, then the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.diagnostic import Severity
from factcheck.report.page import Page
from factcheck.report.snippet import Passage, gathered, snippet
from factcheck.report.summary import count_of, coverage_line, summary_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.diagnostic import Coverage, Diagnostic, Report

__all__ = ["render"]

_NARROWEST = 40
_BAR = 40
# A conflict of many voices shows this many beside its own; the other formats list them all.
_MOST_PASSAGES = 8


def render(report: Report, *, width: int = 80, color: bool = False, ascii_only: bool = False) -> str:
    """Everything found, set for a terminal.

    Every error and warning shows its passages; notes take a few lines together. Words from the texts have
    marks in place of whatever a terminal would obey.

    >>> from factcheck.diagnostic import Report
    >>> print(render(Report((), sources=2, statements=31, claims=9)), end="")
    2 sources, 31 statements, 9 claims: nothing to report

    Args:
        report: what was found.
        width: columns of the terminal; 40 at least are used.
        color: whether to send colour codes.
        ascii_only: whether to send nothing but ASCII.
    """
    page = Page(max(width, _NARROWEST), color, ascii_only)
    blocks = [_diagnostic(page, found, report) for found in report.conflicts]
    notes = [found for found in report.diagnostics if found.severity is Severity.INFO]
    if notes:
        blocks.append(_notes(page, notes))
    if report.coverage is not None:
        blocks.append(_coverage(page, report.coverage))
    blocks.append(_summary(page, report))
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _diagnostic(page: Page, found: Diagnostic, report: Report) -> Iterator[str]:
    style = found.severity.value
    yield from _headline(page, found, style)
    shown = found.related[:_MOST_PASSAGES]
    passages = [
        Passage(found.span, found.quote, "", "^", style),
        *(Passage(place.span, place.quote, place.message, "-", "related") for place in shown),
    ]
    gutter = max(len(str(passage.span.end_line)) for passage in passages)
    for group in gathered(page, passages, report.texts, gutter):
        yield from snippet(page, group, report.texts.get(group[0].span.path), gutter)
    left_out = len(found.related) - len(shown)
    if left_out:
        yield from _remark(page, gutter, "note:", "note", f"and {count_of(left_out, 'more passage')}")
    for fix in found.fixes:
        yield from _remark(page, gutter, "help:", "help", fix.label)


def _headline(page: Page, found: Diagnostic, style: str) -> Iterator[str]:
    head = page.say(f"{found.severity.value}[{found.code}] {found.name}:")
    first, *others = page.wrap(f"{head} {page.say(found.message)}", page.width - 2)
    if first.startswith(head):
        yield page.paint(style, head) + page.paint("strong", first.removeprefix(head))
    else:
        yield page.paint(style, first)
    for other in others:
        yield "  " + page.paint("strong", other)


def _remark(page: Page, gutter: int, head: str, style: str, text: str) -> Iterator[str]:
    indent = " " * (gutter + 1)
    first, *others = page.wrap(page.say(text), page.width - len(indent) - len(head) - 3)
    yield f"{indent}= {page.paint(style, head)} {first}"
    for other in others:
        yield indent + " " * (len(head) + 3) + other


def _notes(page: Page, notes: Sequence[Diagnostic]) -> Iterator[str]:
    """The notes of one rule together, under its name."""
    kinds = sorted({(found.code, found.name) for found in notes})
    for index, (code, name) in enumerate(kinds):
        if index:
            yield ""
        of_kind = [found for found in notes if (found.code, found.name) == (code, name)]
        heading = page.wrap(page.say(f"{name.replace('-', ' ')} ({code})"), page.width)
        yield from (page.paint("note", line) for line in heading)
        for found in of_kind:
            place = page.say(str(found.span))
            lines = page.wrap(f"{page.say(found.message)} {place}", page.width - 4)
            if lines[-1].endswith(place):
                lines[-1] = lines[-1].removesuffix(place) + page.paint("dim", place)
            yield f"  {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])


def _coverage(page: Page, coverage: Coverage) -> Iterator[str]:
    yield from page.wrap(coverage_line(coverage), page.width)
    whole = coverage.checkable
    if not whole:
        return
    length = min(_BAR, page.width - 6)
    backed = length * min(coverage.backed, whole) // whole
    conflicting = length * min(coverage.backed + coverage.conflicting, whole) // whole - backed
    parts = (
        ("help", "█" * backed),
        ("error", "▒" * conflicting),
        ("dim", "░" * (length - backed - conflicting)),
    )
    bar = "".join(page.paint(style, page.ornament(part)) for style, part in parts)
    yield f"{bar} {100 * min(coverage.backed, whole) // whole}%"


def _summary(page: Page, report: Report) -> Iterator[str]:
    if report.count(Severity.ERROR) or not report.could_run:
        style = "error"
    else:
        style = "warning" if report.conflicts else "help"
    for line in page.wrap(summary_line(report), page.width):
        yield page.paint(style, line)
