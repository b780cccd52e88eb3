"""What every room promises about its own shape."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from matcher.objective import TERMS
from matcher.rules import RULES
from models.facts import FACTS, TOPICS
from models.log_names import LogEvent
from service.docs.pages import ROOT

ROOMS = (
    "models",
    "matcher",
    "wording",
    "application",
    "producers",
    "consumers",
    "infra",
    "web",
    "service",
)
SOURCES = sorted(
    file
    for room in (*ROOMS, "tests")
    for file in (ROOT / room).rglob("*.py")
    if "__pycache__" not in file.parts
)
NAMED = {str(file.relative_to(ROOT)): file for file in SOURCES}
PRODUCT = [path for path in NAMED if not path.startswith("tests/")]


def docstring(file: Path) -> str:
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def test_the_required_names_stand_at_the_top() -> None:
    needed = (*ROOMS, "tests", "docs", "pyproject.toml", "docker-compose.yml", "README.md")
    missing = [name for name in (*needed, "Makefile", "LICENSE") if not (ROOT / name).exists()]

    assert missing == []


def test_no_file_is_longer_than_300_lines() -> None:
    lines = {
        path: len(file.read_text(encoding="utf-8").splitlines()) for path, file in NAMED.items()
    }

    assert {path: count for path, count in lines.items() if count > 300} == {}


def test_every_file_says_what_it_is() -> None:
    assert [path for path in PRODUCT if not docstring(NAMED[path])] == []


@pytest.mark.parametrize("path", [p for p in PRODUCT if p.startswith("consumers/")])
def test_a_consumer_says_what_flows_where(path: str) -> None:
    """A consumer that reads a topic begins with `topic -> what becomes of it`."""
    text = NAMED[path].read_text(encoding="utf-8")
    if "Consumer(" not in text:
        return

    first = docstring(NAMED[path]).splitlines()[0]
    topics = {fact.topic.removeprefix("talentpool.") for fact in FACTS} | {"<topic>.dead"}
    source, arrow, target = first.partition(" -> ")

    assert arrow, f"{path} begins with {first!r}"
    assert target
    assert {part.strip() for part in source.split(",")} <= topics


@pytest.mark.parametrize("path", [p for p in PRODUCT if p.startswith("producers/")])
def test_a_producer_says_what_flows_where(path: str) -> None:
    """A producer that appends to the log begins with `who -> topics`."""
    text = NAMED[path].read_text(encoding="utf-8")
    if "event_log.append(" not in text:
        return

    first = docstring(NAMED[path]).splitlines()[0]
    shorts = {topic.removeprefix("talentpool.") for topic in TOPICS} | {"<topic>.dead"}
    source, arrow, target = first.partition(" -> ")

    assert arrow, f"{path} begins with {first!r}"
    assert source
    assert {part.partition(":")[0].strip() for part in target.split(",")} <= shorts


def said(path: str) -> set[str]:
    """Names of log events in a file: the first argument of `log.info(...)` and its like."""
    found = set()
    for node in ast.walk(ast.parse(NAMED[path].read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        match node.func:
            case ast.Attribute(attr="debug" | "info" | "warning" | "error" | "exception"):
                is_log = isinstance(node.func.value, ast.Name) and node.func.value.id == "log"
            case ast.Name(id="_say"):
                is_log = True
            case _:
                is_log = False
        first = node.args[0]
        if is_log and isinstance(first, ast.Constant):
            found.add(first.value)
    return found  # type: ignore[return-value]


def test_every_name_in_the_log_is_in_the_list_and_every_one_listed_is_used() -> None:
    listed = set(get_args(LogEvent))
    used = {name: path for path in PRODUCT for name in said(path)}

    assert {name: path for name, path in used.items() if name not in listed} == {}
    assert listed - set(used) == set()


def test_nothing_is_printed_past_the_console() -> None:
    """Answers go through the consoles of the command line, log lines through structlog."""
    printing = [
        path
        for path in PRODUCT
        for node in ast.walk(ast.parse(NAMED[path].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in {"print", "Console"})
            or (isinstance(node.func, ast.Attribute) and node.func.attr in {"echo", "secho"})
        )
        and path != "service/cli/frame/printing.py"
    ]

    assert printing == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_one_file_one_sentence_and_one_test_file(rule: Callable[..., Any]) -> None:
    name = rule.__name__

    assert rule.__module__ == f"matcher.rules.{name}"
    assert re.match(r"Hard: [^\n]+\.$", (rule.__doc__ or "").partition("\n\n")[0].strip())
    assert (ROOT / f"tests/matcher/rules/test_{name}.py").exists()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_every_term_has_one_file_one_sentence_and_one_test_file(term: Callable[..., Any]) -> None:
    name = term.__name__

    assert term.__module__ == f"matcher.objective.{name}"
    assert re.match(r"Soft: [^\n]+\.$", (term.__doc__ or "").partition("\n\n")[0].strip())
    assert (ROOT / f"tests/matcher/objective/test_{name}.py").exists()


@pytest.mark.parametrize("room", ["rules", "objective"])
def test_no_rule_lies_beside_the_model(room: str) -> None:
    files = {file.stem for file in (ROOT / "matcher" / room).glob("*.py")} - {"__init__"}
    used = {each.__name__ for each in (RULES if room == "rules" else TERMS)}

    assert files == used


def test_topics_carry_their_version_and_are_all_different() -> None:
    assert len(TOPICS) == len(set(TOPICS))
    assert all(re.fullmatch(r"talentpool\.[a-z]+\.v[0-9]+(\.dead)?", topic) for topic in TOPICS)


def test_whatever_the_store_kept_is_read_as_kept() -> None:
    """Text that is refused today may stand there from yesterday: nothing stops at it."""
    strict = [
        f"{path}:{node.lineno}"
        for path in PRODUCT
        if path.startswith("infra/store/")
        for node in ast.walk(ast.parse(NAMED[path].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"model_validate", "model_validate_json"}
        and not any(keyword.arg == "context" for keyword in node.keywords)
    ]

    assert strict == []
