"""An effect outside is brought about once; what a crash in between leaves is ruled."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from consumers.once import once
from infra.store.store import SqlStore
from models.effects import InDoubt
from models.errors import Rejected, TryAgain
from tests import make


class Outside:
    """What was sent, and what the next sending comes to."""

    def __init__(self) -> None:
        self.sent = 0
        self.fails: list[Exception] = []

    async def send(self) -> None:
        if self.fails:
            raise self.fails.pop()
        self.sent += 1


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


@pytest.fixture
def outside() -> Outside:
    return Outside()


async def test_a_record_that_comes_again_sends_nothing_again(
    store: SqlStore, outside: Outside
) -> None:
    done = [
        await once(store, "mail", "M-1/2", outside.send, in_doubt=InDoubt.AGAIN) for _ in range(3)
    ]

    assert (done, outside.sent) == ([True, False, False], 1)


async def test_other_effects_and_other_keys_are_others(store: SqlStore, outside: Outside) -> None:
    for effect, key in (("mail", "M-1/2"), ("mail", "M-1/3"), ("webhook", "M-1/2")):
        assert await once(store, effect, key, outside.send, in_doubt=InDoubt.LEAVE)

    assert outside.sent == 3


async def test_what_is_away_is_tried_again(store: SqlStore, outside: Outside) -> None:
    outside.fails = [TryAgain("away")]
    with pytest.raises(TryAgain):
        await once(store, "mail", "M-1/2", outside.send, in_doubt=InDoubt.LEAVE)

    assert await once(store, "mail", "M-1/2", outside.send, in_doubt=InDoubt.LEAVE)
    assert outside.sent == 1


async def test_what_is_refused_for_good_is_not_tried_again(
    store: SqlStore, outside: Outside
) -> None:
    outside.fails = [Rejected("no_such_address")]

    assert not await once(store, "mail", "M-1/2", outside.send, in_doubt=InDoubt.AGAIN)
    assert not await once(store, "mail", "M-1/2", outside.send, in_doubt=InDoubt.AGAIN)
    assert outside.sent == 0


async def test_two_at_once_send_one(store: SqlStore, outside: Outside) -> None:
    async def slow() -> None:
        await asyncio.sleep(0.05)
        await outside.send()

    answers = await asyncio.gather(
        *(once(store, "mail", "M-1/2", slow, in_doubt=InDoubt.AGAIN) for _ in range(2)),
        return_exceptions=True,
    )

    assert outside.sent == 1
    assert sorted(type(answer).__name__ for answer in answers) == ["TryAgain", "bool"]


_KILLED = """
import asyncio, os, sys
from consumers.once import once
from infra.store.store import SqlStore
from models.effects import InDoubt
from tests import make

async def main():
    store = SqlStore(sys.argv[1], now=lambda: make.NOW)
    await store.open()
    async def send():
        print("sent", flush=True)
        os._exit(9)
    await once(store, "mail", "M-1/2", send, in_doubt=InDoubt.AGAIN)

asyncio.run(main())
"""


@pytest.mark.parametrize("rule", InDoubt)
async def test_a_kill_between_an_effect_and_its_note_is_ruled(
    store: SqlStore, outside: Outside, clock: Clock, tmp_path: Path, rule: InDoubt
) -> None:
    killed = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _KILLED,
        f"sqlite:///{tmp_path}/pool.db",
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    said, _ = await killed.communicate()
    assert (killed.returncode, said) == (9, b"sent\n")

    with pytest.raises(TryAgain):  # it may still be in hand
        await once(store, "mail", "M-1/2", outside.send, in_doubt=rule)
    clock.moment += timedelta(minutes=2)

    again = rule is InDoubt.AGAIN
    assert await once(store, "mail", "M-1/2", outside.send, in_doubt=rule) is again
    assert not await once(store, "mail", "M-1/2", outside.send, in_doubt=rule)
    assert outside.sent == int(again)
