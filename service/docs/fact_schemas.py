"""JSON Schemas of the facts, for readers in other languages: one file under docs/ for each fact."""

import json
from typing import Any

from models.facts import FACTS, Fact

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(fact: type[Fact]) -> dict[str, Any]:
    """The JSON Schema of a fact on its topic: open to fields of later versions."""
    # As written, not as read: only so are defaults of hours in hours, not in quarters.
    made = fact.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": f"urn:{fact.type.replace('.', ':')}", **_open(made)}


def path(fact: type[Fact]) -> str:
    """Where the schema of a fact is kept, from the root of the repository."""
    return f"docs/schemas/{fact.type}.schema.json"


def render() -> dict[str, str]:
    """Every fact's schema by its path from the root of the repository."""
    return {
        path(fact): json.dumps(schema(fact), ensure_ascii=False, indent=2) + "\n" for fact in FACTS
    }


def _open(part: Any) -> Any:
    """The same, where a reader passes over the fields that it does not know."""
    if isinstance(part, list):
        return [_open(each) for each in part]
    if not isinstance(part, dict):
        return part
    opened = {name: _open(value) for name, value in part.items()}
    if "properties" in part and part.get("additionalProperties") is False:
        opened["additionalProperties"] = True
    return opened
