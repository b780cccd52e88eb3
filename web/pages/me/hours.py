"""`/me/hours`: the hours that a talent has for municipalities, month by month."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.state_hours import StateHours, state_hours
from application.queries.own_hours import own_hours
from models.errors import Mistake, Stale
from models.months import Month
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.changed_since import changed_since
from web.frame.visit import Visit
from web.pages.me.hours_form import HoursForm, name_of
from web.pages.me.own import own_ids, work_of
from wording.typed.values import number

router = APIRouter()
States = Annotated[Visit, Depends(May(Right.STATE_OWN_HOURS))]


@router.get("/me/hours")
async def hours_page(visit: States, saved: bool = False) -> Response:
    """The grid as it is stated."""
    await work_of(visit)  # whoever has gone is not there
    form = HoursForm.of(await own_hours(visit.session, *own_ids(visit)))
    return _page(visit, form, saved=saved)


@router.post("/me/hours")
async def save_hours(visit: States) -> Response:
    """Saved; or filled in further: copied forward, less the days of leave."""
    await work_of(visit)
    typed = visit.form
    form = HoursForm.of(await own_hours(visit.session, *own_ids(visit)), typed)
    if copied := typed.get("copy"):
        form.copy(str(copied))
        return _page(visit, form)
    if typed.get("leave"):
        settings, _ = await visit.session.reads.settings(own_ids(visit)[0])
        days = str(typed.get("first", "")), str(typed.get("last", ""))
        form.leave(*days, settings.closed_days)
        return _page(visit, form, 422 if form.errors else 200)
    return await _saved(visit, form)


async def _saved(visit: Visit, form: HoursForm) -> Response:
    pool_id, talent_id = own_ids(visit)
    amounts, status = form.read(), 422
    seen = form.errors.read("seen", str(visit.form.get("seen", "")), number)
    if form.errors or seen is None:
        return _page(visit, form, status)
    command = StateHours(pool_id=pool_id, talent_id=talent_id, hours=amounts, seen=seen)
    try:
        await state_hours(visit.session, command)
        return visit.go("/me/hours?saved=true")
    except Stale as stale:
        form.errors.add("", changed_since(stale))
        status = 409
        # From now on they have seen it: what others stated stands beside each field.
        form.own = await own_hours(visit.session, pool_id, talent_id)
    except Mistake as mistake:
        each = mistake.phrase.params.get("each")
        for phrase in each if isinstance(each, tuple) else (mistake.phrase,):
            if isinstance(phrase, Phrase):
                month = Month(str(phrase.params.get("month")))
                form.errors.add(name_of(month) if month in form.typed else "", phrase)
    return _page(visit, form, status)


def _page(visit: Visit, form: HoursForm, status: int = 200, *, saved: bool = False) -> Response:
    return visit.page(
        "me/hours.html",
        status,
        grid=form,
        own=form.own,
        errors=form.errors,
        name_of=name_of,
        saved=saved,
        days={name: str(visit.form.get(name, "")) for name in ("first", "last")},
    )
