"""Names are their owner's: who may read the files, and how a person is forgotten for good."""

import asyncio
import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from infra.settings import Settings
from infra.store.store import SqlStore
from models.event_log import NewRecord, Record
from models.facts import RequestStated
from models.ids import PoolId, TalentId
from models.ingest import Dead
from models.phrase import Phrase
from service.restore import backup, restore
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import NAME, TALENT, appended, served, settings

MONTH = make.months_ahead()[3]

DATABASE = Path("var/talentpool.db")
MAIL = "hanako@example.invalid"


def bytes_of(*folders: Path) -> dict[str, bytes]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {str(file): file.read_bytes() for file in files}


def holding(word: str, *folders: Path) -> list[str]:
    """The files that hold a word, as text or as JSON writes it in ASCII."""
    forms = {word.encode(), json.dumps(word)[1:-1].encode()}
    return [f for f, content in bytes_of(*folders).items() if any(w in content for w in forms)]


def modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())}


def test_files_of_the_store_are_readable_by_their_owner_alone(
    empty: Path, talentpool: Talentpool
) -> None:
    old = os.umask(0o022)
    try:
        talentpool("post", "talent", "--pool", "20", "--role", "pm", "--hours", f"{MONTH}=16")
        talentpool("backup", "var/copy.db")
    finally:
        os.umask(old)

    assert modes(Path("var")) == {0}


def test_files_that_others_could_read_are_tightened_and_said(
    stocked: Path, talentpool: Talentpool
) -> None:
    Path("var").chmod(0o755)
    DATABASE.chmod(0o644)

    said = talentpool("show", "pools")

    assert modes(Path("var")) == {0}
    assert "files.tightened" in said.err + said.out


def test_an_erased_person_is_in_no_file_of_the_store(stocked: Path, talentpool: Talentpool) -> None:
    good = make.message(RequestStated(request=make.request("R-DEAD"))).record()
    named = {"value": f'{{"{NAME}": 1}}'.encode(), "headers": (*good.headers, ("x", NAME.encode()))}
    asyncio.run(appended(DATABASE, replace(good, **named)))  # type: ignore[arg-type]
    assert holding(NAME, Path("var"))

    asked = talentpool("erase", "talent", TALENT, "--pool", "20")
    assert asked.code == 2
    assert holding(NAME, Path("var"))
    said = talentpool("erase", "talent", TALENT, "--pool", "20", "--yes", "--json")

    assert json.loads(said.out) == {
        "pool_id": "20",
        "talent_id": TALENT,
        "known": True,
        "dead_letters": 1,
    }
    assert holding(NAME, Path("var")) == []
    assert holding(MAIL, Path("var")) == []
    [letter] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    assert (letter["status"], letter["reason"]) == ("dropped", "fact_malformed")
    assert "erased" in letter["dropped"]
    assert talentpool("show", "talent", TALENT, "--pool", "20").code == 0


@pytest.mark.parametrize("lost", [False, True], ids=["store in place", "store lost"])
def test_a_backup_from_before_does_not_bring_an_erased_person_back(
    stocked: Path, talentpool: Talentpool, lost: bool
) -> None:
    copy = Path("copy.db")
    asyncio.run(backup(settings(DATABASE), copy))
    talentpool("erase", "talent", TALENT, "--pool", "20", "--yes")
    if lost:
        DATABASE.unlink()

    asyncio.run(restore(settings(DATABASE), copy))

    assert holding(NAME, Path("var")) == []
    assert talentpool("show", "talent", TALENT, "--pool", "20").code == 0


def test_who_was_erased_is_not_named_again_under_the_same_id(
    stocked: Path, talentpool: Talentpool
) -> None:
    talentpool("erase", "talent", TALENT, "--pool", "20", "--yes")

    said = talentpool("amend", "talent", TALENT, "--pool", "20", "--name", NAME)

    assert said.code == 2
    assert holding(NAME, Path("var")) == []


