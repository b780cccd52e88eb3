"""What the calendar does to plans: months turn, horizons move, years end, clocks go wrong."""

from datetime import UTC, datetime
from typing import Any

from models.entities import Form
from models.ids import PoolId
from models.match import MatchState
from models.months import plus
from tests import make
from tests.make import FIRST, MONTHS, hours
from tests.matcher.planning.shelf import Answers, Shelf, planner_of

NEXT = MONTHS[1]


def on(year: int, month: int, day: int = 1) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=UTC)


async def planned(store: Shelf, now: datetime) -> Any:
    await planner_of(store, Answers(gap=False), now=now).plan_pool(PoolId("20"))
    return store.plans[-1]


async def test_a_month_that_comes_into_the_horizon_is_planned_when_its_turn_comes() -> None:
    far = make.line(hours=hours(16, [plus(FIRST, 12)]))
    talent = make.talent(capacity=hours(128, [plus(FIRST, k) for k in range(14)]))
    store = Shelf(make.snapshot([make.request("R-1", far)], [talent]))

    november, december = await planned(store, on(2026, 11)), await planned(store, on(2026, 12))

    assert november.assignments == ()
    assert [a.hours for a in december.assignments] == [{plus(FIRST, 12): 16}]


async def test_the_turn_of_the_month_keeps_what_is_agreed_and_its_months_that_are_over() -> None:
    agreed = make.match(state=MatchState.CONFIRMED, hours=hours(32, [FIRST, NEXT]))
    asked = make.request("R-1", make.line(hours=hours(32, [FIRST, NEXT])))
    store = Shelf(make.snapshot([asked], [make.talent()], [agreed]))
    store.matches = {agreed.match_id: agreed}

    await planned(store, on(2026, 11))
    plan = await planned(store, on(2026, 12))

    [assignment] = plan.assignments
    assert assignment.hours == {NEXT: 32}
    kept = store.matches[agreed.match_id]
    assert (kept.state, dict(kept.hours)) == (MatchState.CONFIRMED, hours(32, [FIRST, NEXT]))


async def test_an_appointment_of_a_fiscal_year_is_not_planned_beyond_it_until_it_is_renewed() -> (
    None
):
    spring = [plus(FIRST, k) for k in (4, 5)]  # March and April 2027
    asked = make.request("R-1", make.line(hours=hours(32, spring)))
    given = {"form": Form.FISCAL_YEAR, "contract_from": "2026-04", "contract_until": "2028-03"}
    ends = Shelf(make.snapshot([asked], [make.talent(**given)]))
    goes_on = Shelf(make.snapshot([asked], [make.talent(**given, renewed_until="2028-03")]))

    short, long = await planned(ends, on(2027, 3)), await planned(goes_on, on(2027, 3))

    assert [list(a.hours) for a in short.assignments] == [[spring[0]]]
    assert [list(a.hours) for a in long.assignments] == [spring]


async def test_a_clock_that_was_a_month_ahead_and_is_put_right_ends_nothing_that_was_agreed() -> (
    None
):
    agreed = make.match(state=MatchState.CONFIRMED, hours=hours(32, [FIRST, NEXT]))
    asked = make.request("R-1", make.line(hours=hours(32, [FIRST, NEXT])))
    store = Shelf(make.snapshot([asked], [make.talent()], [agreed]))
    store.matches = {agreed.match_id: agreed}

    await planned(store, on(2026, 12))
    plan = await planned(store, on(2026, 11))

    assert plan.months[0] == FIRST
    assert [a.hours for a in plan.assignments] == [hours(32, [FIRST, NEXT])]
    assert store.matches[agreed.match_id].state is MatchState.CONFIRMED


async def test_the_last_day_of_the_fiscal_year_leaves_march_to_its_last_day() -> None:
    march = plus(FIRST, 4)
    asked = make.request("R-1", make.line(hours=hours(88, [march])))
    store = Shelf(make.snapshot([asked], [make.talent()]))

    plan = await planned(store, on(2027, 3, 31))

    # Of 22 working days one is left: a twenty-second of the hours.
    assert [a.hours for a in plan.assignments] == [{march: 4}]
