"""A step of the form as a page."""

from typing import Any

from starlette.responses import Response

from application.drafting.months import months_of
from application.drafting.steps import ORDER, Step, before
from application.drafting.sums import typed_sum
from application.notes import stumbling_points
from application.queries.draft import draft_of, read_draft
from models.drafts import Draft, TypedRequest
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.requests.form.at import FormAt, is_officer
from wording import labels


def new_page(
    visit: Visit,
    at: FormAt,
    content: TypedRequest,
    errors: FormErrors | None = None,
    status: int = 200,
) -> Response:
    """The first step of what is not kept yet."""
    values = _values(visit, at, Step.PROBLEM, content, errors)
    return visit.page("requests/form/problem.html", status, draft=None, **values)


async def step_page(
    visit: Visit,
    at: FormAt,
    draft: Draft,
    step: Step,
    errors: FormErrors | None = None,
    *,
    status: int = 200,
) -> Response:
    """A step with what was typed there, and what made others stumble."""
    if step is Step.CHECK:
        return await check_page(visit, at, draft, errors, status)
    values = _values(visit, at, step, draft.content, errors)
    if step is Step.HOURS:
        sums = {line.number: typed_sum(line) for line in draft.content.lines}
        nearly = read_draft(visit.session, draft).nearly
        points = stumbling_points(nearly) if nearly else []
        values |= {"months": months_of(draft.content), "sums": sums, "points": points}
    return visit.page(f"requests/form/{step}.html", status, draft=draft, **values)


async def check_page(
    visit: Visit,
    at: FormAt,
    draft: Draft,
    errors: FormErrors | None = None,
    status: int = 200,
    **more: Any,
) -> Response:
    """Everything once more, with all that is wrong or worth a look."""
    view = await draft_of(visit.session, draft)
    values = _values(visit, at, Step.CHECK, draft.content, errors)
    return visit.page(
        "requests/form/check.html",
        status,
        draft=draft,
        view=view,
        months=months_of(draft.content),
        officer=is_officer(visit),
        **values,
        **{"again": None, **more},
    )


def _values(
    visit: Visit, at: FormAt, step: Step, content: TypedRequest, errors: FormErrors | None
) -> dict[str, Any]:
    return {
        "at": at,
        "step": step,
        "steps": ORDER,
        "before": before(step),
        "content": content,
        "errors": errors or FormErrors(),
        "choices_of": lambda table: _choices(table, visit),
        "present": visit.session.present,
    }


def _choices(table: str, visit: Visit) -> list[tuple[str, str]]:
    english = visit.words.lang == "en"
    return [(code, words[english]) for code, words in labels.TABLES[table].items()]
