"""The command line: arguments in, report out, exit status."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck import api
from factcheck.cli_read import read
from factcheck.config import Config, find_config, unknown_codes
from factcheck.diagnostic import Report, Severity
from factcheck.errors import UnknownNameError
from factcheck.report import FORMATS, render
from factcheck.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

# Formats for programs: UTF-8 whatever the screen's encoding.
_BYTES: Final = frozenset({"json", "sarif"})
_PATH: Final = click.Path(path_type=Path)
_CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT)
@click.version_option(version("factcheck-ledger"), prog_name="factcheck")
def main() -> None:
    """A type checker for facts: every contradiction, with both quotes, at file:line:column."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a mark instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _codes(_: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(code.strip() for value in values for code in value.split(","))
    if messages := unknown_codes(codes):
        raise click.BadParameter(messages[0], param=parameter)
    return codes


@main.command()
@click.argument("drafts", nargs=-1, type=_PATH, metavar="[DRAFT ...]")
@click.option(
    "--sources",
    multiple=True,
    type=_PATH,
    metavar="PATH",
    help="Folder or file of sources: ledger .toml or raw .txt, .md, .html. May be repeated.",
)
@click.option(
    "--claims",
    multiple=True,
    type=_PATH,
    metavar="PATH",
    help="Folder or file of claims and vocabulary. May be repeated.",
)
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    show_default=True,
    help="How to print what was found.",
)
@click.option("--output", type=_PATH, metavar="FILE", help="Write to a file instead of the screen.")
@click.option(
    "--select",
    multiple=True,
    callback=_codes,
    metavar="CODES",
    help="Only these rules: codes or prefixes such as FC2, separated by commas.",
)
@click.option("--ignore", multiple=True, callback=_codes, metavar="CODES", help="Not these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    help="The least severity that makes the exit status 1.  [default: error]",
)
@click.option(
    "--exit-zero", is_flag=True, help="Exit with 0 whatever was found, unless the check could not run."
)
def check(  # noqa: PLR0913, PLR0917 - click passes every option by name
    drafts: tuple[Path, ...],
    sources: tuple[Path, ...],
    claims: tuple[Path, ...],
    output_format: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,  # noqa: FBT001 - click passes a flag by name
) -> None:
    """Check the ledger and cross-check its sources; with drafts, check those against both.

    Paths default to `sources` and `claims` in [tool.factcheck] of pyproject.toml, or in factcheck.toml. Where
    --sources names raw texts only and --claims is not given, the project's own claims are left out.

    Exit status: 0 nothing at or above --fail-on, 1 something, 2 the check could not run or had nothing to
    check.
    """
    config = _config()
    report = api.check_paths(
        config, drafts=drafts, sources=sources, claims=claims, select=select, ignore=ignore
    )
    _print(report, output_format, output)
    _exit(report, Severity(fail_on) if fail_on else config.fail_on, exit_zero=exit_zero)


@main.command()
@click.argument("rule_or_statement")
@click.argument("other", required=False)
def explain(rule_or_statement: str, other: str | None) -> None:
    """Print the page of a rule, such as FC201, or why two statements do or do not conflict.

    Two statements are named as source#statement, a claim by its id.
    """
    try:
        if other is None:
            click.echo(api.explain(rule_or_statement))
        else:
            click.echo(api.explain_pair(api.load_config(_config()), rule_or_statement, other))
    except UnknownNameError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)


@main.group()
def sources() -> None:
    """Prove the quotations of the ledger against the texts they were taken from."""


_TEXTS: Final = click.option(
    "--texts",
    required=True,
    type=_PATH,
    metavar="DIR",
    help="Folder with the texts, each named after its source.",
)


@sources.command()
@_TEXTS
@click.option("--sources", "paths", multiple=True, type=_PATH, metavar="PATH", help="Sources to verify.")
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    show_default=True,
    help="How to print what was found.",
)
def verify(texts: Path, paths: tuple[Path, ...], output_format: str) -> None:
    """Look for every quotation in its text: exact, folded, drifted, altered, ambiguous or lost."""
    config = _config()
    report, lines = api.verify(config, texts, paths)
    if output_format == "full":
        for line in lines:
            click.echo(line)
    _print(report, output_format, None)
    _exit(report, Severity.ERROR, exit_zero=False)


@sources.command()
@_TEXTS
@click.option("--sources", "paths", multiple=True, type=_PATH, metavar="PATH", help="Sources to seal.")
def seal(texts: Path, paths: tuple[Path, ...]) -> None:
    """Record digests and offsets of quotations that stand in their texts word for word."""
    config = _config()
    report, lines, changed = api.seal(config, texts, paths)
    for path, content in changed:
        _write_or_exit(path, content)
        click.echo(f"sealed {path.as_posix()}")
    for line in lines:
        click.echo(line)
    _print(report, "full", None)
    _exit(report, Severity.ERROR, exit_zero=False)


def _config() -> Config:
    try:
        return find_config(Path.cwd())
    except FileNotFoundError:
        click.echo("error: the working folder is gone; go to another one", err=True)
        sys.exit(2)


def _print(report: Report, output_format: str, output: Path | None) -> None:
    is_terminal = output is None and sys.stdout.isatty()
    text = render(
        report,
        output_format,
        width=min(_width(), 120) if is_terminal else 100,
        color=_colored(is_terminal=is_terminal),
        ascii_only=output is None and not _is_unicode(),
        rules=RULES,
        version=version("factcheck-ledger"),
    )
    if output is None and output_format in _BYTES:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
        return
    if output is None:
        # Whether there is colour was decided above; click would drop it from a pipe.
        click.echo(text, nl=False, color=True)
        return
    _write_or_exit(output, text)


def _width() -> int:
    try:
        return os.get_terminal_size().columns
    except OSError:
        return 80


def _colored(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _is_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf16", "utf32"}


def _write_or_exit(path: Path, content: str) -> None:
    try:
        _write(path, content)
    except OSError as error:
        click.echo(f"error: cannot write {path}: {(error.strerror or 'unknown reason').lower()}", err=True)
        sys.exit(2)


def _write(path: Path, content: str) -> None:
    """Write a whole file or nothing: a temporary file beside it, then a rename."""
    # A link goes on pointing to the file it points to; a device or a pipe is written to, never replaced.
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_text(content, encoding="utf-8", errors="backslashreplace", newline="")
        return
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # The new file keeps the old one's permissions; a new one gets those that files get here.
        temporary.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _exit(report: Report, fail_on: Severity, *, exit_zero: bool) -> None:
    if not report.could_run:
        sys.exit(2)
    failed = any(found.severity.rank <= fail_on.rank for found in report.diagnostics)
    sys.exit(1 if failed and not exit_zero else 0)


main.add_command(read)
