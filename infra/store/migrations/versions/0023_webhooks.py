"""Receivers of match events, and messages on their way to them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "webhooks",
        sa.Column("webhook_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("webhooks_by_pool", "webhooks", ["pool_id"])
    op.create_table(
        "webhook_posts",
        sa.Column("webhook_id", sa.String(), primary_key=True),
        sa.Column("message_id", sa.String(), primary_key=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("webhook_posts")
    op.drop_index("webhooks_by_pool", "webhooks")
    op.drop_table("webhooks")
