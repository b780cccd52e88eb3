"""A snapshot becomes a problem: each decline with its exact effect, each pin where it fits."""

from typing import Any

import pytest

from matcher.building.problem_builder import build_problem
from models.match import LIVE, Decline, DeclineReason, MatchState
from tests import make
from tests.make import FIRST, MATSUMOTO, MONTHS


def problem_of(*args: Any, **kwargs: Any) -> Any:
    return build_problem(make.snapshot(*args, **kwargs), FIRST).problem


def decline(reason: str, **given: Any) -> Decline:
    fields = {"talent_id": "T-1", "line_id": "R-1/1", "municipalities": (make.SAKU,)} | given
    return Decline(reason=DeclineReason(reason), **fields)


def test_past_months_are_history() -> None:
    asked = make.line(hours=make.hours(16, ["2026-10", "2026-11"]))

    problem = problem_of([make.request("R-1", asked)])

    assert problem.lines[0].hours == {"2026-11": 16}


def test_a_line_that_is_wholly_past_is_not_planned() -> None:
    problem = problem_of([make.request("R-1", make.line(hours=make.hours(16, ["2026-10"])))])

    assert problem.lines == ()


def test_months_beyond_the_horizon_wait() -> None:
    problem = problem_of([make.request("R-1", make.line(hours=make.hours(16, MONTHS)))], horizon=3)

    assert list(problem.lines[0].hours) == list(MONTHS[:3])


@pytest.mark.parametrize(("urgency", "value"), [(1, 100), (2, 130), (3, 170)])
def test_urgency_raises_the_value_of_an_hour(urgency: int, value: int) -> None:
    problem = problem_of([make.request("R-1", urgency=urgency)], need={"unserved": 0})

    assert problem.lines[0].value == value


def test_declining_the_line_bars_the_pair_for_ever() -> None:
    problem = problem_of([make.request()], [make.talent()], declines=[decline("this_line")])

    assert [(b.line_id, b.talent_id, b.months) for b in problem.bars] == [("R-1/1", "T-1", ())]


def test_declining_the_municipality_bars_all_its_lines_and_no_others() -> None:
    requests = [
        make.request("R-1"),
        make.request("R-2"),
        make.request("R-3", municipalities=(MATSUMOTO,)),
    ]

    problem = problem_of(requests, [make.talent()], declines=[decline("this_municipality")])

    assert {b.line_id for b in problem.bars} == {"R-1/1", "R-2/1"}


def test_declining_for_hours_bars_until_the_talent_has_more_in_the_months_of_the_match() -> None:
    declines = [decline("hours", hours=make.hours(64), free=make.hours(120))]

    def barred(**given: Any) -> bool:
        talent = make.talent(**{"overhead": 8} | given)
        return bool(problem_of([make.request()], [talent], declines=declines).bars)

    elsewhere = {m: 128 if m == FIRST else 160 for m in MONTHS}
    assert barred()
    assert barred(capacity=elsewhere)
    assert barred(capacity=make.hours(64, MONTHS))
    assert barred(capacity=make.hours(132, MONTHS), overhead=12)
    assert not barred(capacity=elsewhere | {FIRST: 132})
    assert not barred(overhead=4)


def test_a_decline_for_hours_of_old_lasts_until_the_talent_has_more_in_all() -> None:
    declines = [decline("hours", capacity=make.hours(128, MONTHS))]

    def barred(amount: int) -> bool:
        talent = make.talent(capacity=make.hours(amount, MONTHS))
        return bool(problem_of([make.request()], [talent], declines=declines).bars)

    assert barred(128)
    assert barred(64)
    assert not barred(160)


def test_declining_until_later_bars_the_named_months() -> None:
    problem = problem_of(
        [make.request()], [make.talent()], declines=[decline("later", months=(FIRST,))]
    )

    assert problem.bars[0].months == (FIRST,)


def test_a_decline_of_a_line_or_talent_that_has_gone_is_forgotten() -> None:
    assert (
        problem_of([make.request("R-9")], [make.talent()], declines=[decline("this_line")]).bars
        == ()
    )
    assert problem_of([make.request()], [], declines=[decline("this_line")]).bars == ()


def test_an_agreed_match_is_pinned_and_a_proposed_one_is_previous() -> None:
    agreed = make.match("R-1/1", state=MatchState.CONFIRMED)
    proposed = make.match("R-2/1", hours=make.hours(32))

    problem = problem_of(
        [make.request("R-1"), make.request("R-2")], [make.talent()], [agreed, proposed]
    )

    assert [p.line_id for p in problem.pins] == ["R-1/1"]
    assert [(p.line_id, p.seen) for p in problem.previous] == [("R-2/1", True)]


