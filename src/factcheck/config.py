"""Settings of a project: where its ledger lies, which rules run, and what fails a check."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from factcheck.diagnostic import Problem, Severity
from factcheck.ledger.files import decode, exists, gather
from factcheck.ledger.positions import TomlFile, read_toml
from factcheck.ledger.schema import Fault, near, salvage, structure
from factcheck.rules import RULES
from factcheck.text.span import Text

if TYPE_CHECKING:
    from pathlib import Path

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
    keys: tuple[str, ...] = () if path.name == _FILES[0] else ("tool", "factcheck")
    files, problems = gather([path], frozenset({".toml"}))
    texts = [decode(name, content) for name, content in files]
    problems += [text for text in texts if isinstance(text, Problem)]
    if problems:
        return _config(Settings(), root, tuple(evolve(p, rule="bad-setting") for p in problems), {})
    text = next(text for text in texts if isinstance(text, Text))
    file = read_toml(text)
    if file.error:
        # Other tools say what is wrong with a pyproject.toml that does not speak of this one.
        if keys and "tool.factcheck" not in text.content:
            return None
        message, span = file.error
        problem = Problem("bad-setting", span, text.quote(span), message)
        return _config(Settings(), root, (problem,), {text.path: text})
    table: Any = file.data
    for key in keys:
        table = table.get(key) if isinstance(table, Mapping) else None
        if table is None:
            return None
    settings, faults = structure(table, Settings, keys)
    settings = settings or salvage(table, Settings, keys, faults) or Settings()
    wrong = {fault.path[len(keys)] for fault in faults if len(fault.path) > len(keys)}
    given = set(table if isinstance(table, Mapping) else ()) - wrong
    faults += _choices(settings, keys, root, given)
    problems = [_problem(file, fault) for fault in faults]
    return _config(settings, root, tuple(problems), {text.path: text})


def _choices(settings: Settings, keys: tuple[str, ...], root: Path, given: AbstractSet[str]) -> list[Fault]:
    """What is wrong with settings of the right types; the usual folders may be absent, named ones not."""
    faults = []
    if settings.fail_on not in {"error", "warning"}:
        hint = near(settings.fail_on, ["error", "warning"])
        faults.append(Fault("bad-value", (*keys, "fail-on"), f'"fail-on" is "error" or "warning"{hint}'))
    for name, codes in (("select", settings.select), ("ignore", settings.ignore)):
        for index, code in enumerate(codes):
            faults += [Fault("bad-value", (*keys, name, index), said) for said in unknown_codes((code,))]
    for name, paths in (("sources", settings.sources), ("claims", settings.claims)):
        for index, path in enumerate(paths if name in given else ()):
            if not exists(root / path):
                message = f'there is no file or folder "{path[:200]}" beside this file; check the path'
                faults.append(Fault("bad-value", (*keys, name, index), message))
    return faults


def unknown_codes(codes: tuple[str, ...]) -> list[str]:
    """A message for each code that no rule has, nor begins with.

    >>> unknown_codes(("FC201", "fc2"))
    ['no rule has the code "fc2"; did you mean "FC2"?']
    """
    return [
        f'no rule has the code "{code[:20]}"{_nearest_code(code)}' for code in codes if not _is_known(code)
    ]


def _is_known(code: str) -> bool:
    return bool(code) and any(rule.code.startswith(code) for rule in RULES)


def _nearest_code(code: str) -> str:
    said = code.strip().upper()
    return f'; did you mean "{said}"?' if _is_known(said) else near(said, [rule.code for rule in RULES])


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
