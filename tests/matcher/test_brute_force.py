"""Trying every plan proves something only where every rule and term decides something.

The trying itself is in tests/verify: a sample in every test run, 10,000 problems by `make verify`.
"""

from functools import cache
from typing import Any

import pytest

from matcher.check import faults, terms
from matcher.objective import TERMS
from matcher.plan import Plan, Status
from matcher.problem import Problem
from matcher.rules import RULES
from matcher.solving.solve import Effort, solve
from tests.matcher.brute import tiny
from tests.matcher.make_problem import line, problem, talent
from tests.matcher.relaxed import WITHOUT_RULE, WITHOUT_TERM, of_weights
from tests.matcher.some_problems import plan_of

#: Problems to look through, and cases each rule and term must have among them.
SEEDS, CASES = range(2000), 2


def solved(of: Problem) -> Plan:
    return solve(of, Effort(seconds=10))


@cache
def best(seed: int) -> Plan:
    """Of a problem as it stands: every rule and term is compared with it."""
    return solved(tiny(seed))


def decides(name: str, seed: int) -> bool:
    """Whether the best score is higher without the rule."""
    as_it_stands = tiny(seed)
    of, free = as_it_stands, WITHOUT_RULE[name](as_it_stands)
    if name == "capacity":
        of = of_weights(balance=0)(of)
    if name == "contract":
        of = of_weights(fit=0)(of).model_copy(update={"natures": {}})
        free = of_weights(fit=0)(free)
    if of == free:
        return False
    with_rule, without = best(seed) if of is as_it_stands else solved(of), solved(free)
    return with_rule.status is Status.OPTIMAL and with_rule.score < without.score


def chooses(name: str, seed: int) -> bool:
    """Whether the best plan of a problem without the term is not the best with it."""
    of, free = tiny(seed), WITHOUT_TERM[name](tiny(seed))
    if of == free:
        return False
    chosen, other = best(seed), solved(free)
    return chosen.status is Status.OPTIMAL and terms(of, other.assignments).score < chosen.score


def cases(question: Any, name: str) -> int:
    """How many problems say yes, up to CASES."""
    found = 0
    for seed in SEEDS:
        found += question(name, seed)
        if found == CASES:
            break
    return found


def test_no_rule_or_term_is_left_out() -> None:
    assert {rule.__name__ for rule in RULES} == {*WITHOUT_RULE, "demand"}
    assert {term.__name__ for term in TERMS} == set(WITHOUT_TERM)


@pytest.mark.parametrize("rule", WITHOUT_RULE)
def test_every_rule_decides_the_best_plan_of_some_tiny_problems(rule: str) -> None:
    assert cases(decides, rule) == CASES


@pytest.mark.parametrize("term", WITHOUT_TERM)
def test_every_term_decides_the_best_plan_of_some_tiny_problems(term: str) -> None:
    assert cases(chooses, term) == CASES


def test_demand_stops_people_who_have_more_hours_in_some_tiny_problems() -> None:
    found = 0
    for seed in SEEDS:
        of, plan = tiny(seed), best(seed)
        for a in plan.assignments:
            for month, hours in a.hours.items():
                more = a.model_copy(update={"hours": a.hours | {month: hours + 1}})
                made = tuple(more if other is a else other for other in plan.assignments)
                told = faults(of, plan_of(of, made))
                found += bool(told) and all("asks for" in fault for fault in told)
        if found >= CASES:
            break
    assert found >= CASES


def test_a_problem_has_one_best_score_whoever_counts() -> None:
    from tests.matcher.brute import best_score

    of = problem([talent(free=3)], [line(asks=2, value=10)], block=1, months=("2026-07", "2026-08"))

    assert best_score(of) == solved(of).score
