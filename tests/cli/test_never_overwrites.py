"""No command writes over a file in silence, and what it cannot write it says in one sentence."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Talentpool
from tests.cli.serving import stop_the_clock
from tests.cli.test_sheets import PERSON, WINDOW, sheet

__all__ = ["sheet"]

PROBLEM = str(Path(__file__).parents[2] / "docs" / "examples" / "problem.json")
WRITING = {
    "template": ("template", "requests", "FILE.xlsx", "--pool", "20"),
    "plan of the pool": ("export", "FILE.xlsx", "--pool", "20"),
    "sheet of requests": ("export", "FILE.xlsx", "--what", "requests", "--pool", "20"),
    "plan of two sheets": (
        "plan",
        "requests.xlsx",
        "talents.xlsx",
        "FILE.xlsx",
        "--seconds",
        "0.2",
    ),
    "solved problem": ("solve", PROBLEM, "--out", "FILE.xlsx", "--seconds", "0.2"),
    "backup": ("backup", "FILE.xlsx"),
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)


@pytest.fixture(params=WRITING)
def command(request: pytest.FixtureRequest, stocked: Path, sheet: Any) -> Any:
    """A command that writes FILE, where all it reads is there."""
    sheet("requests", WINDOW)
    sheet("talents", PERSON)

    def words(file: Any) -> Any:
        return [word.replace("FILE.xlsx", str(file)) for word in WRITING[request.param]]

    return words


def test_a_file_that_is_there_stays_unless_force_is_given(
    talentpool: Talentpool, stocked: Path, command: Callable[..., Any]
) -> None:
    file = stocked / "mine.xlsx"
    file.write_bytes(b"mine")

    said = talentpool(*command("mine.xlsx"))

    assert said.code != 0
    assert "--force" in said.err
    assert file.read_bytes() == b"mine"
    assert talentpool(*command("mine.xlsx"), "--force").code == 0
    assert file.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("file", "why"), [("none/x.xlsx", "フォルダー"), ("a.xlsx", "フォルダーです")]
)
def test_what_cannot_be_written_is_one_sentence_without_a_traceback(
    talentpool: Talentpool, stocked: Path, command: Callable[..., Any], file: str, why: str
) -> None:
    (stocked / "a.xlsx").mkdir()

    said = talentpool(*command(file), "--force")

    assert said.code != 0
    assert why in said.err
    assert file in said.err
    assert "Traceback" not in said.err
    assert not (stocked / "none").exists()


@pytest.mark.parametrize("path", ["requests.xlsx", "./var/../talents.xlsx", "link.xlsx"])
def test_plan_never_writes_over_what_it_reads(
    talentpool: Talentpool, stocked: Path, sheet: Callable[..., Any], path: str
) -> None:
    asked, known = sheet("requests", WINDOW), sheet("talents", PERSON)
    (stocked / "link.xlsx").symlink_to("requests.xlsx")
    before = (stocked / asked).read_bytes(), (stocked / known).read_bytes()

    said = talentpool("plan", asked, known, path, "--force")

    assert said.code != 0
    assert "読み込むファイル" in said.err
    assert ((stocked / asked).read_bytes(), (stocked / known).read_bytes()) == before


def test_solve_never_writes_over_its_problem(talentpool: Talentpool, empty: Path) -> None:
    problem = empty / "problem.json"
    problem.write_bytes(Path(PROBLEM).read_bytes())

    said = talentpool("solve", "problem.json", "--out", "./problem.json", "--force")

    assert said.code != 0
    assert json.loads(problem.read_bytes())


def test_csv_files_that_are_there_stay_unless_force_is_given(
    talentpool: Talentpool, stocked: Path
) -> None:
    words = ("export", "csv", "--csv", "--pool", "20")
    assert talentpool(*words).code == 0
    files = sorted((stocked / "csv").iterdir())
    files[-1].write_bytes(b"mine")
    files[0].unlink()

    said = talentpool(*words)

    assert said.code != 0
    assert "--force" in said.err
    assert files[-1].read_bytes() == b"mine"
    assert not files[0].exists()
    assert talentpool(*words, "--force").code == 0


def test_a_folder_of_csv_files_that_cannot_be_made_is_said(
    talentpool: Talentpool, stocked: Path
) -> None:
    (stocked / "csv").write_bytes(b"a file")

    said = talentpool("export", "csv", "--csv", "--pool", "20")

    assert said.code != 0
    assert "csv に書き込めません" in said.err
    assert "Traceback" not in said.err


def test_a_backup_never_takes_the_place_of_a_device_or_a_pipe(
    talentpool: Talentpool, stocked: Path
) -> None:
    os.mkfifo("pipe.db")

    said = talentpool("backup", "pipe.db", "--force")

    assert said.code != 0
    assert "普通のファイルではありません" in said.err
    assert stat.S_ISFIFO(os.stat("pipe.db").st_mode)
