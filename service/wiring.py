"""The only place that knows every room: parts are made here, handed in, and closed here."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from application.session import SOMEBODY, Session
from consumers.dead_letters import GROUP as DEAD_LETTERS_GROUP
from consumers.dead_letters import dead_letters_consumer
from consumers.ingest import GROUP as INGEST_GROUP
from consumers.ingest import ingest_consumer
from consumers.matches import GROUP as MATCH_LOG_GROUP
from consumers.matches import matches_consumer
from consumers.pools import GROUP as MATCHER_GROUP
from consumers.pools import pools_consumer
from infra.embedded import EmbeddedLog
from infra.file_permissions import keep_private
from infra.kafka import KafkaLog
from infra.municipalities import read_municipalities
from infra.registry import Registry
from infra.settings import Settings
from infra.steady_clock import SteadyClock
from infra.store import SqlStore
from matcher.building.geography import Geography
from matcher.planning.isolated_planner import IsolatedPlanner
from matcher.planning.planner import Planner
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from models.errors import Mistake, Stuck
from models.event_log import Consumer, EventLog
from models.facts import STATED, TOPICS, MatchChanged, PoolChanged
from models.retry import patiently
from producers.desk import Desk
from producers.outbox import relay
from service.running.pending_calls import PendingCalls
from service.running.startup_order import PlansAfterFacts
from service.running.watchdog import Watchdog

log = structlog.get_logger()

Clock = Callable[[], datetime]

#: Seconds between two looks at the calendar.
_LOOK_AT_CALENDAR = 60.0

#: What each consumer group reads, in the order of the flow.
GROUPS = {
    INGEST_GROUP: tuple(fact.topic for fact in STATED),
    MATCHER_GROUP: (PoolChanged.topic,),
    MATCH_LOG_GROUP: (MatchChanged.topic,),
    DEAD_LETTERS_GROUP: tuple(topic for topic in TOPICS if topic.endswith(".dead")),
}


def office_clock(settings: Settings) -> Clock:
    """The present moment at the offices: its date is what people there mean by today.

    Tests and demos hand in clocks of their own.
    """
    zone = ZoneInfo(settings.timezone)
    return lambda: datetime.now(zone)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The opened outside world, and the desk that posts to it."""

    settings: Settings
    event_log: EventLog
    store: SqlStore
    places: Registry
    desk: Desk
    now: Clock

    def session(self, actor: str = SOMEBODY) -> Session:
        """The world as the use cases of one person see it."""
        return Session(
            reads=self.store, desk=self.desk, places=self.places, now=self.now, actor=actor
        )


def region(settings: Settings) -> Geography:
    """What the file of municipalities tells, where the setting names one."""
    return Geography(
        read_municipalities(settings.municipalities) if settings.municipalities else {}
    )


def make_log(settings: Settings) -> EventLog:
    """One setting switches the engine."""
    if settings.kafka:
        return KafkaLog(
            settings.kafka, partitions=settings.partitions, replication=settings.replication
        )
    return EmbeddedLog(settings.embedded_file)


@asynccontextmanager
async def opened(
    settings: Settings,
    *,
    now: Clock | None = None,
    event_log: EventLog | None = None,
    waits: bool = False,
    halfway: bool = False,
) -> AsyncIterator[Parts]:
    """Log and store, opened and with their topics and tables; closed in the reverse order.

    Where one of them is away, a service `waits` for it; a person is told (TryAgain). Only a restore
    goes on in a store that another has left `halfway`; for all others that is a Mistake.
    """
    keep_private(settings.embedded_file)
    # Months are turned, plans made and worked hours recorded by the date: it must not jump.
    now = SteadyClock(now or office_clock(settings))
    store = SqlStore(settings.database, now=now, seconds=settings.database_seconds)
    event_log = event_log or make_log(settings)
    places = Registry()
    try:
        for prepare in (store.open, partial(event_log.provision, TOPICS)):
            await (patiently(prepare) if waits else prepare())
        if not halfway:
            await (patiently(store.look_whole) if waits else store.look_whole())
        desk = Desk(event_log=event_log, store=store, places=places, now=now)
        yield Parts(
            settings=settings, event_log=event_log, store=store, places=places, desk=desk, now=now
        )
    finally:
        await event_log.close()
        await store.close()


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[tuple[SqlStore, Registry]]:
    """The store and the registry alone, for those who only read: the log may be away."""
    keep_private(settings.embedded_file)
    store = SqlStore(settings.database, seconds=settings.database_seconds)
    try:
        await store.open()
        await store.look_whole()
        yield store, Registry()
    finally:
        await store.close()


