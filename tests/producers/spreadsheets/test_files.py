"""Whatever file people choose, they get a sheet or a sentence."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets import files, grid, package, read
from producers.spreadsheets.faults import Faults
from tests.known import known
from tests.saying import JA

HEAD = ["要請ID", "市区町村コード", "事業名", "役割", "2026-07"]
ROW = ["R-1", "202011", "髙﨑「①」アプリ", "PM", "7.75"]


@pytest.fixture
def take(places: Registry) -> Any:
    def take(path: Any, kind: str = "requests") -> Any:
        return read(path, kind, pool_id="20", first_month=Month("2026-07"), places=places)  # type: ignore[arg-type]

    return take


def as_csv(*rows: Any) -> Any:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_csv_is_read_in_the_encodings_offices_use_and_says_which(
    tmp_path: Path, take: Callable[..., Any], encoding: str
) -> None:
    file = tmp_path / "requests.csv"
    file.write_bytes(as_csv(HEAD, ROW).encode(encoding))

    sheet = take(file)

    assert sheet.faults == ()
    assert sheet.encoding == encoding
    assert sheet.requests[0].title == "髙﨑「①」アプリ"
    assert [note.text(JA) for note in sheet.notes] == [f"文字コードは{encoding}として読みました。"]


def test_a_newline_in_a_csv_cell_keeps_the_row_numbers_of_a_spreadsheet(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    file = tmp_path / "requests.csv"
    file.write_text(
        as_csv(HEAD, ["R-1", "202011", "二行の\n題", "PM", "8"], ["R-2", *ROW[1:-1], "x"])
    )

    assert [fault.cell for fault in take(file).faults] == ["E3"]


def test_an_apostrophe_before_a_sign_in_csv_is_taken_off(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    file = tmp_path / "requests.csv"
    file.write_text(as_csv(HEAD, ["R-1", "202011", "'=1+1", "PM", "8"]))

    assert take(file).requests[0].title == "=1+1"


def workbook(path: Any, *rows: Any, name: str = "Sheet1") -> Any:
    book = openpyxl.Workbook()
    known(book.active).title = name
    for row in rows:
        known(book.active).append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_whatever_its_sheet_is_called(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    sheet = take(workbook(tmp_path / "mine.xlsx", HEAD, ROW))

    assert sheet.faults == ()
    assert (sheet.name, sheet.encoding, len(sheet.requests)) == ("Sheet1", "", 1)


def test_the_sheet_of_the_template_is_read_before_others(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    path = workbook(tmp_path / "two.xlsx", ["メモ"])
    book = openpyxl.load_workbook(path)
    book.create_sheet("支援要請").append(HEAD)
    book["支援要請"].append(ROW)
    book.save(path)

    assert len(take(path).requests) == 1


def test_formulas_count_with_the_value_last_shown(tmp_path: Path, take: Callable[..., Any]) -> None:
    path = tmp_path / "formula.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ["R-1", "202011", "題", "PM"])
    sheet.write_formula(1, 4, "=31/4", None, 7.75)
    book.close()

    assert take(path).requests[0].lines[0].hours == {"2026-07": 31}


def codes(sheet: Any) -> Any:
    return [fault.code for fault in sheet.faults]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", "file_empty"),
        ("bom.csv", b"\xef\xbb\xbf\r\n", "file_empty"),
        ("commas.csv", b",,,\r\n,,\r\n", "file_empty"),
        ("header.csv", as_csv(HEAD).encode(), "file_empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_type"),
        ("zeros.csv", b"a,b\0c", "file_type"),
        ("half.csv", "要請".encode("cp932")[:-1], "encoding"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_type"),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_encrypted",
        ),
        ("broken.xlsx", b"PK\x03\x04 and then nothing", "file_damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, take: Callable[..., Any], name: str, content: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    sheet = take(file)

    assert codes(sheet) == [code]
    assert sheet.requests == ()


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path, take: Callable[..., Any]) -> None:
    assert codes(take(tmp_path / "none.xlsx")) == ["file_missing"]
    assert codes(take(tmp_path)) == ["file_missing"]


def test_another_office_file_is_not_a_workbook(tmp_path: Path, take: Callable[..., Any]) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")

    assert codes(take(path)) == ["file_other"]
    assert take(path).faults[0].what(JA) == "Wordの文書です。"


def test_a_damaged_part_of_a_workbook_is_said(tmp_path: Path, take: Callable[..., Any]) -> None:
    path = workbook(tmp_path / "cut.xlsx", HEAD, ROW)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        at = package.getinfo("xl/worksheets/sheet1.xml").header_offset
    content[at + 60 : at + 90] = b"\xff" * 30
    path.write_bytes(content)

    assert codes(take(path)) == ["file_damaged"]


def test_limits_are_said_before_anything_is_unpacked(
    tmp_path: Path, take: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "big.xlsx", HEAD, *[ROW] * 20)

    monkeypatch.setattr(grid, "MAX_ROWS", 10)
    assert codes(take(path)) == ["rows_too_many"]
    monkeypatch.setattr(package, "MAX_UNPACKED", 100)
    assert codes(take(path)) == ["file_too_large"]
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    assert codes(take(path)) == ["file_too_large"]


def test_a_stray_cell_in_the_last_corner_does_not_end_the_process(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    path = tmp_path / "corner.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write(1_048_575, 16_383, "stray")
    book.close()

    assert codes(take(path)) == ["rows_too_many"]


def test_formatted_cells_far_below_the_table_do_not_matter(
    tmp_path: Path, take: Callable[..., Any]
) -> None:
    path = tmp_path / "formats.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ROW)
    sheet.write_blank(1_048_575, 200, None, bold)
    book.close()

    assert take(path).faults == ()


def test_a_sentence_keeps_braces_of_the_cell(take: Callable[..., Any]) -> None:
    faults = Faults("s")

    faults.add("month_form", cell="A1", value="{0.__class__}")

    assert faults.found[0].what(JA) == "A1「{0.__class__}」は月ではありません。"
