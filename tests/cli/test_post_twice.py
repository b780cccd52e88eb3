"""The same posting twice within moments: asked about, and planned twice only where it is meant."""

import json
from pathlib import Path

import pytest

from tests import make
from tests.cli.conftest import Talentpool

MONTH = make.months_ahead()[3]
POST = (
    *("post", "request", "--pool", "20", "--municipality", "佐久市", "--title", "窓口業務改革"),
    *("--pm-in-place", "--role", "engineer", "--hours", f"{MONTH}=16"),
)
TALENT = ("post", "talent", "--pool", "20", "--role", "pm", "--hours", f"{MONTH}=16")


def test_the_same_request_twice_is_refused_and_named(empty: Path, talentpool: Talentpool) -> None:
    first = json.loads(talentpool(*POST, "--json").out)["receipts"][0]["subject"]

    again = talentpool(*POST)

    assert again.code == 4
    assert first in again.err
    assert "--again" in again.err
    assert talentpool(*POST, "--again").code == 0


def test_json_says_it_with_a_code(empty: Path, talentpool: Talentpool) -> None:
    first = json.loads(talentpool(*TALENT, "--json").out)["receipts"][0]["subject"]

    again = talentpool(*TALENT, "--json")

    assert again.code == 4
    error = json.loads(again.out)["error"]
    assert (error["code"], error["subject"]) == ("posted_before", first)


def test_an_id_of_its_own_says_that_a_second_one_is_meant(
    empty: Path, talentpool: Talentpool
) -> None:
    assert talentpool(*POST, "--id", "R-A").code == 0
    assert talentpool(*POST, "--id", "R-B").code == 0


def test_two_amendments_in_a_row_are_both_kept_while_no_service_runs(
    empty: Path, talentpool: Talentpool
) -> None:
    talentpool(*POST, "--id", "R-A")

    first = talentpool("amend", "request", "R-A", "--pool", "20", "--set", "urgency=3")
    second = talentpool(
        "amend", "request", "R-A", "--pool", "20", "--set", "title=別の題", "--json"
    )

    assert (first.code, second.code) == (0, 0)
    assert json.loads(second.out)["receipts"][0]["revision"] == 3


def test_what_no_log_has_acknowledged_is_not_said_to_be_posted(
    empty: Path, talentpool: Talentpool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def killed(*_: object) -> None:
        raise ProcessLookupError

    with monkeypatch.context() as patch:
        patch.setattr("infra.embedded.EmbeddedLog.append", killed)
        patch.setattr("infra.store.store.SqlStore.give_up_claims", killed)
        with pytest.raises(ProcessLookupError):
            talentpool(*POST)
    monkeypatch.setattr("producers.acknowledged.PATIENCE", 0.1)

    at_once = talentpool(*POST)
    monkeypatch.setattr("infra.store.claims.GIVEN_UP", 0.0)
    later = talentpool(*POST)

    assert (at_once.code, later.code) == (2, 0)
    assert "何も書き込んでいません" in at_once.err
    assert "was posted" not in at_once.err
