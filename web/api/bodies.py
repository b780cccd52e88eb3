"""Bodies of requests: JSON as our models read it, bounded, and documented with their schema.

FastAPI would read them as Python values; hours are decimals in JSON and quarters in the program.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request as HttpRequest

from models.phrase import Phrase
from models.validation import mistake
from web.api.problems import Failed

M = TypeVar("M", bound=BaseModel)

#: Bytes; the largest request has a hundredth of it.
MOST = 1_000_000


async def entity(request: HttpRequest, model: type[M]) -> M:
    """The body as this model. Raises Failed (400, 413, 415), and Mistake with each field."""
    return read_as(model, await document(request))


def read_as(model: type[M], read: Any) -> M:
    """JSON as this model. Raises Mistake with each field."""
    try:
        return model.model_validate_json(json.dumps(read))
    except ValidationError as error:
        raise mistake(error, "JSON") from None


async def document(request: HttpRequest) -> Any:
    """The body as JSON. Raises Failed."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Failed(415, Phrase.of("api_not_json_type"))
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST:
            raise Failed(413, Phrase.of("api_too_large", most=MOST))
    request.state.body = body
    try:
        return json.loads(body, object_pairs_hook=_without_repeats, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise Failed(400, Phrase.of("api_not_json")) from None


async def fields(request: HttpRequest, known: Mapping[str, Any]) -> dict[str, Any]:
    """The body as an object with some of these fields. Raises Failed."""
    read = await document(request)
    if not isinstance(read, dict):
        raise Failed(422, Phrase.of("api_not_an_object"))
    if unknown := [name for name in read if name not in known]:
        raise Failed(422, Phrase.of("api_field_fixed", field=unknown[0][:60]))
    return read


#: Of a schema whose definitions stand where they are used: nothing refers to them any more.
_GONE = frozenset({"$defs", "discriminator"})


def body_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What the OpenAPI document says of an operation that takes this body."""
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": inlined(schema)}},
        }
    }


def inlined(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema whose definitions stand where they are used."""
    definitions = schema.get("$defs", {})

    def whole(part: Any) -> Any:
        if isinstance(part, list):
            return [whole(each) for each in part]
        if not isinstance(part, dict):
            return part
        if reference := part.get("$ref"):
            rest = {name: value for name, value in part.items() if name != "$ref"}
            return whole(definitions[reference.rpartition("/")[2]]) | whole(rest)
        return {name: whole(value) for name, value in part.items() if name not in _GONE}

    made: dict[str, Any] = whole(dict(schema))
    return made


def some_of(schema: Mapping[str, Any], left_out: frozenset[str]) -> dict[str, Any]:
    """The schema of an object with any of the fields, but for those left out."""
    whole = inlined(schema)
    properties = {n: s for n, s in whole["properties"].items() if n not in left_out}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
    }


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError  # JSON keeps the last, which for hours would be a loss
    return made


def _refused(constant: str) -> None:
    raise ValueError  # NaN and Infinity are no JSON
