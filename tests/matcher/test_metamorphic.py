"""What must not change the best score, and in which direction other changes may move it."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest

from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Problem
from matcher.rules import RULES
from matcher.solving.solve import Effort, solve
from tests.matcher.brute import tiny
from tests.matcher.make_problem import UEDA, line, problem, talent, works
from tests.matcher.other_words import alone, later, renamed, shuffled, times
from tests.matcher.seeds import seeds
from tests.matcher.some_problems import some_problem
from tests.matcher.stricter import STRICTER

#: Tiny problems, and larger ones with more of everything.
PROBLEMS = [*map(tiny, seeds(16, 1000)), *map(some_problem, seeds(9, 1000))]
NUMBERED = list(enumerate(PROBLEMS))


def best(of: Problem) -> Plan:
    plan = solve(of, Effort(seconds=20))
    assert plan.status in (Status.OPTIMAL, Status.INFEASIBLE)
    return plan


@cache
def best_at(at: int) -> Plan:
    """Of one of the problems as it stands: every test compares with it."""
    return best(PROBLEMS[at])


def score(of: Problem | Plan) -> float:
    """Of the best plan; less than any where there is none."""
    plan = of if isinstance(of, Plan) else best(of)
    return plan.score if plan.status is Status.OPTIMAL else float("-inf")


@pytest.mark.parametrize(
    "said",
    [
        shuffled,
        renamed,
        lambda of, random: later(of, random.choice((-3, 1, 5))),
        lambda of, random: alone(of),
    ],
    ids=["order", "names", "years later", "joint requests alone"],
)
def test_the_same_in_other_words_has_the_same_best_score(said: Callable[..., Any]) -> None:
    for at, of in NUMBERED:
        assert score(said(of, Random(at))) == score(best_at(at)), f"problem {at}"


@pytest.mark.parametrize("factor", [3, 7])
def test_points_so_many_times_as_much_keep_the_plan(factor: int) -> None:
    for at, of in NUMBERED:
        scaled = times(of, factor)
        plan, again = best_at(at), best(scaled)

        assert again.score == factor * plan.score, f"problem {at}"
        assert terms(scaled, plan.assignments).score == again.score
        assert terms(of, again.assignments).score == plan.score


def test_one_more_talent_never_lowers_the_best_score() -> None:
    # Every plan from before is a plan still, and has the points it had: who is not planned is
    # within every limit, and no term counts them.
    gained = 0
    for at, of in NUMBERED:
        newcomer = (
            tiny(at + 5000)
            .talents[0]
            .model_copy(update={"talent_id": "new", "capacity": dict.fromkeys(of.months, 6)})
        )

        after = score(of.model_copy(update={"talents": (*of.talents, newcomer)}))

        assert after >= score(best_at(at)), f"problem {at}"
        gained += after > score(best_at(at))
    assert gained > 3


@pytest.mark.parametrize("stricter", STRICTER)
def test_one_thing_more_forbidden_never_raises_the_best_score(stricter: str) -> None:
    lost = 0
    for at, of in NUMBERED:
        after = score(STRICTER[stricter](of, Random(f"{stricter} {at}")))

        assert after <= score(best_at(at)), f"problem {at}"
        lost += after < score(best_at(at))
    assert lost, "it never mattered"


def test_every_rule_that_can_be_made_stricter_is() -> None:
    named = {name.partition(":")[0] for name in STRICTER}

    # Less demand is another problem: its minimum and its first tier are smaller.
    assert named == {rule.__name__ for rule in RULES} - {"demand"}


def test_agreeing_on_a_part_of_the_best_plan_never_lowers_the_best_score() -> None:
    # Only never lower: an agreed pair is exempt from rules, and so may be those beside it.
    for at, of in NUMBERED:
        pinned, random = {pin.pair for pin in of.pins}, Random(at)
        free = [a for a in best_at(at).assignments if a.pair not in pinned]
        agreed: list[Assignment] = [a for a in free if random.random() < 0.5]

        after = score(of.model_copy(update={"pins": (*of.pins, *agreed)}))

        assert after >= score(best_at(at)), f"problem {at}"


def test_what_the_best_plan_does_not_use_may_go() -> None:
    for at, of in NUMBERED:
        busy = {a.talent_id for a in best_at(at).assignments}
        named = {x.talent_id for x in (*of.pins, *of.previous, *of.pairs, *of.bars)}  # type: ignore[attr-defined]
        left = tuple(t for t in of.talents if t.talent_id in busy | named)

        assert score(of.model_copy(update={"talents": left})) == score(best_at(at)), f"problem {at}"


def test_the_municipalities_of_a_joint_request_are_one_place_in_any_order() -> None:
    there, back = line("R1/1", municipalities=("202029", UEDA)), ("R2/1", (UEDA, "202029"))
    both = [there, line(back[0], municipalities=back[1])]
    of = problem([talent(municipalities_at_once=1)], both)

    plan = best(of)

    assert {a.pair for a in plan.assignments} == {("R1/1", "aya"), ("R2/1", "aya")}
    assert plan.assignments == (works("R1/1", "aya", 20, 20), works("R2/1", "aya", 20, 20))
