"""A restore that has begun and not ended."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("restores", sa.Column("begun", sa.String(), primary_key=True))


def downgrade() -> None:
    op.drop_table("restores")
