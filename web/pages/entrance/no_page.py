"""Every other address: said in the shell of whoever asks."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from web.frame.allowed import Everybody, NotFound
from web.frame.visit import Visit

router = APIRouter()


@router.get("/{path:path}", include_in_schema=False)
async def no_page(visit: Annotated[Visit, Depends(Everybody())], path: str) -> Response:
    """Nothing is here."""
    raise NotFound(visit)
