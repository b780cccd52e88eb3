"""HTTP as uvicorn speaks it, but whoever says nothing, or never comes to an end, is not waited for.

Uvicorn closes what is idle after an answer; a connection that never asks, or whose request drips in
byte by byte, it would hold for ever.
"""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds within which the head of a request is here, from its first byte or from the connection.
HEAD_SECONDS = 20.0


class ImpatientHttp(H11Protocol):
    """Closes a connection whose request does not come."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody is there."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """More of a request: its head, or what follows it, whose time the pages look after."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waiting is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
