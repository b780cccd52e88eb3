"""What a plan says of each line, in rows of their own.

Plans that are there keep what they say in themselves, and are read so, until the next one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "explanations",
        sa.Column("pool_id", sa.String(), sa.ForeignKey("pools.pool_id"), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("line_id", sa.String(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lacks_hours", sa.Boolean(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("explanations")
