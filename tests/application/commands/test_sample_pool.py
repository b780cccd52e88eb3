"""Samples go into an empty pool alone, and out again; what is others' stays."""

import pytest

from application.commands.sample_pool import Samples, load_samples, remove_samples, samples
from application.session import Session
from models.entities import RequestStatus
from models.errors import Mistake
from models.ids import PoolId
from models.months import month_of
from models.pool_settings import PoolSettings
from producers import demo
from service.wiring import Parts
from tests import make
from tests.application.demo_store import take_in

NAGANO = PoolId("20")
ALL = len(demo.requests(NAGANO, month_of(make.NOW.date())))


async def found(session: Session) -> Samples:
    return next(each for each in await samples(session) if each.pool_id == NAGANO)


async def test_samples_come_go_and_come_again(parts: Parts) -> None:
    session = parts.session("admin:kanri")
    assert (await found(session)).may_load
    await load_samples(session, NAGANO)
    await take_in(parts)
    loaded = await found(session)
    assert (len(loaded.requests), loaded.own) == (ALL, False)
    assert (await session.reads.settings(NAGANO))[0] == demo.settings(NAGANO)
    with pytest.raises(Mistake):
        await load_samples(session, NAGANO)

    await remove_samples(session, NAGANO)
    await take_in(parts)
    assert not (await found(session)).loaded
    assert (await session.reads.settings(NAGANO))[0] == PoolSettings()
    with pytest.raises(Mistake):
        await remove_samples(session, NAGANO)

    await load_samples(session, NAGANO)
    await take_in(parts)
    assert len((await found(session)).requests) == ALL


async def test_what_is_others_stays_and_keeps_samples_out(parts: Parts) -> None:
    session = parts.session("admin:kanri")
    await load_samples(session, NAGANO)
    await parts.desk.post_request(make.request("R-1", pool_id=NAGANO))
    await take_in(parts)

    await remove_samples(session, NAGANO)
    await take_in(parts)

    open_ = [
        each.request_id
        for each in await session.reads.requests(NAGANO)
        if each.status is RequestStatus.OPEN
    ]
    assert open_ == ["R-1"]
    assert not (await found(session)).may_load
    with pytest.raises(Mistake):
        await load_samples(session, NAGANO)
