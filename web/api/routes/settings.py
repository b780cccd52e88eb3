"""`/pools/{pool_id}/settings`: how a pool is planned."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.configure import Configure, SetSetting, configure
from models.phrase import Phrase
from models.pool_settings import PoolSettings
from web.api.bodies import body_of, fields, some_of
from web.api.callers import BEARER, Caller, TokenMay
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import once
from web.api.problems import Failed
from web.api.shapes import answers, model

router = APIRouter(
    prefix="/pools/{pool_id}/settings", tags=["settings"], dependencies=[Depends(BEARER)]
)
Configurer = Annotated[Caller, Depends(TokenMay(Right.CONFIGURE))]
_SETTINGS = model(PoolSettings)
_CHANGES = some_of(PoolSettings.model_json_schema(), frozenset())
_GROUPS = frozenset({"weights", "need", "natures"})


@router.get("", responses=answers(_SETTINGS))
async def get_settings(caller: Configurer, pool_id: str) -> Response:
    """As they hold now; the entity tag is `"0"` where nobody has set any."""
    found = await configure(caller.session, Configure(pool_id=caller.pool_id))
    return JSONResponse(found.before.model_dump(mode="json"), headers=etag(found.revision))


@router.patch(
    "",
    responses=answers(_SETTINGS, 409, 412, 413, 415, 428),
    openapi_extra=body_of(_CHANGES),
)
async def set_settings(caller: Configurer, pool_id: str, if_match: IfMatch = "") -> Response:
    """Some of them change, also some of a group; the rest stays."""
    body = await fields(caller.request, _CHANGES["properties"])

    async def work() -> Response:
        command = Configure(
            pool_id=caller.pool_id, settings=tuple(_each(body)), seen=seen(caller.request)
        )
        done = await configure(caller.session, command)
        revision = (done.receipt.revision if done.receipt else None) or done.revision
        return JSONResponse(done.after.model_dump(mode="json"), headers=etag(revision))

    return await once(caller, work)


def _each(body: dict[str, Any]) -> list[SetSetting]:
    found: list[SetSetting] = []
    for name, value in body.items():
        if name not in _GROUPS:
            found.append(SetSetting(group="", name=name, value=value))
            continue
        if not isinstance(value, dict):
            raise Failed(422, Phrase.of("api_setting_group", field=name))
        found += [SetSetting(group=name, name=key, value=each) for key, each in value.items()]
    return found
