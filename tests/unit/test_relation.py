import pytest

from factcheck.values.relation import after, before, differing_ends, during, overlaps, relate, same
from factcheck.values.verdict import Truth, Verdict
from factcheck.values.when import When

YES, MAYBE, NO = Truth.SURELY, Truth.POSSIBLY, Truth.NEVER
OPEN = "2002/.. as of 2018-01-12"


def when(text):
    edtf, _, as_of = text.partition(" as of ")
    return When.parse(edtf, as_of=as_of or None)


@pytest.mark.parametrize(
    ("a", "b", "is_before", "is_after"),
    [
        ("2017", "2018-01-09", YES, NO),
        ("2018", "2018-01-09", MAYBE, MAYBE),
        ("2018-01-09", "2018-01-09", NO, NO),
        ("2018-01-09", "2018-01-10", YES, NO),
        ("2018", "2018", MAYBE, MAYBE),
        ("1999/2008", "2008-06", MAYBE, NO),
        ("1999/2008", "2009", YES, NO),
        (OPEN, "2017", NO, NO),
        (OPEN, "2021", MAYBE, NO),
        ("[..2010]", "2012", YES, NO),
        ("[2010..]", "2012", MAYBE, MAYBE),
        ("2017~", "2018", MAYBE, MAYBE),
        ("2016~", "2018", YES, NO),
    ],
)
def test_order_is_sure_only_if_it_holds_for_all_days(a, b, is_before, is_after):
    assert before(when(a), when(b)) is is_before
    assert after(when(a), when(b)) is is_after
    assert after(when(b), when(a)) is is_before


@pytest.mark.parametrize(
    ("a", "b", "truth"),
    [
        (OPEN, "1999", NO),
        (OPEN, "2010", YES),
        (OPEN, "2018-01-12", YES),
        (OPEN, "2018-01-13", MAYBE),
        (OPEN, "2021", MAYBE),
        ("2002-11-20/", "2010", MAYBE),
        ("2002-11-20/", "2002-11-20", YES),
        ("1999/2003", "2003/2008", MAYBE),
        ("1999/2004", "2003/2008", YES),
        ("2018", "2018", MAYBE),
        ("2018-01-09", "2018-01-09", YES),
        ("[2018-01-01,2018-01-05]", "2018-01-03", NO),
        ("[2018-01-01,2018-01-05]", "2018-01-02/2018-01-04", NO),
        ("{2018-01-01,2018-01-05}", "2018-01-05", YES),
        ("{2018-01-01,2018-01-05}", "2018-01", MAYBE),
        ("{2018-01-01,2018-01-05}", "2018-01-03", NO),
        ("/2008", "1000", MAYBE),
        ("/2008", "2009", NO),
    ],
)
def test_overlap_is_sure_only_if_it_holds_for_all_days(a, b, truth):
    assert overlaps(when(a), when(b)) is truth
    assert overlaps(when(b), when(a)) is truth


@pytest.mark.parametrize(
    ("a", "b", "truth"),
    [
        ("2005", "2002/2008", YES),
        ("2002", "2002/2008", MAYBE),
        ("2001", "2002/2008", NO),
        ("2003/2004", "2002/2008", YES),
        ("2002/2008", "2003/2004", NO),
        ("2003/2009", "2002/2008", NO),
        ("2003/2008", "2002/2008", MAYBE),
        ("2010", OPEN, YES),
        ("2021", OPEN, MAYBE),
        ("2018-01-09", "2018", MAYBE),
        ("2018-01-09", "2018-01-09", YES),
        ("2018/2019", "2018", NO),
        ("2018-01-01/2018-01-02", "2018", NO),
        ("{2003,2005}", "2002/2008", YES),
        ("{2003,2009}", "2002/2008", NO),
        ("2003", "{2003,2009}", MAYBE),
        ("2003-05-05", "{2003-05-05,2009}", YES),
    ],
)
def test_a_time_lies_during_another_if_all_its_days_do(a, b, truth):
    assert during(when(a), when(b)) is truth


