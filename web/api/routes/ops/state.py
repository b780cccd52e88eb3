"""`/ops/plans`, `/ops/topics`, `/ops/health`: how the service stands now."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.state_documents import (
    finding_document,
    planning_document,
    topic_document,
)
from application.queries.plan_runs import planning
from application.queries.topics import topics
from models.facts import TOPICS
from models.plan_failure import PlanFailure
from web.api.callers import BEARER, Caller, TokenMay
from web.api.paging import Cursor, Limit, page
from web.api.shapes import (
    FLAG,
    MOMENT,
    NUMBER,
    TEXT,
    WHOLE,
    answers,
    list_of,
    maybe,
    model,
    page_of,
    thing,
)

router = APIRouter(prefix="/ops", tags=["ops"], dependencies=[Depends(BEARER)])
Watcher = Annotated[Caller, Depends(TokenMay(Right.WATCH))]
_RUN = thing(
    version=WHOLE,
    status=TEXT,
    method=TEXT,
    seconds=NUMBER,
    assignments=WHOLE,
    score=WHOLE,
    bound=maybe(WHOLE),
    gap=maybe(NUMBER),
    time=maybe(MOMENT),
)
_PLANNING = thing(
    pool_id=TEXT,
    version=WHOLE,
    planned_version=WHOLE,
    behind=WHOLE,
    plan=maybe(_RUN),
    failure=maybe(model(PlanFailure)),
)
_PARTITION = thing(
    partition=WHOLE,
    begin=WHOLE,
    end=WHOLE,
    groups=list_of(thing(group=TEXT, taken=WHOLE, lag=WHOLE)),
)
_TOPIC = thing(
    topic=TEXT,
    records=WHOLE,
    lags={"type": "object", "additionalProperties": WHOLE},
    partitions=list_of(_PARTITION),
)
_FINDING = thing(check=TEXT, what=TEXT, fine=FLAG, seen=TEXT, mend=maybe(TEXT))


@router.get("/plans", responses=answers(page_of(_PLANNING)))
async def list_plans(caller: Watcher, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """The newest plan of every pool, how it was made, and whether planning follows."""
    found = await planning(caller.session)
    return page(found, lambda each: each.pool_id, planning_document, limit=limit, cursor=cursor)


@router.get("/topics", responses=answers(page_of(_TOPIC)))
async def list_topics(caller: Watcher, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Topics, partitions, and how far each group has come."""
    found = await topics(caller.house.event_log, TOPICS, caller.house.groups)
    return page(found, lambda each: each.topic, topic_document, limit=limit, cursor=cursor)


@router.get("/health", responses=answers(thing(fine=FLAG, time=MOMENT, findings=list_of(_FINDING))))
async def get_health(caller: Watcher) -> Response:
    """Everything the service stands on, as `doctor` says it; seen a moment ago at most."""
    seen = await caller.house.health.seen()
    return JSONResponse(
        {
            "fine": all(each.fine for each in seen.found),
            "time": seen.at.isoformat(),
            "findings": [finding_document(each, caller.words) for each in seen.found],
        }
    )
