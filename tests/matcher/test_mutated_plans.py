"""Good plans, each spoiled in one place: the checker refuses every one."""

from random import Random

import pytest

from matcher.check import faults, terms
from matcher.plan import Plan
from matcher.problem import Assignment, Problem
from matcher.solve import Effort, solve
from tests.matcher.pools import pool

OF = pool(5, requests=12)
GOOD = solve(OF, Effort(seconds=5))


def _honest(assignments: tuple[Assignment, ...]) -> Plan:
    """Claims what it earns, so that only the broken rule can give it away."""
    earned = terms(OF, assignments)
    change = {"assignments": assignments, "terms": earned, "score": earned.score, "bound": None}
    return GOOD.model_copy(update=change | {"status": "feasible"})


def _replaced(at: int, **change: object) -> Plan:
    made = list(GOOD.assignments)
    made[at] = made[at].model_copy(update=change)
    return _honest(tuple(made))


def _too_many_hours(problem: Problem, random: Random) -> Plan:
    at = random.randrange(len(GOOD.assignments))
    a = GOOD.assignments[at]
    line = next(ln for ln in problem.lines if ln.line_id == a.line_id)
    month = random.choice(sorted(a.hours))
    return _replaced(at, hours=a.hours | {month: line.hours[month] + random.randint(1, 9)})


def _below_the_block(problem: Problem, random: Random) -> Plan:
    at = random.randrange(len(GOOD.assignments))
    hours = GOOD.assignments[at].hours
    month = random.choice(sorted(hours))
    return _replaced(at, hours=hours | {month: random.randint(1, problem.block - 1)})


def _wrong_person(problem: Problem, random: Random) -> Plan:
    at = random.randrange(len(GOOD.assignments))
    line = next(ln for ln in problem.lines if ln.line_id == GOOD.assignments[at].line_id)
    wrong = [t.talent_id for t in problem.talents if line.role not in t.roles]
    return _replaced(at, talent_id=random.choice(wrong))


def _below_the_minimum(problem: Problem, random: Random) -> Plan:
    at = random.randrange(len(GOOD.assignments))
    a = GOOD.assignments[at]
    line = next(ln for ln in problem.lines if ln.line_id == a.line_id)
    if line.people > 1:
        return _wrong_person(problem, random)
    month = min(a.hours, key=lambda m: a.hours[m])
    kept = {month: min(a.hours[month], line.minimum - 1)}
    return _replaced(at, hours=kept)


def _padded_score(problem: Problem, random: Random) -> Plan:
    return GOOD.model_copy(update={"score": GOOD.score + random.randint(1, 50)})


@pytest.mark.parametrize(
    "spoil",
    [_too_many_hours, _below_the_block, _wrong_person, _below_the_minimum, _padded_score],
)
def test_a_spoiled_plan_is_refused(spoil):
    assert faults(OF, GOOD) == []
    for seed in range(200):
        bad = spoil(OF, Random(seed))

        assert faults(OF, bad), f"seed {seed}"
