"""How often a sign-in was tried lately: shared by every process, and kept over restarts."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, case, delete, literal, select, update

from infra.store.base import StorePart
from infra.store.tables import TRIES, inserting
from models.credentials import Tries


class TriesPart(StorePart):
    """Counts before anything is checked, so that many tries at once gain nothing."""

    async def take_try(
        self, key: str, *, limit: int, window: timedelta, now: datetime, within: str = ""
    ) -> datetime | None:
        """Count a try, apart `within` something. Raises TryAgain.

        None: it may be made, else until when no more may.
        The window begins anew with the last try that was allowed: it ends by itself, whatever is
        tried meanwhile.
        """
        seconds = now.timestamp()
        row = {"key": _key(key, within), "count": 1, "since": seconds}
        async with self._database.writing() as connection:
            over = TRIES.c.since <= seconds - window.total_seconds()
            more = TRIES.c.count + 1
            insert = inserting(connection, TRIES).values(row)
            statement = insert.on_conflict_do_update(
                index_elements=[TRIES.c.key],
                set_={
                    "count": case((over, 1), (more > limit, limit + 1), else_=more),
                    "since": case((over | (more <= limit), literal(seconds)), else_=TRIES.c.since),
                },
            )
            found = await connection.execute(statement.returning(TRIES.c.count, TRIES.c.since))
            count, since = found.one()
            # Long over: nobody asks about these any more.
            old = TRIES.c.since < seconds - 10 * window.total_seconds()
            await connection.execute(delete(TRIES).where(old))
        return datetime.fromtimestamp(since, UTC) + window if count > limit else None

    async def tries(self, key: str) -> Sequence[Tries]:
        """What is counted, and what apart within something."""
        query = select(TRIES).where(_all_of(key))
        async with self._database.reading() as connection:
            rows = list(await connection.execute(query))
        return [
            Tries(
                count=each.count,
                since=datetime.fromtimestamp(each.since, UTC),
                within=each.key != _key(key),
            )
            for each in rows
        ]

    async def forgive(self, key: str, *, within: str = "") -> None:
        """Whoever tried was right: it counts for nothing. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(TRIES).where(TRIES.c.key == _key(key, within)))

    async def forgive_all(self, key: str) -> None:
        """Nothing is counted any more, neither within anything. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(TRIES).where(_all_of(key)))

    async def forgive_one(self, key: str) -> None:
        """One of many that share this key was right. Raises TryAgain."""
        ours = (TRIES.c.key == _key(key)) & (TRIES.c.count > 0)
        async with self._database.writing() as connection:
            await connection.execute(update(TRIES).where(ours).values(count=TRIES.c.count - 1))


def _key(key: str, within: str = "") -> str:
    return f"{_digest(key)}/{_digest(within)}" if within else _digest(key)


def _all_of(key: str) -> ColumnElement[bool]:
    whole = _digest(key)
    return (TRIES.c.key == whole) | TRIES.c.key.startswith(f"{whole}/")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
