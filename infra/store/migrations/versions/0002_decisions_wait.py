"""Decisions wait for their match, and an event id has one content."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("inbox", sa.Column("digest", sa.String()))
    op.create_table(
        "waiting_decisions",
        sa.Column("seq", _BIG, primary_key=True),
        sa.Column("event_id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("match_id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("headers", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("waiting_by_pool", "waiting_decisions", ["pool_id"])
    op.create_index("waiting_by_match", "waiting_decisions", ["match_id"])


def downgrade() -> None:
    op.drop_table("waiting_decisions")
    op.drop_column("inbox", "digest")
