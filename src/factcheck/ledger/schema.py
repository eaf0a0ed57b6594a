"""What a ledger file may hold: one class a table, and the faults of a table that does not fit."""
# ruff: noqa: ANN401, TRY004 - cattrs calls its hooks with whatever a file holds; all that is wrong is a ValueError

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final, TypeAlias, TypeVar, cast, get_args

import attrs
from attrs import field, frozen
from cattrs import (
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from factcheck.model import Basis, Holds, Mode, Status, ValueType

__all__ = [
    "FILLER",
    "ClaimEntry",
    "EntityEntry",
    "Entry",
    "Fault",
    "FileEntry",
    "Path",
    "PropertyEntry",
    "SaysEntry",
    "SourceEntry",
    "StatementEntry",
    "near",
    "salvage",
    "structure",
]

Path: TypeAlias = tuple[str | int, ...]
Figure: TypeAlias = int | Decimal | str
Day: TypeAlias = str | date | datetime
Entry = TypeVar("Entry")

# Stands where a key is missing or wrong, so that the rest of its entry can be looked at; no id is written so.
FILLER: Final = "(missing)"


@frozen
class SaysEntry:
    """`says = { … }`: the typed reading of a quotation or a claim."""

    subject: str
    property: str
    value: Figure | None = None
    from_: Figure | None = None
    to: Figure | None = None
    by: Figure | None = None
    any_of: tuple[str, ...] = ()
    after: str | None = None
    gap: str | None = None
    scope: str | None = None
    negated: bool = False


@frozen
class SourceEntry:
    """`[source]`: one document at one edition."""

    id: str
    title: str = ""
    type: str = ""
    author: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    archived: str = ""
    language: str = "en"
    published: Day | None = None
    modified: Day | None = None
    sha256: str | None = None
    via: tuple[str, ...] = ()
    note: str | None = None


@frozen
class StatementEntry:
    """`[[statement]]`: what the source says."""

    id: str
    quote: str
    says: SaysEntry
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    sentence: str | None = None
    when: Day | None = None
    mode: Mode = Mode.ASSERTED
    basis: Basis = Basis.STATED
    via: str | None = None
    relative: str | None = None
    part_of: str | None = None
    note: str | None = None


@frozen
class SignOff:
    """`checked = { by, on }`: who looked at a claim, and when."""

    by: str
    on: Day


@frozen
class ClaimEntry:
    """`[[claim]]`: what the newsroom holds."""

    id: str
    text: str
    says: SaysEntry
    when: Day | None = None
    mode: Mode = Mode.ASSERTED
    status: Status = Status.UNVERIFIED
    backing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    checked: SignOff | None = None
    note: str | None = None


@frozen
class EntityEntry:
    """`[entity]`: a person, place, organisation or event."""

    label: str
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    same_as: str | None = None
    note: str | None = None


@frozen
class PropertyEntry:
    """`[property.x]`: what may be said of an entity."""

    type: ValueType
    label: str | None = None
    unit: str | None = None
    holds: Holds = Holds.TIMELESS
    single: bool = True
    once: bool = False
    min: Figure | None = None
    max: Figure | None = None
    cues: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    note: str | None = None


@frozen
class FileEntry:
    """A whole file; the tables in it are structured one by one, so that a bad one hides no other."""

    entity: Mapping[str, Any] = field(factory=dict)
    property: Mapping[str, Any] = field(factory=dict)
    claim: Sequence[Any] = ()
    source: Mapping[str, Any] | None = None
    statement: Sequence[Any] = ()


@frozen
class Fault:
    """Why a table does not fit its class.

    Attributes:
        rule: name of the rule that reports it.
        path: keys and indices from the top of the file.
        message: one sentence.
        on_key: whether the fault is the key itself and not its value.
        unknown: kind and name of an entity or property that the vocabulary does not have.
    """

    rule: str
    path: Path
    message: str
    on_key: bool = False
    unknown: tuple[str, str] | None = None


def near(word: str, known: Iterable[str]) -> str:
    """A did-you-mean for a word that is not among the known ones, or nothing.

    >>> near("wen", ["when", "quote"])
    '; did you mean "when"?'
    """
    # Only the start of an absurdly long word can be near anything, and comparing all of it takes long.
    return _near(word[:80], tuple(sorted(known)))


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...]) -> str:
    matches = get_close_matches(word, known, n=1, cutoff=0.6)
    return f'; did you mean "{matches[0]}"?' if matches else ""


def structure(data: object, cls: type[Entry], path: Path) -> tuple[Entry | None, list[Fault]]:
    """A TOML table as its class, or every reason why it is none.

    >>> structure({"label": "Kosovo", "alias": []}, EntityEntry, ("entity", "kosovo"))[1][0].message
    'there is no key "alias" here; did you mean "aliases"?'
    """
    try:
        return _converter().structure(data, cls), []
    except (BaseValidationError, ValueError) as error:
        return None, list(_faults(error, path))


def salvage(data: object, cls: type[Entry], path: Path, faults: Iterable[Fault]) -> Entry | None:
    """What is left of a table without its faults, so that a fault in one key hides none in another.

    >>> table = {"id": 3, "text": "So it is.", "says": {"subject": "az"}}
    >>> entry = salvage(table, ClaimEntry, (), structure(table, ClaimEntry, ())[1])
    >>> entry.text, entry.says.subject, entry.says.property
    ('So it is.', 'az', '(missing)')
    """
    if not isinstance(data, Mapping):
        return None
    wrong = [fault.path[len(path) :] for fault in faults if fault.rule != "missing-key"]
    return structure(_filled(_without(data, wrong), cls), cls, path)[0]


