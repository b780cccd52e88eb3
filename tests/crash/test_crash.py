"""kill -9 of the service again and again while requests are posted: nothing lost, nothing doubled.

`make test-crash`; TALENTPOOL_TEST_SEED repeats a run, TALENTPOOL_TEST_KILLS shortens it.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from infra.logging import set_up
from infra.settings import Settings
from matcher.check import faults
from models.codes import prefecture_code
from models.facts import STATED
from models.ids import PoolId
from service.wiring import Parts, opened
from tests import make

pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]

KILLS = int(os.environ.get("TALENTPOOL_TEST_KILLS", "50"))
REQUESTS = 2_000
POOLS = [f"{n:02d}" for n in range(1, 11)]
SETTLE_WITHIN = 180
#: The service has a real clock: it refuses hours in months that are over.
MONTHS = make.months_ahead()


def start_service(database: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "TALENTPOOL_DATABASE": database,
        "TALENTPOOL_SOLVE_SECONDS": "0.3",
        "TALENTPOOL_IMPROVE_SECONDS": "0",
        "TALENTPOOL_LOG_LEVEL": "error",
    }
    return subprocess.Popen([sys.executable, "-m", "service", "up", "--no-web"], env=environment)


def kill(service: subprocess.Popen[bytes]) -> None:
    service.send_signal(signal.SIGKILL)
    service.wait()


def request_of(number: int, chance: random.Random) -> Any:
    pool_id = POOLS[number % len(POOLS)]
    months = chance.sample(MONTHS, 3)
    return make.request(
        f"R-{number}",
        make.line(hours=make.hours(chance.choice((16, 32, 64)), months)),
        pool_id=pool_id,
        municipalities=(prefecture_code(pool_id),),
    )


async def post_while_killing(parts: Parts, database: str, chance: random.Random) -> list[str]:
    """Ids of requests whose posting was acknowledged, in about `KILLS` lives of the service."""
    for pool_id in POOLS:
        talents = [
            make.talent(f"T-{pool_id}-{n}", pool_id=pool_id, capacity=make.hours(128, MONTHS))
            for n in range(4)
        ]
        await parts.desk.post([], talents)
    acknowledged: list[str] = []
    waiting = [request_of(number, chance) for number in range(REQUESTS)]
    for life in range(KILLS):
        service = start_service(database)
        dies_at = time.monotonic() + chance.uniform(0.1, 4.0)
        share = len(waiting) // (KILLS - life)
        while share > 0 or time.monotonic() < dies_at:
            batch = [waiting.pop() for _ in range(min(share, chance.randint(1, 8)))]
            share -= len(batch)
            if batch:
                receipts = await parts.desk.post(batch, [])
                acknowledged += [receipt.subject for receipt in receipts]
            if time.monotonic() >= dies_at:
                break
            await asyncio.sleep(chance.uniform(0, 0.1))
        kill(service)
    for request in waiting:
        acknowledged += [r.subject for r in await parts.desk.post([request], [])]
    return acknowledged


async def planned(parts: Parts) -> bool:
    """Every posted fact is applied and every pool is planned at its newest version."""
    topics = tuple(fact.topic for fact in STATED)
    if await parts.event_log.lag("talentpool-ingest", topics):
        return False
    for pool_id in POOLS:
        snapshot = await parts.store.snapshot(PoolId(pool_id))
        if (
            snapshot is None
            or await parts.store.planned_version(PoolId(pool_id)) != snapshot.version
        ):
            return False
    return True


async def test_acknowledged_is_applied_each_once_and_nobody_works_too_much(tmp_path: Path) -> None:
    seed = int(os.environ.get("TALENTPOOL_TEST_SEED", str(random.randrange(10**6))))
    print(f"\nseed {seed}: {KILLS} kills, {REQUESTS} requests")
    chance = random.Random(seed)
    database = f"sqlite:///{tmp_path / 'pool.db'}"
    set_up("json", "error")
    async with opened(Settings(database=database)) as parts:
        acknowledged = await post_while_killing(parts, database, chance)

        service = start_service(database)
        try:
            async with asyncio.timeout(SETTLE_WITHIN):
                while not await planned(parts):
                    assert service.poll() is None, "the service ended"
                    await asyncio.sleep(0.2)
        finally:
            kill(service)

        applied: Counter[str] = Counter()
        for pool_id in POOLS:
            applied.update(r.request_id for r in await parts.store.requests(PoolId(pool_id)))
            plan, problem = (
                await parts.store.plan(PoolId(pool_id)),
                await parts.store.problem(PoolId(pool_id)),
            )
            assert plan is not None
            assert problem is not None
            assert faults(problem, plan) == []
            over = [
                row for row in await parts.store.ledger(PoolId(pool_id)) if row.used > row.capacity
            ]
            assert over == []
        counts = await parts.store.counts()
        print(f"acknowledged {len(acknowledged)}, applied {len(applied)}, counts {counts}")
        assert applied == Counter(acknowledged)
        assert len(acknowledged) == REQUESTS
        assert counts["applied"] == REQUESTS + 4 * len(POOLS)
        assert counts["dead"] == 0
