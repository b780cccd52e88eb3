"""A plan as a workbook and as CSV, read back by two independent readers."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from application.exports.workbook import export_plan, write_csv
from application.views.plan import plan_view
from infra.registry import Registry
from matcher.plan import Plan, Status
from matcher.problem import Assignment
from models.entities import Person, Role
from models.errors import Mistake
from models.match import MatchState
from models.worked_hours import Worked
from tests import make
from tests.application.exports.a_plan import (
    EVIL,
    MONTHS,
    PLAN,
    PM_HOURS,
    REQUESTS,
    TALENTS,
    request,
)
from wording import Words

Export = Callable[..., Path]


@pytest.fixture
def export(tmp_path: Path, places: Registry) -> Export:
    def export(**options: Any) -> Path:
        path = tmp_path / "plan.xlsx"
        words = Words(options.pop("lang", "ja"), places)
        export_plan(path, plan_view(PLAN, REQUESTS, TALENTS, **options), words)
        return path

    return export


def rows(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet as dicts from header to value, by openpyxl."""
    head, *body = openpyxl.load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_there_is_a_sheet_for_each_question(export: Export) -> None:
    names = openpyxl.load_workbook(export()).sheetnames

    assert names == ["概要", "月別割当", "人材別", "人材別・月別", "市区町村別", "未充足"]


def test_months_show_who_works_for_whom_and_totals(export: Export) -> None:
    first, second, total = rows(export(), "月別割当")

    assert first["市区町村"] == "南牧村（長野県）"
    assert first["事業名"] == "窓口（見本）"
    assert (first["役割"], first["人材ID"]) == ("PM", "T-1")
    assert (first["2026-07"], first["2026-08"], first["2026-09"]) == (7.75, 8, None)
    assert first["計"] == 15.75
    assert first["この人である理由"] == ("担当は T-1 です。条件を満たすのは T-1 だけです。")
    assert second["2026-08"] == 40
    assert (total["要請ID"], total["2026-08"], total["計"]) == ("計", 48, 55.75)


def test_months_show_the_state_and_the_id_of_each_match_where_there_are_any(export: Export) -> None:
    match = make.match("R-1/1", state=MatchState.CONFIRMED, fixed_by_hand=True)
    ended = match.model_copy(update={"match_id": "M-1", "state": MatchState.DECLINED})
    first, second, total = rows(export(matches=[ended, match]), "月別割当")
    assert (first["状態"], first["マッチID"]) == ("双方承諾・固定", match.match_id)
    assert (second["マッチID"], total["計"], total["マッチID"]) == ("", 55.75, None)
    assert "マッチID" not in rows(export(), "月別割当")[0]


def test_talents_show_assigned_and_available_hours(export: Export) -> None:
    first, second, total = rows(export(), "人材別")

    assert (first["人材ID"], first["雇用形態"], first["役割"]) == ("T-1", "常勤職員", "PM")
    assert (first["割当"], first["使える時間"]) == (15.75, 450)
    assert first["稼働率"] == pytest.approx(15.75 / 450)
    assert second["担当（件）"] == 1
    assert (total["割当"], total["使える時間"]) == (55.75, 900)


def test_municipalities_show_asked_and_served_and_joint_requests_together(export: Export) -> None:
    joint, single, total = sorted(rows(export(), "市区町村別"), key=lambda row: row["コード"])

    assert joint["市区町村"] == "千曲市、安曇野市（共同）"
    assert (joint["要請"], joint["充足"], joint["未充足"]) == (1250, 0, 1250)
    assert (single["要請"], single["充足"]) == (95.75, 55.75)
    assert single["充足率"] == pytest.approx(55.75 / 95.75)
    assert (total["コード"], total["要請"]) == ("計", 1345.75)


def test_unmet_lines_say_the_cause_and_what_would_be_enough(export: Export) -> None:
    first, second, total = rows(export(), "未充足")

    assert (first["要請ID"], first["枠"], first["未充足"]) == ("R-1", 2, 40)
    assert first["原因"] == "時間の空きがない"
    assert first["原因のつながり"] == "スキルを満たす人材がいない → 時間の空きがない"
    assert first["足りるには"] == "T-2 の2026年9月の稼働を40時間増やせば足ります。"
    assert second["原因"] == "他の要請を優先した"
    assert total["未充足"] == 1290


def test_the_summary_says_that_it_is_a_sample(export: Export) -> None:
    summary = {row["項目"]: row["値"] for row in rows(export(), "概要")}

    assert summary["人材プール"] == "20 長野県"
    assert summary["要請（時間）"] == "1,345.75"
    assert summary["充足率"] == "4.1 %"
    assert summary["上限との差"] == "38.3 %"
    assert summary["見本"].startswith("この計画は見本です。")


