"""`/pools/{pool}/requests`: every request, what is served of it, and what is looked for."""

from enum import Enum
from typing import Annotated, TypeVar, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.datastructures import QueryParams
from starlette.responses import Response

from application.access.rights import Right
from application.queries.requests import Order, Wanted, requests_of
from application.views.requests import Service
from models.entities import Role
from models.pool_settings import NeedPart
from models.text import storable
from web.frame.allowed import May
from web.frame.visit import Visit
from wording import labels

E = TypeVar("E", bound=Enum)
router = APIRouter()
ORDERS: tuple[Order, ...] = get_args(Order)


@router.get("/pools/{pool_id}/requests")
async def requests(visit: Annotated[Visit, Depends(May(Right.SEE_POOL))]) -> Response:
    """A page of the list; everything that is chosen stands in the address."""
    query = visit.request.query_params
    wanted = _wanted(query)
    view = await requests_of(visit.session, visit.house.drafts, visit.pool_id, wanted)
    english = visit.words.lang == "en"

    def to(**others: object) -> str:
        """This list with something chosen otherwise."""
        chosen = {**query, "page": "", **{name: str(value) for name, value in others.items()}}
        return "?" + urlencode({name: value for name, value in chosen.items() if value})

    return visit.page(
        "requests/list.html",
        view=view,
        wanted=wanted,
        to=to,
        orders=ORDERS,
        services=tuple(Service),
        roles=tuple(Role),
        urgencies=[(code, words[english]) for code, words in labels.URGENCIES.items()],
    )


def _wanted(query: QueryParams) -> Wanted:
    """What the address says; what it says wrongly asks nothing."""
    order = query.get("sort", "")
    return Wanted(
        text=storable(query.get("q", ""))[:200],
        service=_one(Service, query.get("status")),
        role=_one(Role, query.get("role")),
        theme=query.get("theme", ""),
        urgency=_number(query.get("urgency", ""), 3),
        place=query.get("place", ""),
        need=_one(NeedPart, query.get("mark")),
        order=next((each for each in ORDERS if each == order), "need"),
        page=_number(query.get("page", ""), 9_999) or 1,
    )


def _one(kind: type[E], written: str | None) -> E | None:
    return next((each for each in kind if each.value == written), None)


def _number(written: str, most: int) -> int:
    plain = written.isascii() and written.isdecimal() and len(written) < 6
    return int(written) if plain and int(written) <= most else 0
