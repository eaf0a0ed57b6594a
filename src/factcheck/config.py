"""Settings of a project: where its ledger lies, which rules run, and what fails a check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from factcheck.diagnostic import Problem, Severity
from factcheck.ledger.files import shown
from factcheck.ledger.positions import TomlFile, read_toml
from factcheck.ledger.schema import Fault, near, structure
from factcheck.rules import RULES
from factcheck.text.span import Text

__all__ = ["Config", "find_config", "unknown_codes"]


@frozen
class Settings:
    """`[tool.factcheck]` in `pyproject.toml`, or the whole of `factcheck.toml`."""

    sources: tuple[str, ...] = ("sources",)
    claims: tuple[str, ...] = ("claims",)
    select: tuple[str, ...] = ("FC",)
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"


@frozen
class Config:
    """What a project has settled.

    Attributes:
        root: the folder that paths in the settings start from.
        sources: folders and files of sources.
        claims: folders and files of claims and vocabulary.
        select: codes or prefixes of the rules that run.
        ignore: codes or prefixes of those that do not.
        fail_on: the least severity that fails a check.
        problems: what is wrong with the settings.
        texts: the file they stand in, by path.
    """

    root: Path
    sources: tuple[Path, ...] = ()
    claims: tuple[Path, ...] = ()
    select: tuple[str, ...] = ("FC",)
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, Text] = field(factory=dict)


_FILES: Final = ("factcheck.toml", "pyproject.toml")


def find_config(start: Path) -> Config:
    """The settings nearest to a folder, upwards; the usual ones where there are none."""
    folder = start.absolute()
    for root in (folder, *folder.parents):
        for name in _FILES:
            path = root / name
            if path.is_file() and (config := _read(path, root)):
                return config
    return _config(Settings(), start, (), {})


def _read(path: Path, root: Path) -> Config | None:
    """The settings in a file; None where it is a `pyproject.toml` that has none."""
    text = Text(shown(path), path.read_bytes().decode("utf-8", "replace"))
    file = read_toml(text)
    texts = {text.path: text}
    if file.error:
        message, span = file.error
        problem = Problem("bad-setting", span, text.quote(span), message)
        return _config(Settings(), root, (problem,), texts)
    keys: tuple[str, ...] = () if path.name == _FILES[0] else ("tool", "factcheck")
    table: Any = file.data
    for key in keys:
        table = table.get(key) if isinstance(table, Mapping) else None
        if table is None:
            return None
    settings, faults = structure(table, Settings, keys)
    faults += _choices(settings, keys) if settings else []
    return _config(settings or Settings(), root, tuple(_problem(file, fault) for fault in faults), texts)


def _choices(settings: Settings, keys: tuple[str, ...]) -> list[Fault]:
    faults = []
    if settings.fail_on not in {"error", "warning"}:
        hint = near(settings.fail_on, ["error", "warning"])
        faults.append(Fault("bad-value", (*keys, "fail-on"), f'"fail-on" is "error" or "warning"{hint}'))
    for name, codes in (("select", settings.select), ("ignore", settings.ignore)):
        faults += [Fault("bad-value", (*keys, name), message) for message in unknown_codes(codes)]
    return faults


def unknown_codes(codes: tuple[str, ...]) -> list[str]:
    """A message for each code that no rule has, nor begins with."""
    known = [rule.code for rule in RULES]
    return [
        f'no rule has the code "{code[:20]}"{near(code, known)}'
        for code in codes
        if not code or not any(rule.startswith(code) for rule in known)
    ]


def _problem(file: TomlFile, fault: Fault) -> Problem:
    span = file.key_span(fault.path) if fault.on_key else file.span(fault.path)
    return Problem("bad-setting", span, file.text.quote(span), fault.message)


def _config(
    settings: Settings, root: Path, problems: tuple[Problem, ...], texts: Mapping[str, Text]
) -> Config:
    return Config(
        root=root,
        sources=tuple(root / path for path in settings.sources),
        claims=tuple(root / path for path in settings.claims),
        select=settings.select,
        ignore=settings.ignore,
        fail_on=Severity(settings.fail_on) if settings.fail_on in {"error", "warning"} else Severity.ERROR,
        problems=problems,
        texts=texts,
    )
