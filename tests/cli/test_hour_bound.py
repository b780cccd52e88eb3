"""A month has at most 744 hours at every door, and limits are told in hours."""

import json
from pathlib import Path

import pytest

from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.stock import TALENT, UNMET

POOL = ("--pool", "20")
REQUEST = ("--municipality", "佐久市", "--title", "窓口", "--role", "pm")
TALENT_FILE = make.talent("T-9", capacity=make.hours(6400)).model_dump_json()


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.mark.parametrize(
    "words",
    [
        ("post", "talent", *POOL, "--role", "pm", "--hours", "1600"),
        ("post", "talent", *POOL, "--file", "talent.json"),
        ("post", "request", *REQUEST, "--hours", "2026-12=20000"),
        ("amend", "talent", TALENT, *POOL, "--hours", "2026-12=745"),
        ("amend", "talent", TALENT, *POOL, "--hours", "2026-12=745", "--dry-run"),
        ("amend", "talent", TALENT, *POOL, "--set", "overhead=800"),
        ("amend", "request", UNMET, *POOL, "--add-hours", "2026-12=14880"),
    ],
)
def test_more_than_a_month_has_is_refused_at_every_door(
    talentpool: Talentpool, stocked: Path, words: tuple[str, ...]
) -> None:
    (stocked / "talent.json").write_text(TALENT_FILE, encoding="utf-8")

    said = talentpool(*words)

    assert said.code == 2
    assert "744 時間" in said.err or "14,880 時間" in said.err


def test_a_limit_is_told_in_hours(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("post", "talent", *POOL, "--role", "pm", "--hours", "200000")

    assert said.code == 2
    assert "744 時間以下" in said.err
    assert "400000" not in said.err


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ({"talents": [{"capacity": 745}]}, "$.talents[0].capacity.2026-12"),
        ({"lines": [{"hours": 14881, "people": 2}]}, "$.lines[0].hours.2026-12"),
    ],
)
def test_a_problem_file_is_held_to_the_same_bound(
    talentpool: Talentpool, empty: Path, part: dict[str, list[dict[str, int]]], path: str
) -> None:
    talent = {
        "talent_id": "T",
        "roles": ["pm"],
        "contract_from": "2026-04",
        "contract_until": "2027-03",
    }
    line = {
        "line_id": "R/1",
        "request_id": "R",
        "municipalities": ["202177"],
        "role": "pm",
    }
    document = {"pool_id": "20", "months": ["2026-12"]}
    for each in part.get("talents", ()):
        document["talents"] = [talent | {"capacity": {"2026-12": each["capacity"]}}]  # type: ignore[list-item]
    for each in part.get("lines", ()):
        document["lines"] = [line | each | {"hours": {"2026-12": each["hours"]}}]  # type: ignore[list-item]
    (empty / "problem.json").write_text(json.dumps(document), encoding="utf-8")

    said = talentpool("solve", "problem.json")

    assert said.code == 2
    assert path in said.err
