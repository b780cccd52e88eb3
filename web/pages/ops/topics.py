"""`/ops/topics`: topics, partitions, groups, offsets and what waits."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.topics import topics
from models.facts import TOPICS
from web.frame.allowed import May
from web.frame.visit import Visit

router = APIRouter()


@router.get("/ops/topics")
async def topics_page(visit: Annotated[Visit, Depends(May(Right.WATCH))]) -> Response:
    """As the log says it now."""
    house = visit.house
    found = await topics(house.event_log, TOPICS, house.groups)
    return visit.page("ops/topics.html", topics=found, at=house.now())
