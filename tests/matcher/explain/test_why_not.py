"""Why not somebody else: each claim against every other plan there is for the line."""

from collections import Counter
from itertools import product

import pytest

from matcher.check import faults, terms
from matcher.explain import why_not
from matcher.plan import Against, Plan, WhyNot
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from matcher.roster.greedy import greedy
from models.entities import Role
from models.months import Month
from tests.matcher.explain.served_anew import last_month, line_of
from tests.matcher.explain.test_funnel import slow_losses
from tests.matcher.some_problems import plan_of, some_problem

SEEDS = range(36)
Made = list[Assignment]


@pytest.fixture(scope="module")
def told() -> list[tuple[Problem, Plan, Assignment, WhyNot]]:
    """Everything said of anybody who does not serve a line."""
    found = []
    for seed in SEEDS:
        some = some_problem(seed, requests=5, talents=5, months=2, scale=2)
        some = some if seed % 2 else crowded(some)
        made = plan_of(some, greedy(some))
        for each in made.assignments:
            why = why_not(some, made, *each.pair)
            found += [(some, made, each, other) for other in why.why_not]
    return found


def crowded(some: Problem) -> Problem:
    """The same with people who may do anything, so that only their other work stands in the way."""
    return some.model_copy(
        update={
            "natures": {},
            "training_required": False,
            "lines": tuple(ln.model_copy(update={"skills": {}, "people": 1}) for ln in some.lines),
            "talents": tuple(
                t.model_copy(
                    update={"roles": tuple(Role), "employer": None, "municipalities_at_once": 1}
                )
                for t in some.talents
            ),
        }
    )


def test_every_kind_is_told(told: list[tuple[Problem, Plan, Assignment, WhyNot]]) -> None:
    kinds = Counter(other.kind for *_, other in told)
    # Those that chance seldom shows have tests of their own.
    assert set(kinds) >= set(Against) - {Against.APART, Against.BETTER, Against.EQUAL}
    assert any(other.displaced for *_, other in told)


def test_who_could_come_costs_what_inserting_them_costs(
    told: list[tuple[Problem, Plan, Assignment, WhyNot]],
) -> None:
    for some, made, each, other in told:
        best = best_with(some, [a for a in made.assignments if a is not each], each, other)
        if other.kind in (Against.COSTS, Against.EQUAL, Against.BETTER):
            assert best is not None
            assert other.loss == made.score - best
            sign = (other.loss > 0) - (other.loss < 0)
            assert other.kind == {1: Against.COSTS, 0: Against.EQUAL, -1: Against.BETTER}[sign]
            assert other.terms is not None
            assert other.terms.score == other.loss
        else:
            assert best is None, other


def test_who_fails_a_condition_fails_just_those(
    told: list[tuple[Problem, Plan, Assignment, WhyNot]],
) -> None:
    for some, made, each, other in told:
        asked, of = line_of(some, each.line_id), talent_of(some, other)
        failed = slow_losses(some, made, asked, of) - {"hours", "places", "exclusive"}
        if other.kind is Against.CONDITION:
            assert set(other.rules) == failed or (other.rules == ("hours",) and not failed)
        else:
            assert not failed


def test_who_is_busy_is_busy_in_the_months_named(
    told: list[tuple[Problem, Plan, Assignment, WhyNot]],
) -> None:
    for some, made, each, other in told:
        rest = [a for a in made.assignments if a is not each]
        asked, of = line_of(some, each.line_id), talent_of(some, other)
        if other.kind is Against.MONTHS:
            assert set(other.months) == {
                m for m in usable_months(some, asked, of) if left_of(rest, asked, m)
            }
            assert other.reach is not None
            assert other.needs is not None
            assert sum(left_of(rest, asked, m) for m in other.months) >= other.reach
            assert other.reach < other.needs
        elif other.kind is Against.FULL:
            assert other.months
            room = {m: free_hours(some, rest, asked, of, m) for m in asked.hours}
            least = {m: max(1, min(some.block, h)) for m, h in asked.hours.items()}
            given = {m: left_of(rest, asked, m) for m in asked.hours}
            usable = usable_months(some, asked, of)
            reach = {m: min(room[Month(m)], given[Month(m)]) for m in usable}
            assert other.reach == sum(h for m, h in reach.items() if h >= least[Month(m)])
            assert other.needs is not None
            assert other.reach < other.needs
            assert set(other.months) == {
                m
                for m in usable
                if given[Month(m)] and room[Month(m)] < given[m]  # type: ignore[index]
            }
        elif other.kind is Against.PLACES:
            assert other.months
            for month in other.months:
                places = places_of(some, rest, of, month)
                assert asked.municipalities not in places
                assert len(places) >= of.municipalities_at_once
        elif other.kind is Against.EXCLUSIVE:
            assert other.months
            alone = {ln.line_id for ln in some.lines if ln.exclusive}
            for month in other.months:
                mine = {a.line_id for a in rest if a.talent_id == of.talent_id and month in a.hours}
                assert mine
                assert asked.exclusive or mine & alone


