"""Countries, capitals, regions and what their people are called."""

from __future__ import annotations

from functools import cache

from factcheck.reading.language import load

__all__ = ["country_of", "demonyms", "is_place"]


@cache
def _places() -> dict[str, str | None]:
    """Every place by its names: the country it is, or is the capital of; None for regions."""
    table = load("en", "places")
    found: dict[str, str | None] = dict.fromkeys(table["regions"]["names"])
    for country, row in table["countries"].items():
        found.update(dict.fromkeys([*row["capitals"], *row["names"], country], country))
    return found


@cache
def demonyms() -> dict[str, str]:
    """What peoples are called, and the country of each.

    >>> demonyms()["Finnish"]
    'Finland'
    """
    table = load("en", "places")["countries"]
    return {people: country for country, row in table.items() for people in row["people"]}


def is_place(name: str) -> bool:
    """Whether a name is that of a country, a capital or a region."""
    return name in _places()


def country_of(name: str) -> str | None:
    """The country that a name is, is the capital of, or whose people it names.

    >>> country_of("Baku"), country_of("Finnish"), country_of("Atlantis")
    ('Azerbaijan', 'Finland', None)
    """
    return _places().get(name) or demonyms().get(name)
