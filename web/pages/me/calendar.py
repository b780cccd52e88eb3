"""`/me/calendar`, `/calendar/{key}.ics`: a talent's year in their calendar program."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.calendars import make_address, whose
from application.access.rights import Right
from application.exports.calendar_file import calendar_file, fingerprint
from application.queries.own_year import own_year
from models.errors import Mistake
from models.ids import PoolId, TalentId
from web.frame.allowed import Everybody, May, NotFound
from web.frame.visit import Visit

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.SEE_OWN_WORK))]
Anybody = Annotated[Visit, Depends(Everybody())]


@router.get("/me/calendar")
async def calendar_page(visit: Own) -> Response:
    """Whether there is an address, and since when."""
    known = await visit.house.calendars.calendar_of(visit.signed_in.account_id)
    return visit.page("me/calendar.html", known=known, address="")


@router.post("/me/calendar")
async def make(visit: Own) -> Response:
    """A new address, shown this once; the one before is worth nothing any more."""
    calendars, house = visit.house.calendars, visit.house
    secret = await make_address(calendars, visit.signed_in, visit.pool_id, house.now())
    known = await calendars.calendar_of(visit.signed_in.account_id)
    address = f"{house.settings.origin}/calendar/{secret}.ics"
    return visit.page("me/calendar.html", known=known, address=address)


@router.post("/me/calendar/revoke")
async def revoke(visit: Own) -> Response:
    """The address is worth nothing from now on."""
    await visit.house.calendars.drop_calendar(visit.signed_in.account_id)
    return visit.go("/me/calendar")


@router.get("/calendar/{key}.ics", include_in_schema=False)
async def file(visit: Anybody, key: str) -> Response:
    """The year, for whoever has the address; nothing new where nothing has changed."""
    house = visit.house
    found = await whose(house.calendars, house.accounts, key)
    if found is None:
        raise NotFound(visit)
    account, grant = found
    assert grant.pool_id is not None
    assert grant.talent_id is not None
    session = house.session(account.actor(grant.role))
    try:
        year = await own_year(session, PoolId(grant.pool_id), TalentId(grant.talent_id))
    except Mistake:
        raise NotFound(visit) from None
    words = visit.words_of(account)
    tag = f'"{fingerprint(year, words)}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    asked = visit.request.headers.get("if-none-match", "").split(",")
    # A proxy that packs the answer makes a weak tag of it: `W/"…"`.
    if tag in {each.strip().removeprefix("W/") for each in asked}:
        return Response(status_code=304, headers=headers)
    return Response(
        calendar_file(year, words, house.now()), media_type="text/calendar", headers=headers
    )
