"""`import` says what it read: which sheet, where its header is, which rows and for whom."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.known import known

HEAD = ["要請ID", "市区町村", "事業名", "役割", "2026-12", "合計"]
ROWS = [
    ["見本", "佐久市", "上書きした見本", "PM", 40, 40],
    ["R-1", "佐久市", "窓口", "PM", 8, 8],
    ["", "", "", "PM", 4, 4],
    ["合計", "", "", "", 12, 12],
]
IMPORT = ("import", "in.xlsx", "--pool", "20")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def book(empty: Path) -> Any:
    made = openpyxl.Workbook()
    known(made.active).title = "一覧"
    for row in (["令和8年度 支援要請"], [], HEAD, *ROWS):
        known(made.active).append(row)  # type: ignore[arg-type]

    def save(change: Any = lambda book: None) -> None:
        change(made)
        made.save(empty / "in.xlsx")

    save()
    return save


@pytest.mark.parametrize("way", [("--dry-run",), ()])
def test_the_answer_says_what_was_read(
    talentpool: Talentpool, book: Callable[..., Any], way: Any
) -> None:
    said = talentpool(*IMPORT, *way)

    assert said.code == 0, said.err
    assert (
        "シート「一覧」（支援要請）、見出しは3行目、プールは長野県、2026年12月、2行。"
        "読まなかった行 2。 上の要請の続きとした行 1。"
    ) in said.out
    assert "4行目（上書きした見本）" in said.out
    assert "合計の行は読んでいません：7行目。" in said.out
    assert "R-1（6行目）" in said.out
    assert "F3「合計」" in said.out


def test_the_same_as_json(talentpool: Talentpool, book: Callable[..., Any]) -> None:
    [read] = json.loads(talentpool(*IMPORT, "--dry-run", "--json").out)["read"]

    notes = read.pop("notes")
    assert read == {
        "kind": "requests",
        "sheet": "一覧",
        "encoding": None,
        "header_row": 3,
        "rows": 2,
        "months": ["2026-12"],
        "skipped": [{"row": 4, "why": "example"}, {"row": 7, "why": "total"}],
        "joined": [{"row": 6, "request_id": "R-1"}],
    }
    assert {"columns_left_out", "rows_joined"} <= {note["code"] for note in notes}


def test_a_refusal_says_what_was_read_too(talentpool: Talentpool, book: Callable[..., Any]) -> None:
    book(lambda made: made.active.cell(5, 5, "#N/A"))

    said = talentpool(*IMPORT)

    assert said.code == 1
    assert "E5「#N/A」" in said.out
    assert "シート「一覧」" in said.out
    assert json.loads(talentpool(*IMPORT, "--json").out)["read"][0]["header_row"] == 3


def test_a_sheet_is_chosen_by_its_name(talentpool: Talentpool, book: Callable[..., Any]) -> None:
    def change(made: Any) -> None:
        page = made.create_sheet("古い")
        page.append(HEAD)
        page.append(["R-9", "佐久市", "古い要請", "PM", 8, 8])

    book(change)

    assert "R-1" in talentpool(*IMPORT, "--dry-run").out
    assert "R-9" in talentpool(*IMPORT, "--dry-run", "--sheet", "古い").out
    wrong = talentpool(*IMPORT, "--dry-run", "--sheet", "無い")
    assert wrong.code == 1
    assert "「一覧」「古い」" in wrong.out


def test_english_says_the_same(talentpool: Talentpool, book: Callable[..., Any]) -> None:
    said = talentpool(*IMPORT, "--dry-run", "--lang", "en")

    assert (
        "Read: sheet “一覧” (requests), header in row 3, pool 長野県, 2026-12, 2 rows." in said.out
    )
    assert "Left out: 2. Joined to the request above: 1." in said.out
