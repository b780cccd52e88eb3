"""`template`, `import`, `export`: a sheet is taken whole or not at all, and twice is once."""

import json
import shlex
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock

Sheet = Callable[..., str]

POOL = ("--pool", "20")
WINDOW = {
    "要請ID": "K-1",
    "市区町村": "佐久市",
    "事業名": "窓口業務改革",
    "役割": "PM",
    "2026-12": 8,
    "2027-01": "7:45",
}
STANDARD = {
    "要請ID": "K-2",
    "市区町村": "松本市",
    "事業名": "標準化",
    "役割": "プロデューサー",
    "2026-12": 4,
}
PERSON = {
    "人材ID": "S-1",
    "氏名": "金糸雀",
    "役割": "PM",
    "契約開始月": "2026-04",
    "契約終了月": "2027-03",
    "2026-12": 80,
    "2027-01": 80,
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def sheet(talentpool: Talentpool, empty: Path) -> Sheet:
    """Writes a template and fills in rows below its example."""

    def write(kind: str, *rows: Mapping[str, Any], name: str | None = None) -> str:
        file = empty / (name or f"{kind}.xlsx")
        made = talentpool("template", kind, str(file), *POOL, "--force")
        assert made.code == 0, made.err
        book = openpyxl.load_workbook(file)
        page = book.worksheets[0]
        heads = [cell.value for cell in page[1]]
        for number, row in enumerate(rows, 3):
            for head, value in row.items():
                page.cell(number, heads.index(head) + 1, value)
        book.save(file)
        return file.name

    return write


def _appended(directory: Path) -> int:
    with closing(sqlite3.connect(directory / "var" / "talentpool.db")) as database:
        return int(database.execute("SELECT count(*) FROM log_records").fetchone()[0])


@pytest.mark.parametrize("command", ["template", "import", "export", "plan"])
def test_help_has_an_example_of_the_command(talentpool: Talentpool, command: str) -> None:
    assert f"Example: talentpool {command} " in talentpool(command, "--help").out


def test_a_template_says_how_to_go_on_and_is_not_written_over(
    talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool("template", "requests", "r.xlsx", *POOL)
    again = talentpool("template", "requests", "r.xlsx", *POOL)

    assert said.code == 0
    assert "talentpool import r.xlsx --pool 20 --dry-run" in said.out
    assert (again.code, "--force" in again.err) == (2, True)
    assert not (empty / "var").exists()


def test_a_template_has_to_be_a_workbook(talentpool: Talentpool) -> None:
    said = talentpool("template", "requests", "r.csv", *POOL)

    assert said.code == 2
    assert "r.xlsx" in said.err


def test_an_import_is_planned_and_the_same_file_again_changes_nothing(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    file = sheet("requests", WINDOW, STANDARD)

    with serving(stocked):
        first = talentpool("import", file, "--wait", "--json")
        count = _appended(stocked)
        again = talentpool("import", file, "--json")

    document, repeat = json.loads(first.out), json.loads(again.out)
    assert (first.code, again.code) == (0, 0)
    assert (document["new"], document["amended"]) == (["K-1", "K-2"], [])
    assert [line["line_id"] for line in document["arrival"]["lines"]] == ["K-1/1", "K-2/1"]
    assert (repeat["new"], repeat["amended"], repeat["receipts"]) == ([], [], [])
    assert repeat["unchanged"] == ["K-1", "K-2"]
    assert _appended(stocked) == count


def test_only_changed_rows_get_the_next_revision(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    first = sheet("requests", WINDOW, STANDARD)
    second = sheet("requests", WINDOW, STANDARD | {"2026-12": 6, "緊急度": "至急"}, name="b.xlsx")

    with serving(stocked):
        talentpool("import", first, "--wait")
        dry = talentpool("import", second, "--dry-run")
        done = talentpool("import", second, "--wait", "--json")
        undo = json.loads(done.out)["undo"]
        for command in undo:
            talentpool(*shlex.split(command)[1:], "--wait")
        back = talentpool("import", first, "--json")

    document = json.loads(done.out)
    assert "変更 K-2　緊急度：普通 → 至急、要請枠1・時間・2026年12月：4 → 6" in dry.out
    assert [(r["subject"], r["revision"]) for r in document["receipts"]] == [("K-2", 2)]
    assert document["unchanged"] == ["K-1"]
    assert json.loads(back.out)["unchanged"] == ["K-1", "K-2"]


def test_a_dry_run_says_what_would_change_and_writes_nothing(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    before = _appended(stocked)

    said = talentpool("import", sheet("requests", WINDOW), "--dry-run")

    assert said.code == 0
    assert "取り込むとこうなります：新規 1件" in said.out
    assert "新規 K-1　窓口業務改革" in said.out
    assert _appended(stocked) == before


def test_one_wrong_cell_keeps_everything_out_and_every_cell_is_named(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    before = _appended(stocked)
    file = sheet("requests", WINDOW, STANDARD | {"市区町村": "佐久", "2026-12": 8.1})

    said = talentpool("import", file)
    faults = json.loads(talentpool("import", file, "--json").out)["faults"]

    assert said.code == 1
    assert "直すところが2か所あります" in said.err
    assert "支援要請  C4" in said.out
    assert "8.25" in said.out
    assert [f["cell"] for f in faults] == ["C4", "T4"]
    assert all(f["what"] and f["how"] for f in faults)
    assert _appended(stocked) == before


def test_faults_may_be_read_in_english(talentpool: Talentpool, stocked: Path, sheet: Sheet) -> None:
    said = talentpool("import", sheet("requests", WINDOW | {"役割": "PMM"}), "--lang", "en")

    assert "1 cell has to be mended" in said.err
    assert "not one of the choices" in said.out


def test_names_in_a_sheet_go_to_the_people_table_alone(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    file = sheet("talents", PERSON)

    with serving(stocked):
        said = talentpool("import", file, *POOL, "--wait")
        again = talentpool("import", file, *POOL, "--json")
        renamed = talentpool("import", sheet("talents", PERSON | {"氏名": "雲雀"}), *POOL, "--json")

    assert said.code == 0
    assert "金糸雀" not in said.out + said.err
    assert json.loads(again.out)["people"] == 0
    assert (json.loads(renamed.out)["people"], json.loads(renamed.out)["receipts"]) == (1, [])
    with closing(sqlite3.connect(stocked / "var" / "talentpool.db")) as database:
        names = dict(database.execute("SELECT talent_id, name FROM people"))
        log = b"".join(row[0] for row in database.execute("SELECT value FROM log_records"))
    assert names["S-1"] == "雲雀"
    assert "金糸雀".encode() not in log


def test_what_was_withdrawn_is_not_brought_back_by_an_import(
    talentpool: Talentpool, stocked: Path, sheet: Sheet
) -> None:
    first = sheet("requests", WINDOW)
    other = sheet("requests", WINDOW | {"事業名": "別の件名"}, name="b.xlsx")

    with serving(stocked):
        talentpool("import", first, "--wait")
        talentpool("withdraw", "request", "K-1", *POOL, "--wait")
        same = talentpool("import", first, "--json")
        changed = talentpool("import", other)

    assert json.loads(same.out)["unchanged"] == ["K-1"]
    assert changed.code == 1
    assert "--set status=open" in changed.out
    assert "何も取り込んでいません" in changed.out


def test_the_pool_is_read_from_the_municipalities_or_asked_for(
    talentpool: Talentpool, empty: Path, sheet: Sheet
) -> None:
    known = talentpool("import", sheet("requests", WINDOW), "--dry-run", "--json")
    asked = talentpool("import", sheet("talents", PERSON), "--dry-run")

    assert json.loads(known.out)["pool_id"] == "20"
    assert asked.code == 2
    assert "--pool 20" in asked.err


def test_a_workbook_with_both_sheets_brings_both(
    talentpool: Talentpool, empty: Path, sheet: Sheet
) -> None:
    book = openpyxl.load_workbook(sheet("requests", WINDOW))
    people = openpyxl.load_workbook(sheet("talents", PERSON)).worksheets[0]
    page = book.create_sheet("人材")
    for row in people.iter_rows(values_only=True):
        page.append(row)
    book.save(empty / "both.xlsx")

    said = talentpool("import", "both.xlsx", *POOL, "--dry-run", "--json")

    assert json.loads(said.out)["new"] == ["S-1", "K-1"]


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"", "何も入っていません"),
        ("事業名,市区町村\n窓口,佐久市\n".encode("cp932"), "要請ID"),
        (b"PK\x03\x04 broken", "broken.csv"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_words(
    talentpool: Talentpool, empty: Path, content: bytes, hint: str
) -> None:
    (empty / "broken.csv").write_bytes(content)

    said = talentpool("import", "broken.csv", *POOL)

    assert said.code == 1
    assert hint in said.out
    assert "Traceback" not in said.out + said.err


def test_a_csv_in_the_encoding_of_offices_is_read(talentpool: Talentpool, empty: Path) -> None:
    rows = ["要請ID,市区町村コード,事業名,役割,2026-12", "K-1,202177,窓口業務改革,PM,8"]
    (empty / "r.csv").write_bytes("\r\n".join(rows).encode("cp932"))

    said = talentpool("import", "r.csv", "--dry-run", "--json")

    assert json.loads(said.out)["new"] == ["K-1"]


def test_a_file_that_is_not_there_says_how_to_make_one(talentpool: Talentpool) -> None:
    said = talentpool("import", "none.xlsx")

    assert said.code == 2
    assert "talentpool template requests none.xlsx" in said.err
