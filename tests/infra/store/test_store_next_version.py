"""What a next version has stored is read as far as it can be, and planned anew where it cannot."""

import json

import pytest
from sqlalchemy import update

from infra.store.store import SqlStore
from infra.store.tables import DEAD_LETTERS, PLANS, TALENTS
from models.ids import PoolId, TalentId
from models.phrase import Phrase
from tests import make
from tests.infra.store import given
from tests.known import known


async def test_a_plan_with_a_field_more_is_read(store: SqlStore) -> None:
    await given.planned_pool(store)
    plan = await store.plan(PoolId(given.POOL))
    assert plan

    await _set_plan(store, json.dumps(json.loads(plan.model_dump_json()) | {"next": [1]}))

    assert await store.plan(PoolId(given.POOL)) == plan
    assert not await store.unreadable_plan(PoolId(given.POOL))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"status": "of_a_next_version"}'])
async def test_a_plan_that_cannot_be_read_is_as_none_and_said(
    store: SqlStore, content: str
) -> None:
    await given.planned_pool(store)
    await _set_plan(store, content)

    assert await store.plan(PoolId(given.POOL)) is None
    assert await store.unreadable_plan(PoolId(given.POOL))
    assert await store.problem(PoolId(given.POOL))


async def test_a_talent_with_a_field_more_is_read(store: SqlStore) -> None:
    await given.ingest(store, make.talent())
    newer = json.loads(make.talent().model_dump_json()) | {"next": {"any": 1}}
    async with store._database.writing() as connection:
        await connection.execute(update(TALENTS).values(content=json.dumps(newer)))

    assert await store.talent(PoolId("20"), TalentId("T-1")) == make.talent()
    assert known(await store.snapshot(PoolId("20"))).talents == (make.talent(),)


async def test_letters_of_a_newer_version_are_found_by_their_reason(store: SqlStore) -> None:
    newer = Phrase.of("written_by_newer_version", fields=("talent.form",))
    await store.ingest([], [given.unreadable(), given.unreadable(offset=6, why=newer)])

    [letter] = await store.dead_letters(reason="written_by_newer_version")

    assert letter.why == newer


async def test_a_letter_of_an_earlier_version_keeps_what_it_said(store: SqlStore) -> None:
    await store.ingest([], [given.unreadable()])
    async with store._database.writing() as connection:
        await connection.execute(
            update(DEAD_LETTERS).values(
                reason="Unreadable",
                detail="header ce_id is missing",
                status="dropped",
                dropped="2026-11-30T09:00:00+09:00: a person was erased",
            )
        )

    [letter] = await store.dead_letters()

    assert letter.why == Phrase.of(
        "said_by_an_earlier_version", kind="Unreadable", said="header ce_id is missing"
    )
    assert letter.dropped == Phrase.of(
        "said_before", said="2026-11-30T09:00:00+09:00: a person was erased"
    )


async def _set_plan(store: SqlStore, content: str) -> None:
    async with store._database.writing() as connection:
        await connection.execute(update(PLANS).values(content=content))
