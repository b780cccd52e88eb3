"""Which plan somebody has seen last."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_looks",
        sa.Column("account_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("looked", sa.Float(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("unmet", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("plan_looks")
