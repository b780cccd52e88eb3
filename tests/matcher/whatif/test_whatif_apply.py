"""A scenario is the pool with a change, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from matcher.building.problem_builder import build_problem
from matcher.problem import Assignment
from matcher.roster.greedy import greedy
from matcher.whatif import Add, Change, Drop, MoreHours, People, Scenario, SetWeights, Vacant, Waive
from matcher.whatif.apply import applied, apply
from models.errors import Mistake
from models.match import Decline, DeclineReason
from models.pool_settings import PoolSettings
from tests import make
from tests.make import FIRST, MATSUMOTO, MONTHS, SAKU
from tests.saying import refused


def decline(reason: str, line_id: str = "R-1/1", **given: Any) -> Decline:
    fields = {"talent_id": "T-1", "line_id": line_id, "municipalities": (SAKU,)} | given
    return Decline(reason=DeclineReason(reason), **fields)


def plan_of(snapshot: Any) -> tuple[Assignment, ...]:
    return tuple(greedy(build_problem(snapshot, FIRST).problem))


def bars(snapshot: Any) -> set[tuple[str, str]]:
    return {(bar.line_id, bar.talent_id) for bar in build_problem(snapshot, FIRST).problem.bars}


def test_more_hours_are_more_in_the_months_named() -> None:
    pool = make.snapshot(talents=[make.talent(), make.talent("T-2")])

    after = apply(pool, MoreHours(talent_id="T-1", hours=64, months=MONTHS[1:3]), FIRST)

    first, other = after.talents
    assert [first.capacity[m] for m in MONTHS[:4]] == [128, 192, 192, 128]
    assert other == pool.talents[1]
    assert pool.talents[0].capacity[MONTHS[1]] == 128


def test_hours_without_months_are_those_of_the_plan_under_contract() -> None:
    pool = make.snapshot(talents=[make.talent(contract_until=MONTHS[2])], horizon=6)

    after = apply(pool, MoreHours(talent_id="T-1", hours=-28), FIRST)

    assert [after.talents[0].capacity[m] for m in MONTHS[:4]] == [100, 100, 100, 128]


def test_a_vacant_post_is_one_more_talent_with_a_name_nobody_has() -> None:
    pool = make.snapshot(talents=[make.talent("vacant-pm-1")], horizon=3)

    after = applied(pool, Scenario(name="two", changes=(Vacant(role="pm", hours=160),) * 2), FIRST)

    assert [t.talent_id for t in after.talents] == ["vacant-pm-1", "vacant-pm-2", "vacant-pm-3"]
    assert after.talents[1].capacity == dict.fromkeys(MONTHS[:3], 160)


def test_a_vacant_post_without_skills_has_those_that_are_asked_of_its_role() -> None:
    asked = [
        make.line(1, "pm", skills={"企画": 2}),
        make.line(2, "pm", skills={"企画": 3, "調達": 1}),
        make.line(3, "engineer", skills={"クラウド": 4}),
    ]
    pool = make.snapshot([make.request("R-1", *asked)])

    open_post = apply(pool, Vacant(role="pm", hours=160), FIRST)
    named = apply(pool, Vacant(role="pm", hours=160, skills={"企画": 1}), FIRST)

    assert open_post.talents[0].skills == {"企画": 3, "調達": 1}
    assert named.talents[0].skills == {"企画": 1}


def test_weights_that_are_not_named_stay() -> None:
    after = apply(make.snapshot(), SetWeights(weights={"coverage": 100}), FIRST)

    assert after.settings.weights.coverage == 100
    assert after.settings.weights.served == make.snapshot().settings.weights.served


def test_a_waived_exclusion_is_gone_at_the_municipality_of_the_request_alone() -> None:
    pool = make.snapshot([make.request()], [make.talent(excluded=(SAKU, MATSUMOTO))])

    after = apply(pool, Waive(talent_id="T-1", request_id="R-1"), FIRST)

    assert after.talents[0].excluded == (MATSUMOTO,)


def test_a_waived_training_is_recorded_as_a_waiver_where_the_pool_requires_it() -> None:
    strict = make.snapshot([make.request()], [make.talent()], training_required=True)
    asked = Waive(talent_id="T-1", request_id="R-1")

    after = apply(strict, asked, FIRST)

    assert after.talents[0].training_waiver == "urgent"
    with refused(Mistake, match="nothing stands between"):
        apply(replace(strict, settings=PoolSettings()), asked, FIRST)
    with refused(Mistake, match="nothing stands between"):
        apply(after, asked, FIRST)


def test_a_vacant_post_is_filled_with_somebody_trained() -> None:
    strict = make.snapshot([make.request()], [], training_required=True)

    after = apply(strict, Vacant(role="engineer", hours=64), FIRST)

    assert plan_of(after)


def test_a_waived_decline_opens_the_line_named_and_no_other() -> None:
    requests = [make.request("R-1", make.line(1), make.line(2)), make.request("R-2")]
    pool = make.snapshot(requests, [make.talent()], declines=[decline("this_municipality")])
    assert bars(pool) == {("R-1/1", "T-1"), ("R-1/2", "T-1"), ("R-2/1", "T-1")}

    one = apply(pool, Waive(talent_id="T-1", request_id="R-1", line=2), FIRST)
    whole = apply(pool, Waive(talent_id="T-1", request_id="R-1"), FIRST)

    assert bars(one) == {("R-1/1", "T-1"), ("R-2/1", "T-1")}
    assert bars(whole) == {("R-2/1", "T-1")}


def test_the_declines_of_others_stay() -> None:
    declines = [decline("this_line"), decline("this_line", talent_id="T-2")]
    pool = make.snapshot([make.request()], [make.talent(), make.talent("T-2")], declines=declines)

    after = apply(pool, Waive(talent_id="T-1", request_id="R-1"), FIRST)

    assert bars(after) == {("R-1/1", "T-2")}


def test_people_may_share_a_line() -> None:
    pool = make.snapshot([make.request("R-1", make.line(1), make.line(2))])

    after = apply(pool, People(line_id="R-1/2", people=3), FIRST)

    assert [line.people for line in after.requests[0].lines] == [1, 3]


def test_requests_come_and_go() -> None:
    pool = make.snapshot([make.request("R-1"), make.request("R-2")])
    more = make.request("R-3")

    after = applied(
        pool, Scenario(name="x", changes=(Drop(request_id="R-1"), Add(request=more))), FIRST
    )

    assert [r.request_id for r in after.requests] == ["R-2", "R-3"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (MoreHours(talent_id="T-9", hours=4), "T-9"),
        (MoreHours(talent_id="T-1", hours=-129), "128|32"),
        (MoreHours(talent_id="T-1", hours=4, months=("2030-01",)), "2030-01"),
        (SetWeights(weights={"beauty": 1}), "beauty"),
        (Waive(talent_id="T-1", request_id="R-1"), "除外も辞退も"),
        (Waive(talent_id="T-1", request_id="R-1", line=7), "要請枠 7"),
        (People(line_id="R-1/7", people=2), "要請枠 7"),
        (People(line_id="R-9/1", people=2), "R-9"),
        (Drop(request_id="R-9"), "R-9"),
        (Add(request=make.request("R-1")), "R-1"),
        (Add(request=make.request("R-5", pool_id="15", municipalities=("151009",))), "15"),
    ],
)
def test_what_the_pool_does_not_have_is_said(change: Any, says: str) -> None:
    pool = make.snapshot([make.request()], [make.talent()])

    with refused(Mistake, match=says):
        apply(pool, change, FIRST)


def test_hours_are_decimals_in_json() -> None:
    change = TypeAdapter(Change).validate_json(
        '{"kind": "hours", "talent_id": "T-1", "hours": -7.75, "months": ["2026-12"]}'
    )

    assert change == MoreHours(talent_id="T-1", hours=-31, months=("2026-12",))
    assert '"hours":-7.75' in change.model_dump_json()
