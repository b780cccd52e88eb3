"""Revisions as entity tags: what a program has seen, it says with If-Match."""

import re
from typing import Annotated

from fastapi import Header
from starlette.requests import Request

from models.phrase import Phrase
from web.api.problems import Failed

#: For the OpenAPI document; read by `seen`.
IfMatch = Annotated[str, Header(alias="If-Match", description="Its entity tag, as it was read.")]

_TAG = re.compile(r'^(?:W/)?"(0|[1-9][0-9]{0,8})"$')


def etag(revision: int) -> dict[str, str]:
    """The header of an entity at this revision."""
    return {"etag": f'"{revision}"'}


def seen(request: Request) -> int:
    """The revision that a change was made on. Raises Failed: 428 none, 400 no tag."""
    said = request.headers.get("if-match", "").strip()
    if not said:
        raise Failed(428, Phrase.of("api_if_match_missing"))
    found = _TAG.match(said)
    if found is None:
        raise Failed(400, Phrase.of("api_if_match_wrong", said=said[:40]))
    return int(found[1])
