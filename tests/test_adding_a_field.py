"""The page on adding a field is followed in a copy: afterwards every door takes and shows it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.docs.pages import ROOT
from tests import make
from tests.test_adding_a_rule import applied
from tests.test_architecture import ROOMS

Run = Callable[..., str]

PAGE = (ROOT / "docs/adding-a-field.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```diff (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rooms and tests as they are once the page has been followed."""
    root = tmp_path_factory.mktemp("copy")
    for name in (*ROOMS, "tests"):
        shutil.copytree(ROOT / name, root / name)  # with what is compiled
    shutil.copy(ROOT / "pyproject.toml", root)
    for path, change in BLOCKS:
        file = root / path
        file.write_text(applied(file.read_text(encoding="utf-8"), change), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def run(copy: Path) -> Run:
    """Runs Python in the copy, on data of its own."""
    given = {name: text for name, text in os.environ.items() if "TALENTPOOL" not in name}

    def called(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=copy,
            env={**given, "PYTHONPATH": str(copy)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return called


SHEET = """
from datetime import date
from pathlib import Path
from models.facts import RequestStated
from models.months import Month
from infra.registry import Registry
from producers.spreadsheets import opened

old = Path("old.json").read_bytes()
assert RequestStated.read_kept(old).request.section == ""
book = opened(Path("filled.csv"))
sheet = book.read("requests", pool_id="20", first_month=Month("2026-04"), places=Registry())
assert not sheet.faults, sheet.faults
print(sheet.requests[0].section)
"""

SERVED = """
import asyncio
from infra.settings import Settings
from service.running.service import Service
from service.wiring import opened

async def served():
    given = Settings(database="sqlite:///shown/pool.db", solve_seconds=0.5, improve_seconds=0)
    async with opened(given) as parts:
        service = Service(parts)
        running = asyncio.create_task(service.run())
        await service.settled()
        running.cancel()

asyncio.run(served())
"""

#: Rows that are easily forgotten: how the field gets out.
WRITTEN = (
    ("producers/spreadsheets/filled.py", '"section": request.section,'),
    ("service/cli/show/request_page.py", '"page_section": request.section,'),
)


def test_the_list_of_files_is_less_than_a_screen() -> None:
    assert len(PAGE.partition("```")[0].splitlines()) <= 24


def test_facts_of_yesterday_are_read_and_a_sheet_says_it(copy: Path, run: Run) -> None:
    old = make.request("R-1").model_dump(mode="json")
    (copy / "old.json").write_text(json.dumps({"request": old}), encoding="utf-8")
    (copy / "filled.csv").write_text(
        "要請ID,市区町村,事業名,予算課,役割,2026-12\nR-9,佐久市,窓口,情報政策課,エンジニア,16\n",
        encoding="utf-8",
    )

    assert run("-c", SHEET).strip() == "情報政策課"


def test_who_follows_the_page_can_post_amend_and_see_it(copy: Path, run: Run) -> None:
    request = make.request("R-9", make.line(hours={make.months_ahead()[1]: 64}), sample=True)
    document = request.model_dump(mode="json") | {"section": "情報政策課"}
    (copy / "posted.json").write_text(json.dumps(document), encoding="utf-8")
    database = ("--database", "sqlite:///shown/pool.db")
    run("-m", "service", "post", "request", "--file", "posted.json", *database)
    said = run(
        *("-m", "service", "amend", "request", "R-9", "--pool", "20"),
        *("--set", "予算課=企画課", *database),
    )
    run("-c", SERVED)
    shown = run("-m", "service", "show", "request", "R-9", "--lang", "en", *database)

    assert "情報政策課" in said
    assert re.search(r"Paying section +企画課", shown)


def test_who_follows_the_page_has_a_guard_that_sees_what_is_forgotten(copy: Path, run: Run) -> None:
    guard = "tests/producers/spreadsheets/test_every_field.py"
    asked = ("-m", "pytest", "-p", "no:cacheprovider", guard, "-k", "section")
    assert "5 passed" in run(*asked)  # its value; sheet and page in two languages

    for path, row in WRITTEN:
        file = copy / path
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace(row, ""), encoding="utf-8")
        try:
            with pytest.raises(AssertionError, match=r"Request\.section"):
                run(*asked)
        finally:
            file.write_text(whole, encoding="utf-8")
