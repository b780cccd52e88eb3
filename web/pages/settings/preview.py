"""`/pools/{pool}/settings/preview`: what other settings would do to the plan; then they are set.

What would change stands in the address alone: nothing is kept before it is set.
"""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.configure import Configure, Configured, configure
from application.queries.whatif import WhatIf
from application.scenarios.comparing import SECONDS, Job, key_of
from application.views.comparison import comparison_rows
from application.views.settings import settings_rows
from matcher.whatif import OtherSettings, Scenario
from models.errors import Mistake, Stale
from models.pool_settings import PoolSettings
from models.worth import is_beyond, largest_served
from web.frame.allowed import May
from web.frame.changed_since import changed_since
from web.frame.form_errors import FormErrors
from web.frame.typed_anew import status_of, typed_anew
from web.frame.visit import Visit
from web.pages.settings.overview import settings_page
from web.pages.settings.typed import changes_in, written_of

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/settings"


@router.get(_ADDRESS + "/preview")
async def preview(visit: Annotated[Visit, Depends(May(Right.CONFIGURE))]) -> Response:
    """What would be otherwise, and what the plan would be."""
    errors = FormErrors()
    typed = await _typed(visit, errors)
    done = await _configured(visit, typed, errors, dry_run=True)
    if done is None:
        return await settings_page(visit, typed, errors, _status(errors))
    if done.before == done.after:
        return visit.go(f"/pools/{visit.pool_id}/settings")
    job = _job(visit, done.after, errors)
    rows = settings_rows(done.before, done.after, visit.words.lang)
    fields = {name: typed[name] for name in written_of(done.before) if name in typed}
    changed = {row.name for row in rows if row.changed}
    return visit.page(
        "settings/preview.html",
        changed=[row for row in rows if row.changed],
        fields={name: text for name, text in fields.items() if name in changed},
        seen=typed.get("seen", str(done.revision)),
        most=largest_served(done.after.need) if is_beyond(done.after) else None,
        job=job,
        rows=comparison_rows(job.result) if job and job.result else (),
        errors=errors,
    )


@router.post(_ADDRESS)
async def saved(visit: Annotated[Visit, Depends(May(Right.CONFIGURE))]) -> Response:
    """They hold from now on; the page says how they are set back."""
    typed = {name: value for name, value in visit.form.items() if isinstance(value, str)}
    errors = FormErrors()
    done = await _configured(visit, typed, errors, dry_run=False)
    if done is None:
        return await settings_page(visit, typed, errors, _status(errors))
    was, now = written_of(done.before), written_of(done.after)
    back = {name: text for name, text in was.items() if text != now[name]}
    rows = settings_rows(done.before, done.after, visit.words.lang)
    return visit.page(
        "settings/saved.html",
        changed=[row for row in rows if row.changed],
        back=f"/pools/{visit.pool_id}/settings/preview?{urlencode(back)}",
    )


async def _typed(visit: Visit, errors: FormErrors) -> dict[str, str]:
    """What the address says, without what its form held as it stood: others may have set that."""
    given = visit.request.query_params
    now, _ = await visit.session.desk.settings(visit.pool_id)
    stands = written_of(now)
    touched = {name for name in given if given.get(f"was-{name}") != given[name]}
    anew = {n: typed_anew(given, n, stands[n], errors) for n in touched if n in stands}
    return anew | {name: given[name] for name in ("seen",) if name in given}


def _status(errors: FormErrors) -> int:
    since = any(each.said.code == "web_changed_since" for each in errors)
    return 409 if since else status_of(errors)


async def _configured(
    visit: Visit, typed: dict[str, str], errors: FormErrors, *, dry_run: bool
) -> Configured | None:
    now, _ = await visit.session.desk.settings(visit.pool_id)
    changes = changes_in(typed, now, errors)
    seen = typed.get("seen", "")
    if errors:
        return None
    command = Configure(
        pool_id=visit.pool_id,
        settings=changes,
        seen=int(seen) if seen.isdecimal() else None,
        dry_run=dry_run,
    )
    with errors.noted(written_of(now)):
        try:
            return await configure(visit.session, command)
        except Stale as stale:
            errors.add("", changed_since(stale))
    return None


def _job(visit: Visit, after: PoolSettings, errors: FormErrors) -> Job | None:
    """The comparison of the plan with these settings: begun where none of them is there."""
    account, comparisons = visit.signed_in.account_id, visit.house.workspace.comparisons
    scenario = Scenario(name="settings", changes=(OtherSettings(settings=after),))
    job = comparisons.job(account, visit.pool_id, "settings")
    if job is not None and job.key == key_of([scenario]):
        return job
    asked = WhatIf(pool_id=visit.pool_id, scenarios=(scenario,), seconds=SECONDS)
    try:
        return comparisons.begin(visit.session, account, asked, "settings")
    except Mistake as error:
        errors.add("", error.phrase)
        return None
