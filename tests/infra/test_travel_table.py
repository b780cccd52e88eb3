"""A file of coordinates becomes the time on the way."""

from pathlib import Path

import pytest

from infra.travel import FERRY, TravelTable
from models.errors import Mistake

MATSUMOTO, SAKU, SADO, ODAWARA = "202029", "202177", "152242", "142069"
#: Spots are rough: what matters here is how far they are apart.
FILE = """code,lat,lon,island
202029,36.2381,137.9720,0
202177,36.2489,138.4767,
152242,38.0184,138.3681,1
"""


@pytest.fixture
def table(tmp_path: Path) -> TravelTable:
    path = tmp_path / "municipalities.csv"
    path.write_text(FILE)
    return TravelTable.read(path)


def test_the_way_is_the_great_circle_by_road_in_quarters(table):
    # 45.3 km, 58.9 by road, 88 minutes.
    assert table(MATSUMOTO, SAKU) == table(SAKU, MATSUMOTO) == 6


def test_an_island_costs_a_ferry(table):
    # 201.1 km, 261.4 by road, 392 minutes: 27 quarters.
    assert table(MATSUMOTO, SADO) == table(SADO, MATSUMOTO) == 27 + FERRY


def test_who_is_there_already_needs_no_way(table):
    assert table(SADO, SADO) == 0


def test_an_unknown_municipality_is_no_way_off(table):
    assert table(MATSUMOTO, ODAWARA) == table(ODAWARA, MATSUMOTO) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code,lat,lon\n", "no column island"),
        ("", "no column code"),
        ("code,lat,lon,island\n20202,36,138,0\n", "line 2: '20202' is not a municipality code"),
        ("code,lat,lon,island\n202029,north,138,0\n", "line 2: lat and lon are degrees"),
        ("code,lat,lon,island\n202029,36\n", "line 2: island is 1, 0 or empty"),
        ("code,lat,lon,island\n202029,nan,138,0\n", "line 2: nan, 138.0 is nowhere on earth"),
        ("code,lat,lon,island\n202029,36,138,ja\n", "line 2: island is 1, 0 or empty"),
        (FILE + "202029,36,138,0\n", "line 5: 202029 stands twice"),
    ],
)
def test_a_file_that_means_something_else_is_refused_with_the_line(tmp_path, text, says):
    path = tmp_path / "odd.csv"
    path.write_text(text)

    with pytest.raises(Mistake, match=says):
        TravelTable.read(path)


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path):
    with pytest.raises(Mistake, match=r"nowhere\.csv: cannot be read \(FileNotFoundError\)"):
        TravelTable.read(tmp_path / "nowhere.csv")


def test_a_spreadsheets_byte_order_mark_is_no_part_of_the_code(tmp_path):
    path = tmp_path / "excel.csv"
    path.write_text(FILE, encoding="utf-8-sig")

    assert TravelTable.read(path)(MATSUMOTO, SAKU) == 6
