"""`python -m service.docs` rewrites the pages under docs/ that are generated from the code."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matcher.objective import TERMS
from matcher.plan import Plan
from matcher.problem import Problem
from matcher.rules import RULES
from models.frozen import Frozen
from service.docs import asyncapi, fact_schemas
from service.docs.cli_page import cli_page
from web.api.app import create_api
from wording.explain.ja.rules import SENTENCES

ROOT = Path(__file__).parents[2]
_NOTE = "<!-- Generated from the code by `make docs`; do not edit. -->\n\n"


def render() -> dict[str, str]:
    """Every generated page by its path from the root of the repository."""
    pages = fact_schemas.render() | asyncapi.render()
    pages |= {
        "docs/cli.md": _NOTE + cli_page(),
        "docs/openapi.json": json.dumps(create_api().openapi(), ensure_ascii=False, indent=1)
        + "\n",
        "docs/rules.md": _NOTE + "\n".join(_rules()),
        "docs/schemas/problem.schema.json": _schema(Problem),
        "docs/schemas/plan.schema.json": _schema(Plan),
    }
    return dict(sorted(pages.items()))


def stale(root: Path = ROOT) -> list[str]:
    """The pages that are missing or differ from what the code says now."""
    return [path for path, text in render().items() if _written(root / path) != text]


def main() -> None:
    """Rewrite what is stale, and say what was rewritten."""
    for path in stale():
        file = ROOT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render()[path], encoding="utf-8")
        sys.stdout.write(f"{path}\n")


def _written(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.exists() else None


def _schema(model: type[Frozen]) -> str:
    """As it is read, so that what has a default may be left out."""
    schema = {"$schema": fact_schemas.DIALECT, **model.model_json_schema()}
    # Defaults as they are written: hours in hours, where the reading schema has quarters.
    written = model.model_json_schema(mode="serialization")
    pairs = [(schema, written)]
    pairs += [(schema["$defs"][name], written["$defs"][name]) for name in schema["$defs"]]
    for read, shown in pairs:
        for name, field in read.get("properties", {}).items():
            if "default" in field:
                field["default"] = shown["properties"][name]["default"]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _rules() -> Iterator[str]:
    yield "# Rules and points\n"
    yield "What every plan keeps (Hard), and what makes one plan better than another (Soft)."
    yield "Each is one file of `matcher/rules/` or `matcher/objective/`, with its own tests.\n"
    yield "## 守ること / hard rules\n"
    for rule in RULES:
        yield from _rule(rule)
    yield "## 点数 / points\n"
    for term in TERMS:
        yield from _rule(term)


def _rule(rule: Any) -> Iterator[str]:
    sentence, _, rest = (rule.__doc__ or "").partition("\n\n")
    yield f"### {rule.__name__}\n"
    yield f"{SENTENCES[rule.__name__]}\n"
    yield " ".join(sentence.split()) + "\n"
    if rest.strip():
        yield " ".join(rest.split()) + "\n"
