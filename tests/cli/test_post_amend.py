"""`amend` and `withdraw`: before and after, nothing by mistake, and the way back."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.edits import edited
from models.errors import Mistake
from models.hours import decimal
from service.cli.post import edit_options
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock
from tests.cli.stock import NAME, SERVED, TALENT, UNMET

POOL = ("--pool", "20")


class Places:
    """Codes as they are."""

    def find(self, text: Any, *, pool_id: Any = None) -> Any:
        return [text] if text.isdecimal() else []

    def suggest(self, text: Any, *, pool_id: Any = None) -> Any:
        return []


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def _shown(talentpool: Talentpool, kind: Any, id_: Any) -> Any:
    return json.loads(talentpool("show", kind, id_, *POOL, "--json").out)


def test_an_amendment_shows_before_and_after_and_reaches_the_plan(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        said = talentpool(
            *("amend", "request", SERVED, *POOL, "--set", "urgency=1"),
            *("--hours", "2026-12=4", "--set", "1.people=2", "--wait"),
        )
        after = _shown(talentpool, "request", SERVED)

    assert said.code == 0
    assert "緊急度：至急 → 普通" in said.out
    assert "要請枠1・時間・2026年12月：7.75 → 4" in said.out
    assert "要請枠1・人数：1 → 2" in said.out
    assert f"要請枠 {SERVED}/1　充足／要請 42.75／42.75時間" in said.out
    assert (after["urgency"], after["revision"], after["lines"][0]["people"]) == (1, 2, 2)
    assert after["lines"][0]["hours"]["2026-12"] == 4


def test_the_command_that_undoes_an_amendment_brings_everything_back(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        before = _shown(talentpool, "request", SERVED)
        done = talentpool(
            *("amend", "request", SERVED, *POOL, "--set", "title=別の件名", "--wait", "--json"),
            *("--set", "theme=窓口", "--add-hours", "2026-12=8", "--add-line", "pm 2026-12 4h"),
            *("--set", "municipalities=佐久市,松本市", "--set", "pm_in_place=いいえ"),
        )
        [undo] = json.loads(done.out)["undo"]
        undone = talentpool(*shlex.split(undo)[1:], "--wait")
        after = _shown(talentpool, "request", SERVED)

    assert (done.code, undone.code) == (0, 0)
    assert after["revision"] == 3
    unlike = {"revision", "matches", "unmet", "why", "changed_version"}
    assert {k: v for k, v in after.items() if k not in unlike} == {
        k: v for k, v in before.items() if k not in unlike
    }


def test_a_dry_run_writes_nothing(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("amend", "request", SERVED, *POOL, "--set", "urgency=1", "--dry-run")

    assert said.code == 0
    assert "まだ書き込んでいません" in said.out
    assert "緊急度：至急 → 普通" in said.out
    assert _shown(talentpool, "request", SERVED)["revision"] == 1


def test_an_amendment_that_changes_nothing_is_not_stated(
    talentpool: Talentpool, stocked: Path
) -> None:
    said = talentpool("amend", "request", SERVED, *POOL, "--set", "urgency=3", "--json")

    document = json.loads(said.out)
    assert (document["receipts"], document["changed"], document["undo"]) == ([], [], [])


def test_the_hours_of_a_talent_change_month_by_month(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        said = talentpool(
            *("amend", "talent", TALENT, *POOL, "--hours", "2026-12..2027-01=8"),
            *("--add-hours", "2027-01=-2", "--set", "excluded=松本市", "--wait", "--json"),
        )
        after = _shown(talentpool, "talent", TALENT)

    assert said.code == 0
    assert (after["capacity"]["2026-12"], after["capacity"]["2027-01"]) == (8, 6)
    assert after["excluded"] == [make.MATSUMOTO]


def test_a_name_changes_in_the_people_table_alone(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("amend", "talent", TALENT, *POOL, "--name", "金糸雀", "--json")

    shown = talentpool("show", "talent", TALENT, *POOL, "--name").out
    assert said.code == 0
    assert json.loads(said.out)["receipts"] == []
    assert "金糸雀" not in said.out + said.err
    assert "金糸雀" in shown
    assert NAME not in shown


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("request", SERVED, "--set", "urgncy=3"), "urgency"),
        (("request", SERVED, "--set", "urgency"), "項目=値"),
        (("request", SERVED, "--set", "urgency=9"), "3（至急）"),
        (("request", SERVED, "--set", "pool_id=15"), "変えられません"),
        (("request", SERVED, "--set", "revision=9"), "変えられません"),
        (("request", SERVED, "--set", "2.people=3"), "あるのは 1"),
        (("request", SERVED, "--set", "lines=[{"), "JSON"),
        (("request", SERVED, "--set", "nature=work"), "project"),
        (("request", SERVED, "--set", "municipalities=新潟市"), "新潟市"),
        (("request", SERVED, "--hours", "24"), "2026-12=24"),
        (("request", SERVED, "--hours", "3:2026-12=24"), "要請枠 3"),
        (("request", SERVED, "--add-hours", "2026-12=-99"), "減らせません"),
        (("request", SERVED, "--remove-line", "1"), "要請枠"),
        (("request", "R-NONE", "--set", "urgency=3"), "R-NONE"),
        (("talent", TALENT, "--set", "roles="), "役割"),
        (("talent", TALENT, "--hours", "1:2026-12=8"), "要請枠はありません"),
        (("talent", TALENT, "--set", "base=どこか"), "どこか"),
        (("talent", TALENT, "--set", "remote=maybe"), "yes"),
    ],
)
def test_a_wrong_amendment_is_refused_with_what_to_write(
    talentpool: Talentpool, stocked: Path, words: tuple[str, ...], hint: str
) -> None:
    said = talentpool("amend", *words, *POOL)

    assert (said.code, said.out) == (2, "")
    assert hint in said.err


def test_which_of_two_pools_is_meant_is_asked(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("amend", "request", SERVED, "--set", "urgency=1")

    assert said.code == 2
    assert "15、20" in said.err


def test_a_withdrawn_request_frees_its_hours_and_can_come_back(
    talentpool: Talentpool, stocked: Path
) -> None:
    with serving(stocked):
        done = talentpool("withdraw", "request", SERVED, UNMET, *POOL, "--wait", "--json")
        gone = _shown(talentpool, "request", SERVED)
        undo = json.loads(done.out)["undo"]
        for command in undo:
            talentpool(*shlex.split(command)[1:], "--wait")
        back = _shown(talentpool, "request", SERVED)

    assert (done.code, len(undo)) == (0, 2)
    assert (gone["status"], back["status"]) == ("withdrawn", "open")
    assert {m["state"] for m in gone["matches"]} <= {"withdrawn", "cancelled"}


def test_a_talent_who_leaves_leaves_nothing_served(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        said = talentpool("withdraw", "talent", TALENT, *POOL, "--wait")
        again = talentpool("withdraw", "talent", TALENT, *POOL)
        request = _shown(talentpool, "request", SERVED)

    assert (said.code, again.code) == (0, 2)
    assert "離任" in said.out
    assert {m["state"] for m in request["matches"]} <= {"withdrawn", "cancelled"}
    assert request["unmet"]


def test_withdrawing_is_all_or_none(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("withdraw", "request", SERVED, "R-NONE", *POOL)

    assert said.code == 2
    assert _shown(talentpool, "request", SERVED)["revision"] == 1


@given(st.integers(0, 400), st.integers(0, 400))
def test_hours_added_and_taken_away_are_where_they_were(standing: Any, more: Any) -> None:
    talent = make.talent(capacity={make.FIRST: standing} if standing else {})
    plus = edit_options.set_hours(f"{make.FIRST}={decimal(more)}", add=True)
    minus = edit_options.set_hours(f"{make.FIRST}=-{decimal(more)}", add=True)

    assert edited(talent, [plus]).capacity.get(make.FIRST, 0) == standing + more
    assert edited(talent, [plus, minus]) == talent
    if more > standing:
        with pytest.raises(Mistake):
            edited(talent, [minus])
