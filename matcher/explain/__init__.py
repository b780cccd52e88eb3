"""Why a line stays unmet and what would be enough; why this person, and why not another."""

from collections.abc import Container
from time import monotonic

from matcher.explain.assignment_reasons import of_one, why
from matcher.explain.eligibility_table import EligibilityTable
from matcher.explain.failed_explanation import logged, unexplained
from matcher.explain.remedies import Proofs
from matcher.explain.removal_cost import RemovalCosts
from matcher.explain.unmet_lines import unmet
from matcher.plan import Plan, Status, Why
from matcher.problem import Problem
from matcher.roster.roster import Roster
from matcher.runtime.gc_pause import gc_paused
from models.ids import LineId, TalentId

__all__ = ["Proofs", "explain", "why_not"]

#: Others kept with each assignment in a plan, and told of where one assignment is asked about.
KEPT, TOLD = 2, 20


def explain(
    problem: Problem,
    plan: Plan,
    *,
    seconds: float | None = None,
    only: Container[LineId] | None = None,
    proofs: Proofs | None = None,
) -> Plan:
    """The same plan with `unmet` and `why` filled in; of `only` these lines, where they are named.

    What is explained in pieces shares its `proofs`, and so says the same as in one piece.
    After `seconds`, the lines that remain get their cause and no search for what is enough. A plan
    that is no valid answer is returned as it is. Each assignment keeps only the nearest others: a
    plan is stored and sent whole, and everybody's reasons would outweigh the rest of it many times;
    `why_not` finds them when somebody asks.
    """
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        return plan
    # Parts of the problem are cut out by the thousand, and freed as they go.
    with gc_paused():
        return _explained(problem, plan, seconds, only, proofs)


def _explained(
    problem: Problem,
    plan: Plan,
    seconds: float | None,
    only: Container[LineId] | None,
    proofs: Proofs | None,
) -> Plan:
    roster = Roster(problem, plan.assignments)
    eligibility = EligibilityTable(roster)
    proofs = proofs or Proofs(problem, plan.assignments)
    removal = RemovalCosts(eligibility, roster)
    until = None if seconds is None else monotonic() + seconds
    rows = []
    for line, left in enumerate(roster.left):
        if not any(left) or (only is not None and problem.lines[line].line_id not in only):
            continue
        row = None
        with logged(problem.pool_id, problem.lines[line].line_id):
            in_time = until is None or monotonic() < until
            row = unmet(eligibility, removal, roster, line, proofs if in_time else None)
        rows.append(row or unexplained(roster, line))
    reasons = tuple(why(eligibility, removal, roster, most=KEPT, only=only))
    return plan.model_copy(update={"unmet": tuple(rows), "why": reasons})


def why_not(
    problem: Problem, plan: Plan, line_id: LineId, talent_id: TalentId, *, most: int = TOLD
) -> Why:
    """Why the talent serves the line, and why each of the nearest others does not: found now.

    `others` of the answer counts all who hold the role. KeyError where the plan has no such
    assignment.
    """
    roster = Roster(problem, plan.assignments)
    line, talent = roster.numbered.line_at[line_id], roster.numbered.talent_at[talent_id]
    if talent not in roster.on[line]:
        raise KeyError(talent_id)
    eligibility = EligibilityTable(roster)
    return of_one(eligibility, RemovalCosts(eligibility, roster), roster, line, talent, most=most)
