"""The rows that a batch can touch, read at once instead of one by one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.batch_state import Key, Pool, State, Stated
from infra.store.match_rows import LIVE_STATES, decline_in, match_in, request_of
from infra.store.revisions import load_revisions
from infra.store.tables import DECLINES, MATCHES, POOLS, REQUESTS, TALENTS, add_missing
from models.entities import TalentStatus
from models.facts import DecisionMade, Fact, PoolConfigured, RequestStated, TalentStated
from models.ids import MatchId, PoolId, RequestId
from models.match import BARRING, Decline, Match
from models.pool_settings import PoolSettings
from models.revision_claims import Kind
from models.revisions import RevisionMade


async def lock_pools(connection: AsyncConnection, pool_ids: Iterable[PoolId]) -> dict[PoolId, Pool]:
    """The pools, made where they are new, and held until the transaction ends.

    Always in the order of their ids, so that two writers wait for each other and never crosswise.
    """
    ids = sorted(set(pool_ids))
    if not ids:
        return {}
    await add_missing(connection, POOLS, [_new_pool(pool_id) for pool_id in ids])
    found = await connection.execute(
        select(POOLS).where(POOLS.c.pool_id.in_(ids)).order_by(POOLS.c.pool_id).with_for_update()
    )
    return {
        row.pool_id: Pool(
            row.version,
            PoolSettings.read_kept(row.settings),
            row.settings_revision,
            row.month,
        )
        for row in found
    }


async def load(
    connection: AsyncConnection,
    pools: dict[PoolId, Pool],
    facts: Sequence[Fact],
    turning: Collection[PoolId] = (),
) -> State:
    """Everything these facts can ask about or change; all that lives where the month turns."""
    decisions = [fact for fact in facts if isinstance(fact, DecisionMade)]
    requests = [fact.request for fact in facts if isinstance(fact, RequestStated)]
    talents = [fact.talent for fact in facts if isinstance(fact, TalentStated)]
    matches = await _matches(
        connection,
        pools,
        decided={d.match_id for d in decisions},
        stated={r.request_id for r in requests},
        left={t.talent_id for t in talents if t.status is TalentStatus.LEFT},
        turning=turning,
    )
    # What a decline is kept with, and what a match stands on that a decision brings back.
    asked = [matches[d.match_id] for d in decisions if d.verb in BARRING and d.match_id in matches]
    asked += [d.match for d in decisions if d.match]
    about: dict[Kind, set[Any]] = {
        Kind.REQUEST: {r.request_id for r in requests},
        Kind.TALENT: {t.talent_id for t in talents},
        Kind.SETTINGS: {fact.pool_id for fact in facts if isinstance(fact, PoolConfigured)},
        Kind.MATCH: {d.match_id for d in decisions if d.seen_revision},
    }
    return State(
        pools=pools,
        history=await _history(connection, pools, about),
        matches=matches,
        standing_declines=await _declines(connection, pools, {r.request_id for r in requests}),
        requests=await stated(
            connection,
            REQUESTS,
            pools,
            {r.request_id for r in requests}
            | {request_of(m) for m in asked}
            | {request_of(m) for m in matches.values() if m.pool_id in turning},
        ),
        talents=await stated(
            connection,
            TALENTS,
            pools,
            {t.talent_id for t in talents} | {m.talent_id for m in asked},
        ),
    )


async def _matches(
    connection: AsyncConnection,
    pools: Iterable[PoolId],
    *,
    decided: set[MatchId],
    stated: Iterable[str],
    left: Iterable[str],
    turning: Collection[PoolId],
) -> dict[MatchId, Match]:
    found: list[Any] = []
    if decided:
        found += await connection.execute(select(MATCHES).where(MATCHES.c.match_id.in_(decided)))
    if stated or left:
        found += await connection.execute(
            select(MATCHES).where(
                MATCHES.c.pool_id.in_(pools),
                MATCHES.c.state.in_(LIVE_STATES),
                or_(MATCHES.c.request_id.in_(stated), MATCHES.c.talent_id.in_(left)),
            )
        )
    if turning:
        found += await connection.execute(
            select(MATCHES).where(MATCHES.c.pool_id.in_(turning), MATCHES.c.state.in_(LIVE_STATES))
        )
    return {row.match_id: match_in(row) for row in found}


async def _history(
    connection: AsyncConnection, pools: Iterable[PoolId], about: Mapping[Kind, set[Any]]
) -> dict[tuple[Kind, PoolId, str], list[RevisionMade]]:
    found: dict[tuple[Kind, PoolId, str], list[RevisionMade]] = {}
    for kind, subjects in about.items():
        for made in await load_revisions(connection, kind, pools, subjects):
            found.setdefault((kind, made.pool_id, made.subject), []).append(made)
    return found


async def _declines(
    connection: AsyncConnection, pools: Iterable[PoolId], requests: set[RequestId]
) -> dict[tuple[PoolId, MatchId], Decline]:
    """What was declined of these requests' lines."""
    if not requests:
        return {}
    found = await connection.execute(
        select(DECLINES)
        .join(MATCHES, MATCHES.c.match_id == DECLINES.c.match_id)
        .where(DECLINES.c.pool_id.in_(pools), MATCHES.c.request_id.in_(requests))
    )
    return {(row.pool_id, row.match_id): decline_in(row) for row in found}


async def stated(
    connection: AsyncConnection, table: Table, pools: Iterable[PoolId], ids: set[Any]
) -> dict[Key, Stated]:
    """The newest revisions of requests or talents, by pool and id."""
    if not ids:
        return {}
    pool_id, own_id = table.primary_key.columns
    found = await connection.execute(select(table).where(pool_id.in_(pools), own_id.in_(ids)))
    return {
        (row[0], row[1]): Stated(
            revision=row.revision,
            status=row.status,
            content=row.content,
            event_id=row.event_id,
            correlation_id=row.correlation_id,
            changed_version=row.changed_version,
        )
        for row in found
    }


def _new_pool(pool_id: PoolId) -> dict[str, Any]:
    return {
        "pool_id": pool_id,
        "version": 0,
        "planned_version": 0,
        "settings": PoolSettings().model_dump_json(),
        "settings_revision": 0,
        "correlation_id": None,
        "month": None,
    }
