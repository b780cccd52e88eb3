"""Who made each revision, when and by which event."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), primary_key=True),
        sa.Column("subject", sa.String(), primary_key=True),
        sa.Column("revision", sa.Integer(), primary_key=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("correlation_id", sa.Uuid(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("revisions")
