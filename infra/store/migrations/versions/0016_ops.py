"""Filters that accounts have kept; when a record was taken, and when a plan was committed."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_filters",
        sa.Column("account_id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("query", sa.String(), nullable=False),
    )
    op.add_column("inbox", sa.Column("time", sa.Float(), nullable=True))
    op.add_column("plans", sa.Column("time", sa.Float(), nullable=True))


def downgrade() -> None:
    op.drop_column("plans", "time")
    op.drop_column("inbox", "time")
    op.drop_table("saved_filters")
