"""How many plans a pool was given: a better one of the same version is one more."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pools", sa.Column("plans", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("pools", "plans")
