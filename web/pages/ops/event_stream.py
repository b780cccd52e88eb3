"""`/ops/events/stream`: the rows that come, as long as the session lasts."""

from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import PlainTextResponse, Response

from application.access import browser_sessions
from application.access.rights import Right
from application.live.log_place import LogPlace
from application.live.viewer import Batch
from models.errors import Mistake
from web.frame.allowed import May
from web.frame.cookies import session_secret
from web.frame.server_events import ServerEvents, server_event
from web.frame.visit import Visit
from web.pages.ops.filter_in_address import Asked, asked

router = APIRouter()


@router.get("/ops/events/stream")
async def event_stream(visit: Annotated[Visit, Depends(May(Right.WATCH))]) -> Response:
    """From the place that the page or the browser names; rows are those of the page."""
    request, feed = visit.request, visit.house.feed
    asked_for = asked(request.query_params)
    if asked_for.errors:
        return PlainTextResponse("", 422)
    await feed.recent()
    came_to = request.headers.get("last-event-id") or request.query_params.get("after", "")
    stream = _events(visit, asked_for, LogPlace.read(came_to))
    try:
        first = await anext(stream)
    except Mistake as error:
        return PlainTextResponse(visit.words.say(error), 429)
    return ServerEvents(_after(first, stream))


async def _events(
    visit: Visit, asked_for: Asked, after: LogPlace | None
) -> AsyncGenerator[str, None]:
    who = visit.signed_in.account_id
    with visit.house.feed.watching(who, asked_for.wanted, after) as viewer:
        yield "retry: 3000\n\n"
        async for batch in viewer.batches():
            if not await _still_signed_in(visit):
                yield server_event("over", "")
                return
            yield _said(visit, batch)


async def _after(first: str, stream: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    try:
        yield first
        async for each in stream:
            yield each
    finally:
        await stream.aclose()


async def _still_signed_in(visit: Visit) -> bool:
    house = visit.house
    secret = session_secret(visit.request, house.settings)
    account = await browser_sessions.still_signed_in(
        house.accounts, browser_sessions.digest(secret), house.now(), house.settings.times
    )
    return account is not None and account.granted(visit.granted.role) is not None


def _said(visit: Visit, batch: Batch) -> str:
    said = [
        server_event("row", visit.part("ops/event_row.html", event=event, zone=_zone(visit)))
        for event in batch.events
    ]
    if batch.left_out:
        said.append(server_event("left-out", str(batch.left_out)))
    said.append(server_event("place", "", batch.place))
    return "".join(said)


def _zone(visit: Visit) -> object:
    return visit.house.now().tzinfo
