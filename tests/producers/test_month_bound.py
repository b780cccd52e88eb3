"""One rule for hours: nobody works more of a month than it has, nobody is asked to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Mistake
from models.hour_limits import beyond, newly_beyond
from models.hours import MOST_ASKED, MOST_IN_A_MONTH
from producers.month_bound import check_hours
from tests.make import FIRST, hours, line, request, talent
from tests.saying import said


@pytest.mark.parametrize(
    ("entity", "where"),
    [
        (talent(capacity=hours(6400)), "人材 T-1：2026年11月の 1,600 時間"),
        (talent(overhead=3000), "人材 T-1 の固定の時間の 750 時間"),
        (request("R-1", line(hours=hours(80_000))), "要請枠1：2026年11月の 20,000 時間"),
    ],
)
def test_more_than_a_month_has_is_refused_with_the_limit_in_hours(entity: Any, where: str) -> None:
    with pytest.raises(Mistake) as caught:
        check_hours(entity, None)

    assert where in said(caught.value)
    assert "時間は1か月の上限" in said(caught.value)


@given(st.integers(1, 21 * MOST_IN_A_MONTH))
def test_a_line_may_ask_a_month_of_each_of_twenty_people(amount: Any) -> None:
    asked = request("R-1", line(hours=hours(amount)))

    assert bool(beyond(asked)) == (amount > MOST_ASKED)


def test_what_stood_before_does_not_stop_another_change() -> None:
    before = talent(capacity=hours(6400))

    check_hours(talent(capacity=hours(6400), remote=False), before)
    assert newly_beyond(talent(capacity=hours(6401)), before)


def test_nobody_is_planned_for_more_than_a_month_has() -> None:
    from matcher.building.problem_builder import build_problem
    from tests.make import snapshot

    of = build_problem(snapshot(talents=(talent(capacity=hours(6400)),)), FIRST).problem

    assert of.talents[0].capacity == {FIRST: MOST_IN_A_MONTH}
