"""Ledger and drafts to a report: compare, ask every rule, sort; no disk, no print, no clock."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from factcheck.diagnostic import Coverage, Report
from factcheck.matching.compare import compare
from factcheck.matching.comparison import Comparison, Gate
from factcheck.matching.content import said
from factcheck.matching.dates import dated
from factcheck.matching.judgement import Judgement, Standing, judge
from factcheck.model import Claim, Ledger, Statement, Status
from factcheck.reading.draft import Reading, read_draft
from factcheck.reading.lexicon import Lexicon
from factcheck.rules import DRAFT_RULES, LEDGER_RULES
from factcheck.rules.case import Backing, Case, DraftCase, Judged, Pair
from factcheck.solving.differences import derive
from factcheck.solving.keys import by_key, pairs
from factcheck.values.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.rules.rule import Rule
    from factcheck.text.span import Text

__all__ = ["check_drafts", "check_ledger", "explain_pair", "report"]


def check_ledger(ledger: Ledger) -> Report:
    """Every problem of a ledger: of its files, its quotations, between its sources, and of its claims."""
    derived = tuple(derive(ledger.statements.values()))
    case = Case(
        ledger=ledger,
        pairs=tuple(_pairs(ledger, derived)),
        backing=tuple(_backing(ledger, derived)),
        derived=derived,
    )
    return report(case, LEDGER_RULES)


def check_drafts(ledger: Ledger, drafts: Sequence[Text]) -> Report:
    """Every problem of drafts, by themselves and against a ledger."""
    derived = tuple(derive(ledger.statements.values()))
    known = by_key((*ledger.statements.values(), *derived, *_held(ledger, derived)))
    told: tuple[Statement | Claim, ...] = (*ledger.statements.values(), *derived, *ledger.claims.values())
    lexicon = Lexicon.of(ledger.vocabulary, (one.proposition for one in told))
    cases = []
    for text in sorted(drafts, key=lambda text: text.path):
        draft = read_draft(text, lexicon, ledger.claims)
        judged = [Judged(reading, _judge(reading, known, ledger)) for reading in draft.readings]
        cases.append(DraftCase(draft, tuple(judged)))
    texts = {**ledger.texts, **{text.path: text for text in drafts}}
    case = Case(ledger=evolve(ledger, texts=texts), derived=derived, drafts=tuple(cases))
    return evolve(report(case, DRAFT_RULES), coverage=_coverage(cases))


def _held(ledger: Ledger, derived: tuple[Statement, ...]) -> Iterator[Statement]:
    """Backing statements in the reading of their claim, which may join what several of them say."""
    for backing in _backing(ledger, derived):
        is_held = backing.claim.status in {Status.VERIFIED, Status.SINGLE_SOURCE}
        if is_held and not backing.is_against and backing.comparison.verdict.agrees:
            told = backing.statement.proposition.as_of
            yield evolve(backing.statement, proposition=evolve(backing.claim.proposition, as_of=told))


def _judge(reading: Reading, known: Mapping[tuple[str, str], list[Statement]], ledger: Ledger) -> Judgement:
    keys = [(one.proposition.subject, one.proposition.property) for one in reading.candidates]
    return judge(reading.candidates, [known.get(key, []) for key in keys], ledger.vocabulary, reading.sure)


def _coverage(cases: Sequence[DraftCase]) -> Coverage:
    counts = Counter(judged.judgement.standing for case in cases for judged in case.judged)
    total = sum(counts.values())
    backed, unsupported = counts[Standing.BACKED], counts[Standing.UNSUPPORTED]
    return Coverage(total, backed, total - backed - unsupported, unsupported)


def report(case: Case, rules: Sequence[Rule]) -> Report:
    """What rules say of a case, in a total order."""
    found = {rule.diagnose(problem) for rule in rules for problem in rule.check(case)}
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
