"""Every message that the product names: where, its code, and the values it is given."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2]
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
#: What makes a phrase of its first argument, and of its named ones.
ERRORS = frozenset(
    [
        "Mistake",
        "Refused",
        "Rejected",
        "Unreadable",
        "Unstorable",
        "TooLarge",
        "Conflict",
        "TryAgain",
        "Early",
        "Stale",
        "PlanOutdated",
        "WrittenByNewer",
        "Damaged",
        "Stuck",
        "Absent",
        "Unfit",
        "Phrase",
        "TalentPoolError",
    ]
)
#: Names of callables that do the same: `words("…")`, `faults.add("…")`.
CALLED = frozenset({"words", "of", "add", "note", "refused", "say"})


@dataclass(frozen=True, slots=True)
class Named:
    """A message named in the code; `params` None where they are not all written out."""

    place: str
    code: str
    params: frozenset[str] | None


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    """Every file of the product, parsed."""
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    return tuple(
        (str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))) for file in files
    )


def templates() -> Iterator[tuple[str, list[Named]]]:
    """The messages that each template of a page says."""
    environment = Environment(extensions=["jinja2.ext.do"])
    for file in sorted((ROOT / "web" / "templates").rglob("*.html")):
        place = str(file.relative_to(ROOT))
        tree = environment.parse(file.read_text(encoding="utf-8"))
        calls = (call for call in tree.find_all(nodes.Call) if _says(call))
        yield place, [_named(place, call) for call in calls]


def template_texts() -> Iterator[tuple[str, bool]]:
    """Every text in a template's expressions that may be a code, or begins one, and whether so."""
    environment = Environment(extensions=["jinja2.ext.do"])
    for file in sorted((ROOT / "web" / "templates").rglob("*.html")):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        begins = {id(each.nodes[0]) for each in tree.find_all(nodes.Concat)}
        for const in tree.find_all(nodes.Const):
            if isinstance(const.value, str):
                yield const.value, id(const) in begins


def _says(call: nodes.Call) -> bool:
    said = isinstance(call.node, nodes.Name) and call.node.name == "say" and bool(call.args)
    return said and isinstance(call.args[0], nodes.Const)


def _named(place: str, call: nodes.Call) -> Named:
    code = call.args[0]
    assert isinstance(code, nodes.Const)
    written = call.dyn_kwargs is None
    params = frozenset(each.key for each in call.kwargs) if written else None
    return Named(f"{place}:{call.lineno}", code.value, params)


def named_in(path: str, tree: ast.Module) -> Iterator[Named]:
    """The messages that a file makes."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _called(call)
        code = _code_of(call.args[0]) if call.args else None
        if name in ERRORS and code:
            yield Named(f"{path}:{call.lineno}", code, _params(call))


def texts_in(tree: ast.Module) -> Iterator[str]:
    """Every text of a file that may be a code."""
    for node in ast.walk(tree):
        if code := _code_of(node):
            yield code


def forms_in(tree: ast.Module) -> Iterator[re.Pattern[str]]:
    """Codes that are made of a fixed part and a word: `f"health_{name}"`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            fixed = "".join(str(part) for part in parts if part)
            if fixed.strip("_") and re.fullmatch(r"[a-z_]+", fixed):
                yield re.compile("".join(p if p else "[a-z0-9_]+" for p in map(_text, parts)))


def _text(part: object) -> str:
    return part if isinstance(part, str) else ""


def not_codes(path: str, tree: ast.Module) -> Iterator[str]:
    """Errors that are raised with a sentence."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if _called(call) not in ERRORS or isinstance(call.func, ast.Attribute):
            continue
        first = call.args[0] if call.args else None
        sentence = isinstance(first, ast.JoinedStr) or (
            isinstance(first, ast.Constant) and isinstance(first.value, str) and not _code_of(first)
        )
        if sentence:
            yield f"{path}:{call.lineno}"


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="Phrase"), attr="of"):
            return "Phrase"
        case ast.Attribute(value=ast.Attribute(attr="words"), attr=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _code_of(node: ast.AST | None) -> str | None:
    """What may be the code of a message; None for anything else."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return None
    text = node.value
    is_code = text.replace("_", "").isalnum() and text.isascii() and text == text.lower()
    return text if is_code else None


def _params(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords) or len(call.args) > 1:
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
