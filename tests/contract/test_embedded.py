"""What only the embedded log promises: one file, many processes, one service, quick wake-up."""

import asyncio
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from infra.embedded import EmbeddedLog
from models.errors import Mistake, TryAgain
from models.event_log import NewRecord, Record
from tests.contract.taking import Taker, first, numbered, record, running, until, until_taken
from tests.saying import refused

ROOT = Path(__file__).parents[2]
TOPIC = "test.embedded"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "talentpool.db"


@pytest.fixture
async def log(path: Path) -> AsyncIterator[Any]:
    log = EmbeddedLog(path)
    await log.provision([TOPIC])
    yield log
    await log.close()


async def test_a_second_service_on_the_same_file_is_refused(log: EmbeddedLog, path: Path) -> None:
    taker, second = Taker(TOPIC), EmbeddedLog(path)
    await log.append([record(TOPIC)])

    async with running(log, taker):
        await until_taken(log, taker)
        with refused(Mistake, match="already"):
            await second.run([taker.consumer])
        await second.append([record(TOPIC)])  # appending needs no leave
        await taker.has(2)
    await second.close()


async def test_a_stopped_service_makes_room_for_the_next(log: EmbeddedLog, path: Path) -> None:
    taker, second = Taker(TOPIC), EmbeddedLog(path)
    await log.append([record(TOPIC)])
    async with running(log, taker):
        await until_taken(log, taker)

    await log.append([record(TOPIC)])
    async with running(second, taker):
        await taker.has(2)
    await second.close()


async def test_records_of_another_process_wake_a_waiting_consumer_within_50_ms(
    log: EmbeddedLog, path: Path
) -> None:
    waits: list[float] = []

    class Timing(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            await super().handle(batch)
            waits.extend(time.time() - float(r.value) for r in batch)

    taker = Timing(TOPIC)
    appending = (
        "import asyncio, time\n"
        "from pathlib import Path\n"
        "from infra.embedded import EmbeddedLog\n"
        "from tests.contract.taking import record\n"
        "async def main():\n"
        f"    log = EmbeddedLog(Path({str(path)!r}))\n"
        "    for _ in range(15):\n"
        f"        await log.append([record({TOPIC!r}, b'%f' % time.time())])\n"
        "        await asyncio.sleep(0.05)\n"
        "    await log.close()\n"
        "asyncio.run(main())\n"
    )

    async with running(log, taker):
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", appending, cwd=ROOT)
        await taker.has(15)
        await process.wait()

    # The median: on a machine shared with others a single one may be late.
    assert sorted(waits)[len(waits) // 2] < 0.05


async def test_an_append_of_many_is_all_or_nothing(log: EmbeddedLog) -> None:
    with pytest.raises(TryAgain):
        await log.append([record(TOPIC), record("test.never-made")])

    assert await log.lag("nobody", [TOPIC]) == 0


async def test_a_service_waits_for_a_file_that_is_locked_for_a_while(
    log: EmbeddedLog, path: Path
) -> None:
    impatient = EmbeddedLog(path, busy_seconds=0.05)
    taker = Taker(TOPIC)
    await log.append(numbered(TOPIC, 3))
    other = sqlite3.connect(path, isolation_level=None)

    other.execute("BEGIN IMMEDIATE")
    async with running(impatient, taker) as run:
        await until(lambda: bool(taker.batches))
        await asyncio.wait([run], timeout=0.3)  # the offset cannot be written meanwhile
        lag = await log.lag(taker.group, [TOPIC])
        other.execute("ROLLBACK")
        await until_taken(log, taker)
    other.close()
    await impatient.close()

    assert lag == 3
    assert taker.values == [b"0", b"1", b"2"]


async def test_a_file_that_is_locked_is_said_while_it_lasts(log: EmbeddedLog, path: Path) -> None:
    impatient, taker = EmbeddedLog(path, busy_seconds=0.05), Taker(TOPIC)
    await log.append(numbered(TOPIC, 3))
    other = sqlite3.connect(path, isolation_level=None)

    other.execute("BEGIN IMMEDIATE")
    with capture_logs() as said:
        async with running(impatient, taker):
            await until(lambda: any(line["event"] == "retry.waiting" for line in said))
            other.execute("ROLLBACK")
            await until_taken(log, taker)
    other.close()
    await impatient.close()

    assert "locked" in said[0]["reason"]
    assert said[-1]["event"] == "retry.over"


async def test_a_service_that_can_no_longer_see_new_records_ends_with_the_reason(
    log: EmbeddedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: sqlite3.Connection) -> object:
        raise sqlite3.DatabaseError("database disk image is malformed")

    taker = Taker(TOPIC)
    run = asyncio.create_task(log.run([taker.consumer]))
    await log.append([record(TOPIC)])
    await until_taken(log, taker)
    monkeypatch.setattr("infra.embedded.tables.changes", broken)

    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        await asyncio.wait_for(run, 10)


async def test_a_folder_that_is_away_is_try_again(tmp_path: Path) -> None:
    log = EmbeddedLog(tmp_path / "nowhere" / "talentpool.db")

    with pytest.raises(TryAgain):
        await log.append([record(TOPIC)])
    await log.close()


async def test_a_commit_is_on_the_disk_before_it_is_acknowledged(log: EmbeddedLog) -> None:
    def durability(db: sqlite3.Connection) -> tuple[str, int]:
        [[journal]], [[synchronous]] = (
            db.execute(f"PRAGMA {name}").fetchall() for name in ("journal_mode", "synchronous")
        )
        return journal, synchronous

    assert await log._writer.do(durability) == ("wal", 2)  # 2 is FULL


async def test_other_tables_of_the_file_are_left_alone(log: EmbeddedLog, path: Path) -> None:
    other = sqlite3.connect(path)
    names = {name for (name,) in other.execute("SELECT name FROM sqlite_master")}
    other.close()

    assert {n for n in names if not n.startswith("sqlite_")} == {
        "log_partitions",
        "log_records",
        "log_groups",
    }


_records = st.lists(
    st.builds(
        NewRecord,
        topic=st.sampled_from(["a", "b"]),
        key=st.text(max_size=3),
        value=st.binary(max_size=20),
        headers=st.lists(st.tuples(st.text(max_size=3), st.binary(max_size=5)), max_size=3).map(
            tuple
        ),
    ),
    max_size=30,
)


@given(appends=st.lists(_records, max_size=4), partitions=st.integers(1, 5))
@settings(max_examples=25, deadline=None)
def test_any_records_come_back_as_they_were_in_the_order_of_their_key(
    tmp_path_factory: pytest.TempPathFactory, appends: list[list[NewRecord]], partitions: int
) -> None:
    async def kept() -> list[Record]:
        log = EmbeddedLog(tmp_path_factory.mktemp("log") / "x.db", partitions=partitions)
        await log.provision(["a", "b"])
        for records in appends:
            await log.append(records)
        found = [
            r for topic in ("a", "b") for r in await first(await log.lag("g", [topic]), log, topic)
        ]
        await log.close()
        return found

    taken = asyncio.run(kept())

    sent = [r for records in appends for r in records]
    assert len(taken) == len(sent)
    for topic, key in {(r.topic, r.key) for r in sent}:
        assert [(r.value, r.headers) for r in taken if (r.topic, r.key) == (topic, key)] == [
            (r.value, r.headers) for r in sent if (r.topic, r.key) == (topic, key)
        ]
