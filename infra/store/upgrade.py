"""The missing revisions of the tables, by alembic."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from infra.store.migrations import SCRIPTS
from models.errors import Mistake


def upgrade(connection: Connection) -> None:
    """Run them inside the caller's transaction. Raises Mistake where a newer version wrote it."""
    try:
        command.upgrade(config(connection), "head")
    except CommandError as error:  # it knows no such revision: all of ours are in this package
        raise Mistake("database_newer", error=str(error)) from None


def config(connection: Connection) -> Config:
    """What alembic needs to know: where the revisions are, and our connection."""
    settings = Config()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
