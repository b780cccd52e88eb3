"""`/pools/{pool}/whatif/try?line=R-1/2&remedy=0`: what would be enough, tried as a scenario."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from application.access.rights import Right
from application.scenarios.from_remedy import changes_of_remedy, remedies_of
from application.scenarios.keeping import Mine, add_change
from models.errors import Absent, Mistake
from models.ids import LineId
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from wording import explain

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/whatif/try"


@router.get(_ADDRESS)
async def asked(
    visit: Annotated[Visit, Depends(May(Right.WHAT_IF))], line: str = "", remedy: int = 0
) -> Response:
    """What it says, and the button that makes a scenario of it."""
    return await _page(visit, line, remedy, FormErrors())


@router.post(_ADDRESS)
async def tried(visit: Annotated[Visit, Depends(May(Right.WHAT_IF))]) -> Response:
    """A scenario of its changes, and the comparison begins."""
    line, number = str(visit.form.get("line", "")), str(visit.form.get("remedy", ""))
    errors = FormErrors()
    remedy = int(number) if number.isdecimal() else -1
    with errors.noted():
        changes = await changes_of_remedy(visit.session, visit.pool_id, LineId(line), remedy)
        who = Mine(account_id=visit.signed_in.account_id, pool_id=visit.pool_id)
        await add_change(visit.session, visit.house.workspace.scenarios, who, changes)
    if errors:
        return await _page(visit, line, remedy, errors, 422)
    # The same form begins to compare: 307 keeps it a form.
    return RedirectResponse(f"/pools/{visit.pool_id}/whatif/compare", 307)


async def _page(
    visit: Visit, line: str, remedy: int, errors: FormErrors, status: int = 200
) -> Response:
    text = ""
    try:
        _, remedies = await remedies_of(visit.session, visit.pool_id, LineId(line))
        if 0 <= remedy < len(remedies):
            text = explain.remedy(visit.words, remedies[remedy])
        await changes_of_remedy(visit.session, visit.pool_id, LineId(line), remedy)
    except (Absent, Mistake) as error:
        if not errors:
            errors.add("", error.phrase)
            status = 404 if isinstance(error, Absent) else 422
    return visit.page("whatif/try.html", status, line=line, remedy=remedy, text=text, errors=errors)
