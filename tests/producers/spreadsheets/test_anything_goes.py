"""No content of any cell makes reading fail."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infra.registry import Registry
from models.months import Month
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.files import Grid, grids
from producers.spreadsheets.reading import read_grid
from tests.saying import EN, JA
from wording.fields.columns import COLUMNS

CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "R-1", "T-1", "PM", "長野市", "南牧村", "202011", "2026-07", "7.75", "はい"]
    ),
    st.sampled_from(["業務改革:3", "1e400", "=1+1", "٣", "²", "見本", "20217", "0", "-1", "NaN"]),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.none(),
)
MONTHS = ["2026-07", date(2026, 8, 1), "2026年9月"]
QUIET = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check(places: Registry, kind: Any, rows: Any) -> None:
    sheet = read_grid(
        Grid(sheet="s", rows=rows), kind, pool_id="20", first_month=Month("2026-07"), places=places
    )
    for words in (JA, EN):
        assert all(fault.what(words) for fault in sheet.faults)
    assert sheet.faults or sheet.requests or sheet.talents


@given(data=st.data(), kind=st.sampled_from(["requests", "talents"]))
@QUIET
def test_any_cells_below_a_good_header(places: Registry, kind: Any, data: Any) -> None:
    head = [column.ja for column in COLUMNS[kind]] + MONTHS
    width = len(head)
    rows = data.draw(st.lists(st.lists(CELLS, max_size=width + 1), max_size=5))

    check(places, kind, [head, *rows])


@given(rows=st.lists(st.lists(CELLS, max_size=6), max_size=4))
@QUIET
def test_any_cells_at_all(places: Registry, rows: Any) -> None:
    check(places, "requests", rows)
    check(places, "talents", rows)


@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
@QUIET
def test_any_bytes(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    faults = Faults("any")

    found = grids(path, faults)

    assert bool(found) != bool(faults.found)
