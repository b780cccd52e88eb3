"""Addresses at which calendar programs read a talent's year."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendars",
        sa.Column("account_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False, unique=True),
        sa.Column("made", sa.Float(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("calendars")
