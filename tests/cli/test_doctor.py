"""`doctor`: every check says what there is; a broken thing says how to mend it."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from application.queries.health import Finding
from infra.settings import Settings
from models.event_log import NewRecord
from models.facts import RequestStated
from service.health import health
from service.running.consumer_groups import GROUPS
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import appended, settings
from wording import Words

DATABASE = "var/talentpool.db"


def look(given: Settings | None = None, now: Any = lambda: make.NOW) -> dict[str, Finding]:
    """Every finding by its name."""
    found = asyncio.run(health(given or settings(DATABASE), now))  # type: ignore[arg-type]
    return {finding.name: finding for finding in found}


def test_nothing_is_wrong_before_the_first_start_and_nothing_is_made(
    empty: Path, talentpool: Talentpool
) -> None:
    said = talentpool("doctor")

    assert said.code == 0
    assert "✕" not in said.out
    assert "1,741" in said.out
    assert list(empty.iterdir()) == []


def test_a_file_of_shapes_without_any_is_said(
    empty: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("shapes.json").write_text('{"features": []}')
    monkeypatch.setenv("TALENTPOOL_MUNICIPALITY_SHAPES", "shapes.json")
    wrong = talentpool("doctor", "--only", "shapes")

    monkeypatch.setenv("TALENTPOOL_MUNICIPALITY_SHAPES", "")
    unset = talentpool("doctor", "--only", "shapes")

    assert (wrong.code, unset.code) == (1, 0)
    assert "shapes.json：" in wrong.out
    assert "TALENTPOOL_MUNICIPALITY_SHAPES" in wrong.out
    assert "Mistake" not in wrong.out


def test_json_names_every_check(empty: Path, talentpool: Talentpool) -> None:
    said = talentpool("doctor", "--json")

    document = json.loads(said.out)
    assert document["ok"] is True
    names = {check["name"] for check in document["checks"]}
    assert names >= {"settings", "store", "tables", "event log", "outbox", "dead letters", "solver"}


def test_a_store_in_service_is_fine(stocked: Path) -> None:
    assert [finding for finding in look().values() if not finding.fine] == []


def test_facts_that_nobody_takes_are_a_lag(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.health_checks.opened_world.PATIENCE", 0.2)

    async def post() -> None:
        async with opened(settings(DATABASE), now=lambda: make.NOW) as parts:  # type: ignore[arg-type]
            await parts.desk.post_request(make.request("R-LATE"))

    asyncio.run(post())

    lag = look()["lag: ingest"]
    assert not lag.fine
    assert Words("en").say(lag.detail) == "1"
    assert "talentpool up" in Words("ja")("health_lag_mend")


def test_a_dead_letter_is_a_fault_with_a_way_out(stocked: Path, talentpool: Talentpool) -> None:
    asyncio.run(appended(DATABASE, NewRecord(topic=RequestStated.topic, key="20", value=b"?")))  # type: ignore[arg-type]

    said = talentpool("doctor")

    assert said.code == 1
    assert "✕  取り込めなかった記録" in said.out
    assert "deadletters list" in said.out


def test_a_clock_that_is_behind_the_plans_is_a_fault(stocked: Path) -> None:
    clock = look(now=lambda: make.NOW - timedelta(days=60))["clock"]

    assert not clock.fine
    assert "2026-09" in Words("en").say(clock.detail)
    assert "2026-11" in Words("en").say(clock.detail)


def test_tables_of_another_version_are_a_fault(stocked: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(DATABASE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")

    assert not look()["tables"].fine


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"database": "postgresql://me:geheim@127.0.0.1:9/x"}, "store"),
        ({"database": "mysql://me:geheim@127.0.0.1/x"}, "settings"),
        ({"kafka": "127.0.0.1:9"}, "event log"),
    ],
    ids=["postgres away", "unknown database", "kafka away"],
)
def test_what_is_away_is_said_without_the_password(
    empty: Path, given: dict[str, str], name: str
) -> None:
    found = look(Settings(**given))  # type: ignore[arg-type]

    assert not found[name].fine
    # What stands on it is not blamed as well.
    assert [finding.name for finding in found.values() if not finding.fine] == [name]
    assert "geheim" not in repr(found)


def test_a_file_that_is_no_database_is_a_fault_and_no_traceback(
    empty: Path, talentpool: Talentpool
) -> None:
    (empty / "var").mkdir()
    (empty / DATABASE).write_text("not a database at all, whatever its name says")

    said = talentpool("doctor")

    assert said.code == 1
    assert "✕  保存先" in said.out
    assert "Traceback" not in said.err


def test_a_file_of_municipalities_is_read_before_the_service_needs_it(empty: Path) -> None:
    file = empty / "municipalities.csv"
    file.write_text("code,island\n202029,1\n")
    fine = look(Settings(municipalities=file))["municipality file"]
    file.write_text("code,island\n202029,yes\n")
    broken = look(Settings(municipalities=file))["municipality file"]

    assert (fine.fine, Words("en").say(fine.detail)) == (True, "1")
    assert (broken.fine, "line 2: island is 1, 0" in Words("en").say(broken.detail)) == (
        False,
        True,
    )


def test_a_part_of_the_checks_is_named_by_how_it_begins(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("doctor", "--only", "store", "--only", "lag", "--json")

    names = [check["name"] for check in json.loads(said.out)["checks"]]
    assert names[0] == "store"
    assert all(name.startswith("lag: ") for name in names[1:])
    assert len(names) == 1 + len(GROUPS)


def test_a_check_that_does_not_exist_is_a_mistake(talentpool: Talentpool) -> None:
    said = talentpool("doctor", "--only", "weather")

    assert said.code == 2
    assert "weather" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "pools"),
        ("up",),
        ("deadletters", "list"),
        ("backup", "copy.db"),
        ("post", "talent", "--pool", "20", "--role", "pm", "--hours", "2027-03=16"),
    ],
    ids=lambda words: words[0],
)
def test_a_file_that_is_no_database_is_said_with_its_mend(
    empty: Path, talentpool: Talentpool, words: tuple[str, ...]
) -> None:
    Path("var").mkdir()
    Path(DATABASE).write_bytes(b"this is no database" * 1000)

    said = talentpool(*words)

    assert said.code == 2
    assert "talentpool restore" in said.err
    assert "Traceback" not in said.err
    assert "talentpool restore" in Words("ja")("health_store_mend")
