"""Misuse of the API; what users write never raises, it yields diagnostics."""

from __future__ import annotations

__all__ = ["FactcheckError", "UnknownRuleError"]


class FactcheckError(Exception):
    """A call that cannot be answered: a bug in the caller, never in a text or a ledger."""


class UnknownRuleError(FactcheckError):
    """A rule code or name that does not exist."""
