"""`show`: pages for people, JSON for programs, and what to do where nothing is there."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.stock import NAME, SERVED, TALENT, UNMET

PAGES = (
    ("plan",),
    ("plan", "--ids"),
    ("plan", "--pool", "20", "--month", "2026-12"),
    ("unmet",),
    ("pools",),
    ("request", SERVED),
    ("talent", TALENT),
    ("match", f"{SERVED}/1"),
)


def test_the_plan_says_who_works_for_whom_in_which_month(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("show", "plan", "--pool", "20")

    assert said.code == 0
    assert "配置計画　20 長野県" in said.out
    assert "令和8年度（2026年度）" in said.out
    heading, row = next(
        pair
        for pair in zip(said.out.splitlines(), said.out.splitlines()[1:], strict=False)
        if SERVED in pair[0]
    )
    assert "佐久市" in heading
    assert "窓口業務改革（見本）" in heading
    assert row.split() == ["エンジニア・SD", TALENT, "○提案中", "46.5", *["7.75"] * 6]


def test_the_plan_lists_the_ids_that_decide_takes_where_they_are_asked_for(
    stocked: Path, talentpool: Talentpool
) -> None:
    match = json.loads(talentpool("show", "match", f"{SERVED}/1", "--json").out)["match_id"]
    said = talentpool("show", "plan", "--pool", "20", "--ids")
    plain = talentpool("show", "plan", "--pool", "20")
    help_ = talentpool("decide", "accept", "--help")

    assert [line.strip() for line in said.out.splitlines()].count(match) == 1
    assert match not in plain.out
    assert "show plan --ids" in " ".join(help_.out.split())


def test_the_plan_says_what_is_unmet_why_and_what_would_be_enough(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("show", "plan", "--pool", "20")

    assert "充足／要請" in said.out
    assert "検算済み" in said.out
    assert f"△ {UNMET}/1" in said.out
    assert "足りるには：" in said.out


def test_a_month_alone_shows_the_hours_of_that_month(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "plan", "--pool", "20", "--month", "R8.12", "--json")

    [pool] = json.loads(said.out)["pools"]
    assert [a["hours"] for a in pool["assignments"]] == [{"2026-12": 7.75}]


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words[:2]))
def test_every_line_fits_a_terminal_of_100_columns_or_reaches_a_pipe_whole(
    stocked: Path, talentpool: Talentpool, words: tuple[str, ...]
) -> None:
    said = talentpool("show", *words)

    assert said.code == 0
    assert said.out.strip()
    assert "…" not in said.out


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words[:2]))
def test_json_is_one_document_and_the_same_each_time(
    stocked: Path, talentpool: Talentpool, words: tuple[str, ...]
) -> None:
    first, second = (talentpool("show", *words, "--json") for _ in range(2))

    assert json.loads(first.out)
    assert first.out == second.out
    assert first.err == ""


def test_hours_in_json_are_decimals_of_hours(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "plan", "--pool", "20", "--json")

    [pool] = json.loads(said.out)["pools"]
    assert (pool["served_hours"], pool["asked_hours"]) == (46.5, 766.5)
    assert pool["assignments"][0]["hours"]["2026-11"] == 7.75
    assert pool["assignments"][0]["state"] == "proposed"


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words[:2]))
def test_nobody_is_named_unless_asked(
    stocked: Path, talentpool: Talentpool, words: tuple[str, ...]
) -> None:
    for form in ((), ("--json",), ("--lang", "en")):
        said = talentpool("show", *words, *form)

        assert NAME not in said.out + said.err
        assert "hanako@" not in said.out + said.err


def test_a_talent_is_named_where_it_is_asked_for(stocked: Path, talentpool: Talentpool) -> None:
    assert NAME in talentpool("show", "talent", TALENT, "--name").out
    document = json.loads(talentpool("show", "talent", TALENT, "--name", "--json").out)
    assert document["person"]["name"] == NAME


def test_a_match_is_found_by_its_id_and_by_its_demand_line(
    stocked: Path, talentpool: Talentpool
) -> None:
    by_line = json.loads(talentpool("show", "match", f"{SERVED}/1", "--json").out)
    by_id = json.loads(talentpool("show", "match", by_line["match_id"], "--json").out)

    assert by_line == by_id
    assert by_line["why"][0]["text"].startswith("担当は ")


def test_a_pool_without_assignments_says_so(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "plan", "--pool", "15")

    assert said.code == 0
    assert "割当はありません" in said.out
    assert "未充足はありません" in said.out


def test_english_pages_have_no_japanese_words_of_ours(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("show", "plan", "--pool", "20", "--lang", "en")

    assert "served/asked 46.5/766.5 h" in said.out
    assert "Enough: " in said.out
    assert "割当" not in said.out
    assert "足りるには" not in said.out


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words[:2]))
def test_an_empty_store_says_what_to_do_next(
    talentpool: Talentpool, words: tuple[str, ...]
) -> None:
    said = talentpool("show", *words)

    assert said.code == 1
    assert said.out == ""
    assert "talentpool demo" in said.err


@pytest.mark.parametrize("what", ["request", "talent", "match"])
def test_an_unknown_id_says_where_the_ids_are(
    stocked: Path, talentpool: Talentpool, what: str
) -> None:
    said = talentpool("show", what, "NOBODY")

    assert said.code == 1
    assert "NOBODY" in said.err
    assert "talentpool show plan" in said.err


def test_a_pool_that_does_not_exist_is_a_mistake(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "plan", "--pool", "99")

    assert said.code == 2
    assert "99" in said.err


def test_a_month_that_is_none_is_a_mistake(stocked: Path, talentpool: Talentpool) -> None:
    said = talentpool("show", "plan", "--month", "13月")

    assert said.code == 2
    assert "13月" in said.err
