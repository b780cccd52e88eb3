"""`/me/matches/{id}`: one proposal, and the answers to it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.decide import Decide, decide
from application.views.offer import Offer
from models.codes import MunicipalityCode
from models.errors import Mistake, Stale
from models.ids import MatchId
from models.match import DeclineReason, Side, Verb
from models.months import Month
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.me.own import offer_of
from wording.typed.values import number

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.SEE_OWN_WORK))]
Answers = Annotated[Visit, Depends(May(Right.ANSWER_OWN))]


@router.get("/me/matches/{match_id}")
async def one_proposal(visit: Own, match_id: str) -> Response:
    """The whole of it, with the buttons that fit its state."""
    return _page(visit, "me/match.html", await offer_of(visit, match_id))


@router.post("/me/matches/{match_id}/accept")
async def accept(visit: Answers, match_id: str) -> Response:
    """Yes: the municipality is told; taken back as long as nothing else was decided."""
    offer = await offer_of(visit, match_id)
    return await _answered(visit, offer, "me/match.html", FormErrors(), verb=Verb.ACCEPT)


@router.get("/me/matches/{match_id}/decline")
async def decline_page(visit: Answers, match_id: str) -> Response:
    """The reasons, each with what it leads to."""
    return _page(visit, "me/decline.html", await offer_of(visit, match_id))


@router.post("/me/matches/{match_id}/decline")
async def decline(visit: Answers, match_id: str) -> Response:
    """No, with a reason."""
    offer = await offer_of(visit, match_id)
    errors = FormErrors()
    reason = str(visit.form.get("reason", ""))
    months = tuple(str(each) for each in visit.form.getlist("months"))
    place = str(visit.form.get("municipality", "")) or None
    if reason not in set(DeclineReason):
        errors.add("reason", Phrase.of("web_me_reason_lacks"))
    if reason == DeclineReason.LATER and not set(months) & set(offer.span):
        errors.add("months", Phrase.of("web_me_months_lack"))
    by_place = reason == DeclineReason.THIS_MUNICIPALITY
    if by_place and len(offer.places) > 1 and place not in offer.places:
        errors.add("municipality", Phrase.of("web_me_place_lacks"))
    if errors:
        return _page(visit, "me/decline.html", offer, 422, errors=errors)
    return await _answered(
        visit,
        offer,
        "me/decline.html",
        errors,
        verb=Verb.DECLINE,
        reason=DeclineReason(reason),
        months=tuple(m for m in offer.span if m in months and reason == DeclineReason.LATER),
        municipality=MunicipalityCode(place) if place and by_place else None,
    )


@router.get("/me/matches/{match_id}/retract")
async def retract_page(visit: Answers, match_id: str) -> Response:
    """What taking the yes back leads to."""
    return _page(visit, "me/retract.html", await offer_of(visit, match_id))


@router.post("/me/matches/{match_id}/retract")
async def retract(visit: Answers, match_id: str) -> Response:
    """The yes is taken back: it is a proposal again, and nobody is barred."""
    offer = await offer_of(visit, match_id)
    return await _answered(visit, offer, "me/retract.html", FormErrors(), verb=Verb.RETRACT)


async def _answered(
    visit: Visit, offer: Offer, template: str, errors: FormErrors, **answer: Any
) -> Response:
    """Decided on what was seen; where it has changed since, it is shown as it stands now."""
    match_id = MatchId(offer.match.match_id)
    seen = errors.read("seen", str(visit.form.get("seen", "")), number)
    command = Decide(match_ids=(match_id,), side=Side.TALENT, seen=seen, **answer)
    try:
        if not errors:
            await decide(visit.session, command)
            return visit.go(f"/me?answered={match_id}")
    except Stale as stale:
        reason = stale.phrase.params.get("reason", "")
        errors.add("", Phrase.of("web_me_changed_since", reason=reason))
    except Mistake:
        errors.add("", Phrase.of("web_me_answer_does_not_fit", state=offer.match.state.value))
    return _page(visit, template, await offer_of(visit, match_id), 409, errors=errors)


def _page(
    visit: Visit,
    template: str,
    offer: Offer,
    status: int = 200,
    *,
    errors: FormErrors | None = None,
) -> Response:
    form = visit.form
    chosen = {
        "reason": str(form.get("reason", "")),
        "municipality": str(form.get("municipality", "")),
        "months": [Month(str(each)) for each in form.getlist("months")],
    }
    return visit.page(
        template,
        status,
        offer=offer,
        errors=errors or FormErrors(),
        chosen=chosen,
        reasons=tuple(each.value for each in DeclineReason),
        place_options=[(each, visit.words.shown("place", each)) for each in offer.places],
    )
