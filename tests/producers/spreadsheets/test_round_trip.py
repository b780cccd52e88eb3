"""What is written as a filled-in sheet is read back as it was."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infra.registry import Registry
from models.codes import corporate_check_digit
from models.entities import DemandLine, Form, Person, Request, Role, Talent, TrainingWaiver
from models.months import Month, window
from producers.spreadsheets import read, request_rows, talent_rows, template

FIRST = "2026-07"
MONTHS = window(Month(FIRST), 20)
LANGS = pytest.mark.parametrize("lang", ["ja", "en"])
QUIET = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HOURS = st.dictionaries(st.sampled_from(MONTHS), st.integers(1, 600), min_size=1, max_size=5)
SKILLS = st.dictionaries(
    st.sampled_from(["業務改革", "UI・UX", "cloud"]), st.integers(1, 5), max_size=2
)
NUMBERS = st.integers(1, 10**12 - 1).map(lambda n: corporate_check_digit(f"{n:012d}") + f"{n:012d}")
PLACES = st.lists(
    st.sampled_from(["202011", "202029", "203050", "200000"]), min_size=1, max_size=3, unique=True
)
LINES = st.lists(  # type: ignore[var-annotated]
    st.builds(
        dict,
        role=st.sampled_from(Role),
        hours=HOURS,
        skills=SKILLS,
        people=st.integers(1, 20),
        minimum_percent=st.integers(0, 100),
        on_site_percent=st.integers(0, 100),
        exclusive=st.booleans(),
    ),
    min_size=1,
    max_size=3,
)
REQUESTS = st.builds(
    lambda lines, **given: Request(
        pool_id="20",
        request_id="R-1",
        lines=[DemandLine(line=at, **line) for at, line in enumerate(lines, 1)],
        **given,
    ),
    lines=LINES,
    title=st.text("=+窓口 a", min_size=1, max_size=9).map(lambda t: f"件{t}名"),
    theme=st.sampled_from(["", "窓口"]),
    nature=st.sampled_from(["continuous", "project", "advice"]),
    urgency=st.integers(1, 3),
    municipalities=PLACES,
    pm_in_place=st.booleans(),
    vendors=st.lists(NUMBERS, max_size=3, unique=True),
)
TALENTS = st.builds(
    Talent,
    pool_id=st.just("20"),
    talent_id=st.just("T-1"),
    roles=st.lists(st.sampled_from(Role), min_size=1, max_size=3, unique=True),
    skills=SKILLS,
    form=st.sampled_from(Form),
    contract_from=st.just("2026-04"),
    contract_until=st.just("2028-03"),
    capacity=HOURS,
    overhead=st.integers(0, 200),
    municipalities_at_once=st.integers(1, 100),
    base=st.sampled_from([None, "202011", "130001", "103667"]),
    remote=st.booleans(),
    excluded=PLACES,
    employer=st.none() | NUMBERS,
    trained_from=st.none() | st.sampled_from(MONTHS),
    training_waiver=st.none() | st.sampled_from(TrainingWaiver),
)


def back(tmp_path: Path, places: Registry, kind: Any, rows: Any, lang: Any) -> Any:
    path = tmp_path / f"{kind}.xlsx"
    template(
        kind, path, pool_id="20", first_month=Month(FIRST), places=places, lang=lang, rows=rows
    )
    sheet = read(path, kind, pool_id="20", first_month=Month(FIRST), places=places)
    assert sheet.faults == ()
    assert sheet.silent == frozenset()
    return sheet


@LANGS
@given(request=REQUESTS)
@QUIET
def test_any_request_comes_back_as_it_was(
    tmp_path: Path, places: Registry, lang: str, request: pytest.FixtureRequest
) -> None:
    rows = request_rows([request], Month(FIRST), places, lang)  # type: ignore[arg-type, list-item]

    assert back(tmp_path, places, "requests", rows, lang).requests == (request,)


@LANGS
@given(talent=TALENTS)
@QUIET
def test_any_talent_comes_back_as_it_was(
    tmp_path: Path, places: Registry, lang: str, talent: Any
) -> None:
    rows = talent_rows([talent], Month(FIRST), places, lang)  # type: ignore[arg-type]

    assert back(tmp_path, places, "talents", rows, lang).talents == (talent,)


def test_people_come_back_only_where_they_are_given(tmp_path: Path, places: Registry) -> None:
    person = Person(pool_id="20", talent_id="T-1", name="見本 花子", mail="a@example.invalid")
    talent = Talent(
        pool_id="20",
        talent_id="T-1",
        roles=(Role.PM,),
        contract_from="2026-04",
        contract_until="2027-03",
        capacity={"2026-07": 31},
    )

    without = talent_rows([talent], Month(FIRST), places)
    with_them = talent_rows([talent], Month(FIRST), places, people=[person])

    assert back(tmp_path, places, "talents", without, "ja").people == ()
    assert back(tmp_path, places, "talents", with_them, "ja").people == (person,)


def test_a_filled_in_template_becomes_entities_that_are_written_as_it_was_filled_in(
    tmp_path: Path, places: Registry
) -> None:
    path = tmp_path / "requests.xlsx"
    template("requests", path, pool_id="20", first_month=Month(FIRST), places=places)
    filled = {
        "要請ID": "R8-001",
        "市区町村コード": "202011",
        "市区町村": "長野市",
        "事業名": "基幹システムの移行",
        "業務の性質": "継続（伴走）",
        "緊急度": "至急",
        "自前のPM": "はい",
        "関係する事業者": "8000000000001、7000000000002",
        "枠": 1,
        "役割": "プロジェクトマネージャー",
        "人数": 1,
        "最低割合（%）": 80,
        "現地割合（%）": 40,
        "専任": "はい",
        "2026-07": 120,
    }
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    for head, value in filled.items():
        page.cell(3, heads.index(head) + 1, value)  # type: ignore[call-overload]
    book.save(path)

    [made] = read(path, "requests", pool_id="20", first_month=Month(FIRST), places=places).requests
    template(
        "requests",
        path,
        pool_id="20",
        first_month=Month(FIRST),
        places=places,
        rows=request_rows([made], Month(FIRST), places),
    )

    page = openpyxl.load_workbook(path).worksheets[0]
    written = dict(zip([c.value for c in page[1]], [c.value for c in page[2]], strict=True))
    assert {head: value for head, value in written.items() if value is not None} == filled


def test_what_lies_before_the_first_month_is_not_written(places: Registry) -> None:
    past = {"2026-06": 8}
    lines = [
        DemandLine(line=1, role=Role.PM, hours=past),
        DemandLine(line=2, role=Role.PM, hours={**past, "2026-07": 4}),
    ]
    request = Request(
        pool_id="20", request_id="R-1", title="窓口", municipalities=["202011"], lines=lines
    )

    [row] = request_rows([request], Month(FIRST), places)

    assert (row.columns["line"], row.columns["title"]) == (2, "窓口")
    assert row.hours == {"2026-07": 4}
