"""What comes out of the two articles of this project's own ledger, and of each with one fact changed."""

import itertools
import re
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.diagnostic import Severity
from factcheck.ledger.loader import load
from factcheck.matching.compare import compare
from factcheck.values.calendar import iso
from factcheck.values.verdict import Verdict

ROOT = Path(__file__).parents[2]
LEDGER = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for folder in ("claims", "sources")
    for path in sorted((ROOT / folder).glob("*.toml"))
}
OLD, NEW = "sources/turksoy-2018.toml", "sources/khalilov-2021.toml"
FILES = {"turksoy-2018": OLD, "khalilov-2021": NEW}

PURPOSE = ("FC202", "khalilov-2021#increase-purpose", "turksoy-2018#increase-purpose")
REVISED = ("FC106", "turksoy-2018#dispatch")
ALWAYS = {PURPOSE, REVISED}


def ledger_of(files):
    return load((path, text.encode()) for path, text in files.items())


def report_of(files):
    return engine.check_ledger(ledger_of(files))


def loud(files):
    """Code and subjects of every error and warning."""
    return {(each.code, *each.subjects) for each in report_of(files).conflicts}


def severities(files):
    return {(each.code, *each.subjects): each.severity.value for each in report_of(files).conflicts}


def edited(files, name, *changes):
    """The ledger with patterns replaced in the entry of a statement or claim, each of them at least once."""
    source, _, statement = name.partition("#")
    path = FILES.get(source) or next(
        path for path, text in files.items() if re.search(rf'(?m)^id\s*= "{name}"$', text)
    )
    entries = re.split(r"(?m)^(?=\[\[)", files[path])
    at = next(
        i for i, entry in enumerate(entries) if re.search(rf'(?m)^id\s*= "{statement or name}"$', entry)
    )
    for pattern, new in changes:
        entries[at], count = re.subn(pattern, new, entries[at])
        assert count, f"{pattern} does not occur in {name}"
    return {**files, path: "".join(entries)}


@pytest.fixture(scope="module")
def infos():
    return [each for each in report_of(LEDGER).diagnostics if each.severity is Severity.INFO]


def about(infos, code, *subjects):
    """The information under a code on exactly these statements."""
    return [each for each in infos if each.code == code and each.subjects == subjects]


def shows(diagnostic, *quotes):
    """Whether all the quotations stand in the message, or at the places it names."""
    told = [diagnostic.message, diagnostic.quote, *(place.quote for place in diagnostic.related)]
    return all(any(quote in words for words in told) for quote in quotes)


def test_nothing_but_two_warnings_is_found():
    assert severities(LEDGER) == {PURPOSE: "warning", REVISED: "warning"}


def test_row_1_the_increase_is_told_twice_and_the_day_by_one(infos):
    (found,) = about(infos, "FC210", "khalilov-2021#strength", "turksoy-2018#strength")
    assert shows(found, "increased its staff to 120", "from 94 to 120 servicemen")
    assert "9 January 2018 is more exact than some day up to 12 January 2018" in found.message
    assert found.quote == "January 9, 2018"


def test_row_1_ninety_four_has_one_source_and_120_two(infos):
    (found,) = about(infos, "FC211", "turksoy-2018#strength")
    assert found.quote == "94"
    assert not about(infos, "FC211", "khalilov-2021#strength")


def test_row_1_the_growth_is_derived(infos):
    (found,) = about(infos, "FC213", "turksoy-2018#strength")
    assert "26" in found.message
    assert "from 94 to 120 servicemen" in found.message


def test_row_2_the_year_is_refined_to_the_day(infos):
    (found,) = about(infos, "FC210", "khalilov-2021#isaf-start", "turksoy-2018#afghanistan")
    assert shows(found, "on November 20, 2002", "2002-present")
    assert "20 November 2002 is more exact than 2002" in found.message


def test_row_2_the_first_unit_had_22_members(infos):
    (found,) = about(infos, "FC211", "khalilov-2021#isaf-strength")
    assert found.quote == "22"


