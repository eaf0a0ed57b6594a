"""What a figure counts: in the unit and with the nouns of a property, the whole or a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from factcheck.reading.phrases import words_of
from factcheck.reading.sentence import Sentence, marks
from factcheck.reading.subjects import stem
from factcheck.values.change import Change
from factcheck.values.unit import Kind, Unit
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.model import Property
    from factcheck.reading.lexicon import Key, Lexicon
    from factcheck.reading.mention import Mention
    from factcheck.values.quantity import Quantity

__all__ = ["counts", "in_unit", "is_of_parts", "is_subset", "parts_of"]

# Nouns that count the members of anything.
_ANYBODY: Final = frozenset({"people", "person", "persons", "member", "members", "strong"})
_MORE: Final = frozenset({"more", "additional", "extra", "further"})


def in_unit(mention: Mention[Quantity | Change], sentence: Sentence, unit: Unit) -> Quantity | Change | None:
    """A figure counted in the unit of a property; None where it counts something else."""
    value = mention.value
    if isinstance(value, Change):
        return _change(value, unit)
    figure = _convert(value, unit)
    if figure is not None and _is_more(mention, sentence):
        return Change(by=figure, words=str(value))
    return figure


def _change(value: Change, unit: Unit) -> Change | None:
    before, after = _convert(value.before, unit), _convert(value.after, unit)
    # Where a change is at odds with itself, its two ends are what it says.
    by = None if value.own_verdict is Verdict.CONFLICT else value.by
    if by is not None and by.unit.kind is not Kind.SHARE:
        by = _convert(by, unit)
    given = (value.before, before), (value.after, after)
    if any(told is not None and converted is None for told, converted in given):
        return None
    if by is None and value.by is not None and before is None and after is None:
        return None
    return evolve(value, before=before, after=after, by=by)


def _convert(figure: Quantity | None, unit: Unit) -> Quantity | None:
    if figure is None:
        return None
    if figure.unit.kind is Kind.NUMBER or figure.unit.name in _ANYBODY:
        return figure.in_unit(unit)
    return figure.converted(unit)


def _is_more(mention: Mention[Quantity | Change], sentence: Sentence) -> bool:
    """Whether a figure is what was added: "26 more soldiers"."""
    return any(word.key in _MORE for word in sentence.words if mention.end <= word.start <= mention.end + 1)


def counts(mention: Mention[Quantity | Change], of: Property, lexicon: Lexicon, key: Key) -> bool:
    """Whether the counted noun is one of the property's, or of the part in question."""
    words = words_of(mention.noun or "")
    if not words:
        return not key.scope
    if key.scope:
        return any(stem(head) == stem(words[-1]) for head in words_of(key.scope)[-1:])
    if not of.nouns or words[-1].key in _ANYBODY:
        return True
    return any(of.id in found.keys for found in lexicon.nouns.every(words[-1:]))


def is_of_parts(mention: Mention[Quantity | Change], sentence: Sentence) -> bool:
    """Whether a figure is named as a part of the whole: "including six officers"."""
    start, _ = sentence.clause(mention.start)
    words = [word for word in sentence.words if start <= word.start and word.end <= mention.full_start]
    after = [word for word in sentence.words if mention.end <= word.start][:2]
    return any(True for _ in marks("subsets", "parts").every(words[-6:] + after))


def is_subset(mention: Mention[Quantity | Change], sentence: Sentence) -> bool:
    """Whether a clause says something of some only: "three were wounded"."""
    return any(True for _ in marks("subsets").every(sentence.within(mention.start)))


def is_partitive(mention: Mention[Quantity | Change], name: int, sentence: Sentence) -> bool:
    """Whether a figure is taken out of what is named behind it: "50 men of the contingent"."""
    between = [word.key for word in sentence.words if mention.full_end <= word.start < name]
    return between[:1] == ["of"] and len(between) <= 2


def parts_of(mention: Mention[Quantity | Change]) -> dict[str, tuple[int, int]]:
    """Where each part of a figure stands."""
    parts = {"": (mention.start, mention.end), "value": (mention.start, mention.end)}
    value = mention.value
    if isinstance(value, Change):
        for name, part in (("from", value.before), ("to", value.after), ("by", value.by)):
            if part is not None and part.span is not None:
                parts[name] = part.span
    return parts
