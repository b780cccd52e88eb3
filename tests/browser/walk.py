"""Every page that a role can come to by links alone, each kind of page once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from fastapi.routing import APIRoute
from playwright.sync_api import APIRequestContext
from starlette.routing import Match

from web.pages import ROUTERS

#: The same for everybody: looked at where nobody is signed in.
FOR_ALL = ("/help", "/accessibility")
#: What makes a page another one, beside its route: what it is about, or how it is laid out.
TOLD_BY_PART = frozenset({"verb", "step", "kind", "role"})
TOLD_BY_QUERY = ("by", "match", "kind")
#: The board that `/plan` shows anyway, and a filter: no pages of their own.
NOT_TOLD = re.compile(r"by=talent&?|(?<=/ops/events\?).*")
#: Files, streams, and what machines ask.
NO_PAGES = re.compile(r"\.(csv|jsonl|ics)$|/(template|export|stream)\b|^/(healthz|readyz)$")
#: Nobody comes to them: the first page is another one for each, the others need a directory
#: of accounts elsewhere, an account of one's own, or are the page about nothing being there.
NOT_WALKED = frozenset(("/", "/sign-in/outside", "/sign-in/outside/back", "/{path:path}"))
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]*)')


@dataclass(frozen=True, slots=True)
class Stop:
    """A page on the way: which kind it is, and where it was found."""

    kind: str
    path: str


@dataclass(slots=True)
class Walk:
    """Follows the links of one browser; `failed` says which lead nowhere."""

    browser: APIRequestContext
    origin: str
    first: Sequence[str] = ("/",)  #: where it begins
    stops: dict[str, Stop] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def walked(self) -> list[Stop]:
        """The pages in the order of their kinds."""
        waiting = [*self.first, *FOR_ALL]
        seen = set(waiting)
        while waiting:
            if kind_of(here := waiting.pop(0)) in self.stops:
                continue  # another of its kind came first
            for path in self._links_of(here):
                kind = kind_of(path)
                if not kind and path not in seen:
                    seen.add(path)
                    self.failed.append(f"no page: {path}")
                if kind and kind not in self.stops and path not in seen:
                    seen.add(path)
                    waiting.append(path)
        return [self.stops[kind] for kind in sorted(self.stops)]

    def _links_of(self, path: str) -> list[str]:
        answer = self.browser.get(path)
        if answer.status == 401 and "/" not in self.first:
            return []  # nobody is signed in
        if not answer.ok:
            self.failed.append(f"{answer.status} {path}")
            return []
        if "text/html" not in answer.headers["content-type"]:
            return []
        url = urlsplit(answer.url)
        here = f"{url.path}?{url.query}" if url.query else url.path
        kind = kind_of(here)
        if not kind or kind in self.stops:
            return []
        self.stops[kind] = Stop(kind, here)
        targets = (
            urlsplit(urljoin(answer.url, unescape(each))) for each in _LINK.findall(answer.text())
        )
        return [
            f"{each.path}?{each.query}" if each.query else each.path
            for each in targets
            if f"{each.scheme}://{each.netloc}" == self.origin and not NO_PAGES.search(each.path)
        ]


def kind_of(address: str) -> str:
    """The route of an address, with what is not an id filled in; empty where no page is."""
    said, parts = route_of(address)
    if said in ("", "/{path:path}"):
        return ""
    for name in TOLD_BY_PART & parts.keys():
        said = said.replace(f"{{{name}}}", str(parts[name]))
    query = parse_qs(urlsplit(NOT_TOLD.sub("", address)).query)
    more = [f"{n}={query[n][0] if n != 'match' else '…'}" for n in TOLD_BY_QUERY if n in query]
    return said + ("?" + "&".join(more) if more else "")


def route_of(address: str) -> tuple[str, dict[str, Any]]:
    """The route of an address as it is written, and what stands for its parts."""
    path = urlsplit(address).path
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    for route in _routes():
        matched, found = route.matches(scope)
        if matched is Match.FULL:
            return route.path, found["path_params"]
    return "", {}


def _routes() -> Iterator[APIRoute]:
    for router in ROUTERS:
        yield from (each for each in router.routes if isinstance(each, APIRoute))


def not_come_to(walks: Iterable[Walk]) -> list[str]:
    """The pages that none of these walks came to."""
    come_to = {route_of(stop.path)[0] for walk in walks for stop in walk.stops.values()}
    pages = {
        route.path
        for route in _routes()
        if "GET" in (route.methods or ()) and not NO_PAGES.search(route.path)
    }
    return sorted(pages - come_to - NOT_WALKED)


def in_lang(path: str, lang: str) -> str:
    """The same page in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"
