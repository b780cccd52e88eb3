"""`show timeline` and `show posting`: who changed what when, and what became of a posting."""

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import Talentpool
from tests.cli.stock import SERVED, TALENT


def test_a_timeline_says_when_what_and_by_which_posting(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("show", "timeline", SERVED)
    document = json.loads(talentpool("show", "timeline", SERVED, "--json").out)

    first, second = said.out.splitlines()[1:]
    [timeline] = document["timelines"]
    stated, planned = timeline["entries"]
    assert (stated["kind"], planned["kind"]) == ("request", "match")
    assert "2026-11-01 18:00" in first
    assert first.split()[-1] == stated["correlation_id"]
    assert "登録" in first
    assert "計画に入った" in second


def test_what_became_of_a_posting_is_found_by_its_correlation_id(
    stocked: Path, talentpool: Talentpool
) -> None:
    document = json.loads(talentpool("show", "timeline", TALENT, "--json").out)
    story = document["timelines"][0]["entries"][0]["correlation_id"]

    said = talentpool("show", "posting", story)

    assert said.code == 0
    assert said.out.startswith("✓ 取り込み、計画に反映しました")
    assert TALENT in said.out


def test_an_unknown_posting_is_said_and_no_id_is_a_mistake(
    stocked: Path, talentpool: Talentpool
) -> None:
    unknown = talentpool("show", "posting", "00000000-0000-4000-8000-000000000000")
    wrong = talentpool("show", "posting", "R-1", "--lang", "en")

    assert (unknown.code, wrong.code) == (1, 2)
    assert "取込みはまだありません" in unknown.err
    assert "is no correlation id" in wrong.err


def test_a_plan_of_another_version_of_the_program_is_said_in_words(
    stocked: Path, talentpool: Talentpool
) -> None:
    with sqlite3.connect("var/talentpool.db") as store:
        store.execute("update plans set content = '{}' where pool_id = '20'")

    plan = talentpool("show", "plan", "--pool", "20")
    talent = talentpool("show", "talent", TALENT)

    assert plan.code == 1
    assert "読めません" in plan.err
    assert "Traceback" not in plan.err
    assert talent.code == 0
