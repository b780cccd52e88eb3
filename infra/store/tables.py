"""The tables, and the two statements that the databases spell differently."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from models import account_rows, api_rows, message_rows, state_rows, webhook_rows, workspace_rows


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


INBOX = _table(message_rows.InboxRow)
WAITING = _table(message_rows.WaitingRow)
CLAIMS = _table(state_rows.ClaimRow)
POOLS = _table(state_rows.PoolRow)
REQUESTS = _table(state_rows.RequestRow)
TALENTS = _table(state_rows.TalentRow)
PEOPLE = _table(state_rows.PersonRow)
ERASURES = _table(state_rows.ErasureRow)
REVISIONS = _table(state_rows.RevisionRow)
MATCHES = _table(state_rows.MatchRow)
DECLINES = _table(state_rows.DeclineRow)
WORKED = _table(state_rows.WorkedRow)
PLANS = _table(state_rows.PlanRow)
EXPLANATIONS = _table(state_rows.ExplanationRow)
LEDGER = _table(state_rows.LedgerTableRow)
PLAN_FAILURES = _table(state_rows.PlanFailureRow)
SENT = _table(message_rows.SentRow)
RESTORES = _table(state_rows.RestoreRow)
OUTBOX = _table(message_rows.OutboxRow)
DEAD_LETTERS = _table(message_rows.DeadLetterRow)
ACCOUNTS = _table(account_rows.AccountRow)
API_TOKENS = _table(api_rows.ApiTokenRow)
API_REPLIES = _table(api_rows.KeptReplyRow)
CALENDARS = _table(account_rows.CalendarRow)
WEB_SESSIONS = _table(account_rows.WebSessionRow)
DRAFTS = _table(account_rows.DraftRow)
PLAN_LOOKS = _table(account_rows.PlanLookRow)
AUDIT = _table(account_rows.AuditRow)
SAVED_FILTERS = _table(account_rows.SavedFilterRow)
CREDENTIALS = _table(account_rows.CredentialRow)
TICKETS = _table(account_rows.TicketRow)
TRIES = _table(account_rows.TryRow)
SHEET_IMPORTS = _table(workspace_rows.SheetImportRow)
SCENARIOS = _table(workspace_rows.ScenarioRow)
WEBHOOKS = _table(webhook_rows.WebhookRow)
WEBHOOK_POSTS = _table(webhook_rows.WebhookPostRow)

Rows = Sequence[Mapping[str, Any]]


async def upsert(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert the rows; one whose primary key is there already replaces it."""
    if not rows:
        return
    statement = inserting(connection, table)
    keys = [column.name for column in table.primary_key]
    rest = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    await connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=rest), list(rows)
    )


async def keep(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert the rows; one whose primary key is there already stays as it is."""
    if rows:
        statement = inserting(connection, table).on_conflict_do_nothing()
        await connection.execute(statement, list(rows))


async def add_missing(connection: AsyncConnection, table: Table, rows: Rows) -> int:
    """Insert the few rows whose primary key is not there yet; how many that were."""
    statement = inserting(connection, table).values(list(rows)).on_conflict_do_nothing()
    # The row count of an INSERT is not told alike by the drivers; what is returned, is.
    added = await connection.execute(statement.returning(*table.primary_key))
    return len(added.all())


def inserting(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens where the key is there already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
