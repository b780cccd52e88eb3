"""A PostgreSQL session that never waits for ever: both ends give up, and each says so."""

import asyncio
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from psycopg import AsyncConnection, OperationalError
from psycopg.abc import RV, PQGen

CONNECT_SECONDS = 5


class Session(AsyncConnection[Any]):
    """A connection that hangs up where no answer comes.

    Keepalives and the kernel's time-outs notice a peer that is gone, not one that takes bytes and
    says nothing: a frozen server, or a middle box that forgot the connection.
    """

    answer_seconds = 20.0  #: from a question to its answer
    _hung_up = False

    async def wait(self, gen: PQGen[RV], *args: Any, **more: Any) -> RV:
        """Every exchange with the server comes through here. Raises OperationalError when late."""
        late = asyncio.get_running_loop().call_later(self.answer_seconds, self._hang_up)
        try:
            return await super().wait(gen, *args, **more)
        except OperationalError as error:
            if self._hung_up:
                raise OperationalError(
                    f"PostgreSQL does not answer ({self.answer_seconds:g} s); connecting anew"
                ) from error
            raise
        finally:
            late.cancel()

    @contextmanager
    def patient(self, seconds: float) -> Iterator[None]:
        """In here answers may take so long."""
        usual, self.answer_seconds = self.answer_seconds, seconds
        try:
            yield
        finally:
            self.answer_seconds = usual

    def _hang_up(self) -> None:
        """End the connection below libpq, which then sees it closed and is in no doubt."""
        self._hung_up = True
        with suppress(OSError), socket.socket(fileno=socket.dup(self.pgconn.socket)) as wire:
            wire.shutdown(socket.SHUT_RDWR)


def connect_args(seconds: float) -> dict[str, Any]:
    """What the client asks of its own end, for statements of at most so many seconds."""

    class Patient(Session):
        # A little more: the server may end a statement itself, and say which limit it was.
        answer_seconds = 1.25 * seconds

    return {
        "async_creator_fn": Patient.connect,
        # A statement prepared on one server is unknown to the one behind the next fail-over.
        "prepare_threshold": None,
    }


def url_options(seconds: float) -> dict[str, str]:
    """Options of the connection; those that the URL gives itself come first."""
    quarter = str(max(1, int(seconds / 4)))
    return {
        "connect_timeout": str(CONNECT_SECONDS),
        "keepalives": "1",
        "keepalives_idle": quarter,
        "keepalives_interval": quarter,
        "keepalives_count": "3",
        "tcp_user_timeout": str(int(seconds * 1000)),
    }


def server_limits(seconds: float) -> Mapping[str, str]:
    """What the session asks of the server's end.

    A transaction whose client is frozen, or cut off without a word, is ended after so many seconds:
    it holds the lock of a pool.
    """
    limit, quarter = f"{int(seconds * 1000)}ms", f"{max(1, int(seconds / 4))}s"
    return {
        # Whoever waits for a lock holds a connection: shorter than a statement.
        "lock_timeout": f"{int(seconds / 3 * 1000)}ms",
        "statement_timeout": limit,
        "idle_in_transaction_session_timeout": limit,
        "tcp_user_timeout": limit,
        "tcp_keepalives_idle": quarter,
        "tcp_keepalives_interval": quarter,
        "tcp_keepalives_count": "3",
    }
