"""`whatif`: scenarios as people write them, side by side, and a store that stays as it was."""

import json
import re
import shlex
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from matcher.whatif import Add, Drop, MoreHours, People, SetWeights, Vacant, Waive
from models.errors import Mistake
from service import office_time
from service.cli.whatif import scenario_file as scenarios
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED, TALENT, UNMET
from tests.saying import refused

QUICK = ("--pool", "20", "--seconds", "0.3")


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_time, "office_clock", lambda _: lambda: make.NOW)


def dumped(directory: Path) -> list[str]:
    with sqlite3.connect(directory / "var" / "talentpool.db") as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "T20-02 2026-12..2027-01 +16h",
            [MoreHours(talent_id="T20-02", hours=64, months=("2026-12", "2027-01"))],
        ),
        (
            "T20-02 令和8年12月 −7.75",
            [MoreHours(talent_id="T20-02", hours=-31, months=("2026-12",))],
        ),
        ("T-1 ＋8h", [MoreHours(talent_id="T-1", hours=32)]),
        (
            "T-1 2026-12 +8h 2027-01 +4h",
            [
                MoreHours(talent_id="T-1", hours=32, months=("2026-12",)),
                MoreHours(talent_id="T-1", hours=16, months=("2027-01",)),
            ],
        ),
        ("vacant pm 40h", [Vacant(role="pm", hours=160)]),
        (
            "採用 プロジェクトマネージャー 40時間 2026-12 スキル=業務改革:3 人数=2",
            [Vacant(role="pm", hours=160, months=("2026-12",), skills={"業務改革": 3})] * 2,
        ),
        ("vacant engineer 8 form=side_job", [Vacant(role="engineer", hours=32, form="side_job")]),
        ("weight coverage=100 fit=2", [SetWeights(weights={"coverage": 100, "fit": 2})]),
        ("重み 行き渡り=100", [SetWeights(weights={"coverage": 100})]),
        ("waive T-1 R-1", [Waive(talent_id="T-1", request_id="R-1")]),
        ("免除 T-1 R-1/2", [Waive(talent_id="T-1", request_id="R-1", line=2)]),
        ("要請枠 R-1/2 人数=2人", [People(line_id="R-1/2", people=2)]),
        ("drop R-1 R-2", [Drop(request_id="R-1"), Drop(request_id="R-2")]),
        (
            "取下げ R-1； line R-2/1 people=3",
            [Drop(request_id="R-1"), People(line_id="R-2/1", people=3)],
        ),
    ],
)
def test_the_notation(text: str, changes: Any) -> None:
    assert list(scenarios.scenario(text).changes) == changes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "空です"),
        ("T-1", "読めません"),
        ("T-1 16h", r"\+16h"),
        ("T-1 2026-12", "2026-12"),
        ("T-1 13月 +4h", "13月"),
        ("T-1 2026-12 +1.1h", "15分"),
        ("vacant boss 40h", "boss"),
        ("vacant pm", "読めません"),
        ("vacant pm 40h form=king", "雇用形態"),
        ("weight beauty=3", "beauty"),
        ("weight coverage=much", "much"),
        ("line R-1 people=2", "読めません"),
        ("line R-1/1 people=200", "人数"),
        ("drop 要請", "読めません"),
        ("add nowhere.json", "nowhere.json"),
        ('T-1 "2026-12', "読めません"),
    ],
)
def test_what_cannot_be_read_is_said_with_how_to_mend_it(empty: Path, text: str, says: str) -> None:
    with refused(Mistake, match=says):
        scenarios.scenario(text)


def test_scenarios_of_a_file_have_names_and_changes_as_text_or_objects(empty: Path) -> None:
    more = make.request("R-NEW")
    (empty / "new.json").write_text(more.model_dump_json())
    changes = ["vacant pm 40h; add new.json", {"kind": "drop", "request_id": "R-1"}]
    Path("w.json").write_text(
        json.dumps({"scenarios": [{"name": "PM", "changes": changes}, "drop X"]})
    )

    first, second = scenarios.scenarios("w.json")

    assert first.name == "PM"
    assert first.changes == (
        Vacant(role="pm", hours=160),
        Add(request=more),
        Drop(request_id="R-1"),
    )
    assert second.changes == (Drop(request_id="X"),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{}", "シナリオがありません"),
        ('{"scenarios": [{"name": "x", "changes": [{"kind": "magic"}]}]}', r"scenarios\[0\]"),
        ('{"scenarios": [{"changes": []}]}', "name"),
        ('[{"name": "x", "changes": 3}]', "changes"),
        ("[", "JSON"),
    ],
)
def test_a_file_that_holds_no_scenarios_says_where(empty: Path, content: str, says: str) -> None:
    Path("w.json").write_text(content)

    with refused(Mistake, match=says):
        scenarios.scenarios("w.json")


