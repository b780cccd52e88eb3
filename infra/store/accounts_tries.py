"""How often a sign-in was tried lately: shared by every process, and kept over restarts."""

import hashlib
from datetime import UTC, datetime, timedelta

from sqlalchemy import case, delete, literal, update

from infra.store.base import StorePart
from infra.store.tables import TRIES, inserting


class TriesPart(StorePart):
    """Counts before anything is checked, so that many tries at once gain nothing."""

    async def take_try(
        self, key: str, *, limit: int, window: timedelta, now: datetime
    ) -> datetime | None:
        """Count a try; None: it may be made, else until when no more may. Raises TryAgain.

        The window begins anew with the last try that was allowed: it ends by itself, whatever is
        tried meanwhile.
        """
        seconds = now.timestamp()
        row = {"key": _digest(key), "count": 1, "since": seconds}
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

    async def forgive(self, key: str) -> None:
        """Whoever tried was right: it counts for nothing. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(TRIES).where(TRIES.c.key == _digest(key)))

    async def forgive_one(self, key: str) -> None:
        """One of many that share this key was right. Raises TryAgain."""
        ours = (TRIES.c.key == _digest(key)) & (TRIES.c.count > 0)
        async with self._database.writing() as connection:
            await connection.execute(update(TRIES).where(ours).values(count=TRIES.c.count - 1))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
