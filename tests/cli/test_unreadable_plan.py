"""A plan that this version cannot read ends no command: it is said, and the service plans anew."""

import asyncio
import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from models.ids import PoolId
from service.running.service import Service
from service.wiring import opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED, TALENT, settings

DATABASE = "var/talentpool.db"


@pytest.fixture
def unreadable(stocked: Path) -> Any:
    """The store, with a plan that a next version wrote."""
    with sqlite3.connect(stocked / DATABASE) as connection:
        connection.execute(
            "UPDATE plans SET content = ?", ('{"status": "of_a_next_version", "pool_id": "20"}',)
        )
    return stocked


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", "この版のプログラムでは読めません"), ("en", "cannot be read by this")]
)
def test_show_plan_says_that_it_cannot_be_read_and_is_planned_anew(
    unreadable: Any, talentpool: Talentpool, lang: Any, said: Any
) -> None:
    shown = talentpool("show", "plan", "--lang", lang)

    assert shown.code == 1
    assert said in shown.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "pools"),
        ("show", "unmet"),
        ("show", "request", SERVED),
        ("show", "line", f"{SERVED}/1"),
        ("show", "talent", TALENT),
        ("show", "match", f"{SERVED}/1"),
        ("bottlenecks",),
        ("doctor",),
    ],
)
def test_other_commands_go_on_without_it(
    unreadable: Any, talentpool: Talentpool, words: Any
) -> None:
    shown = talentpool(*words)

    assert "Traceback" not in shown.err
    assert "plan.unreadable" not in shown.err
    assert "ValidationError" not in shown.err + shown.out


def test_the_service_plans_anew(unreadable: Any, talentpool: Talentpool) -> None:
    async def serve() -> None:
        async with opened(settings(unreadable / DATABASE), now=lambda: make.NOW) as parts:
            running = asyncio.create_task(Service(parts).run())
            async with asyncio.timeout(60):
                while await parts.store.unreadable_plan(PoolId("20")):  # noqa: ASYNC110 nobody calls us
                    await asyncio.sleep(0.05)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    with capture_logs() as said:
        asyncio.run(serve())

    assert "plan.unreadable" in {line["event"] for line in said}

    document = json.loads(talentpool("show", "plan", "--json").out)
    assert "20" in {each["pool_id"] for each in document["pools"]}
