"""What a browser does with a form: every field that stands in it, with some typed anew."""

from html.parser import HTMLParser
from typing import Any

import httpx


class _Forms(HTMLParser):
    """The forms of a page: action, method and the values that their fields hold."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self._select: str | None = None
        self._text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({"action": at.get("action", ""), "fields": []})
        if not self.forms:
            return
        fields = self.forms[-1]["fields"]
        if tag == "input" and (name := at.get("name")):
            kind = at.get("type", "text")
            if kind in {"checkbox", "radio"} and "checked" not in at:
                return
            if kind not in {"submit", "file"}:
                fields.append((name, at.get("value", "on" if kind == "checkbox" else "")))
        elif tag == "select":
            self._select = at.get("name")
        elif tag == "option" and self._select and "selected" in at:
            fields.append((self._select, at.get("value", "")))
        elif tag == "textarea":
            self._text = at.get("name")
            fields.append((self._text, ""))

    def handle_data(self, data: str) -> None:
        if self._text:
            fields = self.forms[-1]["fields"]
            fields[-1] = (self._text, fields[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            self._text = None


def fields_of(page: str, action: str) -> dict[str, list[str]]:
    """The fields of the form that goes to `action`. Raises StopIteration where there is none."""
    parser = _Forms()
    parser.feed(page)
    form = next(each for each in parser.forms if each["action"] == action)
    found: dict[str, list[str]] = {}
    for name, value in form["fields"]:
        found.setdefault(name, []).append(value)
    return found


async def submit(
    browser: httpx.AsyncClient, page: httpx.Response, action: str = "", **typed: Any
) -> httpx.Response:
    """Send the form of a page that goes to `action` (empty: back to the page itself)."""
    fields = {**fields_of(page.text, action), **typed}
    return await browser.post(action or str(page.url), data=fields)
