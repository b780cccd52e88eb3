"""The README's tour works as written, beside a running demo."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.processes import Running, called

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def tour() -> list[list[str]]:
    """The words of each talentpool command in the tour, without the program."""
    section = README.partition("## Five minutes")[2].partition("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, flags=re.DOTALL)
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines()]


def test_every_command_of_the_tour_works(
    copied: Callable[[Path], dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = copied(tmp_path) | {"PYTHONPATH": str(ROOT)}
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    running = Running("demo", env=env)
    try:
        running.wait_for("Ctrl-C")
        for words in tour():
            done = called(*words, env=env)
            assert done.returncode == 0, f"{words}: {done.stdout[-800:]}{done.stderr[-800:]}"
    finally:
        assert running.stop() == 0


def test_the_tour_has_commands() -> None:
    assert len(tour()) > 8


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(target: Any) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z-]+)", README))))
def test_make_targets_exist(target: Any) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
