"""The parts of the plan's page that are rendered once for everybody who looks at the same of it."""

from typing import Any

from markupsafe import Markup

from application.queries.plan_board import BoardSeen
from application.views.place_map import PlaceMap, place_map
from application.views.plan_board import PlanBoard
from application.views.steps import spans
from models.entities import Role
from web.frame.visit import Visit
from web.pages.plan.links import Links
from web.pages.plan.told import Told


def pieces(visit: Visit, seen: BoardSeen, by: str, link: Links, told: Told) -> dict[str, Markup]:
    """The parts of the page that are the same for everybody who looks at the same of the plan."""
    if seen.board is None:
        return {}
    shown: dict[str, Any] = {
        "pool": f"/pools/{visit.pool_id}",
        "board": seen.board,
        "by": by,
        "look": seen.board.look,
        "roles": tuple(Role),
        "link": link,
        "told": told,
        "spans": spans,
        "timeline": seen.timeline,
        "chosen_id": seen.chosen.match.match_id if seen.chosen else None,
    }
    templates = {"board": f"board_{by}", "unmet": "unmet", "filters": "filters"}
    if by == "map":
        shown["place_map"] = _map(visit, seen.board)
    # All that is looked for and chosen stands in the address.
    key = link()
    return {
        name: visit.kept_part(seen.board.view.worked_out, f"plan/{template}.html", key, **shown)
        for name, template in templates.items()
    }


def _map(visit: Visit, board: PlanBoard) -> PlaceMap:
    """The municipalities that are looked for, on the map of the pool."""
    pool_map, view, look = visit.house.maps[visit.pool_id], board.view, board.look
    return view.worked_out.get(
        ("place_map", look), lambda: place_map(view, look, visit.house.places, pool_map)
    )