def test_a_dropped_dead_letter_keeps_its_place_and_its_reason_and_nothing_else(
    stocked: Path, talentpool: Talentpool
) -> None:
    good = make.message(RequestStated(request=make.request("R-DEAD"))).record()
    asyncio.run(appended(DATABASE, replace(good, value=b'{"KANARIA": 1}')))
    [letter] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]

    said = talentpool("deadletters", "drop", letter["id"], "--reason", "posted again", "--yes")

    assert said.code == 0
    [after] = json.loads(talentpool("deadletters", "list", "--json").out)["dead_letters"]
    changed = {name for name in after if after[name] != letter[name]}
    assert changed == {"status", "dropped"}
    assert "posted again" in after["dropped"]
    assert holding("KANARIA", Path("var")) == []
    assert talentpool("deadletters", "replay", letter["id"]).code == 2
    assert json.loads(talentpool("doctor", "--only", "dead", "--json").out)["ok"]


def test_a_person_comes_from_a_file(stocked: Path, talentpool: Talentpool) -> None:
    Path("person.json").write_text('{"name": "見本 三郎", "mail": "s@example.invalid"}')

    said = talentpool(
        *("post", "talent", "--pool", "20", "--id", "T-9", "--role", "pm"),
        *("--hours", f"{MONTH}=16", "--person", "person.json"),
    )
    both = talentpool(
        "amend", "talent", "T-9", "--pool", "20", "--person", "person.json", "--name", "x"
    )

    assert (said.code, both.code) == (0, 2)

    async def kept() -> str:
        store = SqlStore(f"sqlite:///{DATABASE}")
        person = await store.person(PoolId("20"), TalentId("T-9"))
        await store.close()
        assert person
        return person.name

    assert asyncio.run(kept()) == "見本 三郎"


def test_the_password_of_the_database_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("pa/ss@wörd\n")

    made = Settings(database="postgresql://talentpool@db/talentpool", database_password_file=file)

    assert made.database == "postgresql://talentpool:pa%2Fss%40w%C3%B6rd@db/talentpool"


@pytest.mark.parametrize("taken", ["not at all", "not said on", "whole"])
def test_an_erased_person_is_in_no_record_on_its_way_either(
    stocked: Path, talentpool: Talentpool, taken: str
) -> None:
    topic, statement = "talentpool.talents.v1", '{{"talent_id": "T-1", "{}": "{}"}}'
    values = [
        statement.format("name", NAME).encode(),
        statement.format("old", "見本 旧姓").encode(),  # what the store no longer knows
        f'{{"備考": "{NAME}"}}'.encode("cp932"),
        f'{{"name": "{NAME.replace(" ", "")}"}}'.encode("utf-16"),
    ]
    words = [NAME, "旧姓", *(value.decode("latin-1") for value in values)]
    records = [NewRecord(topic=topic, key="20", value=v, headers=()) for v in values]
    records.append(NewRecord(topic=topic, key=NAME, value=b"{}", headers=()))

    async def put() -> None:
        async with opened(settings(DATABASE), now=lambda: make.NOW) as parts:
            await parts.event_log.append(records)
            if taken == "not said on":
                placed = [
                    Record(**asdict(each), partition=7, offset=number)
                    for number, each in enumerate(records)
                ]
                lost = [Dead(record=each, why=Phrase.of("fact_malformed")) for each in placed]
                await parts.store.ingest((), lost)
            if taken == "whole":
                await served(parts)

    asyncio.run(put())
    held = [word for word in words if holding(word, Path("var"))]
    said = talentpool("erase", "talent", TALENT, "--pool", "20", "--yes")
    asyncio.run(appended(DATABASE))

    assert NAME in held
    assert said.code == 0
    left = bytes_of(Path("var")).values()
    assert not [v for v in values for content in left if v in content]
    assert [word for word in (NAME, "旧姓") if holding(word, Path("var"))] == []


def test_what_was_stated_about_an_erased_person_is_kept(
    stocked: Path, talentpool: Talentpool
) -> None:
    good = make.message(RequestStated(request=make.request("R-TITLE", title=NAME))).record()

    async def put() -> None:
        async with opened(settings(DATABASE), now=lambda: make.NOW) as parts:
            await parts.event_log.append([good])

    asyncio.run(put())
    talentpool("erase", "talent", TALENT, "--pool", "20", "--yes")
    asyncio.run(appended(DATABASE))

    assert talentpool("show", "request", "R-TITLE", "--pool", "20").code == 0
