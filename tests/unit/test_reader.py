"""A news text, read."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.reading.reader import read
from factcheck.text.span import Text

DATA = Path(__file__).parents[1] / "data" / "marked_sentences.json"


def values(content, published="2023-09-14", **options):
    return [
        reading
        for reading in read(content, published, **options).readings
        if reading.kind not in {"name", "quotation"}
    ]


def only(content, published="2023-09-14"):
    (reading,) = values(content, published)
    return reading


@pytest.mark.parametrize(
    ("content", "kind", "quote"),
    [
        ("It sent 94 boats.", "quantity", "94"),
        ("It stayed for six hours.", "duration", "six hours"),
        ("A 34-year-old man fell.", "age", "34-year-old"),
        ("It finished 22nd.", "rank", "22nd"),
        ("It left on 3 July.", "date", "3 July"),
        ("It ran from 2011 to 2019.", "period", "2011 to 2019"),
        ("Sales rose 12 percent.", "transition", "12 percent"),
    ],
)
def test_every_value_has_its_kind(content, kind, quote):
    reading = only(content)
    assert (reading.kind, reading.quote) == (kind, quote)


def test_a_figure_carries_its_bounds_unit_and_noun():
    reading = only("It sent more than 13,000 soldiers.")
    assert (reading.value, reading.lo, reading.hi, reading.lo_open) == (13_000, 13_000, None, True)
    assert (reading.hedge, reading.unit, reading.noun) == ("over", "person", "soldiers")
    assert (reading.earliest, reading.edtf) == (None, None)


@pytest.mark.parametrize(
    ("content", "earliest", "latest"),
    [
        ("It left by the end of June 2024.", "2024-06-21", "2024-06-30"),
        ("It stays until 27 September 2023.", "2023-09-27", "2023-09-27"),
        ("It has run since March 2015.", "2015-03-01", None),
        ("It left before 3 July 2023.", "2023-07-03", "2023-07-03"),
    ],
)
def test_behind_by_and_until_the_named_date_is_read(content, earliest, latest):
    reading = only(content)
    assert (reading.earliest, reading.latest) == (earliest, latest)


def test_a_change_of_two_parts_gives_the_change_and_its_parts():
    found = values("Crews rose from 94 to 120 men.")
    assert [(it.kind, it.quote, it.value, it.lo, it.hi) for it in found] == [
        ("transition", "94 to 120", 120, 94, 120),
        ("quantity", "94", 94, 94, 94),
        ("quantity", "120", 120, 120, 120),
    ]


def test_a_fall_is_told_by_how_far_it_went():
    reading = only("Sales fell 38 percent.")
    assert reading.value == 38
    assert reading.lo > 0


@pytest.mark.parametrize(
    ("content", "quote", "mode"),
    [
        ("The force is expected to reach 16,000.", "16,000", "expected"),
        ("The line will buy 25 jets.", "25", "planned"),
        ("The firm denied that nine men fell.", "nine", "denied"),
        ("The rebels claimed that nine men fell.", "nine", "alleged"),
        ("Nine men fell, the rebels claimed.", "Nine", "alleged"),
        ("It has 650 men and will add 70 more.", "650", "asserted"),
        ("It has 650 men and will add 70 more.", "70", "planned"),
        ("The mayor, who took office in 2019, is expected to resign.", "2019", "asserted"),
        ("It should be noted that 94 men came.", "94", "asserted"),
        ("It left in May 2021 with 94 men.", "94", "asserted"),
        ("The quay may take 94 boats.", "94", "expected"),
        ("The plan to add 12 boats failed.", "12", "planned"),
    ],
)
def test_the_mode_is_that_of_the_clause(content, quote, mode):
    assert next(it for it in values(content) if it.quote == quote).mode.value == mode


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("It did not send 94 men.", True),
        ("It never had 94 men.", True),
        ("No fewer than 94 men came.", False),
        ("Not only did 94 men come.", False),
        ("While not a member, it sent 94 men.", False),
        ("It sent 94 men, not boats.", False),
    ],
)
def test_a_not_before_the_figure_in_its_clause_negates_it(content, negated):
    assert next(it for it in values(content) if it.quote == "94").negated is negated


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        ("“We sent 94 men,” Ann Lee said.", "Ann Lee"),
        ("The port sent 94 men, the mayor said.", "the mayor"),
        ("According to the port, 94 men left.", "the port"),
        ("When President Ana Holm came, she said 94 men would leave.", "Ana Holm"),
        ("She said 94 men would leave.", None),
        ("It sent 94 men.", None),
        ("“We came.\n\n“We sent 94 men,” Ann Lee said.", "Ann Lee"),
    ],
)
def test_the_speaker_of_a_figure_is_told(content, speaker):
    assert next(it for it in values(content) if it.quote == "94").speaker == speaker


def test_dates_are_resolved_over_the_whole_text():
    found = values("The talks opened in November 2017.\n\nLater in the month they failed.", "2018-01-12")
    assert found[1].earliest == "2017-11-01"


def test_the_text_s_own_day_resolves_its_dates_unless_another_is_given():
    content = "Vik Grows\n\nBy Ann Lee May 3, 2021\n\nThe harbour took in 94 boats last year, a first."
    assert values(content, None)[-1].earliest == "2020-01-01"
    assert values(content, "2019-06-01")[-1].earliest == "2018-01-01"
    assert read(content, dt.date(2019, 6, 1)).published.edtf == "2019-06-01"


def test_dates_of_byline_and_update_are_read_and_no_figures_there():
    found = values(
        "Last update: October 23, 2018 19:18\n\nVik Grows\n\nBy Bo Ek May 3, 2018\n\nIt is fine today."
    )
    assert [it.quote for it in found] == ["October 23, 2018", "May 3, 2018", "today"]


def test_a_page_is_read_without_its_furniture():
    page = "<nav>12 boats</nav><p>It sent <b>94</b>&nbsp;men in&#32;May 2021.</p><script>a = 7</script>"
    assert [it.quote for it in values(page, path="a.html")] == ["94", "May 2021"]


def test_figures_never_join_over_cells_and_items():
    assert [it.quote for it in values("- about 5\n- 6 million\n", path="a.md")] == ["5", "6 million"]


def test_a_figure_counts_nothing_of_the_next_cell():
    found = values("<table><tr><td>94</td><td>boats</td></tr></table>", path="a.html")
    assert [(it.quote, it.noun) for it in found] == [("94", None)]


def test_other_line_ends_give_the_same_readings():
    content = "Vik Grows\nBy Ann Lee\n\nIt sent 94\nmen in\nMay 2021.\n\n“We won.\n\n“All,” Lee said.\n"
    one, other = read(content), read(content.replace("\n", "\r\n"))
    assert [(it.kind, it.value, it.edtf, it.speaker, it.mode) for it in one.readings] == [
        (it.kind, it.value, it.edtf, it.speaker, it.mode) for it in other.readings
    ]


def test_a_date_that_is_none_is_misuse():
    with pytest.raises(ValueError, match="did you mean"):
        read("94 men", "12 January 2018")


def test_the_verb_is_public():
    document = factcheck.read(Text("a.txt", "It sent 94 men."))
    assert isinstance(document, factcheck.Document)
    assert document.text.path == "a.txt"


def test_importing_the_package_does_not_load_the_reader():
    code = "import sys, factcheck; sys.exit('factcheck.reading.reader' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def is_right(item, found):
    if item["kind"] in {"date", "period"}:
        return any(
            it.earliest == item["date_lo"] and item["date_hi"] in {None, it.latest} for it in found if it.edtf
        )
    if item["kind"] == "quantity_change":
        return any({item["lo"], item["hi"]} <= {it.value, it.lo, it.hi} for it in found)
    if item["value"] is not None:
        return any(
            it.value is not None and abs(float(it.value) - item["value"]) < 1e-6 * max(1, item["value"])
            for it in found
        )
    return any(
        all(item.get(end) in {None, getattr(it, end)} for end in ("lo", "hi")) for it in found if not it.edtf
    )


def test_nearly_all_of_sixty_marked_sentences_are_read_rightly():
    marked = json.loads(DATA.read_text("utf-8"))
    right = total = 0
    for row in marked["docs"]:
        readings = values(row["text"], marked["dateline"])
        for item in row["items"]:
            near = [
                it for it in readings if it.span.start < item["core_end"] and item["core_start"] < it.span.end
            ]
            right += is_right(item, near)
            total += 1
    assert total == 127
    assert right >= 0.9 * total
