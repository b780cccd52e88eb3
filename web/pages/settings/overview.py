"""`/pools/{pool}/settings`: every setting with its value, its meaning and who set it last."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.views.settings import settings_rows
from models.revision_claims import Kind
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()

#: Revisions that are listed.
_LISTED = 30


@router.get("/pools/{pool_id}/settings")
async def overview(visit: Annotated[Visit, Depends(May(Right.CONFIGURE))]) -> Response:
    """The form, and the history."""
    return await settings_page(visit, {}, FormErrors())


async def settings_page(
    visit: Visit, typed: dict[str, str], errors: FormErrors, status: int = 200
) -> Response:
    """Everything typed is kept."""
    now, revision = await visit.session.desk.settings(visit.pool_id)
    made = await visit.session.reads.revisions(Kind.SETTINGS, visit.pool_id, visit.pool_id)
    names = {each.account_id: each.name for each in await visit.house.accounts.accounts()}
    return visit.page(
        "settings/overview.html",
        status,
        rows=settings_rows(now, now, visit.words.lang),
        revision=revision,
        typed=typed,
        made=list(reversed(made))[:_LISTED],
        names=names,
        errors=errors,
    )
