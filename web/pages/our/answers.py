"""`/our/matches/{id}/accept`, `decline`, `retract`: what an officer answers for a municipality."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.decide import Decide, decide
from application.views.own_place import Coming
from models.codes import MunicipalityCode
from models.errors import Mistake, Stale
from models.ids import MatchId
from models.match import DeclineReason, Side, Verb
from models.months import Month
from models.phrase import Phrase
from web.frame.allowed import Forbidden, May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.our.own import match_of
from wording.typed.values import number

router = APIRouter()
Answers = Annotated[Visit, Depends(May(Right.ANSWER_FOR_PLACE))]


@router.get("/our/matches/{match_id}/accept")
async def accept_page(visit: Answers, match_id: str) -> Response:
    """What a yes leads to."""
    each = await _answered_here(visit, match_id)
    return _page(visit, Verb.ACCEPT, each)


@router.post("/our/matches/{match_id}/accept")
async def accept(visit: Answers, match_id: str) -> Response:
    """Yes, for one of their municipalities."""
    each = await _answered_here(visit, match_id)
    return await _decided(visit, Verb.ACCEPT, each, each.accepts)


@router.get("/our/matches/{match_id}/decline")
async def decline_page(visit: Answers, match_id: str) -> Response:
    """The reasons, each with what it leads to."""
    return _page(visit, Verb.DECLINE, await _answered_here(visit, match_id))


@router.post("/our/matches/{match_id}/decline")
async def decline(visit: Answers, match_id: str) -> Response:
    """No, with a reason."""
    each = await _answered_here(visit, match_id)
    errors = FormErrors()
    reason = str(visit.form.get("reason", ""))
    months = {str(month) for month in visit.form.getlist("months")}
    if reason not in set(DeclineReason):
        errors.add("reason", Phrase.of("web_our_reason_lacks"))
    later = reason == DeclineReason.LATER
    if later and not months & set(each.span):
        errors.add("months", Phrase.of("web_our_months_lack"))
    answer: dict[str, Any] = {}
    if not errors:
        chosen = tuple(month for month in each.span if later and month in months)
        answer = {"reason": DeclineReason(reason), "months": chosen}
    return await _decided(visit, Verb.DECLINE, each, each.declines, errors, **answer)


@router.get("/our/matches/{match_id}/retract")
async def retract_page(visit: Answers, match_id: str) -> Response:
    """What taking the yes back leads to."""
    return _page(visit, Verb.RETRACT, await _answered_here(visit, match_id))


@router.post("/our/matches/{match_id}/retract")
async def retract(visit: Answers, match_id: str) -> Response:
    """The yes is taken back: the municipality is asked again, and nobody is barred."""
    each = await _answered_here(visit, match_id)
    return await _decided(visit, Verb.RETRACT, each, each.retracts)


async def _answered_here(visit: Visit, match_id: str) -> Coming:
    """Raises NotFound for another's, Forbidden where the coordinator answers for them."""
    each = await match_of(visit, match_id)
    if not visit.granted.answers:
        raise Forbidden(visit, Right.ANSWER_FOR_PLACE)
    return each


async def _decided(
    visit: Visit,
    verb: Verb,
    each: Coming,
    open_to: Sequence[MunicipalityCode],
    errors: FormErrors | None = None,
    **answer: Any,
) -> Response:
    """Decided on what was seen; where it has changed since, it is shown as it stands now."""
    errors = errors or FormErrors()
    seen = errors.read("seen", str(visit.form.get("seen", "")), number)
    place = _place(visit, each, open_to, errors)
    if errors:
        return _page(visit, verb, each, errors, 422)
    match_id = MatchId(each.match.match_id)
    command = Decide(
        verb=verb,
        match_ids=(match_id,),
        side=Side.MUNICIPALITY,
        municipality=place,
        seen=seen,
        **answer,
    )
    try:
        await decide(visit.session, command)
        return visit.go(f"/our?answered={match_id}")
    except Stale as stale:
        reason = stale.phrase.params.get("reason", "")
        errors.add("", Phrase.of("web_our_changed_since", reason=reason))
    except Mistake:
        errors.add("", Phrase.of("web_our_answer_does_not_fit", state=each.match.state.value))
    return _page(visit, verb, await match_of(visit, match_id), errors, 409)


def _place(
    visit: Visit, each: Coming, open_to: Sequence[MunicipalityCode], errors: FormErrors
) -> MunicipalityCode | None:
    """For which of their own it is: the one that is named, else the only one that can.

    One that is named and has answered already is told so by the decision itself.
    """
    choice = open_to or each.own
    named = str(visit.form.get("municipality", ""))
    if named not in each.own and (named or len(choice) > 1):
        errors.add("municipality", Phrase.of("web_our_place_lacks"))
        return None
    return MunicipalityCode(named) if named else choice[0]


def _page(
    visit: Visit, verb: Verb, each: Coming, errors: FormErrors | None = None, status: int = 200
) -> Response:
    form = visit.form
    return visit.page(
        f"our/{verb}.html",
        status,
        each=each,
        errors=errors or FormErrors(),
        chosen={
            "reason": str(form.get("reason", "")),
            "municipality": str(form.get("municipality", "")),
            "months": [Month(str(month)) for month in form.getlist("months")],
        },
        reasons=tuple(reason.value for reason in DeclineReason),
    )
