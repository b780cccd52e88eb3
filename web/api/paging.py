"""Pages of long lists: a cursor says after which entry the next one begins."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query
from pydantic import BaseModel

from models.phrase import Phrase
from web.api.problems import Failed

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=200, description="Entries of a page at most.")]
Cursor = Annotated[str, Query(max_length=200, description="`next` of the page before.")]


class Page(BaseModel):
    """Entries in order; `next` is the cursor of the page after it, none of the last."""

    items: list[dict[str, Any]]
    next: str | None = None


def page(
    entries: Sequence[T],
    key: Callable[[T], str],
    show: Callable[[T], dict[str, Any]],
    *,
    limit: int,
    cursor: str,
) -> Page:
    """The page after the cursor, of entries in the order of their keys."""
    after = _decoded(cursor) if cursor else ""
    rest = [each for each in sorted(entries, key=key) if key(each) > after]
    shown = rest[:limit]
    more = len(rest) > limit
    return Page(
        items=[show(each) for each in shown], next=_encoded(key(shown[-1])) if more else None
    )


def _encoded(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _decoded(cursor: str) -> str:
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError, ValueError):
        raise Failed(422, Phrase.of("api_cursor_wrong")) from None
