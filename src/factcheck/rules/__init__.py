"""Every rule there is, by family; a code is never reused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.rules import agreement, claims, consistency, drafts, drafts_alone, quotations, sources, tool

if TYPE_CHECKING:
    from factcheck.rules.rule import Rule

__all__ = ["DRAFT_RULES", "LEDGER_RULES", "RULES"]

LEDGER_RULES: Final[tuple[Rule, ...]] = (
    *tool.RULES,
    *quotations.RULES,
    *sources.RULES,
    *consistency.RULES,
    *agreement.RULES,
    *claims.RULES,
)
DRAFT_RULES: Final[tuple[Rule, ...]] = (*tool.RULES, *drafts.RULES, *drafts_alone.RULES)
RULES: Final[tuple[Rule, ...]] = (*LEDGER_RULES, *drafts.RULES, *drafts_alone.RULES)
