"""The plan before a plan: what people saw until then."""

from infra.store.store import SqlStore
from models.ids import PoolId
from tests import make
from tests.infra.store import given


async def test_the_plan_before_is_the_last_of_an_earlier_version(store: SqlStore) -> None:
    await given.planned_pool(store)
    first = await given.commit(store)
    better = await given.commit(store)
    await given.ingest(store, make.request("R-3"))
    now = await given.commit(store)

    found = await store.plan_before(PoolId("20"), now.version)

    assert better.version == first.version < now.version
    assert found == (better, given.problem(better.version))


async def test_the_first_plan_has_none_before_it(store: SqlStore) -> None:
    await given.planned_pool(store)
    plan = await given.commit(store)

    assert await store.plan_before(PoolId("20"), plan.version) is None
