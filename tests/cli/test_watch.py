"""`watch`: match events in the terminal and as JSON lines, filtered, and ended cleanly."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from signal import Signals

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.stock import NAME, SERVED, TALENT, UNMET

ROOT = Path(__file__).parents[2]


def test_past_events_are_shown_with_place_person_and_hours(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("watch", "--past", "50", "--count", "1", "--seconds", "20")

    [line] = said.out.splitlines()
    assert said.code == 0
    for part in ("○提案中", f"{SERVED}/1", "佐久市", TALENT, "46.5時間", "2026-11–2027-04"):
        assert part in line
    assert NAME not in said.out


def test_json_lines_carry_ids_hours_and_the_correlation(
    stocked: Path, talentpool: Talentpool
) -> None:
    said = talentpool("watch", "--past", "50", "--count", "1", "--seconds", "20", "--json")

    [line] = said.out.splitlines()
    event = json.loads(line)
    assert event["request_id"] == SERVED
    assert event["total_hours"] == 46.5
    assert event["hours"]["2026-11"] == 7.75
    assert event["correlation_id"] != event["event_id"]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        (("--kind", "proposed"), 1),
        (("--kind", "planned"), 1),
        (("--kind", "declined", "--kind", "planned"), 1),
        (("--kind", "declined"), 0),
        (("--pool", "20"), 1),
        (("--pool", "15"), 0),
        (("--id", SERVED), 1),
        (("--id", f"{SERVED}/1"), 1),
        (("--id", TALENT), 1),
        (("--id", UNMET), 0),
        (("--id", UNMET, "--id", SERVED), 1),
        (("--id", SERVED, "--kind", "declined"), 0),
    ],
)
def test_filters_let_through_what_they_name(
    stocked: Path, talentpool: Talentpool, words: tuple[str, ...], seen: int
) -> None:
    # So much time to find one; a second to find none.
    patience = "20" if seen else "1"
    said = talentpool("watch", "--past", "50", "--count", "1", "--seconds", patience, *words)

    assert len(said.out.splitlines()) == seen
    assert said.code == (0 if seen else 1)


def test_an_unknown_kind_lists_those_there_are(talentpool: Talentpool) -> None:
    said = talentpool("watch", "--kind", "profosed")

    assert said.code == 2
    assert "proposed" in said.err


def test_seconds_end_it_where_nothing_happens(talentpool: Talentpool) -> None:
    said = talentpool("watch", "--seconds", "0.2")

    assert said.code == 0
    assert said.out == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_on_a_signal(stocked: Path, number: Signals) -> None:
    watching = subprocess.Popen(
        [sys.executable, "-m", "service", "watch", "--past", "50", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=stocked,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    # Kills what hangs, so that the reads below end.
    guard = threading.Timer(60, watching.kill)
    guard.start()
    try:
        assert watching.stdout
        assert json.loads(watching.stdout.readline())["request_id"] == SERVED
        began = time.monotonic()
        watching.send_signal(number)
        out, err = watching.communicate(timeout=30)
    finally:
        guard.cancel()
        watching.kill()

    assert watching.returncode == 0
    assert out == ""
    assert "Traceback" not in err
    assert time.monotonic() - began < 10
