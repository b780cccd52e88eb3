"""What a match is about is kept with it; old matches get what their requests say now."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_AGREED = ("accepted_by_talent", "accepted_by_municipality", "confirmed")
_BY_ALL_PLACES = ("accepted_by_municipality", "confirmed")


def upgrade() -> None:
    with op.batch_alter_table("matches") as matches:
        matches.add_column(sa.Column("terms", sa.String()))
        matches.add_column(sa.Column("agreed_terms", sa.String()))
        for name in ("accepted_by", "contradictions"):
            matches.add_column(sa.Column(name, sa.String(), nullable=False, server_default="[]"))
    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT m.match_id, m.line_id, m.state, r.content FROM matches m"
            " JOIN requests r ON r.pool_id = m.pool_id AND r.request_id = m.request_id"
        )
    ).all()
    for row in found:
        terms = _terms(json.loads(row.content), int(row.line_id.rpartition("/")[2]))
        if terms is None:
            continue
        by_all = terms["municipalities"] if row.state in _BY_ALL_PLACES else []
        connection.execute(
            sa.text(
                "UPDATE matches SET terms = :terms, agreed_terms = :agreed, accepted_by = :by"
                " WHERE match_id = :id"
            ),
            {
                "terms": json.dumps(terms),
                "agreed": json.dumps(terms) if row.state in _AGREED else None,
                "by": json.dumps(by_all),
                "id": row.match_id,
            },
        )


def _terms(request: dict[str, Any], number: int) -> dict[str, Any] | None:
    for line in request["lines"]:
        if line["line"] == number:
            return {
                "municipalities": request["municipalities"],
                "title": request["title"],
                "theme": request.get("theme", ""),
                "nature": request.get("nature", "continuous"),
                "role": line["role"],
                "skills": line.get("skills", {}),
                "on_site_percent": line.get("on_site_percent", 0),
                "exclusive": line.get("exclusive", False),
            }
    return None


def downgrade() -> None:
    with op.batch_alter_table("matches") as matches:
        for name in ("terms", "agreed_terms", "accepted_by", "contradictions"):
            matches.drop_column(name)
