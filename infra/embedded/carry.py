"""From the file in place into the file that takes its place: what no backup can know."""

import sqlite3
from contextlib import closing
from pathlib import Path

#: Kept as they are in the file in place: it holds whatever was acknowledged since the backup.
_LOG = ("log_partitions", "log_records", "log_groups")


def carry(present: Path, into: Path) -> bool:
    """Carry the log, and who people are; False where the log is not the one that was backed up.

    Raises sqlite3.Error where the file in place cannot be read.
    """
    with closing(sqlite3.connect(into, isolation_level=None)) as db:
        db.execute("ATTACH ? AS present", (str(present.absolute()),))
        db.execute("BEGIN IMMEDIATE")
        if not _goes_on(db):
            return False
        for table in _LOG if _has(db, "present", _LOG[0]) else ():
            made = "SELECT sql FROM present.sqlite_master WHERE name = ?"
            if not _has(db, "main", table):
                db.execute(db.execute(made, (table,)).fetchone()[0])
            db.execute(f"DELETE FROM main.{table}")  # noqa: S608 the names are ours
            db.execute(f"INSERT INTO main.{table} SELECT * FROM present.{table}")  # noqa: S608
        if _has(db, "present", "people"):
            db.execute(
                "INSERT OR REPLACE INTO main.people (pool_id, talent_id, name, mail, note) "
                "SELECT pool_id, talent_id, name, mail, note FROM present.people"
            )
        if _has(db, "present", "erasures"):
            # What was dropped there stays dropped, wherever its topic is read again.
            db.execute("INSERT OR REPLACE INTO main.erasures SELECT * FROM present.erasures")
            columns = ", ".join(_columns(db, "dead_letters"))
            db.execute(
                f"INSERT OR REPLACE INTO main.dead_letters ({columns}) "  # noqa: S608
                f"SELECT {columns} FROM present.dead_letters WHERE status = 'dropped'"
            )
        db.execute("COMMIT")
    return True


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})")]


def close_up(file: Path) -> None:
    """One file, without a write-ahead log that would be left behind when it is moved."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")


def _goes_on(db: sqlite3.Connection) -> bool:
    """The log in place holds, at its place, the last record of every partition of the backup."""
    if not _has(db, "main", "log_partitions"):
        return True
    if not _has(db, "present", "log_records"):
        return db.execute("SELECT 1 FROM main.log_records").fetchone() is None
    # A record whose content was erased since has kept its place, and nothing else.
    lost = """
        SELECT 1 FROM main.log_partitions AS p JOIN main.log_records AS r
            ON r.topic = p.topic AND r.partition = p.partition AND r."offset" = p.next - 1
        WHERE NOT EXISTS (
            SELECT 1 FROM present.log_records AS q
            WHERE q.topic = r.topic AND q.partition = r.partition AND q."offset" = r."offset"
                AND (q.value = r.value AND q.headers = r.headers OR q.value = x''))"""
    return db.execute(lost).fetchone() is None


def _has(db: sqlite3.Connection, schema: str, table: str) -> bool:
    tables = f"SELECT name FROM {schema}.sqlite_master"  # noqa: S608
    return (table,) in db.execute(tables).fetchall()
