"""Files to a ledger: every table structured, every name resolved, every problem at its place, all in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, Final

from attrs import define, evolve, field

from factcheck.diagnostic import Place, Problem
from factcheck.ledger import convert
from factcheck.ledger.excerpts import prove
from factcheck.ledger.files import decode
from factcheck.ledger.positions import TomlFile, read_toml
from factcheck.ledger.schema import (
    ClaimEntry,
    EntityEntry,
    Fault,
    FileEntry,
    Path,
    PropertyEntry,
    SourceEntry,
    StatementEntry,
    near,
    structure,
)
from factcheck.model import Claim, Entity, Ledger, Property, Source, Statement, Vocabulary
from factcheck.text.span import Span, Text

__all__ = ["load"]

# Files that could not be read at all: a check of the rest would pass for a check of everything.
STOPPING: Final = frozenset({"unreadable-file", "toml-syntax"})


def load(files: Iterable[tuple[str, bytes]], problems: Iterable[Problem] = ()) -> Ledger:
    """Load a ledger from the bytes of its TOML files; what is wrong with them becomes problems.

    >>> ledger = load([("claims/v.toml", b'[entity]\\nkosovo = { labl = "Kosovo" }')])
    >>> [problem.message for problem in ledger.problems][0]
    'there is no key "labl" here; did you mean "label"?'

    Args:
        files: path and content of each file, in any order.
        problems: what was found wrong before, with the reading of the files.
    """
    loading = _Loading(list(problems))
    for path, content in sorted(files):
        loading.open(path, content)
    loading.read_vocabulary()
    loading.read_sources()
    loading.read_claims()
    loading.resolve()
    stems = {PurePosixPath(path).stem: path for path in sorted(loading.digests, reverse=True)}
    source_texts = {name: stems[name] for name in sorted(loading.sources) if name in stems}
    ledger = Ledger(
        vocabulary=Vocabulary(_sorted(loading.entities), _sorted(loading.properties)),
        sources=_sorted(loading.sources),
        statements=_sorted(loading.statements),
        claims=_sorted(loading.claims),
        problems=tuple(sorted(loading.problems, key=lambda p: (p.span, p.rule, p.message))),
        texts=_sorted(loading.texts),
        digests=_sorted(loading.digests),
        source_texts=source_texts,
        articles=tuple(sorted(loading.digests.keys() - source_texts.values())),
        could_run=not any(problem.rule in STOPPING for problem in loading.problems),
    )
    proof = prove(ledger)
    return evolve(ledger, statements=proof.statements, problems=(*ledger.problems, *proof.problems))


def _sorted(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(mapping.items()))


@define
class _Loading:
    """One run over the files; collects what is right and what is wrong side by side."""

    problems: list[Problem]
    files: list[tuple[TomlFile, FileEntry]] = field(factory=list)
    texts: dict[str, Text] = field(factory=dict)
    digests: dict[str, str] = field(factory=dict)
    entities: dict[str, Entity] = field(factory=dict)
    properties: dict[str, Property] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    statements: dict[str, Statement] = field(factory=dict)
    claims: dict[str, Claim] = field(factory=dict)
    # Where each id was first defined, also of entries that did not fit: a reference to one does not dangle.
    defined: dict[str, dict[str, Span]] = field(factory=dict)

    def open(self, path: str, content: bytes) -> None:
        """Decode one file: a ledger file, or the text of a source."""
        text = decode(path, content)
        if isinstance(text, Problem):
            self.problems.append(text)
            return
        self.texts[path] = text
        if path.endswith(".toml"):
            self._parse(text)
        else:
            self.digests[path] = sha256(content).hexdigest()

    def _parse(self, text: Text) -> None:
        file = read_toml(text)
        if file.error:
            message, span = file.error
            self.problems.append(Problem("toml-syntax", span, text.quote(span), message))
            return
        if not file.data and not file.comments:
            message = "this file holds no table; write one, or remove the file"
            self.problems.append(Problem("empty-file", text.span(0, 0), "", message))
            return
        entry = self._structure(file, file.data, FileEntry, ())
        if entry is None:
            # What is right in the file is still checked: only the tables that exist are looked at.
            sound = {key: value for key, value in file.data.items() if _is_sound(key, value)}
            entry, _ = structure(sound, FileEntry, ())
        if entry is not None:
            self.files.append((file, entry))

    def read_vocabulary(self) -> None:
        """Entities and properties of all files, before anything that uses their names."""
        for file, entry in self.files:
            for name, table in entry.entity.items():
                path: Path = ("entity", name)
                found = self._structure(file, table, EntityEntry, path)
                if self._define("entity", name, file, path) and found:
                    self.entities[name] = convert.entity(name, found, file.span(path))
            for name, table in entry.property.items():
                path = ("property", name)
                shape = self._structure(file, table, PropertyEntry, path)
                if self._define("property", name, file, path) and shape:
                    made, faults = convert.property_(name, shape, path, file.span(path))
                    self._report(file, faults)
                    self.properties[name] = made

    def read_sources(self) -> None:
        """Sources with their statements."""
        for file, entry in self.files:
            if entry.source is None:
                if entry.statement:
                    fault = Fault(
                        "missing-key", ("statement", 0), "a file with statements needs a [source] table"
                    )
                    self._report(file, [fault])
                continue
            shape = self._structure(file, entry.source, SourceEntry, ("source",))
            name = entry.source.get("id")
            if not isinstance(name, str) or not self._define("source", name, file, ("source", "id")):
                continue
            source = Source(name)
            if shape:
                source, faults = convert.source(shape, file)
                self._report(file, faults)
                self.sources[name] = source
            for index, table in enumerate(entry.statement):
                self._read_statement(file, source, table, ("statement", index))

    def _read_statement(self, file: TomlFile, source: Source, table: object, path: Path) -> None:
        shape = self._structure(file, table, StatementEntry, path)
        name = table.get("id") if isinstance(table, Mapping) else None
        if not isinstance(name, str) or not self._define(
            "statement", f"{source.id}#{name}", file, (*path, "id")
        ):
            return
        if shape:
            vocabulary = Vocabulary(self.entities, self.properties)
            statement, faults = convert.statement(shape, source, file, path, vocabulary)
            self._report(file, faults)
            if statement:
                self.statements[statement.ref] = statement

    def read_claims(self) -> None:
        """Claims of all files."""
        for file, entry in self.files:
            for index, table in enumerate(entry.claim):
                path: Path = ("claim", index)
                shape = self._structure(file, table, ClaimEntry, path)
                name = table.get("id") if isinstance(table, Mapping) else None
                if not isinstance(name, str) or not self._define("claim", name, file, (*path, "id")):
                    continue
                if shape:
                    vocabulary = Vocabulary(self.entities, self.properties)
                    claim, faults = convert.claim(shape, file, path, vocabulary)
                    self._report(file, faults)
                    if claim:
                        self.claims[name] = claim

    def resolve(self) -> None:
        """References between entries, once all of them are known."""
        known = self.defined.get("statement", {})
        for claim in self.claims.values():
            for key, refs in (("backing", claim.backing), ("against", claim.against)):
                for index, ref in enumerate(refs):
                    if ref not in known:
                        self._dangling(claim.places[f"{key}.{index}"], ref, known)
        for statement in self.statements.values():
            if statement.part_of and statement.part_of not in known:
                self._dangling(statement.places["part-of"], statement.part_of, known)
        entities = self.defined.get("entity", {})
        for entity in self.entities.values():
            for name in entity.part_of:
                if name not in entities and entity.span:
                    self._unknown("entity", name, entity.span, entities)

    def _define(self, kind: str, name: str, file: TomlFile, path: Path) -> bool:
        names = self.defined.setdefault(kind, {})
        span = file.span(path) if path[-1] == "id" else file.key_span(path)
        if fault := convert.identifier(name.removeprefix(name.partition("#")[0] + "#"), path):
            self._report(file, [fault])
        first = names.setdefault(name, span)
        if first is not span:
            message = f'the {kind} "{name}" is defined twice; rename one of them'
            related = (Place(first, self.texts[first.path].quote(first), "first defined here"),)
            self.problems.append(Problem("duplicate-id", span, file.text.quote(span), message, related))
        return first is span

    def _structure(self, file: TomlFile, data: object, cls: type[Any], path: Path) -> Any:
        entry, faults = structure(data, cls, path)
        self._report(file, faults)
        return entry

    def _report(self, file: TomlFile, faults: Iterable[Fault]) -> None:
        for fault in faults:
            span = file.key_span(fault.path) if fault.on_key else file.span(fault.path)
            # A fault of a long table or text is shown at its first line.
            if span.end_line > span.line:
                line_end = span.start + len(file.text.line(span.line)) - span.column + 1
                span = file.text.span(span.start, max(span.start, line_end))
            self.problems.append(Problem(fault.rule, span, file.text.quote(span)[:200], fault.message))

    def _dangling(self, span: Span, ref: str, known: Mapping[str, Span]) -> None:
        message = f'there is no statement "{ref}"{near(ref, list(known))}'
        self.problems.append(Problem("dangling-reference", span, self.texts[span.path].quote(span), message))

    def _unknown(self, kind: str, name: str, span: Span, known: Mapping[str, Span]) -> None:
        message = f'there is no {kind} "{name}"{near(name, list(known))}'
        self.problems.append(Problem("unknown-name", span, self.texts[span.path].quote(span), message))


def _is_sound(key: str, value: object) -> bool:
    entry, _ = structure({key: value}, FileEntry, ())
    return entry is not None
