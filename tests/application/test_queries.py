"""Queries are functions from a session to a view: asked of the planned sample pools."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from application.queries.finding import the_match_id, the_one
from application.queries.match import match_of
from application.queries.plan import plan_of
from application.queries.pools import pools_of
from application.queries.posting import posting_of
from application.queries.request import request_of_pool
from application.queries.talent import talent_of
from application.queries.timeline import timeline_of
from application.views.hours import by_fiscal_year
from models.errors import Absent, Mistake, PlanUnreadable
from models.ids import PoolId, RequestId, TalentId
from models.months import Month
from models.revision_claims import Kind
from tests.application.demo_store import looking
from tests.known import known
from wording import Words


@pytest.fixture
async def session(demo_database: Any) -> AsyncIterator[Any]:
    async with looking(demo_database) as session:
        yield session


async def test_the_plan_serves_what_its_assignments_add_up_to(session: Any) -> None:
    view = known(await plan_of(session, PoolId("20")))

    assert view.totals.served == sum(each.total for each in view.assignments)
    assert view.totals.served == sum(place.served for place in view.places)
    assert view.totals.unmet == sum(each.unmet.hours for each in view.unmet)
    assert view.requests == 70
    assert view.talents_active == 9
    assert view.sample
    assert not view.people


async def test_a_month_alone_has_the_hours_of_that_month(session: Any) -> None:
    whole = known(await plan_of(session, PoolId("20")))
    only = known(await plan_of(session, PoolId("20"), only=Month("2027-02")))

    assert only.served_by_month == {"2027-02": whole.served_by_month[Month("2027-02")]}
    assert sum(place.served for place in only.places) == whole.served_by_month[Month("2027-02")]
    assert {month for talent in only.talents for month in talent.months} == {"2027-02"}
    assert only.totals == whole.totals


async def test_the_years_of_a_plan_add_up_to_it(session: Any) -> None:
    served = known(await plan_of(session, PoolId("20"))).served_by_month

    assert list(by_fiscal_year(served)) == [2026, 2027]
    assert sum(by_fiscal_year(served).values()) == sum(served.values())


async def test_what_is_used_is_work_and_the_way_there(session: Any) -> None:
    view = known(await talent_of(session, PoolId("20"), TalentId("T20-01")))
    on_lines = sum(
        each.total
        for each in known(await plan_of(session, PoolId("20"))).assignments
        if each.talent_id == "T20-01"
    )

    assert sum(view.hours.assigned.values()) == on_lines
    for month in view.hours.months.values():
        assert month.used == month.assigned + month.travel
        assert month.free == month.available - month.used >= 0
    assert view.person is None


async def test_who_a_talent_is_is_read_where_it_is_asked_for(session: Any) -> None:
    view = known(await talent_of(session, PoolId("20"), TalentId("T20-01"), name=True))

    assert known(view.person).talent_id == "T20-01"


async def test_a_request_says_what_is_asked_served_and_unmet(session: Any) -> None:
    view = known(await request_of_pool(session, PoolId("20"), RequestId("P002")))

    for line in view.lines:
        unmet = line.unmet.hours if line.unmet else 0
        assert sum(line.asked.values()) == sum(line.served.values()) + unmet


async def test_a_match_has_its_reasons_told_to_the_end(session: Any) -> None:
    [first, *_] = known(await plan_of(session, PoolId("20"))).assignments
    view = await match_of(session, known(first.match).match_id)

    assert view.municipalities == first.name.municipalities
    assert view.title == first.name.title
    assert view.whys[0].talent_id == first.talent_id


async def test_pools_count_open_requests_and_talents_in_the_pool(session: Any) -> None:
    nagano, niigata = await pools_of(session, [PoolId("20"), PoolId("15")])

    assert (nagano.requests, nagano.talents) == (70, 9)
    assert known(nagano.totals).served == known(await plan_of(session, PoolId("20"))).totals.served
    assert niigata.requests_outside == 0


async def test_a_match_is_found_by_its_demand_line(session: Any) -> None:
    assigned = known(await plan_of(session, PoolId("20"))).assignments
    alone = next(
        each
        for each in assigned
        if sum(other.name.line_id == each.name.line_id for other in assigned) == 1
    )

    found = await the_match_id(session, [PoolId("20"), PoolId("15")], alone.name.line_id)

    assert found == known(alone.match).match_id


async def test_what_is_not_there_is_absent_in_words(session: Any) -> None:
    with pytest.raises(Absent) as error:
        await the_match_id(session, [PoolId("20")], "P002/9")
    assert "要請枠 P002/9 にマッチはありません" in Words("ja").say(error.value)
    with pytest.raises(Absent) as error:
        await the_one([PoolId("20")], _nothing, "talent", "T-9")
    assert "there is no talent T-9" in Words("en").say(error.value)


async def test_what_is_in_several_pools_has_to_be_said(session: Any) -> None:
    with pytest.raises(Mistake) as error:
        await the_one([PoolId("20"), PoolId("15")], _something, "request", "R-1")
    assert "20" in Words("ja").say(error.value)


async def test_a_timeline_has_the_entity_and_its_matches_in_order(session: Any) -> None:
    [view] = await timeline_of(session, [PoolId("20"), PoolId("15")], "T20-01")

    assert view.entries[0].kind is Kind.TALENT
    assert {entry.kind for entry in view.entries} == {Kind.TALENT, Kind.MATCH}
    assert list(view.entries) == sorted(view.entries, key=lambda entry: entry.time)


async def test_a_posting_is_told_by_its_correlation_id(session: Any) -> None:
    [view] = await timeline_of(session, [PoolId("20")], "T20-01")
    posting = await posting_of(session, view.entries[0].correlation_id)

    assert posting.outcome == "planned"
    assert [event.outcome for event in posting.events] == ["applied"]
    assert [made.subject for made in posting.stated] == ["T20-01"]


async def test_a_plan_that_cannot_be_read_says_so(session: Any) -> None:
    class Newer:
        async def plan(self, pool_id: Any) -> Any:
            return None

        async def unreadable_plan(self, pool_id: Any) -> Any:
            return True

    with pytest.raises(PlanUnreadable) as error:
        await plan_of(type(session)(reads=Newer(), places=None, now=session.now), PoolId("20"))
    assert "読めません" in Words("ja").say(error.value)


async def _nothing(pool_id: Any) -> Any:
    return None


async def _something(pool_id: Any) -> Any:
    return pool_id