class Service:
    """Consumers, relay and matcher of one process."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._pending = PendingCalls()
        self._store = self._pending.calls("store", parts.store)
        self._solver, self._improver = SolverProcess(greedy), SolverProcess(greedy)
        self.flows = Planner(
            store=self._store,
            solver=self._solver,
            improver=self._improver,
            now=parts.now,
            region=region(parts.settings),
            seconds=parts.settings.solve_seconds,
            improve_seconds=parts.settings.improve_seconds,
        )
        self._planner = IsolatedPlanner(
            plan=self._pending.call("plan", self.flows.plan_pool), store=self._store, now=parts.now
        )
        self._plans_after_facts = PlansAfterFacts(self._facts_waiting, self._planner.plan_pool)

    @property
    def consumers(self) -> tuple[Consumer, ...]:
        """Everything that reads a topic, in the order of the flow."""
        store = self._store
        return (
            ingest_consumer(store),
            pools_consumer(self._plans_after_facts.plan_pool, store),
            matches_consumer(store),
            dead_letters_consumer(store),
        )

    async def run(self) -> None:
        """Serve until cancelled; ends with the first error that nobody expected.

        Raises Stuck where something neither goes on nor says why.
        """
        event_log, seconds = self._parts.event_log, self._parts.settings.stuck_seconds
        try:
            with Watchdog(self._pending, seconds=seconds) as watchdog:
                async with asyncio.TaskGroup() as group:
                    group.create_task(watchdog.watch())
                    await self._begin()
                    group.create_task(event_log.run(self.consumers))
                    group.create_task(relay(self._store, self._pending.calls("log", event_log)))
                    group.create_task(self._plans_after_facts.watch())
                    group.create_task(self._follow_the_calendar())
        except ExceptionGroup as errors:
            first = errors.exceptions[0]
            if isinstance(first, Mistake | Stuck):  # said already, or for a person to mend
                raise first from None
            log.error("service.failed", reason=repr(first)[:500])
            raise
        finally:
            await self.flows.stop()
            await self._solver.close()
            await self._improver.close()
            log.info("service.stopped")

    async def _begin(self) -> None:
        """Warm, and with log and store in reach."""
        names = [await patiently(each.ping) for each in (self._parts.event_log, self._store)]
        log.info("service.started", log=names[0], store=names[1])
        await self._pending.call("solver", self._solver.warm)()

    async def _follow_the_calendar(self) -> None:
        """Plan pools anew when the month turns, and those that could not be planned before."""

        async def look() -> float:
            for pool_id in await self._store.pools():
                await self._plans_after_facts.plan_pool(pool_id)
            return await self._planner.seconds_to_next_try(_LOOK_AT_CALENDAR)

        while True:
            wait = await patiently(look)
            await asyncio.sleep(wait)

    async def _facts_waiting(self) -> int:
        return await self._parts.event_log.lag(INGEST_GROUP, GROUPS[INGEST_GROUP])

    async def settled(self) -> None:
        """Wait until everything appended so far is applied, planned and relayed.

        Improving may go on; what lies around a change has had its second look.
        """
        # Log and store may belong to other processes: nobody could set an event for us.
        while not await self._is_settled():  # noqa: ASYNC110
            await asyncio.sleep(0.05)

    async def _is_settled(self) -> bool:
        store, event_log = self._parts.store, self._parts.event_log
        stated = tuple(fact.topic for fact in STATED)
        # In the order of the flow: what one step has finished, the next one can see.
        return (
            await event_log.lag(INGEST_GROUP, stated) == 0
            and not await store.outbox(1)
            and await event_log.lag(MATCHER_GROUP, (PoolChanged.topic,)) == 0
            and not self.flows.repairing
            and not await store.outbox(1)
            and await event_log.lag(MATCH_LOG_GROUP, (MatchChanged.topic,)) == 0
            and await event_log.lag(
                DEAD_LETTERS_GROUP, tuple(t for t in TOPICS if t.endswith(".dead"))
            )
            == 0
        )