def test_row_3_kosovo_is_refined_to_the_month(infos):
    (found,) = about(infos, "FC210", "khalilov-2021#deployments", "turksoy-2018#kosovo")
    assert shows(found, "September 1999", "1999-2008")


def test_row_4_the_start_of_relations_is_told_twice(infos):
    (found,) = about(infos, "FC209", "khalilov-2021#relations", "turksoy-2018#relations")
    assert shows(found, "relations with NATO started in 1992", "actively engaged with it since 1992")


def test_row_4_the_partnership_is_told_twice_of_the_country_and_its_capital(infos):
    (found,) = about(infos, "FC209", "khalilov-2021#pfp", "turksoy-2018#pfp")
    assert shows(found, "Partnership for Peace", "In 1994, Baku entered a NATO Partnership")


def test_row_5_what_the_increase_was_for_is_a_question_of_reading():
    (found,) = (each for each in report_of(LEDGER).conflicts if each.code == "FC202")
    assert shows(found, "to enlarge its contribution to the mission", "Resolute Support Mission")
    assert "only points back" in found.message


def test_row_6_a_count_and_a_forecast_are_not_compared(infos):
    (found,) = about(infos, "FC214", "turksoy-2018#rs-expected", "turksoy-2018#rs-strength")
    assert shows(found, "Over 13,000 peacekeepers", "is expected to reach 16,000")
    assert "expected" in found.message


def test_row_7_soldiers_sent_are_no_growth():
    statements = ledger_of(LEDGER).statements
    one, other = statements["turksoy-2018#dispatch"], statements["turksoy-2018#strength"]
    compared = compare(one.proposition, other.proposition, ledger_of(LEDGER).vocabulary)
    assert compared.gate is not None
    assert compared.gate.value == "property"


@pytest.mark.parametrize(
    "when", ["2021", "2019/2021", "2018-02/", "2020-01/..", "/2021", "/2018-01", "2018-12-31"]
)
def test_row_8_what_is_open_as_of_a_day_says_nothing_of_later(when):
    files = edited(LEDGER, "khalilov-2021#isaf-start", (r'when(\s*)= "[^"]+"', rf'when\1= "{when}"'))
    ledger = ledger_of(files)
    one, other = (
        ledger.statements[name] for name in ("turksoy-2018#afghanistan", "khalilov-2021#isaf-start")
    )
    verdict = compare(one.proposition, other.proposition, ledger.vocabulary).verdict
    assert verdict not in {Verdict.CONFLICT, Verdict.POSSIBLE_CONFLICT, Verdict.TENSION}


def test_row_8_an_end_before_that_day_is_a_conflict():
    files = edited(LEDGER, "khalilov-2021#isaf-start", (r'when(\s*)= "[^"]+"', r'when\1= "2002/2016"'))
    assert ("FC201", "khalilov-2021#isaf-start", "turksoy-2018#afghanistan") in loud(files)


def test_row_9_a_relative_date_in_a_revised_text_is_a_warning():
    (found,) = (each for each in report_of(LEDGER).conflicts if each.code == "FC106")
    assert found.quote == "earlier this week"
    assert shows(found, "12 January 2018", "23 October 2018")


def test_row_9_is_silent_where_the_text_was_not_revised():
    files = {**LEDGER, OLD: re.sub(r"(?m)^modified.*\n", "", LEDGER[OLD])}
    assert loud(files) == {PURPOSE}


def test_row_10_one_list_alone_has_south_sudan(infos):
    found = [each for each in infos if each.code == "FC212"]
    assert len(found) == 1
    assert shows(found[0], "South Sudan", "Kosovo", "Iraq", "Afghanistan")


def test_row_11_officers_and_doctors_fit_into_the_whole(infos):
    (found,) = about(infos, "FC213", "turksoy-2018#doctors", "turksoy-2018#officers", "turksoy-2018#strength")
    assert shows(found, "six Azerbaijani officers", "two military doctors", "from 94 to 120 servicemen")
    assert "2 + 6 = 8" in found.message


