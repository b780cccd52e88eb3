"""Requests of a generated pool and their demand lines: roles, windows, hours, minimum, value."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.distributions import (
    EXCLUSIVE,
    EXCLUSIVE_HOURS,
    LEVELS_ASKED,
    MINIMUM,
    NATURES,
    ROLE_HOURS,
    SKILLS,
    SKILLS_ASKED,
    URGENCY,
    pick,
)
from bench.places import Place, region
from bench.vendors import concerned
from matcher.building.need import need
from matcher.problem import Line
from models.entities import Nature, Role
from models.hours import PER_HOUR
from models.ids import RequestId, line_id
from models.months import Month
from models.pool_settings import Need

#: Requests of two to four municipalities together.
_JOINT = 0.06
#: Requests with an engineer and no PM, neither asked nor in place: nobody can serve the engineer.
_FORGOTTEN_PM = 0.03
#: Requests with all three roles, of those with several lines.
_ALL_ROLES = 0.13
#: Hours are written in steps of two, at least one step, at most 110 a month and person.
_STEP, _MOST = 2 * PER_HOUR, 110 * PER_HOUR

_SINGLE = {Role.ENGINEER: 0.5, Role.PRODUCER: 0.25, Role.PM: 0.25}
_PAIRED: dict[tuple[Role, ...], float] = {
    (Role.PM, Role.ENGINEER): 0.75,
    (Role.PRODUCER, Role.PM): 0.15,
    (Role.ENGINEER, Role.ENGINEER): 0.10,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A line whose hours are still in proportion to those of the others."""

    line: Line  #: with a quarter in each month of its window
    shape: dict[Month, float]


def lines(
    *,
    requests: int,
    count: int,
    quarters: int,
    months: Sequence[Month],
    places: Sequence[Place],
    random: Random,
) -> tuple[Line, ...]:
    """`count` lines in so many requests that ask for about `quarters` in all."""
    drafts = [
        draft
        for at, roles in enumerate(_role_lists(requests, count, random))
        for draft in _request(RequestId(f"R-{at + 1:04d}"), roles, months, places, random)
    ]
    scale = quarters / sum(sum(draft.shape.values()) for draft in drafts)
    for _ in range(4):  # rounding and the most per person change the sum a little
        found = [_hours(draft, scale) for draft in drafts]
        scale *= quarters / sum(sum(hours.values()) for hours in found)
    return tuple(
        draft.line.model_copy(update={"hours": hours})
        for draft, hours in zip(drafts, found, strict=True)
    )


def _role_lists(requests: int, count: int, random: Random) -> list[tuple[Role, ...]]:
    more = count - requests  # lines beyond the first
    triples = int(more * _ALL_ROLES)
    pairs = more - 2 * triples
    found: list[tuple[Role, ...]] = [tuple(Role)] * triples
    found += [pick(random, _PAIRED) for _ in range(pairs)]
    found += [(pick(random, _SINGLE),) for _ in range(requests - triples - pairs)]
    random.shuffle(found)
    return found


def _request(
    request_id: RequestId,
    roles: tuple[Role, ...],
    months: Sequence[Month],
    places: Sequence[Place],
    random: Random,
) -> list[Draft]:
    asking = _asking(places, random)
    nature = pick(random, {nature: spec[0] for nature, spec in NATURES.items()})
    window = _window(nature, months, random)
    urgency = pick(random, dict(URGENCY))
    parts = need(
        [place.code for place in asking],
        region(asking),
        {place.code: place.last for place in asking},
        months[0],
        Need(),
    )
    vendors = concerned(random)
    size = random.lognormvariate(0, 0.6) * NATURES[nature][2] * len(asking) ** 0.5
    forgotten = random.random() < _FORGOTTEN_PM
    drafts = []
    for number, role in enumerate(roles, start=1):
        people = 2 if random.random() < (0.15 if role is Role.ENGINEER else 0.05) else 1
        alone = people == 1 and nature is Nature.CONTINUOUS and random.random() < EXCLUSIVE
        amount = size * ROLE_HOURS[role] * people**0.5 * (EXCLUSIVE_HOURS if alone else 1)
        line = Line(
            line_id=line_id(request_id, number),
            request_id=request_id,
            municipalities=tuple(sorted(place.code for place in asking)),
            role=role,
            nature=nature,
            skills=_skills(role, random),
            hours=dict.fromkeys(window, 1),
            people=people,
            minimum_percent=pick(random, dict(MINIMUM)),
            value=urgency * (100 + sum(parts.values())) // 100,
            needs_pm=Role.PM in roles or forgotten,
            exclusive=alone,
            vendors=vendors,
            need=parts,
        )
        drafts.append(Draft(line, _shape(window, amount, random)))
    return drafts


def _asking(places: Sequence[Place], random: Random) -> list[Place]:
    at = random.choices(range(len(places)), [place.weight for place in places])[0]
    together = random.randint(2, 4) if random.random() < _JOINT else 1
    return list(places[at : at + together]) or [places[at]]


def _window(nature: Nature, months: Sequence[Month], random: Random) -> Sequence[Month]:
    """Months in a row: most work begins soon, some later."""
    least, most = NATURES[nature][1]
    length = min(len(months), random.randint(least, most))
    first = min(int(random.expovariate(0.4)), len(months) - length)
    return months[first : first + length]


def _shape(window: Sequence[Month], amount: float, random: Random) -> dict[Month, float]:
    """Even, with a rush at the beginning, or with one at the end."""
    tilt = random.choice((0.0, 0.0, 0.5, -0.5))
    middle = (len(window) - 1) / 2 or 1
    return {m: amount * (1 + tilt * (middle - at) / middle) for at, m in enumerate(window)}


def _skills(role: Role, random: Random) -> dict[str, int]:
    count = random.choices(range(3), SKILLS_ASKED[role])[0]
    asked = sorted(random.sample(SKILLS[role], count))
    return {skill: random.choices(range(1, 6), LEVELS_ASKED)[0] for skill in asked}


def _hours(draft: Draft, scale: float) -> dict[Month, int]:
    most = _MOST * draft.line.people
    return {
        month: min(most, max(_STEP, round(part * scale / _STEP) * _STEP))
        for month, part in draft.shape.items()
    }
