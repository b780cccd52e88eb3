"""Every plan of a tiny problem, one by one: what is best is then beyond doubt.

Feasibility and points are judged by the checker alone; only what could never help is not tried.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

from matcher.check import faults, terms
from matcher.plan import Plan, Status, Terms
from matcher.problem import Assignment, Bar, Line, PairTerms, Previous, Problem, ProblemTalent
from models.entities import Form, Nature, Role
from models.ids import LineId, PoolId, RequestId, TalentId
from models.months import Month, window
from models.pool_settings import Weights
from tests.matcher.some_facts import with_facts

PLACES = ("202029", "202037")
BOTH = (Role.PM, Role.ENGINEER)
_FIRSTS = (Month("2026-07"), Month("2026-07"), Month("2027-03"))


def best_score(problem: Problem) -> int | None:
    """The score of the best plan; None where no plan is valid."""
    cells = [
        (line, talent, month, _amounts(problem, line, talent, month))
        for line in problem.lines
        for talent in problem.talents
        for month in line.hours
    ]
    best = None
    for amounts in _within(problem, cells):
        hours: dict[tuple[LineId, TalentId], dict[Month, int]] = {}
        for (line, talent, month, _), amount in zip(cells, amounts, strict=True):
            if amount:
                hours.setdefault((line.line_id, talent.talent_id), {})[month] = amount
        made = tuple(Assignment(line_id=p[0], talent_id=p[1], hours=h) for p, h in hours.items())
        earned = terms(problem, made)
        if best is not None and earned.score <= best:
            continue
        if not faults(problem, _plan(problem, made, earned)):
            best = earned.score
    return best


def _amounts(problem: Problem, line: Line, talent: ProblemTalent, month: Month) -> tuple[int, ...]:
    """What the checker lets the pair work in the month when nothing else is planned; pins exactly.

    What it says of a pair on its own (`line × talent: ...`) no other work can mend.
    """
    pair = line.line_id, talent.talent_id
    for pin in problem.pins:
        if pin.pair == pair:
            return (pin.hours.get(month, 0),)
    found = [0]
    for amount in range(1, min(line.hours[month], talent.capacity.get(month, 0)) + 1):
        alone = Assignment(line_id=pair[0], talent_id=pair[1], hours={month: amount})
        told = faults(problem, _plan(problem, (alone,), Terms()))
        if not any(fault.startswith(f"{pair[0]} × {pair[1]}: ") for fault in told):
            found.append(amount)
    return tuple(found)


def _plan(problem: Problem, made: tuple[Assignment, ...], earned: Terms) -> Plan:
    return Plan(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method="brute force",
        assignments=made,
        terms=earned,
        score=earned.score,
    )


def _within(
    problem: Problem, cells: list[tuple[Line, ProblemTalent, Month, tuple[int, ...]]]
) -> Iterator[tuple[int, ...]]:
    """Amounts for all cells; a sum over capacity or demand is cut short."""
    chosen: list[int] = []

    def extend(at: int) -> Iterator[tuple[int, ...]]:
        if at == len(cells):
            yield tuple(chosen)
            return
        line, talent, month, amounts = cells[at]
        of_line = of_talent = 0
        for (other, person, then, _), amount in zip(cells, chosen, strict=False):
            of_line += amount * (other is line and then == month)
            of_talent += amount * (person is talent and then == month)
        most = min(line.hours[month] - of_line, talent.capacity.get(month, 0) - of_talent)
        for amount in amounts:
            if amount > most:
                break
            chosen.append(amount)
            yield from extend(at + 1)
            chosen.pop()

    return extend(0)


def tiny(seed: int) -> Problem:
    """A random problem small enough for best_score, with every rule somewhere in play."""
    random = Random(seed)
    count = random.choice((1, 1, 2))
    # In a third of the problems a fiscal year turns.
    months = window(Random(f"{seed} year").choice(_FIRSTS), count)
    cells = 6 if len(months) == 1 else 4
    talents = [_talent(random, name, months) for name in random.choice(("a", "ab", "ab", "abc"))]
    count = max(1, min(3, cells // len(talents)))
    lines = [_line(random, number, months) for number in range(1, count + 1)]
    pairs = [(ln.line_id, t.talent_id) for ln, t in product(lines, talents)]
    pins, bars, previous = [], [], []
    for pair in pairs:
        line_id, talent_id = pair
        what = random.random()
        hours = {month: random.randint(1, 2) for month in random.sample(months, 1)}
        if what < 0.1:
            pins.append(Assignment(line_id=line_id, talent_id=talent_id, hours=hours))
        elif what < 0.2:
            barred = tuple(random.sample(months, random.randint(0, 1)))
            bars.append(Bar(line_id=line_id, talent_id=talent_id, months=barred))
        if random.random() < 0.3:
            seen = random.random() < 0.5
            previous.append(Previous(line_id=line_id, talent_id=talent_id, hours=hours, seen=seen))
    problem = Problem(
        pool_id=PoolId("20"),
        months=months,
        block=random.randint(0, 3),
        weights=Weights(
            coverage=random.choice((0, 5, 50)),
            coverage_percent=random.choice((30, 50, 100)),
            keep_proposed=random.choice((0, 20, 400)),
            keep_drafted=random.choice((0, 10)),
            keep_hours=random.choice((0, 7)),
            setup=random.choice((0, 10, 60)),
            fit=random.choice((0, 1, 3)),
        ),
        talents=tuple(talents),
        lines=tuple(lines),
        pins=tuple(pins),
        bars=tuple(bars),
        previous=tuple(previous),
        pairs=tuple(_own(Random(f"{seed} pairs"), pairs, months)),
    )
    return with_facts(problem, Random(f"{seed} facts"))


def _own(
    random: Random, pairs: list[tuple[LineId, TalentId]], months: tuple[Month, ...]
) -> Iterator[PairTerms]:
    """Travel and points, in half of the problems."""
    if random.random() < 0.5:
        return
    for line_id, talent_id in pairs:
        if random.random() < 0.6:
            yield PairTerms(
                line_id=line_id,
                talent_id=talent_id,
                overhead={m: random.randint(0, 2) for m in months if random.random() < 0.6},
                points=random.choice((0, 0, 15, 80, -15, -80)),
            )


def _talent(random: Random, name: str, months: tuple[Month, ...]) -> ProblemTalent:
    return ProblemTalent(
        talent_id=TalentId(name),
        roles=random.choice(((Role.PM,), (Role.ENGINEER,), BOTH, BOTH, BOTH)),
        skills={"cloud": random.randint(2, 3)},
        form=random.choice(list(Form)),
        contract_from=random.choice(months) if random.random() < 0.1 else months[0],
        contract_until=random.choice(months) if random.random() < 0.1 else months[-1],
        capacity={month: random.randint(2, 6) for month in months},
        overhead=random.choice((0, 0, 1)),
        municipalities_at_once=random.choice((1, 1, 2)),
        excluded=(PLACES[0],) if random.random() < 0.1 else (),
    )


def _line(random: Random, number: int, months: tuple[Month, ...]) -> Line:
    request = random.choice(("R1", "R1", "R2", "R3"))
    return Line(
        line_id=LineId(f"{request}/{number}"),
        request_id=RequestId(request),
        municipalities={"R1": PLACES[:1], "R2": PLACES[1:], "R3": PLACES}[request],
        role=random.choice((Role.PM, Role.ENGINEER)),
        nature=random.choice(list(Nature)),
        skills={"cloud": random.randint(1, 3)} if random.random() < 0.2 else {},
        hours={month: random.randint(1, 4) for month in months},
        people=random.choice((1, 1, 2)),
        minimum_percent=random.choice((0, 50, 75, 100)),
        value=random.choice((1, 10, 30)),
        needs_pm=random.random() < 0.5,
        exclusive=number == 1 and random.random() < 0.3,
    )
