"""Scenarios beside the live plan: the same yardstick, checked plans, and more is never less."""

import threading
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.building.problem_builder import build_problem
from matcher.check import faults, terms
from matcher.plan import Plan, Status
from matcher.planning.settle_matches import match_changes
from matcher.roster.greedy import greedy
from matcher.whatif import Add, Drop, MoreHours, Scenario, SetWeights, Vacant
from matcher.whatif import compare as comparing  # the module
from matcher.whatif.apply import apply
from matcher.whatif.compare import compare
from models.errors import Mistake
from tests import make
from tests.make import FIRST, MATSUMOTO, MONTHS, SAKU
from tests.matcher.brute import best_score
from tests.saying import refused
from tests.wording.said import said

NOTHING = Scenario(name="nothing")


class Greedy:
    """Plans in milliseconds, the same each time."""

    def __init__(self) -> None:
        self.asked = []  # type: ignore[var-annotated]

    async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
        self.asked.append(problem)
        return plan_of(problem, greedy(problem, start))


def plan_of(problem: Any, assignments: Any) -> Plan:
    earned = terms(problem, assignments)
    return Plan(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method="greedy",
        assignments=tuple(assignments),
        terms=earned,
        score=earned.score,
    )


def some_pool(**more: Any) -> Any:
    """Two municipalities, one engineer with hours for one of them."""
    asked = make.line(hours=make.hours(100, MONTHS[:3]))
    return make.snapshot(
        [
            make.request("R-1", asked, urgency=3),
            make.request("R-2", asked, municipalities=(MATSUMOTO,)),
        ],
        [make.talent(capacity=make.hours(100, MONTHS[:3]))],
        **more,
    )


async def lived(snapshot: Any) -> Any:
    """The pool after its plan was kept, and that plan."""
    built = build_problem(snapshot, FIRST)
    plan = plan_of(built.problem, greedy(built.problem))
    matches = [after for _, after in match_changes(snapshot, built, plan) if after.live]
    return make.snapshot(snapshot.requests, snapshot.talents, matches), plan


async def compared(snapshot: Any, live: Any, *scenarios: Any, solver: Any = None) -> Any:
    return await compare(
        snapshot, live, scenarios, solver=solver or Greedy(), first_month=FIRST, seconds=1
    )


async def test_the_empty_scenario_is_no_worse_than_the_live_plan_and_moves_nothing() -> None:
    snapshot, plan = await lived(some_pool())

    found = await compared(snapshot, plan, NOTHING)

    [same] = found.outcomes
    assert found.is_current
    assert same.plan.score >= found.live.plan.score
    assert same.moved.changes == ()
    assert same.added == 0


async def test_hours_added_serve_more_and_are_the_cost() -> None:
    snapshot, plan = await lived(some_pool())
    more = Scenario(
        name="more", changes=(MoreHours(talent_id="T-1", hours=100, months=MONTHS[:3]),)
    )

    found = await compared(snapshot, plan, more)

    [outcome] = found.outcomes
    assert (found.live.measures.served, outcome.measures.served) == (300, 600)
    assert (found.live.measures.municipalities, outcome.measures.municipalities) == (1, 2)
    assert (found.live.measures.in_tier, outcome.measures.in_tier) == (1, 2)
    assert (found.live.measures.unmet_lines, outcome.measures.unmet_lines) == (1, 0)
    assert outcome.added == 300
    assert [change.kind for change in outcome.moved.changes] == ["new"]
    assert outcome.plan.score > found.live.plan.score


async def test_a_few_hours_reach_a_municipality_and_not_its_first_tier() -> None:
    snapshot, plan = await lived(some_pool())
    loose = make.request(
        "R-3", make.line(hours=make.hours(100, MONTHS[3:4]), minimum_percent=0), pm_in_place=True
    )
    other = loose.model_copy(update={"municipalities": ("202045",)})
    more = MoreHours(talent_id="T-1", hours=49, months=MONTHS[3:4])

    [outcome] = (
        await compared(snapshot, plan, Scenario(name="few", changes=(Add(request=other), more)))
    ).outcomes

    assert (outcome.measures.municipalities, outcome.measures.in_tier) == (2, 1)
    assert outcome.measures.asking == 3


async def test_every_plan_is_explained_and_passes_the_check() -> None:
    snapshot, plan = await lived(some_pool())

    found = await compared(
        snapshot, plan, NOTHING, Scenario(name="-", changes=(Drop(request_id="R-1"),))
    )

    for outcome in (found.live, *found.outcomes):
        assert faults(outcome.problem, outcome.plan) == []
        assert len(outcome.plan.why) == len(outcome.plan.assignments)
    assert said(found.live.plan.unmet[0])


