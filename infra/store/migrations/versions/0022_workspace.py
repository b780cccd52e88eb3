"""Files that coordinators hand in, and scenarios that they compare."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_imports",
        sa.Column("import_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("undo", sa.String(), nullable=False),
        sa.Column("stories", sa.String(), nullable=False),
    )
    op.create_index("sheet_imports_by_pool", "sheet_imports", ["pool_id", "at"])
    op.create_table(
        "scenarios",
        sa.Column("scenario_id", sa.String(), primary_key=True),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("scenarios_by_account", "scenarios", ["account_id", "pool_id"])


def downgrade() -> None:
    op.drop_table("scenarios")
    op.drop_table("sheet_imports")
