"""Run by alembic: takes the connection, and with it the transaction, of the caller."""

from alembic import context
from sqlmodel import SQLModel

import models.message_rows
import models.state_rows  # noqa: F401

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata
)
with context.begin_transaction():
    context.run_migrations()
