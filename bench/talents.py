"""Talents of a generated pool: roles 1 : 1.6 : 4, forms, contracts, hours, skills."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from bench.distributions import FORMS, LEVELS_HELD, ROLE_SHAPE, SKILLS, TRAINED, Terms, pick
from bench.places import Place
from bench.sizes import apportion
from bench.vendors import any_vendor
from matcher.problem import ProblemTalent
from models.entities import Form, Role
from models.hours import PER_HOUR
from models.ids import TalentId
from models.months import Month, fiscal_year, plus, year_end

T = TypeVar("T")

#: Part of a full month that August, December, January and May leave; others leave all of it.
_HOLIDAYS = {"08": 0.85, "12": 0.9, "01": 0.85, "05": 0.9}


def talents(
    count: int, months: Sequence[Month], places: Sequence[Place], random: Random
) -> tuple[ProblemTalent, ...]:
    """`count` people with hours in each month of their contracts."""
    roles = _quota(count, ROLE_SHAPE, random)
    forms = _quota(count, {form: terms.share for form, terms in FORMS.items()}, random)
    return tuple(
        _talent(
            TalentId(f"T-{at + 1:04d}"), role, form, months=months, places=places, random=random
        )
        for at, (role, form) in enumerate(zip(roles, forms, strict=True))
    )


def _talent(
    talent_id: TalentId,
    role: Role,
    form: Form,
    *,
    months: Sequence[Month],
    places: Sequence[Place],
    random: Random,
) -> ProblemTalent:
    terms = FORMS[form]
    since, until = _contract(form, months, random)
    full = random.randint(*terms.month)
    roles = _roles(role, random)
    return ProblemTalent(
        talent_id=talent_id,
        roles=roles,
        skills=_skills(roles, random),
        form=form,
        contract_from=since,
        contract_until=until,
        capacity={m: _hours(full, m, random) for m in months if since <= m <= until},
        overhead=random.randint(*terms.overhead) * PER_HOUR,
        municipalities_at_once=random.randint(*terms.places),
        excluded=_excluded(terms, places, random),
        employer=any_vendor(random) if random.random() < terms.employed else None,
        trained_from=_trained(max(since, months[0]), random),
    )


def _trained(since: Month, random: Random) -> Month | None:
    later = pick(random, dict(TRAINED))
    return None if later is None else plus(since, later)


def _contract(form: Form, months: Sequence[Month], random: Random) -> tuple[Month, Month]:
    """First and last month: most have been here since the year began, a few join later.

    All contracts end with a fiscal year. Some fiscal-year appointments are written down for two:
    the second is only open once they have been renewed.
    """
    first = months[0]
    since = Month(f"{fiscal_year(first)}-04")
    if random.random() < 0.1:
        since = plus(first, random.randint(1, 4))
    years = {
        Form.FISCAL_YEAR: random.choice((0, 0, 1)),
        Form.SIDE_JOB: random.choice((0, 0, 1)),
        Form.CONTRACT: random.choice((0, 1)),
        Form.PART_TIME: random.choice((0, 1)),
        Form.FULL_TIME: 10,
    }.get(form, random.choice((0, 1, 1, 2)))
    return since, plus(year_end(since), 12 * years)


def _roles(role: Role, random: Random) -> tuple[Role, ...]:
    """A producer may lead projects, a PM may build."""
    second = {Role.PRODUCER: (Role.PM, 0.3), Role.PM: (Role.ENGINEER, 0.2)}.get(role)
    return (role, second[0]) if second and random.random() < second[1] else (role,)


def _skills(roles: tuple[Role, ...], random: Random) -> dict[str, int]:
    known = sorted({skill for role in roles for skill in SKILLS[role]})
    held = random.sample(known, min(len(known), random.randint(3, 5)))
    return {skill: random.choices(range(1, 6), LEVELS_HELD)[0] for skill in sorted(held)}


def _hours(full: int, month: Month, random: Random) -> int:
    """Quarters of a month, rounded to whole hours."""
    part = _HOLIDAYS.get(month[5:], 1.0) * random.uniform(0.95, 1.0)
    return round(full * part) * PER_HOUR


def _excluded(terms: Terms, places: Sequence[Place], random: Random) -> tuple[str, ...]:
    """Employers and former employers: more common among people with few places."""
    many = random.random() < (0.25 if terms.places[1] <= 2 else 0.10)
    return tuple(sorted(p.code for p in random.sample(places, min(2, len(places))))) if many else ()


def _quota(count: int, shares: dict[T, float], random: Random) -> list[T]:
    """Exactly the shares, as far as whole people allow, in a random order."""
    parts = apportion(count, tuple(shares.values()))
    found = [kind for kind, part in zip(shares, parts, strict=True) for _ in range(part)]
    random.shuffle(found)
    return found
