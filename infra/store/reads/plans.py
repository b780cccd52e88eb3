"""The newest plan of a pool, what it answers, what it says of each line, and the one before."""

from collections.abc import Iterable, Sequence
from typing import Any

from infra.store.readable import readable
from infra.store.reads.look import Look, ReadPart
from matcher.explanation import LineExplanation, Unmet, line_explanations
from matcher.plan import Plan
from matcher.problem import Problem
from models.ids import LineId, PoolId

_NEWEST = "FROM plans WHERE pool_id = :pool_id ORDER BY version DESC LIMIT 1"
_SAID = "SELECT content FROM explanations WHERE pool_id = :pool_id AND version = :version"


class PlanReads(ReadPart):
    """Answers about plans."""

    async def plan(self, pool_id: PoolId) -> Plan | None:
        """The newest plan of a pool; None where there is none, or this version cannot read it."""
        async with self._looking() as look:
            found = await look.rows(f"SELECT content {_NEWEST}", pool_id=pool_id)
            plan = readable(Plan, found[0].content, pool_id) if found else None
            return await _explained(look, plan) if plan else None

    async def unreadable_plan(self, pool_id: PoolId) -> bool:
        """Whether the newest plan of a pool is there, and this version cannot read it."""
        found = await self._rows(f"SELECT problem {_NEWEST}", pool_id=pool_id)
        return bool(found) and not (
            await self.plan(pool_id) and readable(Problem, found[0].problem, pool_id)
        )

    async def problem(self, pool_id: PoolId) -> Problem | None:
        """What the newest plan of a pool answers; None where this version cannot read it."""
        found = await self._rows(f"SELECT problem {_NEWEST}", pool_id=pool_id)
        return readable(Problem, found[0].problem, pool_id) if found else None

    async def plan_before(self, pool_id: PoolId, version: int) -> tuple[Plan, Problem] | None:
        """The last plan of an earlier version, and what it answers.

        None where it is not kept, or cannot be read.
        """
        found = await self._rows(
            "SELECT content, problem FROM plans WHERE pool_id = :pool_id AND version < :version"
            " ORDER BY version DESC LIMIT 1",
            pool_id=pool_id,
            version=version,
        )
        if not found:
            return None
        plan = readable(Plan, found[0].content, pool_id)
        problem = readable(Problem, found[0].problem, pool_id)
        return (plan, problem) if plan and problem else None

    async def explanation(self, pool_id: PoolId, line_id: LineId) -> LineExplanation | None:
        """What the newest plan says of one line; None where it says nothing."""
        async with self._looking() as look:
            for newest in await look.rows(f"SELECT version, content {_NEWEST}", pool_id=pool_id):
                found = await look.rows(
                    f"{_SAID} AND line_id = :line_id",
                    pool_id=pool_id,
                    version=newest.version,
                    line_id=line_id,
                )
                if found:
                    return readable(LineExplanation, found[0].content, pool_id)
                of_plan = _kept_in_the_plan(newest, pool_id)
                return next((each for each in of_plan if each.line_id == line_id), None)
        return None

    async def unmet(self, pool_id: PoolId) -> tuple[Unmet, ...]:
        """The lines of the newest plan that lack hours, in its order, without the other reasons."""
        async with self._looking() as look:
            for newest in await look.rows(f"SELECT version, content {_NEWEST}", pool_id=pool_id):
                found = await look.rows(
                    f"{_SAID} AND lacks_hours ORDER BY position",
                    pool_id=pool_id,
                    version=newest.version,
                )
                rows = _readable(found, pool_id) or _kept_in_the_plan(newest, pool_id)
                return tuple(row.unmet for row in rows if row.unmet)
        return ()


async def _explained(look: Look, plan: Plan) -> Plan | None:
    """The plan with what is kept beside it; one from before that was so is whole already.

    None where a part cannot be read: without it, hours that nobody covers would not be counted.
    """
    found = await look.rows(
        f"{_SAID} ORDER BY position", pool_id=plan.pool_id, version=plan.version
    )
    rows = _readable(found, plan.pool_id)
    if not found:
        return plan
    if len(rows) < len(found):
        return None
    return plan.model_copy(
        update={
            "unmet": tuple(row.unmet for row in rows if row.unmet),
            "why": tuple(why for row in rows for why in row.why),
        }
    )


def _kept_in_the_plan(newest: Any, pool_id: PoolId) -> Sequence[LineExplanation]:
    """Of a plan that was kept when its explanations still were a part of it."""
    plan = readable(Plan, newest.content, pool_id)
    return list(line_explanations((), plan.unmet, plan.why)) if plan else []


def _readable(found: Iterable[Any], pool_id: PoolId) -> list[LineExplanation]:
    """Those that this version can read; the others are said anew with the next plan."""
    rows = (readable(LineExplanation, row.content, pool_id) for row in found)
    return [row for row in rows if row]
