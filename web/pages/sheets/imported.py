"""`/pools/{pool}/sheets/imports/{id}`: what a file would change; then that change, and its undo."""

from collections import OrderedDict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.imports.applying import ApplyImport, apply_import, take_back_import
from application.imports.dry_run import dry_run
from application.imports.read_in import ReadIn
from application.queries.arrival import taken_in
from application.queries.beginnings import beginnings_of
from application.queries.filled_sheet import earliest
from application.views.importing import import_view
from models.errors import Mistake, Stale
from models.months import Month
from models.sheet_imports import ImportState, SheetImport
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/sheets/imports/{import_id}"
#: Bad rows that a page draws, with those around them; lines of what changes.
_ROWS, _LINES = 60, 100
#: Seconds that the first import waits to be taken in.
_PATIENCE = 2
#: Files that were read last: a page is often looked at twice.
_READ: OrderedDict[tuple[str, Month], ReadIn] = OrderedDict()
_MOST_READ = 8


@router.get(_ADDRESS)
async def looked_at(
    visit: Annotated[Visit, Depends(May(Right.SHEETS))], import_id: str, page: int = 1
) -> Response:
    """What it would change, or what became of it."""
    return await _page(visit, await _import(visit, import_id), FormErrors(), page=page)


@router.post(_ADDRESS + "/apply")
async def applied(visit: Annotated[Visit, Depends(May(Right.SHEETS))], import_id: str) -> Response:
    """All of it, or the sound rows alone."""
    made = await _import(visit, import_id)
    command = ApplyImport(
        made=made,
        read=await _read(visit, made),
        seen=str(visit.form.get("seen", "")),
        sound_only=visit.form.get("do") == "sound",
    )
    errors, status = FormErrors(), 422
    with errors.noted():
        try:
            _, receipts = await apply_import(visit.session, visit.house.workspace.imports, command)
        except Stale:
            status = 409
            raise
    if errors:
        return await _page(visit, await _import(visit, import_id), errors, status)
    if (await beginnings_of(visit.session, visit.pool_id)).next != "plan":
        # The first steps say what comes next by what is in the pool.
        await taken_in(visit.session, receipts, _PATIENCE)
    return visit.go(f"/pools/{visit.pool_id}/sheets/imports/{import_id}")


@router.post(_ADDRESS + "/undo")
async def taken_back(
    visit: Annotated[Visit, Depends(May(Right.SHEETS))], import_id: str
) -> Response:
    """What still stands as the import left it is as it was."""
    made = await _import(visit, import_id)
    errors = FormErrors()
    try:
        undone = await take_back_import(visit.session, visit.house.workspace.imports, made)
    except Mistake as error:
        errors.add("", error.phrase)
        return await _page(visit, made, errors, 422)
    left = (*undone.left, *undone.people_left)
    done = (*undone.done, *undone.people)
    return visit.page("sheets/undone.html", made=made, done=done, left=left)


async def _import(visit: Visit, import_id: str) -> SheetImport:
    found = await visit.house.workspace.imports.sheet_import(visit.pool_id, import_id)
    if found is None:
        raise NotFound(visit)
    return found


async def _read(visit: Visit, made: SheetImport) -> ReadIn:
    first = earliest(visit.session.present)
    key = (made.import_id, first)
    if key not in _READ:
        _READ[key] = await visit.house.workspace.read_sheet(
            made.content, made.name, visit.pool_id, first
        )
        while len(_READ) > _MOST_READ:
            _READ.popitem(last=False)
    _READ.move_to_end(key)
    return _READ[key]


async def _page(
    visit: Visit, made: SheetImport, errors: FormErrors, status: int = 200, page: int = 1
) -> Response:
    if made.state is ImportState.APPLIED or made.state is ImportState.UNDONE:
        begun = await beginnings_of(visit.session, visit.pool_id)
        beginning = made.state is ImportState.APPLIED and begun.next != "plan"
        return visit.page(
            "sheets/applied.html", status, made=made, errors=errors, beginning=beginning
        )
    try:
        read = await _read(visit, made)
    except Mistake as error:
        errors.add("", error.phrase)
        return visit.page("sheets/unread.html", 422, made=made, errors=errors)
    found = await dry_run(visit.session, visit.pool_id, read)
    for said in found.refused if not errors else ():
        errors.add("", said)
    view = import_view(found.comparison, most=_LINES)
    values: dict[str, Any] = {"made": made, "read": read, "found": found, "view": view}
    values |= {"errors": errors, "pages": _pages(read), "drawn": _drawn(read, page), "at": page}
    values["undecided"] = made.state is ImportState.POSTING
    values["notes"] = [note.phrase for sheet in read.sheets for note in sheet.notes]
    values["notes"] += found.notes
    return visit.page("sheets/dry_run.html", status, **values)


def _pages(read: ReadIn) -> int:
    return max(1, -(-sum(len(sheet.rows) for sheet in read.drawn) // _ROWS))


def _drawn(read: ReadIn, page: int) -> list[tuple[Any, list[Any]]]:
    """The rows of one page, by sheet."""
    first, last = (page - 1) * _ROWS, page * _ROWS
    found, before = [], 0
    for sheet in read.drawn:
        rows = list(sheet.rows[max(0, first - before) : max(0, last - before)])
        before += len(sheet.rows)
        if rows or sheet.faults:
            found.append((sheet, rows))
    return found
