"""The rehearsal: an older backup and the log give back everything that was acknowledged."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from infra.settings import Settings
from models.entities import Request, Talent
from models.errors import Mistake
from models.facts import DecisionMade
from models.ids import PoolId, RequestId
from models.match import Decline, DeclineReason, Match, MatchState, Side, Verb
from models.pool_settings import PoolSettings
from service.restore import backup, restore
from service.running.service import Service
from service.wiring import Parts, opened
from tests import make
from tests.empty_store import make_empty_store

pytestmark = pytest.mark.usefixtures("no_child")

#: A pool that no other test on the same broker speaks of.
POOL = PoolId("47")
MONTHS = make.MONTHS[:3]


def embedded_in(folder: Path) -> Settings:
    """Of a store in this folder; its tables are made already."""
    make_empty_store(folder / "pool.db")
    return Settings(
        database=f"sqlite:///{folder / 'pool.db'}", kafka="", improve_seconds=0, solve_seconds=0.5
    )


@pytest.fixture
def embedded(tmp_path: Path) -> Settings:
    return embedded_in(tmp_path)


@pytest.fixture
def production(tmp_path: Path, real_kafka: str, real_postgres: str) -> Iterator[Settings]:
    schema = f"restore_{uuid4().hex}"
    with psycopg.connect(real_postgres.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        sign = "&" if "?" in real_postgres else "?"
        url = f"{real_postgres}{sign}options=-csearch_path%3D{schema}"
        yield Settings(database=url, kafka=real_kafka, improve_seconds=0, solve_seconds=0.5)
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["embedded", pytest.param("production", marks=pytest.mark.kafka)])
def settings(request: pytest.FixtureRequest) -> Settings:
    made: Settings = request.getfixturevalue(request.param)
    return made


@dataclass
class Work:
    """A running service, and what people do with it."""

    parts: Parts
    service: Service

    async def post(self, number: int) -> None:
        """A municipality and the one who fits: they find each other."""
        hours, skill = make.hours(64 + 8 * number, MONTHS), {f"技{number}": 3}
        await self.parts.desk.post_talent(
            make.talent(f"T-{number}", pool_id=POOL, capacity=hours, skills=skill)
        )
        line = make.line(hours=hours, skills=skill)
        await self.parts.desk.post_request(
            make.request(f"R-{number}", line, pool_id=POOL, municipalities=("472018",))
        )
        await self.settled()

    async def decide(self, number: int, verb: Verb, **given: object) -> None:
        matches = await self.parts.store.matches(POOL, live_only=True)
        [match] = [m for m in matches if m.line_id == f"R-{number}/1"]
        decision = {"pool_id": POOL, "match_id": match.match_id, "verb": verb} | given
        await self.parts.desk.decide(DecisionMade.model_validate(decision))
        await self.settled()

    async def agree(self, number: int) -> None:
        await self.decide(number, Verb.RELEASE)
        for side in Side:
            await self.decide(number, Verb.ACCEPT, side=side)

    async def agree_again(self, number: int) -> None:
        for side in Side:
            await self.decide(number, Verb.ACCEPT, side=side)

    async def decide_ended(self, number: int, verb: Verb) -> None:
        [match] = [
            m
            for m in await self.parts.store.matches(POOL)
            if m.line_id == f"R-{number}/1" and m.state is MatchState.CANCELLED
        ]
        decision = DecisionMade(pool_id=POOL, match_id=match.match_id, verb=verb)
        await self.parts.desk.decide(decision)
        await self.settled()

    async def amend(self, number: int, **fields: object) -> None:
        await self.parts.desk.amend_request(
            POOL, RequestId(f"R-{number}"), lambda known: known.update(fields)
        )
        await self.settled()

    async def settled(self) -> None:
        async with asyncio.timeout(60):
            await self.service.settled()


@asynccontextmanager
async def at_work(settings: Settings) -> AsyncIterator[Work]:
    async with opened(settings, now=lambda: make.NOW) as parts:
        service = Service(parts)
        running = asyncio.create_task(service.run())
        work = Work(parts, service)
        try:
            await work.settled()
            yield work
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@dataclass(frozen=True)
class Standing:
    """What was acknowledged: whatever a person said, and what came of it."""

    matches: tuple[Match, ...]
    declines: tuple[Decline, ...]
    requests: tuple[Request, ...]
    talents: tuple[Talent, ...]
    dead: int
    waiting: int


async def standing(settings: Settings) -> Standing:
    async with opened(settings, now=lambda: make.NOW) as parts:
        snapshot = await parts.store.snapshot(POOL)
        assert snapshot
        matches = await parts.store.matches(POOL)
        return Standing(
            matches=tuple(m for m in matches if m.state is not MatchState.DRAFTED),
            declines=snapshot.declines,
            requests=await parts.store.requests(POOL),
            talents=await parts.store.talents(POOL),
            dead=len(await parts.store.dead_letters(pool=POOL)),
            waiting=len(await parts.store.waiting()),
        )


async def worked(settings: Settings, file: Path) -> None:
    """A life of a pool, with a backup in the middle of it."""
    async with at_work(settings) as work:
        await work.parts.desk.configure(POOL, PoolSettings(release_at_once=False))
        for number in (1, 2):
            await work.post(number)
        await work.agree(1)
        await work.decide(2, Verb.RELEASE)
        await backup(settings, file)
        for side in Side:
            await work.decide(2, Verb.ACCEPT, side=side)
        for number in (3, 4, 5):
            await work.post(number)
        await work.agree(3)
        await work.decide(4, Verb.RELEASE)
        await work.decide(4, Verb.DECLINE, side=Side.TALENT, reason=DeclineReason.THIS_LINE)
        await work.agree(5)
        await work.decide(5, Verb.CANCEL)
        await work.decide_ended(5, Verb.UNBAR)
        # Asked again at another place, under a match that the backup knows as it was.
        for place in ("472077", "472085"):
            await work.amend(1, municipalities=(place,))
        await work.agree_again(1)
        await work.amend(4, title="別の題")
        await work.parts.desk.withdraw_request(POOL, RequestId("R-3"))
        await work.settled()


async def test_an_older_backup_and_the_log_give_back_what_was_agreed(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "older.db"
    await worked(settings, file)
    before = await standing(settings)
    confirmed = [m for m in before.matches if m.state is MatchState.CONFIRMED]
    assert (len(confirmed), len(before.declines), before.dead) == (2, 1, 0)

    done = await restore(settings, file)
    async with at_work(settings):
        assert (done.waiting, done.aside) == (0, None)

    assert await standing(settings) == before
    assert file.stat().st_mode & 0o077 == 0
    # Twice is the same as once, also where the service has run between.
    await restore(settings, file)
    assert await standing(settings) == before


async def test_a_service_at_work_is_not_restored_under(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "older.db"
    async with at_work(settings) as work:
        await work.post(1)
        await backup(settings, file)
        before = await work.parts.store.requests(POOL)

        with pytest.raises(Mistake):
            await restore(settings, file)

        assert await work.parts.store.requests(POOL) == before