def _without(table: Mapping[str, Any], wrong: Sequence[Path]) -> dict[str, Any]:
    """A table without some of its keys, or without some keys of a table in it."""
    kept = dict(table)
    for step in {path[0] for path in wrong if path}:
        inner, beneath = table.get(str(step)), [path[1:] for path in wrong if path[:1] == (step,)]
        if isinstance(inner, Mapping) and all(beneath):
            kept[str(step)] = _without(inner, beneath)
        else:
            kept.pop(str(step), None)
    return kept


def _filled(table: Mapping[str, Any], cls: type[Any]) -> dict[str, Any]:
    """A table with something in the place of every text that it cannot do without."""
    filled = dict(table)
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        key, is_required = _key(attribute.name), attribute.default is attrs.NOTHING
        if attribute.type is str and is_required:
            filled.setdefault(key, FILLER)
        elif attribute.type is SaysEntry:
            filled[key] = _filled(filled.get(key, {}), SaysEntry)
        elif attribute.name == "checked" and not {"by", "on"} <= filled.get(key, {}).keys():
            filled.pop(key, None)
    return filled


def _faults(error: BaseException, path: Path) -> Iterator[Fault]:
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _faults(inner, (*path, *_step(inner)))
    elif isinstance(error, ForbiddenExtraKeysError):
        allowed = [_key(attribute.name) for attribute in attrs.fields(cast("type[Any]", error.cl))]
        for name in sorted(error.extra_fields):
            message = f'there is no key "{name[:80]}" here{near(name, allowed)}'
            yield Fault("unknown-key", (*path, name), message, on_key=True)
    elif isinstance(error, KeyError):
        yield Fault("missing-key", path[:-1], f'the key "{path[-1]}" is missing', on_key=True)
    else:
        yield Fault("bad-value", path, str(error))


def _step(error: BaseException) -> Path:
    """Where cattrs says an inner error stands, relative to the outer one."""
    for note in getattr(error, "__notes__", ()):
        if (name := getattr(note, "name", None)) is not None:
            return (_key(name),)
        if (index := getattr(note, "index", None)) is not None:
            return (index,)
    return ()


def _key(attribute: str) -> str:
    """The TOML key of an attribute: `part_of` is `part-of`, `from_` is `from`."""
    return attribute.strip("_").replace("_", "-")


_KINDS: Final = {
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number with a fraction",
    str: "a text",
    datetime: "a date",
    date: "a date",
    time: "a time of day",
    list: "a list",
    tuple: "a list",
    dict: "a table",
}


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "that")


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    # cattrs would turn 2018 into "2018" and "x" into ["x"]; a ledger is taken at its word.
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    unions = {Figure, Figure | None, Day, Day | None}
    converter.register_structure_hook_func(unions.__contains__, _exactly)
    converter.register_structure_hook_func(lambda cls: cls == tuple[str, ...], _list_of_texts)
    converter.register_structure_hook_func(_is_raw, _raw)
    converter.register_structure_hook_func(
        lambda cls: isinstance(cls, type) and issubclass(cls, Enum), _choice
    )
    converter.register_structure_hook_factory(attrs.has, lambda cls: _table(cls, converter))
    return converter


def _table(cls: type[Any], converter: Converter) -> Callable[[object, Any], Any]:
    renamed = {attribute.name: override(rename=_key(attribute.name)) for attribute in attrs.fields(cls)}
    inner = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **renamed)  # type: ignore[arg-type]

    def structured(value: object, kind: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"a table such as {{ … }} is due here, not {_kind(value)}")
        return inner(value, kind)

    return structured


def _exactly(value: object, kind: Any) -> Any:
    allowed = tuple(k for k in (get_args(kind) or (kind,)) if k is not type(None))
    if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
        due = " or ".join(dict.fromkeys(_KINDS[k] for k in allowed))
        raise ValueError(f"{due} is due here, not {_kind(value)}")
    return value


def _list_of_texts(value: object, kind: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'a list such as ["…"] is due here, not {_kind(value)}')
    odd: list[Exception] = []
    for index, item in enumerate(value):
        if not isinstance(item, str):
            odd.append(ValueError(f"a text is due here, not {_kind(item)}"))
            odd[-1].add_note(IterableValidationNote("", index, str))
    if odd:
        raise IterableValidationError("", odd, kind)
    return tuple(value)


def _is_raw(kind: Any) -> bool:
    return kind in {Mapping[str, Any], Mapping[str, Any] | None, Sequence[Any]}


def _raw(value: object, kind: Any) -> Any:
    due = list if kind == Sequence[Any] else dict
    if not isinstance(value, due):
        shape = "a list of tables such as [[…]]" if due is list else "a table such as […]"
        raise ValueError(f"{shape} is due here, not {_kind(value)}")
    return value


def _choice(value: object, kind: Any) -> Any:
    allowed = [member.value for member in kind]
    if value not in allowed:
        said = f'"{value[:80]}"' if isinstance(value, str) else _kind(value)
        hint = near(value, allowed) if isinstance(value, str) else ""
        raise ValueError(f"{said} is none of {', '.join(allowed)}{hint}")
    return kind(value)
