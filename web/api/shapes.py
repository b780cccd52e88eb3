"""Schemas of answers, for the OpenAPI document: against them every answer is tested."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from web.api.bodies import inlined
from web.api.problems import documented

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
UUID: Schema = {"type": "string", "format": "uuid"}
#: Hours by month: decimals of hours.
HOURS: Schema = {"type": "object", "additionalProperties": NUMBER}


def thing(**fields: Schema) -> Schema:
    """An object with exactly these fields."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def list_of(each: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": each}


def maybe(schema: Schema) -> Schema:
    """This, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def page_of(each: Schema) -> Schema:
    """A page of a list."""
    return thing(items=list_of(each), next=maybe(TEXT))


def model(
    of: type[BaseModel], left_out: frozenset[str] = frozenset(), **more: Mapping[str, Any]
) -> Schema:
    """A model as it is written, without some fields and with `more`."""
    schema = inlined(of.model_json_schema(mode="serialization"))
    kept = {name: part for name, part in schema["properties"].items() if name not in left_out}
    return thing(**{**kept, **{name: dict(part) for name, part in more.items()}})


def answers(schema: Schema, *problems: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What an operation may answer: this, or a problem."""
    done = {"description": "Done", "content": {"application/json": {"schema": schema}}}
    return {**documented(*problems), status: done}
