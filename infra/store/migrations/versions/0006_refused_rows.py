"""The outbox puts aside what the log refuses; a dead letter says how much of it is not here."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("refused", sa.String()))
    op.add_column(
        "dead_letters",
        sa.Column("missing", sa.BigInteger(), nullable=False, server_default="0"),
    )


def downgrade() -> None:
    op.drop_column("dead_letters", "missing")
    op.drop_column("outbox", "refused")
