"""Read this first: sources, statements, claims, their vocabulary, and the ledger of them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from factcheck.diagnostic import Problem
from factcheck.text.span import Span, Text
from factcheck.values.calendar import Day
from factcheck.values.change import Change
from factcheck.values.duration import Duration
from factcheck.values.number import Number
from factcheck.values.quantity import Quantity
from factcheck.values.unit import Unit
from factcheck.values.when import When

__all__ = [
    "Basis",
    "Claim",
    "Entity",
    "Gap",
    "Holds",
    "Ledger",
    "Mode",
    "Names",
    "Property",
    "Proposition",
    "Selector",
    "Source",
    "Statement",
    "Status",
    "Value",
    "ValueType",
    "Vocabulary",
    "Words",
]


class ValueType(Enum):
    """What kind of value a property takes."""

    QUANTITY = "quantity"
    ENTITY = "entity"
    TEXT = "text"
    NONE = "none"


class Holds(Enum):
    """For how long a property's value is true once a source has stated it."""

    UNTIL_CHANGED = "until-changed"
    AT_INSTANT = "at-instant"
    OVER_PERIOD = "over-period"
    CUMULATIVE = "cumulative"
    TIMELESS = "timeless"


class Mode(Enum):
    """How a proposition is put forward; propositions of different modes never conflict."""

    ASSERTED = "asserted"
    EXPECTED = "expected"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"


class Basis(Enum):
    """What a statement's reading rests on."""

    STATED = "stated"
    REPORTED = "reported"
    INFERRED = "inferred"
    ANAPHORA = "anaphora"

    @property
    def is_inference(self) -> bool:
        """Whether a reader could honestly have read something else."""
        return self in {Basis.INFERRED, Basis.ANAPHORA}


class Status(Enum):
    """What the desk holds of a claim."""

    UNVERIFIED = "unverified"
    SINGLE_SOURCE = "single-source"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@frozen
class Entity:
    """A person, place, organisation or event that statements speak of.

    Attributes:
        id: its name in the ledger.
        label: its name for people.
        aliases: other names in running text.
        part_of: ids of entities it belongs to; naming one of them may mean this one.
        span: where it is defined.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    span: Span | None = field(default=None, eq=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Label and aliases."""
        return (self.label, *self.aliases)


@frozen
class Property:
    """What is said of an entity: the type of the value, its unit, and how it behaves in time.

    Attributes:
        id: its name in the ledger.
        label: its name for people.
        type: kind of value.
        unit: unit of quantities, None for other types.
        holds: for how long a value is true.
        single: whether one subject has one value at a time.
        once: whether it happens once, so that two dates for one value conflict.
        minimum: smallest allowed quantity.
        maximum: largest allowed quantity.
        cues: words that speak of it in running text; `*` ends an open word.
        nouns: what it counts in running text; any noun of its unit where none are given.
        about: ids of entities that running text names beside it ("relations with NATO").
        span: where it is defined.
    """

    id: str
    label: str
    type: ValueType
    unit: Unit | None = None
    holds: Holds = Holds.TIMELESS
    single: bool = True
    once: bool = False
    minimum: Number | None = None
    maximum: Number | None = None
    cues: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen
class Vocabulary:
    """The names that statements and claims are written in."""

    entities: Mapping[str, Entity] = field(factory=dict)
    properties: Mapping[str, Property] = field(factory=dict)

    def label(self, name: str) -> str:
        """The name for people of an entity or property, or the id where it has none."""
        known = self.entities.get(name) or self.properties.get(name)
        return known.label if known else name


@frozen
class Names:
    """One entity as a value, or several.

    Attributes:
        ids: entity ids.
        shared: whether the date belongs to the whole list ("in A, B and C from 1999"), so that for each
            member it is only a bound.
    """

    ids: tuple[str, ...]
    shared: bool = False
    words: str = field(default="", eq=False)


@frozen
class Words:
    """A text as a value."""

    text: str

    @property
    def words(self) -> str:
        """The text itself."""
        return self.text


@frozen
class Gap:
    """The time between two events: the subject happened `duration` after `event`."""

    event: str
    duration: Duration
    words: str = field(default="", eq=False)


Value: TypeAlias = Quantity | Change | Names | Words | Gap | None


