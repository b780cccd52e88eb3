"""The desk: what it refuses, what it appends, and what it answers."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.codes import MunicipalityCode
from models.entities import Person, RequestStatus, TalentStatus
from models.errors import Mistake, TryAgain
from models.facts import PoolConfigured, RequestStated
from models.ids import PoolId, RequestId, TalentId
from models.pool_settings import PoolSettings
from producers.desk import Desk
from tests import make
from tests.producers.conftest import desk_of
from tests.producers.desk_fakes import Log, Store
from tests.saying import refused

CANARY = "金糸雀"


async def test_a_posted_request_is_appended_and_its_receipt_follows_it(
    desk: Desk, log: Log
) -> None:
    receipt = await desk.post_request(make.request("R-1"))

    assert log.facts == [RequestStated(request=make.request("R-1"))]
    assert (receipt.subject, receipt.pool_id, receipt.revision) == ("R-1", "20", 1)
    assert receipt.event_id == receipt.correlation_id == UUID(int=1)
    headers = dict(log.records[0].headers)
    assert headers["ce_id"] == str(receipt.event_id).encode()
    assert headers["ce_correlationid"] == str(receipt.correlation_id).encode()


async def test_every_receipt_of_a_batch_has_its_own_event(desk: Desk, log: Log) -> None:
    receipts = await desk.post([make.request("R-1"), make.request("R-2")], [make.talent("T-1")])

    assert log.appends == 1
    assert [r.subject for r in receipts] == ["T-1", "R-1", "R-2"]
    assert len({r.event_id for r in receipts}) == 3


async def test_an_unknown_municipality_is_refused_with_its_code(desk: Desk, log: Log) -> None:
    stranger = make.request("R-1", municipalities=(MunicipalityCode("202029"), "203050"))

    with refused(Mistake, match="203050"):
        await desk.post_request(stranger)

    assert log.records == []


async def test_one_wrong_entity_keeps_all_others_out(desk: Desk, log: Log, store: Store) -> None:
    wrong = make.talent("T-2", base="203050")
    person = Person(pool_id="20", talent_id="T-1", name=CANARY)

    with pytest.raises(Mistake):
        await desk.post([make.request("R-1")], [make.talent("T-1"), wrong], [person])

    assert log.records == []
    assert store.people == []


@pytest.mark.parametrize("field_name", ["excluded", "base"])
async def test_an_unknown_place_of_a_talent_is_refused_when_amended_too(
    desk: Desk, log: Log, store: Store, field_name: str
) -> None:
    store.talents["T-1"] = make.talent("T-1")
    value = ("203050",) if field_name == "excluded" else "203050"

    with refused(Mistake, match="203050"):
        await desk.amend_talent(
            PoolId("20"), TalentId("T-1"), lambda fields: fields.update({field_name: value})
        )

    assert log.records == []


async def test_an_id_that_is_taken_by_other_content_is_refused(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"] = make.request("R-1")

    with refused(Mistake, match="amend"):
        await desk.post_request(make.request("R-1", title="別の件名"))

    assert log.records == []


async def test_stating_again_what_is_known_is_harmless(desk: Desk, log: Log, store: Store) -> None:
    store.requests["R-1"] = make.request("R-1")

    await desk.post_request(make.request("R-1"))

    assert len(log.records) == 1


async def test_an_older_revision_is_refused(desk: Desk, store: Store) -> None:
    store.requests["R-1"] = make.request("R-1", revision=3, title="新しい件名")

    with refused(Mistake, match="版 3"):
        await desk.post_request(make.request("R-1", revision=2))


async def test_the_same_id_twice_in_a_batch_is_refused(desk: Desk, log: Log) -> None:
    with refused(Mistake, match="R-1"):
        await desk.post([make.request("R-1"), make.request("R-1", title="別の件名")], [])

    assert log.records == []


async def test_a_person_goes_to_the_store_and_never_to_the_log(
    desk: Desk, log: Log, store: Store
) -> None:
    person = Person(pool_id="20", talent_id="T-1", name=CANARY, mail=f"{CANARY}@example.invalid")

    receipt = await desk.post_talent(make.talent("T-1"), person)

    assert store.people == [person]
    assert CANARY not in repr(log.records)
    assert CANARY.encode() not in b"".join(r.value for r in log.records)
    assert CANARY not in repr(receipt)


async def test_an_amendment_raises_the_revision_by_one(desk: Desk, log: Log, store: Store) -> None:
    store.requests["R-1"] = make.request("R-1", revision=4)

    receipt = await desk.amend_request(
        PoolId("20"), RequestId("R-1"), lambda fields: fields.update(urgency=3)
    )

    [fact] = log.facts
    assert (fact.request.revision, fact.request.urgency) == (5, 3)
    assert receipt.revision == 5


@given(st.lists(st.integers(1, 3), min_size=1, max_size=8))
async def test_amendments_number_the_revisions_without_a_gap(urgencies: list[int]) -> None:
    store, log = Store({"R-1": make.request("R-1")}), Log()

    for urgency in urgencies:
        await desk_of(store, log).amend_request(
            PoolId("20"), RequestId("R-1"), partial(dict.update, urgency=urgency)
        )
        store.requests["R-1"] = log.facts[-1].request

    assert [f.request.revision for f in log.facts] == list(range(2, len(urgencies) + 2))


@pytest.mark.parametrize("what", ["amend_request", "amend_talent"])
async def test_what_is_not_known_cannot_be_amended(desk: Desk, what: str) -> None:
    with refused(Mistake, match="X-1"):
        await getattr(desk, what)("20", "X-1", lambda fields: None)


async def test_an_amendment_that_breaks_a_promise_is_not_appended(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"] = make.request("R-1")

    with pytest.raises(ValueError, match="urgency"):
        await desk.amend_request(
            PoolId("20"), RequestId("R-1"), lambda fields: fields.update(urgency=9)
        )

    assert log.records == []


async def test_withdrawing_states_the_next_revision_as_withdrawn(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"], store.talents["T-1"] = make.request("R-1"), make.talent("T-1")

    await desk.withdraw_request(PoolId("20"), RequestId("R-1"))
    await desk.withdraw_talent(PoolId("20"), TalentId("T-1"))

    request, talent = log.facts[0].request, log.facts[1].talent
    assert (request.status, request.revision) == (RequestStatus.WITHDRAWN, 2)
    assert (talent.status, talent.revision) == (TalentStatus.LEFT, 2)


async def test_what_is_withdrawn_cannot_be_withdrawn_again(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"] = make.request("R-1", status=RequestStatus.WITHDRAWN)
    store.requests["R-2"] = make.request("R-2")
    store.talents["T-1"] = make.talent("T-1", status=TalentStatus.LEFT)

    with refused(Mistake, match="取下げ済み"):
        await desk.withdraw_requests(PoolId("20"), [RequestId("R-2"), RequestId("R-1")])
    with refused(Mistake, match="離任済み"):
        await desk.withdraw_talent(PoolId("20"), TalentId("T-1"))

    assert log.records == []


async def test_settings_are_stated_whole_with_the_next_revision(
    desk: Desk, log: Log, store: Store
) -> None:
    store.configured = (PoolSettings(), 3)
    settings = PoolSettings(release_at_once=True)

    receipt = await desk.configure(PoolId("20"), settings)

    assert log.facts == [PoolConfigured(pool_id="20", revision=4, settings=settings)]
    assert receipt.revision == 4


async def test_there_is_no_receipt_while_the_log_is_away(desk: Desk, log: Log) -> None:
    log.away = True

    with pytest.raises(TryAgain):
        await desk.post_request(make.request("R-1"))


async def test_the_source_of_a_fact_is_the_edge_it_came_from(desk: Desk, log: Log) -> None:
    await replace(desk, source="talentpool/web").post_request(make.request("R-1"))

    assert dict(log.records[0].headers)["ce_source"] == b"talentpool/web"


async def test_a_code_that_was_merged_names_its_successor_and_a_request_that_has_it_can_be_amended(
    desk: Desk, store: Store, log: Log
) -> None:
    gone = make.request("R-1", municipalities=("204498",))
    with refused(Mistake, match="今は 202029"):
        await desk.post_request(gone)

    store.requests["R-1"] = gone
    await desk.amend_request(
        PoolId("20"), RequestId("R-1"), lambda fields: fields.update(urgency=3)
    )

    assert log.facts[-1].request.urgency == 3


async def test_hours_beyond_a_month_are_refused_and_what_stood_is_not_judged(
    desk: Desk, store: Store
) -> None:
    with refused(Mistake, match="744 時間"):
        await desk.post_talent(make.talent(capacity=make.hours(6400)))

    store.talents["T-1"] = make.talent(capacity=make.hours(6400))
    await desk.amend_talent(
        PoolId("20"), TalentId("T-1"), lambda fields: fields.update(remote=False)
    )
    await desk.withdraw_talent(PoolId("20"), TalentId("T-1"))
