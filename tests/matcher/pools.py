"""Seeded pools of the size of a prefecture's today; all numbers are made up."""

from random import Random

from matcher.problem import Line, Problem, ProblemTalent
from models.codes import check_digit
from models.entities import Form, Nature, Role
from models.ids import LineId, PoolId, RequestId, TalentId
from models.months import Month, window

MONTHS = window(Month("2026-04"), 12)
SKILLS = ("cloud", "network", "security", "data", "design")


def pool(seed: int, *, requests: int = 70, talents: int = 9, municipalities: int = 77) -> Problem:
    """About 1.6 lines a request; demand about three times what the talents have."""
    random = Random(seed)
    places = [f"20{n:03d}" + check_digit(f"20{n:03d}") for n in range(201, 201 + municipalities)]
    roles = [Role.PRODUCER, Role.PM, Role.PM, *[Role.ENGINEER] * 6]
    people = []
    for n in range(talents):
        until = 11 if random.random() < 0.8 else random.randrange(5, 11)
        capacity = random.choice((160, 320, 480, 620))
        also = {Role.PM} if random.random() < 0.25 else set()
        people.append(
            ProblemTalent(
                talent_id=TalentId(f"T{n:03d}"),
                roles=tuple({roles[n % len(roles)]} | also),
                skills={s: random.randint(1, 5) for s in SKILLS if random.random() < 0.7},
                form=random.choice(list(Form)),
                contract_from=MONTHS[0],
                contract_until=MONTHS[until],
                capacity=dict.fromkeys(MONTHS, capacity),
                overhead=random.choice((0, 16, 40)),
                municipalities_at_once=random.randint(3, 6),
                excluded=tuple(random.sample(places, random.randint(0, 2))),
            )
        )
    lines = [line for n in range(requests) for line in _request(random, n, random.choice(places))]
    return Problem(pool_id=PoolId("20"), months=MONTHS, talents=tuple(people), lines=tuple(lines))


def _request(random: Random, number: int, place: str) -> list[Line]:
    shape = random.choices(
        (
            (Role.ENGINEER,),
            (Role.PM,),
            (Role.PM, Role.ENGINEER),
            (Role.PRODUCER, Role.PM),
            (Role.PM, Role.ENGINEER, Role.ENGINEER),
        ),
        (30, 20, 30, 8, 12),
    )[0]
    first = random.randrange(10)
    last = min(11, first + random.randrange(2, 8))
    nature, value = random.choice(list(Nature)), random.choice((100, 130, 170)) * 1
    own = random.random() < 0.6
    made = []
    for n, role in enumerate(shape, 1):
        monthly = random.choice((16, 24, 32, 48, 64, 96, 128))
        made.append(
            Line(
                line_id=LineId(f"R{number:03d}/{n}"),
                request_id=RequestId(f"R{number:03d}"),
                municipalities=(place,),
                role=role,
                nature=nature,
                skills={random.choice(SKILLS): random.randint(1, 3)}
                if random.random() < 0.6
                else {},
                hours={m: monthly + random.choice((0, 0, 8)) for m in MONTHS[first : last + 1]},
                people=2 if random.random() < 0.2 else 1,
                value=value * random.choice((100, 120, 150)) // 100,
                needs_pm=not own,
            )
        )
    return made