async def test_roles_are_counted_by_people_and_hours() -> None:
    snapshot, plan = await lived(some_pool())
    hire = Scenario(name="hire", changes=(Vacant(role="engineer", hours=100),))

    [outcome] = (await compared(snapshot, plan, hire)).outcomes

    engineers = outcome.measures.roles[-1]
    assert (engineers.role, engineers.people, engineers.served, engineers.asked) == (
        "engineer",
        2,
        600,
        600,
    )


async def test_scores_of_other_weights_do_not_compare() -> None:
    snapshot, plan = await lived(some_pool())
    weighted = Scenario(name="w", changes=(SetWeights(weights={"coverage": 100}),))

    [outcome] = (await compared(snapshot, plan, weighted)).outcomes

    assert not outcome.same_weights


async def test_the_prefecture_itself_is_no_municipality() -> None:
    snapshot, plan = await lived(some_pool())
    own = make.request(
        "R-3", make.line(hours=make.hours(100, MONTHS[3:4])), municipalities=("200000",)
    )
    more = MoreHours(talent_id="T-1", hours=100, months=MONTHS[3:4])

    [outcome] = (
        await compared(snapshot, plan, Scenario(name="own", changes=(Add(request=own), more)))
    ).outcomes

    assert outcome.measures.served == 400
    assert outcome.measures.municipalities == 1


async def test_where_the_facts_have_moved_on_the_pool_is_planned_as_it_is_now() -> None:
    snapshot, plan = await lived(some_pool())
    solver = Greedy()

    old = plan.model_copy(update={"version": plan.version - 1})
    found = await compared(snapshot, old, NOTHING, solver=solver)
    none = await compared(snapshot, None, NOTHING)

    gone = make.snapshot(snapshot.requests[1:], snapshot.talents)
    without = await compared(gone, old, NOTHING)

    assert not found.is_current
    assert not without.is_current
    assert len(solver.asked) == 2
    assert found.live.plan.version == snapshot.version
    assert none.live.measures == found.live.measures


async def test_a_mistake_is_said_before_anything_is_solved() -> None:
    snapshot, plan = await lived(some_pool())
    solver = Greedy()

    with refused(Mistake, match="R-9"):
        await compared(
            snapshot,
            plan,
            NOTHING,
            Scenario(name="x", changes=(Drop(request_id="R-9"),)),
            solver=solver,
        )
    with refused(Mistake, match="4"):
        await compared(snapshot, plan, *[NOTHING] * 5, solver=solver)

    assert solver.asked == []


amounts = st.integers(min_value=0, max_value=3)


@settings(max_examples=40, deadline=None)
@given(
    asked=st.tuples(*[st.integers(min_value=1, max_value=3)] * 2),
    free=st.tuples(amounts, amounts),
    more=st.integers(min_value=1, max_value=2),
    at_once=st.integers(min_value=1, max_value=2),
)
def test_more_hours_never_lower_the_best_score(
    asked: Any, free: Any, more: Any, at_once: Any
) -> None:
    pool = make.snapshot(
        [
            make.request("R-1", make.line(hours=make.hours(asked[0]))),
            make.request(
                "R-2",
                make.line(hours=make.hours(asked[1]), people=2),
                municipalities=(SAKU, MATSUMOTO),
            ),
        ],
        [
            make.talent("T-1", capacity=make.hours(free[0]), municipalities_at_once=at_once),
            make.talent("T-2", capacity=make.hours(free[1])),
        ],
        block=1,
        weights={"setup": 100},
    )
    richer = apply(pool, MoreHours(talent_id="T-1", hours=more, months=(FIRST,)), FIRST)

    before, after = (best_score(build_problem(each, FIRST).problem) for each in (pool, richer))

    assert after >= before  # type: ignore[operator]


async def test_nobody_elses_page_waits_while_a_pool_is_compared(monkeypatch: Any) -> None:
    """What takes a large pool a second each goes on beside the event loop."""
    here, on_loop = threading.get_ident(), set()

    def beside(name: str) -> Any:
        work = getattr(comparing, name)

        def noted(*given: Any, **more: Any) -> Any:
            if threading.get_ident() == here:
                on_loop.add(name)
            return work(*given, **more)

        return noted

    for name in ("applied", "build_problem", "_restated", "measure", "faults", "explain"):
        monkeypatch.setattr(comparing, name, beside(name))
    snapshot, plan = await lived(some_pool())

    await compared(snapshot, plan, NOTHING)

    assert on_loop == set()
