"""Misuse of the API; what users write never raises, it yields diagnostics."""

from __future__ import annotations

__all__ = ["FactcheckError", "UnknownNameError"]


class FactcheckError(Exception):
    """A call that cannot be answered: a bug in the caller, never in a text or a ledger."""


class UnknownNameError(FactcheckError):
    """A rule, statement or claim that does not exist."""
