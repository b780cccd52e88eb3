"""Match events reach webhooks: signed, again after a failure, and nobody waits for anybody."""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from application.exports.match_document import webhook_body
from consumers.webhook_delivery import WebhookDelivery
from consumers.webhooks import webhooks_consumer
from infra.store.store import SqlStore
from infra.webhook_sender import WebhookSender
from models.facts import MatchChanged
from models.ids import PoolId
from models.match import MatchState
from models.webhooks import Webhook
from tests import make
from tests.consumers.receiver import Receiver, receiving

POOL = PoolId("20")
SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()
LOOPBACK = ("127.0.0.1",)


class Clock:
    def __init__(self) -> None:
        self.moment = make.NOW

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[SqlStore]:
    made = SqlStore(f"sqlite:///{tmp_path}/pool.db", now=clock)
    await made.open()
    yield made
    await made.close()


async def webhook(store: SqlStore, url: str, id_: str = "w-1", **more: Any) -> None:
    given = {"webhook_id": id_, "pool_id": POOL, "url": url, "secret": SECRET, **more}
    await store.put_webhook(Webhook(made_by="coordinator:c-1", made=make.NOW, **given))


async def happens(store: SqlStore, count: int = 1, **match: Any) -> None:
    records = [
        make.record(MatchChanged.of(None, make.match(f"R-{n}/1", **match)), offset=n)
        for n in range(count)
    ]
    await webhooks_consumer(store, webhook_body).handle(records)


