"""`plan`: from two sheets to a checked workbook, with neither service nor store."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from application.queries import offline
from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.test_sheets import PERSON, STANDARD, WINDOW, sheet
from tests.known import known

__all__ = ["sheet"]

QUICK = ("--seconds", "0.5")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def files(sheet: Any) -> Any:
    """Requests of which one can be served, and one talent."""
    return sheet("requests", WINDOW, STANDARD), sheet("talents", PERSON)


def test_two_sheets_become_a_plan_that_says_what_is_unmet(
    talentpool: Talentpool, empty: Path, files: tuple[str, ...]
) -> None:
    said = talentpool("plan", *files, "plan.xlsx", *QUICK)

    cells = _cells(empty / "plan.xlsx")
    assert said.code == 0, said.err
    assert "充足／要請 15.75／19.75時間（80%）" in said.out
    assert {"K-1", "K-2", "S-1"} <= cells
    assert "金糸雀" not in cells | {said.out, said.err}
    assert not (empty / "var").exists()


def test_the_plan_as_json_has_assignments_and_causes(
    talentpool: Talentpool, files: tuple[str, ...]
) -> None:
    said = talentpool("plan", *files, "plan.xlsx", *QUICK, "--json")

    document = json.loads(said.out)
    [assignment], [unmet] = document["plan"]["assignments"], document["plan"]["unmet"]
    assert document["file"] == "plan.xlsx"
    assert (assignment["line_id"], assignment["talent_id"]) == ("K-1/1", "S-1")
    assert assignment["hours"] == {"2026-12": 8, "2027-01": 7.75}
    assert (unmet["line_id"], unmet["cause"]) == ("K-2/1", "no_role")


def test_names_stand_in_the_workbook_where_they_are_asked_for(
    talentpool: Talentpool, empty: Path, files: tuple[str, ...]
) -> None:
    talentpool("plan", *files, "plan.xlsx", *QUICK, "--names")

    assert "金糸雀" in _cells(empty / "plan.xlsx")


def test_a_wrong_cell_in_either_sheet_is_named_and_nothing_is_written(
    talentpool: Talentpool, empty: Path, sheet: Callable[..., Any]
) -> None:
    requests = sheet("requests", WINDOW | {"役割": "PMM"})
    talents = sheet("talents", PERSON | {"契約終了月": "2025-03"})

    said = talentpool("plan", requests, talents, "plan.xlsx")
    faults = json.loads(talentpool("plan", requests, talents, "plan.xlsx", "--json").out)["faults"]

    assert said.code == 1
    assert {f["sheet"] for f in faults} == {"支援要請", "人材"}
    assert not (empty / "plan.xlsx").exists()


@pytest.mark.parametrize("last", ["plan.csv", "requests.xlsx"])
def test_the_plan_never_overwrites_what_it_is_made_from(
    talentpool: Talentpool, files: tuple[str, ...], last: str
) -> None:
    said = talentpool("plan", *files, last)

    assert said.code == 2
    assert ".xlsx" in said.err


def test_a_missing_sheet_is_named(talentpool: Talentpool, files: tuple[str, ...]) -> None:
    said = talentpool("plan", files[0], "none.xlsx", "plan.xlsx")

    assert said.code == 2
    assert "none.xlsx" in said.err


def test_a_plan_that_fails_its_check_is_not_written(
    talentpool: Talentpool, empty: Path, files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offline, "faults", lambda problem, plan: ["S-1 works twice"])

    said = talentpool("plan", *files, "plan.xlsx", *QUICK)

    assert said.code == 1
    assert "S-1 works twice" in said.err
    assert not (empty / "plan.xlsx").exists()


def _cells(file: Any) -> Any:
    book = openpyxl.load_workbook(file)
    return {cell for page in book for row in page.iter_rows(values_only=True) for cell in row}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_plan_is_not_taken_for_what_is_asked(
    stocked: Path, talentpool: Talentpool, lang: str
) -> None:
    talentpool("export", "plan.xlsx", "--pool", "20", "--lang", lang)

    for words in ((), ("--sheet", "月別割当" if lang == "ja" else "By month")):
        said = talentpool("import", "plan.xlsx", "--pool", "20", "--dry-run", *words)

        assert said.code == 1
        assert "配置計画を書き出したファイル" in said.out
        assert "talentpool export 表.xlsx --what" in said.out


def test_both_sheets_may_stand_in_one_workbook(
    talentpool: Talentpool, empty: Path, files: Any
) -> None:
    both = openpyxl.Workbook()
    for at, file in enumerate(files):
        copied = both.create_sheet(f"S{at}", at)
        for row in known(openpyxl.load_workbook(file).active).iter_rows(values_only=True):
            copied.append(row)
    both.active = 0
    both.save("both.xlsx")

    named = ("--requests-sheet", "S0", "--talents-sheet", "S1")
    said = talentpool("plan", "both.xlsx", "both.xlsx", "plan.xlsx", *named, *QUICK)

    assert said.code == 0, said.err
    assert {"K-1", "K-2", "S-1"} <= _cells(empty / "plan.xlsx")
