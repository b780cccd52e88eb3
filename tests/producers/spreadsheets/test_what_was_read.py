"""What was read of a sheet, what was left out, joined or guessed, is said."""

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

HEAD = ["要請ID", "市区町村", "事業名", "枠", "役割", "2026-07"]
ROW = ["R-1", "佐久市", "窓口", "", "PM", 8]


@pytest.fixture
def take(places: Registry, tmp_path: Path) -> Any:
    def take(
        *rows: Any,
        head: Any = HEAD,
        change: Any = lambda book: None,
        sheet: Any = None,
        kind: str = "requests",
        pool: str = "20",
    ) -> Any:
        path = tmp_path / "in.xlsx"
        book = openpyxl.Workbook()
        for row in (head, *rows):
            known(book.active).append(row)
        change(book)
        book.save(path)
        return opened(path, sheet).read(
            kind,  # type: ignore[arg-type]
            pool_id=pool,
            first_month=Month("2026-07"),
            places=places,
        )

    return take


def note(sheet: Any, code: Any) -> Any:
    return next((each.what(JA) for each in sheet.notes if each.code == code), None)


def codes(sheet: Any) -> Any:
    return [fault.code for fault in sheet.faults]


def test_a_row_that_merely_begins_with_mihon_is_read(take: Callable[..., Any]) -> None:
    head = ["事業名", "要請ID", "市区町村", "役割", "2026-07"]

    sheet = take(["見本市出展の受付", "R-1", "佐久市", "PM", 8], head=head)

    assert [each.title for each in sheet.requests] == ["見本市出展の受付"]
    assert sheet.skipped == ()


@pytest.mark.parametrize("ident", ["見本", "見本1", "見本（例）", "見 本", "見本行"])
def test_an_example_is_left_out_and_said_with_its_title(
    take: Callable[..., Any], ident: str
) -> None:
    sheet = take([ident, "佐久市", "見本に書いた要請", "", "PM", 8], ROW)

    assert [each.request_id for each in sheet.requests] == ["R-1"]
    assert sheet.skipped == ((2, "example"),)
    assert "2行目（見本に書いた要請）" in note(sheet, "skipped_example")


def test_an_id_that_merely_begins_with_mihon_is_a_fault(take: Callable[..., Any]) -> None:
    assert codes(take(["見本市", *ROW[1:]])) == ["id_form"]


def test_the_name_in_an_example_of_talents_is_never_repeated(take: Callable[..., Any]) -> None:
    head = ["人材ID", "氏名", "役割", "契約開始月", "契約終了月", "2026-07"]

    sheet = take(
        ["見本", "金糸雀", "PM", "2026-04", "2027-03", 8],
        ["T-1", "見本 太郎", "PM", "2026-04", "2027-03", 8],
        head=head,
        kind="talents",
    )

    assert [each.talent_id for each in sheet.talents] == ["T-1"]
    assert "金糸雀" not in str(sheet.notes)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["合計", "", "", "", "", 8], "total"),
        (["", "", "合　計", "", "", 8], "total"),
        (["", "", "", "", "", ""], None),
        (["※ 時間は見込みです", "", "", "", "", ""], "remark"),
        (HEAD, "header"),
    ],
)
def test_totals_remarks_and_headers_again_are_left_out_and_said(
    take: Callable[..., Any], row: Any, why: str | None
) -> None:
    sheet = take(ROW, row, ["R-2", *ROW[1:]])

    assert sheet.faults == ()
    assert [each.request_id for each in sheet.requests] == ["R-1", "R-2"]
    assert sheet.skipped == (((3, why),) if why else ())
    assert (note(sheet, f"skipped_{why}") is not None) == bool(why)


def test_a_request_that_speaks_of_a_total_is_read(take: Callable[..., Any]) -> None:
    sheet = take(["R-1", "佐久市", "合計", "", "PM", 8])

    assert [each.title for each in sheet.requests] == ["合計"]


def copy(
    book: Any, *, hours: Any, name: str = "支援要請 (2)", front: bool = True, hide: str = ""
) -> None:
    page = book.create_sheet(name)
    page.append(HEAD)
    page.append([*ROW[:-1], hours])
    book.active = len(book.worksheets) - 1 if front else 0
    if hide:
        book[hide].sheet_state = "hidden"


def hours(sheet: Any) -> Any:
    return [each.lines[0].hours["2026-07"] for each in sheet.requests]


@pytest.mark.parametrize("hide", ["", "Sheet"])
def test_of_two_sheets_the_one_that_is_seen_in_front_is_read_and_the_other_said(
    take: Callable[..., Any], hide: str
) -> None:
    sheet = take(ROW, change=lambda book: copy(book, hours=99, hide=hide))

    assert hours(sheet) == [99 * 4]
    assert sheet.name == "支援要請 (2)"
    assert "「Sheet」" in note(sheet, "sheet_others")


