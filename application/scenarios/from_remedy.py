"""A change that would be enough for an unmet line -> the changes of a scenario."""

from collections.abc import Iterator, Mapping

from application.edits import AddHours, AddMembers, Edit, RemoveMembers, SetField, edited
from application.queries.remedy_steps import Known, remedy_steps
from application.session import ReadSession
from application.views.steps import (
    AddTalent,
    ChangeRequest,
    ChangeSettings,
    ChangeTalent,
    LiftDecline,
    PinMatch,
    ResumeMatch,
    Step,
    Value,
    WithdrawRequest,
)
from matcher.plan import Enough, Unmet
from matcher.whatif import Change, Drop, OtherRequest, OtherSettings, OtherTalent, Waive
from models.entities import Form, Nature, Request, Talent
from models.errors import Absent, Mistake
from models.ids import LineId, PoolId, RequestId, TalentId, request_of
from models.pool_settings import PoolSettings


async def remedies_of(
    session: ReadSession, pool_id: PoolId, line_id: LineId
) -> tuple[Unmet, tuple[Enough, ...]]:
    """What would be enough for a line. Raises Absent where it lacks nothing."""
    for unmet in await session.reads.unmet(pool_id):
        if unmet.line_id == line_id:
            return unmet, tuple(unmet.enough)
    raise Absent("remedy_gone", line_id=line_id)


async def changes_of_remedy(
    session: ReadSession, pool_id: PoolId, line_id: LineId, number: int
) -> tuple[Change, ...]:
    """The changes of one of them. Raises Absent, and Mistake where it cannot be tried."""
    unmet, remedies = await remedies_of(session, pool_id, line_id)
    if not 0 <= number < len(remedies):
        raise Absent("remedy_gone", line_id=line_id)
    requests = {each.request_id: each for each in await session.reads.requests(pool_id)}
    talents = {each.talent_id: each for each in await session.reads.talents(pool_id)}
    known = Known(
        request=requests[RequestId(request_of(line_id))],
        matches=await session.reads.matches(pool_id),
        talents=talents,
    )
    settings, _ = await session.reads.settings(pool_id)
    made = [
        change
        for step in remedy_steps(unmet, remedies[number], known)
        for change in _changes(step, requests, talents, settings)
    ]
    if not made:
        raise Mistake("remedy_not_tried")
    return tuple(made)


def _changes(
    step: Step,
    requests: Mapping[RequestId, Request],
    talents: Mapping[TalentId, Talent],
    settings: PoolSettings,
) -> Iterator[Change]:
    match step:
        case ChangeRequest():
            request = requests[step.request_id]
            yield OtherRequest(request=edited(request, _fields(step.fields)))
        case ChangeTalent():
            yield OtherTalent(talent=edited(talents[step.talent_id], _of_talent(step)))
        case AddTalent():
            yield OtherTalent(talent=_somebody(step))
        case ChangeSettings():
            yield OtherSettings(settings=_with_natures(settings, step.fields))
        case LiftDecline():
            request_id, _, line = step.line_id.rpartition("/")
            yield Waive(talent_id=step.talent_id, request_id=request_id, line=int(line))
        case WithdrawRequest():
            yield Drop(request_id=step.request_id)
        case ResumeMatch():
            raise Mistake("remedy_not_tried")
        case PinMatch():
            pass  # only so that it moves nothing else; what is compared shows what moves


def _fields(fields: Mapping[str, Value]) -> Iterator[Edit]:
    for name, value in fields.items():
        line, dot, field = name.partition(".")
        written = list(value) if isinstance(value, tuple) else value
        yield SetField(field=field if dot else name, value=written, line=int(line) if dot else None)


def _of_talent(step: ChangeTalent) -> Iterator[Edit]:
    yield from _fields(step.fields)
    for name, value in step.besides.items():
        skill, _, level = str(value).rpartition(":")
        yield AddMembers(field=name, members={skill: int(level)})
    for name, value in step.without.items():
        members = value if isinstance(value, tuple) else (str(value),)
        yield RemoveMembers(field=name, members=members)
    for month, more in step.more_hours.items():
        if more:
            yield AddHours(months=(month,), quarters=more)


def _somebody(step: AddTalent) -> Talent:
    return Talent(
        pool_id=step.pool_id,
        talent_id=step.talent_id or TalentId(f"new-{step.role.value}-1"),
        roles=(step.role,),
        skills=dict(step.skills),
        form=step.form or Form.FULL_TIME,
        contract_from=step.first,
        contract_until=step.last,
        capacity=dict(step.hours),
        trained_from=step.trained_from,
    )


def _with_natures(settings: PoolSettings, fields: Mapping[str, Value]) -> PoolSettings:
    natures = dict(settings.natures)
    for name, value in fields.items():
        _, _, form = name.partition(".")
        listed = value if isinstance(value, tuple) else ()
        natures[Form(form)] = tuple(Nature(each) for each in listed)
    return settings.model_copy(update={"natures": natures})
