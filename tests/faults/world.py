"""A real Apache Kafka and PostgreSQL behind wires that can fail, services on them, and a poster.

TALENTPOOL_TEST_SEED repeats a run; TALENTPOOL_TEST_FAULT_SECONDS says how long a fault lasts.
"""

import asyncio
import json
import os
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from infra.kafka import KafkaLog
from infra.store.store import SqlStore
from matcher.check import faults
from models.errors import TryAgain
from models.event_log import NewRecord
from models.facts import MatchChanged, RequestStated, TalentStated
from models.ids import PoolId
from tests import make
from tests.acceptance.processes import Running, environment
from tests.real.kafka_jvm import Jvm
from tests.real.postgres_server import Local
from tests.real.wire import Wire

SEED = int(os.environ.get("TALENTPOOL_TEST_SEED", str(random.randrange(10**6))))
#: How long a fault lasts after the service has said it.
HOLD = float(os.environ.get("TALENTPOOL_TEST_FAULT_SECONDS", "15"))
#: What the services are given for a statement: short, so that a run is.
DATABASE_SECONDS = 3
#: A silent broker is asked for 10 s, a consumer has a session of 10 s.
SAID_WITHIN = 45.0
BACK_WITHIN = 90.0
POOLS = ("15", "20")


class World:
    """The servers, each reached by the services through its wire and by the tests without."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.to_kafka, self.to_postgres = Wire(), Wire()
        self.kafka = Jvm(advertised=self.to_kafka.address)
        self.postgres = Local()
        url = make_url(self.postgres.address)
        self.to_kafka.target = self.kafka.address
        self.to_postgres.target = f"{url.host}:{url.port}"
        host, _, port = self.to_postgres.address.partition(":")
        wired = url.set(drivername="postgresql", host=host, port=int(port))
        self.environment = environment(
            directory,
            database=wired.render_as_string(hide_password=False),
            kafka=self.to_kafka.address,
        ) | {
            "TALENTPOOL_DATABASE_SECONDS": str(DATABASE_SECONDS),
            "TALENTPOOL_SOLVE_SECONDS": "0.3",
            "TALENTPOOL_IMPROVE_SECONDS": "0",
        }
        self.posted: list[str] = []  #: ids of requests that the log has acknowledged
        self.talents = 0

    def start(self) -> None:
        self.kafka.start()
        self.postgres.start()

    def close(self) -> None:
        for each in (self.to_kafka, self.to_postgres):
            each.close()
        self.kafka.stop()
        self.postgres.stop()

    def heal(self) -> None:
        """Both wires carry again."""
        self.to_kafka.heal()
        self.to_postgres.heal()

    def admin(self) -> "psycopg.Connection[Any]":
        """A session of whoever runs the database."""
        return psycopg.connect(self.postgres.address.replace("+psycopg", ""), autocommit=True)

    def service(self, **settings: str) -> Running:
        """One more service."""
        given = {f"TALENTPOOL_{name.upper()}": text for name, text in settings.items()}
        return Running("up", env=self.environment | given)

    @asynccontextmanager
    async def posting(self, chance: random.Random) -> AsyncIterator[None]:
        """Requests and talents are posted while the block lasts, each until it is acknowledged."""
        log = KafkaLog(self.to_kafka.address, patience=5)
        stop = asyncio.Event()

        async def post() -> None:
            while not stop.is_set():
                await _acknowledged(
                    log, [self._something(chance) for _ in range(chance.randint(1, 5))]
                )
                await asyncio.sleep(chance.uniform(0.02, 0.2))

        task = asyncio.create_task(post())
        try:
            yield
            stop.set()
            async with asyncio.timeout(BACK_WITHIN):
                await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await log.close()

    def _something(self, chance: random.Random) -> NewRecord:
        pool, months = chance.choice(POOLS), make.months_ahead(6)
        if self.talents < 4 * len(POOLS):
            self.talents += 1
            talent = make.talent(
                f"T-{self.talents}", pool_id=pool, capacity=make.hours(128, months)
            )
            return make.message(TalentStated(talent=talent)).record()
        self.posted.append(f"R-{len(self.posted) + 1}")
        line = make.line(hours=make.hours(16, chance.sample(months, 2)))
        place = {"15": "151009", "20": make.SAKU}[pool]
        request = make.request(self.posted[-1], line, pool_id=pool, municipalities=(place,))
        return make.message(RequestStated(request=request)).record()

    async def settled(self, service: Running) -> None:
        """Wait until everything posted so far is applied, planned and sent."""
        store = SqlStore(self.postgres.address)
        try:
            async with asyncio.timeout(BACK_WITHIN):
                while not await self._is_settled(store):
                    assert service.process.poll() is None, service.lines[-30:]
                    await asyncio.sleep(0.2)
        finally:
            await store.close()

    async def _is_settled(self, store: SqlStore) -> bool:
        try:
            counts = await store.counts()
            if counts["applied"] < len(self.posted) + self.talents or await store.outbox(1):
                return False
            for pool in await store.pools():
                snapshot = await store.snapshot(pool)
                assert snapshot
                if await store.planned_version(pool) != snapshot.version:
                    return False
        except TryAgain:
            return False
        return True

    async def check(self) -> None:
        """Nothing acknowledged is lost, nothing is doubled, nobody works more than they have."""
        store = SqlStore(self.postgres.address)
        try:
            applied = Counter[str]()
            for pool in POOLS:
                applied.update(request.request_id for request in await store.requests(PoolId(pool)))
            assert applied == Counter(self.posted)
            counts = await store.counts()
            assert (counts["applied"], counts["dead"]) == (len(self.posted) + self.talents, 0)
            for pool in await store.pools():
                plan, problem = await store.plan(pool), await store.problem(pool)
                assert plan
                assert problem
                assert faults(problem, plan) == []
                assert [row for row in await store.ledger(pool) if row.used > row.capacity] == []
            matches = [match for pool in POOLS for match in await store.matches(PoolId(pool))]
        finally:
            await store.close()
        revisions = {match.match_id: match.revision for match in matches}
        told = await self._told(sum(revisions.values()))
        assert told == {match: list(range(1, last + 1)) for match, last in revisions.items()}

    async def _told(self, count: int) -> dict[str, list[int]]:
        """The revisions of each match on its topic; an event that came again is the same event."""
        seen: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        log = KafkaLog(self.kafka.address)
        try:
            async with (
                asyncio.timeout(BACK_WITHIN),
                aclosing(log.tail([MatchChanged.topic], past=10**9)) as tail,
            ):
                while sum(map(len, seen.values())) < count:
                    record = await anext(tail)
                    fact = json.loads(record.value)
                    seen[fact["match_id"]][fact["revision"]].add(record.header("ce_id") or "")
        finally:
            await log.close()
        assert all(len(ids) == 1 for events in seen.values() for ids in events.values())
        return {match: sorted(events) for match, events in seen.items()}


async def _acknowledged(log: KafkaLog, records: Sequence[NewRecord]) -> None:
    """Append until the log says it has them; an event that comes again is known by its id."""
    while True:
        try:
            await log.append(records)
            return
        except TryAgain:
            await asyncio.sleep(0.2)


async def said(service: Running, *words: str, within: float = SAID_WITHIN) -> dict[str, Any]:
    """The next log line that holds all the words."""
    deadline = asyncio.get_running_loop().time() + within
    while True:
        left = deadline - asyncio.get_running_loop().time()
        line = await asyncio.to_thread(service.wait_for, words[0], max(0.0, left))
        if all(word in line for word in words):
            found: dict[str, Any] = json.loads(line)
            return found


async def ended(service: Running, within: float = BACK_WITHIN) -> int:
    """The exit code of a service that ends by itself."""
    return await asyncio.to_thread(service.process.wait, within)
