"""Every claim that a change is enough is made good by serving the line anew, from scratch."""

from collections import Counter
from itertools import chain, combinations

import pytest

from matcher.explain import explain
from matcher.plan import Enough, Plan
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from tests.matcher.explain.served_anew import apply, line_of, serve
from tests.matcher.some_problems import plan_of, some_problem

SEEDS = range(220)


@pytest.fixture(scope="module")
def explained() -> list[tuple[Problem, Plan]]:
    problems = [some_problem(seed) for seed in SEEDS]
    return [(p, explain(p, plan_of(p, greedy(p)))) for p in problems]


def test_every_claim_holds_with_the_rest_of_the_plan_frozen(
    explained: list[tuple[Problem, Plan]],
) -> None:
    kinds: Counter[str] = Counter()
    for problem, plan in explained:
        for unmet in plan.unmet:
            for claim in unmet.enough:
                assert holds(problem, plan, unmet.line_id, claim), (unmet.line_id, claim)
                kinds[claim.kind] += 1
    assert sum(kinds.values()) > 800
    assert len(kinds) == 12, f"the problems no longer show every kind of change: {kinds}"


def test_a_line_with_a_claim_could_not_be_served_without_a_change(
    explained: list[tuple[Problem, Plan]],
) -> None:
    for problem, plan in explained:
        for unmet in plan.unmet:
            if unmet.enough and line_of(problem, unmet.line_id).people < 3:
                stay = without(problem, plan, unmet.line_id)
                assert serve(problem, stay, unmet.line_id) is None, unmet


def test_less_capacity_than_claimed_by_a_block_is_not_enough(
    explained: list[tuple[Problem, Plan]],
) -> None:
    tried = 0
    for problem, plan in explained:
        for unmet in plan.unmet:
            line = line_of(problem, unmet.line_id)
            for claim in unmet.enough:
                if claim.kind == "hours" and line.people == 1:
                    less = {m: h - max(1, problem.block) for m, h in claim.hours.items()}
                    smaller = claim.model_copy(update={"hours": less})
                    assert not holds_for(problem, plan, unmet.line_id, smaller)
                    tried += 1
    assert tried > 40


def test_changes_come_smallest_first_and_one_of_a_kind(
    explained: list[tuple[Problem, Plan]],
) -> None:
    for problem, plan in explained:
        for unmet in plan.unmet:
            kinds = [claim.kind for claim in unmet.enough]
            assert len(kinds) == len(set(kinds)) <= 3
            assert "talent" not in kinds[:-1], "hiring is the last resort"
            for claim in unmet.enough:
                assert claim.covers == line_of(problem, unmet.line_id).asked


def holds(problem: Problem, plan: Plan, line_id: str, claim: Enough) -> bool:
    """Whether the line can be served whole, any of its own people leaving or staying."""
    pins = {pin.pair for pin in problem.pins}
    own = [a for a in plan.assignments if a.line_id == line_id and a.pair not in pins]
    kept_sets = chain.from_iterable(combinations(own, n) for n in range(len(own) + 1))
    for kept in kept_sets:
        stay = [*without(problem, plan, line_id), *kept]
        if serve(*apply(problem, stay, line_id, claim), line_id) is not None:
            return True
    return False


def holds_for(problem: Problem, plan: Plan, line_id: str, claim: Enough) -> bool:
    """Whether the talent of the claim can serve the line whole, alone."""
    changed, stay = apply(problem, without(problem, plan, line_id), line_id, claim)
    others = {a.talent_id for a in stay}
    alone = changed.model_copy(
        update={
            "talents": tuple(
                t if t.talent_id == claim.talent_id else t.model_copy(update={"roles": ()})
                for t in changed.talents
                if t.talent_id in others | {claim.talent_id}
            )
        }
    )
    made = serve(changed, stay, line_id)
    return (
        any(a.line_id == line_id and a.talent_id == claim.talent_id for a in made or ())
        and serve(alone, [a for a in stay if a.talent_id == claim.talent_id], line_id) is not None
    )


def without(problem: Problem, plan: Plan, line_id: str) -> list[Assignment]:
    pins = {pin.pair for pin in problem.pins}
    return [a for a in plan.assignments if a.line_id != line_id or a.pair in pins]
