"""The command line as a person calls it, on stores of its own."""

import asyncio
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from service.cli import main
from tests.cli.stock import fill
from tests.empty_store import tables_at_once
from tests.made_once import made_once
from tests.solver_inside import solver_inside


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Talentpool = Callable[..., Said]


@pytest.fixture(autouse=True)
def _solver_inside() -> Iterator[None]:
    """No child is started: the tests of the solver and of whole processes do that."""
    with solver_inside():
        yield


@pytest.fixture(autouse=True)
def _tables_at_once() -> Iterator[None]:
    """Migrations are run once: the tests of the store do that."""
    with tables_at_once():
        yield


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Each command points the log at its own stderr, which ends with the test."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory without any data, and no settings from outside."""
    for name in ("DATABASE", "KAFKA", "LANG", "LOG_FORMAT", "LOG_LEVEL"):
        monkeypatch.delenv(f"TALENTPOOL_{name}", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A planned store and its log; copy it before you change it."""

    def made(directory: Path) -> None:
        with solver_inside():
            asyncio.run(fill(directory / "var" / "talentpool.db"))
        # As the commands would have made them: nobody else's, so that nothing is said of it.
        for path in (directory / "var", *(directory / "var").iterdir()):
            path.chmod(0o700 if path.is_dir() else 0o600)

    return made_once(tmp_path_factory, "filled", made)


@pytest.fixture
def stocked(empty: Path, filled: Path) -> Path:
    """A directory with the planned store, for this test alone."""
    shutil.copytree(filled / "var", empty / "var")
    return empty


@pytest.fixture
def talentpool(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talentpool:
    """Calls the command line in this process: `talentpool("show", "plan")`."""

    def call(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["talentpool", *words])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Said(code=code, out=said.out, err=said.err)

    return call
