"""Tokens of the HTTP API, and answers that are given again."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("token_id", sa.String(), primary_key=True),
        sa.Column("digest", sa.String(), nullable=False, unique=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("api_tokens_by_account", "api_tokens", ["made_by"])
    op.create_table(
        "api_replies",
        sa.Column("token_id", sa.String(), primary_key=True),
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("time", sa.Float(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("api_replies")
    op.drop_table("api_tokens")
