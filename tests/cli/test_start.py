"""A call of the command line loads what it uses, and lists its commands without any of them."""

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli.frame.lazy_command import LazyCommand
from service.cli.frame.loading import loading
from service.cli.frame.root import root
from service.cli.frame.tree import TREE, Command, Group

#: What takes long to load, and is of no use to those who only ask for help.
HEAVY = {"asyncio", "sqlalchemy", "rich", "structlog", "pydantic_settings", "numpy", "ortools"}
#: ... and to those who look at a plan that is there.
NOT_TO_SHOW = {
    "aiokafka",
    "aiosqlite",
    "alembic",
    "faststream",
    "jpholiday",
    "matcher.explain",
    "matcher.planning.planner",
    "matcher.solving",
    "numba",
    "numpy",
    "ortools",
    "psycopg",
    "rich.progress",
    "sqlalchemy",
    "sqlmodel",
    "structlog",
    "xlsxwriter",
}

LEAVES: dict[str, Command] = {}
for name, each in TREE.items():
    if isinstance(each, Group):
        LEAVES |= {f"{name} {below}": command for below, command in each.commands.items()}
    else:
        LEAVES[name] = each


def loaded(directory: Path, *words: str) -> set[str]:
    """The names of all modules that such a call has loaded at its end."""
    program = """
import atexit, json, sys
from service.cli import main
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=directory,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("path", LEAVES)
def test_the_line_that_lists_a_command_is_what_it_says_of_itself(path: str) -> None:
    whole = LEAVES[path]
    later = LazyCommand("name", whole.line, lambda: None)  # type: ignore[arg-type, return-value]
    command = at(path).whole()

    for width in (40, 60, 200):
        assert later.get_short_help_str(width) == command.get_short_help_str(width)


@pytest.mark.parametrize("words", [("--help",), ("show", "--help")])
def test_the_commands_are_listed_without_any_of_them(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    modules = loaded(tmp_path, *words)

    assert modules & HEAVY == set()
    named = {f"service.cli.{command.where.partition(':')[0]}" for command in LEAVES.values()}
    assert modules & named == set()


def at(path: str) -> LazyCommand:
    command = root()
    for word in path.split():
        command = command.commands[word]  # type: ignore[assignment]
    assert isinstance(command, LazyCommand)
    return command


def test_a_plan_is_shown_without_what_makes_it(stocked: Path) -> None:
    assert loaded(stocked, "show", "plan") & NOT_TO_SHOW == set()


def test_the_collector_is_back_after_modules_were_loaded() -> None:
    assert gc.isenabled()
    with loading():
        assert not gc.isenabled()

    assert gc.isenabled()
