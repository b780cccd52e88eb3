"""A database URL -> an engine that keeps what it acknowledges."""

from contextlib import closing
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from infra.store.transient_errors import is_of_this_session
from models.errors import Mistake

#: How long a writer waits for another one before the caller is told to try again.
BUSY_SECONDS = 5
#: How long one statement may take on PostgreSQL.
STATEMENT_SECONDS = 15.0
#: How long a caller waits for a connection while all of them are in use.
_POOL_SECONDS = 10

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def database_url(text: str) -> URL:
    """The URL with the driver we use. Raises Mistake, without the password, for any other."""
    try:
        url = make_url(text)
        url = url.set(drivername=_DRIVERS[url.drivername])
    except (ArgumentError, KeyError, ValueError):
        raise Mistake("database_url") from None
    if url.drivername.startswith("sqlite") and url.database in (None, "", ":memory:"):
        raise Mistake("database_in_memory")
    return url


def make_engine(url: URL, seconds: float = STATEMENT_SECONDS) -> AsyncEngine:
    """An engine on SQLite (every commit on the disk) or PostgreSQL; connects to nothing yet.

    On PostgreSQL no statement takes longer than `seconds`, and no silence much longer. Parameters
    never show in errors: some of them are names of people.
    """
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(
            url,
            hide_parameters=True,
            # No isolation level: Python's sqlite3 then leaves BEGIN to us.
            connect_args={"isolation_level": None, "timeout": BUSY_SECONDS},
        )
        event.listen(engine.sync_engine, "connect", _set_pragmas)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine
    from infra.store import postgres_session  # noqa: PLC0415  # the driver is long to load

    engine = create_async_engine(
        url.set(query=postgres_session.url_options(seconds) | dict(url.query)),
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_timeout=_POOL_SECONDS,
        connect_args=postgres_session.connect_args(seconds),
    )
    limits = postgres_session.server_limits(seconds)
    set_limits = "SELECT " + ", ".join(["set_config(%s, %s, false)"] * len(limits))
    given = [text for name_and_limit in limits.items() for text in name_and_limit]

    def limit(connection: Any, _: Any) -> None:
        with closing(connection.cursor()) as cursor:
            # As a statement: poolers between us and the server refuse them as options.
            cursor.execute(set_limits, given)
        connection.commit()

    event.listen(engine.sync_engine, "connect", limit)
    event.listen(engine.sync_engine, "handle_error", _leave)
    return engine


def _leave(context: ExceptionContext) -> None:
    """Connections to a server that is no longer the one to write to are made anew."""
    if is_of_this_session(context.original_exception):
        context.is_disconnect = True


def _set_pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {int(BUSY_SECONDS * 1000)}",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if how := connection.get_execution_options().get("begin", "BEGIN"):
        connection.exec_driver_sql(how)
