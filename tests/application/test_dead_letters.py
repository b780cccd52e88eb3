"""Dead letters as use cases: a replay goes over the desk, whoever asks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from application.commands.dead_letters import (
    DropDeadLetter,
    ReplayDeadLetter,
    drop_dead_letter,
    replay_dead_letter,
)
from application.session import Session
from models.errors import Mistake, Stale
from models.event_log import NewRecord
from models.facts import MatchChanged, PoolConfigured, RequestStated
from models.ids import PoolId, RequestId
from models.pool_settings import PoolSettings
from service.wiring import Parts
from tests import make
from tests.application.letters import Spoilt, World, died, spoilt, world_in
from tests.cli.stock import served
from wording.words import Words


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Runs a test's work on a store and a log of its own."""
    return world_in(tmp_path)


def test_a_mended_letter_is_examined_like_a_new_fact(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        record, whole = spoilt()
        [letter] = await died(parts, record)
        nowhere = whole.replace(make.SAKU.encode(), b"209996")

        with pytest.raises(Mistake):
            await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=nowhere))
        [still] = await parts.store.dead_letters()
        assert still.status == "new"

        done = await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=whole))
        await served(parts)
        assert done.receipt is not None
        assert done.receipt.subject == "R-1"
        assert await parts.store.request(PoolId("20"), RequestId("R-1")) is not None

    world(work)


def test_a_mended_letter_does_not_undo_what_was_stated_since(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        await parts.desk.post_request(make.request("R-1"))
        record, whole = spoilt(revision=2, title="古い変更")
        [letter] = await died(parts, record)
        await parts.desk.amend_request(
            PoolId("20"), RequestId("R-1"), lambda fields: fields.update(title="今の題名")
        )
        await served(parts)

        with pytest.raises((Stale, Mistake)):
            await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=whole))

        await served(parts)
        request = await parts.store.request(PoolId("20"), RequestId("R-1"))
        assert request is not None
        assert request.title == "今の題名"

    world(work)


def test_what_the_desk_took_and_the_log_spoilt_goes_on_from_its_own_revision(
    world: World,
) -> None:
    """The desk still holds the revision that died: the mended fact takes the one after it."""

    async def work(parts: Parts, session: Session) -> None:
        kept = parts.event_log.append

        async def spoil(records: Sequence[NewRecord]) -> None:
            await kept([replace(r, value=r.value.replace(b'"title"', b'"titel"')) for r in records])

        request = make.request("R-1")
        await replace(parts.desk, event_log=Spoilt(parts.event_log, spoil)).post_request(request)
        await served(parts)
        [letter] = [str(each.id) for each in await parts.store.dead_letters()]
        whole = RequestStated(request=request).model_dump_json().encode()

        await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=whole))

        await served(parts)
        known = await parts.store.request(PoolId("20"), RequestId("R-1"))
        assert known is not None
        assert (known.title, known.revision) == (request.title, 2)

    world(work)


def test_what_is_still_wrong_is_said_in_words(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        record, whole = spoilt()
        [letter] = await died(parts, record)

        for wrong in (
            whole.replace(b'"title"', b'"titel"'),
            whole.replace(make.SAKU.encode(), b"999999"),
            whole.replace(b'"pool_id":"20"', b'"pool_id":"15"'),
            b"",
        ):
            with pytest.raises(Mistake) as refused:
                await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=wrong))

            for lang in ("ja", "en"):
                said = Words(lang, parts.places).say(refused.value)
                assert not re.search(r"[a-z]_[a-z]+(?!\w*[（(])", said.replace("pool_id", "")), said

    world(work)


@pytest.mark.parametrize("applied", [True, False])
@pytest.mark.parametrize("posted", [True, False], ids=["from_the_desk", "from_a_stranger"])
def test_mended_twice_the_second_is_refused_and_nothing_dies(
    world: World, posted: bool, applied: bool
) -> None:
    """Also where the service has not taken the first yet."""

    async def work(parts: Parts, session: Session) -> None:
        request = make.request("R-1")
        record, whole = spoilt()
        if posted:

            async def spoil(records: Sequence[NewRecord]) -> None:
                bad = [replace(r, value=r.value.replace(b'"title"', b'"titel"')) for r in records]
                await parts.event_log.append(bad)

            await replace(parts.desk, event_log=Spoilt(parts.event_log, spoil)).post_request(
                request
            )
            [letter] = await died(parts)
        else:
            [letter] = await died(parts, record)
        command = ReplayDeadLetter(letter=letter, value=whole)
        died_of = await parts.store.dead_letters()
        first = await replay_dead_letter(session, command)
        assert first.receipt is not None
        assert first.receipt.correlation_id == died_of[0].correlation_id
        if applied:
            await served(parts)

        with pytest.raises(Mistake):
            await replay_dead_letter(session, command)

        await served(parts)
        assert len(await parts.store.dead_letters()) == 1
        known = await parts.store.request(PoolId("20"), RequestId("R-1"))
        assert known is not None
        assert known.revision == first.receipt.revision

    world(work)


def test_settings_of_a_letter_do_not_overwrite_newer_ones(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        fact = PoolConfigured(pool_id="20", revision=1, settings=PoolSettings(release_at_once=True))
        record = make.message(fact).record()
        [letter] = await died(parts, replace(record, value=b"{}"))
        await parts.desk.configure(PoolId("20"), PoolSettings(training_required=False))
        await served(parts)

        with pytest.raises((Stale, Mistake)):
            await replay_dead_letter(session, ReplayDeadLetter(letter=letter, value=record.value))

    world(work)


def test_what_the_service_derives_is_not_edited(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        fact = MatchChanged.of(None, make.match())
        record = make.message(fact).record()
        await parts.event_log.append([replace(record, topic=f"{record.topic}.dead")])
        await served(parts)
        [letter] = await parts.store.dead_letters()
        command = ReplayDeadLetter(letter=str(letter.id), value=record.value + b" ")

        with pytest.raises(Mistake) as refused:
            await replay_dead_letter(session, command)

        assert refused.value.phrase.code == "letter_derived"

    world(work)


def test_a_drop_is_kept_with_who_did_it_and_why(
    world: World,
) -> None:
    async def work(parts: Parts, session: Session) -> None:
        [letter] = await died(parts, spoilt()[0])

        done = await drop_dead_letter(session, DropDeadLetter(letter=letter[:8], reason="twice"))

        assert done.status == "dropped"
        assert done.dropped is not None
        assert (done.dropped.code, done.dropped.params["by"]) == ("dropped_by", "ops")
        assert done.dropped.params["reason"] == "twice"
        with pytest.raises(Mistake) as refused:
            await replay_dead_letter(session, ReplayDeadLetter(letter=letter))
        assert refused.value.phrase.code == "letter_dropped"

    world(work)
