"""What whoever states something should look at: facts that refuse nothing."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from application.session import ReadSession
from matcher.figures.outside_horizon import apart
from models.entities import Request, Role, Talent, TalentStatus
from models.ids import PoolId
from models.months import Month, window
from models.phrase import Phrase
from models.skills import skill_key

#: Months that a pool can be planned ahead at most.
MOST_PLANNED = 24


async def skills_nobody_has(
    session: ReadSession,
    pool_id: PoolId,
    requests: Sequence[Request],
    *,
    joining: Iterable[Talent] = (),
    before: Request | None = None,
) -> list[Phrase]:
    """Each skill that the requests ask for and nobody in the pool holds, with names near it.

    `joining` are talents posted together with them; what `before` asked already is not told again.
    """
    asked: dict[str, str] = {}
    for request in requests:
        for line in request.lines:
            asked |= {skill_key(name): name for name in line.skills if skill_key(name) not in asked}
    for line in before.lines if before else ():
        asked = {key: name for key, name in asked.items() if key not in map(skill_key, line.skills)}
    if not asked:
        return []
    talents = [*await session.reads.talents(pool_id), *joining]
    here = [each for each in talents if each.status is TalentStatus.ACTIVE]
    held = {skill_key(name): name for talent in here for name in talent.skills}
    return [_nobody_has(name, held) for key, name in asked.items() if key not in held]


def _nobody_has(name: str, held: dict[str, str]) -> Phrase:
    key = skill_key(name)
    near = [each for each in held if key in each or each in key]
    near += [each for each in get_close_matches(key, held, n=3) if each not in near]
    names = tuple(held[each] for each in near[:3])
    perhaps = Phrase.of("perhaps_skill", names=names) if names else ""
    return Phrase.of("skill_nobody_has", skill=name, perhaps=perhaps)


def beyond_horizon(request: Request, present: Month, horizon: int) -> Phrase | None:
    """That hours are asked in months later than those planned, and what can be done."""
    months = window(present, horizon)
    beyond: dict[Month, int] = {}
    inside = False
    for line in request.lines:
        _, later = apart(line.hours, months)
        beyond.update({month: beyond.get(month, 0) + later[month] for month in later})
        inside |= any(amount for month, amount in line.hours.items() if month in months)
    if not beyond:
        return None
    first, last = min(beyond), max(beyond)
    reached = last in window(present, MOST_PLANNED)
    return Phrase.of(
        "hours_beyond_plan" if inside else "all_hours_beyond_plan",
        hours=sum(beyond.values()),
        when=Phrase.of("one_month" if first == last else "months_to", first=first, last=last),
        first=months[0],
        last=months[-1],
        mend=Phrase.of(
            "plan_further" if reached else "see_that_months_are_right",
            pool_id=request.pool_id,
            most=MOST_PLANNED,
        ),
    )


def engineers_without_pm(request: Request) -> Phrase | None:
    """That engineers are asked and nobody leads them."""
    roles = {line.role for line in request.lines}
    if Role.ENGINEER in roles and Role.PM not in roles and not request.pm_in_place:
        return Phrase.of("engineers_without_pm")
    return None


def stumbling_points(request: Request) -> list[Phrase]:
    """What made others stumble: months that nobody leads, work that nobody owns or keeps running.

    None of them refuses anything.
    """
    found = []
    if alone := months_without_pm(request):
        found.append(Phrase.of("stumble_no_pm", months=tuple(alone)))
    if not request.owner:
        found.append(Phrase.of("stumble_no_owner"))
    if not request.operator:
        found.append(Phrase.of("stumble_no_operator"))
    return found


def months_without_pm(request: Request) -> list[Month]:
    """Months in which engineers are asked and no PM is, of the municipality or of the pool."""
    if request.pm_in_place:
        return []
    asked = {role: _months(request, role) for role in (Role.ENGINEER, Role.PM)}
    return sorted(asked[Role.ENGINEER] - asked[Role.PM])


def _months(request: Request, role: Role) -> set[Month]:
    lines = [line for line in request.lines if line.role is role]
    return {month for line in lines for month, hours in line.hours.items() if hours}


def untrained(talent: Talent, *, training_required: bool) -> Phrase | None:
    """That nobody is placed in this pool before the training."""
    trained = talent.training_waiver or talent.trained_from
    return Phrase.of("training_required") if training_required and not trained else None


def appointment_ends(talent: Talent) -> Phrase | None:
    """That an appointment for a fiscal year is planned until its end, and not for the contract."""
    if talent.last_month < talent.contract_until:
        return Phrase.of(
            "appointment_ends", until=talent.last_month, contract=talent.contract_until
        )
    return None
