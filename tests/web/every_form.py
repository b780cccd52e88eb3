"""Every form of the console: pages are walked from link to link, each route twice at most."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from starlette.routing import Match

from web.pages import ROUTERS

#: What never ends, or ends the walk.
LEFT_OUT = re.compile(r"stream|/static/|/sign-out|/language|/sign-in/sample")
TAKES_AWAY = re.compile(r"discard|withdraw|undo|/end|delete|disable|remove|revoke|reset|grants")
#: Pages of one route that are walked.
TIMES = 2


@dataclass
class Form:
    """A form of a page, with what its fields hold."""

    page: str
    action: str = ""
    method: str = "get"
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it goes."""
        return urljoin(self.page, self.action or self.page)


class Page(HTMLParser):
    """The links and forms of a page; fields may stand outside their form."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address, self.text = address, text
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what a browser would send."""
        at = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in at:
            self.links.append(urljoin(self.address, at["href"]))
        if tag == "form":
            method = at.get("method", "get").lower()
            self.forms.append(Form(self.address, at.get("action", ""), method))
        name, form = at.get("name"), self.forms[-1] if self.forms else None
        if not name or form is None:
            return
        if tag == "button" or at.get("type") == "submit":
            form.buttons.append((name, at.get("value", "")))
        elif tag in {"input", "select", "textarea"} and at.get("type") != "file":
            form.fields.append((name, at.get("value", "")))


def routes() -> list[Any]:
    """The routes of every page."""
    return [route for router in ROUTERS for route in router.routes if hasattr(route, "path")]


def template_of(address: str, method: str = "GET") -> str:
    """The path of the route that an address belongs to."""
    scope: dict[str, Any] = {"type": "http", "path": urlsplit(address).path, "method": method}
    path = next((each.path for each in routes() if each.matches(scope)[0] is Match.FULL), "")
    # The steps of a form are pages of one route.
    return path.replace("{step}", scope["path"].rpartition("/")[2])


async def pages_of(browser: httpx.AsyncClient, more: Sequence[str] = ()) -> AsyncIterator[Page]:
    """Every page that can be reached by links from those without parameters, and from `more`."""
    begun = [r.path for r in routes() if "{" not in r.path and "GET" in r.methods]
    waiting = [*more, "/pools/20", *begun]
    seen: Counter[str] = Counter()
    asked = set()
    while waiting:
        address = urljoin(str(browser.base_url), waiting.pop(0)).partition("#")[0]
        template = template_of(address)
        if address in asked or LEFT_OUT.search(address) or seen[template] >= TIMES:
            continue
        asked.add(address)
        answer = await browser.get(address)
        assert answer.status_code < 500, f"{address}: {answer.status_code}"
        if answer.status_code == 303:
            waiting.append(answer.headers["location"])
        if "html" not in answer.headers.get("content-type", "") or answer.status_code >= 400:
            continue
        seen[template] += 1
        page = Page(address, answer.text)
        own = [link for link in page.links if link.startswith(str(browser.base_url))]
        waiting.extend(own)
        yield page


async def forms_of(browser: httpx.AsyncClient, more: Sequence[str] = ()) -> list[Form]:
    """Every form once, whatever it speaks of; what takes something away comes last."""
    found: dict[tuple[str, str, str], Form] = {}
    async for page in pages_of(browser, more):
        for form in page.forms:
            if LEFT_OUT.search(form.address):
                continue
            names = sorted({re.sub(r"\d+", "#", name) for name, _ in form.fields})
            route = template_of(form.address, form.method.upper())
            found.setdefault((route, form.method, ",".join(names)), form)
    return sorted(found.values(), key=lambda form: bool(TAKES_AWAY.search(form.address)))
