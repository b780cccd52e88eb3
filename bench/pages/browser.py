"""A browser as far as load needs one: keeps its connection and its cookie, and times first bytes.

Raw HTTP/1.1, so that the measuring takes little of the machine that is measured.
"""

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: `first_byte` in seconds after the request was sent; `size` as transferred."""

    status: int
    first_byte: float
    size: int
    location: str
    body: bytes


@dataclass(slots=True)
class Browser:
    """One person's browser."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    @classmethod
    def of(cls, address: str) -> Self:
        """Of a console at this address."""
        parts = urlsplit(address)
        return cls(parts.hostname or "", parts.port or 80)

    async def get(self, path: str) -> Answer:
        """Ask for a page, compressed as browsers do."""
        return await self._ask("GET", path, b"")

    async def post(self, path: str, **fields: str) -> Answer:
        """Send a form."""
        return await self._ask("POST", path, urlencode(fields).encode())

    async def close(self) -> None:
        """Let the connection go."""
        if self._writer:
            self._writer.close()

    async def _ask(self, method: str, path: str, body: bytes) -> Answer:
        if self._writer is None or self._reader is None or self._reader.at_eof():
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        assert self._reader is not None
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: {self.host}:{self.port}\r\n"
            f"accept-encoding: gzip\r\ncookie: {cookie}\r\ncontent-length: {len(body)}\r\n"
            "content-type: application/x-www-form-urlencoded\r\n\r\n"
        )
        began = time.perf_counter()
        self._writer.write(head.encode() + body)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode()
        first_byte = time.perf_counter() - began
        for name, value in re.findall(r"(?im)^set-cookie: ([^=]+)=([^;\r]*)", answer):
            self.cookies[name] = value
        length = re.search(r"(?im)^content-length: (\d+)", answer)
        content = await self._reader.readexactly(int(length[1])) if length else b""
        location = re.search(r"(?im)^location: (\S+)", answer)
        return Answer(
            status=int(answer.split(" ", 2)[1]),
            first_byte=first_byte,
            size=len(answer) + len(content),
            location=location[1] if location else "",
            body=content,
        )
