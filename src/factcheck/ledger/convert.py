"""Entries to model: figures, dates and names of one table, each fault at its key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from attrs import evolve

from factcheck.ledger.positions import TomlFile
from factcheck.ledger.schema import (
    ClaimEntry,
    Day,
    EntityEntry,
    Fault,
    Figure,
    Path,
    PropertyEntry,
    SaysEntry,
    SourceEntry,
    StatementEntry,
    near,
)
from factcheck.model import (
    Claim,
    Entity,
    Gap,
    Names,
    Property,
    Proposition,
    Selector,
    Source,
    Statement,
    Value,
    ValueType,
    Vocabulary,
    Words,
)
from factcheck.text.span import Span
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.number import Number
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit
from factcheck.values.when import When

__all__ = ["claim", "entity", "identifier", "property_", "source", "statement"]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_DIGEST: Final = re.compile(r"[0-9a-f]{8,64}")


def identifier(name: str, path: Path) -> Fault | None:
    """The fault of an id that could not be written in a reference or a comment, if it is one."""
    if _ID.fullmatch(name):
        return None
    plain = re.sub(r"[^a-z0-9]+", "-", name[:80].lower()).strip("-")
    hint = f'; "{plain}" would do' if plain else ""
    message = f'the id "{name[:80]}" may hold only a-z, 0-9 and hyphens{hint}'
    return Fault("bad-value", path, message, on_key=path[-1] != "id")


def entity(name: str, entry: EntityEntry, span: Span) -> Entity:
    """An entity of the vocabulary."""
    return Entity(name, entry.label, entry.aliases, entry.part_of, span)


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
        given = _quantity(figure, unit, (*path, key), faults) if unit and figure is not None else None
        bounds[key] = given.stated if given else None
    made = Property(
        id=name,
        label=entry.label or name.replace("-", " "),
        type=entry.type,
        unit=unit,
        holds=entry.holds,
        single=entry.single,
        once=entry.once,
        minimum=bounds["min"],
        maximum=bounds["max"],
        cues=entry.cues,
        span=span,
    )
    return made, faults


def source(entry: SourceEntry, file: TomlFile) -> tuple[Source, list[Fault]]:
    """A source without its statements."""
    faults: list[Fault] = []
    path: Path = ("source",)
    if entry.sha256 and not _DIGEST.fullmatch(entry.sha256):
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
        published=_when(entry.published, None, (*path, "published"), faults),
        modified=_when(entry.modified, None, (*path, "modified"), faults),
        sha256=entry.sha256,
        via=entry.via,
        places=_places(file, path, ("id", "title", "published", "modified", "sha256")),
    )
    return made, faults


def statement(
    entry: StatementEntry, of: Source, file: TomlFile, path: Path, vocabulary: Vocabulary
) -> tuple[Statement | None, list[Fault]]:
    """A statement of a source; None where its reading has a fault."""
    faults: list[Fault] = []
    when = _when(entry.when, of.published, (*path, "when"), faults)
    says = _proposition(entry.says, when, (*path, "says"), vocabulary, faults)
    if not entry.quote.strip():
        faults.append(
            Fault("bad-value", (*path, "quote"), "a quote holds the words of the source; this one is empty")
        )
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
        part_of=f"{of.id}#{part_of}" if part_of and "#" not in part_of else part_of,
        note=entry.note,
        places=_places(
            file, path, ("id", "quote", "when", "relative", "part-of", "start", "sentence", "mode", "basis")
        )
        | _places(file, (*path, "says"), ("value", "from", "to", "by", "any-of", "after", "gap"), "says."),
        quote_offsets=_offsets(file, (*path, "quote"), len(entry.quote)),
    )
    return made, faults


def claim(
    entry: ClaimEntry, file: TomlFile, path: Path, vocabulary: Vocabulary
) -> tuple[Claim | None, list[Fault]]:
    """A claim; None where its reading has a fault."""
    faults: list[Fault] = []
    when = _when(entry.when, None, (*path, "when"), faults)
    says = _proposition(entry.says, when, (*path, "says"), vocabulary, faults)
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
        places=_places(file, path, ("id", "text", "when", "status", "backing", "mode"))
        | _places(file, (*path, "says"), ("value", "from", "to", "by", "any-of", "after", "gap"), "says.")
        | _items(file, path, "backing", entry.backing)
        | _items(file, path, "against", entry.against),
    )
    return made, faults


def _qualified(
    says: Proposition, entry: StatementEntry | ClaimEntry, told: When | None = None
) -> Proposition:
    """The reading with what stands beside it; a text asserts nothing of the time after its own day."""
    as_of = told.latest_end if told else None
    return evolve(says, scope=entry.says.scope, mode=entry.mode, negated=entry.says.negated, as_of=as_of)


def _proposition(
    says: SaysEntry, when: When | None, path: Path, vocabulary: Vocabulary, faults: list[Fault]
) -> Proposition | None:
    if says.subject not in vocabulary.entities:
        faults.append(_unknown("entity", says.subject, (*path, "subject"), vocabulary.entities))
    of = vocabulary.properties.get(says.property)
    if of is None:
        faults.append(_unknown("property", says.property, (*path, "property"), vocabulary.properties))
        return None
    value = _value(says, of, path, vocabulary, faults)
    return Proposition(says.subject, says.property, value, when)


def _value(says: SaysEntry, of: Property, path: Path, vocabulary: Vocabulary, faults: list[Fault]) -> Value:
    given = {
        "value": says.value is not None,
        "from/to/by": any(part is not None for part in (says.from_, says.to, says.by)),
        "any-of": bool(says.any_of),
        "after/gap": says.after is not None or says.gap is not None,
    }
    forms = [form for form, is_given in given.items() if is_given]
    if len(forms) > 1:
        faults.append(
            Fault("bad-value", path, f"{' and '.join(forms)} exclude each other: state the value in one way")
        )
        return None
    form = forms[0] if forms else None
    if form == "after/gap":
        return _gap(says, path, vocabulary, faults)
    allowed = _FORMS[of.type]
    if form not in allowed:
        due = " or ".join(name or "no value" for name in allowed)
        said = form or "no value"
        faults.append(
            Fault("bad-value", path, f'"{of.id}" is of type "{of.type.value}": {due} is due, not {said}')
        )
        return None
    if of.type is ValueType.QUANTITY and of.unit:
        return _figures(says, of.unit, path, faults)
    if of.type is ValueType.ENTITY:
        return _names(says, path, vocabulary, faults)
    return Words(str(says.value)) if of.type is ValueType.TEXT else None


_FORMS: Final[Mapping[ValueType, tuple[str | None, ...]]] = {
    ValueType.QUANTITY: ("value", "from/to/by"),
    ValueType.ENTITY: ("value", "any-of"),
    ValueType.TEXT: ("value",),
    ValueType.NONE: (None,),
}


def _figures(says: SaysEntry, unit: Unit, path: Path, faults: list[Fault]) -> Value:
    if says.value is not None:
        return _quantity(says.value, unit, (*path, "value"), faults)
    before = None if says.from_ is None else _quantity(says.from_, unit, (*path, "from"), faults)
    after = None if says.to is None else _quantity(says.to, unit, (*path, "to"), faults)
    by = None if says.by is None else _quantity(says.by, unit, (*path, "by"), faults)
    return None if faults else Change(before, after, by)


def _names(says: SaysEntry, path: Path, vocabulary: Vocabulary, faults: list[Fault]) -> Value:
    if isinstance(says.value, (int, Decimal)):
        faults.append(Fault("bad-value", (*path, "value"), "the id of an entity is due here, not a number"))
        return None
    names = says.any_of or ((says.value,) if says.value is not None else ())
    for index, name in enumerate(names):
        if name not in vocabulary.entities:
            at = (*path, "any-of", index) if says.any_of else (*path, "value")
            faults.append(_unknown("entity", name, at, vocabulary.entities))
    labels = ", ".join(vocabulary.label(name) for name in names)
    return Names(names, shared=bool(says.any_of), words=labels)


def _gap(says: SaysEntry, path: Path, vocabulary: Vocabulary, faults: list[Fault]) -> Value:
    if says.after is None or says.gap is None:
        missing, given = ("after", "gap") if says.after is None else ("gap", "after")
        faults.append(Fault("missing-key", path, f'"{given}" needs "{missing}" beside it', on_key=False))
        return None
    if says.after not in vocabulary.entities:
        faults.append(_unknown("entity", says.after, (*path, "after"), vocabulary.entities))
    try:
        duration = Duration.parse(says.gap)
    except ValueError as error:
        faults.append(Fault("bad-value", (*path, "gap"), str(error)))
        return None
    return Gap(says.after, duration, f"{duration.phrase} after {vocabulary.label(says.after)}")


def _quantity(figure: Figure, unit: Unit, path: Path, faults: list[Fault]) -> Quantity | None:
    if isinstance(figure, Decimal) and unit.kind is Kind.COUNT:
        message = f"{unit.name} is counted in whole numbers, and {figure} is none"
        faults.append(Fault("bad-value", path, message))
        return None
    try:
        return Quantity.parse(figure, unit)
    except ValueError as error:
        faults.append(Fault("bad-value", path, str(error)))
        return None


def _when(day: Day | None, as_of: When | None, path: Path, faults: list[Fault]) -> When | None:
    if day is None:
        return None
    # An unquoted TOML date is a likely slip, and means the same.
    words = day.isoformat(timespec="minutes") if isinstance(day, datetime) else str(day)
    if isinstance(day, date) and not isinstance(day, datetime):
        words = day.isoformat()
    try:
        return When.parse(words, as_of=as_of)
    except ValueError as error:
        faults.append(Fault("bad-value", path, str(error)))
        return None


def _unknown(kind: str, name: str, path: Path, known: Mapping[str, object]) -> Fault:
    return Fault("unknown-name", path, f'there is no {kind} "{name[:80]}"{near(name, list(known))}')


def _places(file: TomlFile, path: Path, keys: Sequence[str], prefix: str = "") -> dict[str, Span]:
    table: object = file.data
    for step in path:
        table = table[step]  # type: ignore[index]
    present = [key for key in keys if isinstance(table, Mapping) and key in table]
    return {"": file.span(path)} | {prefix + key: file.span((*path, key)) for key in present}


def _items(file: TomlFile, path: Path, key: str, items: Sequence[str]) -> dict[str, Span]:
    return {f"{key}.{index}": file.span((*path, key, index)) for index in range(len(items))}


def _offsets(file: TomlFile, path: Path, length: int) -> Sequence[int]:
    """File offset of each character of a decoded string and of its end."""
    first, last = file.string_span(path, 0, 0).start, file.string_span(path, length, length).start
    if last - first == length:
        return range(first, last + 1)
    return tuple(file.string_span(path, at, at).start for at in range(length + 1))
