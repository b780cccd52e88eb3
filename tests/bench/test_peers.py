"""Peers are fair: the same points for the same plan, and no false bound."""

import pytest

from bench.generate import one_pool
from bench.outcome import Method, Outcome
from bench.peers.cpsat import cpsat
from bench.peers.highs import highs
from bench.peers.ours import greedy, solve
from bench.record import checked
from bench.sizes import Size
from tests.matcher.some_problems import some_problem

LITTLE = Size(
    name="little", pool_id="20", municipalities=6, requests=9, lines=14, talents=5, ratio=1.6
)


@pytest.mark.parametrize("seed", range(1, 31))
def test_cpsat_and_highs_prove_the_same_points_and_the_checker_counts_them(seed: int) -> None:
    problem = some_problem(seed, requests=8, talents=5)

    by_cpsat, by_highs = cpsat(problem, 20, 1), highs(problem, 20, 1)

    score, trouble = checked(problem, by_cpsat)
    assert trouble == ""
    assert by_cpsat.proved
    assert by_highs.proved
    assert by_cpsat.claimed == by_cpsat.bound == score
    assert checked(problem, by_highs)[0] == score


@pytest.mark.parametrize("places", [None, 1])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_cpsat_has_not_proved_yet_is_true_all_the_same(seed: int, places: int | None) -> None:
    problem = one_pool(LITTLE, seed)
    if places:
        tied = [t.model_copy(update={"municipalities_at_once": places}) for t in problem.talents]
        problem = problem.model_copy(update={"talents": tuple(tied)})

    by_cpsat, by_highs = cpsat(problem, 1, 1), highs(problem, 20, 1)

    score, trouble = checked(problem, by_cpsat)
    best, no_trouble = checked(problem, by_highs)
    assert (trouble, no_trouble) == ("", "")
    assert by_cpsat.claimed == score
    assert score is not None
    assert best is not None
    assert by_cpsat.bound is not None
    assert by_highs.bound is not None
    assert score <= by_highs.bound
    assert best <= by_cpsat.bound


@pytest.mark.parametrize("method", [solve, greedy])
def test_the_matcher_tells_how_it_got_there(method: Method) -> None:
    problem = one_pool(LITTLE, 1)

    outcome = method(problem, 2, 1)

    score, trouble = checked(problem, outcome)
    assert trouble == ""
    assert outcome.claimed == score == outcome.steps[-1].score
    assert [step.score for step in outcome.steps] == sorted(s.score for s in outcome.steps)


def test_a_plan_with_a_fault_counts_for_nothing() -> None:
    problem = one_pool(LITTLE, 1)
    honest = greedy(problem, 1, 1)
    assert honest.assignments
    twice = Outcome(assignments=honest.assignments + honest.assignments[:1])

    score, trouble = checked(problem, twice)

    assert score is None
    assert "stands twice" in trouble
    assert checked(problem, Outcome()) == (None, "no plan")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_timefold_counts_the_checkers_points(seed: int) -> None:
    from bench.peers.timefold import ready, timefold

    if not ready():
        pytest.skip("no JDK, or never compiled: `python -m bench run --methods timefold` does it")
    for problem in (one_pool(LITTLE, seed), some_problem(seed, requests=10, talents=6)):
        outcome = timefold(problem, 2, 1)

        score, trouble = checked(problem, outcome)
        assert trouble == ""
        assert outcome.claimed == score
