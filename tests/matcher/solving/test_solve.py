import time

import pytest

from matcher.check import faults
from matcher.plan import Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from matcher.solving.mip_solver import Solver, assemble, optimise
from matcher.solving.solve import Effort, solve
from tests.matcher.make_problem import UEDA, line, plan, problem, talent, works
from tests.matcher.pools import pool

DAY = pool(1, requests=70)


def test_a_pool_of_today_has_a_good_plan_in_seconds() -> None:
    of = DAY

    made = solve(of, Effort(seconds=4))

    assert faults(of, made) == []
    assert made.gap is not None
    assert made.gap < 0.12
    assert made.score >= plan(of, *greedy(of)).score


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.0])
def test_time_is_kept_and_there_is_always_a_plan(seconds: float) -> None:
    began = time.monotonic()

    made = solve(DAY, Effort(seconds=seconds))

    assert time.monotonic() - began < seconds + 1.5
    assert faults(DAY, made) == []
    assert made.assignments


def test_better_plans_and_lower_bounds_are_told_on_the_way_and_all_of_them_are_valid() -> None:
    told = []  # type: ignore[var-annotated]

    final = solve(DAY, Effort(seconds=2), progress=told.append)

    scores = [p.score for p in told]
    bounds = [p.bound for p in told if p.bound is not None]
    assert len(told) >= 3
    assert scores == sorted(scores)
    assert bounds == sorted(bounds, reverse=True)
    assert scores[-1] == final.score
    assert not any(faults(DAY, p) for p in told)


def test_a_start_that_is_no_longer_valid_does_no_harm() -> None:
    of = problem([talent()], [line()])
    strange = [works("R9/1", "zoe", 20), works("R1/1", "aya", 99, 99)]

    made = solve(of, Effort(seconds=5), start=strange)

    assert (made.status, made.assignments) == (Status.OPTIMAL, (works("R1/1", "aya", 20, 20),))


def test_the_plan_is_never_worse_than_its_start() -> None:
    start = solve(DAY, Effort(seconds=3))

    again = solve(DAY, Effort(seconds=0.5), start=start.assignments)

    assert again.score >= start.score


def test_a_small_pool_is_proved_and_the_other_solver_agrees() -> None:
    of = pool(5, requests=12)

    made = solve(of, Effort(seconds=20))

    assert (made.status, made.bound) == (Status.OPTIMAL, made.score)
    assert made.method.endswith("scip agrees")


def test_the_other_solver_is_not_led_by_the_plan_it_is_told() -> None:
    of = pool(5, requests=12)
    made = solve(of, Effort(seconds=20))

    for told in (made.assignments, made.assignments[1:], ()):
        assert optimise(assemble(of), 20, told, by=Solver.SCIP).bound == made.score


def test_an_empty_pool_has_the_empty_plan() -> None:
    nobody = problem([], [line()])
    nothing = problem([talent()], [])

    for of in (nobody, nothing):
        made = solve(of, Effort(seconds=5))

        assert (made.status, made.assignments, made.score, made.bound) == (
            Status.OPTIMAL,
            (),
            0,
            0,
        )


def test_pins_that_cannot_be_kept_are_a_contradiction_and_said_so() -> None:
    of = problem([talent(free=10)], [line()], pins=[works("R1/1", "aya", 11)])

    made = solve(of, Effort(seconds=5))

    assert (made.status, made.assignments, made.bound) == (Status.INFEASIBLE, (), None)
    assert faults(of, made) == []


def test_a_talent_is_taken_for_part_of_the_months_where_places_are_scarce() -> None:
    # Only by leaving the first place after July can the second one be served in August.
    lines = [line("R1/1", asks=20), line("R2/1", asks={"2026-08": 20}, municipalities=(UEDA,))]  # type: ignore[dict-item]
    of = problem([talent(municipalities_at_once=1)], lines)

    made = solve(of, Effort(seconds=5))

    assert made.status is Status.OPTIMAL
    assert made.assignments == (works("R1/1", "aya", 20), works("R2/1", "aya", 0, 20))


def test_a_problem_comes_back_from_json_as_it_was() -> None:
    assert Problem.model_validate_json(DAY.model_dump_json()) == DAY
