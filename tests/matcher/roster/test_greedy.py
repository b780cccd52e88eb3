"""The first plan is valid, worth something, and keeps what it can of the last one."""

import pytest

from matcher.check import faults, terms
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from tests.matcher.make_problem import JUL, MATSUMOTO, UEDA, line, problem, talent, works
from tests.matcher.some_problems import plan_of, some_problem


@pytest.mark.parametrize("seed", range(200))
def test_a_greedy_plan_is_valid_and_never_worse_than_the_pins_alone(seed: int) -> None:
    some = some_problem(seed)
    made = greedy(some)
    assert faults(some, plan_of(some, made)) == []
    assert terms(some, made).score >= terms(some, some.pins).score


@pytest.mark.parametrize("seed", range(200))
def test_a_start_from_another_plan_is_valid_too(seed: int) -> None:
    start, some = greedy(some_problem(seed + 1)), some_problem(seed)
    made = greedy(some, start)
    assert faults(some, plan_of(some, made)) == []
    assert terms(some, made).score >= terms(some, some.pins).score


@pytest.mark.parametrize("seed", range(40))
def test_from_its_own_plan_it_goes_no_way_back(seed: int) -> None:
    some = some_problem(seed)
    made = greedy(some)
    assert terms(some, greedy(some, made)).score >= terms(some, made).score


def test_the_same_problem_gives_the_same_plan() -> None:
    assert greedy(some_problem(5)) == greedy(some_problem(5))


def test_what_is_still_valid_of_the_last_plan_is_kept() -> None:
    some = two_towns()
    last = (works("R1/1", "ben", 20, 20), works("R2/1", "aya", 20, 20))
    assert greedy(some, last) == last


def test_a_last_plan_is_cut_to_the_hours_that_are_left() -> None:
    some = two_towns(ben_free=8)
    made = greedy(some, (works("R1/1", "ben", 20, 0), works("R2/1", "aya", 20, 20)))
    assert faults(some, plan_of(some, made)) == []
    assert sum(a.hours.get(JUL, 0) for a in made if a.talent_id == "ben") <= 8


def test_engineers_of_the_last_plan_stay_where_the_pm_who_left_can_be_replaced() -> None:
    some = problem(
        [talent("new", roles=("pm",)), *(talent(n, roles=("engineer",)) for n in ("any", "eng"))],
        [line("R1/1"), line("R1/2", role="engineer")],
    )
    made = greedy(some, (works("R1/2", "eng", 20, 20),))
    assert made == (works("R1/1", "new", 20, 20), works("R1/2", "eng", 20, 20))


def test_a_line_cut_down_to_little_goes_to_somebody_who_can_give_all() -> None:
    some = problem([talent("ben", free=8), talent("aya")], [line("R1/1", minimum_percent=0)])
    assert greedy(some, (works("R1/1", "ben", 20, 20),)) == (works("R1/1", "aya", 20, 20),)


def test_nobody_and_nothing_give_an_empty_plan() -> None:
    assert greedy(problem()) == ()
    assert greedy(problem([talent()])) == ()
    assert greedy(problem([], [line()])) == ()


def two_towns(ben_free: int = 40) -> Problem:
    return problem(
        [talent("aya", municipalities_at_once=1), talent("ben", free=ben_free)],
        [line("R1/1", municipalities=(MATSUMOTO,)), line("R2/1", municipalities=(UEDA,))],
    )