class Delivering:
    """A delivery that runs until what was waited for has come."""

    def __init__(self, store: SqlStore, clock: Clock, **more: Any) -> None:
        self.sender = WebhookSender(more.pop("seconds", 5.0))
        given = {"store": store, "send": self.sender, "now": clock, "hosts": LOOPBACK, **more}
        self.delivery = WebhookDelivery(look=0.02, **given)

    async def __aenter__(self) -> "Delivering":
        self.task = asyncio.create_task(self.delivery.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task
        await self.sender.close()


async def until(what: Any, seconds: float = 10.0) -> None:
    async with asyncio.timeout(seconds):
        while not await what():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def one(store: SqlStore, id_: str = "w-1") -> Webhook:
    return next(each for each in await store.webhooks(POOL) if each.webhook_id == id_)


def verified(headers: dict[str, str], body: bytes) -> bool:
    """As the specification tells whoever receives, apart from our own signing."""
    signed = b".".join(
        [headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body]
    )
    digest = hmac.new(b"k" * 32, signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}" in headers["webhook-signature"].split(" ")


async def test_an_event_arrives_once_signed_and_names_nobody(store: SqlStore, clock: Clock) -> None:
    with receiving(Receiver()) as receiver:
        await webhook(store, receiver.url)
        async with Delivering(store, clock):
            await happens(store)
            await until(lambda: _delivered(store))
            await asyncio.sleep(0.2)

    [(headers, body)] = receiver.got
    told = json.loads(body)
    assert verified(headers, body)
    assert not verified(headers, body + b" ")
    assert headers["webhook-id"] == told["data"]["event_id"]
    assert int(headers["webhook-timestamp"]) == int(make.NOW.timestamp())
    assert (told["type"], told["data"]["talent_id"]) == ("match.changed", "T-1")


async def test_records_that_come_again_are_sent_once(store: SqlStore, clock: Clock) -> None:
    record = make.record(MatchChanged.of(None, make.match()))
    with receiving(Receiver()) as receiver:
        await webhook(store, receiver.url)
        for _ in range(2):
            await webhooks_consumer(store, webhook_body).handle([record])
            async with Delivering(store, clock):
                await until(lambda: _empty(store))

    assert len(receiver.got) == 1


async def test_only_the_kinds_that_are_wanted_are_sent(store: SqlStore) -> None:
    await webhook(store, "http://127.0.0.1:1/", kinds=(MatchState.CONFIRMED,))
    await happens(store, state=MatchState.PROPOSED)
    assert await store.next_webhook_post("w-1") is None

    await happens(store, state=MatchState.CONFIRMED)
    assert await store.next_webhook_post("w-1") is not None


async def test_a_failure_is_tried_again_later_and_later(store: SqlStore, clock: Clock) -> None:
    waits = []
    with receiving(Receiver(statuses=[500, 302, 404], location="http://127.0.0.1:1/")) as receiver:
        await webhook(store, receiver.url)
        await happens(store, count=2)
        async with Delivering(store, clock):
            for count in (1, 2, 3):
                await until(lambda n=count: _tries(store, n))
                failing = await one(store)
                assert failing.next_try is not None
                waits.append((failing.next_try - clock.moment).total_seconds())
                await asyncio.sleep(0.1)
                assert len(receiver.got) == count  # not before its time
                clock.moment = failing.next_try
            await until(lambda: _empty(store))

    ids = [headers["webhook-id"] for headers, _ in receiver.got]
    assert waits == [5, 30, 120]
    assert len(set(ids[:4])) == 1
    assert len(ids) == 5
    assert (await one(store)).failing_since is None


async def test_after_a_day_of_failures_it_is_given_up_with_a_note(
    store: SqlStore, clock: Clock
) -> None:
    await webhook(store, "http://127.0.0.1:1/closed")
    await happens(store)
    async with Delivering(store, clock):
        for _ in range(40):
            hook = await one(store)
            if hook.ended:
                break
            tries = hook.tries
            clock.moment = hook.next_try or clock.moment
            await until(lambda n=tries: _tries(store, n + 1))

    hook = await one(store)
    assert hook.note == "webhook_not_reached"
    assert hook.ended is not None
    assert timedelta(days=1) <= hook.ended - make.NOW < timedelta(days=1, hours=3)
    await happens(store, count=3)
    assert not await store.webhooks_waiting()


async def test_who_is_gone_gets_nothing_more(store: SqlStore, clock: Clock) -> None:
    with receiving(Receiver(statuses=[410])) as receiver:
        await webhook(store, receiver.url)
        await happens(store, count=2)
        async with Delivering(store, clock):
            await until(lambda: _ended(store))
            await asyncio.sleep(0.1)

    assert len(receiver.got) == 1
    assert (await one(store)).note == "webhook_gone"


async def test_a_slow_receiver_holds_up_nobody(store: SqlStore, clock: Clock) -> None:
    with receiving(Receiver(slow=60.0)) as slow, receiving(Receiver()) as quick:
        await webhook(store, slow.url, "w-slow")
        await webhook(store, quick.url, "w-quick")
        async with Delivering(store, clock, seconds=60.0):
            await happens(store, count=20)
            await until(lambda: _empty(store, "w-quick"))
            waited_for = (len(slow.got), (await one(store, "w-slow")).tries)

    assert len(quick.got) == 20
    assert [json.loads(body)["data"]["request_id"] for _, body in quick.got] == [
        f"R-{n}" for n in range(20)
    ]
    assert waited_for == (1, 0)  # still at its first message


async def test_an_answer_that_takes_too_long_is_a_failure(store: SqlStore, clock: Clock) -> None:
    with receiving(Receiver(slow=2.0)) as slow:
        await webhook(store, slow.url)
        async with Delivering(store, clock, seconds=0.3):
            await happens(store)
            await until(lambda: _tries(store, 1))

    assert (await one(store)).note == "webhook_no_answer"


_KILLED = """
import asyncio, os, sys
from consumers.webhook_delivery import WebhookDelivery
from infra.store.store import SqlStore
from infra.webhook_sender import WebhookSender
from tests import make

async def main():
    store, sender = SqlStore(sys.argv[1], now=lambda: make.NOW), WebhookSender()
    await store.open()
    async def send(*message):
        await sender(*message)
        os._exit(9)
    given = {"now": lambda: make.NOW, "hosts": ("127.0.0.1",)}
    await WebhookDelivery(store=store, send=send, **given).run()

asyncio.run(main())
"""


async def test_a_kill_between_sending_and_its_note_sends_again_under_the_same_id(
    store: SqlStore, clock: Clock, tmp_path: Path
) -> None:
    with receiving(Receiver()) as receiver:
        await webhook(store, receiver.url)
        await happens(store)
        killed = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _KILLED,
            f"sqlite:///{tmp_path}/pool.db",
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert await asyncio.wait_for(killed.wait(), 30) == 9
        async with Delivering(store, clock):
            await asyncio.sleep(0.3)
            assert len(receiver.got) == 1  # it may still be in hand
            clock.moment += timedelta(minutes=2)
            await until(lambda: _empty(store))

    assert len(receiver.got) == 2
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1


async def test_nothing_is_sent_to_a_host_that_is_allowed_no_more(
    store: SqlStore, clock: Clock
) -> None:
    with receiving(Receiver()) as receiver:
        await webhook(store, receiver.url)
        await happens(store)
        async with Delivering(store, clock, hosts=("hooks.example.jp",)):
            await until(lambda: _ended(store))

    assert receiver.got == []
    assert (await one(store)).note == "webhook_host_not_allowed"


async def _delivered(store: SqlStore) -> bool:
    return (await one(store)).delivered is not None


async def _ended(store: SqlStore) -> bool:
    return (await one(store)).ended is not None


async def _empty(store: SqlStore, id_: str = "w-1") -> bool:
    return await store.next_webhook_post(id_) is None


async def _tries(store: SqlStore, count: int, id_: str = "w-1") -> bool:
    return (await one(store, id_)).tries == count
