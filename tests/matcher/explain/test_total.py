"""Explanations never raise, whatever was accepted; and no remedy asks for more than a month has."""

import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from matcher import explain as room
from matcher.explain import explain, why_not
from matcher.explain.bottlenecks import bottlenecks
from matcher.plan import Cause, Plan, Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from models.entities import Form, Nature
from models.hours import MOST, MOST_IN_A_MONTH
from models.pool_settings import Weights
from tests.matcher.make_problem import (
    JUL,
    MONTHS,
    UEDA,
    bar,
    before,
    line,
    plan,
    problem,
    talent,
    works,
)
from tests.matcher.some_problems import plan_of

EXTREME = st.sampled_from((0, 1, 3, 16, 155, 744 * 4 - 1, 744 * 4, 744 * 4 + 1, MOST - 1, MOST))
POINTS = st.sampled_from((0, 1, 100, 1_000_000))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """What the schema of a problem accepts, at its edges."""
    hours = st.fixed_dictionaries(dict.fromkeys(MONTHS, EXTREME))
    people = [
        talent(
            name,
            free=draw(hours),
            overhead=draw(EXTREME),
            roles=draw(st.sampled_from((("pm",), ("engineer",), ("pm", "engineer", "producer")))),
            form=draw(st.sampled_from(Form)),
            skills=draw(st.sampled_from(({}, {"業務改革": 1}))),
            municipalities_at_once=draw(st.sampled_from((1, 2, 10**6))),
            contract_until=draw(st.sampled_from((JUL, "2027-03", "9999-12"))),
            trained_from=draw(st.sampled_from((None, JUL, "0000-01"))),
            excluded=draw(st.sampled_from(((), (UEDA,)))),
        )
        for name in draw(
            st.sampled_from(((), ("aya",), ("aya", "ben"), ("new-pm-1", "vacant-pm-1")))
        )
    ]
    lines = [
        line(
            name,
            asks=draw(hours),
            role=draw(st.sampled_from(("pm", "engineer", "producer"))),
            nature=draw(st.sampled_from(Nature)),
            people=draw(st.sampled_from((1, 2, 10**6))),
            minimum_percent=draw(st.sampled_from((0, 50, 100))),
            value=draw(st.sampled_from((0, 1, 100, 100_000))),
            skills=draw(st.sampled_from(({}, {"業務改革": 5}))),
            needs_pm=draw(st.booleans()),
            exclusive=draw(st.booleans()),
            municipalities=draw(st.sampled_from((("202029",), ("202029", UEDA)))),
        )
        for name in ("R1/1", "R1/2", "R2/1")
    ]
    pairs = [(ln.line_id, who.talent_id) for ln in lines for who in people]
    some = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    weights = {name: draw(POINTS) for name in ("served", "coverage", "setup", "balance", "fit")}
    return problem(
        people,
        lines,
        block=draw(st.sampled_from((0, 1, 16, 155, MOST))),
        training_required=draw(st.booleans()),
        natures=draw(st.sampled_from(({}, {Form.SIDE_JOB: ()}))),
        weights=Weights(**weights),
        bars=[bar(*pair) for pair in some[:1]],
        previous=[before(*pair, 16) for pair in some[1:]],
    )


@settings(max_examples=150, deadline=None)
@given(problems())
def test_whatever_is_accepted_is_explained(some: Problem) -> None:
    with capture_logs() as failures:
        told = explain(some, plan_of(some, greedy(some)))

    assert failures == []
    capacity = {who.talent_id: who.capacity for who in some.talents}
    for row in told.unmet:
        for change in row.enough:
            has = capacity.get(change.talent_id or "", {})  # type: ignore[arg-type]
            assert all(has.get(m, 0) + h <= MOST_IN_A_MONTH for m, h in change.hours.items())
    for row in told.why:  # type: ignore[assignment]
        why_not(some, told, row.line_id, row.talent_id)  # type: ignore[attr-defined]
    bottlenecks(some, told)
    assert Plan.model_validate_json(told.model_dump_json()).unmet == told.unmet


def test_a_line_of_more_hours_than_a_month_has_asks_nobody_for_them() -> None:
    some = problem([talent(free=16, overhead=32)], [line(asks=400_000)])

    [row] = explain(some, plan(some)).unmet

    assert (row.hours, row.cause) == (800_000, Cause.HOURS_FULL)
    assert not [change for change in row.enough if change.kind in ("hours", "talent")]


def test_a_month_that_has_just_the_hours_is_asked_for_them_and_no_block_more() -> None:
    full = MOST_IN_A_MONTH - 10
    some = problem(
        [talent(free={JUL: full})],
        [line("R1/1", asks={JUL: full}), line("R2/1", asks={JUL: 9})],
        block=16,
    )

    [row] = explain(some, plan(some, works("R1/1", "aya", full))).unmet

    assert [change.hours for change in row.enough if change.kind == "hours"] == [{JUL: 9}]


def test_a_line_that_cannot_be_explained_says_so_and_leaves_the_others_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = problem([talent(free=0)], [line("R1/1"), line("R2/1")])
    right = room.unmet  # type: ignore[attr-defined]

    def wrong(eligibility: Any, removal: Any, roster: Any, at: Any, around: Any) -> Any:
        if roster.numbered.lines[at].line_id == "R1/1":
            raise ValueError("見本 花子")
        return right(eligibility, removal, roster, at, around)

    monkeypatch.setattr(room, "unmet", wrong)
    with capture_logs() as logs:
        told = explain(some, plan(some))

    first, second = told.unmet
    assert (first.cause, first.hours, first.by_month) == (
        Cause.UNEXPLAINED,
        40,
        {JUL: 20, MONTHS[1]: 20},
    )
    assert second.cause is Cause.HOURS_FULL
    assert told.status is Status.FEASIBLE
    [said] = logs
    assert said["event"] == "explanation.failed"
    assert (said["line_id"], said["error"]) == ("R1/1", "ValueError")
    assert said["place"].startswith("test_total.py:")
    assert "花子" not in str(said), "what an error says may quote anything"


def test_an_assignment_that_cannot_be_explained_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = problem([talent()], [line("R1/1"), line("R2/1")])
    made = plan(some, works("R1/1", "aya", 20, 20), works("R2/1", "aya", 20, 20))

    def wrong(*_: object, **__: object) -> None:
        raise KeyError("aya")

    monkeypatch.setattr(sys.modules["matcher.explain.assignment_reasons"], "of_one", wrong)

    assert explain(some, made).why == ()
