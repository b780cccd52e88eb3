"""The tables, and the two statements that the databases spell differently."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from models import record_rows, rows


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


INBOX = _table(record_rows.InboxRow)
WAITING = _table(record_rows.WaitingRow)
CLAIMS = _table(rows.ClaimRow)
POOLS = _table(rows.PoolRow)
REQUESTS = _table(rows.RequestRow)
TALENTS = _table(rows.TalentRow)
PEOPLE = _table(rows.PersonRow)
ERASURES = _table(rows.ErasureRow)
REVISIONS = _table(rows.RevisionRow)
MATCHES = _table(rows.MatchRow)
DECLINES = _table(rows.DeclineRow)
WORKED = _table(rows.WorkedRow)
PLANS = _table(rows.PlanRow)
EXPLANATIONS = _table(rows.ExplanationRow)
LEDGER = _table(rows.LedgerTableRow)
PLAN_FAILURES = _table(rows.PlanFailureRow)
SENT = _table(record_rows.SentRow)
RESTORES = _table(rows.RestoreRow)
OUTBOX = _table(record_rows.OutboxRow)
DEAD_LETTERS = _table(record_rows.DeadLetterRow)

Rows = Sequence[Mapping[str, Any]]


async def upsert(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert the rows; one whose primary key is there already replaces it."""
    if not rows:
        return
    statement = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    rest = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    await connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=rest), list(rows)
    )


async def keep(connection: AsyncConnection, table: Table, rows: Rows) -> None:
    """Insert the rows; one whose primary key is there already stays as it is."""
    if rows:
        statement = _insert(connection, table).on_conflict_do_nothing()
        await connection.execute(statement, list(rows))


async def add_missing(connection: AsyncConnection, table: Table, rows: Rows) -> int:
    """Insert the few rows whose primary key is not there yet; how many that were."""
    statement = _insert(connection, table).values(list(rows)).on_conflict_do_nothing()
    # The row count of an INSERT is not told alike by the drivers; what is returned, is.
    added = await connection.execute(statement.returning(*table.primary_key))
    return len(added.all())


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
