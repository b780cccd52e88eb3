"""What a plan is worth, term by term, straight from the sentences of the terms."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from matcher.check.hours import has
from matcher.plan import Terms
from matcher.problem import Assignment, Problem
from models.entities import Role
from models.pool_settings import FORM_FIT


def terms(problem: Problem, assignments: Sequence[Assignment]) -> Terms:
    """The objective of these assignments, term by term, in points."""
    lines = {line.line_id: line for line in problem.lines}
    talents = {talent.talent_id: talent for talent in problem.talents}
    weights = problem.weights
    hours_of = {a.pair: a.hours for a in assignments}
    points_of = {(pair.line_id, pair.talent_id): pair.points for pair in problem.pairs}
    served = fit = stability = coverage = 0
    asked: defaultdict[tuple[str, ...], int] = defaultdict(int)
    given: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for line in problem.lines:
        asked[line.municipalities] += line.asked
    for a in assignments:
        line, talent = lines[a.line_id], talents[a.talent_id]
        served += line.value * a.total
        fit += weights.fit * FORM_FIT[talent.form][line.nature] * a.total - weights.setup
        fit += points_of.get(a.pair, 0)
        given[line.municipalities] += a.total
    for place, total in asked.items():
        tier = total * weights.coverage_percent // 100
        coverage += weights.coverage * min(given[place], tier)
    for before in problem.previous:
        now = hours_of.get(before.pair)
        if now is None:
            continue
        stability += weights.keep_proposed if before.seen else weights.keep_drafted
        if before.seen:
            same = sum(min(now.get(month, 0), h) for month, h in before.hours.items())
            stability += weights.keep_hours * same
    return Terms(
        served=served,
        coverage=coverage,
        stability=stability,
        fit=fit,
        producer=_producer(problem, assignments),
        balance=-_over(problem, assignments),
    )


def _producer(problem: Problem, assignments: Sequence[Assignment]) -> int:
    """Points for the started lines that a producer covers."""
    started = {a.line_id for a in assignments}
    working = [line for line in problem.lines if line.line_id in started]
    covered = {line.request_id for line in working if line.role is Role.PRODUCER}
    others = [line for line in working if line.role is not Role.PRODUCER]
    return problem.weights.producer * sum(line.request_id in covered for line in others)


def _over(problem: Problem, assignments: Sequence[Assignment]) -> int:
    """What hours above each talent's fair share cost, in points."""
    load: Counter[str] = Counter()
    for a in assignments:
        load[a.talent_id] += a.total
    over = 0
    for talent in problem.talents:
        if not load[talent.talent_id]:
            continue
        all_hours = sum(has(talent, month) for month in problem.months)
        over += max(0, load[talent.talent_id] - all_hours * problem.weights.balance_percent // 100)
    return problem.weights.balance * over
