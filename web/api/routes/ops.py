"""`/ops`: dead letters and the audit record; never anything of a person."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field, StringConstraints
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.dead_letters import (
    DropDeadLetter,
    ReplayDeadLetter,
    drop_dead_letter,
    replay_dead_letter,
)
from application.exports.dead_letter_document import dead_letter_document
from application.queries.audit import audit_page
from application.queries.dead_letters import dead_letters
from models.audit import AuditRecord, AuditSearch
from models.audit import Cursor as Place
from models.frozen import Frozen
from models.ingest import DeadLetterSummary
from models.phrase import Phrase
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.idempotency import IdempotencyKey, once
from web.api.paging import Cursor, Limit, decoded, encoded, page
from web.api.problems import Failed
from web.api.shapes import TEXT, UUID, WHOLE, answers, maybe, model, page_of, thing

router = APIRouter(prefix="/ops", tags=["ops"], dependencies=[Depends(BEARER)])
Mender = Annotated[Caller, Depends(TokenMay(Right.DEAD_LETTERS))]
Auditor = Annotated[Caller, Depends(TokenMay(Right.SEE_AUDIT))]
_LETTER = thing(
    id=UUID,
    topic=TEXT,
    partition=WHOLE,
    offset=WHOLE,
    pool_id=maybe(TEXT),
    reason=TEXT,
    detail=TEXT,
    correlation_id=maybe(UUID),
    status=TEXT,
    replays=WHOLE,
    dropped=maybe(TEXT),
    missing_bytes=WHOLE,
)


class Drop(Frozen):
    """Why nobody needs it; nobody is named in it."""

    reason: Annotated[str, StringConstraints(max_length=200), Field(min_length=1)]


@router.get("/dead-letters", responses=answers(page_of(_LETTER)))
async def list_letters(caller: Mender, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Where each stood and why it died, by id; never what it held."""
    found = await dead_letters(caller.session)
    return page(
        found,
        lambda each: str(each.id),
        lambda each: dead_letter_document(each, caller.words),
        limit=limit,
        cursor=cursor,
    )


@router.get("/dead-letters/{letter}", responses=answers(_LETTER))
async def get_letter(caller: Mender, letter: str) -> Response:
    """One of them."""
    return JSONResponse(dead_letter_document(await _letter(caller, letter), caller.words))


@router.post("/dead-letters/{letter}/replays", responses=answers(_LETTER, 409))
async def replay(caller: Mender, letter: str, key: IdempotencyKey = "") -> Response:
    """It is appended again, as it was."""
    found = await _letter(caller, letter)

    async def work() -> Response:
        done = await replay_dead_letter(caller.session, ReplayDeadLetter(letter=str(found.id)))
        return JSONResponse(dead_letter_document(done.letter, caller.words))

    return await once(caller, work)


@router.post(
    "/dead-letters/{letter}/drops",
    responses=answers(_LETTER, 409, 413, 415),
    openapi_extra=body_of(Drop.model_json_schema()),
)
async def drop(caller: Mender, letter: str, key: IdempotencyKey = "") -> Response:
    """Its bytes go for good; where it stood and why it went, stay."""
    body = await entity(caller.request, Drop)
    found = await _letter(caller, letter)

    async def work() -> Response:
        command = DropDeadLetter(letter=str(found.id), reason=body.reason)
        done = await drop_dead_letter(caller.session, command)
        return JSONResponse(dead_letter_document(done, caller.words))

    return await once(caller, work)


@router.get("/audit", responses=answers(page_of(model(AuditRecord))))
async def list_audit(caller: Auditor, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Who did and saw what, from the newest back."""
    before = decoded(cursor) if cursor else ""
    if not (before.isascii() and before.isdecimal() and len(before) < 19) and cursor:
        raise Failed(422, Phrase.of("api_cursor_wrong"))
    place = Place(int(before)) if before else None
    found = await audit_page(caller.house.audit, AuditSearch(), before=place, limit=limit)
    return JSONResponse(
        {
            "items": [record.model_dump(mode="json") for record in found.records],
            "next": encoded(str(found.older)) if found.older is not None else None,
        }
    )


async def _letter(caller: Caller, letter: str) -> DeadLetterSummary:
    for each in await dead_letters(caller.session):
        if str(each.id) == letter:
            return each
    raise not_found()
