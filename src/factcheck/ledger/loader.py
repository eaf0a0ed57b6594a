"""Files to a ledger: every table structured, every name resolved, every problem at its place, in one run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from factcheck.diagnostic import Place, Problem
from factcheck.ledger import convert
from factcheck.ledger.excerpts import prove
from factcheck.ledger.files import decode
from factcheck.ledger.positions import TomlFile, read_toml
from factcheck.ledger.schema import (
    FILLER,
    ClaimEntry,
    EntityEntry,
    Entry,
    Fault,
    FileEntry,
    Path,
    PropertyEntry,
    SourceEntry,
    StatementEntry,
    near,
    salvage,
    structure,
)
from factcheck.model import Claim, Entity, Ledger, Property, Source, Statement, Vocabulary

if TYPE_CHECKING:
    from factcheck.text.span import Span, Text

__all__ = ["load"]

# Files that could not be read at all: a check of the rest would pass for a check of everything.
STOPPING: Final = frozenset({"unreadable-file", "toml-syntax"})

# What a file that is no TOML seems to define: `id = "x"`, `x = …` at the start of a line, `[entity.x]`.
_DEFINITION: Final = re.compile(
    r"""\bid[ \t]*+=[ \t]*+["']([a-z0-9-]++)"""
    r"""|^[ \t]*+([a-z0-9-]++)[ \t]*+="""
    r"""|\[(?:entity|property)\.([a-z0-9-]++)""",
    re.MULTILINE,
)
_SHOWN: Final = 200  # characters of a place; what is wrong with a long text shows at its start
_COMPARISONS: Final = 200_000  # of names, for did-you-means; a huge ledger in disorder gets the first ones


