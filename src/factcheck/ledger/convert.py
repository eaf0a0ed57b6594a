"""Entries to model: figures, dates and names of one table, each fault at its key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, overload

from attrs import evolve, frozen

from factcheck.ledger.says import proposition, quantity, when_
from factcheck.ledger.schema import (
    ClaimEntry,
    EntityEntry,
    Fault,
    Path,
    PropertyEntry,
    SourceEntry,
    StatementEntry,
)
from factcheck.model import (
    Claim,
    Entity,
    Property,
    Proposition,
    Selector,
    Source,
    Statement,
    ValueType,
    Vocabulary,
)
from factcheck.values.number import Number, print_number
from factcheck.values.unit import Unit

if TYPE_CHECKING:
    from factcheck.ledger.positions import TomlFile
    from factcheck.text.span import Span
    from factcheck.values.when import When

__all__ = ["claim", "entity", "identifier", "property_", "reference", "source", "statement"]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_DIGEST: Final = re.compile(r"[0-9a-f]{8,64}")
_SENTENCE: Final = re.compile(r"[0-9a-f]{12}")


def identifier(name: str, path: Path) -> Fault | None:
    """The fault of an id that could not be written in a reference or a comment, if it is one."""
    if _ID.fullmatch(name):
        return None
    on_key = path[-1] != "id"
    if not name.strip():
        return Fault("bad-value", path, "an id cannot be empty", on_key=on_key)
    plain = re.sub(r"[^a-z0-9]+", "-", name[:80].lower()).strip("-")
    hint = f'; "{plain}" would do' if plain else ""
    message = f'the id "{name[:80]}" may hold only a-z, 0-9 and hyphens{hint}'
    return Fault("bad-value", path, message, on_key=on_key)


def entity(name: str, entry: EntityEntry, path: Path, span: Span) -> tuple[Entity, list[Fault]]:
    """An entity of the vocabulary, and what is wrong with its names."""
    faults = [_empty((*path, "label"), "a label")] if not entry.label.strip() else []
    faults += [
        _empty((*path, "aliases", index), "an alias")
        for index, alias in enumerate(entry.aliases)
        if not alias.strip()
    ]
    return Entity(name, entry.label, entry.aliases, entry.part_of, span), faults


def property_(name: str, entry: PropertyEntry, path: Path, span: Span) -> tuple[Property, list[Fault]]:
    """A property of the vocabulary, and what is wrong with its bounds."""
    faults: list[Fault] = []
    unit = Unit.named(entry.unit) if entry.unit else None
    if entry.type is ValueType.QUANTITY and unit is None:
        faults.append(
            Fault(
                "missing-key",
                path,
                'a property of type "quantity" needs a unit, such as "person"',
                on_key=True,
            )
        )
        unit = Unit.named("one")
    if entry.type is not ValueType.QUANTITY and entry.unit:
        faults.append(
            Fault("bad-value", (*path, "unit"), f'a property of type "{entry.type.value}" has no unit')
        )
    bounds: dict[str, Number | None] = {}
    for key, figure in (("min", entry.min), ("max", entry.max)):
        given = quantity(figure, unit, (*path, key), faults) if unit and figure is not None else None
        bounds[key] = given.stated if given else None
    low, high = bounds["min"], bounds["max"]
    if low is not None and high is not None and low > high:
        message = f"no figure is at least {print_number(low)} and at most {print_number(high)}"
        faults.append(Fault("bad-value", (*path, "min"), message))
    made = Property(
        id=name,
        label=entry.label or name.replace("-", " "),
        type=entry.type,
        unit=unit,
        holds=entry.holds,
        single=entry.single,
        once=entry.once,
        minimum=low,
        maximum=high,
        cues=entry.cues,
        nouns=entry.nouns,
        about=entry.about,
        span=span,
    )
    return made, faults


def source(entry: SourceEntry, file: TomlFile) -> tuple[Source, list[Fault]]:
    """A source without its statements."""
    faults: list[Fault] = []
    path: Path = ("source",)
    if entry.sha256 is not None and not _DIGEST.fullmatch(entry.sha256):
        message = "a SHA-256 digest is 8 to 64 hex digits, lower case; `factcheck sources seal` writes it"
        faults.append(Fault("bad-value", (*path, "sha256"), message))
    made = Source(
        id=entry.id,
        title=entry.title,
        type=entry.type,
        author=entry.author,
        publisher=entry.publisher,
        url=entry.url,
        language=entry.language,
        published=when_(entry.published, None, (*path, "published"), faults),
        modified=when_(entry.modified, None, (*path, "modified"), faults),
        sha256=entry.sha256,
        via=entry.via,
        places=_places(file, path, ("id", "title", "published", "modified", "sha256")),
    )
    return made, faults


def statement(
    entry: StatementEntry, of: Source, file: TomlFile, path: Path, vocabulary: Vocabulary
) -> tuple[Statement | None, list[Fault]]:
    """A statement of a source, None where it has a fault; and its faults."""
    faults: list[Fault] = []
    when = when_(entry.when, of.published, (*path, "when"), faults)
    says = proposition(entry.says, when, (*path, "says"), vocabulary, faults)
    if not entry.quote.strip():
        faults.append(_empty((*path, "quote"), "a quote"))
    if entry.start is not None and entry.start < 0:
        faults.append(Fault("bad-value", (*path, "start"), "`start` counts the characters before the quote"))
    if entry.sentence is not None and not _SENTENCE.fullmatch(entry.sentence):
        message = "a sentence digest is 12 hex digits, lower case; `factcheck sources seal` writes it"
        faults.append(Fault("bad-value", (*path, "sentence"), message))
    if says is None or faults:
        return None, faults
    part_of = entry.part_of
    made = Statement(
        id=entry.id,
        source=of.id,
        selector=Selector(entry.quote, entry.prefix, entry.suffix, entry.start, entry.sentence),
        proposition=_qualified(says, entry, of.published),
        basis=entry.basis,
        via=entry.via,
        relative=entry.relative,
        part_of=reference(part_of, of.id) if part_of is not None else None,
        note=entry.note,
        places=_places(file, path, _STATEMENT_KEYS) | _places(file, (*path, "says"), _SAYS_KEYS, "says."),
        quote_offsets=_offsets(file, (*path, "quote"), len(entry.quote)),
    )
    return made, faults


def claim(
    entry: ClaimEntry, file: TomlFile, path: Path, vocabulary: Vocabulary
) -> tuple[Claim | None, list[Fault]]:
    """A claim, None where it has a fault; and its faults."""
    faults: list[Fault] = []
    when = when_(entry.when, None, (*path, "when"), faults)
    says = proposition(entry.says, when, (*path, "says"), vocabulary, faults)
    if not entry.text.strip():
        faults.append(_empty((*path, "text"), "the text of a claim"))
    if entry.checked:
        when_(entry.checked.on, None, (*path, "checked", "on"), faults)
    if says is None or faults:
        return None, faults
    made = Claim(
        id=entry.id,
        text=entry.text,
        proposition=_qualified(says, entry),
        backing=entry.backing,
        against=entry.against,
        status=entry.status,
        note=entry.note,
        places=_places(file, path, _CLAIM_KEYS) | _places(file, (*path, "says"), _SAYS_KEYS, "says."),
    )
    return made, faults


_STATEMENT_KEYS: Final = (
    "id",
    "quote",
    "when",
    "relative",
    "part-of",
    "start",
    "sentence",
    "mode",
    "basis",
)
_CLAIM_KEYS: Final = ("id", "text", "when", "status", "backing", "mode")
_SAYS_KEYS: Final = ("value", "from", "to", "by", "any-of", "after", "gap")


def reference(ref: str, source: str) -> str:
    """A statement's full name; inside its own source the id is enough."""
    return ref if "#" in ref else f"{source}#{ref}"


