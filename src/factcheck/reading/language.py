"""The word tables of a language, read once from the package: a language is a folder of TOML files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

__all__ = ["load", "phrases"]

Value = TypeVar("Value")


@cache
def load(language: str, table: str) -> dict[str, Any]:
    """One table of one language, such as `load("en", "numerals")`; callers never change it.

    >>> load("en", "numerals")["cardinals"]["twelve"]
    12

    Raises:
        FileNotFoundError: the language or the table does not exist.
    """
    source = files("factcheck") / "languages" / language / f"{table}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def phrases(table: dict[str, Value]) -> dict[tuple[str, ...], Value]:
    """A table of phrases by their words, for grammars that look up words in a row."""
    return {tuple(phrase.split()): value for phrase, value in table.items()}
