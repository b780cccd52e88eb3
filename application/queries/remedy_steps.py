"""What would be enough for an unmet line, as steps: all of them together make the change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from application.ports import Reads
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
)
from matcher.plan import Enough, Unmet
from models.entities import DemandLine, Form, Request, Talent
from models.ids import PoolId, RequestId, TalentId
from models.match import Match
from models.months import Month

#: The steps of a change that would be enough for a line.
Steps = Callable[[Unmet, Enough], Sequence[Step]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the steps need to know besides the change."""

    request: Request
    matches: Sequence[Match] = ()
    talents: Mapping[TalentId, Talent] = field(default_factory=dict)


async def steps_of(reads: Reads, pool_id: PoolId) -> Steps:
    """The steps for the lines of a pool as it is now."""
    requests = {each.request_id: each for each in await reads.requests(pool_id)}
    talents = {each.talent_id: each for each in await reads.talents(pool_id)}
    matches = await reads.matches(pool_id)

    def steps(unmet: Unmet, change: Enough) -> Sequence[Step]:
        request = requests.get(unmet.request_id)
        if request is None:
            return ()
        return remedy_steps(unmet, change, Known(request=request, matches=matches, talents=talents))

    return steps


def remedy_steps(unmet: Unmet, change: Enough, known: Known) -> tuple[Step, ...]:
    """The steps of one change, in order: what is pinned first, then what changes."""
    return (*_held(change, known), *_steps(unmet, change, known))


def _held(change: Enough, known: Known) -> Iterator[Step]:
    pinned = {(each.line_id, each.talent_id) for each in change.held}
    for match in known.matches:
        if match.live and (match.line_id, match.talent_id) in pinned:
            yield PinMatch(pool_id=known.request.pool_id, match_id=match.match_id)


def _steps(unmet: Unmet, change: Enough, known: Known) -> Iterator[Step]:
    request, line = known.request, _line(known.request, unmet.line_id)
    pool_id = request.pool_id
    if change.kind in {"pm_line", "talent"}:
        yield from _pm(change, known, unmet)
    if change.people:
        yield _amended(request, f"{unmet.line}.people", change.people)
    if change.kind == "talent" and line is not None:
        yield _post(line, change.hours, change.form, known)
    if change.kind == "exclusive" and change.line_id:
        asked, _, number = change.line_id.rpartition("/")
        fields: dict[str, Value] = {f"{number}.exclusive": False}
        yield ChangeRequest(pool_id=pool_id, request_id=RequestId(asked), fields=fields)
    if change.kind == "nature" and change.form:
        natures = tuple(nature.value for nature in change.natures)
        yield ChangeSettings(pool_id=pool_id, fields={f"natures.{change.form.value}": natures})
    if change.kind == "decline" and change.talent_id:
        yield _offered_again(unmet, change.talent_id, known)
    if change.talent_id and (step := _of_talent(change, change.talent_id, known)):
        yield step


def _offered_again(unmet: Unmet, talent_id: TalentId, known: Known) -> Step:
    """What was ended from a month on is resumed; a decline or a cancellation is lifted."""
    pool_id = known.request.pool_id
    for match in known.matches:
        of_pair = (match.line_id, match.talent_id) == (unmet.line_id, talent_id)
        if of_pair and match.live and set(match.ended_hours) & set(unmet.by_month):
            return ResumeMatch(pool_id=pool_id, match_id=match.match_id)
    return LiftDecline(pool_id=pool_id, line_id=unmet.line_id, talent_id=talent_id)


def _of_talent(change: Enough, talent_id: TalentId, known: Known) -> ChangeTalent | None:
    talent = known.talents.get(talent_id)
    fields: dict[str, Value] = {}
    besides: dict[str, Value] = {}
    without: dict[str, Value] = {}
    match change.kind:
        case "places" if change.at_once is not None:
            fields["municipalities_at_once"] = change.at_once
        case "skill":
            besides["skills"] = f"{change.skill}:{change.level}"
        case "exclusion":
            without["excluded"] = change.excluded
        case "training" if change.first:
            fields["trained_from"] = change.first
        case "contract" if change.first and change.last:
            if talent is None or change.first < talent.contract_from:
                fields["contract_from"] = change.first
            if talent is None or change.last > talent.contract_until:
                fields["contract_until"] = change.last
            if talent is not None and talent.form is Form.FISCAL_YEAR:
                fields["renewed_until"] = change.last
    more = {} if change.kind == "talent" else change.hours
    if not (fields or besides or without or any(more.values())):
        return None
    return ChangeTalent(
        pool_id=known.request.pool_id,
        talent_id=talent_id,
        fields=fields,
        besides=besides,
        without=without,
        more_hours=more,
    )


def _pm(change: Enough, known: Known, unmet: Unmet) -> Iterator[Step]:
    """The PM line served by somebody new; or, without such a line, a PM of the municipality."""
    request = known.request
    if change.line_id:
        if pm := _line(request, change.line_id):
            yield _post(pm, pm.hours, None, known)
    elif unmet.cause == "no_pm" and not request.pm_in_place:
        yield _amended(request, "pm_in_place", value=True)


def _post(line: DemandLine, hours: Mapping[Month, int], form: Form | None, known: Known) -> Step:
    months = sorted(month for month, amount in hours.items() if amount)
    role = line.role.value
    # Somebody who is not there yet, nor was; whoever comes may have any other id.
    new = next(name for at in count(1) if (name := f"new-{role}-{at}") not in known.talents)
    return AddTalent(
        pool_id=known.request.pool_id,
        talent_id=TalentId(new),
        role=line.role,
        hours=hours,
        skills=line.skills,
        form=form,
        first=months[0],
        last=months[-1],
        trained_from=months[0],
    )


def _amended(request: Request, name: str, value: Value) -> Step:
    return ChangeRequest(
        pool_id=request.pool_id, request_id=request.request_id, fields={name: value}
    )


def _line(request: Request, line_id: str) -> DemandLine | None:
    return next((ln for ln in request.lines if request.line_id(ln.line) == line_id), None)