def test_row_12_twenty_years_back_from_2021_is_2001(infos):
    (found,) = about(infos, "FC213", "khalilov-2021#taliban-return")
    assert "2001" in found.message
    assert shows(found, "20 years after it was toppled")


def test_information_says_less_than_a_warning(infos):
    longest = max(len(each.message) for each in infos)
    assert longest <= min(len(each.message) for each in report_of(LEDGER).conflicts)


STRENGTH = ("FC201", "khalilov-2021#strength", "turksoy-2018#strength")
SERVICE = ("FC201", "khalilov-2021#isaf-start", "turksoy-2018#afghanistan")

MUTATIONS = {
    "94 becomes 90 in the source": (
        [("turksoy-2018#strength", ("94", "90"))],
        {
            ("FC302", "contingent-120", "turksoy-2018#strength"),
            ("FC302", "contingent-growth", "turksoy-2018#strength"),
        },
    ),
    "94 becomes 90 in the reading only": (
        [("turksoy-2018#strength", ("from = 94", "from = 90"))],
        {
            ("FC108", "turksoy-2018#strength"),
            ("FC302", "contingent-120", "turksoy-2018#strength"),
            ("FC302", "contingent-growth", "turksoy-2018#strength"),
        },
    ),
    "94 becomes 90 in the claim": (
        [("contingent-120", ("94", "90"))],
        {
            ("FC302", "contingent-120", "turksoy-2018#strength"),
            ("FC308", "contingent-120", "contingent-growth"),
        },
    ),
    "94 becomes 90 in source and claim": (
        [("turksoy-2018#strength", ("94", "90")), ("contingent-120", ("94", "90"))],
        {
            ("FC302", "contingent-growth", "turksoy-2018#strength"),
            ("FC308", "contingent-120", "contingent-growth"),
        },
    ),
    "94 becomes 90 everywhere": (
        [
            ("turksoy-2018#strength", ("94", "90")),
            ("contingent-120", ("94", "90")),
            ("contingent-growth", ("26", "30")),
        ],
        set(),
    ),
    "120 becomes 130 in the older source": (
        [("turksoy-2018#strength", ("120", "130"))],
        {
            STRENGTH,
            ("FC302", "contingent-120", "turksoy-2018#strength"),
            ("FC302", "contingent-growth", "turksoy-2018#strength"),
        },
    ),
    "120 becomes 130 in the younger source": (
        [("khalilov-2021#strength", ("120", "130"))],
        {STRENGTH, ("FC302", "contingent-120", "khalilov-2021#strength")},
    ),
    "120 becomes 130 in both sources": (
        [("turksoy-2018#strength", ("120", "130")), ("khalilov-2021#strength", ("120", "130"))],
        {
            ("FC302", "contingent-120", "turksoy-2018#strength"),
            ("FC302", "contingent-120", "khalilov-2021#strength"),
            ("FC302", "contingent-growth", "turksoy-2018#strength"),
        },
    ),
    "2002 becomes 2003 in the older source": (
        [("turksoy-2018#afghanistan", ("2002", "2003"))],
        {SERVICE, ("FC302", "first-deployment", "turksoy-2018#afghanistan")},
    ),
    "2002 becomes 2003 in the younger source": (
        [("khalilov-2021#isaf-start", ("2002", "2003"))],
        {SERVICE, ("FC302", "first-deployment", "khalilov-2021#isaf-start")},
    ),
    "2002 becomes 2003 in both sources and the claim": (
        [
            ("turksoy-2018#afghanistan", ("2002", "2003")),
            ("khalilov-2021#isaf-start", ("2002", "2003")),
            ("first-deployment", ("2002", "2003")),
        ],
        set(),
    ),
    "November becomes December, which 2002 still takes in": (
        [("khalilov-2021#isaf-start", ("November", "December"), ("-11-", "-12-"))],
        {("FC302", "first-deployment", "khalilov-2021#isaf-start")},
    ),
    "1994 becomes 1995 in the older source": (
        [("turksoy-2018#pfp", ("1994", "1995"))],
        {("FC201", "khalilov-2021#pfp", "turksoy-2018#pfp"), ("FC302", "pfp-1994", "turksoy-2018#pfp")},
    ),
    "1994 becomes 1995 in the younger source": (
        [("khalilov-2021#pfp", ("1994", "1995"))],
        {("FC201", "khalilov-2021#pfp", "turksoy-2018#pfp"), ("FC302", "khalilov-2021#pfp", "pfp-1994")},
    ),
    "Kosovo begins in 1998, before the list": (
        [("turksoy-2018#kosovo", ("1999", "1998"))],
        {
            ("FC201", "khalilov-2021#deployments", "turksoy-2018#kosovo"),
            ("FC302", "kosovo-1999", "turksoy-2018#kosovo"),
        },
    ),
    "Kosovo begins in 2001, within the list": (
        [("turksoy-2018#kosovo", ("1999", "2001"))],
        {("FC302", "kosovo-1999", "turksoy-2018#kosovo")},
    ),
    "1992 becomes 1993 in the older source": (
        [("turksoy-2018#relations", ("1992", "1993"))],
        {
            ("FC201", "khalilov-2021#relations", "turksoy-2018#relations"),
            ("FC302", "relations-1992", "turksoy-2018#relations"),
        },
    ),
    "1992 becomes 1993 in the younger source": (
        [("khalilov-2021#relations", ("1992", "1993"))],
        {
            ("FC201", "khalilov-2021#relations", "turksoy-2018#relations"),
            ("FC302", "khalilov-2021#relations", "relations-1992"),
        },
    ),
    "39 countries become 40": (
        [("turksoy-2018#rs-countries", ("39", "40"))],
        {("FC302", "mission-countries", "turksoy-2018#rs-countries")},
    ),
    "six officers become 200": (
        [("turksoy-2018#officers", ("six", "200"), (r"value = 6\b", "value = 200"))],
        {("FC206", "turksoy-2018#doctors", "turksoy-2018#officers", "turksoy-2018#strength")},
    ),
    "six officers become 118, which with two doctors is the whole": (
        [("turksoy-2018#officers", ("six", "118"), (r"value = 6\b", "value = 118"))],
        set(),
    ),
    "20 years become 25": (
        [("khalilov-2021#taliban-return", ("20 years", "25 years"), ("P20Y", "P25Y"))],
        {("FC302", "khalilov-2021#taliban-return", "taliban-2001")},
    ),
    "the forecast becomes a count": (
        [("turksoy-2018#rs-expected", (r"(?m)^mode.*\n", ""))],
        {
            ("FC208", "turksoy-2018#rs-expected", "turksoy-2018#rs-strength"),
            ("FC307", "mission-forecast", "turksoy-2018#rs-expected"),
        },
    ),
    "the day of the increase lies after the older article": (
        [("khalilov-2021#strength", ("January 9", "February 9"), ("2018-01-09", "2018-02-09"))],
        {("FC302", "contingent-120", "khalilov-2021#strength")},
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_the_verdict_follows_the_change(name):
    changes, expected = MUTATIONS[name]
    files = LEDGER
    for entry, *patterns in changes:
        files = edited(files, entry, *patterns)
    assert loud(files) == ALWAYS | expected


@pytest.mark.parametrize("name", [name for name, (_, expected) in MUTATIONS.items() if expected])
def test_every_finding_shows_both_quotations(name):
    changes, expected = MUTATIONS[name]
    files = LEDGER
    for entry, *patterns in changes:
        files = edited(files, entry, *patterns)
    ledger = ledger_of(files)
    for found in engine.check_ledger(ledger).conflicts:
        if (found.code, *found.subjects) in expected - {("FC108", "turksoy-2018#strength")}:
            told = [ledger.statements[name] for name in found.subjects if name in ledger.statements]
            assert shows(found, *(statement.selector.exact for statement in told))
            assert found.related


def test_a_stated_purpose_makes_the_question_an_error():
    files = edited(
        LEDGER, "khalilov-2021#increase-purpose", (r'basis(\s*)= "anaphora"', r'basis\1= "stated"')
    )
    conflict = ("FC201", *PURPOSE[1:])
    assert severities(files) == {conflict: "error", REVISED: "warning"}


def test_after_the_change_to_december_the_day_still_refines_the_year():
    files = edited(LEDGER, "khalilov-2021#isaf-start", ("November", "December"), ("-11-", "-12-"))
    refined = [each.subjects for each in report_of(files).diagnostics if each.code == "FC210"]
    assert ("khalilov-2021#isaf-start", "turksoy-2018#afghanistan") in refined


def test_conflicts_say_how_far_the_figures_are_apart():
    files = edited(LEDGER, "khalilov-2021#strength", ("120", "130"))
    (found,) = (each for each in report_of(files).conflicts if each.code == "FC201")
    assert found.message.startswith("Azerbaijani contingent in Afghanistan, strength: 130 in “")
    assert "against 120 in “from 94 to 120 servicemen” (turksoy-2018), 10 more;" in found.message
    assert (found.quote, found.related[0].quote) == ("130", "120")


def reordered(text):
    """The same file with its entries in the opposite order."""
    head, *entries = re.split(r"(?m)^(?=\[\[)", text)
    return head + "\n".join(entry.rstrip("\n") + "\n" for entry in reversed(entries))


def findings(files):
    return {(each.code, each.message, each.subjects) for each in report_of(files).diagnostics}


def test_the_order_of_statements_and_claims_changes_nothing():
    files = {
        path: text if path.endswith("vocabulary.toml") else reordered(text) for path, text in LEDGER.items()
    }
    assert files != LEDGER
    assert findings(files) == findings(LEDGER)


def test_the_order_of_files_changes_nothing():
    backwards = dict(reversed(LEDGER.items()))
    assert report_of(backwards).diagnostics == report_of(LEDGER).diagnostics


def test_swapped_days_of_publication_leave_the_same_facts_in_conflict():
    days = {"2018-01-12": "2021-10-29", "2021-10-29": "2018-01-12"}
    files = {
        path: re.sub(r'(?m)^(published\s*= )"(.+)"$', lambda match: f'{match[1]}"{days[match[2]]}"', text)
        for path, text in LEDGER.items()
    }
    told = {iso(day) for each in ledger_of(files).statements.values() if (day := each.proposition.as_of)}
    assert told == set(days)
    assert loud(files) == {PURPOSE, ("FC112", "turksoy-2018")}
    assert not [each.message for each in report_of(files).diagnostics if ",;" in each.message]


def test_the_names_of_statements_change_nothing_but_names():
    renamed = {
        path: re.sub(r'(?m)^(id\s*= |part-of\s*= )"([a-z-]+)"$', r'\1"x-\2"', text)
        if path in FILES.values()
        else re.sub(r"#", "#x-", text)
        if path.endswith(("afghanistan.toml", "nato.toml"))
        else text
        for path, text in LEDGER.items()
    }
    renamed = {
        path: re.sub(r'"x-((?:turksoy|khalilov)-\d+)"', r'"\1"', text) for path, text in renamed.items()
    }
    plain = {(code, *(name.replace("#x-", "#") for name in names)) for code, *names in loud(renamed)}
    assert plain == ALWAYS
    assert all("#x-" in name for _, *names in loud(renamed) for name in names)


def test_every_pair_of_statements_compares_the_same_both_ways():
    ledger = ledger_of(LEDGER)
    for one, other in itertools.product(ledger.statements.values(), repeat=2):
        there = compare(one.proposition, other.proposition, ledger.vocabulary)
        back = compare(other.proposition, one.proposition, ledger.vocabulary)
        assert (there.verdict.swapped, there.gate) == (back.verdict, back.gate)
