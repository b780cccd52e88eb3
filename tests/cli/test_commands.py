"""The decorator of commands: shared options, the opened session, errors in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from application.session import Session
from models.errors import Mistake, TalentPoolError, TryAgain
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls, writes
from service.cli.frame.common_options import DRY_RUN, POOL, waiting_at_most

SEEN: list[object] = []


def _app(error: TalentPoolError | None = None) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    @writes(POOL, DRY_RUN, *waiting_at_most(45))
    async def act(
        session: Session, call: CallOptions, *, what: Annotated[str, typer.Option()] = "x"
    ) -> None:
        """Do something."""
        SEEN[:] = [session.actor, call, what]
        if error:
            raise error

    return app


@pytest.fixture
def run(empty: Path) -> Any:
    return lambda app, *words: CliRunner().invoke(app, words)


def test_a_command_has_its_own_options_and_those_it_shares(run: Callable[..., Any]) -> None:
    said = run(_app(), "--help")

    for name in ("--what", "--pool", "--dry-run", "--wait", "--deadline", "--as", "--kafka"):
        assert name in said.output
    assert said.output.index("--what") < said.output.index("--pool")
    assert "Do something." in said.output


def test_shared_options_come_as_one(run: Callable[..., Any]) -> None:
    said = run(_app(), "--what", "y", "--pool", "20", "--dry-run", "--lang", "en", "--as", "sato01")

    actor, call, what = SEEN
    assert said.exit_code == 0
    assert (actor, what) == ("sato01", "y")
    assert call == CallOptions(lang="en", pool="20", dry_run=True, deadline=45, actor="sato01")


def test_who_acts_may_stand_in_the_environment(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALENTPOOL_ACTOR", "suzuki")

    run(_app())

    assert SEEN[0] == "suzuki"


@pytest.mark.parametrize("name", ["佐藤 花子", "hanako@example.jp", "x" * 65, "_a", "Sato"])
def test_who_acts_is_an_id_and_neither_a_name_nor_a_mail(
    run: Callable[..., Any], name: str
) -> None:
    said = run(_app(), f"--as={name}")

    assert said.exit_code == 2
    assert "--as sato01" in said.stderr
    assert name not in said.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Mistake("request_withdrawn_already", request_id="R-1"), 2),
        (TryAgain("request_withdrawn_already", request_id="R-1"), 3),
        (TalentPoolError("request_withdrawn_already", request_id="R-1"), 1),
    ],
)
def test_errors_are_said_in_the_language_of_the_call(
    run: Callable[..., Any], error: Any, code: int
) -> None:
    said = run(_app(error), "--lang", "en")

    assert said.exit_code == code
    assert "request R-1 is withdrawn already" in said.stderr


def test_a_command_may_open_nothing(run: Callable[..., Any], empty: Path) -> None:
    app = typer.Typer()

    @app.command()
    @calls()
    def look(call: CallOptions) -> None:
        """Look."""
        SEEN[:] = [call.lang]

    assert run(app, "--lang", "en").exit_code == 0
    assert SEEN == ["en"]
    assert not (empty / "var").exists()
