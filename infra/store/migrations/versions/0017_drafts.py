"""Requests that are still being written."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("draft_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("drafts_by_pool", "drafts", ["pool_id"])


def downgrade() -> None:
    op.drop_table("drafts")
