"""The store: it answers, its tables are of this version, and no restore left it halfway."""

import asyncio

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from application.queries.health_probes import Seen
from infra.embedded.single_instance import restore_at_work
from infra.store.database import Database
from infra.store.upgrade import config
from service.health_checks.opened_world import OpenedWorld
from service.health_checks.seen import FINE, NOT_YET, text


class StoreChecks(OpenedWorld):
    """Checks of the store."""

    async def no_restore_runs(self) -> Seen:
        """Nothing else can be said of a store that is being restored."""
        process = await asyncio.to_thread(restore_at_work, self.settings.embedded_file)
        return not process, text(f"PID {process}" if process else "")

    async def store_answers(self) -> Seen:
        return True, NOT_YET if self.no_store else text(await self.store.ping())

    async def tables_are_new(self) -> Seen:
        if self.no_store:
            return True, NOT_YET
        database = Database(self.settings.database)
        try:
            async with database.reading() as connection:
                current, newest = await connection.run_sync(_revisions)
        finally:
            await database.close()
        return current == newest, text(f"{current or 'none'} ({newest})")

    async def store_is_whole(self) -> Seen:
        """No restore was broken off."""
        if not self.no_store:
            await self.store.look_whole()
        return True, FINE


def _revisions(connection: Connection) -> tuple[str | None, str | None]:
    head = ScriptDirectory.from_config(config(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision(), head
