"""Addresses of a page with something else chosen; what is looked for stays."""

from collections.abc import Sequence
from urllib.parse import urlencode

from web.frame.visit import Visit


class Links:
    """Called by templates: `link(page=2)`, `link("line", talent="T-4")`."""

    def __init__(self, visit: Visit, path: str, kept: Sequence[str]) -> None:
        self._path = path
        query = visit.request.query_params
        self._now = {name: query[name] for name in kept if query.get(name)}

    def __call__(self, at: str = "", **changed: object) -> str:
        kept = {**self._now, **changed}
        query = urlencode({name: value for name, value in kept.items() if value not in ("", None)})
        return f"{self._path}{'?' if query else ''}{query}{'#' if at else ''}{at}"


def number(text: str | None) -> int:
    """The number of a page, as an address has it; 1 where it has none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else 1
