"""What is said to be enough is enough when the whole pool is planned again with it."""

from collections import Counter
from dataclasses import replace

import pytest

from matcher.building.problem_builder import build_problem
from matcher.explain import explain
from matcher.plan import Enough, Plan
from matcher.problem import Bar, Previous, Problem
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from matcher.roster.greedy import greedy
from matcher.solving.solve import Effort, solve
from models.ids import TalentId
from producers import demo
from tests import make
from tests.matcher.explain.served_anew import apply, line_of
from tests.matcher.make_problem import JUL, line, plan, problem, talent, works
from tests.matcher.some_problems import some_problem
from tests.wording.said import said

SEEDS = range(50)


@pytest.fixture(scope="module")
def planned() -> list[tuple[Problem, Plan]]:
    problems = [some_problem(seed, requests=6) for seed in SEEDS]
    return [(some, explain(some, solve(some, Effort(seconds=0.4)))) for some in problems]


def test_a_change_serves_its_line_when_its_condition_is_followed(
    planned: list[tuple[Problem, Plan]],
) -> None:
    """The whole pool is planned again by what answers a changed pool, the condition followed."""
    kinds: Counter[str] = Counter()
    for some, made in planned:
        for unmet in made.unmet:
            for change in unmet.enough:
                before = standing(some, made, unmet.line_id, change)
                after, _ = apply(before, made.assignments, unmet.line_id, change)
                if change.if_kept and change.kind == "talent":
                    after = kept(after, "somebody", unmet.line_id)
                found = ProblemDiff(before, after)
                followed = repair_plan(found, made.assignments, (*after.pins, *after.previous))
                if followed is None or found.settings_changed or change.kind == "pm_line":
                    continue
                if change.kind == "talent" and change.line_id:
                    continue  # the PM comes first, and is planned before the other comes
                served = [a for a in followed.plan.assignments if a.line_id == unmet.line_id]
                asked = line_of(some, unmet.line_id).asked
                assert sum(a.total for a in served) == asked, (unmet.line_id, change)
                kinds[condition(change)] += 1
    assert min(kinds[each] for each in ("none", "held", "kept")) > 5, kinds


def condition(change: Enough) -> str:
    """Which condition a change has."""
    return "held" if change.held else "kept" if change.if_kept else "none"


def standing(some: Problem, made: Plan, line_id: str, change: Enough) -> Problem:
    """The problem after the plan, with the condition of the change followed."""
    held = {(each.line_id, each.talent_id) for each in change.held}
    pinned = {pin.pair for pin in some.pins}
    if change.if_kept:
        # Kept for the line: whoever serves it does what they do now, and nothing else.
        who = {change.talent_id} if change.talent_id else set()
        held |= {
            a.pair for a in made.assignments if a.talent_id in who and a.line_id != line_id
        } - pinned
    if change.if_kept and change.talent_id:
        some = kept(some, change.talent_id, line_id)
    return some.model_copy(
        update={
            "previous": tuple(
                Previous.model_construct(**a.model_dump(), seen=False)
                for a in made.assignments
                if a.pair not in pinned | held
            ),
            "pins": (*some.pins, *(a for a in made.assignments if a.pair in held)),
        }
    )


def kept(some: Problem, talent_id: str, line_id: str) -> Problem:
    """The problem in which the talent comes to no other line."""
    bars = tuple(
        Bar(line_id=ln.line_id, talent_id=TalentId(talent_id))
        for ln in some.lines
        if ln.line_id != line_id
    )
    return some.model_copy(update={"bars": (*some.bars, *bars)})


def test_the_sample_pool_keeps_what_its_explanations_promise() -> None:
    """Each change of the sample pool made, one at a time, and the pool planned again with it."""
    pool = make.snapshot(demo.requests("20", make.FIRST), demo.talents("20", make.FIRST))
    pool = replace(pool, settings=demo.settings("20"))
    some = build_problem(pool, make.FIRST).problem
    made = explain(some, plan(some, *greedy(some)))
    kinds: Counter[str] = Counter()
    for unmet in made.unmet:
        for change in unmet.enough:
            if change.if_kept or change.kind in {"nature", "pm_line"} or change.line_id:
                continue
            before = standing(some, made, unmet.line_id, change)
            after, _ = apply(before, made.assignments, unmet.line_id, change)
            followed = repair_plan(
                ProblemDiff(before, after), made.assignments, (*after.pins, *after.previous)
            )
            assert followed is not None
            left = sum(a.total for a in followed.plan.assignments if a.line_id == unmet.line_id)
            assert left == line_of(some, unmet.line_id).asked, (unmet.line_id, change)
            kinds[condition(change)] += 1
    assert kinds["none"] > 3, kinds
    assert kinds["held"] > 0, kinds


def test_hours_that_would_go_elsewhere_are_not_said_to_be_enough() -> None:
    some = problem(
        [talent(free={JUL: 40})],
        [line("R1/1", asks={JUL: 60}, value=170), line("R2/1", asks={JUL: 8})],
    )
    made = plan(some, works("R1/1", "aya", 40))

    first, second = explain(some, made).unmet

    assert first.enough[0].hours == {JUL: 20}
    assert condition(first.enough[0]) == "none"
    hours = second.enough[0]
    assert [(each.line_id, each.talent_id) for each in hours.held] == [("R1/1", "aya")]
    assert said(hours) == (
        "いまの割当（aya の R1/1）を固定したうえで、aya の2026年7月の稼働を2時間増やせば足ります。"
    )
    assert said(hours, "en") == (
        "With what stands now pinned first (aya on R1/1):"
        " 2 h in 2026-07 more of aya would be enough."
    )


def test_hours_that_nothing_can_hold_say_that_they_must_be_kept() -> None:
    some = problem(
        [talent(free={JUL: 0})],
        [
            line("R1/1", asks={JUL: 60}, value=170, minimum_percent=0),
            line("R2/1", asks={JUL: 8}),
        ],
    )

    _, second = explain(some, plan(some)).unmet

    hours = second.enough[0]
    assert (hours.kind, condition(hours)) == ("hours", "kept")
    assert said(hours) == (
        "その時間をほかの枠に回さずこの枠に充てるなら、"
        "aya の2026年7月の稼働を2時間増やせば足ります。"
    )
    assert said(hours, "en").startswith("If the hours are kept for this line: 2 h in 2026-07 more")
