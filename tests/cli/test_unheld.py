"""A skill that nobody in the pool holds is asked about at every way in, and refused at none."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.stock import SERVED
from tests.known import known

POOL = ("--pool", "20")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _posted(talentpool: Talentpool, skill: Any) -> Any:
    words = ("--municipality", "佐久市", "--title", "窓口", "--role", "engineer", "--hours", "8")
    return talentpool("post", "request", *words, "--skill", skill)


def test_a_posting_names_the_skill_that_may_be_meant(talentpool: Talentpool, stocked: Path) -> None:
    said = _posted(talentpool, "業務改確:3")

    assert said.code == 0
    assert "△ スキル「業務改確」を持つ人材がプールにいません。もしかして：業務改革。" in said.out


@pytest.mark.parametrize("skill", ["業務改革:3", "業務 改革:3", "業務改革：３", "なし"])
def test_a_skill_that_somebody_holds_is_not_asked_about(
    talentpool: Talentpool, stocked: Path, skill: str
) -> None:
    said = _posted(talentpool, skill)

    assert said.code == 0
    assert "を持つ人材" not in said.out


def test_an_amendment_asks_about_what_it_brings_in_alone(
    talentpool: Talentpool, stocked: Path
) -> None:
    first = talentpool("amend", "request", SERVED, *POOL, "--set", "1.skills=料理:2", "--dry-run")
    talentpool("amend", "request", SERVED, *POOL, "--set", "1.skills=料理:2")

    assert first.code == 0
    assert "「料理」" in first.out


def test_a_sheet_is_asked_about_each_skill_once(talentpool: Talentpool, stocked: Path) -> None:
    book = openpyxl.Workbook()
    page = known(book.active)
    page.append(["要請ID", "市区町村", "事業名", "役割", "必要なスキル", "2026-12"])
    page.append(["R-1", "佐久市", "窓口", "PM", "料理:2、業務改革", 8])
    page.append(["R-2", "佐久市", "窓口", "PM", "料 理:1", 8])
    book.save("in.xlsx")

    said = talentpool("import", "in.xlsx", *POOL, "--dry-run", "--json")

    notes = json.loads(said.out)["notes"]
    assert said.code == 0
    assert len([note for note in notes if "「料理」" in note]) == 1
    assert not [note for note in notes if "料 理" in note]
