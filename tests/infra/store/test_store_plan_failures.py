"""A pool that could not be planned is marked until it is."""

from datetime import timedelta

from infra.store.store import SqlStore
from models.ids import PoolId
from models.plan_failure import PlanFailure
from tests import make
from tests.infra.store import given


async def test_a_mark_replaces_the_one_before_and_goes_with_success(store: SqlStore) -> None:
    await given.ingest(store, make.request())
    first = PlanFailure(
        pool_id="20",
        version=1,
        since=make.NOW,
        reason="ValueError build.py:1",
        tries=1,
        next_try=make.NOW + timedelta(seconds=5),
    )
    second = first.model_copy(update={"tries": 2, "next_try": make.NOW + timedelta(hours=1)})

    await store.mark_plan_failed(first)
    await store.mark_plan_failed(second)

    assert await store.plan_failure(PoolId("20")) == second
    assert await store.plan_failures() == [second]
    await store.forget_plan_failure(PoolId("20"))
    await store.forget_plan_failure(PoolId("20"))
    assert await store.plan_failures() == []


async def test_a_pool_has_a_version_from_its_first_fact_on(store: SqlStore) -> None:
    assert await store.pool_version(PoolId("20")) == 0

    await given.ingest(store, make.request())

    assert await store.pool_version(PoolId("20")) == 1
