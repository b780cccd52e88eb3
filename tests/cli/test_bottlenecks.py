"""`show bottlenecks`: what to hire, for people and as JSON."""

import json
import re
from pathlib import Path

from tests.cli.conftest import Talentpool


def test_the_list_names_role_hours_months_and_places(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "bottlenecks", "--pool", "20")

    assert said.code == 0
    assert "20 長野県（見本）" in said.out
    assert re.search(
        r"1\. エンジニアがあと720時間（2026年11月〜2027年4月）あれば、あと1市区町村に届きます",
        said.out,
    )
    assert "松本市" in said.out


def test_json_is_one_document_and_the_same_each_time(stocked: Path, talentpool: Talentpool) -> None:
    first, second = (talentpool("show", "bottlenecks", "--json") for _ in range(2))

    pools = {pool["pool_id"]: pool for pool in json.loads(first.out)["pools"]}
    [entry] = pools["20"]["bottlenecks"]
    assert (entry["role"], entry["served"], entry["missing"]) == ("engineer", 720, 720)
    assert entry["hours"]["2026-12"] == 120
    assert entry["places"] == ["松本市"]
    assert entry["text"].startswith("エンジニア")
    assert pools["15"]["bottlenecks"] == []
    assert first.out == second.out
    assert first.err == ""


def test_a_pool_that_lacks_nobody_says_so(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "bottlenecks", "--pool", "15")

    assert said.code == 0
    assert "show unmet" in said.out


def test_english_pages_have_no_japanese_words_of_ours(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("show", "bottlenecks", "--pool", "20", "--lang", "en")

    assert "720 h more engineer from 2026-11 to 2027-04 would reach 1 more municipality" in said.out
    assert not re.search(r"[ぁ-ん]", said.out)


def test_an_empty_store_says_what_to_do_next(talentpool: Talentpool) -> None:
    said = talentpool("show", "bottlenecks")

    assert said.code == 1
    assert "talentpool demo" in said.err


def test_a_pool_that_does_not_exist_is_a_mistake(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "bottlenecks", "--pool", "99")

    assert said.code == 2
    assert "99" in said.err


def test_help_has_an_example(talentpool: Talentpool) -> None:
    assert (
        "Example: talentpool show bottlenecks --pool 20"
        in talentpool("show", "bottlenecks", "--help").out
    )
