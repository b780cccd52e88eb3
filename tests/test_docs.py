"""The generated pages are what the code says, and their examples work as written."""

import json
import re
from pathlib import Path

import pytest
from typer.core import TyperCommand

from infra.municipalities import read_municipalities
from matcher.plan import Plan
from matcher.problem import Problem
from service.docs.cli_page import commands
from service.docs.pages import ROOT, render, stale


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render()


def test_no_page_is_stale() -> None:
    assert stale(ROOT) == [], "run: make docs"


def test_a_changed_page_is_found_stale(tmp_path: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert stale(tmp_path) == []

    (tmp_path / "docs/cli.md").write_text("by hand")
    (tmp_path / "docs/rules.md").unlink()

    assert stale(tmp_path) == ["docs/cli.md", "docs/rules.md"]


def test_every_schema_file_is_generated(pages: dict[str, str]) -> None:
    kept = {str(file.relative_to(ROOT)) for file in (ROOT / "docs/schemas").glob("*")}

    assert kept == {path for path in pages if path.startswith("docs/schemas/")}


def test_the_pages_do_not_depend_on_the_terminal(
    pages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TALENTPOOL_DATABASE", "sqlite:////elsewhere.db")
    monkeypatch.setenv("TALENTPOOL_LANG", "en")

    assert render() == pages


def test_the_schema_of_a_problem_speaks_of_hours_not_of_quarters(pages: dict[str, str]) -> None:
    schema = json.loads(pages["docs/schemas/problem.schema.json"])

    assert schema["properties"]["block"]["default"] == 4
    assert schema["properties"]["block"]["multipleOf"] == 0.25
    assert schema["required"] == ["pool_id", "months"]


def test_the_example_of_municipalities_can_be_read() -> None:
    assert len(read_municipalities(ROOT / "docs/examples/municipalities.csv")) == 3


def test_the_examples_are_a_problem_and_a_plan() -> None:
    problem = Problem.model_validate_json((ROOT / "docs/examples/problem.json").read_bytes())
    plan = Plan.model_validate_json((ROOT / "docs/examples/plan.json").read_bytes())

    assert plan.months == problem.months
    assert plan.why
    assert plan.unmet


COMMANDS = [pytest.param(path, command, id=path) for path, command in commands()]


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_every_command_has_an_example_and_says_what_it_does_in_two_languages(
    path: str, command: TyperCommand
) -> None:
    text = command.help or ""
    examples = [x.strip() for x in text.splitlines() if x.strip().startswith("Example: ")]

    assert examples, f"{path} has no example"
    for example in examples:
        assert re.match(rf"Example: {re.escape(path)}(\s|$)", example), example
    assert re.search(r"[ぁ-ん]", text), f"{path} says nothing in Japanese"
    assert re.match(r"[A-Z].*[.:,]?", text), f"{path} says nothing in English"


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_every_option_says_what_it_is_for(path: str, command: TyperCommand) -> None:
    silent = [param.name for param in command.params if not param.help]  # type: ignore[attr-defined]

    assert silent == []


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_an_option_with_an_environment_twin_says_so(
    path: str, command: TyperCommand, pages: dict[str, str]
) -> None:
    twins = {"database": "TALENTPOOL_DATABASE", "kafka": "TALENTPOOL_KAFKA"}
    page = pages["docs/cli.md"]

    for param in command.params:
        if param.name in twins:
            assert twins[param.name] in param.help  # type: ignore[attr-defined]
        if getattr(param, "envvar", None):
            assert str(param.envvar) in page
