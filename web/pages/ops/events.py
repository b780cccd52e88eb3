"""`/ops/events`: match events, newest first; filtered by the address, live where scripts run."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.event_filter import How, Over
from application.queries.dead_letters import dead_letters
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.ops.filter_in_address import Asked, Typed, asked

router = APIRouter()
#: Rows of one page.
ROWS = 200


@router.get("/ops/events")
async def events_page(visit: Annotated[Visit, Depends(May(Right.WATCH))]) -> Response:
    """The last events that the filter lets through."""
    return await events(visit, asked(visit.request.query_params), FormErrors())


async def events(visit: Visit, asked_for: Asked, saving: FormErrors, name: str = "") -> Response:
    """The page; `saving`: what is wrong with the name under which the filter was to be kept."""
    house = visit.house
    recent, place = await house.feed.recent()
    fits = [] if asked_for.errors else filter(asked_for.wanted.lets, recent)
    now = house.now()
    letters = await dead_letters(visit.session, status="new")
    return visit.page(
        "ops/events.html",
        422 if asked_for.errors or saving else 200,
        events=list(islice(fits, ROWS)),
        in_sight=len(recent),
        a_minute=house.feed.a_minute(now),
        unreadable=house.feed.unreadable,
        dead=len(letters),
        query=asked_for.query,
        conditions=(*asked_for.typed, Typed()),
        overs=tuple(each.value for each in Over),
        hows=tuple(each.value for each in How),
        errors=asked_for.errors,
        saving=saving,
        name=name,
        saved=await house.saved_filters.saved_filters(visit.signed_in.account_id),
        place=str(place),
        now=now,
        zone=now.tzinfo,
    )
