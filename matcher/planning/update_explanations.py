"""Explanations that follow a change: what it touches is told anew, the rest as it was told."""

import asyncio
from collections.abc import Iterable

from matcher.explain import Proofs, explain
from matcher.plan import Plan, Unmet, Why
from matcher.problem import Problem
from matcher.repair.touched import served_otherwise
from models.ids import LineId

#: So many lines are explained at a time: in between, somebody else has a turn, or gives it up.
_AT_A_TIME = 100
#: Somebody waits for the first answer: so many changes are planned again for it, and none in a pool
#: of more lines, where one takes as long as the answer. The rest is told with its condition until
#: the pool is quiet.
_TRIES, _SMALL = 40, 300


def update_explanations(
    problem: Problem, plan: Plan, last: Plan, touched: Iterable[LineId]
) -> Plan:
    """The plan with its explanations; those of `last` for lines that are served as they were.

    The latter tell of the moment they were made in: explain the whole plan when there is time.
    """
    stale = {*touched, *served_otherwise(plan.assignments, last.assignments)}
    lines = {line.line_id: at for at, line in enumerate(problem.lines)}
    told = {row.line_id for row in last.unmet} | {row.line_id for row in last.why}
    stale |= lines.keys() - told  # also those of which nothing had to be told
    tries = _TRIES if len(lines) <= _SMALL else 0
    proofs = Proofs(problem, plan.assignments, tries)
    anew = explain(problem, plan, only=stale, proofs=proofs)
    unmet = [u for u in last.unmet if u.line_id in lines and u.line_id not in stale]
    why = [w for w in last.why if w.line_id in lines and w.line_id not in stale]
    return plan.model_copy(
        update={
            "unmet": tuple(sorted((*unmet, *anew.unmet), key=lambda u: lines[u.line_id])),
            "why": tuple(sorted((*why, *anew.why), key=lambda w: lines[w.line_id])),
        }
    )


async def explained(problem: Problem, plan: Plan) -> Plan:
    """The plan with all its explanations; may be cancelled on the way."""
    ids = [line.line_id for line in problem.lines]
    proofs = Proofs(problem, plan.assignments)
    unmet: list[Unmet] = []
    why: list[Why] = []
    for at in range(0, len(ids), _AT_A_TIME):
        some = frozenset(ids[at : at + _AT_A_TIME])
        # Pure Python: a thread keeps the event loop beating.
        part = await asyncio.to_thread(explain, problem, plan, only=some, proofs=proofs)
        unmet += part.unmet
        why += part.why
    return plan.model_copy(update={"unmet": tuple(unmet), "why": tuple(why)})
