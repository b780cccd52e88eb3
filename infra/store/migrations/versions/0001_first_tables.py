"""The first tables. Tables named `log_…` are the embedded event log's; leave them alone."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.Uuid(), primary_key=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("correlation_id", sa.Uuid()),
        sa.Column("outcome", sa.String(), nullable=False),
    )
    op.create_table(
        "pools",
        sa.Column("pool_id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("planned_version", sa.Integer(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("settings_revision", sa.Integer(), nullable=False),
        sa.Column("correlation_id", sa.Uuid()),
    )
    for table, key in (("requests", "request_id"), ("talents", "talent_id")):
        op.create_table(
            table,
            sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), primary_key=True),
            sa.Column(key, sa.String(), primary_key=True),
            sa.Column("revision", sa.Integer(), nullable=False),
            sa.Column("status", sa.String(), nullable=False),
            sa.Column("content", sa.String(), nullable=False),
            sa.Column("event_id", sa.Uuid(), nullable=False),
            sa.Column("correlation_id", sa.Uuid(), nullable=False),
            sa.Column("changed_version", sa.Integer(), nullable=False),
        )
    op.create_table(
        "people",
        sa.Column("pool_id", sa.String(), primary_key=True),
        sa.Column("talent_id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mail", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )
    op.create_table(
        "matches",
        sa.Column("match_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), nullable=False),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("talent_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("fixed_by_hand", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
    )
    op.create_index("matches_by_pool_and_state", "matches", ["pool_id", "state"])
    op.create_table(
        "declines",
        sa.Column("match_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("declines_by_pool", "declines", ["pool_id"])
    op.create_table(
        "plans",
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("bound", sa.BigInteger()),
        sa.Column("status", sa.String(), nullable=False),
    )
    op.create_table(
        "ledger",
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), primary_key=True),
        sa.Column("talent_id", sa.String(), primary_key=True),
        sa.Column("month", sa.String(), primary_key=True),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("capacity", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("used >= 0", name="ledger_used_is_not_negative"),
        sa.CheckConstraint("used <= capacity", name="ledger_used_within_capacity"),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", _BIG, primary_key=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("headers", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dead_letters",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("pool_id", sa.String()),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("headers", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("correlation_id", sa.Uuid()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("replays", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    for table in (
        "dead_letters",
        "outbox",
        "ledger",
        "plans",
        "declines",
        "matches",
        "people",
        "talents",
        "requests",
        "pools",
        "inbox",
    ):
        op.drop_table(table)
