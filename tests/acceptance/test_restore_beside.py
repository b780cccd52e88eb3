"""A restore beside others: they are waited for or the restore is refused, and nothing is lost."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from infra.embedded import file_replacement
from infra.embedded.single_instance import only_restore, only_service
from infra.settings import Settings
from models.entities import Person
from models.errors import Mistake
from models.ids import TalentId
from service.health import health
from service.restore import backup, restore
from tests import make
from tests.acceptance.test_restore import POOL, at_work, embedded_in, standing
from tests.acceptance.test_restore_ends import named
from tests.saying import refused
from tests.solver_inside import solver_inside

pytestmark = pytest.mark.usefixtures("no_child")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(file_replacement, "_SECONDS", 0.3)
    return embedded_in(tmp_path)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store, and a backup of it from before its last facts: copy them."""
    folder = tmp_path_factory.mktemp("life")

    async def live() -> None:
        async with at_work(embedded_in(folder)) as work:
            await work.post(1)
            await backup(embedded_in(folder), folder / "older.db")
            await work.post(2)
            await work.agree(2)

    with solver_inside():
        asyncio.run(live())
    return folder


@pytest.fixture
def file(settings: Settings, life: Path, tmp_path: Path) -> Path:
    """A backup; facts came after it."""
    shutil.copytree(life, tmp_path, dirs_exist_ok=True)
    return tmp_path / "older.db"


@contextmanager
def reader(place: Path, begin: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        if begin:
            db.execute(begin)
        db.execute("SELECT count(*) FROM log_records").fetchone()
        yield db


@pytest.mark.parametrize("begin", ["BEGIN", ""], ids=["reading", "idle"])
async def test_whoever_has_the_file_open_is_named_and_nothing_is_changed(
    settings: Settings, file: Path, tmp_path: Path, begin: str
) -> None:
    before = await standing(settings)

    with (
        reader(tmp_path / "pool.db", begin),
        refused(Mistake, match=r"ほかのプログラムが開いています.*何も変えて"),
    ):
        await restore(settings, file)

    assert await standing(settings) == before
    assert named(tmp_path, "*before-restore*") == []
    done = await restore(settings, file)
    assert (done.applied > 0, done.aside) == (True, None)
    assert await standing(settings) == before


async def test_a_reader_that_ends_in_time_is_waited_for(
    settings: Settings, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_replacement, "_SECONDS", 60.0)
    before = await standing(settings)
    place = tmp_path / "pool.db"
    refused = 0
    lock = file_replacement._lock

    with reader(place, "BEGIN"):

        def locks(mine: sqlite3.Connection) -> None:
            nonlocal refused
            try:
                lock(mine)
            except sqlite3.OperationalError:
                refused += 1
                raise

        monkeypatch.setattr(file_replacement, "_lock", locks)
        restoring = asyncio.create_task(restore(settings, file))
        async with asyncio.timeout(60):
            while not refused:  # noqa: ASYNC110 it happens in another thread
                await asyncio.sleep(0.01)
    done = await restoring

    assert (done.applied > 0, done.aside) == (True, None)
    assert await standing(settings) == before


async def test_whoever_opens_the_file_meanwhile_goes_on_in_what_was_restored(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    place = tmp_path / "pool.db"
    opened = place.stat().st_ino

    await restore(settings, file)

    assert place.stat().st_ino == opened


async def test_a_file_of_another_log_is_put_aside_whole_and_called_so(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    for each in named(tmp_path, "pool.db*"):
        each.unlink()
    async with at_work(settings) as work:
        await work.post(7)
    other = await standing(settings)

    done = await restore(settings, file)

    assert done.aside
    assert done.aside.why == "another log"
    assert done.aside.file.stat().st_mode & 0o077 == 0
    aside = settings.model_copy(update={"database": f"sqlite:///{done.aside.file}"})
    assert await standing(aside) == other
    assert {r.request_id for r in (await standing(settings)).requests} == {"R-1"}


async def test_while_a_restore_is_at_work_doctor_says_so_and_sends_nobody_to_start_it(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    with only_restore(tmp_path / "pool.db"):
        found = await health(settings, lambda: make.NOW)
        with refused(Mistake, match="復元中です"):
            await restore(settings, file)

    assert [each.name for each in found if not each.fine] == ["being restored"]
    assert not any(each.name.startswith(("lag", "store", "outbox")) for each in found)
    [now] = await health(settings, lambda: make.NOW, only=["being restored"])
    assert now.fine


async def test_a_service_at_work_is_said_in_japanese_first(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    with (
        only_service(tmp_path / "pool.db"),
        refused(Mistake, match=r"サービスがすでに動いています.* / a service runs"),
    ):
        await restore(settings, file)


async def test_who_has_no_name_is_told_by_id_and_who_was_erased_is_not(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "older.db"
    async with at_work(settings) as work:
        for number in (1, 2, 3):
            await work.post(number)
        for number in (1, 3):
            known = Person(pool_id=POOL, talent_id=TalentId(f"T-{number}"), name="見本 花子")
            await work.parts.store.put_person(known)
        await backup(settings, file)
        await work.parts.store.erase(POOL, TalentId("T-1"))

    done = await restore(settings, file)

    assert done.nameless == ((POOL, "T-2"),)
