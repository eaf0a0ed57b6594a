"""The command `factcheck read`: news texts in, every value at its place out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck.ledger.files import ARTICLES, decode, gather
from factcheck.reading.reader import read as read_text
from factcheck.report.page import Page
from factcheck.report.readings import full, json_lines
from factcheck.text.span import Text
from factcheck.values.when import as_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.diagnostic import Problem

__all__ = ["read"]

_PATH: Final = click.Path(path_type=Path)


def _day(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        if value is not None:
            as_day(value)
    except ValueError as error:
        raise click.BadParameter(str(error), param=parameter) from error
    return value


@click.command()
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE ...")
@click.option(
    "--published",
    callback=_day,
    metavar="DATE",
    help="The day the texts were published, such as 2018-01-12; by default what each says itself.",
)
@click.option(
    "--output-format",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="The text with its values underlined, or one JSON object a value.",
)
def read(files: tuple[Path, ...], published: str | None, output_format: str) -> None:
    """Read news texts: every date, figure, quotation and name, with its value, mode and speaker.

    Exit status: 0 all texts were read, 2 one could not be.
    """
    page = _page()
    is_whole = True
    for text in _texts(files):
        if not isinstance(text, Text):
            is_whole = False
            click.echo(f"{text.span}: {text.message}", err=True)
            continue
        document = read_text(text, published)
        lines = json_lines(document) if output_format == "json" else full(document, page)
        for line in lines:
            click.echo(line)
    if not is_whole:
        sys.exit(2)


def _texts(paths: Sequence[Path]) -> Iterator[Text | Problem]:
    """The texts of files, and of the articles in folders; what cannot be read, and a folder without any."""
    for path in paths:
        files, problems = gather([path], ARTICLES, is_strict=False)
        yield from problems
        for name, content in files:
            yield decode(name, content)
        if not files and not problems:
            raise click.UsageError(
                f"there is no article in {path}; name files that end in .txt, .md or .html"
            )


def _page() -> Page:
    is_terminal = sys.stdout.isatty()
    color = not os.environ.get("NO_COLOR") and (is_terminal or bool(os.environ.get("FORCE_COLOR")))
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    try:
        width = os.get_terminal_size().columns if is_terminal else 100
    except OSError:
        width = 80
    return Page(max(min(width, 120), 40), color=color, ascii_only=not encoding.startswith("utf"))