def test_the_line_they_would_leave_is_the_one_that_costs_least(
    told: list[tuple[Problem, Plan, Assignment, WhyNot]],
) -> None:
    tried = 0
    for some, made, each, other in told:
        if other.kind not in (Against.FULL, Against.PLACES, Against.EXCLUSIVE):
            continue
        pins = {pin.pair for pin in some.pins}
        rest = [a for a in made.assignments if a is not each]
        mine = [a for a in rest if a.talent_id == other.talent_id and a.pair not in pins]
        scores = {
            gone.line_id: best
            for gone in mine
            if (best := best_with(some, [a for a in rest if a is not gone], each, other))
            is not None
        }
        if other.displaced is None:
            assert other.loss is None
            assert not scores
        else:
            assert other.loss == made.score - max(scores.values())
            assert scores[other.displaced] == max(scores.values())
            tried += 1
    assert tried > 10


def best_with(some: Problem, rest: Made, each: Assignment, other: WhyNot) -> int | None:
    """The highest score with the other on the line; None where they cannot be."""
    asked = line_of(some, each.line_id)
    scores = []
    for row in product(*(range(asked.hours.get(m, 0) + 1) for m in some.months)):
        if hours := {m: h for m, h in zip(some.months, row, strict=True) if h}:
            one = Assignment(line_id=each.line_id, talent_id=other.talent_id, hours=hours)
            made = (*rest, one)
            if not faults(some, plan_of(some, made)):
                scores.append(terms(some, made).score)
    return max(scores, default=None)


def talent_of(some: Problem, other: WhyNot) -> ProblemTalent:
    return next(t for t in some.talents if t.talent_id == other.talent_id)


def usable_months(some: Problem, asked: Line, of: ProblemTalent) -> list[str]:
    closed = {
        month
        for bar in some.bars
        if (bar.line_id, bar.talent_id) == (asked.line_id, of.talent_id)
        for month in bar.months or some.months
    }
    return [
        month
        for month, hours in asked.hours.items()
        if hours
        and month not in closed
        and of.contract_from <= month <= last_month(of)
        and (not some.training_required or (of.trained_from or "9999-12") <= month)
    ]


def free_hours(some: Problem, rest: Made, asked: Line, of: ProblemTalent, month: str) -> int:
    lost = {(p.line_id, p.talent_id): p.overhead for p in some.pairs}
    mine = [a for a in rest if a.talent_id == of.talent_id and month in a.hours]
    used = sum(a.hours[month] + lost.get(a.pair, {}).get(month, 0) for a in mine)  # type: ignore[index,call-overload]
    used += lost.get((asked.line_id, of.talent_id), {}).get(month, 0)  # type: ignore[call-overload]
    return max(0, of.capacity.get(month, 0) - of.overhead) - used  # type: ignore[call-overload,no-any-return]


def left_of(rest: Made, asked: Line, month: str) -> int:
    given = sum(a.hours.get(month, 0) for a in rest if a.line_id == asked.line_id)  # type: ignore[call-overload]
    return asked.hours[month] - given  # type: ignore[index]


def places_of(some: Problem, rest: Made, of: ProblemTalent, month: str) -> set[tuple[str, ...]]:
    return {
        line_of(some, a.line_id).municipalities
        for a in rest
        if a.talent_id == of.talent_id and month in a.hours
    }
