"""Whoever follows a pool hears of each new moment, and of the end."""

import asyncio

import pytest

from models.accounts import AccountId
from models.errors import PlanUnreadable
from web.live import pool_watch
from web.live.pool_watch import MOST, PoolWatch

WHO = AccountId("a-1")


@pytest.fixture
def moments(monkeypatch):
    """What the store says; looked at often."""
    monkeypatch.setattr(pool_watch, "_LOOK", 0.01)
    return {"20": "1.1", "15": "1.1"}


def watch_over(moments, looks):
    async def look():
        looks.append(1)
        return dict(moments)

    return PoolWatch(look)


async def test_each_new_moment_of_the_own_pool_is_told_once(moments):
    watch = watch_over(moments, [])
    with watch.place(WHO):
        told = watch.follow("20", 0.2)
        assert await anext(told) == "1.1"
        moments["15"] = "2.2"
        assert await anext(told) is None
        moments["20"] = "2.2"
        assert await anext(told) == "2.2"
    await watch.close()


async def test_many_who_follow_cost_one_look(moments):
    looks = []
    watch = watch_over(moments, looks)
    with watch.place(WHO):
        several = [watch.follow("20", 1) for _ in range(20)]
        await asyncio.gather(*(anext(each) for each in several))
    before = len(looks)
    await asyncio.sleep(0.1)

    assert before < 5
    assert len(looks) <= before + 1  # it rests once nobody follows


async def test_an_account_has_so_many_places(moments):
    watch = watch_over(moments, [])
    held = [watch.place(WHO) for _ in range(MOST)]
    for each in held:
        each.__enter__()

    assert watch.is_full(WHO)
    assert not watch.is_full(AccountId("a-2"))
    held[0].__exit__(None, None, None)
    assert not watch.is_full(WHO)


async def test_whoever_waits_is_let_go_at_the_end(moments):
    watch = watch_over(moments, [])
    with watch.place(WHO):
        told = watch.follow("20", 60)
        await anext(told)
        waiting = asyncio.create_task(anext(told, "over"))
        await asyncio.sleep(0.05)
        await watch.close()

        assert await asyncio.wait_for(waiting, 1) == "over"


async def test_what_is_new_of_an_open_pool_is_prepared_before_it_is_told(moments):
    prepared = []

    async def look():
        return dict(moments)

    async def prepare(pool_id):
        prepared.append((pool_id, moments[pool_id]))

    watch = PoolWatch(look, prepare)
    with watch.place(WHO):
        told = watch.follow("20", 1)
        assert await anext(told) == "1.1"
        moments.update({"20": "2.2", "15": "2.2"})
        assert await anext(told) == "2.2"

        assert prepared == [("20", "2.2")]
        await told.aclose()
    await watch.close()


async def test_what_cannot_be_prepared_is_told_all_the_same(moments):
    async def look():
        return dict(moments)

    async def prepare(pool_id):
        raise PlanUnreadable("plan_unreadable", pool_id=pool_id)

    watch = PoolWatch(look, prepare)
    with watch.place(WHO):
        told = watch.follow("20", 1)
        assert await anext(told) == "1.1"
        moments["20"] = "2.2"
        assert await anext(told) == "2.2"
    await watch.close()
