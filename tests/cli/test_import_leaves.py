"""Only what a sheet holds may change, what is newer than it stays, and all of it can be undone."""

import csv
import json
import stat
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import NAME, SERVED, TALENT

POOL = ("--pool", "20")
HEAD = ["人材ID", "役割", "契約開始月", "契約終了月"]
ROW = [TALENT, "エンジニア", "2026-04", "2029-03"]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _sheet(name: Any, *rows: Any) -> None:
    with open(name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _shown(talentpool: Talentpool, kind: Any, id_: Any) -> Any:
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def _set(file: Any, column: Any, value: Any) -> None:
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    for row in page.iter_rows(min_row=2):
        row[heads.index(column)].value = value
    book.save(file)


def _people(talentpool: Talentpool, names: Any = ("メール", "備考", "氏名")) -> Any:
    talentpool("export", "people.xlsx", "--what", "talents", "--names", "--force", *POOL)
    page = openpyxl.load_workbook("people.xlsx").worksheets[0]
    found = dict(zip([c.value for c in page[1]], [c.value for c in page[2]], strict=True))
    return [found[name] for name in names]


def test_mail_and_note_stay_where_a_sheet_has_no_column_for_them(
    talentpool: Talentpool, stocked: Path
) -> None:
    talentpool("amend", "talent", TALENT, *POOL, "--note", "週2日")
    _sheet("in.csv", [*HEAD, "氏名", "2026-12"], [*ROW, "見本 太郎", 20])

    said = talentpool("import", "in.csv", *POOL)

    assert said.code == 0
    assert _people(talentpool) == ["hanako@example.invalid", "週2日", "見本 太郎"]


def test_months_stay_where_a_sheet_has_no_column_for_them(
    talentpool: Talentpool, stocked: Path
) -> None:
    before = _shown(talentpool, "talent", TALENT)["capacity"]
    _sheet("in.csv", [*HEAD, "2026-12"], [*ROW, 20])

    with serving(stocked):
        talentpool("import", "in.csv", *POOL, "--wait")

    assert _shown(talentpool, "talent", TALENT)["capacity"] == before | {"2026-12": 20}


def test_a_changed_name_is_said_without_it_and_undone_by_a_file(
    talentpool: Talentpool, stocked: Path
) -> None:
    _sheet("in.csv", [*HEAD, "氏名", "2026-12"], [*ROW, "見本 太郎", 32])

    dry = talentpool("import", "in.csv", *POOL, "--dry-run")
    done = talentpool("import", "in.csv", *POOL)

    for said in (dry, done):
        assert f"変更 {TALENT}　氏名" in said.out
        assert "太郎" not in said.out + said.err
        assert NAME not in said.out + said.err
    assert "talentpool undo in.undo.json" in done.out
    assert stat.S_IMODE((stocked / "in.undo.json").stat().st_mode) == 0o600

    assert talentpool("undo", "in.undo.json").code == 0
    assert _people(talentpool, ("氏名",)) == [NAME]


def test_a_name_alone_that_changes_is_kept_counted_and_undone(
    talentpool: Talentpool, stocked: Path
) -> None:
    talentpool("export", "in.xlsx", "--what", "talents", "--names", *POOL)
    _set("in.xlsx", "氏名", "見本 太郎")

    said = talentpool("import", "in.xlsx", *POOL)

    assert said.out.startswith("✓ 取り込みました：新規 0件、変更 1件、変更なし 0件")
    assert _people(talentpool, ("氏名",)) == ["見本 太郎"]
    assert talentpool("undo", "in.undo.json").code == 0
    assert _people(talentpool, ("氏名",)) == [NAME]


def test_a_row_that_changed_after_the_export_is_left_and_said(
    talentpool: Talentpool, stocked: Path
) -> None:
    talentpool("export", "r.xlsx", "--what", "requests", *POOL)
    with serving(stocked):
        talentpool("amend", "request", SERVED, *POOL, "--set", "urgency=2", "--wait")
    _set("r.xlsx", "事業名", "題だけ直した")

    with serving(stocked):
        said = talentpool("import", "r.xlsx", *POOL, "--wait")

    newer = _shown(talentpool, "request", SERVED)
    assert said.code == 1
    assert f"△ {SERVED} は表を書き出したあとに変わりました（表は第1版、今は第2版）" in said.out
    assert (newer["urgency"], newer["title"]) == (2, "窓口業務改革")
    assert "事業名：窓口業務改革 → 題だけ直した" in said.out  # of the other request


def test_a_sheet_without_stamps_is_taken_as_it_is(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        talentpool("amend", "talent", TALENT, *POOL, "--set", "remote=no", "--wait")
    _sheet("in.csv", [*HEAD, "2026-12"], [*ROW, 20])

    said = json.loads(talentpool("import", "in.csv", *POOL, "--dry-run", "--json").out)

    assert (said["newer"], [each["id"] for each in said["amended"]]) == ([], [TALENT])


def test_an_import_of_many_rows_is_undone_by_one_short_command(
    talentpool: Talentpool, stocked: Path
) -> None:
    ids = [f"R-MADOGUCHI-{n}" for n in range(30)]  # too much for one line of a terminal
    head = ["要請ID", "市区町村", "事業名", "役割", "2026-12"]
    _sheet("in.csv", head, *([each, "佐久市", "窓口", "PM", 8] for each in ids))
    with serving(stocked):
        talentpool("import", "in.csv", *POOL, "--wait")
    _sheet("in.csv", head, *([each, "佐久市", "窓口の改革", "PM", 12] for each in ids))

    with serving(stocked):
        said = talentpool("import", "in.csv", *POOL, "--wait")
        talentpool("amend", "request", ids[7], *POOL, "--set", "urgency=2", "--wait")
        undone = talentpool("undo", "in.undo-2.json", "--json", "--wait")

    [undo] = [line for line in said.out.splitlines() if "元に戻すには" in line]
    assert len(undo) < 100
    document = json.loads(undone.out)
    assert (undone.code, len(document["undone"]), document["left"]) == (1, 29, [ids[7]])
    assert _shown(talentpool, "request", ids[0])["title"] == "窓口"
    assert _shown(talentpool, "request", ids[7])["title"] == "窓口の改革"


def test_what_is_exported_comes_back_with_months_far_away(
    talentpool: Talentpool, stocked: Path
) -> None:
    words = ("--municipality", "佐久市", "--title", "遠い", "--role", "pm")
    with serving(stocked):
        talentpool("post", "request", "--id", "R-FAR", *words, "--hours", "2062-12=8", "--wait")
    talentpool("export", "r.xlsx", "--what", "requests", *POOL)

    said = json.loads(talentpool("import", "r.xlsx", *POOL, "--dry-run", "--json").out)

    assert said["faults"] == said["amended"] == said["new"] == []
    assert "R-FAR" in said["unchanged"]