def test_scenarios_stand_beside_the_live_plan(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool(
        *("whatif", *QUICK, "--scenario", "採用 エンジニア 130h 2026-11..2027-04"),
        *("--scenario", f"drop {SERVED}"),
    )

    assert said.code == 0
    assert "シナリオの比較　20 長野県（見本）" in said.out
    assert "いまの計画" in said.out
    row = next(line for line in said.out.splitlines() if line.startswith("充足時間"))
    assert row.split()[1] == "46.5"
    assert "(+" in row
    assert "変わっていません" in said.out


def test_every_scenario_ends_with_the_commands_that_make_it_real_and_they_work(
    stocked: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_time, "office_clock", lambda _: lambda: make.NOW)
    texts = (
        f"{TALENT} 2026-12..2027-01 +16h; {TALENT} 2027-03 -4h",
        "vacant engineer 40h skill=業務改革:2",
        "weight coverage=100",
        f"line {UNMET}/1 people=2; drop {SERVED}",
    )
    said = talentpool("whatif", *QUICK, *(w for t in texts for w in ("--scenario", t)), "--json")

    document = json.loads(said.out)
    commands = [line for each in document["scenarios"] for line in each["commands"]]
    assert len(commands) == 6
    for command in commands:
        done = talentpool(*shlex.split(command)[1:])
        assert done.code == 0, (command, done.err)


def test_json_is_one_document_with_hours_as_decimals(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("whatif", *QUICK, "--scenario", f"{TALENT} 2026-12 +16h", "--json")

    document = json.loads(said.out)
    [outcome] = document["scenarios"]
    assert (document["changed"], document["live_is_current"]) == (False, True)
    assert document["live"]["served_hours"] == 46.5
    assert document["live"]["municipalities"] == 1
    assert outcome["added_hours"] == 16
    assert outcome["scenario"]["changes"][0]["hours"] == 16
    assert outcome["score"] >= document["live"]["score"]
    assert document["live"]["score_from"] == "live_plan"
    assert said.err == ""


def test_nothing_in_the_store_changes(stocked: Path, talentpool: Talentpool) -> None:
    before = dumped(stocked)

    said = talentpool("whatif", *QUICK, "--scenario", f"drop {SERVED}; vacant pm 40h")

    assert said.code == 0
    assert dumped(stocked) == before


def test_english_pages_have_no_japanese_words_of_ours(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("whatif", *QUICK, "--scenario", f"{TALENT} +8h", "--lang", "en")

    assert "Live plan" in said.out
    assert "Score (from the live plan)" in said.out
    assert "so the two differ" in said.out
    assert "nor anything stored has changed" in said.out
    assert not re.search(r"[ぁ-ん]", said.out)


def test_a_month_later_the_pool_is_planned_as_it_would_be_now(
    stocked: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_time, "office_clock", lambda _: lambda: make.NOW.replace(month=12))

    said = talentpool("whatif", *QUICK, "--scenario", f"drop {UNMET}")

    assert said.code == 0
    assert "いまの要請" in said.out
    assert "計画し直して" in said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "--scenario"),
        (("--scenario", "drop R-9"), "R-9"),
        (("--scenario", "T-9 +4h"), "T-9"),
        (tuple(w for _ in range(5) for w in ("--scenario", "drop R-1")), "4"),
    ],
)
def test_a_mistake_is_said_with_how_to_mend_it(
    stocked: Path, talentpool: Talentpool, words: Any, says: str
) -> None:
    said = talentpool("whatif", *QUICK, *words)

    assert said.code == 2
    assert says in said.err
    assert said.out == ""


def test_a_pool_nobody_has_heard_of_says_what_to_do_next(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("whatif", "--pool", "13", "--scenario", "vacant pm 40h")

    assert said.code == 1
    assert "post request" in said.err


def test_an_empty_store_says_what_to_do_next(talentpool: Talentpool) -> None:
    said = talentpool("whatif", "--scenario", "vacant pm 40h")

    assert said.code == 1
    assert "talentpool demo" in said.err


def test_without_a_pool_the_choices_are_said(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("whatif", "--scenario", "vacant pm 40h")

    assert said.code == 2
    assert "--pool" in said.err


def test_help_has_an_example_that_reads(talentpool: Talentpool) -> None:
    said = talentpool("whatif", "--help")

    assert 'Example: talentpool whatif --pool 20 --scenario "vacant pm 40h"' in said.out


def test_a_weight_that_no_problem_holds_is_refused_with_the_largest_that_works(
    talentpool: Talentpool, stocked: Path
) -> None:
    said = talentpool("whatif", *QUICK, "--scenario", "weight served=100000")

    assert (said.code, said.out) == (2, "")
    assert "29,411" in said.err
    assert "Traceback" not in said.err
