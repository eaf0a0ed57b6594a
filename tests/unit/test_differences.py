"""What distances say of the date of the other event."""

import pytest

from factcheck.model import Gap, Proposition, Selector, Statement
from factcheck.solving.differences import derive
from factcheck.values.duration import Duration
from factcheck.values.when import When


def derived(when, gap):
    date = None if when is None else When.parse(when, as_of="2021-10-29")
    proposition = Proposition("return", "date", Gap("fall", Duration.parse(gap)), date)
    return [each.proposition for each in derive([Statement("x", "s", Selector("words"), proposition)])]


@pytest.mark.parametrize(
    ("when", "gap", "expected"),
    [
        ("2021-08", "P20Y", "2001"),
        ("2021-08-15", "P3D", "2021-08-12"),
        ("2021-08-15", "P2M", "2021-06"),
        ("[..2021-08-15]", "P20Y", "[..2001-12-31]"),
        ("2021/..", "P20Y", "2001/.."),
    ],
)
def test_the_other_event_lies_so_much_earlier(when, gap, expected):
    (other,) = derived(when, gap)
    assert (other.subject, other.value, other.when.edtf) == ("fall", None, expected)


def test_without_a_date_nothing_follows():
    assert derived(None, "P20Y") == []


def test_what_leads_out_of_the_calendar_dates_nothing():
    assert derived("2021", "P99999Y") == []
    assert derived("-9998", "P20Y") == []
