"""The funnel's numbers, counted a second time from nothing but the problem and the plan."""

from itertools import product

import pytest

from matcher.explain import explain
from matcher.plan import Cause, Plan
from matcher.problem import Line, Problem, ProblemTalent
from matcher.roster.greedy import greedy
from tests.matcher.explain.served_anew import last_month, line_of
from tests.matcher.explain.test_enough_holds import without
from tests.matcher.make_problem import (
    AUG,
    JUL,
    MATSUMOTO,
    UEDA,
    bar,
    line,
    plan,
    problem,
    talent,
    works,
)
from tests.matcher.some_problems import plan_of, some_problem

RULES = (
    "role", "skill", "nature", "contract", "training", "excluded", "conflict", "declined", "hours",
    "places", "exclusive",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(80))
def test_the_funnel_counts_what_a_slow_count_counts(seed: int) -> None:
    some = some_problem(seed)
    made = plan_of(some, greedy(some))
    for unmet in explain(some, made).unmet:
        asked = line_of(some, unmet.line_id)
        pinned = {pin.talent_id for pin in some.pins if pin.line_id == asked.line_id}
        left = [t for t in some.talents if t.talent_id not in pinned]
        lost = {t.talent_id: slow_losses(some, made, asked, t) for t in left}
        for row, rule in zip(unmet.funnel, RULES, strict=True):
            stay = [t for t in left if rule not in lost[t.talent_id]]
            assert (row.rule, row.left, row.lost) == (rule, len(stay), len(left) - len(stay))
            assert set(row.only_here) == {name for name, rules in lost.items() if rules == {rule}}
            left = stay


def slow_losses(some: Problem, made: Plan, asked: Line, of: ProblemTalent) -> set[str]:
    stay = without(some, made, asked.line_id)
    bars = [b for b in some.bars if (b.line_id, b.talent_id) == (asked.line_id, of.talent_id)]
    closed = {m for b in bars for m in (b.months or some.months)}
    wanted = [m for m, hours in asked.hours.items() if hours]
    employed = [m for m in wanted if of.contract_from <= m <= last_month(of)]
    trained = [
        m for m in employed if not some.training_required or m >= (of.trained_from or "9999-12")
    ]
    months = [m for m in trained if m not in closed]
    lost = set()
    if asked.role not in of.roles:
        lost.add("role")
    if any(of.skills.get(skill, 0) < level for skill, level in asked.skills.items()):
        lost.add("skill")
    if not employed:
        lost.add("contract")
    if asked.nature not in some.natures.get(of.form, (asked.nature,)):
        lost.add("nature")
    if employed and not trained:
        lost.add("training")
    if of.employer in asked.vendors:
        lost.add("conflict")
    if set(of.excluded) & set(asked.municipalities):
        lost.add("excluded")
    if any(not b.months for b in bars) or (trained and not months):
        lost.add("declined")
    served = [a for a in made.assignments if a.line_id == asked.line_id]
    pins = sum(a.total for a in stay if a.line_id == asked.line_id)
    target = asked.asked - pins if served else asked.minimum
    target = 1 if asked.people > 1 else max(1, target)
    by_hours = by_places = by_both = 0
    apart: dict[tuple[bool, bool], int] = {}
    places_of = {ln.line_id: ln.municipalities for ln in some.lines}
    alone = {ln.line_id for ln in some.lines if ln.exclusive}
    lost_by = {(p.line_id, p.talent_id): p.overhead for p in some.pairs}
    toll = lost_by.get((asked.line_id, of.talent_id), {})
    for month in months:
        given = sum(a.hours.get(month, 0) for a in stay if a.line_id == asked.line_id)
        mine = [a for a in stay if a.talent_id == of.talent_id and month in a.hours]
        used = sum(a.hours[month] + lost_by.get(a.pair, {}).get(month, 0) for a in mine)
        places = {places_of[a.line_id] for a in mine}
        left = asked.hours[month] - given
        free = max(0, of.capacity.get(month, 0) - of.overhead) - used - toll.get(month, 0)
        block = max(1, min(some.block, asked.hours[month]))
        welcome = asked.municipalities in places or len(places) < of.municipalities_at_once
        here = min(left, free)
        by_hours += here if here >= block else 0
        by_places += left if left >= block and welcome else 0
        by_both += here if here >= block and welcome else 0
        clear = not mine or not alone & {asked.line_id, *(a.line_id for a in mine)}
        for no_hours, no_places in product((False, True), repeat=2):
            amount = left if no_hours else here
            if amount >= block and (welcome or no_places) and clear:
                known = apart.get((no_hours, no_places), 0)
                apart[no_hours, no_places] = known + amount
    if months and by_hours < target:
        lost.add("hours")
    if months and (by_places if "hours" in lost else by_both) < target:
        lost.add("places")
    if months and apart.get(("hours" in lost, "places" in lost), 0) < target:
        lost.add("exclusive")
    return lost


