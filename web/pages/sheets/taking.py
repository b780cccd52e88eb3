"""Templates and exports: files to take."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.exports.sheet_files import plan_csv, plan_file, sheet_file, template_file
from web.frame.allowed import May
from web.frame.downloads import download
from web.frame.visit import Visit

router = APIRouter()

Kind = Literal["requests", "talents"]


@router.get("/pools/{pool_id}/sheets/template/{kind}")
async def template(visit: Annotated[Visit, Depends(May(Right.SHEETS))], kind: Kind) -> Response:
    """An empty sheet to fill in."""
    content = await template_file(visit.session, kind, visit.pool_id, visit.words)
    return download(_name(visit, f"web_sheets_template_{kind}", "xlsx"), content)


@router.get("/pools/{pool_id}/sheets/export")
async def export(
    visit: Annotated[Visit, Depends(May(Right.SHEETS))],
    what: Literal["plan", "plan_csv", "requests", "talents"] = "plan",
    names: bool = False,
) -> Response:
    """The plan, or what is known to be changed and imported again."""
    pool_id, words = visit.pool_id, visit.words
    if what == "plan":
        content = await plan_file(visit.session, pool_id, words, names=names)
    elif what == "plan_csv":
        content = await plan_csv(visit.session, pool_id, words, names=names)
    else:
        content = await sheet_file(visit.session, what, pool_id, words, names=names)
    ending = "zip" if what == "plan_csv" else "xlsx"
    return download(_name(visit, f"web_sheets_export_{what}", ending), content)


def _name(visit: Visit, code: str, ending: str) -> str:
    """`配置計画_長野県_2026-11-01.xlsx`."""
    pool = visit.words.shown("pool", visit.pool_id)
    day = visit.house.now().date().isoformat()
    return f"{visit.words(code)}_{pool}_{day}.{ending}"
