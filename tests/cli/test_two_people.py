"""Two people amend what both were looking at: the second is told by the command itself."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from service.wiring import opened
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import SERVED, settings

SET = ("amend", "request", SERVED, "--pool", "20", "--seen", "1", "--set")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _dead_letters(directory: Any) -> Any:
    async def count() -> Any:
        async with opened(settings(directory / "var" / "talentpool.db")) as parts:
            return await parts.store.dead_letters()

    return asyncio.run(count())


def test_the_second_is_refused_while_the_service_runs_and_nothing_dies(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        first = talentpool(*SET, "urgency=2", "--as", "sato", "--wait")
        second = talentpool(*SET, "title=別の題", "--as", "suzuki")
        as_json = talentpool(*SET, "title=別の題", "--as", "suzuki", "--json", "--lang", "en")
        again = talentpool(*SET[:6], "2", "--set", "title=別の題", "--as", "suzuki", "--wait")

    assert (first.code, second.code, as_json.code, again.code) == (0, 5, 5, 0)
    assert "版: 2" in first.out
    for told in (SERVED, "sato", "第1版", "第2版", "緊急度", "何も書き込んでいません"):
        assert told in second.err
    error = json.loads(as_json.out)["error"]
    assert (error["code"], error["subject"], error["seen"], error["now"], error["actor"]) == (
        *("stale", SERVED, 1, 2),
        "sato",
    )
    assert "changed meanwhile by sato" in error["message"]
    assert _dead_letters(stocked) == []


def test_the_second_is_refused_where_no_service_runs(talentpool: Talentpool, stocked: Path) -> None:
    assert talentpool(*SET, "urgency=2", "--as", "sato").code == 0

    second = talentpool(*SET, "title=別の題", "--as", "suzuki")

    assert second.code == 5
    assert "第2版" in second.err
    with serving(stocked):
        shown = talentpool("amend", "request", SERVED, "--pool", "20", "--set", "urgency=1")
    assert shown.code == 0
    assert _dead_letters(stocked) == []
