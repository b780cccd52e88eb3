"""A template is filled in by an independent program and read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from infra.registry import Registry
from models.entities import Form, Nature, Role
from models.errors import Mistake
from models.months import Month, window
from producers.spreadsheets import read, template
from tests.saying import refused
from wording.fields.columns import COLUMNS
from wording.labels import TABLES
from wording.reader import Lang

FIRST = "2026-07"
KINDS = pytest.mark.parametrize("kind", ["requests", "talents"])
LANGS = pytest.mark.parametrize("lang", ["ja", "en"])


@pytest.fixture
def make(tmp_path: Path, places: Registry) -> Any:
    def make(kind: Any, lang: str = "ja", pool_id: str = "20") -> Any:
        path = tmp_path / f"{kind}.xlsx"
        template(kind, path, pool_id=pool_id, first_month=Month(FIRST), places=places, lang=lang)  # type: ignore[arg-type]
        return path

    return make


@pytest.fixture
def take(places: Registry) -> Any:
    def take(path: Any, kind: Any, pool_id: str = "20") -> Any:
        return read(path, kind, pool_id=pool_id, first_month=Month(FIRST), places=places)

    return take


def fill(path: Any, rows: Any) -> None:
    """Write rows below the example, each a dict from header to value."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 3):
        for header, value in row.items():
            sheet.cell(number, columns[header], value)  # type: ignore[arg-type]
    book.save(path)


@KINDS
@LANGS
def test_an_untouched_template_is_empty_not_wrong(
    make: Callable[..., Any], take: Callable[..., Any], kind: str, lang: str
) -> None:
    sheet = take(make(kind, lang), kind)

    assert [fault.code for fault in sheet.faults] == ["file_empty"]


@KINDS
@LANGS
def test_the_example_row_would_be_accepted_under_a_real_id(
    make: Callable[..., Any], take: Callable[..., Any], kind: str, lang: str
) -> None:
    path = make(kind, lang)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A2"] = "X-1"
    book.save(path)

    sheet = take(path, kind)

    assert sheet.faults == ()
    assert len(sheet.requests) + len(sheet.talents) == 1


def test_a_filled_in_sheet_of_requests_becomes_requests(
    make: Callable[..., Any], take: Callable[..., Any]
) -> None:
    path = make("requests")
    fill(
        path,
        [
            {
                "要請ID": "R8-001",
                "市区町村コード": "202011",
                "事業名": "統合アプリ",
                "業務の性質": "単発",
                "緊急度": "至急",
                "役割": "プロジェクトマネージャー",
                "2026-07": 8,
                "2027-06": 7.75,
            },
            {"役割": "エンジニア・サービスデザイナー", "必要なスキル": "UI・UX:3", "2026-07": 40},
            {
                "要請ID": "R8-002",
                "市区町村": "南牧村（長野県）",
                "事業名": "窓口",
                "役割": "PM",
                "2026-08": 4,
            },
        ],
    )

    sheet = take(path, "requests")

    first, second = sheet.requests
    assert sheet.faults == ()
    assert (first.nature, first.urgency, len(first.lines)) == (Nature.PROJECT, 3, 2)
    assert first.lines[0].hours == {"2026-07": 32, "2027-06": 31}
    assert first.lines[1].role is Role.ENGINEER
    assert second.municipalities == ("203050",)


def test_a_filled_in_sheet_of_talents_becomes_talents_and_people(
    make: Callable[..., Any], take: Callable[..., Any]
) -> None:
    path = make("talents")
    row = {
        "人材ID": "T-1",
        "氏名": "髙﨑 佳奈",
        "役割": "プロジェクトマネージャー",
        "雇用形態": "副業人材",
        "契約開始月": "2026-07",
        "契約終了月": "2027-03",
    }
    fill(path, [row | dict.fromkeys(window(Month(FIRST), 9), 32)])

    sheet = take(path, "talents")

    [talent], [person] = sheet.talents, sheet.people
    assert sheet.faults == ()
    assert (talent.form, len(talent.capacity)) == (Form.SIDE_JOB, 9)
    assert person.name == "髙﨑 佳奈"


@KINDS
@LANGS
def test_headers_explain_themselves_and_choices_drop_down(
    make: Callable[..., Any], kind: str, lang: str
) -> None:
    book = openpyxl.load_workbook(make(kind, lang))
    sheet = book.worksheets[0]

    assert [c.value for c in sheet[1]] == [
        *[column.title(lang) for column in COLUMNS[kind]],  # type: ignore[arg-type, index]
        *window(Month(FIRST), 12),
    ]
    assert all(sheet.cell(1, n).comment for n in range(1, len(COLUMNS[kind]) + 1))  # type: ignore[index]
    assert sheet.freeze_panes == "B2"
    listed = {str(v.sqref).split(":")[0][:-1] for v in sheet.data_validations.dataValidation}
    for number, column in enumerate(COLUMNS[kind], 1):  # type: ignore[index]
        if column.choices:
            assert get_column_letter(number) in listed


def test_codes_are_text_cells_and_months_are_not_dates(make: Callable[..., Any]) -> None:
    sheet = openpyxl.load_workbook(make("requests")).worksheets[0]

    assert sheet["B2"].value == "202011、202029"
    assert sheet.column_dimensions["B"].width > 10
    assert sheet["B2"].number_format == "@"
    assert all(isinstance(cell.value, str) for cell in sheet[1])


def test_every_municipality_of_the_pool_is_in_the_list_with_its_leading_zero(
    make: Callable[..., Any],
) -> None:
    book = openpyxl.load_workbook(make("requests", pool_id="01"))
    rows = list(book["選択肢"].iter_rows(values_only=True))
    at = rows[0].index("コード")

    pairs = [(row[at], row[at + 1]) for row in rows[1:] if row[at]]

    assert len(pairs) == 180
    assert pairs[:2] == [("010006", "北海道"), ("011002", "札幌市")]
    assert ("012335", "伊達市（北海道）") in pairs


def test_every_option_of_a_drop_down_is_read_back(
    take: Callable[..., Any], make: Callable[..., Any]
) -> None:
    for kind in ("requests", "talents"):
        for column in COLUMNS[kind]:
            from producers.spreadsheets.cells import choice

            for code, words in TABLES.get(column.choices, {}).items():
                for word in words:
                    assert choice(column.choices)(word) == code


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, places: Registry) -> None:
    with refused(Mistake, match="cannot write"):
        template(
            "requests",
            tmp_path / "no" / "x.xlsx",
            pool_id="20",
            first_month=Month(FIRST),
            places=places,
        )


@LANGS
def test_how_to_fill_it_in_speaks_of_what_the_sheet_is_about(make: Any, lang: Lang) -> None:
    told = {
        kind: " ".join(
            str(row[0].value) for row in openpyxl.load_workbook(make(kind, lang)).worksheets[-1]
        )
        for kind in ("requests", "talents")
    }

    request, talent = ("要請", "人材") if lang == "ja" else ("request", "talent")
    assert request in told["requests"]
    assert request not in told["talents"]
    assert talent in told["talents"]
