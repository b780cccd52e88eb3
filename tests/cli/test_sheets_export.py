"""The plan as a workbook or as CSV files."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.stock import NAME, SERVED

POOL = ("--pool", "20")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def test_the_plan_is_exported_without_names_unless_they_are_asked_for(
    talentpool: Talentpool, stocked: Path
) -> None:
    plain = talentpool("export", "plan.xlsx", *POOL)
    named = talentpool("export", "named.xlsx", *POOL, "--names", "--json")

    assert (plain.code, named.code) == (0, 0)
    assert "充足／要請" in plain.out
    assert json.loads(named.out)["files"] == ["named.xlsx"]
    assert NAME not in _texts("plan.xlsx")
    assert NAME in _texts("named.xlsx")
    assert SERVED in _texts("plan.xlsx")


def test_the_exported_plan_has_the_ids_that_decide_takes(
    talentpool: Talentpool, stocked: Path
) -> None:
    listed = talentpool("show", "plan", *POOL, "--json")
    talentpool("export", "plan.xlsx", *POOL)
    talentpool("export", "out", "--csv", *POOL)

    [pool] = json.loads(listed.out)["pools"]
    [id_] = [each["match_id"] for each in pool["assignments"]]
    head, row, *_ = openpyxl.load_workbook("plan.xlsx")["月別割当"].iter_rows(values_only=True)
    read = dict(zip(head, row, strict=True))
    assert (read["状態"], read["マッチID"]) == ("提案中", id_)
    assert id_ in (stocked / "out" / "by_month.csv").read_text("utf-8-sig")


def test_an_export_without_a_plan_says_what_to_do(talentpool: Talentpool, empty: Path) -> None:
    said = talentpool("export", "plan.xlsx", *POOL)

    assert said.code == 1
    assert "talentpool up" in said.err
    assert not (empty / "plan.xlsx").exists()


def test_csv_files_are_written_into_a_folder(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("export", "out", "--csv", *POOL)
    wrong = talentpool("export", "plan.pdf", *POOL)

    assert said.code == 0
    assert SERVED in (stocked / "out" / "by_month.csv").read_text(encoding="utf-8-sig")
    assert (wrong.code, "plan.xlsx" in wrong.err) == (2, True)


def _texts(file: str) -> set[Any]:
    book = openpyxl.load_workbook(file)
    return {cell for page in book for row in page.iter_rows(values_only=True) for cell in row}
