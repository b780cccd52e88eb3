"""Every fact says who acted, and which revision they were looking at."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from models.errors import Stale
from models.ids import PoolId, RequestId, TalentId
from models.phrase import Phrase
from models.revision_claims import Kind
from producers.desk import Desk
from tests import make
from tests.producers.desk_fakes import Log, Store


async def test_every_fact_names_who_acted(desk: Desk, log: Log) -> None:
    await replace(desk, actor="coordinator:20-1").post_request(make.request("R-1"))
    await desk.post_request(make.request("R-2"))

    actors = [dict(record.headers)["ce_actor"] for record in log.records]
    assert actors == [b"coordinator:20-1", b"cli"]


@pytest.mark.parametrize("name", ["金糸雀", "Kanaria Yellow", "coordinator:", "a" * 65, ""])
async def test_a_name_is_no_actor(desk: Desk, log: Log, name: str) -> None:
    with pytest.raises(ValidationError):
        await replace(desk, actor=name).post_request(make.request("R-1"))

    assert log.records == []


async def test_an_amendment_says_which_revision_it_was_made_on(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"] = make.request("R-1", revision=4)

    await desk.amend_request(
        PoolId("20"), RequestId("R-1"), lambda fields: fields.update(urgency=3), seen=4
    )

    assert dict(log.records[0].headers)["ce_seen"] == b"4"


async def test_what_somebody_has_changed_since_it_was_seen_is_not_changed(
    desk: Desk, log: Log, store: Store
) -> None:
    store.requests["R-1"] = make.request("R-1", revision=4)
    store.talents["T-1"] = make.talent("T-1", revision=2)

    with pytest.raises(Stale) as request:
        await desk.amend_request(
            PoolId("20"), RequestId("R-1"), lambda fields: fields.update(urgency=3), seen=3
        )
    with pytest.raises(Stale):
        await desk.amend_talent(
            PoolId("20"), TalentId("T-1"), lambda fields: fields.update(remote=False), seen=1
        )
    with pytest.raises(Stale):
        await desk.post([make.request("R-1", revision=5)], [], seen={(Kind.REQUEST, "R-1"): 3})

    assert request.value.phrase == Phrase.of("stale", subject="R-1", seen=3, now=4)
    assert log.records == []
