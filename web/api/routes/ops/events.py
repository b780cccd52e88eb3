"""`/ops/events`: match events in the order of the log, filtered like the page."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.event_filter import Condition, EventFilter, How, Over
from application.exports.match_document import match_event_document
from application.live.log_place import LogPlace
from application.queries.past_events import events_after
from models.facts import MatchChanged
from models.phrase import Phrase
from web.api.callers import BEARER, Caller, TokenMay
from web.api.paging import Limit, decoded, encoded
from web.api.problems import Failed
from web.api.shapes import FLAG, MOMENT, NUMBER, TEXT, UUID, answers, list_of, model, thing

router = APIRouter(prefix="/ops/events", tags=["ops"], dependencies=[Depends(BEARER)])
Watcher = Annotated[Caller, Depends(TokenMay(Right.WATCH))]
#: Conditions of one filter, as on the page.
_MOST = 6
Overs = Annotated[
    list[Over],
    Query(alias="f", max_length=_MOST, description="What each condition looks at: `f=kind`"),
]
Hows = Annotated[
    list[How], Query(alias="op", max_length=_MOST, description="How: `op=contains`, for each `f`")
]
Value = Annotated[str, Query(max_length=200)]
Values = Annotated[
    list[Value], Query(alias="v", max_length=_MOST, description="The value, for each `f`")
]
#: A place holds an offset for each partition.
Place = Annotated[
    str, Query(max_length=20_000, description="`next` of the page before; none: the oldest.")
]
_EVENT = model(
    MatchChanged,
    time=MOMENT,
    request_id=TEXT,
    total_hours=NUMBER,
    event_id=UUID,
    correlation_id=UUID,
)


@router.get("", responses=answers(thing(items=list_of(_EVENT), next=TEXT, more=FLAG)))
async def list_events(
    caller: Watcher,
    *,
    over: Overs = [],  # noqa: B006 - FastAPI copies it
    how: Hows = [],  # noqa: B006
    values: Values = [],  # noqa: B006
    limit: Limit = 50,
    cursor: Place = "",
) -> Response:
    """The last 20,000 of each partition; `next` is always there: ask with it for what comes.

    `more`: the next page is there already. An event is known by its id, should it come twice.
    """
    if not len(over) == len(how) == len(values):
        raise Failed(422, Phrase.of("api_filter_uneven"))
    conditions = map(Condition, over, how, values)
    after = LogPlace.read(decoded(cursor)) if cursor else LogPlace()
    if after is None:
        raise Failed(422, Phrase.of("api_cursor_wrong"))
    wanted = EventFilter(conditions=tuple(conditions))
    found = await events_after(caller.house.event_log, wanted, after, limit)
    return JSONResponse(
        {
            "items": [match_event_document(each) for each in found.events],
            "next": encoded(str(found.place)),
            "more": found.more,
        }
    )
