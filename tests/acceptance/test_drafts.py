"""Drafts against this project's own ledger: what is false is flagged at its place, all else is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import api
from factcheck.diagnostic import Severity
from factcheck.text.span import Text

ROOT = Path(__file__).parents[2]
PUBLISHED = "2018-01-15"


@pytest.fixture(scope="module")
def ledger():
    return api.load(ROOT)


def check(ledger, body, published=PUBLISHED):
    text = Text("draft.md", f"---\ntitle: A draft\npublished: {published}\n---\n\n{body}\n")
    return text, api.check(ledger, [text])


def loud(report):
    return [found for found in report.diagnostics if found.severity is not Severity.INFO]


# Each false version, the fragment that carries the value, and words of the sources that show otherwise.
FALSE = {
    "90 to 120": [
        ("Azerbaijan's contingent in Afghanistan grew from 90 to 120 servicemen.", "90", "94"),
        ("Baku raised the strength of its Afghan contingent from 90 to 120.", "90", "94"),
        (
            "In the second week of January 2018 the Azerbaijani contingent went up from 90 soldiers to 120.",
            "90",
            "94",
        ),
        ("The number of Azerbaijani peacekeepers in Afghanistan has climbed to 120, from 90.", "90", "94"),
        (
            "It was a small step, but Azerbaijan's contingent did grow: from 90 to 120 soldiers.",
            "90",
            "94",
        ),
        ("On 9 January 2018, Azerbaijan expanded its unit in Afghanistan from 90 to 120 troops.", "90", "94"),
        ("The Azerbaijani contingent was boosted from ninety to 120 men.", "ninety", "94"),
    ],
    "to 130": [
        ("On 9 January 2018 Baku raised its contingent in Afghanistan to 130.", "130", "120"),
        ("Azerbaijan's contingent in Afghanistan grew from 94 to 130 servicemen.", "130", "120"),
        ("On January 9, 2018, the Azerbaijani contingent reached a strength of 130.", "130", "120"),
        ("Azerbaijan has 130 peacekeepers in Afghanistan.", "130", "120"),
        (
            "The Azerbaijani peacekeeping contingent in Kabul was increased to 130 soldiers in January 2018.",
            "130",
            "120",
        ),
        (
            "With the January reinforcement, Azerbaijan's contingent in Afghanistan is 130 strong.",
            "130",
            "120",
        ),
        ("The Azerbaijani contingent, 94 strong until this month, was expanded to 130.", "130", "120"),
    ],
    "first deployed in 2003": [
        ("Azerbaijani peacekeepers were first deployed to Afghanistan in 2003.", "2003", "20"),
        ("Azerbaijani soldiers have been serving in Afghanistan since 2003.", "2003", "20"),
        ("In 2003, Azerbaijan's army began its service in Afghanistan.", "2003", "20"),
        ("Azerbaijan's deployment in Afghanistan began in 2003.", "2003", "20"),
        ("Azerbaijan first sent peacekeepers to Afghanistan in November 2003.", "November 2003", "20"),
        (
            "The Azerbaijani army started operating in Afghanistan on 20 November 2003.",
            "20 November 2003",
            "20",
        ),
    ],
    "PfP in 1995": [
        ("Azerbaijan joined the Partnership for Peace in 1995.", "1995", "1994"),
        ("In 1995 Baku signed up to the Partnership for Peace programme.", "1995", "1994"),
        ("Azerbaijan became a member of PfP in 1995.", "1995", "1994"),
        ("Azerbaijan's accession to the Partnership for Peace came in 1995.", "1995", "1994"),
        ("It was in May 1995 that Azerbaijan entered NATO's Partnership for Peace.", "May 1995", "1994"),
        (
            "Azerbaijan, which joined the Partnership for Peace in 1995, is not a member of NATO.",
            "1995",
            "1994",
        ),
    ],
    "16,000 serve today": [
        ("Today 16,000 troops serve in Resolute Support.", "16,000", "16,000"),
        ("Resolute Support now has 16,000 soldiers.", "16,000", "16,000"),
        ("The Resolute Support Mission is 16,000 strong.", "16,000", "16,000"),
        ("NATO's mission in Afghanistan currently numbers 16,000 peacekeepers.", "16,000", "16,000"),
        ("Some 16,000 soldiers are serving in Resolute Support.", "16,000", "16,000"),
        ("At present 16,000 serve in Resolute Support.", "16,000", "16,000"),
    ],
    "Friday 9 January 2018": [
        ("On Friday 9 January 2018 the Azerbaijani contingent grew to 120.", "Friday 9 January 2018", None),
        ("The order came on Friday, January 9, 2018.", "Friday, January 9, 2018", None),
        ("On Friday, 9 January 2018, Baku raised its contingent.", "Friday, 9 January 2018", None),
        ("Since Friday, 9 January 2018, it has had 120 soldiers.", "Friday, 9 January 2018", None),
        ("- Friday, 9 January 2018 – the contingent in Afghanistan grows", "Friday, 9 January 2018", None),
    ],
    "up 38 percent": [
        ("The Azerbaijani contingent grew by 38 percent in January 2018.", "38 percent", "from 94 to 120"),
        (
            "Azerbaijan's contingent rose 38 percent, from 94 to 120 servicemen.",
            "38 percent",
            "from 94 to 120",
        ),
        (
            "On 9 January 2018 Azerbaijan increased its contingent in Afghanistan by 38%.",
            "38%",
            "from 94 to 120",
        ),
        (
            "The Azerbaijani contingent in Afghanistan was up 38 percent, at 120.",
            "38 percent",
            "from 94 to 120",
        ),
        (
            "A 38 percent increase brought Azerbaijan's contingent in Afghanistan from 94 to 120.",
            "38 percent",
            "94",
        ),
        ("From 94 to 120 servicemen, Azerbaijan's contingent is up by 38 per cent.", "38 per cent", "94"),
    ],
}


@pytest.mark.parametrize(
    ("sentence", "quote", "shown"),
    [
        pytest.param(*case, id=f"{name}-{number}")
        for name, cases in FALSE.items()
        for number, case in enumerate(cases)
    ],
)
def test_a_false_version_is_flagged_once_at_the_value(ledger, sentence, quote, shown):
    text, report = check(ledger, sentence)
    (found,) = loud(report)
    assert found.quote == quote == text.quote(found.span)
    if shown is not None and found.code not in {"FC412", "FC418"}:
        assert shown in found.related[0].quote


FALSE_TOO = """
    The Azerbaijani contingent increased to 130 personnel on 9 January 2018.
    Azerbaijan boosted its troop presence in Afghanistan from 90 to 120.
    In January 2018, Azerbaijan's peacekeeping force in Afghanistan expanded from 90 to 120 troops.
    Azerbaijan has increased the number of its peacekeepers in Afghanistan from 90 to 120.
    The number of Azerbaijani troops serving in Afghanistan rose from 90 to 120 this month.
    Baku upped its force in Afghanistan to 130 servicemen in January 2018.
    The contingent of Azerbaijan in Afghanistan was enlarged to 130 servicemen.
    There are 130 Azerbaijani peacekeepers serving in Afghanistan.
    Azerbaijan's army first deployed to Afghanistan in 2003.
    Azerbaijan's military presence in Afghanistan dates from 2003.
    Azerbaijan has been present in Afghanistan since 2003.
    Azerbaijani troops arrived in Afghanistan for the first time in 2003.
    The first Azerbaijani peacekeepers arrived in Afghanistan in 2003.
    Azerbaijan has had troops in Afghanistan since 2003.
    Azerbaijan joined NATO's Partnership for Peace programme in 1995.
    Azerbaijan has been a member of the Partnership for Peace since 1995.
    Azerbaijan signed up for PfP in 1995.
    Currently, 16,000 troops are serving under Resolute Support.
    The NATO mission has 16,000 soldiers in Afghanistan today.
    There are 16,000 soldiers in Resolute Support.
    16,000 peacekeepers serve in Resolute Support today.
    Azerbaijan increased its contingent in Afghanistan by 38 percent, from 94 to 120.
    The contingent of Azerbaijan in Afghanistan rose by 38 percent in January 2018.
    Azerbaijan's contingent in Afghanistan grew by 38 per cent.
    On Friday (9 January 2018) the contingent grew.
    On Friday, Jan. 9, 2018, the contingent grew.
    On Fri 9 January 2018 the contingent grew.
    Relations between Azerbaijan and NATO began in 1993.
    Azerbaijan's troops served in Kosovo from 2000 to 2008.
    Resolute Support has troops from 41 countries.
    The Taliban were toppled in 2002.
    The first Azerbaijani unit in Afghanistan, in 2002, had 32 members.
    In the second week of January 2018 Azerbaijan sent 75 soldiers to Afghanistan.