def test_names_are_written_only_where_people_are_given(export: Export) -> None:
    person = Person(pool_id="20", talent_id="T-1", name="髙﨑 佳奈")

    assert "氏名" not in rows(export(), "月別割当")[0]
    assert rows(export(people=[person]), "月別割当")[0]["氏名"] == "髙﨑 佳奈"


def test_another_reader_sees_the_same(export: Export) -> None:
    book = CalamineWorkbook.from_path(export())

    cells = book.get_sheet_by_name("月別割当").to_python()
    assert cells[1][:5] == ["R-1", "南牧村（長野県）", "窓口（見本）", 1.0, "PM"]
    assert cells[1][6:8] == [7.75, 8.0]


def test_english_headers_and_words(export: Export) -> None:
    first, *_ = rows(export(lang="en"), "Unmet")

    assert first["Cause"] == "No free hours"
    assert first["Title"] == "窓口 (sample)"


def test_sheets_are_ready_to_read_and_print(export: Export) -> None:
    sheet = openpyxl.load_workbook(export())["月別割当"]

    assert sheet.freeze_panes == "G2"
    assert sheet.column_dimensions["C"].width > 30
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["G2"].number_format == "#,##0.00"
    assert sheet["H2"].number_format == "#,##0"


@pytest.mark.parametrize("title", EVIL)
def test_a_text_that_looks_like_a_formula_stays_a_text(
    tmp_path: Path, places: Registry, title: str
) -> None:
    plan = PLAN.model_copy(
        update={"assignments": (Assignment(line_id="R-2/1", talent_id="T-1", hours=PM_HOURS),)}
    )
    evil = [REQUESTS[0], request("R-2", ["202011"], title, (Role.PM, PM_HOURS))]
    path = tmp_path / "plan.xlsx"

    view, words = plan_view(plan, evil, TALENTS), Words("ja", places)
    export_plan(path, view, words)
    files = write_csv(tmp_path, view, words)

    cell = openpyxl.load_workbook(path)["月別割当"]["C2"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x000D_", "\r") == title
    [by_month] = [file for file in files if file.stem == "by_month"]
    with by_month.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][2] == f"'{title}"


def test_csv_has_a_mark_for_excel_and_the_same_numbers(tmp_path: Path, places: Registry) -> None:
    files = write_csv(tmp_path / "new", plan_view(PLAN, REQUESTS, TALENTS), Words("ja", places))

    assert [f.name for f in files] == [
        "summary.csv",
        "by_month.csv",
        "by_talent.csv",
        "by_talent_and_month.csv",
        "by_municipality.csv",
        "unmet.csv",
    ]
    assert all(f.read_bytes().startswith(b"\xef\xbb\xbf") for f in files)
    with files[1].open(encoding="utf-8-sig", newline="") as file:
        first, *_, total = csv.DictReader(file)
    assert (first["2026-07"], first["2026-08"], first["計"]) == ("7.75", "8", "15.75")
    assert (total["要請ID"], total["計"]) == ("計", "55.75")


def test_an_empty_plan_is_a_workbook_too(tmp_path: Path, places: Registry) -> None:
    plan = Plan(pool_id="20", months=MONTHS, status=Status.OPTIMAL, method="test")

    export_plan(tmp_path / "plan.xlsx", plan_view(plan, [], []), Words("ja", places))

    assert len(rows(tmp_path / "plan.xlsx", "月別割当")) == 1


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, places: Registry) -> None:
    with pytest.raises(Mistake, match="file_not_written"):
        export_plan(tmp_path / "no" / "plan.xlsx", plan_view(PLAN, REQUESTS), Words("ja", places))


def test_what_was_worked_before_stands_in_tables_of_its_own_columns(export: Export) -> None:
    worked = [
        Worked(
            pool_id="20",
            match_id="M-1",
            month=month,
            line_id="R-9/1",
            talent_id="T-1",
            hours=31,
            municipalities=("202193",),
        )
        for month in ("2026-05", "2026-06")
    ]

    book = openpyxl.load_workbook(export(worked=worked))

    sheet = book["実績（合意分）"]
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, [cell.value for cell in sheet[2]], strict=True))
    assert (row["要請ID"], row["人材ID"], row["計"]) == ("R-9", "T-1", 15.5)
    assert (row["2026-05"], row["2026-06"]) == (7.75, 7.75)
    for name, key in (("人材別", "T-1"), ("市区町村別", "202193")):
        sheet = book[name]
        at = [cell.value for cell in sheet[1]].index("実績（合意分）")
        [found] = [r[at].value for r in sheet.iter_rows(min_row=2) if r[0].value == key]
        assert found == 15.5


def test_without_worked_hours_there_is_no_table_for_them(export: Export) -> None:
    assert "実績（合意分）" not in openpyxl.load_workbook(export()).sheetnames
