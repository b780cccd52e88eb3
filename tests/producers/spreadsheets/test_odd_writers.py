"""Workbooks as other programs write them: read, or refused in words; never the end of a process."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from producers.spreadsheets.faults import Faults
from producers.spreadsheets.files import grids
from tests.producers.spreadsheets.conftest import Take
from tests.producers.spreadsheets.packages import (
    HEAD,
    MAIN,
    OFFICE,
    PACKAGE,
    ROW,
    STRICT,
    STRICT_OFFICE,
    cells,
    sheet_xml,
    write,
)


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"name": lambda each: each.replace("/", "\\")},
        {"name": lambda each: f"/{each}"},
        {"name": str.upper},
        {"book": "workbook.xml", "part": "sheet1.xml"},
        {"book": "office/book/w.xml", "part": "office/cells.xml"},
        {"part": "xl/sheets/a b.xml"},
        {"office": STRICT_OFFICE},
    ],
)
def test_a_workbook_is_read_wherever_its_writer_put_its_parts(
    tmp_path: Path, take: Take, how: dict[str, Any]
) -> None:
    sheet = take(write(tmp_path / "in.xlsx", sheet_xml(), **how))

    assert sheet.faults == ()
    assert [each.title for each in sheet.requests] == ["窓口"]


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("namespace", [MAIN, STRICT])
def test_prefixes_and_the_strict_form_are_read(
    tmp_path: Path, take: Take, prefix: str, namespace: str
) -> None:
    xml = sheet_xml(prefix=prefix, namespace=namespace)

    assert take(write(tmp_path / "in.xlsx", xml)).faults == ()


@pytest.mark.parametrize("cell", ["XFD1048576", "xfd1048576", "$XFD$1048576", "A1048576", "XFD3"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sheets/s.xml", "s.xml"])
def test_a_stray_cell_far_away_is_said_with_its_place(
    tmp_path: Path, take: Take, cell: str, part: str
) -> None:
    stray = f'<row><c r="{cell}"><v>1</v></c></row>'

    sheet = take(write(tmp_path / "in.xlsx", sheet_xml(stray), part=part))

    assert [fault.code for fault in sheet.faults] == ["rows_too_many"]
    assert sheet.faults[0].cell == cell.replace("$", "").upper()


def test_rows_and_cells_without_their_places_follow_each_other(tmp_path: Path, take: Take) -> None:
    cells_of = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in each)
        + "</row>"
        for each in (HEAD, ROW)
    )
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{cells_of}</sheetData></worksheet>'

    assert take(write(tmp_path / "in.xlsx", xml)).faults == ()


def test_rows_are_named_as_excel_counts_them_where_some_are_left_out(
    tmp_path: Path, take: Take
) -> None:
    extra = cells(40, ["R-2", "佐久市", "題", "PM", "x"])

    assert [f.cell for f in take(write(tmp_path / "in.xlsx", sheet_xml(extra))).faults] == ["E40"]


def test_how_a_word_is_spoken_is_no_part_of_it(tmp_path: Path, take: Take) -> None:
    text = "<r><t>窓</t></r><r><t>口</t></r><rPh><t>マド</t></rPh>"
    spoken = f'<c r="C3" t="inlineStr"><is>{text}</is></c>'
    extra = cells(3, ["R-2", "佐久市"]).replace("</row>", spoken) + (
        '<c r="D3" t="inlineStr"><is><t>PM</t></is></c><c r="E3"><v>4</v></c></row>'
    )

    sheet = take(write(tmp_path / "in.xlsx", sheet_xml(extra)))

    assert [each.title for each in sheet.requests] == ["窓口", "窓口"]


def test_a_formula_that_shows_nothing_is_empty(tmp_path: Path, take: Take) -> None:
    shown = '<row r="3"><c r="A3" t="str"><f>IF(Z9="","",Z9)</f><v></v></c></row>'

    sheet = take(write(tmp_path / "in.xlsx", sheet_xml(shown)))

    assert sheet.faults == ()
    assert len(sheet.requests) == 1


def test_a_sheet_of_macros_is_no_table(tmp_path: Path, take: Take) -> None:
    path = write(tmp_path / "in.xlsm", sheet_xml(), kind="xlMacrosheet")

    assert [fault.code for fault in take(path).faults] == ["file_damaged"]


def test_a_workbook_with_macros_is_read(tmp_path: Path, take: Take) -> None:
    path = write(tmp_path / "in.xlsm", sheet_xml(), more={"xl/vbaProject.bin": "x"}.items())

    assert take(path).faults == ()


@pytest.mark.parametrize(
    ("written", "quarters"),
    [
        ('t="d"><v>1899-12-31T07:45:00</v>', 31),
        ("><v>8</v>", 32),
        ('t="str"><f>A1</f><v>8</v>', 32),
        ('t="n"><f>4+4</f><v>8.0</v>', 32),
        ('t="inlineStr"><is><t>7:45</t></is>', 31),
    ],
)
def test_hours_are_read_in_every_form_of_a_cell(
    tmp_path: Path, take: Take, written: str, quarters: int
) -> None:
    row = cells(3, ["R-2", "佐久市", "題", "PM"]).replace(
        "</row>", f'<c r="E3" {written}</c></row>'
    )

    sheet = take(write(tmp_path / "in.xlsx", sheet_xml(row)))

    assert [each.lines[0].hours["2026-07"] for each in sheet.requests] == [32, quarters]


def test_a_table_that_was_sorted_is_known_as_sorted(tmp_path: Path) -> None:
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="t" Type="{OFFICE}/table" '
        f'Target="../tables/table1.xml"/></Relationships>'
    )
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations,
        "xl/tables/table1.xml": f'<table xmlns="{MAIN}"><sortState ref="A2:E3"/></table>',
    }
    path = write(tmp_path / "in.xlsx", sheet_xml(), more=more.items())

    [found] = grids(path, Faults("in"))

    assert found.sorted_by_hand


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=10),
    st.integers(-(10**9), 10**9).map(float),
    st.floats(-1e9, 1e9).map(lambda x: round(x, 6)),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.datetimes(datetime.fromisoformat("1900-03-01"), datetime.fromisoformat("2100-01-01")).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.times().map(lambda t: t.replace(microsecond=0)).filter(lambda t: t != time()),
    st.timedeltas(timedelta(seconds=1), timedelta(days=9)).map(
        lambda t: timedelta(seconds=round(t.total_seconds()) + 1)
    ),
)


@given(rows=st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_cells_are_those_that_another_reader_finds(tmp_path: Path, rows: list[list[Any]]) -> None:
    path = tmp_path / "any.xlsx"
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows:
        for cell, value in zip("ABCD", row, strict=False):
            at = page[f"{cell}{rows.index(row) + 1}"]
            at.value = value
            if isinstance(value, str):
                at.data_type = "s"
    book.save(path)

    [found] = grids(path, Faults("any"))
    other = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    width = max(map(len, rows))

    ours = [[*row, *[""] * (width - len(row))] for row in found.rows]
    assert ours == other.to_python(skip_empty_area=False)
