"""`/me/profile`: who a talent is to the matching; what they amend themselves, and what not."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.amend import Amended, AmendTalent, amend_talent
from application.edits import SetField
from models.entities import Talent
from models.errors import Stale
from web.frame.allowed import May
from web.frame.changed_since import changed_since
from web.frame.form_errors import FormErrors
from web.frame.typed_anew import status_of, typed_anew
from web.frame.visit import Visit
from web.pages.me.own import own_ids, work_of
from wording.fields.typed_fields import value
from wording.typed.values import number

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.SEE_OWN_WORK))]
States = Annotated[Visit, Depends(May(Right.STATE_OWN_HOURS))]

#: What a talent amends; the rest is their contract.
FIELDS = ("skills", "base", "remote")


@router.get("/me/profile")
async def profile_page(visit: Own) -> Response:
    """As it was last acknowledged."""
    return await _page(visit, FormErrors())


@router.post("/me/profile")
async def save_profile(visit: States) -> Response:
    """Amended; the page answers at once, as it holds what takes the change back."""
    errors = FormErrors()
    seen = errors.read("seen", str(visit.form.get("seen", "")), number)
    return await _amended(visit, errors, seen=seen)


@router.post("/me/profile/undo")
async def undo_profile(visit: States) -> Response:
    """What was amended is as before, unless somebody has changed it again since."""
    return await _amended(visit, FormErrors(), still=str(visit.form.get("still", "")))


async def _amended(visit: Visit, errors: FormErrors, **given: Any) -> Response:
    await work_of(visit)  # whoever has gone is not there
    pool_id, talent_id = own_ids(visit)
    before = await visit.session.desk.known_talent(pool_id, talent_id)
    stands = _written(visit, before)
    typed = {
        name: typed_anew(visit.form, name, stands[name], errors, told=name != "remote")
        for name in FIELDS
    }
    read = {
        name: errors.read(
            name, text, partial(value, name, places=visit.house.places, pool_id=pool_id)
        )
        for name, text in typed.items()
    }
    if errors:
        return await _page(visit, errors, status_of(errors), typed=typed)
    edits = tuple(
        SetField(field=name, value=each)
        for name, each in read.items()
        if before.model_dump(mode="json")[name] != each
    )
    if not edits:  # sent twice: it stands already
        return await _page(visit, errors, saved=True)
    command = AmendTalent(pool_id=pool_id, talent_id=talent_id, edits=edits, **given)
    with errors.noted(FIELDS):
        try:
            done = await amend_talent(visit.session, command)
        except Stale as stale:
            errors.add("", changed_since(stale))
            return await _page(visit, errors, 409, typed=typed)
    if errors:
        return await _page(visit, errors, 422, typed=typed)
    return await _page(visit, errors, saved=True, back=None if command.still else done)


async def _page(
    visit: Visit,
    errors: FormErrors,
    status: int = 200,
    *,
    typed: Mapping[str, str] | None = None,
    saved: bool = False,
    back: Amended | None = None,
) -> Response:
    await work_of(visit)
    talent = await visit.session.desk.known_talent(*own_ids(visit))
    before = back.before if back else None
    return visit.page(
        "me/profile.html",
        status,
        talent=talent,
        typed=typed or _written(visit, talent),
        was=_written(visit, talent),
        errors=errors,
        saved=saved,
        still=back.still if back else "",
        before=_written(visit, before) if isinstance(before, Talent) else {},
    )


def _written(visit: Visit, talent: Talent) -> dict[str, str]:
    return {
        "skills": "\n".join(f"{name}:{level}" for name, level in talent.skills.items()),
        "base": visit.words.shown("place", talent.base) if talent.base else "",
        "remote": "yes" if talent.remote else "no",
    }
