"""What a figure counts or measures: persons, dollars, percent, kilometres; and which units can meet."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from factcheck.values.interval import Interval

if TYPE_CHECKING:
    from factcheck.values.number import Number

__all__ = ["Conversion", "Kind", "Unit"]


class Kind(Enum):
    """What sort of unit it is: only units of one kind are ever compared."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINT = "percentage point"
    MEASURE = "measure"
    AGE = "age"
    RANK = "rank"
    NUMBER = "number"


@frozen
class Conversion:
    """How figures of one unit become figures of another: `figure * factor + offset`."""

    factor: Number
    offset: Number = 0

    def of(self, figures: Interval) -> Interval:
        """A set of figures in the other unit."""
        scaled = figures.scaled(self.factor)
        return scaled + Interval.point(self.offset) if self.offset else scaled


@frozen
class Unit:
    """One unit; two units are equal if kind and name are.

    >>> Unit.named("soldier").comparable(Unit.named("country"))
    False
    >>> Unit.named("km"), Unit.named("mile").why_not(Unit.named("km"))
    (Unit(kind=<Kind.MEASURE: 'measure'>, name='kilometre'), '')

    Attributes:
        kind: what sort of unit it is.
        name: singular, lower case; the ISO 4217 code of a currency.
    """

    kind: Kind
    name: str
    discrete: bool = field(init=False, eq=False, repr=False)

    @discrete.default
    def _is_discrete(self) -> bool:
        return self.kind in {Kind.COUNT, Kind.RANK}

    @classmethod
    def named(cls, name: str) -> Unit:
        """The unit that a ledger writes as `name`: a currency, percent, a measure, or else what is counted.

        >>> Unit.named("%").kind, Unit.named("USD").kind, Unit.named("lighthouse").kind
        (<Kind.SHARE: 'share'>, <Kind.MONEY: 'money'>, <Kind.COUNT: 'count'>)
        """
        plain = " ".join(name.split())
        if len(plain) == 3 and plain.isascii() and plain.isalpha() and plain.isupper():
            return cls(Kind.MONEY, plain)
        known = _WRITTEN.get(plain) or _WRITTEN.get(plain.casefold())
        return known or cls(Kind.COUNT, plain.casefold())

    @classmethod
    def count(cls, name: str) -> Unit:
        """A kind of thing that is counted, by its singular name."""
        return cls(Kind.COUNT, name)

    @classmethod
    def money(cls, currency: str) -> Unit:
        """A currency by its ISO 4217 code; currencies are never converted."""
        return cls(Kind.MONEY, currency)

    @property
    def dimension(self) -> str:
        """What a measure measures ("length"), empty for every other kind."""
        return _MEASURES[self.name][0] if self.kind is Kind.MEASURE and self.name in _MEASURES else ""

    @property
    def signed(self) -> bool:
        """Whether figures below zero are ordinary, so that "below 5" has no lower end."""
        return self.dimension == "temperature"

    @property
    def is_extent(self) -> bool:
        """Whether trailing zeros round even small figures: 500 metres, not 20 degrees or 20 years."""
        return self.dimension not in _TOLD_TO_THE_UNIT

    def comparable(self, other: Unit) -> bool:
        """Whether figures in the two units can be held against each other here and now."""
        return self.conversion(other) is not None

    def conversion(self, other: Unit) -> Conversion | None:
        """How figures become figures in the other unit, None where they never do or pint is absent."""
        if self.kind is not other.kind:
            return None
        if self.name == other.name:
            return _SAME
        if self.kind is Kind.SHARE:
            return _SHARES[other.name]
        if not self.dimension or self.dimension != other.dimension:
            return None
        return _converted(_MEASURES[self.name][1], _MEASURES[other.name][1])

    def why_not(self, other: Unit) -> str:
        """Why the two units are not comparable, as half a sentence; empty where they are."""
        if self.comparable(other):
            return ""
        if self.dimension and self.dimension == other.dimension:
            return f"{self} and {other} need conversion; install factcheck-ledger[units]"
        if self.kind is other.kind is Kind.MONEY:
            return f"{self} and {other} are two currencies, which are never converted"
        return f"{self} and {other} are different units"

    def __str__(self) -> str:
        return self.name


_SAME: Final = Conversion(1)
_TOLD_TO_THE_UNIT: Final = frozenset({"", "temperature", "angle", "time", "nights", "magnitude"})
# By the target, as there are but two: a share is so many hundredths.
_SHARES: Final = {"percent": Conversion(100), "share": Conversion(Fraction(1, 100))}

