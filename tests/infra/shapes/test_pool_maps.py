"""A file of shapes becomes maps of pools that are small enough for a page."""

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from infra.registry import Registry
from infra.shapes import shapes_file
from infra.shapes.drawing import MOST
from infra.shapes.pool_maps import pool_maps
from models.errors import Mistake
from models.ids import PoolId
from models.map_shapes import PoolMap
from tests.made_up_shapes import feature, square, squares, write

REGISTRY = Registry()
NAGANO = [str(each.code) for each in REGISTRY.municipalities() if str(each.code)[:2] == "20"]


def maps(path: Path, *features: dict[str, Any]) -> Mapping[PoolId, PoolMap]:
    return pool_maps(write(path / "shapes.geojson", features), REGISTRY.known)


def test_without_a_file_there_is_no_map() -> None:
    assert pool_maps(None, REGISTRY.known) == {}


@pytest.mark.parametrize(
    ("name", "code"), [("code", "202011"), ("code", "20201"), ("N03_007", "20201")]
)
def test_the_code_is_found_with_or_without_its_check_digit(
    tmp_path: Path, name: str, code: str
) -> None:
    [shape] = maps(tmp_path, *squares([code], name))[PoolId("20")].shapes

    assert shape.code == "202011"


def test_wards_belong_to_their_city_and_the_sea_to_nobody(tmp_path: Path) -> None:
    found = maps(
        tmp_path,
        *squares(["14101", "14118", "14131"], "N03_007"),
        feature({"N03_007": None}, square(137, 36)),
    )

    assert [shape.code for shape in found[PoolId("14")].shapes] == ["141003", "141305"]
    assert found[PoolId("14")].shapes[0].path.count("M") == 2


def test_north_is_up_and_neighbours_keep_the_border_they_share(tmp_path: Path) -> None:
    found = maps(tmp_path, *squares(NAGANO[:12]))[PoolId("20")]
    paths = {str(shape.code): points(shape.path) for shape in found.shapes}
    first, right, below = paths[NAGANO[0]], paths[NAGANO[1]], paths[NAGANO[10]]

    assert len(set(first) & set(right)) == 2
    assert len(set(first) & set(below)) == 2
    assert min(y for _, y in below) > min(y for _, y in first)


def points(path: str) -> list[tuple[int, int]]:
    """The places that a path passes."""
    found: list[tuple[int, int]] = []
    for start, steps in re.findall(r"M([-\d ]+)l([^z]*)z", path):
        x, y = map(int, start.split())
        found.append((x, y))
        numbers = [int(each) for each in re.findall(r"-?\d+", steps)]
        for by_x, by_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + by_x, y + by_y
            found.append((x, y))
    return found


def test_a_coast_of_many_points_is_drawn_in_few(tmp_path: Path) -> None:
    def coast(at: int) -> list[list[float]]:
        turns = [math.tau * each / 5_000 for each in range(5_001)]
        return [
            [at % 10 + math.cos(t) * (0.4 + 0.05 * math.sin(900 * t)), at // 10 + math.sin(t) * 0.4]
            for t in turns
        ]

    found = maps(tmp_path, *(feature({"code": c}, coast(at)) for at, c in enumerate(NAGANO[:40])))

    assert len(found[PoolId("20")].shapes) == 40
    assert sum(len(shape.path) for shape in found[PoolId("20")].shapes) < MOST - 40 * 260


def test_an_island_too_small_for_the_grid_is_still_there(tmp_path: Path) -> None:
    far = feature({"code": NAGANO[1]}, square(140, 30, 0.00001))

    found = maps(tmp_path, *squares(NAGANO[:1]), far)[PoolId("20")]

    assert all(len(points(shape.path)) == 4 for shape in found.shapes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"features": 1}',
        '{"features": [1]}',
        '{"features": [{"properties": {"code": "202011"}}]}',
        '{"features": [{"properties": {"code": "202011"}, "geometry": null}]}',
        json.dumps({"features": [feature({"code": "202011"}, [[1]])]}),
        '{"features": [{"properties": {"code": "202011"}, "geometry":'
        ' {"type": "Polygon", "coordinates": [[["a", "b"]]]}}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_such_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "shapes.geojson"
    path.write_text(text)

    with pytest.raises(Mistake) as refused:
        pool_maps(path, REGISTRY.known)

    assert refused.value.phrase.code == "shapes_file_unreadable"


def test_a_file_without_known_codes_and_one_that_is_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Mistake) as none:
        maps(tmp_path, *squares(["99999", "", "x", "200000"]))
    monkeypatch.setattr(shapes_file, "MOST_BYTES", 10)
    with pytest.raises(Mistake) as large:
        maps(tmp_path, *squares(NAGANO))

    assert (none.value.phrase.code, large.value.phrase.code) == (
        "shapes_file_none",
        "shapes_file_large",
    )
