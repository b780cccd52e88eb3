"""Others have changed the request while I was at it: theirs beside mine, and a choice for each."""

from starlette.responses import Response

from application.commands.post_draft import what_met
from models.drafts import Draft
from models.phrase import Phrase
from web.frame.visit import Visit
from web.pages.requests.form.at import FormAt


async def meeting_page(visit: Visit, at: FormAt, draft: Draft, said: Phrase) -> Response:
    """Nothing typed is lost: where both changed the same, a choice; else both stay."""
    now, found = await what_met(visit.session, draft)
    return visit.page(
        "requests/form/meeting.html", 409, draft=draft, at=at, now=now, found=found, said=said
    )