def _empty(path: Path, what: str) -> Fault:
    return Fault("bad-value", path, f"{what} holds words; this one is empty")


def _qualified(
    says: Proposition, entry: StatementEntry | ClaimEntry, told: When | None = None
) -> Proposition:
    """The reading with what stands beside it; a text asserts nothing of the time after its own day."""
    as_of = told.latest_end if told else None
    return evolve(says, scope=entry.says.scope, mode=entry.mode, negated=entry.says.negated, as_of=as_of)


def _places(file: TomlFile, path: Path, keys: Sequence[str], prefix: str = "") -> dict[str, Span]:
    table: object = file.data
    for step in path:
        table = table[step]  # type: ignore[index]
    present = [key for key in keys if isinstance(table, Mapping) and key in table]
    return {"": file.span(path)} | {prefix + key: file.span((*path, key)) for key in present}


def _offsets(file: TomlFile, path: Path, length: int) -> Sequence[int]:
    """File offset of each character of a decoded string and of its end."""
    first, last = file.string_span(path, 0, 0).start, file.string_span(path, length, length).start
    return range(first, last + 1) if last - first == length else _Offsets(file, path, length + 1)


@frozen
class _Offsets(Sequence[int]):
    """Offsets in a string with escapes, found when asked for: most are never needed."""

    file: TomlFile
    path: Path
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(self.length))]
        if not -self.length <= at < self.length:
            raise IndexError(at)
        offset = at % self.length
        return self.file.string_span(self.path, offset, offset).start
