"""Decisions that came before the match they speak of, kept until it is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.outbox import say
from infra.store.record_rows import from_row, to_row
from infra.store.tables import WAITING
from models.envelope import read
from models.event_log import Record
from models.facts import DecisionMade
from models.ids import MatchId, PoolId
from models.ingest import Taken, WaitingDecision


class EarlyDecisions:
    """The waiting decisions of some pools, those of one match in the order they came."""

    def __init__(self, kept: Sequence[Taken] = ()) -> None:
        self._kept = {each.message.envelope.event_id for each in kept}
        self._lines: dict[MatchId, list[Taken]] = {}
        for each in kept:
            self.add(each)

    @classmethod
    async def load(cls, connection: AsyncConnection, pools: Iterable[PoolId]) -> "EarlyDecisions":
        """Those of the pools."""
        query = select(WAITING).where(WAITING.c.pool_id.in_(list(pools))).order_by(WAITING.c.seq)
        return cls([_taken(row) for row in await connection.execute(query)])

    def add(self, taken: Taken) -> None:
        """One more, behind those of the same match."""
        self._lines.setdefault(_match_of(taken), []).append(taken)

    def before(self, taken: Taken) -> bool:
        """Whether others wait for the same match."""
        return bool(self._lines.get(_match_of(taken)))

    def lines(self) -> Iterator[list[Taken]]:
        """Those of each match; what is taken out of a line waits no longer."""
        yield from self._lines.values()

    def facts(self) -> list[DecisionMade]:
        """What they say."""
        return [_decision(each) for line in self._lines.values() for each in line]

    def fresh(self) -> list[Taken]:
        """Those that were not kept before."""
        return [
            each
            for line in self._lines.values()
            for each in line
            if each.message.envelope.event_id not in self._kept
        ]

    async def save(self, connection: AsyncConnection) -> None:
        """Keep the new ones, forget those that were taken."""
        left = {e.message.envelope.event_id for line in self._lines.values() for e in line}
        if gone := self._kept - left:
            await connection.execute(delete(WAITING).where(WAITING.c.event_id.in_(gone)))
        if fresh := self.fresh():
            await connection.execute(insert(WAITING), [_row(each) for each in fresh])


class EarlyDecisionsPart(StorePart):
    """Shows what waits."""

    async def waiting(self) -> Sequence[WaitingDecision]:
        """Every decision whose match is not known yet, oldest first."""
        query = select(WAITING.c.event_id, WAITING.c.pool_id, WAITING.c.match_id)
        async with self._database.reading() as connection:
            return [
                WaitingDecision(
                    event_id=row.event_id,
                    pool_id=PoolId(row.pool_id),
                    match_id=MatchId(row.match_id),
                )
                for row in await connection.execute(query.order_by(WAITING.c.seq))
            ]


async def call(connection: AsyncConnection, ids: Sequence[MatchId]) -> bool:
    """These matches have come: say their decisions once more, so that they are taken now."""
    query = select(WAITING).where(WAITING.c.match_id.in_(ids)).order_by(WAITING.c.seq)
    found = [from_row(row) for row in await connection.execute(query)]
    await say(connection, found)
    return bool(found)


def _match_of(taken: Taken) -> MatchId:
    return _decision(taken).match_id


def _decision(taken: Taken) -> DecisionMade:
    assert isinstance(taken.message.fact, DecisionMade)
    return taken.message.fact


def _row(taken: Taken) -> dict[str, Any]:
    decision = _decision(taken)
    return {
        **to_row(taken.record),
        "event_id": taken.message.envelope.event_id,
        "pool_id": decision.pool_id,
        "match_id": decision.match_id,
        "partition": taken.record.partition,
        "offset": taken.record.offset,
    }


def _taken(row: Any) -> Taken:
    new = from_row(row)
    record = Record(
        topic=new.topic,
        key=new.key,
        value=new.value,
        headers=new.headers,
        partition=row.partition,
        offset=row.offset,
    )
    return Taken(record=record, message=read(record, DecisionMade))
