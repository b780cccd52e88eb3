"""What happens once somebody has proved who they are."""

from starlette.responses import Response

from application.access import browser_sessions
from models.accounts import Account
from models.audit import Entry
from web.frame.cookies import keep_session, session_secret
from web.frame.held_form import Held
from web.frame.own_paths import own_path
from web.frame.visit import Visit


async def enter(visit: Visit, account: Account, path: str | None = None) -> Response:
    """A new session, and on to the page that was asked for.

    A form that had come too late is shown, to be sent again.
    """
    house = visit.house
    old = session_secret(visit.request, house.settings)
    now = house.now()
    secret = await browser_sessions.begin(house.accounts, account, now, instead=old)
    await visit.audit(Entry.SIGN_IN, account=account)
    response = await _go_on(visit, secret, own_path(path or visit.form.get("held_path")))
    keep_session(response, secret, house.settings)
    return response


async def _go_on(visit: Visit, secret: str, path: str) -> Response:
    held = Held.brought_back(visit.form)
    if not held:
        return visit.go(path)
    house = visit.house
    times = house.settings.times
    found = await browser_sessions.signed_in(house.accounts, secret, house.now(), times)
    assert found is not None
    again = Visit(
        request=visit.request, house=house, account=found.account, web_session=found.session
    )
    return again.page("frame/send_again.html", held=held, to=path)
