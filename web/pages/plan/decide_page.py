"""`/pools/{pool_id}/matches/{match_id}/{verb}`: a decision about a match, and what follows."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.decide import Decided, decide
from application.queries.decision_effect import effect_of
from application.queries.plan_board import chosen_of
from application.views.chosen_match import ChosenMatch
from application.views.steps import spans
from models.errors import Absent, Mistake, Stale
from models.ids import MatchId
from models.match import Verb
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.changed_since import who_it_was
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.plan.decision_form import AnswerForm, by_of, decision_from, typed_in
from web.pages.plan.decision_values import decision_values
from web.pages.plan.told import Told

router = APIRouter()
Deciding = Annotated[Visit, Depends(May(Right.DECIDE))]


@router.get("/pools/{pool_id}/matches/{match_id}/{verb}")
async def decision_page(visit: Deciding, match_id: MatchId, verb: Verb) -> Response:
    """What is asked of whoever decides, and what would follow."""
    chosen = await _chosen(visit, match_id)
    typed = AnswerForm(seen=str(chosen.match.revision))
    return await _page(visit, chosen, verb, typed, FormErrors())


@router.post("/pools/{pool_id}/matches/{match_id}/{verb}")
async def decision(visit: Deciding, match_id: MatchId, verb: Verb) -> Response:
    """Recorded; or shown again with what is wrong, or with what would follow."""
    chosen = await _chosen(visit, match_id)
    typed, errors = typed_in(visit.form), FormErrors()
    command = decision_from(typed, chosen.match, verb, errors)
    if command is None or errors:
        return await _page(visit, chosen, verb, typed, errors, status=422)
    if "look" in visit.form:
        return await _page(visit, chosen, verb, typed, errors)
    try:
        done = await decide(visit.session, command)
    except Stale as stale:
        chosen = await _chosen(visit, match_id)
        errors.add("", _stale(stale))
        typed.seen = str(chosen.match.revision)
        return await _page(visit, chosen, verb, typed, errors, status=409)
    except Mistake as error:
        errors.add("", error.phrase)
        return await _page(visit, chosen, verb, typed, errors, status=422)
    return visit.go(_after(visit, match_id, done))


async def _chosen(visit: Visit, match_id: MatchId) -> ChosenMatch:
    try:
        return await chosen_of(visit.session, visit.pool_id, match_id)
    except Absent:
        raise NotFound(visit) from None


async def _page(
    visit: Visit,
    chosen: ChosenMatch,
    verb: Verb,
    typed: AnswerForm,
    errors: FormErrors,
    *,
    status: int = 200,
) -> Response:
    match = chosen.match
    asked = decision_from(typed, match, verb, FormErrors(), lenient=True)
    effect = await effect_of(visit.session, match, asked) if asked else None
    values: dict[str, Any] = {
        **decision_values(visit, chosen, verb, typed, errors),
        "chosen": chosen,
        "is_open": verb in chosen.verbs,
        "effect": effect,
        "told": Told(visit.words, chosen.people),
        "spans": spans,
    }
    return visit.page("plan/decide.html", status, **values)


def _after(visit: Visit, match_id: MatchId, done: Decided) -> str:
    """The plan with the match, what was done, and what takes it back."""
    told = {"match": match_id, "done": done.verb.value}
    for back in done.back:
        told |= {"undo": back.verb.value}
        told |= {"by_side": by_of(back)} if back.side else {}
        told |= {"since": back.since} if back.since else {}
    return f"/pools/{visit.pool_id}/plan?{urlencode(told)}"


def _stale(stale: Stale) -> Phrase:
    """What has changed since, and by whom, without ids and the commands of a terminal."""
    params = stale.phrase.params
    if not params.get("actor"):
        return Phrase("web_plan_stale", params)
    return Phrase("web_plan_stale_by", {**params, "actor": who_it_was(params["actor"])})
