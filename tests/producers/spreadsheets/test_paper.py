"""Every sheet comes out on paper, and rows are as high as what is wrapped in them."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets import request_rows, template
from producers.spreadsheets.paper import height
from tests import make
from tests.known import known


@pytest.mark.parametrize("kind", ["requests", "talents"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_template_prints_across_as_wide_as_a_page_with_its_header_on_each(
    tmp_path: Path, places: Registry, kind: str, lang: str
) -> None:
    path = tmp_path / "t.xlsx"
    template(kind, path, pool_id="20", first_month=Month("2026-07"), places=places, lang=lang)  # type: ignore[arg-type]

    book = openpyxl.load_workbook(path)
    for page in book.worksheets:
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
        assert known(page.sheet_properties.pageSetUpPr).fitToPage
        assert page.page_setup.fitToHeight == 0
    for page in book.worksheets[:2]:
        assert page.print_title_rows == "$1:$1"
        assert page.freeze_panes
    assert book.worksheets[0].row_dimensions[1].height >= 30  # 最低割合（%） takes two lines


def test_a_line_is_as_high_as_its_font() -> None:
    assert height([("短い", 40), ("", 5)]) is None
    assert height([]) is None


@given(st.integers(1, 200), st.integers(5, 60))
def test_a_wrapped_text_has_room(signs: Any, width: Any) -> None:
    high = height([("説" * signs, width)]) or 15

    assert high * (width - 1) >= min(409 * (width - 1), signs * 2 * 15)


def test_line_ends_count() -> None:
    assert height([("一\n二\n三", 40)]) == 45


def test_a_filled_in_sheet_shows_all_of_a_long_title(tmp_path: Path, places: Registry) -> None:
    title = "公共施設予約システムの導入と窓口業務の改革についての長い事業名" * 3
    rows = request_rows([make.request(title=title)], Month("2026-07"), places)
    path = tmp_path / "r.xlsx"
    template("requests", path, pool_id="20", first_month=Month("2026-07"), places=places, rows=rows)

    page = openpyxl.load_workbook(path).worksheets[0]
    column = [cell.value for cell in page[1]].index("事業名")
    assert page.row_dimensions[2].height >= 5 * 15
    assert page[2][column].alignment.wrap_text
