"""Errors of SQLite, sorted by what happens next: wait for what may pass, or stop."""

import sqlite3
from pathlib import Path

from models.errors import Damaged

#: SQLite says "locked", "cannot open", "disk full" and "no such table" with one class; only the
#: codes tell what may pass from what is our own fault.
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}


_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def damaged(error: BaseException | None, file: Path | None) -> Damaged | None:
    """What to say of a file that is no database; None where the error is another."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
        return None
    return Damaged("file_damaged_database", file=str(file), error=str(error))


def may_pass(error: sqlite3.Error) -> bool:
    """Whether the same may be tried again later."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _PASSING
    return "closed" in str(error) or "no active connection" in str(error)
