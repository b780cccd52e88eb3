"""No plan of any problem exceeds the bound, and of whole lines it comes close to the best."""

import pytest

from bench.gap_file import made
from bench.gap_problem import problem as of_instance
from matcher.bound.knapsack_bound import KnapsackBound
from matcher.bound.knapsack_items import suits
from matcher.check import terms
from matcher.mip.mip_candidates import candidates
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from matcher.solving.mip_solver import assemble, optimise
from matcher.solving.solve import Effort, solve
from tests.matcher.brute import best_score, tiny
from tests.matcher.make_problem import JUL, line, problem, talent, works
from tests.matcher.some_problems import some_problem


def knapsacks(of: Problem) -> KnapsackBound:
    return KnapsackBound(of, candidates(of))


def in_one_month(of: Problem) -> Problem:
    """The same with lines that are served wholly or not at all, by one person, in one month."""
    lines = tuple(
        ln.model_copy(
            update={"people": 1, "minimum_percent": 100, "hours": dict([min(ln.hours.items())])}
        )
        for ln in of.lines
    )
    return of.model_copy(update={"lines": lines, "pins": ()})


@pytest.mark.parametrize("whole", [False, True])
def test_no_plan_of_a_tiny_problem_exceeds_it_at_any_prices(whole: bool) -> None:
    for seed in range(120):
        of = in_one_month(tiny(seed)) if whole else tiny(seed)
        best = best_score(of)
        if best is None:
            continue
        bound = knapsacks(of)
        for _ in range(6):
            assert bound.improve(10.0, steps=5) >= best, f"seed {seed}"


@pytest.mark.parametrize("seed", range(30))
def test_no_greedy_plan_exceeds_it(seed: int) -> None:
    of = some_problem(seed, requests=8, talents=6)

    assert terms(of, greedy(of)).score <= knapsacks(of).improve(10.0, steps=60)


@pytest.mark.parametrize("kind", ["d", "e"])
def test_of_whole_lines_it_is_close_to_the_best_and_only_falls(kind: str) -> None:
    of = of_instance(made(kind, 3, 12, 1))
    best = solve(of, Effort(seconds=10))
    bound = knapsacks(of)

    told = [bound.improve(10.0, steps=40) for _ in range(8)]

    assert told == sorted(told, reverse=True)
    assert best.score <= told[-1] < best.score + 40  # of points that are costs of some hundreds


def test_the_promising_pairs_are_the_cheapest_of_each_line() -> None:
    of = of_instance(made("d", 4, 16, 1))
    bound = knapsacks(of)
    bound.improve(60.0, steps=200)

    answer = optimise(assemble(of), 60.0)
    assert answer.proved
    best = {assignment.pair for assignment in answer.assignments or ()}
    two = bound.promising(2)

    assert len(two) == 2 * len(of.lines)
    assert bound.promising(1) < two
    assert len(best - two) <= 2


def test_hours_and_place_of_a_pin_are_taken() -> None:
    asks = {JUL: 20}
    lines = [line("R1/1", asks=asks, minimum_percent=100), line("R2/1", asks=asks)]
    of = problem([talent(free=30)], lines, pins=[works("R1/1", "aya", 20)])
    plan = solve(of, Effort(seconds=5))

    assert knapsacks(of).improve(1.0, steps=50) >= plan.score
    assert knapsacks(of.model_copy(update={"pins": ()})).improve(1.0, steps=50) >= plan.score


def test_pools_of_other_lines_are_not_for_knapsacks() -> None:
    usual, whole = some_problem(1, requests=8), of_instance(made("d", 3, 8, 1))

    assert not suits(usual)
    assert suits(whole)
