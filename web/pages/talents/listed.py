"""`/pools/{pool}/talents`: who is there, and who can what."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.talent_list import talent_list
from application.views.talent_list import TalentFilter
from models.entities import Form, Role
from models.ids import PoolId
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()


@router.get("/pools/{pool_id}/talents")
async def talents(
    visit: Annotated[Visit, Depends(May(Right.SEE_POOL))],
    pool_id: PoolId,
    *,
    q: str = "",
    role: str = "",
    form: str = "",
    skill: str = "",
    left: bool = False,
    by: str = "",
) -> Response:
    """`by=skills`: talents against skills. What is no role or form is not looked for."""
    wanted = TalentFilter(
        words=q,
        role=role if role in set(Role) else "",
        form=form if form in set(Form) else "",
        skill=skill,
        left=left,
    )
    found = await talent_list(visit.session, pool_id, wanted)
    query = {k: v for k, v in visit.request.query_params.items() if k != "by" and v}
    return visit.page(
        "talents/list.html",
        pool_id=pool_id,
        found=found,
        here=f"/pools/{pool_id}/talents" + (f"?{urlencode(query)}" if query else ""),
        skills=[(each, each) for each in found.known_skills],
        no_errors=FormErrors(),
        roles=[(each.value, visit.words.shown("role_name", each)) for each in Role],
        forms_=[(each.value, visit.words.shown("form", each)) for each in Form],
        matrix=by == "skills",
    )
