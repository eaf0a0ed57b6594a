"""The library's verbs: load a ledger, check it, check drafts against it, prove its quotations, explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from attrs import evolve

from factcheck import engine
from factcheck.config import Config, find_config
from factcheck.diagnostic import Problem, Report
from factcheck.errors import FactcheckError, UnknownRuleError
from factcheck.ledger import loader, writer
from factcheck.ledger.excerpts import prove
from factcheck.ledger.files import ARTICLES, decode, gather
from factcheck.ledger.schema import near
from factcheck.model import Ledger
from factcheck.rules import RULES
from factcheck.text.anchor import AnchorKind
from factcheck.text.span import Text

__all__ = ["check", "check_paths", "explain", "load", "load_paths", "seal", "verify"]

_LEDGER: Final = frozenset({".toml"})
_SOURCES: Final = _LEDGER | ARTICLES


def load(path: str | Path = ".") -> Ledger:
    """Load the ledger of a project: the sources and claims that its settings name.

    Args:
        path: the project's folder.

    Raises:
        FactcheckError: there is no such folder.
    """
    root = Path(path)
    if not root.is_dir():
        raise FactcheckError(f"there is no folder {str(path)!r}")
    config = find_config(root)
    return load_paths(config.sources, config.claims)


def load_paths(sources: Iterable[Path], claims: Iterable[Path], problems: Iterable[Problem] = ()) -> Ledger:
    """Load a ledger from files and folders; what is wrong with them is in its `problems`."""
    source_files, source_problems = gather(sources, _SOURCES)
    claim_files, claim_problems = gather(claims, _LEDGER)
    files = dict(source_files) | dict(claim_files)
    return loader.load(files.items(), [*problems, *source_problems, *claim_problems])


def check(ledger: Ledger, drafts: Iterable[str | Path | Text] = ()) -> Report:
    """Check a ledger by itself, or drafts against it.

    Args:
        ledger: what is known.
        drafts: paths of drafts, or texts; without any, the ledger itself is checked.
    """
    named = list(drafts)
    if not named:
        return engine.check_ledger(ledger)
    texts = [draft for draft in named if isinstance(draft, Text)]
    files, problems = gather([Path(draft) for draft in named if not isinstance(draft, Text)], ARTICLES)
    for name, content in files:
        text = decode(name, content)
        texts.append(text) if isinstance(text, Text) else problems.append(text)
    could_run = ledger.could_run and not problems
    return engine.check_drafts(
        evolve(ledger, problems=(*ledger.problems, *problems), could_run=could_run), texts
    )


def check_paths(
    config: Config,
    *,
    drafts: Sequence[Path] = (),
    sources: Sequence[Path] = (),
    claims: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Report:
    """What `factcheck check` does: settings and options to a report.

    Claims rest on the sources beside them: where only raw texts are named, the project's own claims are left out.
    """
    ledger_claims = tuple(claims)
    if not claims and (not sources or any(_holds_ledger(path) for path in sources)):
        ledger_claims = config.claims
    # The usual folders may be absent; a folder that was named may not.
    usual_sources = tuple(path for path in config.sources if path.exists())
    usual_claims = tuple(path for path in ledger_claims if claims or path.exists())
    ledger = load_paths(sources or usual_sources, usual_claims, config.problems)
    ledger = evolve(ledger, texts={**config.texts, **ledger.texts})
    if config.problems:
        ledger = evolve(ledger, could_run=False)
    return _selected(check(ledger, drafts), select or config.select, (*config.ignore, *ignore))


def verify(config: Config, texts: Path, sources: Sequence[Path] = ()) -> tuple[Report, list[str]]:
    """Prove every quotation against the texts in a folder.

    Returns:
        The report of the rules on sources, and a line for each source that says what became of its quotations.
    """
    ledger = _with_texts(config, texts, sources)
    kinds = prove(ledger).kinds
    lines = []
    for source in ledger.sources:
        counts = Counter(kind for ref, kind in kinds.items() if ref.partition("#")[0] == source)
        told = ", ".join(f"{counts[kind]} {kind.value}" for kind in AnchorKind if counts[kind])
        total = sum(counts.values())
        lines.append(f"{source}: {total} quotations, {told}" if total else f"{source}: no text")
    return _selected(engine.check_ledger(ledger), ("FC0", "FC1"), ()), lines


def seal(config: Config, texts: Path, sources: Sequence[Path] = ()) -> tuple[Report, list[tuple[Path, str]]]:
    """New contents of the source files, with digests and offsets of the quotations found word for word.

    Returns:
        What is wrong with the quotations that could not be sealed, and the files to write.
    """
    ledger = _with_texts(config, texts, sources)
    paths = sorted({source.places[""].path for source in ledger.sources.values()})
    written = writer.seal(ledger, paths)
    problems = [
        p
        for p in ledger.problems
        if p.rule not in {"source-changed", "sentence-changed", "excerpt-misplaced"}
    ]
    report = _selected(engine.check_ledger(evolve(ledger, problems=tuple(problems))), ("FC0", "FC10"), ())
    return report, [(Path(path), content) for path, content in sorted(written.items())]


def explain(name: str) -> str:
    """The page of a rule, by its code or its name.

    >>> print(explain("FC211").splitlines()[0])
    # FC211 single-source (info)

    Raises:
        UnknownRuleError: there is no such rule.
    """
    for rule in RULES:
        if name.upper() == rule.code or name == rule.name:
            return f"# {rule.code} {rule.name} ({rule.severity.value})\n\n{rule.explanation}\n"
    hint = near(name, [known for rule in RULES for known in (rule.code, rule.name)])
    raise UnknownRuleError(f'there is no rule "{name}"{hint}')


def explain_pair(ledger: Ledger, first: str, second: str) -> str:
    """Why two statements or claims do or do not conflict: the gates they passed, and the verdict.

    Raises:
        UnknownRuleError: one of them is neither a statement nor a claim.
    """
    told = {**ledger.claims, **ledger.statements}
    for ref in (first, second):
        if ref not in told:
            raise UnknownRuleError(f'there is no statement or claim "{ref}"{near(ref, list(told))}')
    return engine.explain_pair(ledger, told[first], told[second])


def _with_texts(config: Config, texts: Path, sources: Sequence[Path]) -> Ledger:
    files, problems = gather(sources or config.sources, _LEDGER)
    claims, claim_problems = gather([path for path in config.claims if path.exists()], _LEDGER)
    articles, text_problems = gather([texts], ARTICLES)
    everything = dict(files) | dict(claims) | dict(articles)
    ledger = loader.load(everything.items(), [*config.problems, *problems, *claim_problems, *text_problems])
    missing = []
    for source in ledger.sources.values():
        if source.id not in ledger.source_texts:
            span = source.places.get("id") or source.places[""]
            message = f"there is no text of {source.id} in the folder; name it {source.id}.txt, .md or .html"
            missing.append(Problem("text-missing", span, source.id, message))
    return evolve(ledger, problems=(*ledger.problems, *missing))


def _holds_ledger(path: Path) -> bool:
    return path.suffix == ".toml" or (path.is_dir() and any(path.rglob("*.toml")))


def _selected(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """The report without what the settings leave out."""
    kept = tuple(
        found
        for found in report.diagnostics
        if found.code.startswith(tuple(select)) and not (ignore and found.code.startswith(tuple(ignore)))
    )
    return evolve(report, diagnostics=kept)
