"""A plan becomes changes of matches: new, kept, changed, ended; and a ledger."""

from typing import Any

from matcher.building.problem_builder import build_problem
from matcher.plan import Plan, Status
from matcher.planning.settle_matches import ledger, match_changes
from matcher.problem import Assignment
from models.match import MatchState
from tests import make
from tests.make import FIRST, MONTHS


def plan_of(*assignments: tuple[str, str, int]) -> Plan:
    return Plan(
        pool_id="20",
        version=7,
        months=MONTHS,
        status=Status.FEASIBLE,
        method="test",
        assignments=tuple(
            Assignment(line_id=line, talent_id=talent, hours=make.hours(amount))
            for line, talent, amount in assignments
        ),
    )


def settled(snapshot: Any, plan: Any) -> Any:
    return list(match_changes(snapshot, build_problem(snapshot, FIRST), plan))


def test_a_new_pair_is_a_draft() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()])

    [(before, after)] = settled(snapshot, plan_of(("R-1/1", "T-1", 64)))

    assert before is None
    assert (after.state, after.revision, after.reason) == (MatchState.DRAFTED, 1, "planned")


def test_a_pool_that_releases_at_once_proposes() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()], release_at_once=True)

    [(_, after)] = settled(snapshot, plan_of(("R-1/1", "T-1", 64)))

    assert after.state is MatchState.PROPOSED


def test_a_pair_kept_with_its_hours_changes_nothing() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()], [make.match()])

    assert settled(snapshot, plan_of(("R-1/1", "T-1", 64))) == []


def test_a_pair_kept_with_other_hours_is_the_next_revision() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()], [make.match()])

    [(before, after)] = settled(snapshot, plan_of(("R-1/1", "T-1", 32)))

    assert (before.revision, after.revision) == (1, 2)
    assert (after.state, after.reason) == (MatchState.PROPOSED, "hours_replanned")
    assert after.hours == make.hours(32)


def test_hours_already_worked_stay_in_the_match() -> None:
    worked = make.match(hours={"2026-10": 16, FIRST: 64})
    snapshot = make.snapshot([make.request()], [make.talent()], [worked])

    [(_, after)] = settled(snapshot, plan_of(("R-1/1", "T-1", 32)))

    assert after.hours == {"2026-10": 16, FIRST: 32}


def test_hours_beyond_the_horizon_stay_in_a_match_that_people_have_been_shown() -> None:
    later = MONTHS[-1]
    line = make.line(hours={FIRST: 64, later: 16})

    def hours(state: MatchState) -> Any:
        match = make.match(state=state, hours={FIRST: 64, later: 16})
        snapshot = make.snapshot([make.request("R-1", line)], [make.talent()], [match], horizon=3)
        [(_, after)] = settled(snapshot, plan_of(("R-1/1", "T-1", 32)))
        return after.hours

    assert hours(MatchState.PROPOSED) == {FIRST: 32, later: 16}
    assert hours(MatchState.DRAFTED) == {FIRST: 32}


def test_a_pair_that_the_plan_dropped_is_withdrawn() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()], [make.match()])

    [(_, after)] = settled(snapshot, plan_of())

    assert (after.state, after.reason) == (MatchState.WITHDRAWN, "replanned")


def test_a_pinned_match_never_appears() -> None:
    agreed = make.match(state=MatchState.CONFIRMED)
    snapshot = make.snapshot([make.request()], [make.talent()], [agreed])

    assert settled(snapshot, plan_of(("R-1/1", "T-1", 64))) == []


def test_an_agreement_that_no_longer_fits_is_asked_again_or_cancelled() -> None:
    agreed = make.match(state=MatchState.CONFIRMED)
    talent = make.talent(capacity=make.hours(32, MONTHS))
    snapshot = make.snapshot([make.request()], [talent], [agreed])

    [(_, asked)] = settled(snapshot, plan_of(("R-1/1", "T-1", 32)))
    [(_, ended)] = settled(snapshot, plan_of())

    assert (asked.state, asked.reason, asked.pinned) == (
        MatchState.PROPOSED,
        "no_longer_fits",
        False,
    )
    assert (ended.state, ended.reason) == (MatchState.CANCELLED, "no_longer_fits")


def test_the_same_plan_twice_makes_the_same_matches() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()])
    plan = plan_of(("R-1/1", "T-1", 64))

    assert settled(snapshot, plan) == settled(snapshot, plan)


def test_the_ledger_has_a_row_for_every_talent_and_month() -> None:
    talent = make.talent(overhead=8)
    snapshot = make.snapshot([make.request()], [talent])

    rows = list(ledger(snapshot, plan_of(("R-1/1", "T-1", 64))))

    assert len(rows) == len(MONTHS)
    assert (rows[0].used, rows[0].capacity) == (64, 120)
    assert (rows[1].used, rows[1].capacity) == (0, 120)
