"""Hours of a match that were agreed once, then ended from a month on."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    ended = sa.Column("ended_hours", sa.String(), nullable=False, server_default="{}")
    op.add_column("matches", ended)


def downgrade() -> None:
    op.drop_column("matches", "ended_hours")
