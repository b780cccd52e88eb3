"""`/pools/{pool}/talents/{id}`: one talent's year, work and history."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right, granted
from application.queries.talent import talent_of
from application.queries.timeline import timeline_of
from models.accounts import AccountRole
from models.errors import Absent
from models.ids import PoolId, TalentId
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from web.pages.talents.known import known

router = APIRouter()
#: So many of the last changes are told.
_TOLD = 20


@router.get("/pools/{pool_id}/talents/{talent_id}")
async def one_talent(
    visit: Annotated[Visit, Depends(May(Right.SEE_POOL))],
    pool_id: PoolId,
    talent_id: TalentId,
    done: str = "",
) -> Response:
    """Used and available by month, matches with their states, and who changed what."""
    await known(visit, pool_id, talent_id)
    view = await talent_of(visit.session, pool_id, talent_id, name=True)
    if view is None:  # posted a moment ago: the service has still to take it in
        return visit.page("talents/coming.html", 202, pool_id=pool_id, talent_id=talent_id)
    try:
        made = (await timeline_of(visit.session, [pool_id], talent_id))[0].entries
    except Absent:
        raise NotFound(visit) from None
    office = visit.session.now().tzinfo
    titles = {m.match_id: m for m in view.matches}
    told = {
        "posted": "web_talents_posted",
        "amended": "web_talents_amended",
        "left": "web_talents_left",
        "back": "web_talents_came_back",
        "erased": "web_talents_erased",
    }
    return visit.page(
        "talents/one.html",
        pool_id=pool_id,
        view=view,
        may_invite=granted(visit.signed_in, Right.INVITE, pool_id) is not None,
        months=tuple(view.hours.months),
        entries=[(e, e.time.astimezone(office)) for e in reversed(made[-_TOLD:])],
        actor_of=actor_of,
        matches=titles,
        done=Phrase.of(told[done]) if done in told else None,
    )


def actor_of(actor: str | None) -> Phrase:
    """Who it was, by role: an id tells people nothing."""
    role = str(actor or "").partition(":")[0]
    return Phrase.of(f"web_role_{role}" if role in set(AccountRole) else "web_talents_service")
