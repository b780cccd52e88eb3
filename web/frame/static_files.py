"""Style and scripts under names that hold a digest of their content: kept for ever by browsers.

The style is one file, put together from its parts in the order of their names.
"""

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter
from starlette.responses import PlainTextResponse, Response

STATIC = Path(__file__).parents[1] / "static"
_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
router = APIRouter()


@cache
def _content(name: str) -> bytes | None:
    if name == "style.css":
        parts = sorted((STATIC / "css").glob("*.css"))
        return b"\n".join(part.read_bytes() for part in parts)
    known = {file.name: file for file in STATIC.rglob("*.*") if file.suffix in _TYPES}
    return known[name].read_bytes() if name in known else None


@cache
def static_url(name: str) -> str:
    """`/static/1a2b3c4d/style.css`. Raises FileNotFoundError for a name that no file has."""
    content = _content(name)
    if content is None:
        raise FileNotFoundError(name)
    return f"/static/{hashlib.sha256(content).hexdigest()[:12]}/{name}"


@router.get("/static/{digest}/{name}", include_in_schema=False)
def static_file(digest: str, name: str) -> Response:
    """A file; of another digest than its own, the browser has to ask again next time."""
    content = _content(name)
    if content is None:
        return PlainTextResponse("", 404)
    kept = static_url(name).split("/")[2] == digest
    return Response(
        content,
        media_type=_TYPES[Path(name).suffix],
        headers={"cache-control": "public, max-age=31536000, immutable" if kept else "no-cache"},
    )
