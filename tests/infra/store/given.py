"""What the tests of the store begin with: deliveries, and a pool that has a plan."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from infra.store.store import SqlStore
from matcher.plan import Plan, Status
from matcher.ports import LedgerRow
from matcher.problem import Problem
from models.entities import Request, Talent
from models.envelope import Message, read
from models.event_log import NewRecord, Record
from models.facts import DecisionMade, Fact, PoolConfigured, RequestStated, TalentStated
from models.ids import PoolId
from models.ingest import Dead, Ingested, Taken
from models.match import DeclineReason, Match, Side, Verb
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from tests import make

POOL = "20"
_offsets = count(1_000)


def fact_of(what: Request | Talent | Fact) -> Fact:
    """The fact that states an entity."""
    match what:
        case Request():
            return RequestStated(request=what)
        case Talent():
            return TalentStated(talent=what)
        case _:
            return what


def taken(what: Request | Talent | Fact, offset: int | None = None, **about: Any) -> Taken:
    """A record as it was delivered, in a story of its own; the next offset where none is named."""
    offset = next(_offsets) if offset is None else offset
    record = make.record(fact_of(what), offset, **about)
    story = ("ce_correlationid", str(uuid4()).encode())
    headers = tuple(story if name == story[0] else (name, text) for name, text in record.headers)
    record = replace(record, headers=headers)
    return Taken(record=record, message=read(record, type(fact_of(what))))


async def ingest(store: SqlStore, *facts: Request | Talent | Fact) -> Ingested:
    """Deliver facts as one batch."""
    return await store.ingest([taken(fact) for fact in facts], [])


def decision(
    match: Match,
    /,
    verb: Verb,
    side: Side | None = None,
    reason: DeclineReason | None = None,
    **given: Any,
) -> DecisionMade:
    return DecisionMade(
        pool_id=match.pool_id, match_id=match.match_id, verb=verb, side=side, reason=reason, **given
    )


def configured(revision: int, pool_id: str = POOL, **settings: Any) -> PoolConfigured:
    return PoolConfigured(pool_id=pool_id, revision=revision, settings=PoolSettings(**settings))


NO_SOURCE = Phrase.of("header_missing", header="ce_source")


def unreadable(
    value: bytes = b"\x00\xff{", offset: int = 5, why: Phrase = NO_SOURCE, **given: Any
) -> Dead:
    """A record that is no fact."""
    fields: dict[str, Any] = {
        "topic": RequestStated.topic,
        "key": POOL,
        "headers": (("ce_id", b"\xff"), ("note", b"kept")),
        "partition": 3,
    }
    record = Record(value=value, offset=offset, **fields | given)
    return Dead(record=record, why=why)


def plan(version: int, **given: Any) -> Plan:
    fields: dict[str, Any] = {"pool_id": POOL, "months": make.MONTHS, "method": "test"}
    return Plan(version=version, status=Status.FEASIBLE, **fields | given)


def problem(version: int = 0, pool_id: str = POOL) -> Problem:
    return Problem(pool_id=pool_id, version=version, months=make.MONTHS)


def counts(applied: int = 0, repeated: int = 0, dead: int = 0) -> dict[str, int]:
    return {"applied": applied, "repeated": repeated, "dead": dead}


async def commit(
    store: SqlStore,
    *matches: Match,
    ledger: Sequence[LedgerRow] = (),
    outbox: Sequence[NewRecord] = (),
) -> Plan:
    """A plan of the pool as it is now."""
    snapshot = await store.snapshot(PoolId(POOL))
    assert snapshot
    done = plan(snapshot.version)
    await store.commit_plan(
        done, problem=problem(done.version), matches=matches, ledger=ledger, outbox=outbox
    )
    return done


async def planned_pool(store: SqlStore, *matches: Match) -> None:
    """Two requests, two talents, the matches; an empty outbox."""
    await ingest(
        store,
        make.request("R-1"),
        make.request("R-2", municipalities=(make.SAKU, make.MATSUMOTO)),
        make.talent("T-1"),
        make.talent("T-2"),
    )
    await commit(store, *matches)
    await drain(store)


async def drain(store: SqlStore) -> list[NewRecord]:
    """What the outbox held; empty afterwards."""
    said = await store.outbox(10_000)
    await store.relayed([seq for seq, _ in said])
    return [record for _, record in said]


def message(record: NewRecord, fact_type: type[Fact]) -> Message:
    """The message in a record that the store wrote."""
    return read(
        Record(
            topic=record.topic,
            key=record.key,
            value=record.value,
            headers=record.headers,
            partition=0,
            offset=0,
        ),
        fact_type,
    )


async def said(store: SqlStore, fact_type: type[Fact]) -> list[Message]:
    """The messages of one type in the outbox; empty afterwards."""
    return [message(r, fact_type) for r in await drain(store) if r.topic == fact_type.topic]


def event_id(number: int) -> UUID:
    return UUID(int=number, version=4)
