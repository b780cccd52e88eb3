"""What a valid plan is, in plain Python: slow, obvious, ignorant of the solver it judges."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from matcher.plan import Plan, Status, Terms
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Role
from models.pool import FORM_FIT


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Every promise the plan breaks, a sentence each; empty where it keeps them all."""
    broken = list(_header(problem, plan))
    lines = {line.line_id for line in problem.lines}
    talents = {talent.talent_id for talent in problem.talents}
    times = Counter(a.pair for a in plan.assignments)
    for a in plan.assignments:
        if a.line_id not in lines or a.talent_id not in talents:
            broken.append(f"{_name(a)}: not in the problem")
        if times[a.pair] > 1:
            broken.append(f"{_name(a)}: stands twice")
        for month, hours in a.hours.items():
            if month not in problem.months:
                broken.append(f"{_name(a)}: {month} is outside the months")
            if hours <= 0:
                broken.append(f"{_name(a)}: {hours} quarters in {month}")
    if broken:
        return list(dict.fromkeys(broken))
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        return list(_gave_up(problem, plan))
    return [*_rules(problem, plan.assignments), *_unmet(problem, plan), *_points(problem, plan)]


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
    return Terms(served=served, coverage=coverage, stability=stability, fit=fit)


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
        pins = [pin for pin in problem.pins if pin.total]
        if not any([*_capacity(problem, pins), *_demand(problem, pins)]):
            yield "plan says infeasible, but the pins alone are a valid plan"


