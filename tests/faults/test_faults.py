"""Servers that fail in the ways servers fail: nothing is lost or doubled, and the log says why.

`make test-faults`; see tests/faults/world.py for the settings of a run.
"""

import asyncio
import random
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from service.exit_codes import STUCK
from tests.acceptance.processes import Running
from tests.faults.world import HOLD, World, ended, said

pytestmark = [pytest.mark.faults, pytest.mark.timeout(400)]

Start = Callable[..., Running]
Fault = Callable[[World, random.Random], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def silent_postgres(world: World, _: random.Random) -> AsyncIterator[None]:
    world.to_postgres.silence()
    yield
    world.heal()


@asynccontextmanager
async def half_open_postgres(world: World, chance: random.Random) -> AsyncIterator[None]:
    world.to_postgres.silence(chance.choice(("to_server", "to_client")))
    yield
    world.heal()


@asynccontextmanager
async def postgres_cut_off_without_hearing_of_it(
    world: World, _: random.Random
) -> AsyncIterator[None]:
    world.to_postgres.cut(told="client")
    yield
    world.heal()


@asynccontextmanager
async def read_only_postgres(world: World, _: random.Random) -> AsyncIterator[None]:
    with world.admin() as admin:
        admin.execute("ALTER SYSTEM SET default_transaction_read_only = on")
        admin.execute("SELECT pg_reload_conf()")
    yield
    with world.admin() as admin:
        admin.execute("SET default_transaction_read_only = off")
        admin.execute("ALTER SYSTEM RESET default_transaction_read_only")
        admin.execute("SELECT pg_reload_conf()")


@asynccontextmanager
async def restarted_postgres(world: World, _: random.Random) -> AsyncIterator[None]:
    await asyncio.to_thread(world.postgres.shut_down)
    yield
    await asyncio.to_thread(world.postgres.start)


@asynccontextmanager
async def locked_table(world: World, _: random.Random) -> AsyncIterator[None]:
    with world.admin() as admin, admin.transaction():
        admin.execute("LOCK TABLE pools IN ACCESS EXCLUSIVE MODE")
        yield


@asynccontextmanager
async def cut_kafka(world: World, _: random.Random) -> AsyncIterator[None]:
    world.to_kafka.cut()
    yield
    world.heal()


@asynccontextmanager
async def silent_kafka(world: World, _: random.Random) -> AsyncIterator[None]:
    world.to_kafka.silence()
    yield
    world.heal()


@asynccontextmanager
async def restarted_kafka(world: World, _: random.Random) -> AsyncIterator[None]:
    await asyncio.to_thread(world.kafka.kill)
    yield
    await asyncio.to_thread(world.kafka.start)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (silent_postgres, "database_away"),
        (half_open_postgres, "database_away"),
        (postgres_cut_off_without_hearing_of_it, "database_away"),
        (read_only_postgres, "read-only"),
        (restarted_postgres, "database_away"),
        (locked_table, "lock timeout"),
        (cut_kafka, "kafka_away"),
        (silent_kafka, "kafka_away"),
        (restarted_kafka, "kafka_away"),
    ],
    ids=lambda each: getattr(each, "__name__", "said"),
)
async def test_a_service_says_what_is_wrong_and_goes_on_when_it_is_over(
    world: World, chance: random.Random, start: Start, fault: Fault, reason: str
) -> None:
    service = start()
    await said(service, "service.started")

    async with world.posting(chance):
        await asyncio.sleep(chance.uniform(0.2, 2.0))  # the moment that it strikes
        async with fault(world, chance):
            await said(service, "retry.waiting", reason)
            await asyncio.sleep(HOLD)
            await said(service, "retry.waiting", reason)  # it is still said while it lasts
        await said(service, "retry.over")

    await world.settled(service)
    assert await asyncio.to_thread(service.stop, signal.SIGTERM) == 0
    await world.check()


async def test_slow_wires_lose_and_double_nothing(
    world: World, chance: random.Random, start: Start
) -> None:
    service = start()
    await said(service, "service.started")
    world.to_kafka.delay(0.05)
    world.to_postgres.delay(0.02)

    async with world.posting(chance):
        await asyncio.sleep(HOLD)
    world.heal()

    await world.settled(service)
    assert await asyncio.to_thread(service.stop, signal.SIGTERM) == 0
    await world.check()


async def test_a_service_waits_for_servers_that_are_away_at_its_start(
    world: World, chance: random.Random, start: Start
) -> None:
    world.to_kafka.cut()
    world.to_postgres.cut()
    service = start()

    await said(service, "retry.waiting", "database_away")
    world.to_postgres.heal()
    await said(service, "retry.waiting", "kafka_away")
    world.to_kafka.heal()

    await said(service, "service.started")
    async with world.posting(chance):
        await asyncio.sleep(1)
    await world.settled(service)
    assert await asyncio.to_thread(service.stop, signal.SIGTERM) == 0
    await world.check()


async def test_a_frozen_process_holds_another_up_no_longer_than_its_session(
    world: World, chance: random.Random, start: Start
) -> None:
    frozen, other = start(), start()
    for service in (frozen, other):
        await said(service, "service.started")

    async with world.posting(chance):
        await asyncio.sleep(chance.uniform(0.5, 2.0))
        await _frozen_in_a_transaction(world, frozen)
        await asyncio.sleep(HOLD)
    await world.settled(other)  # while the first one is frozen
    await world.check()

    frozen.process.send_signal(signal.SIGCONT)
    async with world.posting(chance):
        await asyncio.sleep(3)
    await world.settled(frozen)
    await world.settled(other)
    for service in (frozen, other):
        assert await asyncio.to_thread(service.stop, signal.SIGTERM) == 0
    await world.check()


async def test_a_service_that_is_stuck_says_so_ends_with_its_code_and_can_be_started_again(
    world: World, chance: random.Random, start: Start
) -> None:
    """A database whose silence is not noticed in time stands for whatever nobody thought of."""
    service = start(database_seconds="600", stuck_seconds="4")
    await said(service, "service.started")

    async with world.posting(chance):
        await asyncio.sleep(chance.uniform(0.2, 2.0))
        world.to_postgres.silence()
        assert (await said(service, "service.no_progress"))["work"].startswith("store.")
        await said(service, "service.stuck")
        assert await ended(service) == STUCK
        world.to_postgres.cut(refuse=False)  # the server hears of the end
        world.heal()

    again = start()
    await world.settled(again)
    assert await asyncio.to_thread(again.stop, signal.SIGTERM) == 0
    await world.check()


async def _frozen_in_a_transaction(world: World, service: Running) -> None:
    """Stop it where it holds a transaction, if that can be had in some tries."""
    query = """SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'
               AND state_change < now() - interval '50 ms'"""
    with world.admin() as admin:
        for _ in range(200):
            service.process.send_signal(signal.SIGSTOP)
            await asyncio.sleep(0.06)
            row = admin.execute(query).fetchone()
            if row and row[0]:
                return
            service.process.send_signal(signal.SIGCONT)
            await asyncio.sleep(0.01)
    service.process.send_signal(signal.SIGSTOP)
