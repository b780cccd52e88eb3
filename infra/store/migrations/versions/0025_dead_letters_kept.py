"""When a dead letter came to the store: nobody knows it of those that are there."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dead_letters", sa.Column("kept", sa.Float()))


def downgrade() -> None:
    op.drop_column("dead_letters", "kept")
