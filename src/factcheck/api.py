"""The library's verbs: load a ledger, check it, check drafts against it, prove its quotations, explain."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck import engine
from factcheck.config import Config, find_config
from factcheck.diagnostic import Problem, Report
from factcheck.errors import FactcheckError, UnknownNameError
from factcheck.ledger import loader, writer
from factcheck.ledger.excerpts import prove
from factcheck.ledger.files import ARTICLES, decode, exists, gather, is_folder, shown
from factcheck.ledger.schema import near
from factcheck.reading.reader import read
from factcheck.rules import RULES
from factcheck.text.anchor import AnchorKind
from factcheck.text.span import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Claim, Ledger, Statement

__all__ = ["check", "check_paths", "explain", "explain_pair", "load", "load_config", "read", "seal", "verify"]

_LEDGER: Final = frozenset({".toml"})
_SOURCES: Final = _LEDGER | ARTICLES
# Without these a run did not check what it was asked to.
_STOPPING: Final = frozenset({"FC001", "FC007", "FC010", "FC011"})
# What `seal` puts right, and what it leaves to a person.
_SEALED: Final = frozenset({"source-changed", "sentence-changed", "excerpt-misplaced"})
_SEAL_RULES: Final = ("FC0", "FC101", "FC102", "FC103", "FC104", "FC110")


def load(path: str | Path = ".") -> Ledger:
    """Load the ledger of a project: the sources and claims that its settings name.

    Args:
        path: the project's folder.

    Raises:
        FactcheckError: there is no such folder.
    """
    root = Path(path)
    if not is_folder(root):
        raise FactcheckError(f"there is no folder {str(path)!r}")
    return load_config(find_config(root))


def load_config(config: Config, sources: Sequence[Path] = (), claims: Sequence[Path] = ()) -> Ledger:
    """Load the ledger that settings and options name; what is wrong with its files is in its `problems`.

    Claims rest on the sources beside them: where only raw texts are named, the project's own claims are
    left out.
    """
    # The usual folders may be absent; what was named may not.
    files, problems = gather(sources or _present(config.sources), _SOURCES)
    if not claims and (not sources or any(name.lower().endswith(".toml") for name, _ in files)):
        claim_files, claim_problems = gather(_present(config.claims), _LEDGER)
    else:
        claim_files, claim_problems = gather(claims, _LEDGER)
    return _loaded(config, [*files, *claim_files], [*problems, *claim_problems])


def _present(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if exists(path)]


def _loaded(config: Config, files: Iterable[tuple[str, bytes]], problems: Iterable[Problem]) -> Ledger:
    ledger = loader.load(dict(files).items(), [*config.problems, *problems])
    could_run = ledger.could_run and not config.problems
    return evolve(ledger, texts={**config.texts, **ledger.texts}, could_run=could_run)


def check(ledger: Ledger, drafts: str | Path | Text | Iterable[str | Path | Text] = ()) -> Report:
    """Check a ledger by itself, or drafts against it.

    Args:
        ledger: what is known.
        drafts: a draft or several, as paths or texts; without any, the ledger itself is checked.
    """
    named = [drafts] if isinstance(drafts, str | Path | Text) else list(drafts)
    if not named:
        return engine.check_ledger(_not_empty(ledger))
    texts = [draft for draft in named if isinstance(draft, Text)]
    paths = [Path(draft) for draft in named if not isinstance(draft, Text)]
    files, problems = gather(paths, ARTICLES, is_strict=False)
    for name, content in files:
        text = decode(name, content)
        texts.append(text) if isinstance(text, Text) else problems.append(text)
    if not texts and not problems:
        message = "there is nothing to check: this folder holds no draft; name a file, or another folder"
        problems.append(_nothing(shown(paths[0]), message))
    could_run = ledger.could_run and not problems
    return engine.check_drafts(
        evolve(ledger, problems=(*ledger.problems, *problems), could_run=could_run), texts
    )


def check_paths(  # noqa: PLR0913 - the options of the command
    config: Config,
    *,
    drafts: Sequence[Path] = (),
    sources: Sequence[Path] = (),
    claims: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Report:
    """What `factcheck check` does: settings and options to a report."""
    ledger = load_config(config, sources, claims)
    return _checked(ledger, drafts, select or config.select, (*config.ignore, *ignore))


def verify(config: Config, texts: Path, sources: Sequence[Path] = ()) -> tuple[Report, list[str]]:
    """Prove every quotation against the texts in a folder.

    Returns:
        The report of the rules on sources, and a line for each source: what became of its quotations.
    """
    ledger = _with_texts(config, texts, sources)
    kinds = prove(ledger).kinds
    lines = []
    for source in ledger.sources:
        counts = Counter(kind for ref, kind in kinds.items() if ref.partition("#")[0] == source)
        told = ", ".join(f"{counts[kind]} {kind.value}" for kind in AnchorKind if counts[kind])
        total = sum(counts.values())
        lines.append(f"{source}: {total} quotations, {told}" if total else f"{source}: no text")
    return _checked(ledger, (), ("FC0", "FC1"), ()), lines


def seal(
    config: Config, texts: Path, sources: Sequence[Path] = ()
) -> tuple[Report, list[str], list[tuple[Path, str]]]:
    """New contents of the source files, with digests and offsets of the quotations found word for word.

    Returns:
        What is wrong with the quotations that could not be sealed, a line for each that is sealed although
        the sentence around it changed, and the files to write.
    """
    ledger = _with_texts(config, texts, sources)
    paths = sorted({source.places[""].path for source in ledger.sources.values()})
    written = writer.seal(ledger, paths)
    problems = tuple(problem for problem in ledger.problems if problem.rule not in _SEALED)
    report = _checked(evolve(ledger, problems=problems), (), _SEAL_RULES, ())
    lines = [
        f"{', '.join(problem.subjects)}: sealed, with another sentence around the words than before"
        for problem in ledger.problems
        if problem.rule == "sentence-changed"
    ]
    return report, lines, [(Path(path), content) for path, content in sorted(written.items())]


def explain(name: str) -> str:
    """The page of a rule, by its code or its name.

    >>> print(explain("FC211").splitlines()[0])
    # FC211 single-source (info)

    Raises:
        UnknownNameError: there is no such rule.
    """
    for rule in RULES:
        if name.upper() == rule.code or name == rule.name:
            return f"# {rule.code} {rule.name} ({rule.severity.value})\n\n{rule.explanation}\n"
    hint = near(name, [known for rule in RULES for known in (rule.code, rule.name)])
    raise UnknownNameError(f'there is no rule "{name}"{hint}')


def explain_pair(ledger: Ledger, first: str, second: str) -> str:
    """Why two statements or claims do or do not conflict: the gates they passed, and the verdict.

    Raises:
        UnknownNameError: one of them is neither a statement nor a claim.
    """
    told: dict[str, Statement | Claim] = {**ledger.claims, **ledger.statements}
    for ref in (first, second):
        if ref not in told:
            raise UnknownNameError(f'there is no statement or claim "{ref}"{near(ref, list(told))}')
    return engine.explain_pair(ledger, told[first], told[second])


def _with_texts(config: Config, texts: Path, sources: Sequence[Path]) -> Ledger:
    files, problems = gather(sources or _present(config.sources), _LEDGER)
    claims, claim_problems = gather(_present(config.claims), _LEDGER)
    articles, text_problems = gather([texts], ARTICLES)
    ledger = _loaded(config, [*files, *claims, *articles], [*problems, *claim_problems, *text_problems])
    missing = []
    for source in ledger.sources.values():
        if source.id not in ledger.source_texts:
            span = source.places.get("id") or source.places[""]
            quote = ledger.texts[span.path].quote(span)
            message = f"there is no text of {source.id} in the folder; name it {source.id}.txt, .md or .html"
            missing.append(Problem("text-missing", span, quote, message))
    # Texts that belong to no source prove nothing.
    return evolve(ledger, problems=(*ledger.problems, *missing), articles=())


def _checked(ledger: Ledger, drafts: Sequence[Path], select: Sequence[str], ignore: Sequence[str]) -> Report:
    """A report without what the settings leave out; what kept the check from running cannot be left out."""

    def is_kept(code: str) -> bool:
        return code in _STOPPING or (
            code.startswith(tuple(select)) and not (ignore and code.startswith(tuple(ignore)))
        )

    codes = {rule.name: rule.code for rule in RULES}
    kept = tuple(problem for problem in ledger.problems if is_kept(codes[problem.rule]))
    report = check(evolve(ledger, problems=kept), drafts)
    return evolve(report, diagnostics=tuple(found for found in report.diagnostics if is_kept(found.code)))


def _not_empty(ledger: Ledger) -> Ledger:
    """The ledger; where nothing in it can be checked, and nothing says why, with a problem that says so."""
    is_explained = any(problem.rule != "empty-file" for problem in ledger.problems)
    if ledger.statements or ledger.claims or is_explained:
        return ledger
    path = min(ledger.texts, default=".")
    way_out = "name files, or set `sources` and `claims` in factcheck.toml"
    if ledger.articles:
        way_out = "write down what the articles say in a ledger, or name a draft"
    message = f"there is nothing to check: no statement, no claim and no draft; {way_out}"
    return evolve(ledger, problems=(*ledger.problems, _nothing(path, message)), could_run=False)


def _nothing(path: str, message: str) -> Problem:
    return Problem("nothing-to-check", Span(path, 0, 0, 1, 1, 1, 1), "", message)
