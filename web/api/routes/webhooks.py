"""`/pools/{pool_id}/webhooks`: where a pool's match events are sent."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.webhooks import (
    Register,
    end_webhook,
    register_webhook,
    try_webhook_again,
    webhook_of,
)
from application.exports.webhook_document import webhook_document
from models.frozen import Frozen
from models.match import MatchState
from models.webhooks import Url, Webhook
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay
from web.api.idempotency import IdempotencyKey, once
from web.api.paging import Cursor, Limit, page
from web.api.shapes import answers, model, page_of, thing

router = APIRouter(
    prefix="/pools/{pool_id}/webhooks", tags=["webhooks"], dependencies=[Depends(BEARER)]
)
Configurer = Annotated[Caller, Depends(TokenMay(Right.CONFIGURE))]
_WEBHOOK = model(Webhook, frozenset({"secret"}))


class NewWebhook(Frozen):
    """A receiver; `kinds`: states of matches that it wants to hear of, none: all."""

    url: Url
    kinds: Annotated[tuple[MatchState, ...], Field(max_length=len(MatchState))] = ()


@router.get("", responses=answers(page_of(_WEBHOOK)))
async def list_webhooks(
    caller: Configurer, pool_id: str, limit: Limit = 50, cursor: Cursor = ""
) -> Response:
    """The webhooks of a pool, by id; without their secrets."""
    found = await caller.house.webhooks.webhooks(caller.pool_id)
    return page(found, lambda each: each.webhook_id, webhook_document, limit=limit, cursor=cursor)


@router.get("/{webhook_id}", responses=answers(_WEBHOOK))
async def get_webhook(caller: Configurer, pool_id: str, webhook_id: str) -> Response:
    """One of them, and how the last tries went."""
    webhook = await webhook_of(caller.house.webhooks, caller.pool_id, webhook_id)
    return JSONResponse(webhook_document(webhook))


@router.post(
    "",
    status_code=201,
    responses=answers(model(Webhook), 409, 413, 415, status=201),
    openapi_extra=body_of(NewWebhook.model_json_schema()),
)
async def post_webhook(caller: Configurer, pool_id: str, key: IdempotencyKey = "") -> Response:
    """A new one; its secret is told now and, but to the same key, never again."""
    body = await entity(caller.request, NewWebhook)
    command = Register(pool_id=caller.pool_id, url=body.url, kinds=body.kinds)

    async def work() -> Response:
        house = caller.house
        made = await register_webhook(
            caller.session, house.webhooks, house.settings.webhook_hosts, command
        )
        where = f"/api/v1/pools/{pool_id}/webhooks/{made.webhook_id}"
        return JSONResponse(webhook_document(made, with_secret=True), 201, {"location": where})

    return await once(caller, work)


@router.delete("/{webhook_id}", responses=answers(thing(), 409))
async def end(caller: Configurer, pool_id: str, webhook_id: str) -> Response:
    """Nothing is sent to it any more, and nothing of it is kept."""

    async def work() -> Response:
        await end_webhook(caller.house.webhooks, caller.pool_id, webhook_id)
        return JSONResponse({})

    return await once(caller, work)


@router.post("/{webhook_id}/retries", responses=answers(_WEBHOOK, 409))
async def try_again(
    caller: Configurer, pool_id: str, webhook_id: str, key: IdempotencyKey = ""
) -> Response:
    """What waits is sent at once, also where it was given up."""

    async def work() -> Response:
        webhooks = caller.house.webhooks
        await try_webhook_again(webhooks, caller.pool_id, webhook_id)
        return JSONResponse(
            webhook_document(await webhook_of(webhooks, caller.pool_id, webhook_id))
        )

    return await once(caller, work)
