"""The table is found wherever people put it, and messages speak of the kind that is meant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets import opened
from tests.known import known
from tests.saying import JA

HEAD = ["要請ID", "市区町村", "事業名", "役割", "2026-07"]
ROW = ["R-1", "佐久市", "窓口", "PM", 8]
TALENTS = ["人材ID", "氏名", "役割", "契約開始月", "契約終了月", "2026-07"]


@pytest.fixture
def read_book(places: Registry, tmp_path: Path) -> Any:
    def take(*sheets: Any, kind: Any = None) -> Any:
        path = tmp_path / "in.xlsx"
        book = openpyxl.Workbook()
        for number, (name, rows) in enumerate(sheets):
            page = known(book.active) if number == 0 else book.create_sheet()
            page.title = name
            for row in rows:
                page.append(row)
        book.save(path)
        return _read(path, places, kind)

    return take


@pytest.fixture
def read_bytes(places: Registry, tmp_path: Path) -> Any:
    def take(content: Any) -> Any:
        path = tmp_path / "in.csv"
        path.write_bytes(content)
        return _read(path, places)

    return take


def _read(path: Any, places: Registry, kind: Any = None) -> Any:
    book = opened(path)
    [found] = [kind] if kind else book.kinds(Month("2026-04"))
    return book.read(found, pool_id="20", first_month=Month("2026-04"), places=places)


def titles(sheet: Any) -> Any:
    assert sheet.faults == ()
    return [each.title for each in sheet.requests]


@pytest.mark.parametrize(
    "above",
    [
        [["令和8年度 支援要請一覧"], []],
        [["長野県知事 殿"], [], ["提出日", "2026-06-01"], ["担当", "佐久市", "役割"], []],
        [[None, None, "市区町村"]] * 5,
        [["基本", None, None, "枠", "時間"]],
    ],
)
def test_a_table_below_titles_is_found_with_its_rows_as_excel_counts(
    read_book: Callable[..., Any], above: Any
) -> None:
    sheet = read_book(("支援要請", [*above, HEAD, ROW]))

    assert titles(sheet) == ["窓口"]
    assert sheet.header == len(above) + 1
    wrong = read_book(("支援要請", [*above, HEAD, [*ROW[:-1], "x"]]))
    assert [fault.cell for fault in wrong.faults] == [f"E{len(above) + 2}"]


def test_a_table_behind_a_cover_is_found(read_book: Callable[..., Any]) -> None:
    sheet = read_book(("表紙", [["支援要請書"], [], ["提出日"]]), ("一覧", [HEAD, ROW]))

    assert titles(sheet) == ["窓口"]
    assert sheet.name == "一覧"


@pytest.mark.parametrize(
    ("year", "names", "months"),
    [
        ("令和8年度", ["12月", "1月", "3月"], ["2026-12", "2027-01", "2027-03"]),
        ("R8年度", ["4", "5", "6"], ["2026-04", "2026-05", "2026-06"]),
        ("2026年", ["10月", "11月", "12月"], ["2026-10", "2026-11", "2026-12"]),
        ("２０２６年度", ["４月", "１２月", "２月"], ["2026-04", "2026-12", "2027-02"]),
        ("令和8年度", ["2026-12", "2027-01", "2027-02"], ["2026-12", "2027-01", "2027-02"]),
        ("時間", ["2026-12", "2027-01", "2027-02"], ["2026-12", "2027-01", "2027-02"]),
    ],
)
def test_a_header_of_two_rows_is_read(
    read_book: Callable[..., Any], year: str, names: list[str], months: list[str]
) -> None:
    upper = [*HEAD[:-1], year, None, None]
    lower = [None] * 4 + names

    sheet = read_book(("支援要請", [upper, lower, [*ROW[:-1], 8, 8, 8]]))

    assert titles(sheet) == ["窓口"]
    assert list(sheet.months) == months


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("stated", [True, False])
def test_every_separator_and_end_of_line_is_read(
    read_bytes: Callable[..., Any], separator: str, end: str, stated: bool
) -> None:
    rows = [*(["sep=" + separator] if stated else [])]
    rows += [separator.join(map(str, row)) for row in (HEAD, ROW, [*ROW[:-1], "x"])]

    sheet = read_bytes(end.join(rows).encode())

    # The row that names the separator is none of the table, as in Excel.
    assert [fault.cell for fault in sheet.faults] == ["E3"]


def test_a_semicolon_between_cells_leaves_commas_in_them(read_bytes: Callable[..., Any]) -> None:
    content = "要請ID;市区町村;事業名;役割;必要なスキル;2026-07\nR-1;佐久市;a,b,c,d,e,f,g;PM;;8"

    assert titles(read_bytes(content.encode())) == ["a,b,c,d,e,f,g"]


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-8", b"\xef\xbb\xbf" * 2, "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp932", b"", "cp932"),
        ("iso-2022-jp", b"", "iso-2022-jp"),
        ("euc-jp", b"", "euc-jp"),
    ],
)
def test_every_encoding_of_offices_is_read_and_said(
    read_bytes: Callable[..., Any], encoding: str, mark: bytes, said: str
) -> None:
    text = "\r\n".join("\t".join(map(str, row)) for row in (HEAD, ROW)) + "\r\n"

    sheet = read_bytes(mark + text.encode(encoding))

    assert titles(sheet) == ["窓口"]
    assert sheet.encoding == said


def test_signs_that_only_windows_has_are_read(read_bytes: Callable[..., Any]) -> None:
    title = "①髙﨑㈱Ⅱ～－∥"
    text = f"{','.join(HEAD)}\nR-1,佐久市,{title},PM,8\n"

    assert titles(read_bytes(text.encode("cp932"))) == [title]


def test_a_broken_sign_in_utf8_is_said_with_its_row_and_is_no_other_encoding(
    read_bytes: Callable[..., Any],
) -> None:
    text = f"{','.join(HEAD)}\nR-1,佐久市,窓口,PM,8\n".encode() + b"R-2,\xe4\xbd,x,PM,8\n"

    sheet = read_bytes(text)

    assert [fault.what(JA) for fault in sheet.faults] == ["3行目の文字が読めません。"]


def test_unknown_columns_are_left_out_and_named(read_book: Callable[..., Any]) -> None:
    head, row = [*HEAD, "合計", "備考", "担当者", ""], [*ROW, 8, "急ぎ", "x", "y"]
    sheet = read_book(("支援要請", [head, row]))

    assert titles(sheet) == ["窓口"]
    [note] = sheet.notes
    assert note.what(JA).endswith("：F1「合計」、G1「備考」、H1「担当者」、I1。")


def test_a_slip_of_a_column_that_is_missing_is_asked_about(read_book: Callable[..., Any]) -> None:
    sheet = read_book(("支援要請", [[*HEAD, "必要スキル"], [*ROW, "業務改革:3"]]))

    assert [fault.cell for fault in sheet.faults] == ["F1"]
    assert "「必要なスキル」ですか" in sheet.faults[0].how(JA)
    both = [*HEAD, "必要なスキル", "必要スキル"]
    assert titles(read_book(("支援要請", [both, [*ROW, "業務改革:3", "x"]]))) == ["窓口"]


def test_a_value_of_people_is_never_repeated_where_their_header_is_gone(
    read_book: Callable[..., Any],
) -> None:
    sheet = read_book(("人材", [["T-1", "金糸雀", "役割", "契約開始月", "2026-07"], ["x"] * 5]))

    assert sheet.faults
    assert "金糸雀" not in f"{sheet.faults}{sheet.notes}"


@pytest.mark.parametrize(
    ("sheets", "kind", "needs"),
    [
        ([("支援要請", [["番号", "町"], [1, 2]])], "requests", "事業名"),
        ([("Sheet1", [["支援要請の一覧"], [1]])], "requests", "事業名"),
        ([("人材", [["番号", "町"], [1, 2]])], "talents", "契約終了月"),
        (
            [("x", [["要請ID", "市区町村", "役割", "2026-07"], ["R-1", "佐久市", "PM", 8]])],
            "requests",
            "事業名",
        ),
        ([("x", [TALENTS[:4] + TALENTS[5:], ["T-1"] * 5])], "talents", "契約終了月"),
    ],
)
def test_messages_speak_of_the_kind_that_is_meant(
    read_book: Callable[..., Any],
    sheets: list[tuple[str, list[list]]],  # type: ignore[type-arg]
    kind: str,
    needs: str,
) -> None:
    sheet = read_book(*sheets)

    assert sheet.kind == kind
    assert needs in "".join(fault.text(JA) for fault in sheet.faults)


def test_both_sheets_of_a_workbook_are_found(places: Registry, tmp_path: Path) -> None:
    path = tmp_path / "both.xlsx"
    book = openpyxl.Workbook()
    known(book.active).append(HEAD)
    book.create_sheet("x").append(TALENTS)
    book.save(path)

    assert opened(path).kinds(Month("2026-04")) == ("talents", "requests")


def test_empty_rows_and_commas_at_line_ends_cost_nothing(read_bytes: Callable[..., Any]) -> None:
    content = "\n".join([",".join(map(str, HEAD)) + "," * 300, ",".join(map(str, ROW)) + "," * 300])

    sheet = read_bytes((content + "\n" + ("," * 300 + "\n") * 6_000).encode())

    assert titles(sheet) == ["窓口"]
    last = ",".join(["R-2", *map(str, ROW[1:])])
    assert len(titles(read_bytes(f"{content}{chr(10) * 7_000}{last}".encode()))) == 2


def test_cells_that_only_hold_spaces_or_formats_cost_nothing(read_book: Callable[..., Any]) -> None:
    rows = [HEAD, ROW, *[[" ", "　", "\u200b"]] * 6_000]

    assert titles(read_book(("支援要請", rows))) == ["窓口"]


def test_more_rows_than_may_be_are_said_with_the_first_too_many(
    read_bytes: Callable[..., Any],
) -> None:
    sheet = read_bytes("\n".join([",".join(HEAD), *[",".join(map(str, ROW))] * 5_000]).encode())

    assert [(fault.code, fault.cell) for fault in sheet.faults] == [("rows_too_many", "E5001")]
