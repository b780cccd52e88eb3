"""Any delivery of a set of revisions ends in the newest one."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infra.store.store import SqlStore
from models.facts import PoolChanged
from models.ids import PoolId, RequestId
from tests import make
from tests.infra.store import given as make_given

_ids = count(1)

#: One delivery after another: which revision, and whether a new batch begins with it.
deliveries = st.lists(st.tuples(st.integers(1, 6), st.booleans()), min_size=1, max_size=15)
SLOW_DATABASE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SLOW_DATABASE
@given(order=deliveries, repeats=st.booleans())
async def test_any_order_of_revisions_ends_in_the_newest(
    store: SqlStore, order: list[tuple[int, bool]], repeats: bool
) -> None:
    number = next(_ids)
    batches: list[list[make_given.Taken]] = []  # type: ignore[name-defined]
    for revision, begins in order:
        delivery = make_given.taken(
            make.request(f"R-{number}", revision=revision, title=f"第{revision}版"),
            # A repeat of the producer has the same event id, a restatement another one.
            **({"event_id": make_given.event_id(number * 100 + revision)} if repeats else {}),  # type: ignore[arg-type]
        )
        if begins or not batches:
            batches.append([])
        batches[-1].append(delivery)

    version = 0
    for batch in batches:
        before = await store.request(PoolId("20"), RequestId(f"R-{number}"))
        done = await store.ingest(batch, [])
        after = await store.request(PoolId("20"), RequestId(f"R-{number}"))

        assert after
        assert not done.dead
        assert len(done.applied) + len(done.repeated) == len(batch)
        assert after.revision >= (before.revision if before else 1)
        for message in await make_given.said(store, PoolChanged):
            assert message.fact.model_dump()["version"] > version
            version = message.fact.model_dump()["version"]

    newest = max(revision for revision, _ in order)
    request = await store.request(PoolId("20"), RequestId(f"R-{number}"))
    assert request
    assert (request.revision, request.title) == (newest, f"第{newest}版")
