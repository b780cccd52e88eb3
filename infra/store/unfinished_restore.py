"""Whether a restore has begun and not ended: a store that is half there serves nobody."""

from sqlalchemy import delete

from infra.store.base import StorePart
from infra.store.tables import (
    API_REPLIES,
    API_TOKENS,
    CALENDARS,
    RESTORES,
    TICKETS,
    WEB_SESSIONS,
    keep,
)


class UnfinishedRestorePart(StorePart):
    """Remembers a restore until it has ended, whatever ends the process before."""

    async def begin_restore(self) -> None:
        """From now on the store is not whole. Raises TryAgain.

        What once opened it opens it no more: whoever held a cookie, a link or a token of the time
        of the backup may have lost the right to it since.
        """
        async with self._database.writing() as connection:
            for table in (WEB_SESSIONS, TICKETS, CALENDARS, API_TOKENS, API_REPLIES):
                await connection.execute(delete(table))
            begun = self._now().isoformat(timespec="seconds")
            await keep(connection, RESTORES, [{"begun": begun}])

    async def end_restore(self) -> None:
        """Everything is there again. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(RESTORES))
