"""Bring a database to the newest revision of the tables, one process at a time."""

from sqlalchemy import Connection, text

from infra.store.migrations import newest

#: Any number, as long as every process of ours uses the same one.
_LOCK = 20_260_401


def migrate(connection: Connection) -> None:
    """Run the missing revisions inside the caller's transaction: all of them or none.

    Processes that open the database at once wait for each other; on SQLite the caller's write lock
    sees to that, on PostgreSQL an advisory lock. Raises Mistake where a newer version wrote it.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if _revision(connection) == newest():
        return
    from infra.store.upgrade import upgrade  # noqa: PLC0415  # alembic is long to load

    upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