@frozen
class Proposition:
    """Typed content: who, what, how much, when, of which part, and how it is put forward.

    Attributes:
        subject: entity id.
        property: property id.
        value: None where the property takes none.
        when: None where nothing is said of time.
        scope: the subset or place it speaks of, None for the whole.
        mode: asserted, expected, planned, alleged or denied.
        negated: whether the sentence says that it is not so.
        as_of: day of the text that says it, None where it is not dated.
    """

    subject: str
    property: str
    value: Value = None
    when: When | None = None
    scope: str | None = None
    mode: Mode = Mode.ASSERTED
    negated: bool = False
    as_of: Day | None = None


@frozen
class Selector:
    """How to find a passage again.

    Source: W3C Web Annotation Data Model, Text Quote Selector; `start` is a Text Position Selector that
    counts only while the digest of the text is the recorded one.

    Attributes:
        exact: the words.
        prefix: words before them, where they occur more than once.
        suffix: words after them.
        start: code point at which they stood when the text was read.
        sentence: digest of the sentence around them, which a short excerpt does not show.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    sentence: str | None = None


@frozen
class Source:
    """One document at one edition.

    Attributes:
        id: its name in the ledger.
        published: day of publication, against which its relative dates are read.
        modified: day of the last revision.
        sha256: digest of the text, or its first eight or more hex digits.
        via: ids or names of the sources it rests on itself.
        places: spans of its keys in the file that holds it.
    """

    id: str
    title: str = ""
    type: str = ""
    author: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    language: str = "en"
    published: When | None = None
    modified: When | None = None
    sha256: str | None = None
    via: tuple[str, ...] = ()
    places: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)


@frozen
class Statement:
    """What a source or a draft says: a passage and its reading.

    Attributes:
        id: its name within the source.
        source: id of the source, path of a draft.
        selector: the passage.
        proposition: the reading.
        basis: what the reading rests on.
        via: whom the source names for it.
        relative: the words of a relative date, as written.
        part_of: statement that gives the whole of which this is a part.
        note: a remark of the desk.
        places: spans of its keys; of a draft, of the fragments that carry the value.
        quote_offsets: file offset of each character of the quotation and of its end.
        passage: where the words stand in the source's own text, where that is at hand.
    """

    id: str
    source: str
    selector: Selector
    proposition: Proposition
    basis: Basis = Basis.STATED
    via: str | None = None
    relative: str | None = None
    part_of: str | None = None
    note: str | None = None
    places: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)
    quote_offsets: Sequence[int] = field(default=(), eq=False, repr=False)
    passage: Span | None = field(default=None, eq=False, repr=False)

    @property
    def ref(self) -> str:
        """The id under which claims name it: `source#statement`."""
        return f"{self.source}#{self.id}"


@frozen
class Claim:
    """What the newsroom holds, and the statements that carry it.

    Attributes:
        id: its name in the ledger.
        text: one sentence for people.
        proposition: the same, typed.
        backing: refs of statements that support it.
        against: refs of statements that speak against it.
        status: what the desk holds of it.
        note: a remark of the desk.
        places: spans of its keys in the file that holds it.
    """

    id: str
    text: str
    proposition: Proposition
    backing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    status: Status = Status.UNVERIFIED
    note: str | None = None
    places: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)


@frozen
class Ledger:
    """Everything loaded, in a total order that no file order changes.

    Attributes:
        vocabulary: entities and properties.
        sources: by id.
        statements: by ref.
        claims: by id.
        problems: what was wrong with the files, found while loading.
        texts: every file read, by path.
        digests: SHA-256 digests of the texts of sources, in hex, by path.
        source_texts: path of the text of a source, by source id, where it is at hand.
        articles: paths of texts that no ledger source describes.
        could_run: False where a file could not be read at all.
    """

    vocabulary: Vocabulary = field(factory=Vocabulary)
    sources: Mapping[str, Source] = field(factory=dict)
    statements: Mapping[str, Statement] = field(factory=dict)
    claims: Mapping[str, Claim] = field(factory=dict)
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, Text] = field(factory=dict, eq=False, repr=False)
    digests: Mapping[str, str] = field(factory=dict, eq=False, repr=False)
    source_texts: Mapping[str, str] = field(factory=dict)
    articles: tuple[str, ...] = ()
    could_run: bool = True
