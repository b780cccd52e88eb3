"""The main job as a newcomer sees it: one command, real projects, a plan, live events."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import make
from tests.acceptance.conftest import Shown, shown_in
from tests.acceptance.processes import Running, environment, talentpool

POST = (
    *("post", "request", "--pool", "20", "--id", "R-NEW", "--municipality", "202177"),
    *(
        "--title",
        "窓口業務改革",
        "--pm-in-place",
        "--role",
        "engineer",
        "--hours",
        f"{make.months_ahead()[2]}=16",
    ),
    *("--wait", "--json"),
)
WITHDRAW = ("withdraw", "request", "P013", "--pool", "20")


@pytest.fixture(params=["embedded", pytest.param("kafka", marks=pytest.mark.kafka)], scope="module")
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """What the first run made of an empty world, on each engine."""
    directory: Path = tmp_path_factory.mktemp("world")
    if request.param == "embedded":
        shown: Shown = request.getfixturevalue("shown")
        return replace(shown, env=request.getfixturevalue("copied")(directory))
    return shown_in(
        environment(
            directory,
            database=request.getfixturevalue("real_postgres"),
            kafka=request.getfixturevalue("real_kafka"),
        )
    )


@pytest.fixture(scope="module")
def env(world: Shown) -> dict[str, str]:
    return world.env


@pytest.fixture(scope="module")
def first(world: Shown) -> dict:  # type: ignore[type-arg]
    """The answer of the first run in an empty world."""
    assert world.demo.returncode == 0, world.demo.stderr
    return json.loads(world.demo.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def test_the_demo_plans_every_project_without_a_fault(first: Any) -> None:
    pools = {pool["pool_id"]: pool for pool in first["pools"]}

    assert (pools["20"]["requests"], pools["15"]["requests"]) == (70, 37)
    for pool in pools.values():
        assert pool["plan"]["faults"] == 0
        assert pool["plan"]["status"] in ("optimal", "feasible")
        assert 0 < pool["plan"]["served_hours"] < pool["plan"]["asked_hours"]
        assert pool["plan"]["score"] <= pool["plan"]["bound"]


def test_every_fact_is_applied_and_none_is_dead(first: Any) -> None:
    assert first["events"]["appended"] == first["events"]["applied"] > 100
    assert first["events"]["dead"] == 0


def test_the_three_changes_are_shown(first: Any) -> None:
    assert [step["name"] for step in first["steps"]] == ["decline", "withdraw", "hours"]
    assert all(step["changes"] for step in first["steps"])


def test_every_unmet_line_says_why(first: Any) -> None:
    unmet = [line for pool in first["pools"] for line in pool["unmet"]]

    assert unmet
    assert all(line["cause"] and line["hours"] > 0 and line["text"] for line in unmet)
    assert any(line["enough"] for line in unmet)


def test_the_same_demo_again_changes_nothing(first: Any, env: Any) -> None:
    again = json.loads(talentpool("demo", "--once", "--json", env=env).stdout.splitlines()[-1])

    assert again["events"] == first["events"]
    assert again["steps"] == []
    assert [p["plan"]["version"] for p in again["pools"]] == [
        p["plan"]["version"] for p in first["pools"]
    ]


def test_a_posted_request_changes_the_plan_and_ctrl_c_loses_nothing(first: Any, env: Any) -> None:
    before = next(p["plan"]["version"] for p in first["pools"] if p["pool_id"] == "20")
    running = Running("demo", "--no-web", env=env)
    try:
        running.wait_for("Ctrl-C")
        posted = talentpool(*POST, env=env)
        assert posted.returncode == 0, posted.stderr
        arrival = json.loads(posted.stdout)["arrival"]
        withdrawn = talentpool(*WITHDRAW, env=env)
        assert withdrawn.returncode == 0, withdrawn.stderr
        running.wait_for("取り下げられた", within=20)
    finally:
        code = running.stop()

    assert arrival["plans"][0]["version"] > before
    assert code == 0, running.lines[-20:]
    assert not any("Traceback" in line for line in running.lines)
    shown = talentpool("show", "request", "R-NEW", "--pool", "20", "--json", env=env)
    assert shown.returncode == 0, shown.stderr
    assert "R-NEW" in shown.stdout