def cause_of(some: Problem, *made: object) -> Cause:
    (unmet,) = explain(some, plan(some, *made)).unmet  # type: ignore[arg-type]
    return unmet.cause


def test_each_cause_is_named_where_it_is_the_only_one() -> None:
    asks = [line("R1/1")]
    assert cause_of(problem([], asks)) is Cause.NO_ROLE
    assert cause_of(problem([talent(roles=("producer",))], asks)) is Cause.NO_ROLE
    skilled = [line("R1/1", skills={"cloud": 3})]
    assert cause_of(problem([talent(skills={"cloud": 2})], skilled)) is Cause.NO_SKILL
    ended = talent(contract_from="2026-01", contract_until="2026-06")
    assert cause_of(problem([ended], asks)) is Cause.NO_CONTRACT
    renewable = talent(form="fiscal_year", contract_from="2025-04", contract_until="2027-03")
    assert cause_of(problem([renewable], asks)) is Cause.NO_CONTRACT
    for_advice = {"natures": {"side_job": ["advice"]}}
    assert cause_of(problem([talent(form="side_job")], asks, **for_advice)) is Cause.NO_NATURE
    assert cause_of(problem([talent()], asks, training_required=True)) is Cause.NO_TRAINING
    vendor = "1000000000000"
    concerned = [line("R1/1", vendors=(vendor,))]
    assert cause_of(problem([talent(employer=vendor)], concerned)) is Cause.CONFLICT
    assert cause_of(problem([talent(excluded=(MATSUMOTO,))], asks)) is Cause.EXCLUDED
    assert cause_of(problem([talent()], asks, bars=(bar("R1/1", "aya"),))) is Cause.DECLINED
    assert cause_of(problem([talent(free=8)], asks)) is Cause.HOURS_FULL
    worth_nothing = [line("R1/1", value=0)]
    assert cause_of(problem([talent()], worth_nothing)) is Cause.NOT_WORTH


def test_the_cause_is_the_rule_at_which_the_last_candidate_falls_out() -> None:
    some = problem(
        [talent("aya", skills={}), talent("ben", free=8, skills={"cloud": 3})],
        [line("R1/1", skills={"cloud": 3})],
    )
    (unmet,) = explain(some, plan(some)).unmet
    assert unmet.causes == (Cause.HOURS_FULL, Cause.NO_SKILL)
    assert [(row.rule, row.only_here) for row in unmet.funnel if row.lost] == [
        ("skill", ("aya",)),
        ("hours", ("ben",)),
    ]


def test_a_talent_at_the_limit_of_places_is_named_as_the_cause() -> None:
    some = problem(
        [talent(municipalities_at_once=1)],
        [line("R1/1", municipalities=(UEDA,)), line("R2/1")],
    )
    assert cause_of(some, works("R1/1", "aya", 20, 20)) is Cause.TOO_MANY_PLACES


@pytest.mark.parametrize("alone", ["R1/1", "R2/1"])
def test_an_exclusive_line_is_named_as_the_cause(alone: str) -> None:
    asks = [line(name, exclusive=name == alone) for name in ("R1/1", "R2/1")]
    some = problem([talent()], asks)
    assert cause_of(some, works("R1/1", "aya", 20, 20)) is Cause.EXCLUSIVE


def test_travel_takes_the_hours_that_a_line_would_need() -> None:
    away = {"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 36, AUG: 36}}
    some = problem([talent()], [line("R1/1")], pairs=[away])
    (unmet,) = explain(some, plan(some)).unmet
    assert unmet.cause is Cause.HOURS_FULL
    assert unmet.enough[0].hours == {JUL: 16, AUG: 16}


def test_an_engineer_line_waits_for_its_pm_line() -> None:
    some = problem([talent(roles=("engineer",))], [line("R1/1"), line("R1/2", role="engineer")])
    waiting = explain(some, plan(some)).unmet[1]
    assert waiting.causes == (Cause.NO_PM,)
    assert waiting.enough[0].kind == "pm_line"
    assert waiting.enough[0].line_id == "R1/1"


def test_a_line_that_two_could_share_says_so() -> None:
    some = problem(
        [talent("aya", free={JUL: 20}), talent("ben", free={AUG: 20})],
        [line("R1/1", minimum_percent=80)],
    )
    (unmet,) = explain(some, plan(some)).unmet
    assert unmet.cause is Cause.PEOPLE_LIMIT
    assert (unmet.enough[0].kind, unmet.enough[0].people) == ("people", 2)
