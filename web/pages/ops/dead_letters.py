"""`/ops/dead-letters`: what could not be taken, filtered; and many of them replayed at once."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, QueryParams
from starlette.responses import Response

from application.access.rights import Right
from application.commands.dead_letters import replay_new_letters
from application.letter_filter import LetterFilter
from application.queries.dead_letters import chosen_letters, letters_page
from models.ingest import LetterStatus
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.ops.page_number import page_number

router = APIRouter()
Mends = Annotated[Visit, Depends(May(Right.DEAD_LETTERS))]
STATUSES = tuple(each.value for each in LetterStatus)
#: Letters that are replayed at once.
MOST = 500


@router.get("/ops/dead-letters")
async def listed(visit: Mends) -> Response:
    """The newest first; without what they held."""
    query = visit.request.query_params
    wanted = _wanted(query)
    board = await letters_page(visit.session, wanted, page_number(query))
    return visit.page(
        "ops/dead_letters.html",
        board=board,
        wanted=wanted,
        query=_query(wanted),
        statuses=STATUSES,
        zone=visit.house.now().tzinfo,
    )


@router.get("/ops/dead-letters/replay")
async def before_many(visit: Mends) -> Response:
    """How many it would be, and what becomes of them."""
    wanted = _wanted(visit.request.query_params)
    return await _before(visit, wanted)


@router.post("/ops/dead-letters/replay")
async def replay_many(visit: Mends) -> Response:
    """Those that were counted, where they are still as many; what became of each."""
    wanted = _wanted(visit.form)
    count = len(await chosen_letters(visit.session, wanted.of_new))
    if visit.form.get("seen") != str(count):
        return await _before(visit, wanted, 409)
    many = await replay_new_letters(visit.session, wanted, most=MOST)
    return visit.page(
        "ops/letters_replayed.html", many=many, left=max(0, count - MOST), query=_query(wanted)
    )


async def _before(visit: Visit, wanted: LetterFilter, status: int = 200) -> Response:
    count = len(await chosen_letters(visit.session, wanted.of_new))
    return visit.page(
        "ops/letters_replay.html",
        status,
        wanted=wanted,
        query=_query(wanted),
        count=count,
        most=MOST,
        changed=status != 200,
    )


def _wanted(given: QueryParams | FormData) -> LetterFilter:
    """What an address or a form asks for; a status that there is none of asks for all."""

    def text(name: str) -> str:
        value = given.get(name)
        return value.strip()[:200] if isinstance(value, str) else ""

    status = text("status")
    return LetterFilter(
        status=status if status in STATUSES else "",
        pool=text("pool"),
        reason=text("reason"),
        topic=text("topic"),
    )


def _query(wanted: LetterFilter) -> str:
    given = {
        "status": wanted.status,
        "pool": wanted.pool,
        "reason": wanted.reason,
        "topic": wanted.topic,
    }
    return urlencode({name: value for name, value in given.items() if value})
