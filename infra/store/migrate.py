"""Bring a database to the newest revision of the tables, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from models.errors import Mistake

SCRIPTS = Path(__file__).parent / "migrations"
#: Any number, as long as every process of ours uses the same one.
_LOCK = 20_260_401


def migrate(connection: Connection) -> None:
    """Run the missing revisions inside the caller's transaction: all of them or none.

    Processes that open the database at once wait for each other; on SQLite the caller's write lock
    sees to that, on PostgreSQL an advisory lock.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    try:
        command.upgrade(config(connection), "head")
    except CommandError as error:  # it knows no such revision: all of ours are in this package
        raise Mistake(
            "このデータベースは新しい版の talentpool が書いたものです。その版を使ってください"
            f" / a newer talentpool wrote this database; use that one: {error}"
        ) from None


def config(connection: Connection) -> Config:
    """What alembic needs to know: where the revisions are, and our connection."""
    settings = Config()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
