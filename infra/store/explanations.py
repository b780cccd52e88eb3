"""What a plan says of each line, in rows of their own: one line's is read without the others'."""

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.tables import EXPLANATIONS
from matcher.explanation import line_explanations
from matcher.plan import Plan
from matcher.problem import Problem


async def keep_explanations(connection: AsyncConnection, plan: Plan, problem: Problem) -> None:
    """Those of the plan, in the place of what was said of an earlier plan of its version."""
    await connection.execute(
        delete(EXPLANATIONS).where(
            EXPLANATIONS.c.pool_id == plan.pool_id, EXPLANATIONS.c.version == plan.version
        )
    )
    lines = (line.line_id for line in problem.lines)
    rows = [
        {
            "pool_id": plan.pool_id,
            "version": plan.version,
            "line_id": each.line_id,
            "position": position,
            "lacks_hours": each.unmet is not None,
            "content": each.model_dump_json(exclude_defaults=True),
        }
        for position, each in enumerate(line_explanations(lines, plan.unmet, plan.why))
    ]
    if rows:
        await connection.execute(insert(EXPLANATIONS), rows)
