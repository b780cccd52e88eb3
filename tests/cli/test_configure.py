"""`configure`: a pool's settings, shown, set and set back."""

import json
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import serving, stop_the_clock

POOL = ("--pool", "20")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


def test_settings_are_shown_in_words_and_as_json(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("configure", *POOL)
    document = json.loads(talentpool("configure", *POOL, "--json").out)

    assert said.code == 0
    assert "すぐに提案する: はい" in said.out
    assert "1か月の最小時間: 4時間" in said.out
    assert (document["settings"]["block"], document["receipts"]) == (4, [])


def test_settings_change_alone_and_go_back(talentpool: Talentpool, stocked: Path) -> None:
    with serving(stocked):
        done = talentpool(
            *("configure", *POOL, "--hold-drafts", "--block", "2:30", "--horizon", "6"),
            *("--weight", "coverage=80", "--wait", "--json"),
        )
        document = json.loads(done.out)
        back = talentpool(*shlex.split(document["undo"][0])[1:], "--wait", "--json")

    assert (done.code, back.code) == (0, 0)
    assert document["settings"]["block"] == 2.5
    assert document["settings"]["weights"] == document["before"]["weights"] | {"coverage": 80}
    assert json.loads(back.out)["settings"] == document["before"]


def test_a_dry_run_of_settings_writes_nothing(talentpool: Talentpool, stocked: Path) -> None:
    said = talentpool("configure", *POOL, "--block", "8", "--dry-run")

    assert "4時間 → 8時間" in said.out
    assert "まだ書き込んでいません" in said.out
    assert json.loads(talentpool("configure", *POOL, "--json").out)["settings"]["block"] == 4


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--block", "x"), "7.75"),
        (("--horizon", "99"), "24 以下"),
        (("--weight", "covrage=1"), "coverage"),
        (("--weight", "coverage=x"), "coverage"),
    ],
)
def test_wrong_settings_are_refused(
    talentpool: Talentpool, stocked: Path, words: Sequence[str], hint: str
) -> None:
    said = talentpool("configure", *POOL, *words)

    assert (said.code, said.out) == (2, "")
    assert hint in said.err


def test_help_of_configure_has_an_example(talentpool: Talentpool) -> None:
    assert "Example: talentpool configure " in talentpool("configure", "--help").out