def test_where_neither_of_two_sheets_is_in_front_people_are_asked(take: Callable[..., Any]) -> None:
    def change(book: Any) -> None:
        copy(book, hours=99)
        book.create_sheet("表紙")
        book.active = 2

    sheet = take(ROW, change=change)

    assert codes(sheet) == ["sheet_unclear"]
    assert "「Sheet」「支援要請 (2)」" in sheet.faults[0].what(JA)
    assert "--sheet" in sheet.faults[0].how(JA)
    assert hours(take(ROW, change=change, sheet="支援要請（２）")) == [99 * 4]


def test_a_table_that_is_hidden_is_read_only_where_it_is_chosen(take: Callable[..., Any]) -> None:
    def change(book: Any) -> None:
        book.create_sheet("表紙")
        book.active = 1
        book["Sheet"].sheet_state = "hidden"

    assert codes(take(ROW, change=change)) == ["sheet_hidden"]
    assert hours(take(ROW, change=change, sheet="Sheet")) == [32]


def test_a_sheet_that_is_not_there_is_said_with_those_that_are(take: Callable[..., Any]) -> None:
    sheet = take(ROW, sheet="要請")

    assert codes(sheet) == ["sheet_missing"]
    assert "「Sheet」" in sheet.faults[0].how(JA)


def test_rows_without_an_id_are_said_with_the_request_they_became_part_of(
    take: Callable[..., Any],
) -> None:
    sheet = take(ROW, ["", "", "", "", "PM", 4], ["R-2", *ROW[1:]], ["", "", "", "", "PM", 4])

    assert sheet.joined == ((3, "R-1"), (5, "R-2"))
    assert "R-1（3行目）、R-2（5行目）" in note(sheet, "rows_joined")


def test_rows_without_an_id_below_a_line_with_a_higher_number_are_asked_about(
    take: Callable[..., Any],
) -> None:
    sheet = take(
        ["R-1", "佐久市", "窓口", 1, "PM", 8],
        ["R-2", "松本市", "題", 3, "PM", 8],
        ["", "", "", 2, "PM", 4],
    )

    assert [(fault.code, fault.cell) for fault in sheet.faults] == [("row_sorted", "A4")]


def test_rows_without_an_id_in_a_sheet_that_was_sorted_are_asked_about(
    take: Callable[..., Any],
) -> None:
    def change(book: Any) -> None:
        book.active.auto_filter.ref = "A1:F4"
        book.active.auto_filter.add_sort_condition("E2:E4")

    sheet = take(ROW, ["", "", "", "", "PM", 4], change=change)

    assert [(fault.code, fault.cell) for fault in sheet.faults] == [("row_sorted", "A3")]
    assert take(ROW, ["R-1", "", "", "", "PM", 4], change=change).faults == ()


@pytest.mark.parametrize(
    ("pool", "written", "code", "said"),
    [
        ("20", 20217, "202177", "code_guessed"),
        ("20", "20202", "202029", "code_guessed"),
        ("20", 202177, "202177", None),
        ("01", 11002, "011002", "code_zero"),
        ("01", "01100", "011002", "code_guessed"),
        ("11", 11100, "111007", "code_guessed"),
        ("04", 41009, "041009", "code_zero"),
    ],
)
def test_five_digits_are_first_taken_for_a_place_of_the_pool_and_that_is_said(
    take: Callable[..., Any], *, pool: str, written: Any, code: str, said: str | None
) -> None:
    head = ["要請ID", "市区町村コード", *HEAD[2:]]
    sheet = take(["R-1", written, *ROW[2:]], head=head, pool=pool)

    assert sheet.faults == ()
    assert sheet.requests[0].municipalities == (code,)
    assert (note(sheet, said) is not None) if said else not sheet.notes


def test_every_five_digit_code_of_every_pool_is_read_as_its_own(places: Registry) -> None:
    from producers.spreadsheets.municipalities import Municipalities

    for pool in (f"{number:02d}" for number in range(1, 48)):
        own = Municipalities(places, pool)
        for code in places.codes(pool):
            assert own.by_code(code[:5]) == (code,)
            if code[0] == "0":
                assert own.by_code(int(code)) == (code,)


def test_the_pool_is_found_where_codes_lack_their_check_digits(
    take: Callable[..., Any], places: Registry, tmp_path: Path
) -> None:
    path = tmp_path / "five.csv"
    rows = "".join(f"R-{n},202{n:02d},題,PM,8\n" for n in range(1, 10))
    path.write_text(f"要請ID,コード,事業名,役割,2026-07\n{rows}")

    assert opened(path).pool(Month("2026-07"), places) == "20"


def test_hidden_rows_and_columns_are_read_and_said(take: Callable[..., Any]) -> None:
    def change(book: Any) -> None:
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["E"].hidden = True
        book.active.column_dimensions["K"].hidden = True
        book.active.protection.sheet = True

    sheet = take(ROW, ["R-2", *ROW[1:]], change=change)

    assert len(sheet.requests) == 2
    assert "3行目" in note(sheet, "hidden_rows")
    assert "E" in note(sheet, "hidden_columns")
    assert "K" not in note(sheet, "hidden_columns")
