"""Nothing that cannot be read counts as empty: each is a fault with its cell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets import read
from tests.known import known
from tests.saying import JA

HEAD = ["要請ID", "市区町村", "事業名", "役割", "必要なスキル", "2026-07", "2026-08"]
ROW = ["R-1", "佐久市", "窓口", "PM", "業務改革:3", 8, 8]


@pytest.fixture
def take(places: Registry, tmp_path: Path) -> Any:
    def take(content: Any, kind: str = "requests") -> Any:
        path = tmp_path / "in.csv"
        path.write_text(content)
        return read(path, kind, pool_id="20", first_month=Month("2026-07"), places=places)  # type: ignore[arg-type]

    return take


@pytest.fixture
def take_book(places: Registry, tmp_path: Path) -> Any:
    def take(
        *rows: Any, head: Any = HEAD, change: Any = lambda sheet: None, kind: str = "requests"
    ) -> Any:
        path = tmp_path / "in.xlsx"
        book = openpyxl.Workbook()
        for row in (head, *rows):
            known(book.active).append(row)
        change(book.active)
        book.save(path)
        return read(path, kind, pool_id="20", first_month=Month("2026-07"), places=places)  # type: ignore[arg-type]

    return take


def faults(sheet: Any) -> Any:
    return [(fault.code, fault.cell) for fault in sheet.faults]


def test_every_cell_with_an_error_is_named(tmp_path: Path, places: Registry) -> None:
    path = tmp_path / "errors.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ROW)
    for cell, error in {"B2": "#N/A", "E2": "#REF!", "F2": "#DIV/0!", "G2": "#VALUE!"}.items():
        sheet.write_formula(cell, "=1/0", None, error)
    book.close()

    found = read(path, "requests", pool_id="20", first_month=Month("2026-07"), places=places)

    assert faults(found) == [("cell_error", cell) for cell in ("B2", "E2", "F2", "G2")]
    assert "F2「#DIV/0!」" in found.faults[2].what(JA)


@pytest.mark.parametrize("error", ["#N/A", "#div/0!", "＃REF!", "#ERROR!", "Err:502", "########"])
@pytest.mark.parametrize("column", [1, 2, 4, 5])
def test_an_error_that_a_csv_holds_as_text_is_one_too(
    take: Callable[..., Any], error: str, column: int
) -> None:
    row = [*map(str, ROW)]
    row[column] = error

    sheet = take(",".join(HEAD) + "\n" + ",".join(row) + "\n")

    assert [code for code, _ in faults(sheet)] == ["cell_error"]
    assert sheet.requests == ()


def test_an_error_in_a_column_that_is_not_read_does_not_matter(take: Callable[..., Any]) -> None:
    sheet = take(",".join([*HEAD, "合計"]) + "\n" + ",".join([*map(str, ROW), "#REF!"]))

    assert faults(sheet) == []


@pytest.mark.parametrize("column", [2, 4, 5])
def test_a_formula_without_a_value_is_named(take_book: Callable[..., Any], column: int) -> None:
    row = [*ROW]
    row[column] = "=A1"

    assert [code for code, _ in faults(take_book(row))] == ["formula_unknown"]


def test_a_formula_that_nobody_calculated_is_no_zero(tmp_path: Path, places: Registry) -> None:
    path = tmp_path / "formula.xlsx"
    book = xlsxwriter.Workbook(str(path))  # writes 0 where it knows no value
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ROW)
    sheet.write_formula("F2", "=4+4")
    book.close()

    found = read(path, "requests", pool_id="20", first_month=Month("2026-07"), places=places)

    assert faults(found) == [("formula_unknown", "F2")]


@pytest.mark.parametrize("span", ["F2:G2", "F2:F3", "F2:G3"])
def test_hours_merged_over_months_or_rows_are_named(
    take_book: Callable[..., Any], span: str
) -> None:
    sheet = take_book(ROW, ["R-2", *ROW[1:]], change=lambda page: page.merge_cells(span))

    assert ("merged_hours", "F2") in faults(sheet)
    assert span.partition(":")[2] in sheet.faults[0].what(JA)


def test_columns_merged_with_each_other_are_named(take_book: Callable[..., Any]) -> None:
    sheet = take_book(ROW, change=lambda page: page.merge_cells("B2:C2"))

    assert faults(sheet)[0] == ("merged_columns", "B2")


def test_what_is_merged_over_rows_counts_in_each(take_book: Callable[..., Any]) -> None:
    def merge(page: Any) -> None:
        for column in "ABCE":
            page.merge_cells(f"{column}2:{column}3")

    sheet = take_book(
        ROW,
        [None, None, None, "プロデューサー", None, 4, 4],
        ["R-2", "松本市", "題", "PM", "", 8, 8],
        change=merge,
    )

    assert sheet.faults == ()
    assert [[line.skills for line in each.lines] for each in sheet.requests] == [
        [{"業務改革": 3}, {"業務改革": 3}],
        [{}],
    ]
    assert sheet.joined == ()


@pytest.mark.parametrize(
    "rows",
    [
        ['R-1,佐久市,"窓口,PM,,8,8', "R-2,佐久市,題,PM,,8,8"],
        ['R-1,佐久市,"窓口,PM,,8,8', 'R-2,佐久市,"題",PM,,8,8', "R-3,佐久市,題,PM,,8,8"],
        ['R-1,佐久市,"窓口,PM,,8,8', 'R-2,佐久市,題",PM,,8,8'],
        ['R-1,佐久市,"窓口,PM,,8,8', *["R-2,佐久市,題,PM,,8,8"] * 5000],
    ],
)
def test_a_quote_that_is_not_closed_is_named_and_swallows_no_rows(
    take: Callable[..., Any], rows: list[str]
) -> None:
    sheet = take("\n".join([",".join(HEAD), *rows]))

    assert faults(sheet) == [("csv_quote", "C2")]
    assert sheet.requests == ()


@pytest.mark.parametrize("title", ['27" モニタ', '"a, b"', '"一行目\n二行目"', '"5 ""inch"""'])
def test_a_quote_that_is_in_order_stays(take: Callable[..., Any], title: str) -> None:
    sheet = take("\n".join([",".join(HEAD), f"R-1,佐久市,{title},PM,,8,8"]))

    assert sheet.faults == ()


def test_a_percentage_counts_as_it_is_seen(take_book: Callable[..., Any]) -> None:
    def percent(page: Any) -> None:
        page["E2"].number_format = "0%"
        page["E3"].number_format = "0.0%"

    head = [*HEAD[:4], "最低割合（%）", *HEAD[5:]]
    sheet = take_book(
        ["R-1", "佐久市", "窓口", "PM", 1, 8, 8],
        ["R-2", "佐久市", "窓口", "PM", 0.5, 8, 8],
        ["R-3", "佐久市", "窓口", "PM", 50, 8, 8],
        head=head,
        change=percent,
    )

    assert [each.lines[0].minimum_percent for each in sheet.requests] == [100, 50, 50]
