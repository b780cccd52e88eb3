"""`/pools/{pool}/sheets`: templates and exports to take, a file to hand in, the last imports."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.datastructures import UploadFile
from starlette.responses import Response

from application.access.rights import Right
from application.imports.handing_in import hand_in
from application.queries.beginnings import beginnings_of
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()

#: Bytes of a file that is handed in, and with what stands around it in the form.
MOST_OF_FILE, MOST_OF_FORM = 10_000_000, 10_100_000
#: The address that takes it.
HANDED_IN = re.compile(r"/pools/[^/]+/sheets\Z")
#: Imports that are listed.
_LISTED = 20


@router.get("/pools/{pool_id}/sheets")
async def overview(visit: Annotated[Visit, Depends(May(Right.SHEETS))]) -> Response:
    """What can be taken and handed in."""
    return await _page(visit, FormErrors())


@router.post("/pools/{pool_id}/sheets")
async def handed_in(
    visit: Annotated[Visit, Depends(May(Right.SHEETS))],
) -> Response:
    """A file: kept, and read on the page that shows what it would change."""
    errors = FormErrors()
    file = visit.form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        if isinstance(file, UploadFile):
            await file.close()
        errors.add("file", Phrase.of("web_sheets_no_file"))
        return await _page(visit, errors, 422)
    try:
        content = await file.read(MOST_OF_FILE + 1)
    finally:
        await file.close()
    if len(content) > MOST_OF_FILE:
        errors.add("file", Phrase.of("web_sheets_file_large", most=MOST_OF_FILE // 1_000_000))
        return await _page(visit, errors, 422)
    made = await hand_in(
        visit.session,
        visit.house.workspace.imports,
        pool_id=visit.pool_id,
        account_id=visit.signed_in.account_id,
        name=file.filename,
        content=content,
    )
    return visit.go(f"/pools/{visit.pool_id}/sheets/imports/{made.import_id}")


async def _page(visit: Visit, errors: FormErrors, status: int = 200) -> Response:
    imports = await visit.house.workspace.imports.sheet_imports(visit.pool_id, _LISTED)
    names = {each.account_id: each.name for each in await visit.house.accounts.accounts()}
    return visit.page(
        "sheets/overview.html",
        status,
        errors=errors,
        imports=imports,
        names=names,
        begun=await beginnings_of(visit.session, visit.pool_id),
        has_plan=await visit.session.reads.planned_version(visit.pool_id) > 0,
    )
