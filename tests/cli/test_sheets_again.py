"""`export --what`: what is known as a sheet, changed in a spreadsheet program, and imported."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from application.import_merge import with_what_stands
from models.months import Month, window
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import NAME, SERVED, TALENT

POOL = ("--pool", "20")
VENDOR = "8000000000001"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _shown(talentpool: Talentpool, kind: str, id_: str) -> Any:
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def _set(file: str, row: int, **cells: Any) -> None:
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    for head, value in cells.items():
        page.cell(row, heads.index(head) + 1, value)
    book.save(file)


@pytest.mark.parametrize("kind", ["requests", "talents"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_exported_sheet_that_nobody_touched_changes_nothing(
    talentpool: Talentpool, stocked: Path, kind: str, lang: str
) -> None:
    done = talentpool("export", "known.xlsx", "--what", kind, *POOL, "--lang", lang, "--json")
    again = talentpool("import", "known.xlsx", *POOL, "--lang", lang, "--json")

    document = json.loads(again.out)
    assert (done.code, again.code) == (0, 0), again.err
    assert json.loads(done.out)["rows"] == (2 if kind == "requests" else 1)
    assert document["new"] == document["amended"] == document["cannot"] == []
    assert document["people"] == 0
    assert document["unchanged"]


def test_conditions_are_changed_in_the_sheet_and_taken_in(
    talentpool: Talentpool, stocked: Path
) -> None:
    talentpool("export", "r.xlsx", "--what", "requests", *POOL)
    talentpool("export", "t.xlsx", "--what", "talents", *POOL)
    book = openpyxl.load_workbook("r.xlsx")
    ids = [row[0] for row in book.worksheets[0].iter_rows(values_only=True)]
    _set("r.xlsx", ids.index(SERVED) + 1, 関係する事業者=VENDOR, 専任="はい")
    _set("t.xlsx", 2, 雇用元=VENDOR, 研修免除の理由="緊急")

    with serving(stocked):
        requests = talentpool("import", "r.xlsx", *POOL, "--wait")
        talents = talentpool("import", "t.xlsx", *POOL, "--wait")
        request, talent = (
            _shown(talentpool, "request", SERVED),
            _shown(talentpool, "talent", TALENT),
        )

    assert (requests.code, talents.code) == (0, 0), requests.err + talents.err
    assert "研修免除の理由：なし → 緊急" in talents.out
    assert (request["vendors"], request["lines"][0]["exclusive"]) == ([VENDOR], True)
    assert (talent["employer"], talent["training_waiver"]) == (VENDOR, "urgent")
    # Their employer is concerned now: they work there no longer.
    assert {m["state"] for m in request["matches"]} <= {"withdrawn", "cancelled"}


def test_a_column_that_a_sheet_does_not_have_leaves_what_stands(
    talentpool: Talentpool, stocked: Path
) -> None:
    words = ("--set", f"employer={VENDOR}", "--set", "training_waiver=urgent")
    with serving(stocked):
        talentpool("amend", "talent", TALENT, *POOL, *words, "--wait")
    head = ["人材ID", "役割", "契約開始月", "契約終了月", "2026-12"]
    with open("old.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, [TALENT, "エンジニア", "2026-04", "2029-03", 20]])

    [amended] = json.loads(talentpool("import", "old.csv", *POOL, "--dry-run", "--json").out)[
        "amended"
    ]

    assert {change["field"] for change in amended["changed"]} == {"capacity"}


def test_names_are_written_only_where_they_are_asked_for(
    talentpool: Talentpool, stocked: Path
) -> None:
    talentpool("export", "without.xlsx", "--what", "talents", *POOL)
    talentpool("export", "with.xlsx", "--what", "talents", "--names", *POOL)

    without, with_them = (
        [cell.value for row in openpyxl.load_workbook(file).worksheets[0] for cell in row]
        for file in ("without.xlsx", "with.xlsx")
    )
    assert NAME not in without
    assert NAME in with_them


def test_a_pool_without_anything_says_how_to_begin(talentpool: Talentpool, empty: Path) -> None:
    said = talentpool("export", "r.xlsx", "--what", "requests", *POOL)

    assert said.code == 1
    assert "talentpool template requests requests.xlsx --pool 20" in said.err


def test_csv_is_for_the_plan(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("export", "folder", "--csv", "--what", "talents", *POOL)

    assert said.code == 2
    assert ".xlsx" in said.err


def test_a_column_of_lines_that_a_sheet_does_not_have_leaves_what_stands() -> None:
    known = make.request("R-1", make.line(1, exclusive=True, on_site_percent=40, people=1))
    stated = make.request("R-1", make.line(1, people=3), make.line(2))

    after = with_what_stands(stated, known, frozenset({"exclusive", "title"}), make.FIRST)

    assert (after.lines[0].exclusive, after.lines[0].on_site_percent) == (True, 0)
    assert (after.lines[0].people, after.lines[1]) == (3, stated.lines[1])


def test_hours_and_lines_of_months_that_are_past_stay() -> None:
    past, now = window(Month("2026-02"), 2), window(Month("2026-04"), 2)
    known = make.request(
        "R-1",
        make.line(1, hours=make.hours(8, past)),
        make.line(2, hours=make.hours(8, (*past, *now))),
    )
    stated = make.request("R-1", make.line(2, hours=make.hours(16, now)))

    after = with_what_stands(stated, known, frozenset({"skills"}), Month("2026-04"))

    assert after.lines[0] == known.lines[0]
    assert after.lines[1].hours == make.hours(8, past) | make.hours(16, now)


def test_a_talent_keeps_the_hours_it_had() -> None:
    known = make.talent(capacity={"2026-03": 8, "2026-04": 8, "2026-05": 8})
    stated = make.talent(capacity={"2026-04": 12})

    after = with_what_stands(stated, known, frozenset(), Month("2026-04"))

    assert after.capacity == {"2026-03": 8, "2026-04": 12}
