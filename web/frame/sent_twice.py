"""A form that is sent twice at once is taken once: a double click does nothing a second time.

Browsers give up the first answer as soon as a button is pressed again, and show the second. So the
second is given what came of the first.
"""

import asyncio
import hashlib
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.frame.cookies import session_cookie
from web.house import WebSettings

#: Seconds for which an answer that led on is given again; nobody comes back to a form so quickly.
_LINGERS = 1.0
#: Bytes of a form that is compared; a larger one holds files, and each sending of those differs.
_MOST = 1_000_000


@dataclass(slots=True)
class _Answer:
    """Of the first; complete once it is done."""

    messages: list[Message] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    failed: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether something was done, and the browser is sent to see it."""
        return bool(self.messages) and self.messages[0].get("status") == 303


class SentTwice:
    """Around the pages, in the memory of a process: what differs in one sign is another form."""

    def __init__(self, app: ASGIApp, *, settings: WebSettings) -> None:
        self._app, self._cookie = app, session_cookie(settings)
        self._answers: dict[bytes, _Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        length = headers.get("content-length", "")
        form = scope.get("method") == "POST" and f"{self._cookie}=" in headers.get("cookie", "")
        if not form or not length.isdecimal() or int(length) > _MOST:
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:  # the browser has gone before all of it came
            return
        key = _key(scope, headers, body)
        first = self._answers.get(key)
        if first is not None:
            await first.done.wait()
            if not first.failed:
                for message in first.messages:
                    await send(message)
                return
        await self._taken(key, scope, _again(body, receive), send)

    async def _taken(self, key: bytes, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answers[key] = _Answer()

        async def noted(message: Message) -> None:
            answer.messages.append(message)
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except BaseException:
            answer.failed = True
            raise
        finally:
            answer.done.set()
            if _LINGERS and answer.leads_on and not answer.failed:
                asyncio.get_running_loop().call_later(_LINGERS, self._forget, key, answer)
            else:
                self._forget(key, answer)

    def _forget(self, key: bytes, answer: _Answer) -> None:
        if self._answers.get(key) is answer:
            del self._answers[key]


async def _body(receive: Receive) -> bytes | None:
    found, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        found += message.get("body", b"")
        more = bool(message.get("more_body"))
    return bytes(found)


def _again(body: bytes, receive: Receive) -> Receive:
    given = False

    async def once() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


def _key(scope: Scope, headers: Headers, body: bytes) -> bytes:
    address = scope["path"].encode(), scope.get("query_string", b"")
    said = (*address, headers.get("cookie", "").encode(), headers.get("content-type", "").encode())
    made = hashlib.sha256()
    for each in (*said, body):
        made.update(len(each).to_bytes(8, "big") + each)
    return made.digest()