def load(files: Iterable[tuple[str, bytes]], problems: Iterable[Problem] = ()) -> Ledger:
    r"""Load a ledger from the bytes of its TOML files; what is wrong with them becomes problems.

    >>> ledger = load([("claims/v.toml", b'[entity]\nkosovo = { labels = "Kosovo" }')])
    >>> for problem in ledger.problems:
    ...     print(problem.span, problem.message)
    claims/v.toml:2:1 the key "label" is missing
    claims/v.toml:2:12 there is no key "labels" here; did you mean "label"?

    Args:
        files: path and content of each file, in any order.
        problems: what was found wrong before, with the reading of the files.
    """
    found = list(problems)
    lost = {PurePosixPath(problem.span.path).stem for problem in found if problem.rule == "unreadable-file"}
    loading = _Loading(found, lost)
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
    # Files whose bytes could not be read: what they define is not known, and not held against its users.
    lost: set[str]
    files: list[tuple[TomlFile, FileEntry]] = field(factory=list)
    texts: dict[str, Text] = field(factory=dict)
    digests: dict[str, str] = field(factory=dict)
    entities: dict[str, Entity] = field(factory=dict)
    properties: dict[str, Property] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    statements: dict[str, Statement] = field(factory=dict)
    claims: dict[str, Claim] = field(factory=dict)
    # Where each id was first defined, also of entries that did not fit: a reference to one does not dangle.
    defined: dict[str, dict[str, Span]] = field(factory=lambda: defaultdict(dict))
    # Names that files which are no TOML seem to define, for the same reason.
    guessed: set[str] = field(factory=set)
    references: list[tuple[str, str, Span]] = field(factory=list)
    comparisons: int = _COMPARISONS

    def open(self, path: str, content: bytes) -> None:
        """Decode one file: a ledger file, or the text of a source."""
        text = decode(path, content)
        if isinstance(text, Problem):
            self.problems.append(text)
            self._guess(path, content.decode("utf-8", "replace"))
            return
        self.texts[path] = text
        if path.lower().endswith(".toml"):
            self._parse(text)
        else:
            self.digests[path] = sha256(content).hexdigest()

    def _parse(self, text: Text) -> None:
        file = read_toml(text)
        if file.error:
            message, span = file.error
            self._add("toml-syntax", span, message)
            self._guess(text.path, text.content)
            return
        if not file.data and not file.comments:
            message = "this file holds no table; write one, or remove the file"
            self._add("empty-file", file.span(()), message)
            return
        entry, faults = structure(file.data, FileEntry, ())
        self._report(file, faults)
        if entry is None:
            # What is right in the file is still checked: only the tables that exist are looked at.
            entry = salvage(file.data, FileEntry, (), faults)
        if entry is not None:
            self.files.append((file, entry))

    def _guess(self, path: str, content: str) -> None:
        self.guessed.add(PurePosixPath(path).stem)
        for found in _DEFINITION.finditer(content):
            self.guessed.update(name for name in found.groups() if name)

    def read_vocabulary(self) -> None:
        """Entities and properties of all files, before anything that uses their names."""
        for file, entry in self.files:
            for name, table in entry.entity.items():
                self._read_entity(file, name, table, ("entity", name))
            for name, table in entry.property.items():
                self._read_property(file, name, table, ("property", name))

    def _read_entity(self, file: TomlFile, name: str, table: object, path: Path) -> None:
        is_first = self._define("entity", name, file, path)
        shape, is_whole = self._structure(file, table, EntityEntry, path)
        if shape:
            entity, faults = convert.entity(name, shape, path, file.span(path))
            self._report(file, faults)
            self._refer("entity", shape.part_of, file, (*path, "part-of"))
            if is_first and is_whole and not faults:
                self.entities[name] = entity

    def _read_property(self, file: TomlFile, name: str, table: object, path: Path) -> None:
        is_first = self._define("property", name, file, path)
        shape, is_whole = self._structure(file, table, PropertyEntry, path)
        if shape:
            property_, faults = convert.property_(name, shape, path, file.span(path))
            self._report(file, faults)
            self._refer("entity", shape.about, file, (*path, "about"))
            if is_first and is_whole and not faults:
                self.properties[name] = property_

    def read_sources(self) -> None:
        """Sources with their statements."""
        for file, entry in self.files:
            if entry.source is None:
                if entry.statement:
                    message = "a file with statements needs a [source] table"
                    self._report(file, [Fault("missing-key", ("statement", 0), message)])
                source, is_first = Source(PurePosixPath(file.text.path).stem), False
            else:
                source, is_first = self._read_source(file, entry.source)
            for index, table in enumerate(entry.statement):
                self._read_statement(file, source, table, ("statement", index), is_stored=is_first)

    def _read_source(self, file: TomlFile, table: Mapping[str, Any]) -> tuple[Source, bool]:
        path: Path = ("source",)
        shape, _ = self._structure(file, table, SourceEntry, path)
        # A source without an id is taken for the one that its file is named after.
        name = _id(table) or PurePosixPath(file.text.path).stem
        source = Source(name, places={"": file.span(path)})
        if shape:
            source, faults = convert.source(evolve(shape, id=name), file)
            self._report(file, faults)
        is_first = self._define("source", name, file, (*path, "id")) if _id(table) is not None else True
        if is_first:
            self.sources.setdefault(name, source)
        return source, is_first

    def _read_statement(
        self, file: TomlFile, source: Source, table: object, path: Path, *, is_stored: bool
    ) -> None:
        shape, is_whole = self._structure(file, table, StatementEntry, path)
        name = _id(table)
        if name is not None:
            at, ref = (*path, "id"), f"{source.id}#{name}"
            if is_stored:
                is_stored = self._define("statement", name, file, at, ref)
            else:
                self.defined["statement"].setdefault(ref, file.span(at))
        if shape:
            vocabulary = Vocabulary(self.entities, self.properties)
            statement, faults = convert.statement(shape, source, file, path, vocabulary)
            self._report(file, faults)
            if shape.part_of is not None:
                at = (*path, "part-of")
                self.references.append(
                    ("statement", convert.reference(shape.part_of, source.id), file.span(at))
                )
            if statement and is_stored and is_whole:
                self.statements[statement.ref] = statement

    def read_claims(self) -> None:
        """Claims of all files."""
        for file, entry in self.files:
            for index, table in enumerate(entry.claim):
                self._read_claim(file, table, ("claim", index))

    def _read_claim(self, file: TomlFile, table: object, path: Path) -> None:
        name = _id(table)
        is_first = name is not None and self._define("claim", name, file, (*path, "id"))
        shape, is_whole = self._structure(file, table, ClaimEntry, path)
        if shape:
            vocabulary = Vocabulary(self.entities, self.properties)
            claim, faults = convert.claim(shape, file, path, vocabulary)
            self._report(file, faults)
            self._refer("statement", shape.backing, file, (*path, "backing"))
            self._refer("statement", shape.against, file, (*path, "against"))
            if claim and is_first and is_whole:
                self.claims[claim.id] = claim

    def resolve(self) -> None:
        """References between entries, once all of them are known."""
        for kind, name, span in self.references:
            if not self._may_exist(kind, name):
                rule = "dangling-reference" if kind == "statement" else "unknown-name"
                hint = self._near(name, self.defined[kind])
                self._add(rule, span, f'there is no {kind} "{name[:_SHOWN]}"{hint}')

    def _refer(self, kind: str, names: Sequence[str], file: TomlFile, path: Path) -> None:
        for index, name in enumerate(names):
            self.references.append((kind, name, file.span((*path, index))))

    def _define(self, kind: str, name: str, file: TomlFile, path: Path, ref: str = "") -> bool:
        """Note where an entry is defined; False where another one has its name."""
        span = file.span(path) if path[-1] == "id" else file.key_span(path)
        if fault := convert.identifier(name, path):
            self._report(file, [fault])
        first = self.defined[kind].setdefault(ref or name, span)
        if first is not span:
            message = f'the {kind} "{(ref or name)[:_SHOWN]}" is defined twice; rename one of them'
            first = _cut(self.texts[first.path], first)
            related = (Place(first, self.texts[first.path].quote(first), "first defined here"),)
            self._add("duplicate-id", span, message, related)
        return first is span

    def _structure(
        self, file: TomlFile, data: object, cls: type[Entry], path: Path
    ) -> tuple[Entry | None, bool]:
        """A table as its class, and whether it is whole: else what is left of it without its faults."""
        entry, faults = structure(data, cls, path)
        self._report(file, faults)
        return (entry, True) if entry is not None else (salvage(data, cls, path, faults), False)

    def _report(self, file: TomlFile, faults: Iterable[Fault]) -> None:
        for fault in faults:
            hint = ""
            if fault.unknown:
                kind, name = fault.unknown
                if name == FILLER or self._may_exist(kind, name):
                    continue
                hint = self._near(name, self.defined[kind])
            span = file.key_span(fault.path) if fault.on_key else file.span(fault.path)
            self._add(fault.rule, span, fault.message + hint)

    def _may_exist(self, kind: str, name: str) -> bool:
        """Whether something is defined under a name, or could be in a file that was not understood."""
        if name in self.defined[kind] or (self.guessed and self.guessed.issuperset(name.split("#"))):
            return True
        return name.partition("#")[0] in self.lost or (bool(self.lost) and not self.defined[kind])

    def _near(self, name: str, known: Mapping[str, Span]) -> str:
        self.comparisons -= len(known)
        return near(name, known) if self.comparisons > 0 else ""

    def _add(self, rule: str, span: Span, message: str, related: tuple[Place, ...] = ()) -> None:
        text = self.texts[span.path]
        span = _cut(text, span)
        self.problems.append(Problem(rule, span, text.quote(span), message, related))


def _cut(text: Text, span: Span) -> Span:
    """A place that fits on a line: the start of its first one, where it is longer."""
    words = text.quote(span)[:_SHOWN]
    end = span.start + len(words.splitlines()[0] if words else "")
    if end == span.end:
        return span
    return evolve(span, end=end, end_line=span.line, end_column=span.column + end - span.start)


def _id(table: object) -> str | None:
    name = table.get("id") if isinstance(table, Mapping) else None
    return name if isinstance(name, str) else None
