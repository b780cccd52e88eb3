"""Amendments as functions: before and after, what takes them back, and two people at once."""

from collections.abc import Sequence
from typing import Any, cast

import pytest

from application.commands.amend import AmendRequest, AmendTalent, amend_request, amend_talent
from application.edits import AddHours, Edit, RemoveLine, SetField, SetHours
from application.session import Session
from models.entities import Request
from models.errors import Mistake, Stale
from models.ids import PoolId, RequestId, TalentId
from models.months import plus
from models.phrase import Phrase
from service.wiring import Parts
from tests import make
from tests.known import known

URGENT = SetField(field="urgency", value=3)


def amend(*edits: Edit, **more: Any) -> AmendRequest:
    return AmendRequest(pool_id=PoolId("20"), request_id=RequestId("R-1"), edits=edits, **more)


@pytest.fixture
async def posted(sato: Session) -> None:
    await sato.desk.post_request(make.request("R-1", make.line(1), make.line(2)))


async def test_what_changed_is_told_and_taken_back_by_other_edits(
    sato: Session, posted: None
) -> None:
    done = await amend_request(sato, amend(URGENT, RemoveLine(number=2)))
    assert isinstance(done.before, Request)

    assert [(c.field, c.line) for c in done.changes] == [("urgency", None), ("hours", 2)]
    assert known(done.receipt).revision == 2

    back = await amend_request(sato, amend(*done.back, still=done.still))
    assert isinstance(back.after, Request)
    assert back.after.lines == done.before.lines
    assert back.after.urgency == done.before.urgency


async def test_of_two_who_looked_at_the_same_revision_the_second_is_refused(
    sato: Session, suzuki: Session, posted: None, parts: Parts
) -> None:
    await amend_request(sato, amend(URGENT, seen=1))

    with pytest.raises(Stale) as refused:
        await amend_request(suzuki, amend(SetField(field="title", value="別"), seen=1))

    told = refused.value.phrase.params
    assert (told["subject"], told["seen"], told["now"]) == ("R-1", 1, 2)
    there = await parts.desk.known_request(PoolId("20"), RequestId("R-1"))
    assert (there.revision, there.urgency, there.title) == (2, 3, make.request("R-1").title)


async def test_who_looks_again_may_amend(sato: Session, suzuki: Session, posted: None) -> None:
    await amend_request(sato, amend(URGENT, seen=1))

    done = await amend_request(suzuki, amend(SetField(field="title", value="別"), seen=2))

    assert isinstance(done.after, Request)
    assert (done.after.urgency, done.after.title) == (3, "別")


async def test_a_dry_run_refuses_the_same_and_writes_nothing(
    sato: Session, posted: None, parts: Parts
) -> None:
    told = await amend_request(sato, amend(URGENT, dry_run=True))

    assert told.receipt is None
    assert [c.field for c in told.changes] == ["urgency"]
    assert (await parts.desk.known_request(PoolId("20"), RequestId("R-1"))).revision == 1
    with pytest.raises(Stale):
        await amend_request(sato, amend(URGENT, dry_run=True, seen=7))
    over = SetHours(months=(plus(make.FIRST, -4),), quarters=4, line=1)
    with pytest.raises(Mistake):
        await amend_request(sato, amend(over, dry_run=True))


async def test_an_undo_takes_back_only_what_still_stands(
    sato: Session, suzuki: Session, posted: None
) -> None:
    done = await amend_request(sato, amend(URGENT))
    await amend_request(suzuki, amend(SetField(field="urgency", value=2)))

    with pytest.raises(Mistake) as refused:
        await amend_request(sato, amend(*done.back, still=done.still))

    assert refused.value.phrase.code == "changed_again_since_undo"


async def test_a_talent_gets_hours_and_a_name_that_goes_to_the_people_alone(
    sato: Session, parts: Parts
) -> None:
    await sato.desk.post_talent(make.talent("T-1"))
    command = AmendTalent(
        pool_id=PoolId("20"),
        talent_id=TalentId("T-1"),
        edits=(AddHours(months=(make.FIRST,), quarters=4),),
        person={"name": "見本 太郎"},
    )

    done = await amend_talent(sato, command)

    assert done.person_changed
    assert [c.field for c in done.changes] == ["capacity"]
    assert known(await parts.store.person(PoolId("20"), TalentId("T-1"))).name == "見本 太郎"


async def test_contact_without_a_name_ever_is_refused_before_anything_is_written(
    sato: Session, parts: Parts
) -> None:
    await sato.desk.post_talent(make.talent("T-1"))

    with pytest.raises(Mistake, match="no_name_kept"):
        await amend_talent(
            sato,
            AmendTalent(
                pool_id=PoolId("20"),
                talent_id=TalentId("T-1"),
                edits=(),
                person={"mail": "a@example.jp"},
            ),
        )

    assert await parts.store.person(PoolId("20"), TalentId("T-1")) is None


async def test_where_another_writes_in_between_the_contact_stays_too(
    sato: Session, suzuki: Session, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    talent = make.talent("T-1")
    await sato.desk.post_talent(talent)
    command = AmendTalent(
        pool_id=PoolId("20"),
        talent_id=TalentId("T-1"),
        edits=(SetField(field="remote", value=not talent.remote),),
        person={"name": "別の名"},
    )
    person = type(suzuki.reads).person

    async def meanwhile(reads: Any, *about: Any) -> Any:
        await sato.desk.amend_talent(
            PoolId("20"), TalentId("T-1"), lambda f: f.update(municipalities_at_once=9)
        )
        return await person(reads, *about)

    monkeypatch.setattr(type(suzuki.reads), "person", meanwhile)
    with pytest.raises(Stale):
        await amend_talent(suzuki, command)

    assert await person(parts.store, PoolId("20"), TalentId("T-1")) is None


async def test_of_a_revision_that_is_still_to_come_nobody_is_said_to_have_changed_it(
    sato: Session, posted: None
) -> None:
    await amend_request(sato, amend(URGENT))

    with pytest.raises(Stale) as refused:
        await amend_request(sato, amend(URGENT, seen=9))

    assert refused.value.phrase.code == "revision_to_come"
    assert (refused.value.phrase.params["seen"], refused.value.phrase.params["now"]) == (9, 2)


async def test_who_writes_between_reading_and_writing_is_not_written_over(
    sato: Session, suzuki: Session, posted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = type(suzuki.desk).known_request
    looked = []  # type: ignore[var-annotated]

    async def known_request(desk: Any, pool_id: Any, request_id: Any) -> Any:
        found = await read(desk, pool_id, request_id)
        if desk.actor == "suzuki" and not looked:
            looked.append(found.revision)
            await amend_request(sato, amend(URGENT))
        return found

    monkeypatch.setattr(type(suzuki.desk), "known_request", known_request)

    with pytest.raises(Stale) as refused:
        await amend_request(suzuki, amend(SetField(field="title", value="別")))

    phrase = refused.value.phrase
    assert phrase.code == "stale_from_to"
    changes = cast(Sequence[Phrase], phrase.params["changes"])
    assert [each.params["field"] for each in changes] == ["urgency"]
