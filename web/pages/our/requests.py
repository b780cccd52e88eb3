"""`/our/requests`: what the municipality has asked for, and what is still being written."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.on_what import of_request
from application.access.rights import Right
from application.queries.own_place import own_drafts
from application.queries.own_request import own_request
from models.ids import RequestId
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from web.pages.our.own import place_of
from wording import explain

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.SEE_OWN_PLACE))]


@router.get("/our/requests")
async def requests(visit: Own) -> Response:
    """Requests, joint ones too, and drafts with how far they have come."""
    place = await place_of(visit)
    drafts = await own_drafts(visit.session, visit.house.drafts, visit.granted)
    return visit.page(
        "our/requests.html",
        place=place,
        drafts=drafts,
        own=lambda posted: of_request(visit.granted, posted),
        zone=visit.session.now().tzinfo,
    )


@router.get("/our/requests/{request_id}")
async def request(visit: Own, request_id: str) -> Response:
    """What is asked by month, who comes, what is unmet and why, what happened."""
    found = await own_request(
        visit.session, visit.house.drafts, visit.granted, RequestId(request_id)
    )
    if found is None:
        raise NotFound(visit)
    return visit.page(
        "our/request.html", own=found, explain=explain, zone=visit.session.now().tzinfo
    )
