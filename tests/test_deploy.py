"""The systemd unit names real commands and settings, and does what the manual says."""

import re
import shlex
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from infra.settings import Settings
from service.cli.frame.root import root
from service.docs.pages import ROOT
from service.exit_codes import STUCK

UNIT = ROOT / "deploy/talentpool.service"
OPERATIONS = (ROOT / "docs/operations.md").read_text()
#: Keys of systemd 254, which an older one says that it leaves out.
NEWER = {"RestartSteps", "RestartMaxDelaySec"}


def told() -> dict[str, list[str]]:
    """What each key of the unit says, in order."""
    found = defaultdict(list)
    for line in UNIT.read_text().splitlines():
        if line and not line.startswith(("#", "[")):
            key, _, text = line.partition("=")
            found[key].append(text)
    return found


def variables() -> dict[str, str]:
    pairs = [pair for text in told()["Environment"] for pair in shlex.split(text)]
    return dict(pair.split("=", 1) for pair in pairs)


def test_it_runs_a_command_that_there_is() -> None:
    [start] = told()["ExecStart"]
    program, command = shlex.split(start)

    assert Path(program).name == "talentpool"
    assert command in root().commands


def test_its_variables_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {name: text for name, text in variables().items() if name.startswith("TALENTPOOL_")}
    for name, text in given.items():
        monkeypatch.setenv(name, text)

    assert set(given) <= {f"TALENTPOOL_{name.upper()}" for name in Settings.model_fields}
    assert Settings().log_format == "json"


def test_it_is_started_again_after_a_fault_and_not_after_a_mistake() -> None:
    unit = told()

    assert unit["Restart"] == ["on-failure"]
    assert unit["RestartPreventExitStatus"] == ["2"]
    assert float(unit["RestartSec"][0]) > 0
    assert unit["StartLimitIntervalSec"] == ["0"]  # it is never given up
    assert f"| {STUCK} |" in OPERATIONS


def test_what_it_writes_is_for_nobody_else() -> None:
    unit = told()

    assert unit["UMask"] == ["0077"]
    assert unit["StateDirectoryMode"] == unit["CacheDirectoryMode"] == ["0700"]
    assert unit["User"] == ["talentpool"]
    assert unit["NoNewPrivileges"] == unit["ProtectHome"] == ["yes"]
    assert unit["ProtectSystem"] == ["strict"]


def test_it_has_time_to_finish_what_is_in_hand() -> None:
    from infra.kafka.log import GRACE_SECONDS

    assert float(told()["TimeoutStopSec"][0]) > 2 * GRACE_SECONDS


def test_the_manual_shows_where_it_is() -> None:
    assert "deploy/talentpool.service" in OPERATIONS


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
def test_systemd_reads_it(tmp_path: Path) -> None:
    # The program and its folder are those of a machine where it is installed.
    text = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", UNIT.read_text())
    text = re.sub(r"WorkingDirectory=\S+", "WorkingDirectory=/", text)
    copy = tmp_path / "talentpool.service"
    copy.write_text(text)

    done = subprocess.run(
        ["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False
    )

    about_us = [line for line in done.stderr.splitlines() if str(copy) in line]
    assert [line for line in about_us if not any(key in line for key in NEWER)] == []
