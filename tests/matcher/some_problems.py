"""Random problems: small and cramped, so that every rule bites somewhere."""

from collections.abc import Iterator
from itertools import product
from random import Random

from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Bar, Line, PairTerms, Previous, Problem, ProblemTalent
from models.entities import Form, Nature, Role
from models.ids import LineId, PoolId, RequestId, TalentId, line_id
from models.months import Month, window
from models.pool_settings import Weights
from tests.matcher.some_facts import with_facts

CODES = ("202011", "202029", "202037", "202045", "202053")


def some_problem(
    seed: int, *, requests: int = 5, talents: int = 4, months: int = 3, scale: int = 8
) -> Problem:
    """A valid problem whose pins, if any, respect capacity and demand.

    Amounts are multiples of `scale`, or of half of it: 2 makes problems that can be enumerated.
    """
    random = Random(seed)
    # In a third of the problems a fiscal year turns.
    first = Random(f"{seed} year").choice(("2026-07", "2026-07", "2027-02"))
    span = window(Month(first), months)
    block = random.choice((1, scale, 2 * scale))
    people = tuple(_talent(random, at, span, scale) for at in range(talents))
    lines = tuple(line for at in range(requests) for line in _lines(random, at, span, scale))
    pairs = [(line, talent) for line in lines for talent in people]
    own = tuple(_own(Random(f"{seed} pairs"), pairs, scale))
    problem = Problem(
        pool_id=PoolId("20"),
        months=span,
        block=block,
        weights=Weights(
            coverage=random.choice((0, 50)),
            keep_hours=random.choice((0, 5)),
            setup=random.choice((0, 200)),
        ),
        talents=people,
        lines=lines,
        bars=tuple(
            Bar(
                line_id=line.line_id,
                talent_id=talent.talent_id,
                months=random.choice(((), (span[0],), span[:2])),
            )
            for line, talent in pairs
            if random.random() < 0.1
        ),
        pairs=own,
    )
    problem = with_facts(problem, Random(f"{seed} facts"))
    agreed = _pins(random, list(product(problem.lines, problem.talents)), scale, own)
    previous = tuple(
        Previous(
            line_id=line.line_id,
            talent_id=talent.talent_id,
            hours={m: scale * random.choice((1, 2, 5)) for m in span if m in line.hours},
            seen=random.random() < 0.5,
        )
        for line, talent in pairs
        if random.random() < 0.1
    )
    return problem.model_copy(update={"pins": agreed, "previous": previous})


def _talent(random: Random, at: int, span: tuple[Month, ...], scale: int) -> ProblemTalent:
    first = random.choice((span[0], span[0], span[0], span[-1]))
    return ProblemTalent(
        talent_id=TalentId(f"T-{at:02d}"),
        roles=random.choice(
            ((Role.PM,), (Role.ENGINEER,), (Role.ENGINEER, Role.PM), (Role.PRODUCER, Role.ENGINEER))
        ),
        skills={"cloud": random.choice((1, 3, 5))} if random.random() < 0.7 else {},
        form=random.choice(list(Form)),
        contract_from=first,
        contract_until=random.choice((span[-1], span[-1], first)),
        capacity={m: scale * random.choice((0, 5, 10, 20)) for m in span},
        overhead=random.choice((0, 0, scale + 1)),
        municipalities_at_once=random.choice((1, 2, 4)),
        excluded=tuple(code for code in CODES if random.random() < 0.06),
    )


def _lines(random: Random, at: int, span: tuple[Month, ...], scale: int) -> list[Line]:
    request = RequestId(f"R-{at:03d}")
    places = tuple(random.sample(CODES, random.choice((1, 1, 2))))
    roles = random.choice(
        ((Role.PM, Role.ENGINEER), (Role.ENGINEER,), (Role.PM,), (Role.PRODUCER, Role.ENGINEER))
    )
    return [
        Line(
            line_id=line_id(request, number),
            request_id=request,
            municipalities=places,
            role=role,
            nature=random.choice(list(Nature)),
            skills={"cloud": random.choice((2, 4))} if random.random() < 0.3 else {},
            hours={
                m: max(0, scale * random.choice((0, 1, 3, 5)) - random.choice((0, 0, scale // 2)))
                for m in span
            },
            people=random.choice((1, 1, 2, 3)),
            minimum_percent=random.choice((0, 50, 80, 100)),
            value=random.choice((50, 100, 170)),
            needs_pm=random.random() < 0.7,
            exclusive=at % 5 == 4,
        )
        for number, role in enumerate(roles, 1)
    ]


def _own(
    random: Random, pairs: list[tuple[Line, ProblemTalent]], scale: int
) -> Iterator[PairTerms]:
    """Travel of every third pair, points of every sixth."""
    for line, talent in pairs:
        away = {m: scale * random.choice((1, 2)) // 2 for m in line.hours}
        overhead = away if random.random() < 0.3 else {}
        points = random.choice((100, 500, -100, -500)) if random.random() < 0.15 else 0
        if overhead or points:
            yield PairTerms(
                line_id=line.line_id,
                talent_id=talent.talent_id,
                overhead=overhead,
                points=points,
            )


def _pins(
    random: Random,
    pairs: list[tuple[Line, ProblemTalent]],
    scale: int,
    own: tuple[PairTerms, ...],
) -> tuple[Assignment, ...]:
    """Some agreed work, within capacity and demand, whatever else it breaks."""
    overhead = {(pair.line_id, pair.talent_id): pair.overhead for pair in own}
    used: dict[tuple[str, str], int] = {}
    made = []
    for line, talent in pairs:
        if random.random() > 0.06:
            continue
        hours = {}
        for month, asked in line.hours.items():
            inside = talent.contract_from <= month <= talent.last_month
            free = max(0, talent.capacity[month] - talent.overhead) if inside else 0
            free -= used.get((talent.talent_id, month), 0)
            lost = overhead.get((line.line_id, talent.talent_id), {}).get(month, 0)
            given = used.get((line.line_id, month), 0)
            if (
                amount := min(free - lost, asked - given, scale * random.choice((1, 3, 5)) // 2)
            ) > 0:
                hours[month] = amount
                for owner, all_of_it in ((talent.talent_id, amount + lost), (line.line_id, amount)):
                    used[owner, month] = used.get((owner, month), 0) + all_of_it
        if hours:
            made.append(
                Assignment(line_id=LineId(line.line_id), talent_id=talent.talent_id, hours=hours)
            )
    return tuple(made)


def plan_of(problem: Problem, assignments: tuple[Assignment, ...]) -> Plan:
    """A plan that claims what its assignments earn."""
    earned = terms(problem, assignments)
    return Plan(
        pool_id=problem.pool_id,
        months=problem.months,
        status=Status.FEASIBLE,
        method="greedy",
        assignments=assignments,
        terms=earned,
        score=earned.score,
    )
