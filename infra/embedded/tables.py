"""The tables of the embedded log, and every statement on them."""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from models.errors import TryAgain
from models.event_log import Headers, NewRecord, Position, Record

_TABLES = (
    """CREATE TABLE IF NOT EXISTS log_partitions (
        topic TEXT NOT NULL,
        partition INTEGER NOT NULL,
        next INTEGER NOT NULL DEFAULT 0, -- offset of the record to come
        PRIMARY KEY (topic, partition)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS log_records (
        topic TEXT NOT NULL,
        partition INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        key TEXT NOT NULL,
        headers TEXT NOT NULL, -- JSON: [[name, value as latin-1], ...]
        value BLOB NOT NULL,
        UNIQUE (topic, partition, "offset")
    )""",
    """CREATE TABLE IF NOT EXISTS log_groups (
        name TEXT NOT NULL,
        topic TEXT NOT NULL,
        partition INTEGER NOT NULL,
        next INTEGER NOT NULL, -- offset of the record the group takes next
        PRIMARY KEY (name, topic, partition)
    ) WITHOUT ROWID""",
)


class Offset(NamedTuple):
    """Where reading goes on: the next offset of a partition."""

    topic: str
    partition: int
    next: int


def create(db: sqlite3.Connection) -> None:
    """Make the tables that do not exist yet."""
    for table in _TABLES:
        db.execute(table)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE: the write lock is taken, or waited for, before anything is read.
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    try:
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def provision(db: sqlite3.Connection, topics: Sequence[str], partitions: int) -> None:
    """Make the topics that do not exist; those that do keep their partitions."""
    with _transaction(db):
        known = {topic for (topic,) in db.execute("SELECT DISTINCT topic FROM log_partitions")}
        db.executemany(
            "INSERT INTO log_partitions (topic, partition) VALUES (?, ?)",
            [(t, p) for t in dict.fromkeys(topics) if t not in known for p in range(partitions)],
        )


def append(db: sqlite3.Connection, records: Sequence[NewRecord]) -> list[Position]:
    """Keep all the records or none, in one transaction. Raises TryAgain for an unknown topic."""
    with _transaction(db):
        nexts: dict[tuple[str, int], int] = {}
        counts: dict[str, int] = {}
        for topic in {record.topic for record in records}:
            rows = db.execute(
                "SELECT partition, next FROM log_partitions WHERE topic = ?", (topic,)
            ).fetchall()
            if not rows:
                raise TryAgain("topic_missing", topic=topic)
            counts[topic] = len(rows)
            nexts.update({(topic, partition): following for partition, following in rows})
        places = []
        for record in records:
            # crc32 is the same in every process and version; Python's own hash is not.
            at = (record.topic, zlib.crc32(record.key.encode()) % counts[record.topic])
            places.append(Position(topic=at[0], partition=at[1], offset=nexts[at]))
            nexts[at] += 1
        db.executemany(
            'INSERT INTO log_records (topic, partition, "offset", key, headers, value) '
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (p.topic, p.partition, p.offset, r.key, _packed(r.headers), r.value)
                for p, r in zip(places, records, strict=True)
            ],
        )
        db.executemany(
            "UPDATE log_partitions SET next = ? WHERE topic = ? AND partition = ?",
            [(following, *at) for at, following in nexts.items()],
        )
    return places


def waiting(db: sqlite3.Connection, group: str, topics: Sequence[str]) -> list[tuple[Offset, int]]:
    """Where the group goes on, and how many records wait there; only places where some do."""
    rows = db.execute(
        """SELECT p.topic, p.partition, coalesce(g.next, 0), p.next - coalesce(g.next, 0)
           FROM log_partitions p LEFT JOIN log_groups g
             ON g.name = ? AND g.topic = p.topic AND g.partition = p.partition
           WHERE p.topic IN (SELECT value FROM json_each(?)) AND p.next > coalesce(g.next, 0)
           ORDER BY p.topic, p.partition""",
        (group, json.dumps(topics)),
    )
    return [
        (Offset(topic, partition, following), count) for topic, partition, following, count in rows
    ]


def taken(db: sqlite3.Connection, group: str, topics: Sequence[str]) -> list[Offset]:
    """Where the group goes on in every partition of the topics."""
    rows = db.execute(
        """SELECT p.topic, p.partition, coalesce(g.next, 0)
           FROM log_partitions p LEFT JOIN log_groups g
             ON g.name = ? AND g.topic = p.topic AND g.partition = p.partition
           WHERE p.topic IN (SELECT value FROM json_each(?)) ORDER BY p.topic, p.partition""",
        (group, json.dumps(topics)),
    )
    return [Offset(*row) for row in rows]


def ends(db: sqlite3.Connection, topics: Sequence[str]) -> list[Offset]:
    """The end of every partition of the topics."""
    rows = db.execute(
        "SELECT topic, partition, next FROM log_partitions "
        "WHERE topic IN (SELECT value FROM json_each(?)) ORDER BY topic, partition",
        (json.dumps(topics),),
    )
    return [Offset(*row) for row in rows]


def read(db: sqlite3.Connection, place: Offset, limit: int) -> list[Record]:
    """At most `limit` records from a place on, in order."""
    rows = db.execute(
        'SELECT "offset", key, headers, value FROM log_records '
        'WHERE topic = ? AND partition = ? AND "offset" >= ? ORDER BY "offset" LIMIT ?',
        (*place, limit),
    )
    return [
        Record(
            topic=place.topic,
            partition=place.partition,
            offset=offset,
            key=key,
            headers=unpacked(headers),
            value=value,
        )
        for offset, key, headers, value in rows
    ]


def move(db: sqlite3.Connection, group: str, place: Offset) -> None:
    """The group has taken everything before this place."""
    with _transaction(db):
        db.execute(
            "INSERT INTO log_groups (name, topic, partition, next) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (name, topic, partition) DO UPDATE SET next = excluded.next",
            (group, *place),
        )


def begin_now(db: sqlite3.Connection, group: str, topics: Sequence[str]) -> None:
    """The group begins at the end of those topics of which it has taken nothing yet."""
    with _transaction(db):
        db.execute(
            """INSERT INTO log_groups (name, topic, partition, next)
               SELECT ?, p.topic, p.partition, p.next FROM log_partitions p
               WHERE p.topic IN (SELECT value FROM json_each(?)) AND NOT EXISTS
                 (SELECT 1 FROM log_groups g WHERE g.name = ? AND g.topic = p.topic)""",
            (group, json.dumps(topics), group),
        )


def rewind(db: sqlite3.Connection, group: str, topics: Sequence[str]) -> None:
    """The group has taken nothing of the topics yet."""
    with _transaction(db):
        db.execute(
            "DELETE FROM log_groups WHERE name = ? AND topic IN (SELECT value FROM json_each(?))",
            (group, json.dumps(topics)),
        )


def changes(db: sqlite3.Connection) -> int:
    """A number that differs after another connection, of any process, has changed the file."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _packed(headers: Headers) -> str:
    # latin-1 maps every byte to one character and back, so binary values survive as JSON.
    return json.dumps([(name, value.decode("latin-1")) for name, value in headers])


def unpacked(headers: str) -> Headers:
    """The headers as they stand in the column."""
    return tuple((name, value.encode("latin-1")) for name, value in json.loads(headers))
