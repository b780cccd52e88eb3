"""What is sent to us has an end, in bytes and in time, whoever sends it and whoever reads it.

Around all pages, as a form may be read before it is asked who sends it.
"""

import asyncio
import re
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a form.
MOST = 2_000_000
#: Seconds until all of it is here; ten megabytes take as long over a slow line.
SECONDS = 120.0


class BodyLimits:
    """413 as soon as more comes than may, whatever its head says; 408 where it comes too slowly."""

    def __init__(self, app: ASGIApp, *, larger: Mapping[re.Pattern[str], int]) -> None:
        """`larger`: addresses that take more bytes, as they take files."""
        self._app, self._larger = app, larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = next((n for path, n in self._larger.items() if path.match(scope["path"])), MOST)
        stated = Headers(scope=scope).get("content-length", "")
        bounded = _Bounded(receive, most, too_large=stated.isdecimal() and int(stated) > most)
        await self._app(scope, bounded, send)


class _Bounded:
    """The body of one request; what comes after it, the browser's leaving, may take its time."""

    def __init__(self, receive: Receive, most: int, *, too_large: bool) -> None:
        self._receive, self._left, self._too_large = receive, most, too_large
        self._until = asyncio.get_running_loop().time() + SECONDS
        self._more = True

    async def __call__(self) -> Message:
        if not self._more:
            return await self._receive()
        if self._too_large:
            raise HTTPException(413)
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(408, headers={"connection": "close"}) from None
        self._more = bool(message.get("more_body"))
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413)
        return message
