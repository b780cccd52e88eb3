"""What people agreed to, through the command line: joint requests, changed terms, removed lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock

POOL = ("--pool", "20")
NOW = (*POOL, "--wait")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def pool(talentpool: Talentpool, stocked: Path) -> Iterator[None]:
    """A running pool with one engineer, who has not been asked for anything yet."""
    with serving(stocked):
        talentpool("post", "talent", *("--id", "T-9", "--role", "engineer", "--hours", "40"), *NOW)
        yield


def _post(talentpool: Talentpool, id_: Any, *towns: Any) -> Any:
    where = [part for town in towns for part in ("--municipality", town)]
    words = ("--title", "窓口", "--pm-in-place", "--role", "engineer", "--hours", "2026-12=4")
    said = talentpool("post", "request", "--id", id_, *where, *words, *NOW)
    assert said.code == 0, said.err
    return _match(talentpool, f"{id_}/1")["match_id"]


def _match(talentpool: Talentpool, which: Any) -> Any:
    return json.loads(talentpool("show", "match", which, *POOL, "--json").out)


def _accept(talentpool: Talentpool, match: Any, *who: Any) -> Any:
    return talentpool("decide", "accept", match, "--by", *who, "--wait")


def test_a_joint_request_is_confirmed_when_each_municipality_has_answered(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市", "松本市")

    unnamed = _accept(talentpool, match, "municipality")
    _accept(talentpool, match, "talent")
    one = _accept(talentpool, match, "municipality", "--municipality", "佐久市")
    page = talentpool("show", "match", match, *POOL)
    twice = _accept(talentpool, match, "municipality", "--municipality", "佐久市")
    both = _accept(talentpool, match, "municipality", "--municipality", "松本市")

    assert (unnamed.code, "--municipality 佐久市" in unnamed.err) == (2, True)
    assert one.code == 0
    assert "--by municipality --municipality 202177" in one.out
    assert "人材：承諾・佐久市：承諾・松本市：未回答" in page.out
    assert "市区町村 1／2" in page.out
    assert (twice.code, "佐久市が承諾済み" in twice.err) == (2, True)
    assert "●双方承諾" in both.out


def test_a_decline_of_one_municipality_of_several_names_it(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市", "松本市")
    words = ("--by", "talent", "--reason", "this_municipality")

    unnamed = talentpool("decide", "decline", match, *words)
    said = talentpool("decide", "decline", match, *words, "--municipality", "佐久市", "--wait")

    assert (unnamed.code, "--municipality" in unnamed.err) == (2, True)
    assert said.code == 0
    assert "人材（佐久市）として「辞退する」" in said.out


def test_an_agreement_is_asked_again_when_the_request_moves_to_another_town(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市")
    _accept(talentpool, match, "talent")
    _accept(talentpool, match, "municipality")
    seen = _match(talentpool, match)["revision"]

    talentpool("amend", "request", "R-9", "--set", "municipalities=松本市", *NOW)

    after = _match(talentpool, match)
    page = talentpool("show", "match", match, *POOL)
    late = talentpool("decide", "accept", match, "--by", "talent", "--seen", str(seen))
    assert (after["state"], after["pinned"]) == ("proposed", False)
    assert "承諾の後で条件が変わりました（市区町村：佐久市 → 松本市）" in page.out
    assert f"talentpool decide accept {match} --by talent" in page.out
    assert (late.code, "見てから変わりました" in late.err) == (5, True)


def test_another_title_is_shown_and_leaves_the_agreement(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市")
    _accept(talentpool, match, "talent")
    _accept(talentpool, match, "municipality")

    talentpool("amend", "request", "R-9", "--set", "title=窓口の改革", *NOW)

    page = talentpool("show", "match", match, *POOL)
    assert "●双方承諾" in page.out
    assert "承諾したときから変わったこと：事業名：窓口 → 窓口の改革" in page.out


def test_an_agreement_that_a_fact_speaks_against_is_flagged_and_kept(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市")
    _accept(talentpool, match, "talent")
    _accept(talentpool, match, "municipality")
    fine = talentpool("doctor", "--only", "agreements")
    talent = _match(talentpool, match)["talent_id"]

    done = talentpool("amend", "talent", talent, "--set", "excluded=佐久市", *NOW)

    page = talentpool("show", "match", match, *POOL)
    plan = talentpool("show", "plan", *POOL)
    ill = talentpool("doctor", "--only", "agreements")
    told = talentpool("watch", "--past", "1", "--seconds", "0.2", *POOL)
    assert (fine.code, done.code, ill.code) == (0, 0, 1)
    assert "●双方承諾・要確認" in page.out
    assert "承諾と食い違う事実があります：市区町村が人材の除外先" in page.out
    assert f"talentpool decide retract {match} --by talent" in page.out
    assert "確認が必要な承諾" in plan.out
    assert f"talentpool show match {match}" in plan.out
    assert match in ill.out
    assert "承諾と食い違う事実がある：市区町村が人材の除外先" in told.out


def test_a_removed_line_ends_its_match(talentpool: Talentpool, pool: None) -> None:
    words = ("--municipality", "佐久市", "--title", "窓口", "--pm-in-place")
    lines = ("--line", "engineer 2026-12 4h", "--line", "engineer 2027-01 4h")
    talentpool("post", "request", "--id", "R-9", *words, *lines, *NOW)
    match = _match(talentpool, "R-9/2")["match_id"]
    _accept(talentpool, match, "talent")

    talentpool("amend", "request", "R-9", "--remove-line", "2", *NOW)

    page = talentpool("show", "match", match, *POOL)
    assert "−取下げ" in page.out
    assert "要請枠がなくなった" in page.out


def test_a_line_that_is_added_later_has_a_number_of_its_own_and_no_declines(
    talentpool: Talentpool, pool: None
) -> None:
    words = ("--municipality", "佐久市", "--title", "窓口", "--pm-in-place")
    lines = ("--line", "engineer 2026-12 4h", "--line", "engineer 2027-01 4h")
    talentpool("post", "request", "--id", "R-9", *words, *lines, *NOW)
    match = _match(talentpool, "R-9/2")
    answer = ("--by", "talent", "--reason", "this_line")
    talentpool("decide", "decline", match["match_id"], *answer, "--wait")

    talentpool("amend", "request", "R-9", "--remove-line", "2", *NOW)
    added = talentpool("amend", "request", "R-9", "--add-line", "engineer 2027-01 4h", *NOW)
    again = json.dumps([{"line": 2, "role": "pm", "hours": {"2027-02": 4}}])
    taken = talentpool("amend", "request", "R-9", "--set", f"lines={again}", *NOW)

    document = json.loads(talentpool("show", "request", "R-9", *POOL, "--json").out)
    assert added.code == 0
    assert [line["line"] for line in document["lines"]] == [1, 3]
    assert document["unmet"] == []
    assert (taken.code, "3 以降" in taken.err or "4 以降" in taken.err) == (2, True)


def test_a_line_added_where_another_is_removed_is_another_line(
    talentpool: Talentpool, pool: None
) -> None:
    words = ("--municipality", "佐久市", "--title", "窓口", "--pm-in-place")
    lines = ("--line", "engineer 2026-12 4h", "--line", "engineer 2027-01 4h")
    talentpool("post", "request", "--id", "R-9", *words, *lines, *NOW)
    match = _match(talentpool, "R-9/2")["match_id"]
    _accept(talentpool, match, "talent")

    change = ("--remove-line", "2", "--add-line", "engineer 2027-01 4h")
    talentpool("amend", "request", "R-9", *change, *NOW)

    document = json.loads(talentpool("show", "request", "R-9", *POOL, "--json").out)
    assert [line["line"] for line in document["lines"]] == [1, 3]
    assert _match(talentpool, match)["reason"] == "line_removed"


def test_terms_that_came_back_are_not_told_as_other_hours(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市")
    _accept(talentpool, match, "talent")

    talentpool("amend", "request", "R-9", "--set", "nature=project", *NOW)
    talentpool("amend", "request", "R-9", "--set", "nature=continuous", *NOW)

    page = talentpool("show", "match", match, *POOL).out
    assert "承諾したときと同じに戻りました" in page
    assert "変わりました（時間）" not in page


def test_an_ended_match_is_not_explained_by_the_new_one_of_its_pair(
    talentpool: Talentpool, pool: None
) -> None:
    match = _post(talentpool, "R-9", "佐久市")
    talentpool("withdraw", "request", "R-9", *NOW)
    talentpool("amend", "request", "R-9", "--set", "status=open", *NOW)

    ended = talentpool("show", "match", match, *POOL).out
    new = talentpool("show", "match", "R-9/1", *POOL).out

    assert "−取下げ" in ended
    assert "担当は" not in ended
    assert "担当は" in new
