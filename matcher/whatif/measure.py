"""A plan in the numbers by which scenarios are compared."""

from collections.abc import Sequence

from matcher.eligibility.eligibility import free
from matcher.figures.served_municipalities import quarters_by_municipality, served_municipalities
from matcher.plan import Plan
from matcher.problem import Assignment, Line, Problem
from models.entities import Role
from models.frozen import Frozen
from models.hours import Quarters


class OfRole(Frozen):
    """What a plan makes of one role."""

    role: Role
    people: int  #: who work in it
    served: Quarters
    asked: Quarters


class Measures(Frozen):
    """A plan at a glance."""

    served: Quarters
    asked: Quarters
    municipalities: int  #: served with one hour at least
    in_tier: int  #: of those, the ones that reach their first tier
    asking: int  #: municipalities that ask for anything
    unmet_lines: int
    assignments: int
    roles: tuple[OfRole, ...]
    capacity: Quarters  #: of all talents over all months of the plan, after overhead


def measure(problem: Problem, plan: Plan, tier_percent: int) -> Measures:
    """The numbers of a plan; a municipality's first tier is this percentage of what it asks."""
    lines = {line.line_id: line for line in problem.lines}
    asked = quarters_by_municipality((line, line.asked) for line in problem.lines)
    given = quarters_by_municipality((lines[a.line_id], a.total) for a in plan.assignments)
    served = served_municipalities(problem, plan.assignments)
    return Measures(
        served=plan.served,
        asked=sum(line.asked for line in problem.lines),
        municipalities=len(served),
        in_tier=sum(given[c] * 100 >= asked[c] * tier_percent for c in served),
        asking=sum(amount > 0 for amount in asked.values()),
        unmet_lines=len(plan.unmet),
        assignments=len(plan.assignments),
        roles=tuple(_of_role(problem.lines, plan.assignments, role) for role in Role),
        capacity=sum(free(talent, m) for talent in problem.talents for m in problem.months),
    )


def _of_role(lines: Sequence[Line], assignments: Sequence[Assignment], role: Role) -> OfRole:
    mine = {line.line_id for line in lines if line.role is role}
    work = [a for a in assignments if a.line_id in mine]
    return OfRole(
        role=role,
        people=len({a.talent_id for a in work}),
        served=sum(a.total for a in work),
        asked=sum(line.asked for line in lines if line.role is role),
    )
