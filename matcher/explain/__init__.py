"""Why a line stays unmet and what would be enough; why this person, and who is next."""

from time import monotonic

from matcher.explain.proof import Surroundings
from matcher.explain.unmet import unmet
from matcher.explain.why import why
from matcher.plan import Plan, Status
from matcher.problem import Problem
from matcher.roster import Roster

__all__ = ["explain"]


def explain(problem: Problem, plan: Plan, *, seconds: float | None = None) -> Plan:
    """The same plan with `unmet` and `why` filled in.

    After `seconds`, the lines that remain get their cause and no search for what is enough. A plan
    that is no valid answer is returned as it is.
    """
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        return plan
    roster = Roster(problem, plan.assignments)
    around = Surroundings(problem, plan.assignments)
    until = None if seconds is None else monotonic() + seconds
    rows = [
        unmet(roster, line, around if until is None or monotonic() < until else None)
        for line, left in enumerate(roster.left)
        if any(left)
    ]
    return plan.model_copy(update={"unmet": tuple(rows), "why": tuple(why(roster))})
