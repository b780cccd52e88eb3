"""Who was erased, and which dead letters were dropped."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("pool_id", sa.String(), primary_key=True),
        sa.Column("talent_id", sa.String(), primary_key=True),
        sa.Column("time", sa.String(), nullable=False),
    )
    op.add_column("dead_letters", sa.Column("dropped", sa.String()))


def downgrade() -> None:
    op.drop_column("dead_letters", "dropped")
    op.drop_table("erasures")
