"""What every page about a match begins with: the officer's own municipalities, and no others."""

from application.queries.own_place import OwnPlace, own_place
from application.views.own_place import Coming
from models.ids import MatchId
from web.frame.allowed import NotFound
from web.frame.visit import Visit


async def place_of(visit: Visit, *, answered: str | None = None) -> OwnPlace:
    """Who comes to them, and what they have asked for."""
    decided = MatchId(answered) if answered else None
    return await own_place(visit.session, visit.granted, answered=decided)


async def match_of(visit: Visit, match_id: str) -> Coming:
    """One of their matches. Raises NotFound for another's, and for one not shown to them."""
    found = (await place_of(visit, answered=match_id)).one(MatchId(match_id))
    if found is None:
        raise NotFound(visit)
    return found
