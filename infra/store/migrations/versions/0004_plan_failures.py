"""A pool that could not be planned is marked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_failures",
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.String(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("plan_failures")
