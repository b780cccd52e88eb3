"""Requests outside the months planned are said when posted, and wherever a plan is shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Said, Talentpool
from tests.cli.serving import serving, stop_the_clock


@pytest.fixture
def far(empty: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A pool whose only request lies in 2029, planned."""
    stop_the_clock(monkeypatch)
    with serving(empty):
        talentpool("post", "talent", "--id", "T1", "--pool", "20", "--role", "pm", "--hours", "40",
                   "--wait")  # fmt: skip
        return talentpool("post", "request", "--id", "R1", "--pool", "20", "--municipality",
                          "佐久市", "--title", "窓口", "--role", "pm",
                          "--hours", "2029-04..2029-06=16", "--wait")  # fmt: skip


def test_the_receipt_says_that_all_of_it_is_too_far_ahead(far: Said) -> None:
    assert far.code == 0, far.err
    assert "すべて計画の月（2026年11月〜2027年10月）より先です" in far.out
    assert "計画できるのは24か月先までです" in far.out
    assert "talentpool configure" not in far.out


def test_a_longer_horizon_is_offered_where_it_reaches_the_months_asked(
    far: Said, talentpool: Talentpool, empty: Path
) -> None:
    words = ("--pool", "20", "--municipality", "佐久市", "--title", "窓口", "--role", "pm")
    said = talentpool("post", "request", *words, "--hours", "2028-04=16")

    assert "talentpool configure --pool 20 --set horizon=24" in said.out


def test_nothing_unmet_is_never_said_over_it(far: Said, talentpool: Talentpool) -> None:
    unmet, plan = talentpool("show", "unmet"), talentpool("show", "plan")

    for said in (unmet.out, plan.out):
        assert "未充足はありません。" not in said.replace("計画の月の中に未充足はありません。", "")
        assert "計画の月（2026-11–2027-10）の外にある支援要請　1件" in said
        assert "R1　佐久市　窓口　2029-04–2029-06　48時間　計画の月より先" in said


def test_pools_count_it(far: Said, talentpool: Talentpool) -> None:
    header, row = talentpool("show", "pools").out.splitlines()[:2]
    [pool] = json.loads(talentpool("show", "pools", "--json").out)["pools"]

    assert "計画の外" in header
    assert row.split()[8] == "1"
    assert pool["requests_outside"] == 1


def test_the_tables_of_the_plan_have_one_for_it(
    far: Said, talentpool: Talentpool, empty: Path
) -> None:
    said = talentpool("export", "tables", "--pool", "20", "--csv")

    assert said.code == 0, said.err
    [table] = [file for file in (empty / "tables").iterdir() if "outside" in file.name]
    text = table.read_text(encoding="utf-8-sig")
    assert "2029-04,2029-06,48,計画の月より先" in text
