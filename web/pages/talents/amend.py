"""`/pools/{pool}/talents/new` and `/{id}/edit`: who a talent is, by its coordinator."""

from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.amend import AmendTalent, amend_talent
from application.commands.post import Post, post
from models.errors import Stale
from models.ids import PoolId, TalentId
from models.months import Month, window, year_end
from producers.desk import PostedBefore
from web.frame.allowed import May
from web.frame.changed_since import changed_since
from web.frame.typed_anew import status_of
from web.frame.visit import Visit
from web.pages.talents.known import known
from web.pages.talents.talent_form import FIELDS, PERSON, TalentForm
from wording import labels
from wording.typed.values import number

router = APIRouter()
Posts = Annotated[Visit, Depends(May(Right.POST_TALENT))]


@router.get("/pools/{pool_id}/talents/new")
async def new_page(visit: Posts, pool_id: PoolId) -> Response:
    """An empty form."""
    return _page(visit, pool_id, await _empty(visit))


@router.post("/pools/{pool_id}/talents/new")
async def new_talent(visit: Posts, pool_id: PoolId) -> Response:
    """One more talent; the name goes to the people table alone."""
    form = await _empty(visit)
    form.take(visit.form)
    talent_id = TalentId(form.typed["talent_id"].strip() or f"T-{token_hex(4)}")
    months = window(visit.session.present, 36)
    made = form.new(pool_id, talent_id, months, visit.house.places)
    if made:
        talent, person = made
        with form.errors.noted((*FIELDS, *PERSON)):
            try:
                people = (person,) if person else ()
                await post(visit.session, Post(talents=(talent,), people=people))
                return visit.go(f"/pools/{pool_id}/talents/{talent_id}?done=posted")
            except PostedBefore:
                return visit.go(f"/pools/{pool_id}/talents/{talent_id}")
    return _page(visit, pool_id, form, 422)


@router.get("/pools/{pool_id}/talents/{talent_id}/edit")
async def edit_page(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """As the talent stands."""
    talent = await known(visit, pool_id, talent_id)
    person = await visit.session.reads.person(pool_id, talent_id)
    months = await _months(visit, pool_id)
    form = TalentForm.of(talent, person, months, visit.house.places)
    return _page(visit, pool_id, form, months=months, talent_id=talent_id, seen=talent.revision)


@router.post("/pools/{pool_id}/talents/{talent_id}/edit")
async def edit(visit: Posts, pool_id: PoolId, talent_id: TalentId) -> Response:
    """What differs is amended; what others changed meanwhile is told."""
    talent = await known(visit, pool_id, talent_id)
    person = await visit.session.reads.person(pool_id, talent_id)
    months = await _months(visit, pool_id)
    form = TalentForm.of(talent, person, months, visit.house.places)
    form.take(visit.form)
    edits = form.edits(talent, months, visit.house.places)
    seen = form.errors.read("seen", str(visit.form.get("seen", "")), number)
    status = status_of(form.errors)
    if status == 409:
        seen = talent.revision
    if not form.errors:
        command = AmendTalent(
            pool_id=pool_id,
            talent_id=talent_id,
            edits=edits,
            person=form.person(person),
            seen=seen,
        )
        with form.errors.noted((*FIELDS, *PERSON)):
            try:
                await amend_talent(visit.session, command)
                return visit.go(f"/pools/{pool_id}/talents/{talent_id}?done=amended")
            except Stale as stale:
                form.errors.add("", changed_since(stale))
                status, seen = 409, talent.revision
    return _page(visit, pool_id, form, status, months=months, talent_id=talent_id, seen=seen or 0)


async def _empty(visit: Visit) -> TalentForm:
    present = visit.session.present
    return TalentForm.empty(present, year_end(present))


async def _months(visit: Visit, pool_id: PoolId) -> tuple[Month, ...]:
    settings, _ = await visit.session.reads.settings(pool_id)
    return window(visit.session.present, settings.horizon)


def _page(
    visit: Visit,
    pool_id: PoolId,
    form: TalentForm,
    status: int = 200,
    *,
    months: tuple[Month, ...] = (),
    talent_id: str = "",
    seen: int = 0,
) -> Response:
    def options(table: str) -> list[tuple[str, str]]:
        return [
            (code, pair[visit.words.lang == "en"]) for code, pair in labels.TABLES[table].items()
        ]

    return visit.page(
        "talents/form.html",
        status,
        pool_id=pool_id,
        form=form,
        errors=form.errors,
        months=months,
        talent_id=talent_id,
        seen=seen,
        options=options,
    )
