"""`/ops/dead-letters`: where each stood and why it died; what it held only where asked for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.dead_letter_document import dead_letter_document
from application.letter_filter import LetterFilter
from application.queries.dead_letters import chosen_letters, letter_page
from application.views.dead_letters import text_of
from models.ingest import LetterStatus
from web.api import shapes
from web.api.callers import BEARER, Caller, TokenMay
from web.api.paging import Cursor, Limit, page
from web.api.schemas.letters import LETTER
from web.api.shapes import TEXT, WHOLE, answers, page_of, thing

router = APIRouter(prefix="/ops/dead-letters", tags=["ops"], dependencies=[Depends(BEARER)])
Mender = Annotated[Caller, Depends(TokenMay(Right.DEAD_LETTERS))]
Status = Annotated[LetterStatus | None, Query(description="Only those in this status.")]
Text = Annotated[str, Query(max_length=200)]


@router.get("", responses=answers(page_of(LETTER)))
async def list_letters(
    caller: Mender,
    *,
    status: Status = None,
    pool: Text = "",
    reason: Text = "",
    topic: Text = "",
    limit: Limit = 50,
    cursor: Cursor = "",
) -> Response:
    """By id, filtered like the page; never what they held."""
    wanted = LetterFilter(status=status or "", pool=pool, reason=reason, topic=topic)
    return page(
        await chosen_letters(caller.session, wanted),
        lambda each: str(each.id),
        lambda each: dead_letter_document(each, caller.words),
        limit=limit,
        cursor=cursor,
    )


@router.get("/{letter}", responses=answers(LETTER))
async def get_letter(caller: Mender, letter: UUID) -> Response:
    """One of them."""
    view, _ = await letter_page(caller.session, letter)  # raises Absent
    return JSONResponse(dead_letter_document(view.about, caller.words))


@router.get("/{letter}/original", responses=answers(thing(id=shapes.UUID, size=WHOLE, text=TEXT)))
async def get_original(caller: Mender, letter: UUID) -> Response:
    """What it held, to be mended: it may be what people wrote, so that each look is recorded."""
    caller.shows_people()
    view, whole = await letter_page(caller.session, letter)
    return JSONResponse({"id": str(letter), "size": view.size, "text": text_of(whole.original)})