"""


@pytest.mark.parametrize("sentence", [line.strip() for line in FALSE_TOO.strip().splitlines()])
def test_a_false_figure_or_date_is_flagged_once(ledger, sentence):
    assert len(loud(check(ledger, sentence)[1])) == 1


TRUE = {
    "the same in other words": """
        Azerbaijan's contingent in Afghanistan grew from 94 to 120 servicemen.
        On 9 January 2018 Baku raised its contingent in Afghanistan to 120.
        The Azerbaijani contingent went up by 26 in January 2018.
        That month Azerbaijan's contingent in Afghanistan grew by about 28 percent.
        Azerbaijan's contingent grew by more than a quarter, from 94 to 120.
        Azerbaijan now has 120 peacekeepers in Afghanistan.
        Two doctors and six officers are among the 120 Azerbaijani peacekeepers in Afghanistan.
        Azerbaijani soldiers first deployed to Afghanistan in 2002.
        Azerbaijani soldiers first deployed to Afghanistan in November 2002.
        On 20 November 2002 a 22-member Azerbaijani unit began operating in Afghanistan.
        Azerbaijani soldiers have been serving in Afghanistan since 2002.
        Azerbaijan joined the Partnership for Peace in 1994.
        In 1994 Baku entered PfP, NATO's partnership programme.
        Azerbaijan's relations with NATO go back to 1992.
        Azerbaijan has cooperated with NATO since 1992.
        Azerbaijani troops served in Kosovo from 1999 to 2008.
        From September 1999 Azerbaijani troops served in Kosovo.
        Azerbaijani troops served in Iraq from 2003 until 2008.
        Azerbaijani soldiers served in Kosovo (1999–2008), Iraq (2003–2008) and Afghanistan (since 2002).
        More than 13,000 troops from 39 countries serve in Resolute Support.
        Over 13,000 peacekeepers are in the Resolute Support Mission.
        Resolute Support has some 13,000 soldiers.
        Resolute Support is expected to reach 16,000.
        NATO's mission in Afghanistan was expected to grow to 16,000 in 2018.
        Azerbaijan sent 70 soldiers to Afghanistan in the second week of January 2018.
        Baku dispatched 70 troops to Afghanistan earlier this month.
        The Taliban were toppled in 2001.
        The Taliban returned to power in August 2021.
        """,
    "several facts in one sentence": """
        In 2002 the Azerbaijani contingent in Afghanistan had 22 members, and in January 2018 it rose to 120.
        While Resolute Support had over 13,000 troops, Azerbaijan's contingent rose from 94 to 120.
        Azerbaijan, which joined PfP in 1994, raised its contingent in Afghanistan to 120 on 9 January 2018.
        Azerbaijan sent 70 soldiers to Afghanistan, where its contingent grew from 94 to 120.
        Azerbaijan's 120 peacekeepers serve in Resolute Support, a force of more than 13,000.
        """,
    "others": """
        Georgia's contingent in Afghanistan grew from 850 to 870.
        Georgia joined the Partnership for Peace in 1995.
        Armenia, like Azerbaijan, joined the Partnership for Peace; Armenia did so in October 1994.
        Turkey has 1,700 soldiers serving in Resolute Support.
        Germany, with 1,300 troops in Resolute Support, leads in the north.
        Of the Resolute Support troops, 870 come from Georgia.
        Ukraine's soldiers first deployed to Afghanistan in 2007.
        Mongolia raised its contingent in Afghanistan from 90 to 130.
        Azerbaijan's neighbour Georgia has 870 troops in Afghanistan.
        Relations between Armenia and NATO began in 1993.
        """,
    "other missions and places": """
        Azerbaijan's contingent in Kosovo had 34 soldiers.
        Azerbaijan's contingent in Iraq numbered 150 soldiers.
        Azerbaijani troops first deployed to Iraq in 2003.
        The Azerbaijani contingent in Lebanon would be new.
        Kosovo's NATO force has 4,000 soldiers.
        Azerbaijan's army has 66,940 active personnel.
        In Brussels, 130 staff work for the delegation of Azerbaijan.
        """,
    "other parts": """
        Six Azerbaijani officers serve in the contingent in Afghanistan.
        Three soldiers of the Azerbaijani contingent in Afghanistan were wounded in 2012.
        Forty soldiers of Azerbaijan's contingent were awarded medals.
        The Azerbaijani contingent trained with 300 Turkish soldiers.
        Some 50 men of the Azerbaijani contingent guard the airport.
        Azerbaijan's contingent lost no soldiers in 2017.
        Another 40 troops from Azerbaijan returned from Afghanistan in 2017.
        Azerbaijan rotates 40 of its soldiers in Afghanistan every six months.
        A delegation of 14 Azerbaijani officers visited Afghanistan.
        """,
    "other years": """
        In 2009 Azerbaijan's contingent in Afghanistan had 90 soldiers.
        By 2014 Azerbaijan had 94 peacekeepers in Afghanistan.
        Azerbaijan's contingent in Afghanistan was doubled in 2008.
        In 2011, Resolute Support did not exist, and ISAF had 130,000 troops.
        Azerbaijan's parliament voted in 2017 on the contingent in Afghanistan.
        Originally the Azerbaijani contingent in Afghanistan had 34 soldiers.
        At its peak, Azerbaijan's contingent in Afghanistan had 184 servicemen.
        In 2012, 45 Azerbaijani soldiers were sent to Afghanistan.
        Since January 2015 the Azerbaijani contingent has served under Resolute Support in Afghanistan.
        """,
    "denials and questions": """
        Azerbaijan's contingent in Afghanistan did not rise to 130.
        The Azerbaijani contingent never had 130 soldiers.
        Azerbaijan did not join the Partnership for Peace in 1995.
        Azerbaijan did not join the Partnership for Peace until 1994.
        Azerbaijani soldiers were not deployed to Afghanistan in 2003 for the first time.
        Did Azerbaijan's contingent in Afghanistan grow to 130?
        Was it in 1995 that Azerbaijan joined the Partnership for Peace?
        The ministry denied that Azerbaijan's contingent in Afghanistan had grown to 130.
        No fewer than 120 Azerbaijani soldiers serve in Afghanistan.
        """,
    "forecasts, plans and claims": """
        Azerbaijan plans to raise its contingent in Afghanistan to 130.
        Azerbaijan's contingent in Afghanistan will grow to 130.
        Azerbaijan's contingent in Afghanistan could reach 130 by 2020.
        If the Azerbaijani contingent grew to 130, parliament would have to vote again.
        Some blogs claimed that Azerbaijan's contingent in Afghanistan had risen to 130.
        It was wrongly reported that Azerbaijan joined the Partnership for Peace in 1995.
        NATO wants 16,000 troops in Resolute Support.
        Commanders hoped for 16,000 soldiers in Resolute Support.
        Resolute Support may have 16,000 soldiers one day.
        The alliance agreed to raise Resolute Support to 16,000 troops.
        """,
    "words of others": """
        “Azerbaijan's contingent in Afghanistan grew to 130,” one reader wrote.
        A reader wrote: "Azerbaijan joined the Partnership for Peace in 1995."
        The leaflet said “Azerbaijani soldiers first deployed to Afghanistan in 2003”.
        > Azerbaijan's contingent in Afghanistan has 130 soldiers.
        """,
    "sums, shares and ranges": """
        Azerbaijan's contingent in Afghanistan got 26 more soldiers.
        Between 90 and 130 Azerbaijani soldiers serve in Afghanistan.
        Some 38 percent of the soldiers of the Azerbaijani contingent speak English.
        Azerbaijan's defence budget rose 38 percent in January 2018.
        Trade between Azerbaijan and Afghanistan grew by 38 percent in 2018.
        Azerbaijan spends 130 million dollars on its contingent in Afghanistan.
        Azerbaijan's contingent in Afghanistan has 130 vehicles.
        The mission of the Azerbaijani contingent lasts 130 days.
        Resolute Support has 21 bases.
        """,
    "what only stands near it": """
        Azerbaijan has 2,000 soldiers on the border with Afghanistan's neighbour Iran.
        Six of the 120 Azerbaijani peacekeepers in Afghanistan are officers.
        Azerbaijan's contingent in Afghanistan includes 14 engineers.
        Azerbaijan joined the Council of Europe in 2001.
        Azerbaijan joined the PfP Planning and Review Process in 1997.
        Azerbaijan joined the North Atlantic Cooperation Council in 1992.
        The Taliban took Kabul on 15 August 2021.
        The fall of Kabul to the Taliban in August 2021 ended it.
        After the fall of Kabul, the Taliban returned to power in 2021.
        In 2021 Azerbaijani units supported the evacuation from Kabul airport.
        Since 2015 Azerbaijan's soldiers have guarded Kabul airport in Afghanistan.
        Azerbaijan's contingent guards one of 4 gates at the airport.
        In 2003 Azerbaijan's parliament debated its deployment in Afghanistan.
        In 2003, the first female Azerbaijani officer served in Afghanistan.
        In 2003, Azerbaijani soldiers in Afghanistan began guarding the airport.
        Azerbaijan's troops in Afghanistan fall under a Turkish battalion of 600 soldiers.
        The Turkish battalion, to which the Azerbaijani contingent belongs, has 600 soldiers.
        About 600 Turkish soldiers and 120 Azerbaijani peacekeepers serve at Kabul airport.
        NATO and Azerbaijan signed a plan in 2005.
        Azerbaijan has worked with NATO on a partnership plan since 2005.
        Azerbaijan's first partnership plan with NATO began in 2005.
        Azerbaijan opened its mission to NATO in 1997.
        The two countries, Azerbaijan and Afghanistan, have had relations since 1994.
        NATO's mission in Afghanistan began in 2003.
        NATO took command in Afghanistan in August 2003.
        Resolute Support began on 1 January 2015.
        Resolute Support started in 2015 with 12,000 troops.
        The United States has 8,400 troops in Resolute Support.
        The United States has 14,000 troops in Afghanistan, of whom 8,475 serve in Resolute Support.
        Resolute Support trained 300,000 Afghan soldiers.
        Resolute Support replaced ISAF, which at its height had 130,000 troops from 51 countries.
        Azerbaijan spent 130 days preparing its contingent.
        More than 13,000 soldiers serve there, 120 of them from Azerbaijan.
        Of more than 13,000 soldiers in Resolute Support, 120 are Azerbaijani.
        Some 40,000 Azerbaijani refugees live in Kosovo.
        Azerbaijani peacekeepers served in Kosovo for nine years.
        In 1999 Azerbaijan sent 34 soldiers to Kosovo.
        Azerbaijan withdrew its 34 soldiers from Kosovo in 2008.
        Azerbaijan's contingent in Afghanistan, formed in 2002, is small.
        Azerbaijan's peacekeeping unit was formed in 1997.
        From 94, the contingent in Afghanistan was to grow to 130 by 2020, Azerbaijan's president said.
        Azerbaijan's contingent had 94 soldiers before the increase to 120.
        The contingent of 94 was raised to 120 by Azerbaijan on 9 January 2018.
        Azerbaijan's troops in Afghanistan were 94 until January 2018, and 120 after.
        Before 9 January 2018, Azerbaijan had 94 soldiers in Afghanistan.
        In 2018 Azerbaijan's contingent rose by 26 to 120.
        In January 2019 Azerbaijan's contingent in Afghanistan rose from 120 to 121.
        The contingent rose 28 percent, Azerbaijan's defence ministry said.
        Azerbaijan's 28 percent increase of its contingent in Afghanistan was the largest.
        Azerbaijani diplomats have served in Afghanistan since 1996.
        Azerbaijan's embassy in Afghanistan has a staff of 12.
        Azerbaijani doctors have operated in Afghanistan since 2005.
        """,
}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(line.strip(), id=f"{name}-{number}")
        for name, lines in TRUE.items()
        for number, line in enumerate(lines.strip().splitlines())
    ],
)
def test_what_is_true_or_of_something_else_is_silent(ledger, sentence):
    _, report = check(ledger, sentence)
    assert [(found.quote, found.message) for found in loud(report)] == []


@pytest.mark.xfail(reason="the figure after the verb “number” is read as a name's, as in number 10")
@pytest.mark.parametrize(
    "sentence",
    ["Azerbaijan's peacekeepers in Afghanistan number 130.", "The Azerbaijani contingent numbers 130."],
)
def test_a_figure_after_number_is_a_count(ledger, sentence):
    assert len(loud(check(ledger, sentence)[1])) == 1


@pytest.mark.xfail(reason="an end alone is not held against a spell whose start and end are known")
def test_a_wrong_end_of_a_spell_is_flagged(ledger):
    assert len(loud(check(ledger, "Azerbaijani troops served in Iraq until 2009.")[1])) == 1


def test_a_date_before_a_colon_keeps_its_year(ledger):
    (found,) = loud(check(ledger, "- Friday, 9 January 2018: the contingent grows")[1])
    assert found.quote == "Friday, 9 January 2018"
