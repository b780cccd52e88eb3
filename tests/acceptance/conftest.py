"""The demo, run once on the embedded engine, and a service that solves in this process."""

import pickle
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.processes import environment, talentpool
from tests.made_once import made_once
from tests.solver_inside import solver_inside

CANARY = "カナリア太郎"
MAIL = "canary@example.invalid"
_TALENT = (
    *("post", "talent", "--pool", "20", "--id", "T-C", "--role", "engineer", "--hours", "40"),
    *("--name", CANARY, "--mail", MAIL, "--note", CANARY),
)

Said = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Shown:
    """What a talent with a name, and then the demo at its most talkative, have left and said."""

    env: dict[str, str]
    posted: Said
    demo: Said


def shown_in(env: dict[str, str]) -> Shown:
    """In an empty world."""
    talkative = env | {"TALENTPOOL_LOG_LEVEL": "debug"}
    posted = talentpool(*_TALENT, env=talkative)
    demo = talentpool("demo", "--once", "--json", "--log-level", "debug", env=talkative)
    return Shown(env=env, posted=posted, demo=demo)


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Copy its world before a command goes there."""
    folder = made_once(tmp_path_factory, "shown", _keep_shown)
    shown: Shown = pickle.loads((folder / "shown.pickle").read_bytes())
    return shown


def _keep_shown(folder: Path) -> None:
    (folder / "shown.pickle").write_bytes(pickle.dumps(shown_in(environment(folder))))


@pytest.fixture(scope="session")
def copied(shown: Shown) -> Callable[[Path], dict[str, str]]:
    """Copies the world into a folder, and gives the environment of what lives there."""
    database = Path(shown.env["TALENTPOOL_DATABASE"].removeprefix("sqlite:///"))

    def copy(folder: Path) -> dict[str, str]:
        for file in database.parent.glob(f"{database.name}*"):
            shutil.copy2(file, folder)
        return environment(folder)

    return copy


@pytest.fixture
def no_child() -> Iterator[None]:
    """Services of the test solve in this process: the demo shows that they do it in another."""
    with solver_inside():
        yield
