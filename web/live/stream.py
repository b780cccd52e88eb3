"""`/pools/{pool_id}/stream`: the moments of a pool as server-sent events."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.responses import PlainTextResponse, Response

from application.access.browser_sessions import still_signed_in
from application.access.rights import Right, granted
from models.accounts import AccountId
from web.frame.allowed import May
from web.frame.visit import Visit
from web.live.pool_watch import PoolWatch

router = APIRouter()
#: Seconds without news after which the session is looked at; a browser is told that we are there.
_HEARTBEAT = 5.0


@router.get("/pools/{pool_id}/stream", include_in_schema=False)
async def stream(visit: Annotated[Visit, Depends(May(Right.SEE_POOL))]) -> Response:
    """Says `plan` with each new moment, and `over` when the session is."""
    watch: PoolWatch = visit.request.app.state.pool_watch
    if watch.is_full(visit.signed_in.account_id):
        return PlainTextResponse("", 429)  # a browser does not try again by itself
    return EventSourceResponse(_events(visit, watch), ping=3600)


async def _events(visit: Visit, watch: PoolWatch) -> AsyncIterator[ServerSentEvent]:
    # The place is taken here: of a stream that never begins, nobody would give it back.
    with watch.place(visit.signed_in.account_id) as found:
        if not found:
            return  # a browser asks again, and is told that there is none
        async for moment in watch.follow(visit.pool_id, _HEARTBEAT):
            if not await _may_still(visit):
                yield ServerSentEvent(event="over", data="")
                return
            if moment is None:
                yield ServerSentEvent(comment="here")
            else:
                yield ServerSentEvent(event="plan", data=moment)


async def _may_still(visit: Visit) -> bool:
    """Whether the browser is signed in as before, and the account may still see the pool."""
    session, house = visit.web_session, visit.house
    accounts, times = house.accounts, house.settings.times
    if session is None:
        return False
    if not await still_signed_in(accounts, session.digest, house.now(), times):
        return False
    account = await accounts.account(AccountId(session.account_id))
    return account is not None and granted(account, Right.SEE_POOL, visit.pool_id) is not None
