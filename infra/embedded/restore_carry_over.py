"""From the file in place into the file that takes its place: what no backup can know."""

import sqlite3
from pathlib import Path

from infra.restored_access import CARRIED, carrying_over

#: Kept as they are in the file in place: it holds whatever was acknowledged since the backup.
_LOG = ("log_partitions", "log_records", "log_groups")


def carry(db: sqlite3.Connection, into: Path) -> bool:
    """Carry the log, who people are and who may enter.

    False where the log is not the one that was backed up.

    `db` is the file in place. Raises sqlite3.Error where it cannot be read.
    """
    db.execute("ATTACH ? AS copy", (str(into.absolute()),))
    db.execute("BEGIN IMMEDIATE")
    goes_on = _goes_on(db)
    if goes_on:
        _take(db)
    db.execute("COMMIT")
    db.execute("DETACH copy")
    return goes_on


def _take(db: sqlite3.Connection) -> None:
    for table in _LOG if _has(db, "main", _LOG[0]) else ():
        if not _has(db, "copy", table):
            made = "SELECT sql FROM main.sqlite_master WHERE name = ?"
            (sql,) = db.execute(made, (table,)).fetchone()
            db.execute(sql.replace("CREATE TABLE ", "CREATE TABLE copy.", 1))
        db.execute(f"DELETE FROM copy.{table}")  # noqa: S608 the names are ours
        db.execute(f"INSERT INTO copy.{table} SELECT * FROM main.{table}")  # noqa: S608
    if _has(db, "main", "people"):
        db.execute(
            "INSERT OR REPLACE INTO copy.people (pool_id, talent_id, name, mail, note) "
            "SELECT pool_id, talent_id, name, mail, note FROM main.people"
        )
    if all(_has(db, "main", table) for table in CARRIED):
        for statement in carrying_over("main.", "copy."):
            db.execute(statement)
    if _has(db, "main", "erasures"):
        # What was dropped there stays dropped, wherever its topic is read again.
        db.execute("INSERT OR REPLACE INTO copy.erasures SELECT * FROM main.erasures")
        columns = ", ".join(_columns(db, "dead_letters"))
        db.execute(
            f"INSERT OR REPLACE INTO copy.dead_letters ({columns}) "  # noqa: S608
            f"SELECT {columns} FROM main.dead_letters WHERE status = 'dropped'"
        )


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{row[1]}"' for row in db.execute(f"PRAGMA copy.table_info({table})")]


def _goes_on(db: sqlite3.Connection) -> bool:
    """The log in place holds, at its place, the last record of every partition of the backup."""
    if not _has(db, "copy", "log_partitions"):
        return True
    if not _has(db, "main", "log_records"):
        return db.execute("SELECT 1 FROM copy.log_records").fetchone() is None
    # A record whose content was erased since has kept its place, and nothing else.
    lost = """
        SELECT 1 FROM copy.log_partitions AS p JOIN copy.log_records AS r
            ON r.topic = p.topic AND r.partition = p.partition AND r."offset" = p.next - 1
        WHERE NOT EXISTS (
            SELECT 1 FROM main.log_records AS q
            WHERE q.topic = r.topic AND q.partition = r.partition AND q."offset" = r."offset"
                AND (q.value = r.value AND q.headers = r.headers OR q.value = x''))"""
    return db.execute(lost).fetchone() is None


def _has(db: sqlite3.Connection, schema: str, table: str) -> bool:
    tables = f"SELECT name FROM {schema}.sqlite_master"  # noqa: S608
    return (table,) in db.execute(tables).fetchall()