@pytest.mark.parametrize(
    ("a", "b", "truth"),
    [
        ("2018-01-09", "2018-01-09", YES),
        ("2018-01-09T10:00", "2018-01-09", YES),
        ("2018", "2018", MAYBE),
        ("2018", "2019", NO),
        ("2018-01-09/2018-01-10", "2018-01-09/2018-01-10", YES),
        ("2018/2019", "2018/2019", MAYBE),
        ("2018/2019", "2018/2020", NO),
        ("2018", "2018/2018", MAYBE),
        ("2018", "2018-01/2018-02", NO),
        ("2018-01-09", "2018-01-09/2018-01-09", YES),
        ("{2018,2019}", "{2018,2019}", MAYBE),
        ("{2018,2019}", "{2020,2021}", NO),
    ],
)
def test_two_times_are_the_same_only_for_sure_down_to_the_day(a, b, truth):
    assert same(when(a), when(b)) is truth
    assert same(when(b), when(a)) is truth


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("2018", "2018", Verdict.EQUAL),
        ("2018-XX", "2018", Verdict.EQUAL),
        ("2002-11-20", "2002", Verdict.REFINES),
        ("2018-01-09", "[2018-01-08..2018-01-12]", Verdict.REFINES),
        ("2018-01-09", "2018-01-10", Verdict.CONFLICT),
        ("2018-01", "2018-02", Verdict.CONFLICT),
        ("[2018-01-08..2018-01-12]", "[2018-01-10..2018-01-20]", Verdict.COMPATIBLE),
        ("[1667,1670]", "1668", Verdict.CONFLICT),
        ("1999-09/2008", "1999/2008", Verdict.REFINES),
        ("1999-09/", "1999/2008", Verdict.COMPATIBLE),
        ("1999/2008", "1999-09/2007", Verdict.CONFLICT),
        (OPEN, "2002-11-20/2021", Verdict.REFINED),
        (OPEN, "2002/2017", Verdict.CONFLICT),
        (OPEN, "2002/.. as of 2021-10-29", Verdict.REFINED),
        ("2002/..", "2002/", Verdict.EQUAL),
        ("2003/..", "2002/", Verdict.CONFLICT),
        ("2004~", "2004", Verdict.REFINED),
        ("2004~", "2005", Verdict.TENSION),
        ("2004~", "2006", Verdict.CONFLICT),
        ("2004?", "2005", Verdict.TENSION),
        ("2004?", "2006", Verdict.POSSIBLE_CONFLICT),
        ("2004~/2008", "2005/2008", Verdict.TENSION),
        ("2018-22", "2018-05-20", Verdict.TENSION),
        ("2018-22", "2018-04-20", Verdict.CONFLICT),
        ("1999", "1999-03/1999-06", Verdict.REFINED),
        ("1999", "1998/2001", Verdict.COMPATIBLE),
        ("2010", OPEN, Verdict.COMPATIBLE),
        ("2001", OPEN, Verdict.CONFLICT),
        ("2001?", OPEN, Verdict.TENSION),
        ("2000?", OPEN, Verdict.POSSIBLE_CONFLICT),
        ("{1667,1668}", "1667", Verdict.COMPATIBLE),
        ("{1667,1668}", "{1667,1670}", Verdict.COMPATIBLE),
        ("{1667,1668}", "1669", Verdict.CONFLICT),
        ("{1667?,1668}", "1670", Verdict.POSSIBLE_CONFLICT),
        ("{1667,1668~}", "1669", Verdict.TENSION),
    ],
)
def test_two_tellings_of_one_time_get_their_verdict(a, b, verdict):
    assert relate(when(a), when(b)) is verdict
    assert relate(when(b), when(a)) is verdict.swapped


def test_the_side_that_differs_is_named():
    assert differing_ends(when("1999/2008"), when("1999-09/2007")) == ("end",)
    assert differing_ends(when("1999/2008"), when("2001/2008")) == ("start",)
    assert differing_ends(when("1999/2008"), when("2001/2007")) == ("start", "end")
    assert differing_ends(when("1999/2008"), when("1999/2008")) == ()
