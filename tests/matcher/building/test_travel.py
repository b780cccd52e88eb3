"""Visits cost the way there and back, in the months in which they are made."""

from typing import Any

import pytest

from matcher.building.geography import Geography
from matcher.building.problem_builder import build_problem
from matcher.building.travel import DAY, visits
from matcher.planning.settle_matches import ledger
from matcher.problem import PairTerms
from models.entities import Talent
from models.match import MatchState
from tests import make
from tests.make import FIRST, MATSUMOTO, MONTHS, SAKU
from tests.matcher.planning.test_settle_matches import plan_of

WAYS = {(MATSUMOTO, SAKU): 6, (MATSUMOTO, MATSUMOTO): 1}


class Near(Geography):
    def way(self, base: str, there: str) -> int:
        return WAYS.get((base, there), 0)


def pairs_of(*args: Any, **kwargs: Any) -> tuple[PairTerms, ...]:
    return build_problem(make.snapshot(*args, **kwargs), FIRST, Near()).problem.pairs


def near(talent_id: str = "T-1", **given: Any) -> Any:
    return make.talent(talent_id, **{"base": MATSUMOTO} | given)


@pytest.mark.parametrize(
    ("hours", "percent", "remote", "days"),
    [
        (64, 0, True, 0),
        (64, 50, True, 2),  # 32 quarters: a day and one quarter
        (62, 50, True, 1),
        (1, 1, True, 1),
        (64, 0, False, 3),
        (0, 100, False, 0),
    ],
)
def test_a_visit_is_a_day_on_site(hours: int, percent: int, remote: bool, days: int) -> None:
    asked = make.line(hours={FIRST: hours, MONTHS[1]: DAY}, on_site_percent=percent)

    assert visits(asked, make.talent(remote=remote), FIRST) == days


def test_each_visit_is_the_way_there_and_back() -> None:
    asked = make.line(hours=make.hours(64, MONTHS[:2]), on_site_percent=50)

    (pair,) = pairs_of([make.request("R-1", asked)], [near()])

    assert (pair.line_id, pair.talent_id, pair.points) == ("R-1/1", "T-1", 0)
    assert pair.overhead == {FIRST: 2 * 2 * 6, MONTHS[1]: 2 * 2 * 6}


def test_a_joint_request_is_as_far_as_its_farthest_municipality() -> None:
    asked = make.line(on_site_percent=50)
    joint = make.request("R-1", asked, municipalities=(MATSUMOTO, SAKU))

    (pair,) = pairs_of([joint], [near()])

    assert pair.overhead == {FIRST: 2 * 2 * 6}


@pytest.mark.parametrize(
    "stranger",
    [make.talent(remote=False), near(base=SAKU, remote=False), near(role="pm", remote=False)],
    ids=["no base", "nothing known of the way", "another role"],
)
def test_who_has_no_way_to_go_loses_no_time(stranger: Talent) -> None:
    assert pairs_of([make.request()], [stranger]) == ()


def test_lines_and_months_that_are_past_cost_nothing() -> None:
    past = make.line(1, hours=make.hours(64, ["2026-10"]), on_site_percent=100)
    both = make.line(2, hours=make.hours(64, ["2026-10", FIRST]), on_site_percent=100)

    (pair,) = pairs_of([make.request("R-1", past, both)], [near()])

    assert (pair.line_id, list(pair.overhead)) == ("R-1/2", [FIRST])


def test_without_a_travel_table_nothing_costs() -> None:
    asked = make.line(on_site_percent=100)
    snapshot = make.snapshot([make.request("R-1", asked)], [near()])

    assert build_problem(snapshot, FIRST).problem.pairs == ()


@pytest.mark.parametrize(("capacity", "fits"), [(88, True), (87, False)])
def test_a_pin_needs_room_for_its_travel(capacity: int, fits: bool) -> None:
    asked = make.line(on_site_percent=50)
    talent = near(capacity=make.hours(capacity, MONTHS))
    pin = make.match(state=MatchState.CONFIRMED)

    built = build_problem(
        make.snapshot([make.request("R-1", asked)], [talent], [pin]), FIRST, Near()
    )

    assert bool(built.pinned) is fits


def test_an_exclusive_line_is_asked_as_such() -> None:
    of = make.snapshot([make.request("R-1", make.line(1, exclusive=True), make.line(2))])

    assert [line.exclusive for line in build_problem(of, FIRST).problem.lines] == [True, False]


def test_the_ledger_counts_travel_in_the_months_worked() -> None:
    pair = PairTerms(line_id="R-1/1", talent_id="T-1", overhead={FIRST: 24, MONTHS[1]: 24})
    snapshot = make.snapshot([make.request()], [make.talent()])

    rows = {r.month: r.used for r in ledger(snapshot, plan_of(("R-1/1", "T-1", 64)), [pair])}

    assert (rows[FIRST], rows[MONTHS[1]]) == (64 + 24, 0)