def _rules(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    """The hard rules, each on its own; pins are exempt from all but capacity and demand."""
    yield from _pinned(problem, made)
    yield from _eligible(problem, made)
    yield from _capacity(problem, made)
    yield from _demand(problem, made)
    yield from _lines(problem, made)
    yield from _block(problem, made)
    yield from _concurrency(problem, made)
    yield from _exclusive(problem, made)


def _pinned(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    hours_of = {a.pair: a.hours for a in made}
    for pin in problem.pins:
        agreed = {month: h for month, h in pin.hours.items() if h}
        planned = hours_of.get(pin.pair, {})
        for month in sorted(agreed.keys() | planned.keys()):
            if agreed.get(month, 0) != planned.get(month, 0):
                yield (
                    f"{_name(pin)}: pinned to {agreed.get(month, 0)} quarters in {month}, "
                    f"planned are {planned.get(month, 0)}"
                )


def _eligible(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    lines, talents = _by_id(problem)
    for a in _unpinned(problem, made):
        line, talent = lines[a.line_id], talents[a.talent_id]
        if line.role not in talent.roles:
            yield f"{_name(a)}: does not hold the role {line.role}"
        for skill, level in line.skills.items():
            if talent.skills.get(skill, 0) < level:
                yield f"{_name(a)}: has {skill} {talent.skills.get(skill, 0)}, asked {level}"
        for place in sorted(set(line.municipalities) & set(talent.excluded)):
            yield f"{_name(a)}: excluded at {place}"
        for month in a.hours:
            if month < talent.contract_from or month > talent.contract_until:
                yield f"{_name(a)}: no contract in {month}"
        for bar in problem.bars:
            if (bar.line_id, bar.talent_id) == a.pair:
                for month in sorted(set(bar.months) & a.hours.keys()):
                    yield f"{_name(a)}: barred in {month}"
                if not bar.months:
                    yield f"{_name(a)}: barred"


def _capacity(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    overhead_of = {(pair.line_id, pair.talent_id): pair.overhead for pair in problem.pairs}
    for talent in problem.talents:
        mine = [a for a in made if a.talent_id == talent.talent_id]
        for month in problem.months:
            here = [a for a in mine if a.hours.get(month, 0)]
            used = sum(a.hours[month] for a in here)
            lost = sum(overhead_of.get(a.pair, {}).get(month, 0) for a in here)
            inside = talent.contract_from <= month <= talent.contract_until
            has = max(0, talent.capacity.get(month, 0) - talent.overhead) if inside else 0
            if used + lost > has:
                also = f" and loses {lost} to overhead" if lost else ""
                yield f"{talent.talent_id}: works {used} quarters in {month}{also}, has {has}"


def _demand(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    for line in problem.lines:
        for month in problem.months:
            given = sum(a.hours.get(month, 0) for a in made if a.line_id == line.line_id)
            if given > line.hours.get(month, 0):
                yield (
                    f"{line.line_id}: gets {given} quarters in {month}, "
                    f"asks for {line.hours.get(month, 0)}"
                )


def _lines(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    """minimum_fraction, people_per_line and role_chain: what holds of a line as a whole."""
    pins = {pin.pair for pin in problem.pins}
    started = {a.line_id for a in made}
    led = {ln.request_id for ln in problem.lines if ln.role is Role.PM and ln.line_id in started}
    for line in problem.lines:
        mine = [a for a in made if a.line_id == line.line_id]
        joined = [a for a in mine if a.pair not in pins]
        agreed = len(mine) - len(joined)
        total = sum(a.total for a in mine)
        if joined and not agreed and total < line.minimum:
            yield f"{line.line_id}: started with {total} quarters, its minimum is {line.minimum}"
        if joined and len(mine) > line.people:
            yield f"{line.line_id}: has {len(mine)} people, may have {line.people}"
        if joined and line.role is Role.ENGINEER and line.needs_pm and line.request_id not in led:
            yield f"{line.line_id}: has an engineer, but no PM line of its request is started"


def _block(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    lines, _ = _by_id(problem)
    for a in _unpinned(problem, made):
        for month, hours in a.hours.items():
            block = min(problem.block, lines[a.line_id].hours.get(month, 0))
            if hours < block:
                yield f"{_name(a)}: {hours} quarters in {month}, at least {block} make sense"


def _concurrency(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    lines, _ = _by_id(problem)
    pins = {pin.pair for pin in problem.pins}
    for talent in problem.talents:
        for month in problem.months:
            here = [a for a in made if a.talent_id == talent.talent_id and month in a.hours]
            places = {lines[a.line_id].municipalities for a in here}
            agreed = {lines[a.line_id].municipalities for a in here if a.pair in pins}
            if len(places) > max(talent.municipalities_at_once, len(agreed)):
                yield (
                    f"{talent.talent_id}: serves {len(places)} municipalities in {month}, "
                    f"may serve {talent.municipalities_at_once}"
                )


def _exclusive(problem: Problem, made: Sequence[Assignment]) -> Iterator[str]:
    lines, _ = _by_id(problem)
    pins = {pin.pair for pin in problem.pins}
    for talent in problem.talents:
        mine = [a for a in made if a.talent_id == talent.talent_id]
        for month in problem.months:
            here = [a for a in mine if month in a.hours]
            alone = [a.line_id for a in here if lines[a.line_id].exclusive]
            if alone and len(here) > 1 and any(a.pair not in pins for a in here):
                yield (
                    f"{talent.talent_id}: works on {len(here)} lines in {month}, "
                    f"and {alone[0]} wants them to itself"
                )


def _unmet(problem: Problem, plan: Plan) -> Iterator[str]:
    """What the plan says is missing must be what is missing."""
    lines, _ = _by_id(problem)
    for unmet in plan.unmet:
        line = lines.get(unmet.line_id)
        if line is None:
            yield f"{unmet.line_id}: said to be unmet, not in the problem"
            continue
        missing = dict(line.hours)
        for a in plan.assignments:
            if a.line_id == line.line_id:
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


def _unpinned(problem: Problem, made: Sequence[Assignment]) -> list[Assignment]:
    pins = {pin.pair for pin in problem.pins}
    return [a for a in made if a.pair not in pins]


def _by_id(problem: Problem) -> tuple[dict[str, Line], dict[str, ProblemTalent]]:
    return (
        {line.line_id: line for line in problem.lines},
        {talent.talent_id: talent for talent in problem.talents},
    )


def _name(a: Assignment) -> str:
    return f"{a.line_id} × {a.talent_id}"
