"""`/pools/{pool_id}/lines/{request_id}/{line}/assign`: somebody is put on a line by hand."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.assign import Assign, Assigned, assign, obstacles, standing
from application.queries.assignable import Assignable, assignable
from models.errors import Absent, TryAgain
from models.ids import LineId, RequestId, TalentId, line_id
from models.months import Month
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.plan.told import Told
from wording.typed import notation

router = APIRouter()
Deciding = Annotated[Visit, Depends(May(Right.DECIDE))]
_PATH = "/pools/{pool_id}/lines/{request_id}/{line}/assign"


@router.get(_PATH)
async def assign_page(
    visit: Deciding, request_id: RequestId, line: int, talent: str = ""
) -> Response:
    """Who might come, and the months of whoever is chosen."""
    about = line_id(request_id, line)
    return await _page(visit, about, TalentId(talent) if talent else None, {}, FormErrors())


@router.post(_PATH)
async def assigned(visit: Deciding, request_id: RequestId, line: int) -> Response:
    """Fixed; or shown again with the rules that it would break."""
    about, errors = line_id(request_id, line), FormErrors()
    talent_id = TalentId(str(visit.form.get("talent", "")))
    typed = {
        name[6:-1]: str(value)
        for name, value in visit.form.multi_items()
        if name.startswith("hours[") and name.endswith("]")
    }
    hours: dict[Month, int] = {}
    for month, text in typed.items():
        amount = errors.read(f"hours-{month}", text, notation.hours) if text.strip() else 0
        hours[Month(month)] = amount or 0
    if errors:
        return await _page(visit, about, talent_id, typed, errors, status=422)
    command = Assign(pool_id=visit.pool_id, line_id=about, talent_id=talent_id, hours=hours)
    try:
        with errors.noted():
            if "look" in visit.form:
                return await _looked(visit, command, typed, errors)
            return visit.go(_after(visit, await assign(visit.session, command)))
    except TryAgain as error:
        errors.add("", error.phrase)
    return await _page(visit, about, talent_id, typed, errors, status=422)


async def _looked(
    visit: Visit, command: Assign, typed: dict[str, str], errors: FormErrors
) -> Response:
    """The rules that it would break; nothing is recorded."""
    for each in obstacles(await standing(visit.session, visit.pool_id), command):
        errors.add("", each)
    status = 422 if errors else 200
    about, who = command.line_id, command.talent_id
    return await _page(visit, about, who, typed, errors, fine=not errors, status=status)


def _after(visit: Visit, done: Assigned) -> str:
    made = f"match={done.match.match_id}&done=assign&undo=unpin"
    return f"/pools/{visit.pool_id}/plan?{made}"


async def _page(
    visit: Visit,
    about: LineId,
    talent_id: TalentId | None,
    typed: dict[str, str],
    errors: FormErrors,
    *,
    fine: bool = False,
    status: int = 200,
) -> Response:
    found: Assignable | None = None
    try:
        found = await assignable(visit.session, visit.pool_id, about, talent_id)
    except Absent:
        raise NotFound(visit) from None
    except TryAgain:
        status = 503
    return visit.page(
        "plan/assign.html",
        status,
        found=found,
        line_id=about,
        typed=typed,
        errors=errors,
        fine=fine,
        told=Told(visit.words, found.people if found else {}),
    )
