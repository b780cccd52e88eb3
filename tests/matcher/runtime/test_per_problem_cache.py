"""What is remembered of a problem is of that very problem, and goes with it."""

import gc

from matcher.problem import Problem
from matcher.runtime.per_problem_cache import per_problem
from tests.matcher.make_problem import problem


def test_the_same_problem_is_worked_out_once_and_another_anew() -> None:
    asked: list[Problem] = []
    ask = per_problem(lambda of: asked.append(of) or len(asked))  # type: ignore[func-returns-value]
    one, two = problem(), problem()

    assert [ask(one), ask(one), ask(two), ask(one)] == [1, 1, 2, 3]


def test_nothing_is_remembered_of_a_problem_that_is_gone() -> None:
    asked = 0

    @per_problem
    def ask(_: Problem) -> int:
        nonlocal asked
        asked += 1
        return asked

    for _ in range(3):
        ask(problem())
        gc.collect()

    assert asked == 3
