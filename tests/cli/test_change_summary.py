"""What a change moved, and because of what: after `--wait`, and while one watches."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock

POST = ("post", "request", "--pool", "20", "--municipality", "202177", "--title", "窓口業務改革")
SMALL = ("--pm-in-place", "--role", "engineer", "--hours", "2027-03=16", "--wait")


def test_waiting_tells_how_many_assignments_moved_and_why(
    stocked: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_the_clock(monkeypatch)

    with serving(stocked):
        ja = talentpool(*POST, "--id", "R-JA", *SMALL)
        en = talentpool(*POST, "--id", "R-EN", *SMALL, "--lang", "en")

    assert "2件中1件の割当が変わりました（新規1件）：支援要請R-JAの登録のため。" in ja.out
    assert "1 of 3 assignments changed (1 new), because request R-EN came in." in en.out


def test_as_json_it_is_data_and_a_sentence_in_the_language_asked_for(
    stocked: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_the_clock(monkeypatch)

    with serving(stocked):
        said = talentpool(*POST, "--id", "R-NEW", *SMALL, "--json", "--lang", "en")

    [plan] = json.loads(said.out)["arrival"]["plans"]
    assert (plan["changed"], plan["assignments"]) == (1, 2)
    assert plan["because"] == [{"kind": "request_posted", "ids": ["R-NEW"], "count": 1}]
    assert plan["kinds"] == {"new": 1}
    assert plan["summary"] == ("1 of 2 assignments changed (1 new), because request R-NEW came in.")


def test_who_watches_sees_what_a_plan_changed_as_a_whole(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("watch", "--past", "50", "--count", "1", "--seconds", "20")

    [line] = [line for line in said.err.splitlines() if line.startswith("―")]
    assert "1件中1件の割当が変わりました：支援要請R-MATSUMOTO、R-SAKUの登録" in line
    assert len(said.out.splitlines()) == 1
