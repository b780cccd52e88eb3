"""Errors of a database, sorted by what happens next: wait, connect anew and wait, or stop."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from infra import sqlite

#: SQLSTATE classes and codes of PostgreSQL that end by themselves, or by the hand of whoever runs
#: the server. https://www.postgresql.org/docs/current/errcodes-appendix.html
_PASSING = (
    "08",  # connection exceptions
    "25006",  # read-only: a standby, a fail-over, a full disk
    "25P03",  # idle in a transaction for too long: we were frozen
    "25P04",  # a transaction took too long
    "26000",  # a prepared statement of another server
    "28",  # the server knows neither us nor our password, now
    "3D000",  # the database is not there, yet
    "40",  # serialization, deadlock
    "42501",  # a right was taken from us
    "53",  # connections, memory, disk
    "55006",  # in use
    "55P03",  # a lock
    "57",  # canceled, shut down, starting, dropped
    "58",  # the machine below the server
)

#: This session will say so again however often it is asked; another server may not.
_LEAVE = ("25006", "25P03", "25P04", "26000", "57P")


def may_pass(error: DBAPIError) -> bool:
    """Whether the same may be tried again later; everything else is our own fault: stop."""
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, sqlite3.Error):
        return sqlite.may_pass(error.orig)
    if code := sqlstate(error.orig):
        return code.startswith(_PASSING)
    # Without a code it came from the driver: the connection was not made, or is no longer.
    return isinstance(error, OperationalError | InterfaceError)


def is_of_this_session(error: BaseException | None) -> bool:
    """Whether the connection, and all others that were made before now, should be let go."""
    return (sqlstate(error) or "").startswith(_LEAVE)


def sqlstate(error: BaseException | None) -> str | None:
    """The five signs of PostgreSQL; None where it did not say any."""
    return getattr(error, "sqlstate", None)
