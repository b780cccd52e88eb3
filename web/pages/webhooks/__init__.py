"""`/pools/{pool_id}/webhooks`: where a pool's match events are sent."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.webhooks import (
    Register,
    end_webhook,
    register_webhook,
    try_webhook_again,
)
from models.errors import Absent
from models.match import MatchState
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()
Configures = Annotated[Visit, Depends(May(Right.CONFIGURE))]


@router.get("/pools/{pool_id}/webhooks")
async def listed(visit: Configures) -> Response:
    """Each with how its last tries went, and the form of a new one."""
    return await _page(visit, FormErrors())


@router.post("/pools/{pool_id}/webhooks")
async def register(visit: Configures) -> Response:
    """A new one; the page shows its secret this once."""
    house, errors = visit.house, FormErrors()
    kinds = tuple(state for state in MatchState if state.value in visit.form.getlist("kinds"))
    command = Register(pool_id=visit.pool_id, url=str(visit.form.get("url", "")), kinds=kinds)
    with errors.noted(("url",)):
        made = await register_webhook(
            visit.session, house.webhooks, house.settings.webhook_hosts, command
        )
    if errors:
        return await _page(visit, errors, 422)
    visit.concerns("webhook", made.webhook_id)
    return visit.page("webhooks/made.html", webhook=made)


@router.post("/pools/{pool_id}/webhooks/{webhook_id}/end")
async def end(visit: Configures, webhook_id: str) -> Response:
    """Nothing is sent to it any more."""
    try:
        await end_webhook(visit.house.webhooks, visit.pool_id, webhook_id)
    except Absent:
        raise NotFound(visit) from None
    return visit.go(f"/pools/{visit.pool_id}/webhooks")


@router.post("/pools/{pool_id}/webhooks/{webhook_id}/retry")
async def retry(visit: Configures, webhook_id: str) -> Response:
    """What waits is sent at once."""
    try:
        await try_webhook_again(visit.house.webhooks, visit.pool_id, webhook_id)
    except Absent:
        raise NotFound(visit) from None
    return visit.go(f"/pools/{visit.pool_id}/webhooks")


async def _page(visit: Visit, errors: FormErrors, status: int = 200) -> Response:
    house = visit.house
    return visit.page(
        "webhooks/list.html",
        status,
        webhooks=await house.webhooks.webhooks(visit.pool_id),
        hosts=house.settings.webhook_hosts,
        states=[(each.value, visit.words.shown("state", each.value)) for each in MatchState],
        typed_url=str(visit.form.get("url", "")),
        typed_kinds=[str(each) for each in visit.form.getlist("kinds")],
        errors=errors,
        zone=house.now().tzinfo,
    )
