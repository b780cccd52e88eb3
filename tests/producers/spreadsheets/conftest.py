"""Sheets as rows of text, read as if they were the cells of a workbook."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets import read
from producers.spreadsheets.files import Grid
from producers.spreadsheets.reading import read_grid

FIRST = Month("2026-07")

#: Reads the requests of a file.
Take = Callable[[Path], Any]


@pytest.fixture(scope="session")
def places() -> Registry:
    return Registry()


@pytest.fixture
def read_requests(places: Registry) -> Any:
    """Read rows below this header; the pool is Nagano."""
    header = [
        "要請ID",
        "コード",
        "市区町村",
        "事業名",
        "枠",
        "役割",
        "スキル",
        "2026-07",
        "2026-08",
    ]

    def read(*rows: Any, pool_id: str = "20", head: Any = header) -> Any:
        grid = Grid(sheet="支援要請", rows=[head, *rows])
        return read_grid(grid, "requests", pool_id=pool_id, first_month=FIRST, places=places)

    return read


@pytest.fixture
def read_talents(places: Registry) -> Any:
    """Read rows below this header; the pool is Nagano."""
    header = ["人材ID", "氏名", "メール", "役割", "スキル", "契約開始月", "契約終了月", "2026-07"]

    def read(*rows: Any, head: Any = header) -> Any:
        grid = Grid(sheet="人材", rows=[head, *rows])
        return read_grid(grid, "talents", pool_id="20", first_month=FIRST, places=places)

    return read


@pytest.fixture
def take(places: Registry) -> Take:
    """Read the requests of a file; the pool is Nagano."""

    def take(path: Path) -> Any:
        return read(path, "requests", pool_id="20", first_month=FIRST, places=places)

    return take
