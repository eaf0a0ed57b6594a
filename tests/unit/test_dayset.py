import pytest

from factcheck.values.dayset import DaySet


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([(5, 9), (1, 3)], ((1, 3), (5, 9))),
        ([(4, 9), (1, 3)], ((1, 9),)),
        ([(1, 9), (2, 3)], ((1, 9),)),
        ([(3, None), (1, 2)], ((1, None),)),
        ([(5, 6), (None, 3)], ((None, 3), (5, 6))),
        ([(5, 6), (None, None)], ((None, None),)),
        ([(1, None), (3, 4)], ((1, None),)),
        ([(-3, -2), (0, 0)], ((-3, -2), (0, 0))),
        ([(1, 2), (5, 6), (7, 9)], ((1, 2), (5, 9))),
        ([(1, 2), (5, 9), (7, 8), (10, None)], ((1, 2), (5, None))),
    ],
)
def test_spans_that_touch_become_one(spans, merged):
    assert DaySet.of(spans).spans == merged


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ([(1, 3)], [(3, 5)], True),
        ([(1, 3)], [(4, 5)], False),
        ([(1, 3), (7, 9)], [(4, 6)], False),
        ([(1, 3), (7, 9)], [(4, 7)], True),
        ([(None, 3)], [(3, None)], True),
        ([(None, 3)], [(4, None)], False),
        ([(None, None)], [(4, 4)], True),
    ],
)
def test_sets_meet_where_they_share_a_day(a, b, meet):
    assert DaySet.of(a).meets(DaySet.of(b)) is meet
    assert DaySet.of(b).meets(DaySet.of(a)) is meet


@pytest.mark.parametrize(
    ("a", "b", "inside"),
    [
        ([(2, 3)], [(1, 3)], True),
        ([(1, 4)], [(1, 3)], False),
        ([(0, 3)], [(1, 3)], False),
        ([(1, 2), (8, 9)], [(1, 3), (7, 9)], True),
        ([(1, 9)], [(1, 3), (7, 9)], False),
        ([(4, 5)], [(1, 3), (7, 9)], False),
        ([(10, 11)], [(1, 3), (7, 9)], False),
        ([(None, 3)], [(1, 3)], False),
        ([(1, None)], [(1, 3)], False),
        ([(None, 3)], [(None, 3)], True),
        ([(3, None)], [(1, None)], True),
    ],
)
def test_a_set_lies_within_another_if_all_its_days_do(a, b, inside):
    assert DaySet.of(a).within(DaySet.of(b)) is inside


def test_clipping_keeps_the_days_between():
    days = DaySet.of([(None, 3), (7, None)])
    assert days.clipped(2, 8).spans == ((2, 3), (7, 8))
    assert days.clipped(4, 6).spans == ()
    assert days.clipped(None, None) == days
