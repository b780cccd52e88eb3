"""The running month is cut to its working days left; what is agreed in it stays."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.building.problem_builder import build_problem
from matcher.building.workdays import workdays
from matcher.check import faults
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.problem import Workdays
from matcher.roster.greedy import greedy
from models.match import MatchState
from tests import make
from tests.make import FIRST, MONTHS, hours
from tests.wording.said import said

LAST_DAY = workdays(date(2026, 11, 30))
NEXT = MONTHS[1]


def built(*given: Any, days: Any = LAST_DAY, **settings: Any) -> Any:
    return build_problem(make.snapshot(*given, **settings), FIRST, days=days).problem


def test_on_the_last_working_day_nobody_is_given_a_month_of_hours() -> None:
    asked = make.request("R-1", make.line(hours=hours(124)))
    problem = built([asked], [make.talent(capacity=hours(640, MONTHS))])

    [assignment] = greedy(problem)

    # 31 hours, a nineteenth of them, in whole quarters.
    assert assignment.hours == {FIRST: 124 // 19}


def test_hours_of_later_months_are_whole() -> None:
    asked = make.request("R-1", make.line(hours=hours(64, MONTHS[:3])))
    problem = built([asked], [make.talent()])

    assert problem.lines[0].hours == {FIRST: 3, MONTHS[1]: 64, MONTHS[2]: 64}
    assert problem.talents[0].capacity[NEXT] == 128


def test_what_is_agreed_in_the_running_month_stays_and_takes_no_more_than_it_did() -> None:
    agreed = make.match(state=MatchState.CONFIRMED, hours=hours(64))
    more = make.request("R-2", make.line(hours=hours(64)))
    problem = built([make.request(), more], [make.talent()], [agreed])

    assert problem.pins[0].hours == {FIRST: 64}
    # 128 quarters, 64 of them agreed: of the other 64 a nineteenth is left.
    assert problem.talents[0].capacity[FIRST] == 64 + 64 // 19
    assert {line.line_id: line.hours[FIRST] for line in problem.lines} == {"R-1/1": 64, "R-2/1": 3}


def test_who_agrees_to_all_that_was_planned_of_the_month_leaves_nothing_of_it_unmet() -> None:
    asked = make.request("R-1", make.line(hours=hours(64, MONTHS[:2])))
    days = Workdays(left=9, of=19)
    [planned] = greedy(built([asked], [make.talent()], days=days))
    agreed = make.match(state=MatchState.CONFIRMED, hours=planned.hours)

    problem = built([asked], [make.talent()], [agreed], days=days)

    assert planned.hours == {FIRST: 64 * 9 // 19, NEXT: 64}
    assert problem.lines[0].hours == planned.hours


def test_a_line_of_the_running_month_alone_leaves_with_its_last_day() -> None:
    over = Workdays(left=0, of=20)
    problem = built(
        [make.request()], [make.talent()], [make.match(state=MatchState.PROPOSED)], days=over
    )

    assert problem.lines == ()
    assert problem.previous == ()


def test_the_overhead_of_the_month_leaves_with_its_days() -> None:
    problem = built([make.request()], [make.talent(overhead=52)], days=Workdays(left=5, of=19))

    # Of 76 free quarters 20 are left, beside the overhead that the checker takes off.
    assert problem.talents[0].capacity[FIRST] == 52 + 20


def test_unmet_hours_say_that_only_the_rest_of_the_month_is_planned() -> None:
    problem = built([make.request("R-1", make.line(hours=hours(640)))], [])
    plan = Plan(
        pool_id="20", version=7, months=problem.months, status=Status.FEASIBLE, method="none"
    )

    [unmet] = explain(problem, plan).unmet

    assert "2026年11月は、19稼働日のうち残る1日分だけを計画しています。" in said(unmet)
    assert "Of 2026-11 only 1 of 19 working days are left to plan." in said(unmet, "en")


def test_hours_that_would_be_enough_are_told_as_they_have_to_be_stated() -> None:
    days = Workdays(left=5, of=19)
    request = make.request("R-1", make.line(hours=hours(38), minimum_percent=100))
    facts = [request], [make.talent(capacity=hours(16, [FIRST, NEXT]))]
    problem = built(*facts, days=days)
    plan = Plan(
        pool_id="20", version=7, months=problem.months, status=Status.FEASIBLE, method="none"
    )
    [more] = [e.hours for e in explain(problem, plan).unmet[0].enough if e.kind == "hours"]

    amended = make.talent(capacity={FIRST: 16 + more[FIRST], NEXT: 16})
    [served] = greedy(built(facts[0], [amended], days=days))

    assert served.total == sum(problem.lines[0].hours.values())


@settings(deadline=None)
@given(
    asked=st.integers(1, 300),
    capacity=st.integers(0, 300),
    overhead=st.integers(0, 80),
    agreed=st.integers(0, 300),
    left=st.integers(0, 19),
)
def test_agreed_hours_always_fit_and_nothing_grows(
    asked: Any, capacity: Any, overhead: Any, agreed: Any, left: Any
) -> None:
    matches = [make.match(state=MatchState.CONFIRMED, hours=hours(agreed))] if agreed else []
    facts = (
        [make.request("R-1", make.line(hours=hours(asked, [FIRST, NEXT])))],
        [make.talent(capacity=hours(capacity, [FIRST, NEXT]), overhead=overhead)],
        matches,
    )
    whole, part = built(*facts, days=None), built(*facts, days=Workdays(left=left, of=19))

    assert part.pins == whole.pins
    for was, now in zip(whole.talents, part.talents, strict=True):
        assert now.capacity.get(FIRST, 0) <= was.capacity.get(FIRST, 0)
    made = greedy(part)
    plan = Plan(
        pool_id="20",
        version=7,
        months=part.months,
        status=Status.FEASIBLE,
        method="greedy",
        assignments=tuple(made),
    )
    assert not [fault for fault in faults(part, plan) if "quarters in" in fault]
