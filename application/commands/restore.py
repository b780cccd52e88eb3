"""A store that holds a backup takes the log from its beginning: all that was acknowledged is there.

The order matters, and only a stopped service lets us keep it: first what people stated (with the
matches set aside, so that facts of later times do not touch them as they were), then the matches
as matches.v1 tells of them, then the decisions, which speak of matches.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Protocol

from consumers.dead_letters import dead_letters_consumer
from consumers.ingest import ingest_consumer
from consumers.ports import DeadLetterStore, IngestStore
from consumers.restore import restore_consumer
from models.entities import Person, Talent
from models.event_log import Consumer, EventLog
from models.facts import DecisionMade
from models.ids import PoolId, TalentId
from models.ingest import WaitingDecision
from models.match import Match
from models.put_aside import Aside

_LOOK = 0.05


class HalfwayStore(IngestStore, DeadLetterStore, Protocol):
    """A store that holds a backup, and takes again what came after it."""

    follows_months: bool

    async def pools(self) -> Sequence[PoolId]: ...

    async def talents(self, pool_id: PoolId) -> Sequence[Talent]: ...

    async def people(self, pool_id: PoolId) -> Sequence[Person]: ...

    async def matches(self, pool_id: PoolId, live_only: bool = False) -> Sequence[Match]: ...

    async def counts(self) -> Mapping[str, int]: ...

    async def waiting(self) -> Sequence[WaitingDecision]: ...

    async def erasures(self) -> Sequence[tuple[PoolId, TalentId]]: ...

    async def set_matches_aside(self) -> Any: ...

    async def rebuild_matches(self, memory: Any) -> None: ...

    async def end_restore(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore came to."""

    applied: int  #: facts that the log knew and the backup did not
    confirmed: int
    waiting: int  #: decisions whose match nobody has told of
    nameless: tuple[tuple[PoolId, TalentId], ...]  #: in no people table, and not erased
    aside: Aside | None = None  #: where the file in place was put, if it is not continued


async def finish_restore(store: HalfwayStore, event_log: EventLog) -> Restored:
    """Take the whole log again, and say what that came to; only then is the store whole."""
    before = await store.counts()
    await take_again(store, event_log)
    await store.end_restore()
    after = await store.counts()
    pools = await store.pools()
    matches = [match for pool in pools for match in await store.matches(pool, live_only=True)]
    return Restored(
        applied=after["applied"] - before["applied"],
        confirmed=sum(match.state == "confirmed" for match in matches),
        waiting=len(await store.waiting()),
        nameless=await _nameless(store, pools),
    )


async def take_again(store: HalfwayStore, event_log: EventLog) -> None:
    """Every topic from its beginning, in the order in which one stands on the other."""
    ingest, letters = ingest_consumer(store), dead_letters_consumer(store)
    memory = await store.set_matches_aside()
    recall = restore_consumer(memory.remember)
    for consumer in (ingest, recall, letters):
        await event_log.rewind(consumer.group, consumer.topics)
    stated = tuple(topic for topic in ingest.topics if topic != DecisionMade.topic)
    # What people stated comes before the matches it was about: months turn only afterwards.
    store.follows_months = False
    for consumer in (replace(ingest, topics=stated), recall):
        await _taken(event_log, consumer)
    await store.rebuild_matches(memory)
    store.follows_months = True
    for consumer in (replace(ingest, topics=(DecisionMade.topic,)), letters):
        await _taken(event_log, consumer)


async def _nameless(
    store: HalfwayStore, pools: Sequence[PoolId]
) -> tuple[tuple[PoolId, TalentId], ...]:
    known = set(await store.erasures())
    for pool in pools:
        known |= {(pool, person.talent_id) for person in await store.people(pool)}
    talents = [(pool, t.talent_id) for pool in pools for t in await store.talents(pool)]
    return tuple(each for each in talents if each not in known)


async def _taken(event_log: EventLog, consumer: Consumer) -> None:
    """Run one consumer until it has taken everything there is."""
    run = asyncio.create_task(event_log.run([consumer]))
    try:
        while await event_log.lag(consumer.group, consumer.topics):
            if run.done():
                run.result()
            await asyncio.sleep(_LOOK)
    finally:
        run.cancel()
        with suppress(asyncio.CancelledError):
            await run