def test_the_firmest_agreement_keeps_its_pin_where_two_no_longer_fit() -> None:
    matches = [
        make.match("R-1/1", state=MatchState.ACCEPTED_BY_TALENT),
        make.match("R-2/1", state=MatchState.CONFIRMED),
    ]
    talent = make.talent(capacity=make.hours(64, MONTHS))

    built = build_problem(
        make.snapshot([make.request("R-1"), make.request("R-2")], [talent], matches), FIRST
    )

    assert set(built.pinned) == {("R-2/1", "T-1")}
    assert built.unfit == {("R-1/1", "T-1")}


def test_a_pin_whose_line_asks_for_less_loses_its_pin() -> None:
    agreed = make.match(state=MatchState.CONFIRMED)
    request = make.request("R-1", make.line(hours=make.hours(32)))

    built = build_problem(make.snapshot([request], [make.talent()], [agreed]), FIRST)

    assert built.pinned == {}
    assert built.unfit == {("R-1/1", "T-1")}


def test_what_people_were_shown_beyond_the_horizon_waits_and_is_not_offered_twice() -> None:
    later = MONTHS[-1]
    line = make.line(hours={FIRST: 64, later: 64})

    def build_with(state: MatchState) -> Any:
        match = make.match(state=state, hours=make.hours(64, [later]))
        request = make.request("R-1", line)
        return build_problem(make.snapshot([request], [make.talent()], [match], horizon=3), FIRST)

    for state in LIVE - {MatchState.DRAFTED}:
        built = build_with(state)
        assert (built.pinned, built.loose, built.unfit) == ({}, {}, frozenset())
        assert [(bar.line_id, bar.talent_id) for bar in built.problem.bars] == [("R-1/1", "T-1")]
    drafted = build_with(MatchState.DRAFTED)
    assert set(drafted.loose) == {("R-1/1", "T-1")}
    assert drafted.problem.bars == ()


def test_a_match_worked_in_the_past_is_left_alone() -> None:
    old = make.match(state=MatchState.CONFIRMED, hours=make.hours(16, ["2026-10"]))

    built = build_problem(make.snapshot([make.request()], [make.talent()], [old]), FIRST)

    assert not built.pinned
    assert not built.loose


def test_an_end_bars_its_pair_from_its_month_on() -> None:
    asked = make.request("R-1", make.line(hours=make.hours(16, MONTHS)))
    ended = [decline("this_line", since=MONTHS[2])]

    near = problem_of([asked], [make.talent()], declines=ended, horizon=4)
    short = problem_of([asked], [make.talent()], declines=ended, horizon=2)

    assert [bar.months for bar in near.bars] == [tuple(MONTHS[2:4])]
    assert short.bars == ()


def test_whoever_comes_after_an_early_end_has_a_place_on_the_line() -> None:
    asked = make.request("R-1", make.line(hours=make.hours(16, MONTHS[:4])))
    ends = make.match(
        state=MatchState.CONFIRMED,
        hours=make.hours(16, MONTHS[:2]),
        ended_hours=make.hours(16, MONTHS[2:4]),
    )
    talents = [make.talent("T-1"), make.talent("T-2")]

    [line] = problem_of([asked], talents, [ends]).lines

    assert line.people == 2


def test_an_end_beyond_the_months_planned_makes_no_place_in_them() -> None:
    asked = make.request("R-1", make.line(hours=make.hours(16, MONTHS), people=1))
    ends = make.match(
        state=MatchState.CONFIRMED,
        hours=make.hours(16, MONTHS[:2]),
        ended_hours=make.hours(16, MONTHS[2:4]),
    )
    talents = [make.talent("T-1"), make.talent("T-2")]

    [line] = build_problem(make.snapshot([asked], talents, [ends], horizon=2), FIRST).problem.lines

    assert line.people == 1


def test_an_end_that_is_taken_back_gives_way_to_what_was_agreed_since() -> None:
    asked = make.request("R-1", make.line(hours=make.hours(16, MONTHS[:2]), people=2))
    back = make.match(
        "R-1/1",
        "T-1",
        match_id="M-1",
        state=MatchState.CONFIRMED,
        hours=make.hours(16, MONTHS[:2]),
        reason="resumed",
    )
    since = make.match(
        "R-1/1", "T-2", match_id="M-2", state=MatchState.CONFIRMED, hours={MONTHS[1]: 16}
    )
    talents = [make.talent("T-1"), make.talent("T-2")]

    built = build_problem(make.snapshot([asked], talents, [back, since]), FIRST)

    assert set(built.pinned) == {("R-1/1", "T-2")}
    assert built.unfit == {("R-1/1", "T-1")}
