"""The store, whole: its parts over one database, and its opening and closing."""

import asyncio

from sqlalchemy import text

from infra.store.accounts import AccountsPart
from infra.store.accounts_credentials import CredentialsPart
from infra.store.accounts_tickets import TicketsPart
from infra.store.accounts_tries import TriesPart
from infra.store.api import ApiPart
from infra.store.audit import AuditPart
from infra.store.calendars import CalendarsPart
from infra.store.claims import ClaimsPart
from infra.store.dead_letters import DeadLettersPart
from infra.store.drafts import DraftsPart
from infra.store.dump import DumpPart
from infra.store.early_decisions import EarlyDecisionsPart
from infra.store.erase_person import ErasePersonPart
from infra.store.keys import KeysPart
from infra.store.match_rebuild import MatchRebuildPart
from infra.store.migrate import migrate
from infra.store.outbox import OutboxPart
from infra.store.people import PeoplePart
from infra.store.plan_failures import PlanFailuresPart
from infra.store.plan_looks import PlanLooksPart
from infra.store.plans import PlansPart
from infra.store.reads.every import EveryRead
from infra.store.saved_filters import SavedFiltersPart
from infra.store.scenarios import ScenariosPart
from infra.store.sent import SentPart
from infra.store.sheet_imports import SheetImportsPart
from infra.store.unfinished_restore import UnfinishedRestorePart
from infra.store.webhooks import WebhooksPart
from models.errors import TryAgain


class SqlStore(
    MatchRebuildPart,
    PlansPart,
    PlanFailuresPart,
    OutboxPart,
    EarlyDecisionsPart,
    ClaimsPart,
    DumpPart,
    DeadLettersPart,
    SentPart,
    PeoplePart,
    ErasePersonPart,
    UnfinishedRestorePart,
    AccountsPart,
    CalendarsPart,
    DraftsPart,
    CredentialsPart,
    TicketsPart,
    TriesPart,
    PlanLooksPart,
    AuditPart,
    SavedFiltersPart,
    ApiPart,
    KeysPart,
    SheetImportsPart,
    ScenariosPart,
    WebhooksPart,
    EveryRead,
):
    """What people stated, what was planned and agreed, and what is still to be said.

    `url` is sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME. Any number of processes may
    have the same database open.
    """

    async def open(self) -> None:
        """Bring the tables to their newest revision. Twice is the same as once. Raises TryAgain."""
        if file := self._database.file:
            try:
                await asyncio.to_thread(file.parent.mkdir, parents=True, exist_ok=True)
            except OSError as error:
                raise TryAgain("folder_not_made", file=str(file), error=error.strerror) from error
        await self._database.prepare()
        async with self._database.writing(long=True) as connection:
            await connection.run_sync(migrate)
        # The process before us may have died with something left to say.
        self.outbox_ready.set()

    async def close(self) -> None:
        """Let the database go; may be opened again."""
        await self._database.close()

    async def ping(self) -> str:
        """One line that names the database and its version. Raises TryAgain where it is away."""
        async with self._database.reading() as connection:
            if self._database.is_sqlite:
                version = (await connection.execute(text("SELECT sqlite_version()"))).scalar_one()
                return f"SQLite {version}, {self._database.file}"
            version = (await connection.execute(text("SHOW server_version"))).scalar_one()
            url = self._database.url
            return f"PostgreSQL {version}, {url.database} on {url.host or 'this machine'}"
