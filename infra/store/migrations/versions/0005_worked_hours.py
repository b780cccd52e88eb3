"""Hours that were worked, recorded once when their month is over; and which month a pool is in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worked",
        sa.Column("match_id", sa.String(), primary_key=True),
        sa.Column("month", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), nullable=False),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("talent_id", sa.String(), nullable=False),
        sa.Column("hours", sa.BigInteger(), nullable=False),
        sa.Column("municipalities", sa.String(), nullable=False),
    )
    op.create_index("worked_by_pool", "worked", ["pool_id", "request_id"])
    # Empty: the first turn records what confirmed matches have behind them.
    op.add_column("pools", sa.Column("month", sa.String()))


def downgrade() -> None:
    op.drop_column("pools", "month")
    op.drop_table("worked")
