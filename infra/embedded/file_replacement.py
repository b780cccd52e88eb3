"""A backup takes the place of a file that others may have open: all of it, or nothing changes."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path

from infra.embedded.restore_carry_over import carry
from infra.sqlite import may_pass
from models.errors import Mistake
from models.phrase import Phrase
from models.put_aside import Aside

#: So long others are waited for.
_SECONDS = 5.0
_LOOK = 0.05
_WAL = ("-wal", "-shm")


def replace(place: Path, copy: Path) -> Aside | None:
    """The copy takes the place of the file, with its log; what is not continued goes aside.

    Raises Mistake where others have the file open, or it is out of reach; nothing is changed then.
    """
    with closing(sqlite3.connect(copy)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    if not place.exists():
        _move(copy, place)
        return None
    aside = _free(place.with_name(f"{place.name}.before-restore"))
    try:
        with _alone(place) as db:
            carried = carry(db, copy)
            if not carried:
                _write(db, aside)
            # Written over and not renamed: whoever waits for the file goes on in what it is then.
            with closing(sqlite3.connect(copy)) as source:
                source.backup(db)
            return None if carried else Aside(aside, "another log")
    except sqlite3.Error as error:
        if may_pass(error):
            raise in_use(place, error) from error
    for end in ("", *_WAL):  # a write-ahead log may hold what can still be rescued
        beside = place.with_name(place.name + end)
        if beside.exists():
            os.replace(beside, aside.with_name(aside.name + end))
    _move(copy, place)
    return Aside(aside, "unreadable")


def _move(copy: Path, place: Path) -> None:
    for end in _WAL:
        place.with_name(place.name + end).unlink(missing_ok=True)
    os.replace(copy, place)


def _write(db: sqlite3.Connection, aside: Path) -> None:
    os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(sqlite3.connect(aside)) as into:
            db.backup(into)
    except BaseException:
        aside.unlink()
        raise


@contextmanager
def _alone(place: Path) -> Iterator[sqlite3.Connection]:
    """The file, whole and locked against everybody else. Raises sqlite3.Error."""
    deadline = time.monotonic() + _SECONDS
    while True:
        db = sqlite3.connect(place, timeout=_LOOK, isolation_level=None)
        try:
            _lock(db)
            break
        except sqlite3.Error as error:
            db.close()
            if not may_pass(error) or time.monotonic() > deadline:
                raise
            time.sleep(_LOOK)
    try:
        yield db
    finally:
        db.close()


def _lock(db: sqlite3.Connection) -> None:
    # Leaving the write-ahead log is refused while anybody else has the file open, reading or not.
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA main.locking_mode = EXCLUSIVE")  # held from here until the file is closed
    db.execute("BEGIN EXCLUSIVE")
    db.execute("COMMIT")


def in_use(place: Path, error: BaseException | None) -> Mistake:
    """What to say where others have the file open, or it is out of reach."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_BUSY) & 0xFF
    if code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Mistake("file_out_of_reach", file=str(place), error=str(error))
    who = ", ".join(_open_in(place)) or Phrase.of("programs_unknown")
    return Mistake("file_open_elsewhere", file=str(place), who=who)


def _open_in(place: Path) -> list[str]:
    """`name PID` of the programs that have the file open, as far as this system tells us."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            files = [os.path.realpath(each) for each in (process / "fd").iterdir()]
            name = (process / "comm").read_text().strip()
        except OSError:
            continue  # it has ended, or is another user's
        if str(place.resolve()) in files and process.name != str(os.getpid()):
            found.append(f"{name} {process.name}")
    return found


def _free(aside: Path) -> Path:
    """Such a name that nothing has: what an earlier restore put aside stays."""
    names = (aside.with_name(f"{aside.name}-{number}") for number in count(2))
    return next(name for name in chain((aside,), names) if not name.exists())
