"""People: names stand in one table, and can be erased for good."""

from pathlib import Path

from infra.store.store import SqlStore
from models.entities import Person
from models.ids import PoolId, TalentId
from tests import make
from tests.infra.store import given


def person(talent_id: str = "T-1", **given: str) -> Person:
    fields = {"name": "架空花子", "mail": "hanako@example.jp", "note": "週三日"}
    return Person(pool_id="20", talent_id=talent_id, **fields | given)


def in_files(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_person_may_be_known_before_the_talent_is_stated(store: SqlStore) -> None:
    await store.put_person(person())

    assert await store.person(PoolId("20"), TalentId("T-1")) == person()
    assert await store.person(PoolId("15"), TalentId("T-1")) is None


async def test_a_person_can_be_corrected(store: SqlStore) -> None:
    await store.put_person(person())

    await store.put_person(person(name="架空太郎"))

    assert await store.people(PoolId("20")) == (person(name="架空太郎"),)


async def test_an_erased_person_is_gone_and_the_talent_stays(store: SqlStore) -> None:
    await given.ingest(store, make.talent("T-1"))
    await store.put_person(person())
    await store.put_person(person("T-2"))

    assert (await store.erase(PoolId("20"), TalentId("T-1"))).known
    assert not (await store.erase(PoolId("20"), TalentId("T-1"))).known

    assert await store.person(PoolId("20"), TalentId("T-1")) is None
    assert await store.people(PoolId("20")) == (person("T-2"),)
    assert await store.talent(PoolId("20"), TalentId("T-1"))


async def test_no_byte_of_an_erased_name_stays_in_the_file(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'pool.db'}")
    await store.open()
    for number in range(50):
        await store.put_person(person(f"T-{number}", name=f"消去対象{number}" * 5))

    for number in range(50):
        await store.erase(PoolId("20"), TalentId(f"T-{number}"))

    left = in_files(tmp_path)
    assert b"talent_id" in left
    assert "消去対象".encode() not in left
    await store.close()


async def test_a_name_that_was_corrected_goes_with_the_erased_one(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'pool.db'}")
    await store.open()
    await store.put_person(person("T-1", name="旧姓の人"))
    await store.put_person(person("T-2", name="残る人"))
    await store.put_person(person("T-1", name="新姓の人" * 10))

    await store.erase(PoolId("20"), TalentId("T-1"))

    left = in_files(tmp_path)
    assert "残る人".encode() in left
    assert "旧姓".encode() not in left
    assert "新姓".encode() not in left
    await store.close()
