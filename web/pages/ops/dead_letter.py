"""`/ops/dead-letters/{letter}`: why it died; its bytes on demand; replayed, mended or dropped."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access.rights import Right
from application.commands.dead_letters import (
    DropDeadLetter,
    ReplayDeadLetter,
    drop_dead_letter,
    replay_dead_letter,
)
from application.queries.dead_letters import letter_page
from application.views.dead_letters import text_of
from models.errors import Absent, Mistake
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()
Mends = Annotated[Visit, Depends(May(Right.DEAD_LETTERS))]
#: The bytes may hold what people have written: each look is recorded.
Opens = Annotated[Visit, Depends(May(Right.DEAD_LETTERS, people=True))]


@router.get("/ops/dead-letters/{letter}")
async def shown(visit: Mends, letter: str) -> Response:
    """Where it stood and why it died."""
    return await _page(visit, letter, FormErrors())


@router.post("/ops/dead-letters/{letter}/bytes")
async def opened(visit: Opens, letter: str) -> Response:
    """Also what it held, to be mended."""
    return await _page(visit, letter, FormErrors(), opened=True)


@router.post("/ops/dead-letters/{letter}/replay")
async def replay(visit: Mends, letter: str) -> Response:
    """As it is, to the topic that it came from."""
    letter_id, errors = _id(visit, letter), FormErrors()
    with errors.noted():
        await replay_dead_letter(visit.session, ReplayDeadLetter(letter=str(letter_id)))
    if errors:
        return await _page(visit, letter, errors)
    return visit.go(f"/ops/dead-letters/{letter_id}")


@router.post("/ops/dead-letters/{letter}/mend")
async def mend(visit: Opens, letter: str, body: Annotated[str, Form()] = "") -> Response:
    """Other bytes, examined like what is newly stated, before anything is appended."""
    letter_id, errors = _id(visit, letter), FormErrors()
    command = ReplayDeadLetter(letter=str(letter_id), value=body.encode("utf-8", "replace"))
    try:
        await replay_dead_letter(visit.session, command)
    except Mistake as error:
        errors.add("body", error.phrase)
        return await _page(visit, letter, errors, opened=True, body=body)
    return visit.go(f"/ops/dead-letters/{letter_id}")


@router.get("/ops/dead-letters/{letter}/drop")
async def before_drop(visit: Mends, letter: str) -> Response:
    """What goes for good and what stays."""
    return await _drop_page(visit, letter, FormErrors())


@router.post("/ops/dead-letters/{letter}/drop")
async def drop(visit: Mends, letter: str, reason: Annotated[str, Form()] = "") -> Response:
    """Its bytes go."""
    letter_id, errors = _id(visit, letter), FormErrors()
    command = DropDeadLetter(letter=str(letter_id), reason=reason.strip()[:200])
    with errors.noted(("reason",)):
        await drop_dead_letter(visit.session, command)
    if errors:
        return await _drop_page(visit, letter, errors, reason)
    return visit.go(f"/ops/dead-letters/{letter_id}")


async def _page(
    visit: Visit, letter: str, errors: FormErrors, *, opened: bool = False, body: str | None = None
) -> Response:
    try:
        view, whole = await letter_page(visit.session, _id(visit, letter))
    except Absent:
        raise NotFound(visit) from None
    return visit.page(
        "ops/dead_letter.html",
        422 if errors else 200,
        view=view,
        opened=opened,
        body=(text_of(whole.original) if body is None else body) if opened else "",
        errors=errors,
        zone=visit.house.now().tzinfo,
    )


async def _drop_page(visit: Visit, letter: str, errors: FormErrors, reason: str = "") -> Response:
    try:
        view, _ = await letter_page(visit.session, _id(visit, letter))
    except Absent:
        raise NotFound(visit) from None
    status = 422 if errors else 200
    return visit.page("ops/letter_drop.html", status, view=view, errors=errors, reason=reason)


def _id(visit: Visit, letter: str) -> UUID:
    try:
        return UUID(letter)
    except ValueError:
        raise NotFound(visit) from None
