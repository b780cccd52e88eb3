"""What is asked is either in the plan or said to be outside it: nothing falls between."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.building.problem_builder import build_problem
from matcher.building.workdays import workdays
from matcher.explain import explain
from matcher.figures.outside_horizon import not_planned, outside
from matcher.plan import Plan, Status
from matcher.problem import Workdays
from matcher.roster.greedy import greedy
from models.entities import RequestStatus
from models.months import plus, window
from tests import make
from tests.make import FIRST, MONTHS, hours


def planned(requests: Any, talents: Any = (), days: Any = None, **settings: Any) -> Plan:
    problem = build_problem(make.snapshot(requests, talents, **settings), FIRST, days=days).problem
    plan = Plan(
        pool_id="20",
        version=7,
        months=problem.months,
        status=Status.FEASIBLE,
        method="greedy",
        assignments=greedy(problem),
    )
    return explain(problem, plan)


def test_requests_wholly_before_or_beyond_the_plan_are_named_with_the_reason() -> None:
    requests = [
        make.request("R-OLD", make.line(hours=hours(16, [plus(FIRST, -2)]))),
        make.request("R-FAR", make.line(hours=hours(16, ["2062-12"]))),
        make.request("R-NOW"),
    ]

    far, old = not_planned(outside(requests, planned(requests)))

    assert (far[0].request_id, dict(far[0].beyond)) == ("R-FAR", {"2062-12": 16})
    assert (old[0].request_id, dict(old[0].over)) == ("R-OLD", {"2026-09": 16})


def test_a_request_of_the_last_day_of_its_month_is_outside_where_no_hours_are_left() -> None:
    requests = [make.request("R-1", make.line(hours=hours(16)))]

    [[line]] = not_planned(outside(requests, planned(requests, days=workdays(date(2026, 11, 30)))))

    assert dict(line.late) == {FIRST: 16}


def test_withdrawn_requests_are_not_missed() -> None:
    gone = make.request("R-1", make.line(hours=hours(16, ["2062-12"])), status="withdrawn")
    assert gone.status is RequestStatus.WITHDRAWN

    assert outside([gone], planned([])) == ()


AROUND = window(plus(FIRST, -3), 30)
LINE = st.dictionaries(st.sampled_from(AROUND), st.integers(1, 200), min_size=1, max_size=8)


@settings(deadline=None)
@given(asked=LINE, horizon=st.integers(1, 24), left=st.integers(0, 19))
def test_every_hour_is_served_or_missed_or_outside(asked: Any, horizon: Any, left: Any) -> None:
    requests = [make.request("R-1", make.line(hours=asked))]
    talents = [make.talent(capacity=hours(100, MONTHS))]
    plan = planned(requests, talents, Workdays(left=left, of=19), horizon=horizon)
    apart = outside(requests, plan)

    said = sum(sum(each.hours.values()) for each in apart)
    assert plan.served + sum(u.hours for u in plan.unmet) + said == sum(asked.values())
