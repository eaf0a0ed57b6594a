"""Ledger and drafts to a report: compare what can be compared, ask every rule, sort; no disk, no print, no clock."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostic import Report
from factcheck.matching.compare import compare
from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.model import Claim, Ledger, Statement
from factcheck.rules import RULES
from factcheck.rules.case import Backing, Case, Pair
from factcheck.solving.differences import derive
from factcheck.solving.keys import by_key, pairs
from factcheck.values.verdict import Verdict

__all__ = ["check_ledger", "report"]


def check_ledger(ledger: Ledger) -> Report:
    """Every problem of a ledger: of its files, its quotations, between its sources, and of its claims."""
    derived = tuple(derive(ledger.statements.values()))
    case = Case(
        ledger=ledger,
        pairs=tuple(_pairs(ledger, derived)),
        backing=tuple(_backing(ledger, derived)),
        derived=derived,
    )
    return report(case)


def report(case: Case) -> Report:
    """What every rule says of a case, in a total order."""
    found = {rule.diagnose(problem) for rule in RULES for problem in rule.check(case)}
    ledger = case.ledger
    return Report(
        diagnostics=tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key)),
        sources=len(ledger.sources),
        statements=len(ledger.statements),
        claims=len(ledger.claims),
        texts=ledger.texts,
        could_run=ledger.could_run,
    )


def explain_pair(ledger: Ledger, first: Statement | Claim, second: Statement | Claim) -> str:
    """How two statements or claims relate, gate by gate, in lines of text."""
    label, lines = ledger.vocabulary.label, []
    for told in (first, second):
        proposition = told.proposition
        name = told.ref if isinstance(told, Statement) else told.id
        words = told.selector.exact if isinstance(told, Statement) else told.text
        content = f"{label(proposition.property)} of {label(proposition.subject)}: {said(proposition.value)}"
        lines += [f"{name}  “{words}”", f"    {content}, {dated(proposition.when)}, {proposition.mode.value}"]
    inferred = any(isinstance(told, Statement) and told.basis.is_inference for told in (first, second))
    comparison = compare(first.proposition, second.proposition, ledger.vocabulary, is_inference=inferred)
    for gate in Gate:
        if gate is comparison.gate:
            lines.append(f"{gate.value:<9} differs")
            break
        lines.append(f"{gate.value:<9} ok")
    lines.append(f"{comparison.verdict.value}: {comparison.reason}")
    return "\n".join(lines)


def _pairs(ledger: Ledger, derived: tuple[Statement, ...]) -> Iterator[Pair]:
    for group in by_key((*ledger.statements.values(), *derived)).values():
        for first, second in pairs(group):
            yield Pair(first, second, _compare(first, second, ledger))


def _backing(ledger: Ledger, derived: tuple[Statement, ...]) -> Iterator[Backing]:
    for claim in ledger.claims.values():
        for refs, is_against in ((claim.backing, False), (claim.against, True)):
            for ref in refs:
                readings = [s for s in derived if s.ref == ref]
                readings += [ledger.statements[ref]] if ref in ledger.statements else []
                compared = [(reading, _compare(claim, reading, ledger)) for reading in readings]
                # A statement with a derived reading backs a claim by whichever of the two speaks of it.
                compared.sort(key=lambda pair: pair[1].verdict is Verdict.NOT_COMPARABLE)
                for reading, comparison in compared[:1]:
                    yield Backing(claim, reading, comparison, is_against)


def _compare(a: Statement | Claim, b: Statement, ledger: Ledger) -> Comparison:
    is_inference = b.basis.is_inference or (isinstance(a, Statement) and a.basis.is_inference)
    return compare(a.proposition, b.proposition, ledger.vocabulary, is_inference=is_inference)
