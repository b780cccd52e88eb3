"""`/me/year`: what a talent does in each month, and where."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.own_year import own_year
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.me.own import own_ids, work_of

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.SEE_OWN_WORK))]


@router.get("/me/year")
async def year_page(visit: Own) -> Response:
    """Months and municipalities, fiscal year by fiscal year."""
    await work_of(visit)  # whoever has gone is not there
    year = await own_year(visit.session, *own_ids(visit))
    return visit.page("me/year.html", year=year)
