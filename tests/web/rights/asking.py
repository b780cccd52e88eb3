"""Asks the console like a browser, and stops at the first byte of an endless answer."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

#: Seconds after which a page that says nothing has failed.
PATIENCE = 30


@dataclass(slots=True)
class Answer:
    """Status and text."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""


async def ask(
    app: Any, method: str, path: str, *, cookie: str = "", form: dict[str, str] | None = None
) -> Answer:
    """One request; of a stream only the beginning is read."""
    answer, begun, body = Answer(), asyncio.Event(), bytearray()
    sent = iter([{"type": "http.request", "body": urlencode(form or {}).encode()}])

    async def receive() -> Any:
        for each in sent:
            return each
        await asyncio.Event().wait()
        return None

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {k.decode(): v.decode() for k, v in message["headers"]}
            if answer.headers.get("content-type", "").startswith("text/event-stream"):
                begun.set()
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "server": ("testserver", 80),
        "client": ("127.0.0.1", 1),
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [
            (b"host", b"testserver"),
            (b"cookie", cookie.encode()),
            (b"content-type", b"application/x-www-form-urlencoded"),
        ],
    }
    page = asyncio.ensure_future(app(scope, receive, send))
    stream = asyncio.ensure_future(begun.wait())
    await asyncio.wait({page, stream}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    for task in (page, stream):
        task.cancel()
    await asyncio.gather(page, stream, return_exceptions=True)
    answer.text = body.decode("utf-8", "replace")
    return answer
