"""Every rule there is, by family; a code is never reused."""

from __future__ import annotations

from typing import Final

from factcheck.rules import agreement, claims, consistency, quotations, sources, tool
from factcheck.rules.rule import Rule

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *tool.RULES,
    *quotations.RULES,
    *sources.RULES,
    *consistency.RULES,
    *agreement.RULES,
    *claims.RULES,
)
