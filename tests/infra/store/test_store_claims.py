"""Two edges at once: of what was acknowledged, everything is applied, once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from infra.store.store import SqlStore
from models.errors import Mistake, TryAgain
from models.event_log import NewRecord, Position, Record
from models.facts import STATED, PoolConfigured
from models.ids import PoolId, RequestId, TalentId
from models.ingest import Ingested
from models.match import MatchState, Side, Verb
from models.pool_settings import PoolSettings
from producers.desk import Desk, PostedBefore
from tests import make
from tests.infra.store import given
from tests.producers.desk_fakes import Places
from tests.saying import refused

OpenStore = Callable[[], Awaitable[SqlStore]]
_TYPES = {fact.topic: fact for fact in STATED}


@dataclass
class Log:
    """Keeps records in the order they came; lets others go first, or fails where told so."""

    records: list[NewRecord] = field(default_factory=list)
    away: bool = False
    taken: int = 0

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        await asyncio.sleep(0.01)
        if self.away:
            raise TryAgain("the log is away")
        self.records += records
        return []

    async def take(self, store: SqlStore) -> Ingested:
        """What a service does with what has come since."""
        new, begin = self.records[self.taken :], self.taken
        self.taken = len(self.records)
        batch = []
        for offset, one in enumerate(new, begin):
            record = Record(
                topic=one.topic,
                key=one.key,
                value=one.value,
                headers=one.headers,
                partition=0,
                offset=offset,
            )
            message = given.message(one, _TYPES[one.topic])
            batch.append(given.Taken(record=record, message=message))  # type: ignore[attr-defined]
        return await store.ingest(batch, [])


def desk(store: SqlStore, log: Log) -> Desk:
    return Desk(event_log=log, store=store, places=Places(), now=lambda: make.NOW)  # type: ignore[arg-type]


def setting(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda known: known.update(fields)


@pytest.fixture
async def desks(open_store: OpenStore) -> tuple[Desk, Desk, SqlStore, Log]:
    """Two edges in processes of their own, before one log; R-1 and T-1 are known."""
    one, two, log = await open_store(), await open_store(), Log()
    await given.planned_pool(one, make.match())
    return desk(one, log), desk(two, log), one, log


async def test_amendments_of_the_same_revision_are_both_applied(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, store, log = desks

    await asyncio.gather(
        one.amend_request(PoolId("20"), RequestId("R-1"), setting(urgency=3)),
        two.amend_request(PoolId("20"), RequestId("R-1"), setting(title="別の題")),
    )
    done = await log.take(store)

    request = await store.request(PoolId("20"), RequestId("R-1"))
    assert request
    assert (request.urgency, request.title, request.revision) == (3, "別の題", 3)
    assert (len(done.applied), done.dead, done.repeated) == (2, (), ())


async def test_amendments_while_no_service_runs_stand_on_each_other(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, store, log = desks

    await one.amend_talent(PoolId("20"), TalentId("T-1"), setting(remote=False))
    await two.amend_talent(PoolId("20"), TalentId("T-1"), setting(municipalities_at_once=2))
    await one.configure(PoolId("20"), PoolSettings(block=8))
    assert (await two.settings(PoolId("20")))[0].block == 8
    done = await log.take(store)

    talent = await store.talent(PoolId("20"), TalentId("T-1"))
    assert talent
    assert (talent.remote, talent.municipalities_at_once) == (False, 2)
    assert (len(done.applied), done.dead) == (3, ())


async def test_two_new_requests_of_one_id_are_not_both_acknowledged(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, store, log = desks

    answers = await asyncio.gather(
        one.post_request(make.request("R-9", title="一")),
        two.post_request(make.request("R-9", title="二")),
        return_exceptions=True,
    )
    done = await log.take(store)

    assert sum(isinstance(answer, Mistake) for answer in answers) == 1
    assert (len(done.applied), done.dead) == (1, ())


async def test_settings_that_others_have_set_meanwhile_are_not_set_back(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, _, log = desks
    _, seen = await two.settings(PoolId("20"))
    await one.configure(PoolId("20"), PoolSettings(block=8), seen=seen)

    with pytest.raises(Mistake):
        await two.configure(PoolId("20"), PoolSettings(horizon=6), seen=seen)

    assert [r.topic for r in log.records] == [PoolConfigured.topic]


async def test_two_answers_in_a_row_are_both_applied(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, store, log = desks
    match = make.match()

    await one.decide(given.decision(match, Verb.ACCEPT, Side.TALENT))
    with pytest.raises(Mistake):
        await two.decide(given.decision(match, Verb.ACCEPT, Side.TALENT))
    await two.decide(given.decision(match, Verb.ACCEPT, Side.MUNICIPALITY))
    done = await log.take(store)

    after = await store.match(match.match_id)
    assert after
    assert after.state is MatchState.CONFIRMED
    assert done.dead == ()


async def test_an_append_that_failed_stands_in_nobodys_way(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, store, log = desks
    log.away = True
    with pytest.raises(TryAgain):
        await one.amend_request(PoolId("20"), RequestId("R-1"), setting(urgency=3))
    log.away = False

    receipt = await two.amend_request(PoolId("20"), RequestId("R-1"), setting(title="別の題"))
    await log.take(store)

    # The lost revision may be in the log all the same: this one goes past it.
    assert receipt.revision == 3
    request = await store.request(PoolId("20"), RequestId("R-1"))
    assert request
    assert request.title == "別の題"


async def test_an_edge_that_is_still_writing_is_waited_for_and_then_said(
    desks: tuple[Desk, Desk, SqlStore, Log], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, store, log = desks
    monkeypatch.setattr("producers.acknowledged.PATIENCE", 0.2)
    monkeypatch.setattr(store, "keep_claims", _nothing)
    await one.amend_request(PoolId("20"), RequestId("R-1"), setting(urgency=3))

    with refused(Mistake, match="書いている最中"):
        await two.amend_request(PoolId("20"), RequestId("R-1"), setting(title="別の題"))

    assert len(log.records) == 1


async def test_the_same_posting_twice_within_moments_is_asked_about(
    desks: tuple[Desk, Desk, SqlStore, Log],
) -> None:
    one, two, _, log = desks

    answers = await asyncio.gather(
        one.post([make.request("R-8", title="同")], [], once=True),
        two.post([make.request("R-9", title="同")], [], once=True),
        return_exceptions=True,
    )

    [asked] = [answer for answer in answers if isinstance(answer, PostedBefore)]
    assert asked.subject in ("R-8", "R-9")
    assert len(log.records) == 1
    await two.post([make.request("R-10", title="同")], [])
    await two.post([make.request("R-11", title="異")], [], once=True)
    assert len(log.records) == 3


@pytest.mark.parametrize("applied", [True, False])
async def test_the_same_posted_again_under_its_id_is_known_already_and_nobody_is_said_to_be_writing(
    desks: tuple[Desk, Desk, SqlStore, Log], applied: bool
) -> None:
    one, two, store, log = desks
    await one.post([make.request("R-8")], [make.talent("T-8")])
    if applied:
        await log.take(store)

    for requests, talents, id_ in (
        ([make.request("R-8")], [], "R-8"),
        ([], [make.talent("T-8")], "T-8"),
    ):
        with refused(PostedBefore, match=f"{id_} は.*同じ内容で受け付けています.*amend") as no:
            await two.post(requests, talents)
        assert (no.value.subject, no.value.known) == (id_, True)
        assert "--again" not in str(no.value)

    assert len(log.records) == 2


async def _nothing(events: object) -> None:
    return None
