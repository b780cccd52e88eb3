"""`/pools/{pool}/talents/{id}/leave|return|erase`: what follows is said before it is recorded."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.amend import AmendTalent, amend_talent
from application.commands.erase import EraseTalent, erase_talent
from application.edits import SetField
from application.views.departure import departure
from models.entities import TalentStatus
from models.errors import Stale
from models.ids import PoolId, TalentId
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.changed_since import changed_since
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.talents.known import known
from wording.typed.values import number

router = APIRouter()
Posts = Annotated[Visit, Depends(May(Right.POST_TALENT))]


@router.get("/pools/{pool_id}/talents/{talent_id}/leave")
async def leave_page(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """Which work would end."""
    return await _page(visit, "talents/leave.html", pool_id, talent_id, FormErrors())


@router.post("/pools/{pool_id}/talents/{talent_id}/leave")
async def leave(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """離任: their work ends, its hours are planned anew."""
    errors = FormErrors()
    seen = errors.read("seen", str(visit.form.get("seen", "")), number)
    if seen is not None:
        try:
            await _become(visit, pool_id, talent_id, TalentStatus.LEFT, seen)
            return visit.go(f"/pools/{pool_id}/talents/{talent_id}?done=left")
        except Stale as stale:
            errors.add("", changed_since(stale))
    return await _page(visit, "talents/leave.html", pool_id, talent_id, errors, status=409)


@router.post("/pools/{pool_id}/talents/{talent_id}/return")
async def come_back(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """The leave is taken back; what had ended meanwhile is offered anew by the plan."""
    talent = await known(visit, pool_id, talent_id)
    await _become(visit, pool_id, talent_id, TalentStatus.ACTIVE, talent.revision)
    return visit.go(f"/pools/{pool_id}/talents/{talent_id}?done=back")


@router.get("/pools/{pool_id}/talents/{talent_id}/erase")
async def erase_page(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """What goes for good, and what stays."""
    return await _page(visit, "talents/erase.html", pool_id, talent_id, FormErrors())


@router.post("/pools/{pool_id}/talents/{talent_id}/erase")
async def erase(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """Name, mail and note are forgotten; typed once more is the id, as nothing takes it back."""
    await known(visit, pool_id, talent_id)
    errors = FormErrors()
    if str(visit.form.get("again", "")).strip() != talent_id:
        errors.add("again", Phrase.of("web_talents_type_id", id=talent_id))
        return await _page(visit, "talents/erase.html", pool_id, talent_id, errors, status=422)
    await erase_talent(visit.session, EraseTalent(pool_id=pool_id, talent_id=talent_id))
    return visit.go(f"/pools/{pool_id}/talents/{talent_id}?done=erased")


async def _become(
    visit: Visit, pool_id: PoolId, talent_id: TalentId, status: TalentStatus, seen: int
) -> None:
    """Raises Stale where somebody has changed the talent since it was seen."""
    edit = SetField(field="status", value=status.value)
    command = AmendTalent(pool_id=pool_id, talent_id=talent_id, edits=(edit,), seen=seen)
    await amend_talent(visit.session, command)


async def _page(
    visit: Visit,
    template: str,
    pool_id: PoolId,
    talent_id: TalentId,
    errors: FormErrors,
    *,
    status: int = 200,
) -> Response:
    talent = await known(visit, pool_id, talent_id)
    reads = visit.session.reads
    return visit.page(
        template,
        status,
        pool_id=pool_id,
        talent=talent,
        person=await reads.person(pool_id, talent_id),
        ends=departure(talent_id, await reads.matches(pool_id, live_only=True)),
        errors=errors,
    )
