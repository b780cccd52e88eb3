"""The last step: a coordinator posts the draft, an officer hands it over."""

from starlette.responses import Response

from application.access.rights import Right
from application.commands.drafts import hand_over
from application.commands.post_draft import post_draft
from models.drafts import Draft
from models.errors import Stale
from producers.desk import PostedBefore
from web.frame.allowed import Forbidden
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.requests.form.at import FormAt, is_officer
from web.pages.requests.form.meeting import meeting_page
from web.pages.requests.form.step_page import check_page


async def finish(visit: Visit, at: FormAt, draft: Draft, button: str) -> Response:
    """Where everything is right, to what has become of it."""
    session, drafts = visit.session, visit.house.drafts
    errors, again, status = FormErrors(), None, 422
    known = await at.draft(visit, draft.draft_id)
    with errors.noted():
        try:
            if known.version != draft.version:
                raise Stale("draft_saved_since")
            if button == "hand":
                await hand_over(session, drafts, draft)
                return visit.go(at.path(visit))
            if is_officer(visit):
                raise Forbidden(visit, Right.POST_REQUEST)
            posted = await post_draft(session, drafts, draft, again=button == "again")
            return visit.go(at.path(visit, posted.request_id))
        except PostedBefore as before:
            errors.add("", before.phrase)
            again, status = before.subject, 409
        except Stale as stale:
            if draft.base is not None and stale.phrase.code != "draft_saved_since":
                return await meeting_page(visit, at, draft, stale.phrase)
            errors.add("", stale.phrase)
            status = 409
    return await check_page(visit, at, known, errors, status, again=again)
