"""What a decision answers: the state it leads to, and how it is taken back."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.stock import SERVED


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture
def match(talentpool: Talentpool, stocked: Path) -> Any:
    """The proposed match of the served line."""
    return json.loads(talentpool("show", "match", f"{SERVED}/1", "--json").out)["match_id"]


def test_a_receipt_says_the_state_that_the_decision_leads_to(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    accepted = talentpool("decide", "accept", match, "--by", "talent")
    pinned = talentpool("decide", "pin", match, "--lang", "en")
    cancelled = talentpool("decide", "cancel", match)

    assert "  ○提案中 → ◐人材承諾  " in accepted.out
    assert "fixed" in pinned.out
    assert "→ ×取消  " in cancelled.out


def test_work_ends_and_resumes_only_where_both_sides_have_agreed(
    talentpool: Talentpool, stocked: Path, match: str
) -> None:
    words = ("decide", "end", match, "--from", "2027-01")
    talentpool("decide", "accept", match, "--by", "talent")
    early = talentpool(*words)
    talentpool("decide", "accept", match, "--by", "municipality")
    done = talentpool(*words)
    resumed = json.loads(talentpool("decide", "resume", match, "--json").out)

    assert (early.code, early.out) == (2, "")
    for way in ("retract", "decline", "cancel"):
        assert f"talentpool decide {way} {match}" in early.err
    assert done.code == 0
    assert resumed["undo"] == [f"talentpool {' '.join(words)}"]
    assert talentpool(*shlex.split(resumed["undo"][0])[1:]).code == 0
