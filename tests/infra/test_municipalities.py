"""A file of municipalities, read line by line."""

from pathlib import Path

import pytest

from infra.municipalities import read_municipalities
from models.codes import MunicipalityCode
from models.errors import Mistake
from models.municipality import Municipality
from tests.saying import refused

FILE = """code,lat,lon,island,population,it_staff,digital_services,vendors
202029,36.2381,137.9720,0,236000,12,30,
152242,38.0184,138.3681,1,49000,1,0,7000012050002 5000012010008
203211,,,,,,,
"""


def test_every_column_is_read_and_an_empty_cell_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_text(FILE)

    known = read_municipalities(path)

    assert known[MunicipalityCode("202029")] == Municipality(
        code="202029", lat=36.2381, lon=137.972, population=236_000, it_staff=12,
        digital_services=30,
    )  # fmt: skip
    assert known[MunicipalityCode("152242")].island
    assert known[MunicipalityCode("152242")].vendors == ("7000012050002", "5000012010008")
    assert known[MunicipalityCode("203211")] == Municipality(code="203211")


def test_coordinates_alone_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_text("code,lat,lon,island\n202029,36.2,138.0,\n", encoding="utf-8-sig")

    assert read_municipalities(path) == {"202029": Municipality(code="202029", lat=36.2, lon=138)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no column code"),
        ("lat,lon\n", "no column code"),
        ("code,staff\n", "no column staff; known are code, lat"),
        ("code,lat\n", "lat and lon go together"),
        ("code,lat,lon\n202029,36,\n", "line 2: lat and lon go together"),
        ("code\n20202\n", "line 2: code must be a 6-digit municipality code"),
        ("code\n202021\n", "line 2: code holds 202021 with a wrong check digit"),
        ("code\n202029,1\n", "line 2: there are more cells than columns"),
        ("code,lat,lon\n202029,north,138\n", "line 2: lat must be a number"),
        ("code,lat,lon\n202029,nan,138\n", "line 2: lat must be a number|line 2: lat must be at"),
        ("code,lat,lon\n202029,95,138\n", "line 2: lat must be at most 90$"),
        ("code,island\n202029,ja\n", "line 2: island is 1, 0 or empty"),
        ("code,it_staff\n202029,-1\n", "line 2: it_staff must be at least 0"),
        ("code,vendors\n202029,1000012050002\n", "it is 7000012050002"),
        (FILE.replace("203211", "203210"), "line 4: code holds 203210"),
        ("code\n202029\n202029\n", "line 3: 202029 stands twice"),
    ],
)
def test_a_file_that_means_something_else_is_refused_with_the_line(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text)

    with refused(Mistake, match=says):
        read_municipalities(path)


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with refused(Mistake, match=r"nowhere\.csv: cannot be read \(FileNotFoundError\)"):
        read_municipalities(tmp_path / "nowhere.csv")
