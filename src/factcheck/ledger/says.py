"""The `says` table of a statement or claim to its typed reading, each fault at its key."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from factcheck.ledger.schema import Day, Fault, Figure, Path, SaysEntry
from factcheck.model import Gap, Names, Property, Proposition, Value, ValueType, Vocabulary, Words
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Kind, Unit
from factcheck.values.when import When

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["proposition", "quantity", "when_"]


def proposition(
    says: SaysEntry, when: When | None, path: Path, vocabulary: Vocabulary, faults: list[Fault]
) -> Proposition | None:
    """The reading, None where its property is not known; what is wrong is added to the faults."""
    named = [((*path, "subject"), says.subject)]
    named += [((*path, "any-of", index), name) for index, name in enumerate(says.any_of)]
    named += [((*path, "after"), says.after)] if says.after is not None else []
    faults += [_unknown("entity", name, at) for at, name in named if name not in vocabulary.entities]
    of = vocabulary.properties.get(says.property)
    if of is None:
        faults.append(_unknown("property", says.property, (*path, "property")))
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
        return quantity(says.value, unit, (*path, "value"), faults)
    before = None if says.from_ is None else quantity(says.from_, unit, (*path, "from"), faults)
    after = None if says.to is None else quantity(says.to, unit, (*path, "to"), faults)
    by = None if says.by is None else quantity(says.by, unit, (*path, "by"), faults)
    return None if faults else Change(before, after, by)


def _names(says: SaysEntry, path: Path, vocabulary: Vocabulary, faults: list[Fault]) -> Value:
    if isinstance(says.value, (int, Decimal)):
        faults.append(Fault("bad-value", (*path, "value"), "the id of an entity is due here, not a number"))
        return None
    if says.value is not None and says.value not in vocabulary.entities:
        faults.append(_unknown("entity", says.value, (*path, "value")))
    names = says.any_of or ((says.value,) if says.value is not None else ())
    labels = ", ".join(vocabulary.label(name) for name in names)
    return Names(names, shared=bool(says.any_of), words=labels)


def _gap(says: SaysEntry, path: Path, vocabulary: Vocabulary, faults: list[Fault]) -> Value:
    if says.after is None or says.gap is None:
        missing, given = ("after", "gap") if says.after is None else ("gap", "after")
        faults.append(Fault("missing-key", (*path, given), f'"{given}" needs "{missing}" beside it'))
        return None
    try:
        duration = Duration.parse(says.gap)
    except ValueError as error:
        faults.append(Fault("bad-value", (*path, "gap"), str(error)))
        return None
    return Gap(says.after, duration, f"{duration.phrase} after {vocabulary.label(says.after)}")


def quantity(figure: Figure, unit: Unit, path: Path, faults: list[Fault]) -> Quantity | None:
    """A figure of a unit, None where it is none."""
    is_whole = isinstance(figure, int) or (isinstance(figure, str) and "." not in figure.replace("..", ""))
    if unit.kind is Kind.COUNT and not is_whole:
        message = f"{unit.name} is counted in whole numbers, and {figure} is none"
        faults.append(Fault("bad-value", path, message))
        return None
    try:
        return Quantity.parse(figure, unit)
    except ValueError as error:
        faults.append(Fault("bad-value", path, str(error)))
        return None


def when_(day: Day | None, as_of: When | None, path: Path, faults: list[Fault]) -> When | None:
    """A date, None where it is none; `as_of` is the day of the text that gives it."""
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


def _unknown(kind: str, name: str, path: Path) -> Fault:
    message = f'there is no {kind} "{name[:80]}"'
    return Fault("unknown-name", path, message, unknown=(kind, name))
