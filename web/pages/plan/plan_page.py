"""`/pools/{pool_id}/plan`: who works how much, for whom; and why the chosen person."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.plan_board import BoardAsked, BoardSeen, board_of
from application.views.hours import total
from application.views.plan_board import Look
from application.views.steps import spans
from models.codes import MunicipalityCode
from models.entities import Role
from models.errors import Absent
from models.ids import MatchId, TalentId
from models.match import Verb
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from web.pages.plan.board_pieces import pieces
from web.pages.plan.decision_values import decision_values
from web.pages.plan.links import Links, number
from web.pages.plan.told import Told

router = APIRouter()
#: Ways to look at it; the map where there are shapes.
WAYS = ("talent", "place", "time", "map")
#: What a link of the page leaves as it is, unless it says otherwise.
KEPT = ("by", "role", "place", "text", "page", "unmet", "match", "talent")


@router.get("/pools/{pool_id}/plan")
async def plan_page(
    visit: Annotated[Visit, Depends(May(Right.SEE_POOL))],
    by: Literal["talent", "place", "time", "map"] = "talent",
    match: str = "",
    talent: str = "",
) -> Response:
    """The board, and beside it the match that is chosen."""
    if by == "map" and visit.pool_id not in visit.house.maps:
        raise NotFound(visit)
    asked = BoardAsked(
        pool_id=visit.pool_id,
        by=by,
        look=_look(visit),
        match_id=MatchId(match) if match else None,
        talent_id=TalentId(talent) if talent else None,
    )
    try:
        seen = await board_of(visit.session, asked)
    except Absent:
        raise NotFound(visit) from None
    return visit.page("plan/plan.html", **_values(visit, seen, by))


def _values(visit: Visit, seen: BoardSeen, by: str) -> dict[str, Any]:
    """What the template shows."""
    people = seen.board.view.people if seen.board else {}
    link = Links(visit, f"/pools/{visit.pool_id}/plan", KEPT)
    told = Told(visit.words, people)
    declining = decision_values(visit, seen.chosen, Verb.DECLINE) if seen.chosen else {}
    return {
        **declining,  # the dialog asks the same as its page
        "seen": seen,
        "board": seen.board,
        "chosen": seen.chosen,
        "by": by,
        "ways": WAYS if visit.pool_id in visit.house.maps else WAYS[:-1],
        "link": link,
        "told": told,
        "pieces": pieces(visit, seen, by, link, told),
        "spans": spans,
        "total": total,
        "done": visit.request.query_params.get("done", ""),
        "back": _back(visit),
    }


def _look(visit: Visit) -> Look:
    asked = visit.request.query_params
    role, place = asked.get("role", ""), asked.get("place", "")
    return Look(
        role=Role(role) if role in set(Role) else None,
        place=MunicipalityCode(place) if place else None,
        text=asked.get("text", "")[:200],
        page=number(asked.get("page")),
        unmet_page=number(asked.get("unmet")),
    )


def _back(visit: Visit) -> dict[str, str]:
    """The decision that takes back the one just made; empty where none was, or none does."""
    asked = visit.request.query_params
    return {name: asked.get(name, "") for name in ("undo", "by_side", "since")}
