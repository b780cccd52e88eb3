"""A restore that ends in the middle, or finds something else than a store, says so."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from infra.settings import Settings
from infra.store.store import SqlStore
from models.errors import Mistake
from service.health import health
from service.restore import backup, restore
from tests import make
from tests.acceptance.test_restore import at_work, embedded_in, standing, worked
from tests.saying import refused
from tests.solver_inside import solver_inside

pytestmark = pytest.mark.usefixtures("no_child")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return embedded_in(tmp_path)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was worked with and a backup of it, `older.db`: copy them."""
    folder = tmp_path_factory.mktemp("life")
    with solver_inside():
        asyncio.run(worked(embedded_in(folder), folder / "older.db"))
    return folder


def named(folder: Path, pattern: str) -> list[Path]:
    return list(folder.glob(pattern))


@pytest.mark.parametrize("step", ["set_matches_aside", "rebuild_matches", "end_restore"])
async def test_what_is_half_restored_is_not_served_and_restored_again_is_whole(
    settings: Settings, life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    shutil.copytree(life, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "older.db"
    before = await standing(settings)

    async def killed(*_: object) -> None:
        raise ProcessLookupError  # what was committed stays, nothing else happens

    with monkeypatch.context() as patch:
        patch.setattr(SqlStore, step, killed)
        with pytest.raises(ProcessLookupError):
            await restore(settings, file)

    with refused(Mistake, match="talentpool restore"):
        async with at_work(settings):
            pass
    with refused(Mistake, match="talentpool restore"):
        await backup(settings, tmp_path / "half.db")
    [found] = await health(settings, lambda: make.NOW, only=["restore"])
    assert not found.fine
    await restore(settings, file)
    assert await standing(settings) == before
    [found] = await health(settings, lambda: make.NOW, only=["restore"])
    assert found.fine


async def test_a_damaged_file_in_place_is_put_aside_and_the_backup_takes_its_place(
    settings: Settings, tmp_path: Path
) -> None:
    file, place = tmp_path / "older.db", tmp_path / "pool.db"
    async with at_work(settings) as work:
        await work.post(1)
        await backup(settings, file)
    before = await standing(settings)
    for each in named(tmp_path, "pool.db*"):
        each.unlink()
    for garbage in (b"garbage" * 5000, b"other garbage" * 5000):
        place.write_bytes(garbage)

        done = await restore(settings, file)

        assert done.aside
        assert done.aside.file.read_bytes() == garbage
        assert done.aside.why == "unreadable"
        assert await standing(settings) == before
    assert len(named(tmp_path, "*before-restore*")) == 2


async def test_a_backup_of_a_newer_talentpool_is_refused_and_changes_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "newer.db"
    async with at_work(settings) as work:
        await work.post(1)
        await backup(settings, file)
    before = await standing(settings)
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
        opened.commit()

    with refused(Mistake, match="newer"):
        await restore(settings, file)

    assert await standing(settings) == before
    assert named(tmp_path, "*.restoring*") == []
