"""`/ops/dead-letters/…`: replayed one by one or many at once, mended, dropped."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import Field, StringConstraints
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.dead_letters import (
    DropDeadLetter,
    ManyReplayed,
    ReplayDeadLetter,
    drop_dead_letter,
    replay_dead_letter,
    replay_new_letters,
)
from application.exports.dead_letter_document import dead_letter_document
from application.letter_filter import LetterFilter
from application.queries.dead_letters import chosen_letters, letter_page
from models.errors import Stale
from models.frozen import Frozen
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay
from web.api.idempotency import IdempotencyKey, once
from web.api.schemas.letters import LETTER, REPLAYED
from web.api.shapes import answers

router = APIRouter(prefix="/ops/dead-letters", tags=["ops"], dependencies=[Depends(BEARER)])
Mender = Annotated[Caller, Depends(TokenMay(Right.DEAD_LETTERS))]
_Text = Annotated[str, StringConstraints(max_length=200)]
#: Letters that are replayed at once.
_MOST = 500


class Drop(Frozen):
    """Why nobody needs it; nobody is named in it."""

    reason: Annotated[str, StringConstraints(max_length=200), Field(min_length=1)]


class Mend(Frozen):
    """What is appended in its place: examined like what is newly stated."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=200_000)]


class Many(Frozen):
    """Which new letters; `seen`: how many they were when they were looked at."""

    pool: _Text = ""
    reason: _Text = ""
    topic: _Text = ""
    seen: Annotated[int, Field(ge=0)]


@router.post(
    "/replays",
    responses=answers(REPLAYED, 409, 412, 413, 415),
    openapi_extra=body_of(Many.model_json_schema()),
)
async def replay_many(caller: Mender, key: IdempotencyKey = "") -> Response:
    """The first 500 new ones as they were; 412 where they are no longer as many as were seen."""
    body = await entity(caller.request, Many)
    wanted = LetterFilter(pool=body.pool, reason=body.reason, topic=body.topic)

    async def work() -> Response:
        count = len(await chosen_letters(caller.session, wanted.of_new))
        if count != body.seen:
            raise Stale("letters_other_number", count=count)
        many = await replay_new_letters(caller.session, wanted, most=_MOST)
        return JSONResponse(_many(caller, many) | {"left": max(0, count - _MOST)})

    return await once(caller, work)


@router.post("/{letter}/replays", responses=answers(LETTER, 409))
async def replay(caller: Mender, letter: UUID, key: IdempotencyKey = "") -> Response:
    """It is appended again, as it was."""
    return await _replayed(caller, letter, None)


@router.post(
    "/{letter}/mends",
    responses=answers(LETTER, 409, 413, 415),
    openapi_extra=body_of(Mend.model_json_schema()),
)
async def mend(caller: Mender, letter: UUID, key: IdempotencyKey = "") -> Response:
    """Another text is appended in its place, where it is right."""
    body = await entity(caller.request, Mend)
    return await _replayed(caller, letter, body.text.encode("utf-8", "replace"))


@router.post(
    "/{letter}/drops",
    responses=answers(LETTER, 409, 413, 415),
    openapi_extra=body_of(Drop.model_json_schema()),
)
async def drop(caller: Mender, letter: UUID, key: IdempotencyKey = "") -> Response:
    """Its bytes go for good; where it stood and why it went, stay."""
    body = await entity(caller.request, Drop)
    await letter_page(caller.session, letter)  # raises Absent

    async def work() -> Response:
        command = DropDeadLetter(letter=str(letter), reason=body.reason)
        done = await drop_dead_letter(caller.session, command)
        return JSONResponse(dead_letter_document(done, caller.words))

    return await once(caller, work)


async def _replayed(caller: Caller, letter: UUID, value: bytes | None) -> Response:
    await letter_page(caller.session, letter)  # raises Absent

    async def work() -> Response:
        command = ReplayDeadLetter(letter=str(letter), value=value)
        done = await replay_dead_letter(caller.session, command)
        return JSONResponse(dead_letter_document(done.letter, caller.words))

    return await once(caller, work)


def _many(caller: Caller, many: ManyReplayed) -> dict[str, object]:
    words = caller.words
    return {
        "done": [dead_letter_document(each.letter, words) for each in many.done],
        "refused": [
            {
                "letter": dead_letter_document(each, words),
                "code": why.code,
                "text": words.say(why),
            }
            for each, why in many.refused
        ],
    }
