"""`/pools/{pool_id}/plan/drafts`: drafts are shown to both sides: one, some, all; or taken back."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.decide import Decide, Decided, decide, release_drafts
from application.queries.drafts import drafts_of, taken_in
from application.views.line_names import name_of
from application.views.paged import paged
from application.views.steps import spans
from models.errors import Mistake
from models.ids import MatchId
from models.match import Verb
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.plan.links import Links, number
from web.pages.plan.told import Told

router = APIRouter()
Deciding = Annotated[Visit, Depends(May(Right.DECIDE))]
#: Rows of a page.
_ROWS = 100


@router.get("/pools/{pool_id}/plan/drafts")
async def drafts_page(visit: Deciding, done: Literal["", "release", "recall"] = "") -> Response:
    """Which drafts there are, and which proposals nobody has answered."""
    return await _page(visit, FormErrors(), done=done)


@router.post("/pools/{pool_id}/plan/drafts")
async def release(visit: Deciding) -> Response:
    """Those that are chosen, or all."""
    errors = FormErrors()
    do = visit.form.get("do")
    chosen = tuple(MatchId(str(each)) for each in visit.form.getlist("match"))
    if do != "all" and not chosen:
        errors.add("match", Phrase.of("web_plan_choose_some"))
        return await _page(visit, errors, 422)
    try:
        made = await _decided(visit, do, chosen)
    except Mistake as error:
        errors.add("", error.phrase)
        return await _page(visit, errors, 422)
    await taken_in(visit.session, made.receipts)
    return visit.go(f"/pools/{visit.pool_id}/plan/drafts?done={made.verb.value}")


async def _decided(visit: Visit, do: object, chosen: tuple[MatchId, ...]) -> Decided:
    if do == "all":
        return await release_drafts(visit.session, visit.pool_id)
    verb = Verb.RECALL if do == "recall" else Verb.RELEASE
    return await decide(visit.session, Decide(verb=verb, match_ids=chosen, pool_id=visit.pool_id))


async def _page(visit: Visit, errors: FormErrors, status: int = 200, done: str = "") -> Response:
    found = await drafts_of(visit.session, visit.pool_id)
    asked = visit.request.query_params
    return visit.page(
        "plan/drafts.html",
        status,
        drafted=paged(found.drafted, number(asked.get("page")), _ROWS),
        proposed=paged(found.proposed, number(asked.get("proposed")), _ROWS),
        at_once=found.at_once,
        names=found.names,
        name_of=name_of,
        chosen=frozenset(map(str, visit.form.getlist("match"))),
        told=Told(visit.words, found.people),
        link=Links(visit, f"/pools/{visit.pool_id}/plan/drafts", ("page", "proposed")),
        spans=spans,
        errors=errors,
        done=done,
    )
