"""`/healthz`, `/readyz`: for balancers and orchestrators; without sign-in and without detail."""

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from web.house import House

router = APIRouter()


@router.get("/healthz", include_in_schema=False)
async def lives() -> Response:
    """The process answers; nothing else is asked."""
    return PlainTextResponse("ok")


@router.get("/readyz", include_in_schema=False)
async def is_ready(request: Request) -> Response:
    """Store and log answer, so that pages can work."""
    house: House = request.app.state.house
    if (await house.ready.seen()).found:
        return PlainTextResponse("ok")
    return PlainTextResponse("not ready", 503)
