"""The outside world: its parts are made here, handed in, and closed here.

Every command opens it: what only the running service needs is made in `service.running.service`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from application.session import SOMEBODY, Session, StoreSession
from infra.embedded import EmbeddedLog
from infra.file_permissions import keep_private
from infra.municipalities import read_municipalities
from infra.registry import Registry, registry
from infra.settings import Settings
from infra.steady_clock import SteadyClock
from infra.store.store import SqlStore
from infra.upkeep import StoreUpkeep
from matcher.building.geography import Geography
from models.event_log import EventLog
from models.facts import TOPICS
from models.retry import patiently
from producers.desk import Desk
from service import office_time
from service.office_time import Clock


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
            reads=self.store,
            upkeep=upkeep(self.settings, self.store),
            desk=replace(self.desk, actor=actor),
            places=self.places,
            now=self.now,
            actor=actor,
        )


def upkeep(settings: Settings, store: SqlStore) -> StoreUpkeep:
    """What operators do to this store."""
    return StoreUpkeep(store=store, database=settings.database, beside=settings.embedded_file)


def region(settings: Settings) -> Geography:
    """What the file of municipalities tells, where the setting names one."""
    return Geography(
        read_municipalities(settings.municipalities) if settings.municipalities else {}
    )


def make_log(settings: Settings) -> EventLog:
    """One setting switches the engine."""
    if settings.kafka:
        from infra.kafka import KafkaLog  # noqa: PLC0415  # long to load, and one engine is used

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
    now = SteadyClock(now or office_time.office_clock(settings))
    store = SqlStore(settings.database, now=now, seconds=settings.database_seconds)
    event_log = event_log or make_log(settings)
    places = registry()
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
    """The store and the registry alone: the log may be away."""
    keep_private(settings.embedded_file)
    store = SqlStore(settings.database, seconds=settings.database_seconds)
    try:
        await store.open()
        await store.look_whole()
        yield store, registry()
    finally:
        await store.close()


@asynccontextmanager
async def opened_upkeep(settings: Settings, actor: str) -> AsyncIterator[StoreSession]:
    """The store alone for an operator: the log may be away."""
    async with opened_store(settings) as (store, places):
        yield StoreSession(
            reads=store,
            upkeep=upkeep(settings, store),
            places=places,
            now=office_time.office_clock(settings),
            actor=actor,
        )
