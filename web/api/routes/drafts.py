"""`/our/drafts`: requests that an officer writes, for a coordinator to look at and to post."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.on_what import of_draft, of_request
from application.access.rights import Right
from application.commands.drafts import (
    DraftOf,
    begin_draft,
    discard_draft,
    hand_over,
    save_draft,
)
from application.drafting.of_request import typed_of
from application.drafting.reading import NEW
from application.exports.draft_document import NOT_YET, draft_document
from application.queries.draft import read_draft
from application.queries.own_place import own_drafts
from application.session import Session
from models.accounts import AccountRole
from models.drafts import Draft, DraftId, TypedRequest
from models.entities import Request
from models.ids import ActorId
from models.phrase import Phrase
from models.text import unfit
from web.api.bodies import body_of, fields, inlined, read_as
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import IdempotencyKey, once
from web.api.paging import Cursor, Limit, page
from web.api.problems import Failed
from web.api.shapes import FLAG, MOMENT, TEXT, WHOLE, answers, list_of, maybe, model, page_of, thing

router = APIRouter(prefix="/our/drafts", tags=["our"], dependencies=[Depends(BEARER)])
Writer = Annotated[Caller, Depends(TokenMay(Right.DRAFT_REQUEST))]
_MOST_OF_NOTE = 2_000
_DRAFT = thing(
    draft_id=TEXT,
    version=WHOLE,
    saved=MOMENT,
    handed=FLAG,
    amends=maybe(TEXT),
    posted=maybe(TEXT),
    note=TEXT,
    request=maybe(model(Request, NOT_YET)),
    wrong=list_of(TEXT),
)


def _written() -> dict[str, Any]:
    schema = inlined(Request.model_json_schema())
    schema["properties"] = {n: s for n, s in schema["properties"].items() if n not in NOT_YET}
    schema["properties"]["note"] = {"type": "string", "maxLength": _MOST_OF_NOTE}
    schema["required"] = [name for name in schema["required"] if name not in NOT_YET]
    return schema


#: A request without an id, and a note for whoever posts it.
_WRITTEN = _written()


@router.get("", responses=answers(page_of(_DRAFT)))
async def list_drafts(caller: Writer, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Their own, by id; those that were posted too, for a while."""
    session = _session(caller)
    found = await own_drafts(session, caller.house.drafts, caller.token.grant)
    return page(
        found,
        lambda each: each.draft_id,
        lambda each: _document(caller, each),
        limit=limit,
        cursor=cursor,
    )


@router.get("/{draft_id}", responses=answers(_DRAFT))
async def get_draft(caller: Writer, draft_id: str) -> Response:
    """One of them; its version is its entity tag."""
    return _answer(caller, await _draft(caller, draft_id))


@router.post(
    "",
    status_code=201,
    responses=answers(_DRAFT, 409, 413, 415, status=201),
    openapi_extra=body_of(_WRITTEN),
)
async def post_draft(caller: Writer, key: IdempotencyKey = "") -> Response:
    """A new one; nobody plans it."""
    content = await _content(caller)

    async def work() -> Response:
        of, drafts = DraftOf.by(caller.token.grant), caller.house.drafts
        draft = await begin_draft(_session(caller), drafts, of, content)
        return _answer(caller, draft, 201, location=f"/api/v1/our/drafts/{draft.draft_id}")

    return await once(caller, work)


@router.put(
    "/{draft_id}",
    responses=answers(_DRAFT, 409, 412, 413, 415, 428),
    openapi_extra=body_of(_WRITTEN),
)
async def put_draft(caller: Writer, draft_id: str, if_match: IfMatch = "") -> Response:
    """Written anew. `If-Match`: the version that it is written over."""
    content = await _content(caller)

    async def work() -> Response:
        draft = await _seen(caller, draft_id)
        drafts = caller.house.drafts
        return _answer(caller, await save_draft(_session(caller), drafts, draft, content))

    return await once(caller, work)


@router.delete("/{draft_id}", responses=answers(thing(), 409))
async def delete_draft(caller: Writer, draft_id: str) -> Response:
    """It is given up."""

    async def work() -> Response:
        await discard_draft(caller.house.drafts, await _open(caller, draft_id))
        return JSONResponse({})

    return await once(caller, work)


@router.post("/{draft_id}/handovers", responses=answers(_DRAFT, 409, 412, 428))
async def hand(
    caller: Writer, draft_id: str, if_match: IfMatch = "", key: IdempotencyKey = ""
) -> Response:
    """The coordinators see it, and may post it."""

    async def work() -> Response:
        draft = await _seen(caller, draft_id)
        return _answer(caller, await hand_over(_session(caller), caller.house.drafts, draft))

    return await once(caller, work)


def _session(caller: Caller) -> Session:
    """Drafts are their writer's, whether written on a page or by a program of theirs."""
    actor = ActorId(f"{AccountRole.MUNICIPALITY}:{caller.token.made_by}")
    return replace(caller.session, actor=actor)


async def _content(caller: Caller) -> TypedRequest:
    """What is sent, as the form would hold it. Raises Failed, Mistake."""
    body = await fields(caller.request, _WRITTEN["properties"])
    note, session = body.pop("note", ""), caller.session
    if not isinstance(note, str) or len(note) > _MOST_OF_NOTE or unfit(note, lines=True):
        raise Failed(422, Phrase.of("api_note_wrong", most=_MOST_OF_NOTE))
    request = read_as(Request, {**body, "pool_id": caller.pool_id, "request_id": NEW})
    if not of_request(caller.token.grant, request):
        raise Failed(422, Phrase.of("api_not_of_yours"))
    typed = typed_of(request, session.places, session.present)
    return typed.model_copy(update={"note": note})


async def _draft(caller: Caller, draft_id: str) -> Draft:
    draft = await caller.house.drafts.draft(caller.pool_id, DraftId(draft_id))
    if draft is None or not of_draft(caller.token.grant, ActorId(_session(caller).actor), draft):
        raise not_found()
    return draft


async def _open(caller: Caller, draft_id: str) -> Draft:
    draft = await _draft(caller, draft_id)
    if not draft.open:
        raise not_found()
    return draft


async def _seen(caller: Caller, draft_id: str) -> Draft:
    """As it is, if it is what was seen: saving it compares the version."""
    return (await _open(caller, draft_id)).model_copy(update={"version": seen(caller.request)})


def _answer(caller: Caller, draft: Draft, status: int = 200, **headers: str) -> Response:
    return JSONResponse(_document(caller, draft), status, etag(draft.version) | headers)


def _document(caller: Caller, draft: Draft) -> dict[str, Any]:
    return draft_document(draft, read_draft(caller.session, draft), caller.words)
