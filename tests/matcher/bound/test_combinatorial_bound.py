"""The bound by arithmetic: no plan exceeds it, and where nothing competes it is met."""

import pytest

from matcher.bound.combinatorial_bound import combinatorial_bound
from matcher.check import terms
from matcher.problem import Line, Problem, ProblemTalent
from matcher.roster.greedy import greedy
from models.entities import Role
from models.months import Month
from models.pool_settings import Weights
from tests.matcher import make_problem as make
from tests.matcher.brute import best_score, tiny
from tests.matcher.some_problems import some_problem

JULY = Month("2026-07")


@pytest.mark.parametrize("seed", range(40))
def test_no_plan_of_a_tiny_exceeds_it(seed: int) -> None:
    problem = tiny(seed)
    best = best_score(problem)

    assert best is None or best <= combinatorial_bound(problem)


@pytest.mark.parametrize("seed", range(40))
def test_no_greedy_plan_exceeds_it(seed: int) -> None:
    problem = some_problem(seed)

    assert terms(problem, greedy(problem)).score <= combinatorial_bound(problem)


def test_it_is_met_where_one_person_serves_one_line() -> None:
    talent = ProblemTalent(
        talent_id="T-1",
        roles=(Role.ENGINEER,),
        contract_from=JULY,
        contract_until=JULY,
        capacity={JULY: 64},
    )
    line = Line(
        line_id="R-1/1",
        request_id="R-1",
        municipalities=("202029",),
        role=Role.ENGINEER,
        hours={JULY: 64},
        needs_pm=False,
    )
    problem = Problem(
        pool_id="20",
        months=(JULY,),
        talents=(talent,),
        lines=(line,),
        weights=Weights(setup=0, balance=0),
    )

    assert terms(problem, greedy(problem)).score == combinatorial_bound(problem)


def test_a_line_counts_the_own_points_of_as_many_people_as_it_may_have() -> None:
    people = [make.talent(name) for name in ("aya", "ben", "eri")]
    own = [
        {"line_id": "R1/1", "talent_id": name, "points": points}
        for name, points in (("aya", 500), ("ben", 70), ("eri", -40))
    ]

    def points(of: Problem) -> int:
        return combinatorial_bound(of)

    for most, gained in ((1, 500), (2, 570), (3, 570)):
        asks = [make.line("R1/1", people=most)]
        assert points(make.problem(people, asks, pairs=own)) - gained == points(
            make.problem(people, asks)
        )