# Singular name: (dimension, the unit as pint spells it). The dimension stands here so that pint is loaded
# only when two different units of one dimension meet.
_MEASURES: Final[dict[str, tuple[str, str]]] = {
    "millimetre": ("length", "millimeter"),
    "centimetre": ("length", "centimeter"),
    "metre": ("length", "meter"),
    "kilometre": ("length", "kilometer"),
    "inch": ("length", "inch"),
    "foot": ("length", "foot"),
    "yard": ("length", "yard"),
    "mile": ("length", "mile"),
    "nautical mile": ("length", "nautical_mile"),
    "square metre": ("area", "meter ** 2"),
    "square kilometre": ("area", "kilometer ** 2"),
    "square foot": ("area", "foot ** 2"),
    "square mile": ("area", "mile ** 2"),
    "hectare": ("area", "hectare"),
    "acre": ("area", "acre"),
    "millilitre": ("volume", "milliliter"),
    "litre": ("volume", "liter"),
    "cubic metre": ("volume", "meter ** 3"),
    "gallon": ("volume", "gallon"),
    "barrel": ("volume", "oil_barrel"),
    "milligram": ("mass", "milligram"),
    "gram": ("mass", "gram"),
    "kilogram": ("mass", "kilogram"),
    "tonne": ("mass", "metric_ton"),
    "ton": ("mass", "ton"),
    "pound": ("mass", "pound"),
    "ounce": ("mass", "ounce"),
    "second": ("time", "second"),
    "minute": ("time", "minute"),
    "hour": ("time", "hour"),
    "day": ("time", "day"),
    "night": ("nights", ""),
    "week": ("time", "week"),
    "month": ("time", "month"),
    "year": ("time", "year"),
    "decade": ("time", "decayear"),
    "century": ("time", "century"),
    "degree": ("angle", "degree"),
    "degree celsius": ("temperature", "degC"),
    "degree fahrenheit": ("temperature", "degF"),
    "metre per second": ("speed", "meter / second"),
    "kilometre per hour": ("speed", "kilometer / hour"),
    "mile per hour": ("speed", "mile / hour"),
    "knot": ("speed", "knot"),
    "watt": ("power", "watt"),
    "kilowatt": ("power", "kilowatt"),
    "megawatt": ("power", "megawatt"),
    "gigawatt": ("power", "gigawatt"),
    "kilowatt hour": ("energy", "kilowatt * hour"),
    "megawatt hour": ("energy", "megawatt * hour"),
    "gigawatt hour": ("energy", "gigawatt * hour"),
    "terawatt hour": ("energy", "terawatt * hour"),
    "kilobyte": ("data", "kilobyte"),
    "megabyte": ("data", "megabyte"),
    "gigabyte": ("data", "gigabyte"),
    "terabyte": ("data", "terabyte"),
    "magnitude": ("magnitude", ""),
}

_SYMBOLS: Final = {
    "mm": "millimetre",
    "cm": "centimetre",
    "m": "metre",
    "km": "kilometre",
    "in": "inch",
    "ft": "foot",
    "yd": "yard",
    "mi": "mile",
    "nmi": "nautical mile",
    "m²": "square metre",
    "m2": "square metre",
    "km²": "square kilometre",
    "km2": "square kilometre",
    "ha": "hectare",
    "ml": "millilitre",
    "l": "litre",
    "m³": "cubic metre",
    "m3": "cubic metre",
    "mg": "milligram",
    "g": "gram",
    "kg": "kilogram",
    "t": "tonne",
    "lb": "pound",
    "oz": "ounce",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "°c": "degree celsius",
    "°f": "degree fahrenheit",
    "m/s": "metre per second",
    "km/h": "kilometre per hour",
    "mph": "mile per hour",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kwh": "kilowatt hour",
    "mwh": "megawatt hour",
    "gwh": "gigawatt hour",
    "twh": "terawatt hour",
    "kb": "kilobyte",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
}

_WRITTEN: Final[dict[str, Unit]] = {
    "": Unit(Kind.NUMBER, "number"),
    "number": Unit(Kind.NUMBER, "number"),
    "%": Unit(Kind.SHARE, "percent"),
    "percent": Unit(Kind.SHARE, "percent"),
    "per cent": Unit(Kind.SHARE, "percent"),
    "share": Unit(Kind.SHARE, "share"),
    "pp": Unit(Kind.POINT, "percentage point"),
    "percentage point": Unit(Kind.POINT, "percentage point"),
    "percentage points": Unit(Kind.POINT, "percentage point"),
    "age": Unit(Kind.AGE, "year of age"),
    "year of age": Unit(Kind.AGE, "year of age"),
    "rank": Unit(Kind.RANK, "rank"),
    "$": Unit.money("USD"),
    "€": Unit.money("EUR"),
    "£": Unit.money("GBP"),
    "¥": Unit.money("JPY"),
    **{name: Unit(Kind.MEASURE, name) for name in _MEASURES},
    **{name + "s": Unit(Kind.MEASURE, name) for name in _MEASURES},
    **{symbol: Unit(Kind.MEASURE, name) for symbol, name in _SYMBOLS.items()},
}


@lru_cache(maxsize=1)
def _registry() -> Any:  # noqa: ANN401 - pint's own types are absent where pint is
    try:
        import pint  # noqa: PLC0415 - half a second, paid only when two units meet
    except ImportError:
        return None
    return pint.UnitRegistry(non_int_type=Fraction)


@lru_cache(maxsize=1024)
def _converted(source: str, target: str) -> Conversion | None:
    if source == target:
        return _SAME
    registry = _registry()
    if registry is None or not source or not target:
        return None
    zero, one = (registry.Quantity(Fraction(n), source).to(target).magnitude for n in (0, 1))
    return Conversion(Fraction(one) - Fraction(zero), Fraction(zero))
