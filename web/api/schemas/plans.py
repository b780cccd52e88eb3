"""Pools, plans and what a pool lacks."""

from matcher.explanation import Bottleneck
from matcher.plan import Plan, Status
from models.plan_failure import PlanFailure
from web.api.schemas.entities import TALENT_MONTH
from web.api.schemas.matches import UNMET, WHY, WORKED
from web.api.shapes import FLAG, HOURS, NUMBER, TEXT, WHOLE, list_of, maybe, model, thing

_STATUS = {"enum": [each.value for each in Status]}
_TOTALS = {
    "version": WHOLE,
    "status": _STATUS,
    "score": WHOLE,
    "bound": maybe(WHOLE),
    "gap": maybe(NUMBER),
    "served_hours": NUMBER,
    "asked_hours": NUMBER,
}
POOL = thing(
    pool_id=TEXT,
    name=TEXT,
    sample=FLAG,
    requests=WHOLE,
    talents=WHOLE,
    plan=maybe(thing(**_TOTALS)),
    unmet_lines=maybe(WHOLE),
    failure=maybe(model(PlanFailure)),
    requests_outside=maybe(WHOLE),
)
_ASSIGNMENT = thing(
    line_id=TEXT,
    talent_id=TEXT,
    hours=HOURS,
    total_hours=NUMBER,
    match_id=maybe(TEXT),
    state=maybe(TEXT),
    contradictions=list_of(TEXT),
    asked_again=FLAG,
)
_TALENT = thing(
    talent_id=TEXT,
    requests=WHOLE,
    months=list_of(TALENT_MONTH),
    load=maybe(NUMBER),
    worked_hours=NUMBER,
)
_PLACE = thing(
    municipalities=list_of(TEXT),
    places=list_of(TEXT),
    requests=WHOLE,
    months=HOURS,
    asked_hours=NUMBER,
    served_hours=NUMBER,
    unmet_hours=NUMBER,
    served_rate=maybe(NUMBER),
    worked_hours=NUMBER,
)
_OUTSIDE = thing(line_id=TEXT, request_id=TEXT, planned=FLAG, over=HOURS, late=HOURS, beyond=HOURS)
PLAN = model(
    Plan,
    frozenset({"assignments", "unmet", "why"}),
    name=TEXT,
    sample=FLAG,
    **_TOTALS,
    assignments=list_of(_ASSIGNMENT),
    talents=list_of(_TALENT),
    municipalities=list_of(_PLACE),
    unmet=list_of(UNMET),
    outside=list_of(_OUTSIDE),
    worked=list_of(WORKED),
    why=list_of(WHY),
)
BOTTLENECKS = thing(
    pool_id=TEXT,
    name=TEXT,
    version=WHOLE,
    sample=FLAG,
    bottlenecks=list_of(model(Bottleneck, text=TEXT, places=list_of(TEXT))),
)
