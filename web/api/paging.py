"""Pages of long lists: a cursor says after which entry the next one begins."""

import base64
import binascii
from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeVar

from fastapi import Query
from starlette.responses import JSONResponse, Response

from models.phrase import Phrase
from web.api.problems import Failed

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=200, description="Entries of a page at most.")]
Cursor = Annotated[str, Query(max_length=200, description="`next` of the page before.")]


def page(
    entries: Iterable[T],
    key: Callable[[T], str],
    show: Callable[[T], dict[str, Any]],
    *,
    limit: int,
    cursor: str,
) -> Response:
    """`items` after the cursor, in the order of their keys; `next` is none on the last page."""
    after = decoded(cursor) if cursor else ""
    rest = sorted((each for each in entries if key(each) > after), key=key)
    shown = rest[:limit]
    more = len(rest) > limit
    return JSONResponse(
        {
            "items": [show(each) for each in shown],
            "next": encoded(key(shown[-1])) if more else None,
        }
    )


def encoded(key: str) -> str:
    """The cursor of an entry."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def decoded(cursor: str) -> str:
    """The entry of a cursor. Raises Failed."""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError, ValueError):
        raise Failed(422, Phrase.of("api_cursor_wrong")) from None
