"""What a form about a match asks, whether it is a page or a dialog."""

from typing import Any

from application.views.chosen_match import ChosenMatch
from application.views.open_decisions import answerers, months_to_end
from models.match import ANSWERS, BARRING, DeclineReason, Verb
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.plan.decision_form import AnswerForm, by_of


def decision_values(
    visit: Visit,
    chosen: ChosenMatch,
    verb: Verb,
    typed: AnswerForm | None = None,
    errors: FormErrors | None = None,
) -> dict[str, Any]:
    """The choices that there are, and what was typed."""
    match, present = chosen.match, visit.session.present
    return {
        "verb": verb.value,
        "answers": verb in ANSWERS,
        "looks_ahead": verb in BARRING,
        "who_may": [(by_of(each), each) for each in answerers(match, verb, present)],
        "reasons": tuple(DeclineReason),
        "months_of_match": tuple(sorted(match.hours)),
        "ends": months_to_end(match, present),
        "typed": typed or AnswerForm(seen=str(match.revision)),
        "errors": errors or FormErrors(),
    }
