"""A TCP wire between a client and a server that a test can cut, silence, halve or slow down."""

import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["to_server", "to_client"]
_BOTH: frozenset[Direction] = frozenset({"to_server", "to_client"})
_CHUNK = 65536
#: How soon a thread that reads notices that its connection was cut.
_LOOK_SECONDS = 0.05


@dataclass(eq=False)
class _Pair:
    """One connection: both ends, and what became of it."""

    client: socket.socket
    server: socket.socket
    #: TCP never loses bytes in the middle: a direction that lost some stays silent for ever.
    lost: set[Direction] = field(default_factory=set)
    cut: set[socket.socket] = field(default_factory=set)  #: ends that are to be reset
    ended: int = 0  #: directions whose thread has nothing more to carry

    def end(self) -> None:
        """Let go of both ends."""
        self.client.close()
        self.server.close()


class Wire:
    """Listens on a loopback port and carries bytes to `target` (HOST:PORT), in threads of its own.

    Silence swallows what is sent, and the ends hear of nothing. `cut` resets connections.
    """

    def __init__(self, target: str = "") -> None:
        self.target = target  #: may be set later, before the first client comes
        self._swallowed: frozenset[Direction] = frozenset()
        self._refusing = False
        self._delay = 0.0
        self._pairs: set[_Pair] = set()
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listener.settimeout(_LOOK_SECONDS)
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def silence(self, *directions: Direction) -> None:
        """Swallow from now on: both directions, or the one named (a half-open connection)."""
        self._swallowed = frozenset(directions) or _BOTH

    def delay(self, seconds: float) -> None:
        """Hold back every piece of bytes for so long."""
        self._delay = seconds

    def cut(self, *, told: Literal["both", "client"] = "both", refuse: bool = True) -> None:
        """Reset all connections, and refuse new ones; the server may be left in the dark."""
        self._refusing = refuse
        with self._lock:
            for pair in self._pairs:
                pair.lost |= _BOTH
                pair.cut |= {pair.client, pair.server} if told == "both" else {pair.client}

    def heal(self) -> None:
        """Carry bytes again; connections that lost some stay as they are."""
        self._swallowed, self._refusing, self._delay = frozenset(), False, 0.0

    def close(self) -> None:
        """End every connection and stop listening."""
        self._closed.set()
        for thread in list(self._threads):
            thread.join(10)
        self._listener.close()
        for pair in self._pairs:
            pair.end()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            host, _, port = self.target.rpartition(":")
            try:
                if self._refusing:
                    raise ConnectionRefusedError
                server = socket.create_connection((host, int(port)), 5)
            except OSError:
                _reset(client)
                continue
            pair = _Pair(client, server)
            with self._lock:
                self._pairs.add(pair)
            for work in (
                (pair, client, server, "to_server"),
                (pair, server, client, "to_client"),
            ):
                thread = threading.Thread(target=self._carry, args=work, daemon=True)
                self._threads.append(thread)
                thread.start()

    def _carry(
        self, pair: _Pair, source: socket.socket, sink: socket.socket, direction: Direction
    ) -> None:
        source.settimeout(_LOOK_SECONDS)
        with suppress(OSError):
            while not self._closed.is_set():
                if source in pair.cut:
                    _reset(source)
                    break
                try:
                    data = source.recv(_CHUNK)
                except TimeoutError:
                    continue
                if direction in self._swallowed:  # an end is swallowed like any other byte
                    pair.lost.add(direction)
                if not data:
                    break
                if self._delay:
                    time.sleep(self._delay)
                if direction not in pair.lost:
                    self._send(sink, data)
        if direction not in pair.lost:
            with suppress(OSError):
                sink.shutdown(socket.SHUT_WR)
        self._end(pair)

    def _send(self, sink: socket.socket, data: bytes) -> None:
        """All of it, however slowly it is taken."""
        left = memoryview(data)
        while left and not self._closed.is_set():
            with suppress(TimeoutError):
                left = left[sink.send(left) :]

    def _end(self, pair: _Pair) -> None:
        with self._lock:
            pair.ended += 1
            if pair.ended == len(_BOTH) and not pair.lost:
                self._pairs.discard(pair)
                pair.end()


def _reset(sock: socket.socket) -> None:
    """RST instead of FIN: the other end gets an error, not an end."""
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()
