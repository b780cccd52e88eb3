"""What is typed about a match: who answers, why, in which months."""

from dataclasses import dataclass

from starlette.datastructures import FormData

from application.commands.decide import Back, Decide
from application.views.open_decisions import Answerer
from models.codes import MunicipalityCode
from models.match import ANSWERS, DeclineReason, Match, Side, Verb
from models.months import Month
from models.phrase import Phrase
from web.frame.form_errors import FormErrors


@dataclass(kw_only=True)
class AnswerForm:
    """As it was typed."""

    by: str = ""
    reason: str = ""
    months: tuple[str, ...] = ()
    since: str = ""
    seen: str = ""


def typed_in(form: FormData) -> AnswerForm:
    """The fields of a form that was sent."""
    return AnswerForm(
        by=str(form.get("by", "")),
        reason=str(form.get("reason", "")),
        months=tuple(str(each) for each in form.getlist("months")),
        since=str(form.get("since", "")),
        seen=str(form.get("seen", "")),
    )


def by_of(one: Answerer | Back) -> str:
    """Who answers as a form has it: `talent`, `municipality`, `municipality:202011`."""
    side = one.side.value if one.side else ""
    return f"{side}:{one.municipality}" if one.municipality else side


def decision_from(
    typed: AnswerForm, match: Match, verb: Verb, errors: FormErrors, *, lenient: bool = False
) -> Decide | None:
    """The decision; None, and the errors noted, where something is missing.

    `lenient`: what is not chosen yet is taken to be what is usual, to say what would follow.
    """
    named, _, place = typed.by.partition(":")
    side = Side(named) if named in set(Side) else None
    reason = DeclineReason(typed.reason) if typed.reason in set(DeclineReason) else None
    months = tuple(Month(each) for each in typed.months if each in match.hours)
    since = Month(typed.since) if typed.since in match.hours else None
    if lenient:
        side, reason = side or Side.TALENT, reason or DeclineReason.THIS_LINE
        if reason is DeclineReason.LATER and not months:
            return None
    if verb in ANSWERS and side is None:
        errors.add("by", Phrase.of("web_plan_whose"))
    if verb is Verb.DECLINE and reason is None:
        errors.add("reason", Phrase.of("web_plan_which_reason"))
    if verb is Verb.DECLINE and reason is DeclineReason.LATER and not months:
        errors.add("months", Phrase.of("web_plan_which_months"))
    if verb is Verb.END and since is None:
        errors.add("since", Phrase.of("web_plan_since_when"))
        return None
    if errors:
        return None
    return Decide(
        verb=verb,
        match_ids=(match.match_id,),
        pool_id=match.pool_id,
        side=side if verb in ANSWERS else None,
        municipality=MunicipalityCode(place) if place and verb in ANSWERS else None,
        reason=reason if verb is Verb.DECLINE else None,
        months=months if verb is Verb.DECLINE and reason is DeclineReason.LATER else (),
        since=since if verb is Verb.END else None,
        seen=int(typed.seen) if typed.seen.isdecimal() and len(typed.seen) < 10 else None,
    )
