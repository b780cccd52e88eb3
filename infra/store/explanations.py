"""What a plan says of each line, in rows of their own: one line's is read without the others'."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.readable import readable
from infra.store.tables import EXPLANATIONS, PLANS
from matcher.explanation import LineExplanation, Unmet, line_explanations
from matcher.plan import Plan
from matcher.problem import Problem
from models.ids import LineId, PoolId


class ExplanationsPart(StorePart):
    """Reads what the newest plan says of its lines."""

    async def explanation(self, pool_id: PoolId, line_id: LineId) -> LineExplanation | None:
        """What the newest plan says of one line; None where it says nothing."""
        async with self._database.reading() as connection:
            newest = await _newest(connection, pool_id)
            found = await connection.execute(
                select(EXPLANATIONS.c.content).where(
                    EXPLANATIONS.c.pool_id == pool_id,
                    EXPLANATIONS.c.version == newest,
                    EXPLANATIONS.c.line_id == line_id,
                )
            )
            content = found.scalar_one_or_none()
            if content is not None:
                return readable(LineExplanation, content, pool_id)
            of_plan = await _kept_in_the_plan(connection, pool_id, newest)
            return next((each for each in of_plan if each.line_id == line_id), None)

    async def unmet(self, pool_id: PoolId) -> tuple[Unmet, ...]:
        """The lines of the newest plan that lack hours, in its order, without the other reasons."""
        async with self._database.reading() as connection:
            newest = await _newest(connection, pool_id)
            found = await connection.execute(
                select(EXPLANATIONS.c.content)
                .where(
                    EXPLANATIONS.c.pool_id == pool_id,
                    EXPLANATIONS.c.version == newest,
                    EXPLANATIONS.c.lacks_hours,
                )
                .order_by(EXPLANATIONS.c.position)
            )
            rows = _readable(found.scalars(), pool_id)
            rows = rows or await _kept_in_the_plan(connection, pool_id, newest)
            return tuple(row.unmet for row in rows if row.unmet)


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


async def explained(connection: AsyncConnection, plan: Plan) -> Plan | None:
    """The plan with what is kept beside it; one from before that was so is whole already.

    None where a part cannot be read: without it, hours that nobody covers would not be counted.
    """
    found = await connection.execute(
        select(EXPLANATIONS.c.content)
        .where(EXPLANATIONS.c.pool_id == plan.pool_id, EXPLANATIONS.c.version == plan.version)
        .order_by(EXPLANATIONS.c.position)
    )
    contents = found.scalars().all()
    rows = _readable(contents, plan.pool_id)
    if not contents:
        return plan
    if len(rows) < len(contents):
        return None
    return plan.model_copy(
        update={
            "unmet": tuple(row.unmet for row in rows if row.unmet),
            "why": tuple(why for row in rows for why in row.why),
        }
    )


async def _newest(connection: AsyncConnection, pool_id: PoolId) -> int | None:
    query = select(PLANS.c.version).where(PLANS.c.pool_id == pool_id)
    return (
        await connection.execute(query.order_by(PLANS.c.version.desc()).limit(1))
    ).scalar_one_or_none()


async def _kept_in_the_plan(
    connection: AsyncConnection, pool_id: PoolId, version: int | None
) -> list[LineExplanation]:
    """Of a plan that was kept when its explanations still were a part of it."""
    content = (
        await connection.execute(
            select(PLANS.c.content).where(PLANS.c.pool_id == pool_id, PLANS.c.version == version)
        )
    ).scalar_one_or_none()
    if content is None:
        return []
    plan = readable(Plan, content, pool_id)
    if plan is None:
        return []
    return list(line_explanations((), plan.unmet, plan.why))


def _readable(contents: Iterable[str], pool_id: PoolId) -> list[LineExplanation]:
    """Those that this version can read; the others are said anew with the next plan."""
    rows = (readable(LineExplanation, content, pool_id) for content in contents)
    return [row for row in rows if row]
