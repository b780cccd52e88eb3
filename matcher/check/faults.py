"""Every promise that a plan breaks."""

from collections import Counter
from collections.abc import Iterator

from matcher.check.made import Made, named
from matcher.check.points import terms
from matcher.check.rules import capacity, demand, rules
from matcher.plan import Plan, Status, Terms
from matcher.problem import Problem


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Every promise the plan breaks, a sentence each; empty where it keeps them all."""
    broken = list(_header(problem, plan))
    lines = {line.line_id for line in problem.lines}
    talents = {talent.talent_id for talent in problem.talents}
    times = Counter(a.pair for a in plan.assignments)
    for a in plan.assignments:
        if a.line_id not in lines or a.talent_id not in talents:
            broken.append(f"{named(a)}: not in the problem")
        if times[a.pair] > 1:
            broken.append(f"{named(a)}: stands twice")
        for month, hours in a.hours.items():
            if month not in problem.months:
                broken.append(f"{named(a)}: {month} is outside the months")
            if hours <= 0:
                broken.append(f"{named(a)}: {hours} quarters in {month}")
    if broken:
        return list(dict.fromkeys(broken))
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        return list(_gave_up(problem, plan))
    made = Made(problem, plan.assignments)
    return [*rules(made), *_unmet(made, plan), *_points(problem, plan)]


def _header(problem: Problem, plan: Plan) -> Iterator[str]:
    if plan.pool_id != problem.pool_id:
        yield f"plan is of pool {plan.pool_id}, problem of pool {problem.pool_id}"
    if plan.version != problem.version:
        yield f"plan is of version {plan.version}, problem of version {problem.version}"
    if plan.months != problem.months:
        yield "plan and problem have different months"


def _gave_up(problem: Problem, plan: Plan) -> Iterator[str]:
    if plan.assignments or plan.terms != Terms() or plan.score or plan.bound is not None:
        yield f"a plan that is {plan.status} has no assignments, points or bound"
    if plan.status is Status.INFEASIBLE:
        pins = Made(problem, [pin for pin in problem.pins if pin.total])
        if not any([*capacity(pins), *demand(pins)]):
            yield "plan says infeasible, but the pins alone are a valid plan"


def _unmet(made: Made, plan: Plan) -> Iterator[str]:
    """What the plan says is missing must be what is missing."""
    for unmet in plan.unmet:
        line = made.lines.get(unmet.line_id)
        if line is None:
            yield f"{unmet.line_id}: said to be unmet, not in the problem"
            continue
        missing = dict(line.hours)
        for a in made.of_line[line.line_id]:
            missing = {month: h - a.hours.get(month, 0) for month, h in missing.items()}
        total, told = sum(missing.values()), sum(unmet.by_month.values())
        if unmet.hours != total:
            yield f"{line.line_id}: misses {total} quarters, said are {unmet.hours}"
        if told != total or any(missing.get(m) != h for m, h in unmet.by_month.items()):
            yield f"{line.line_id}: the months of what it misses are not right"


def _points(problem: Problem, plan: Plan) -> Iterator[str]:
    ours = terms(problem, plan.assignments)
    for name in Terms.model_fields:
        claimed, earned = getattr(plan.terms, name), getattr(ours, name)
        if claimed != earned:
            yield f"{name}: {claimed} points claimed, {earned} earned"
    if plan.score != ours.score:
        yield f"score: {plan.score} points claimed, {ours.score} earned"
    if plan.bound is not None and plan.bound < ours.score:
        yield f"bound: {plan.bound} is below the score {ours.score}"
    if plan.status is Status.OPTIMAL and plan.bound != plan.score:
        yield f"plan says optimal, but its bound is {plan.bound} and its score {plan.score}"
