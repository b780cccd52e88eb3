"""The door of every page: who it is, whether they may, and that a change is truly theirs.

A route says its right in its signature: `visit: Annotated[Visit, Depends(May(Right.SEE_POOL))]`.
A test walks the routes and finds the right there; a route that names none fails it.
"""

from dataclasses import replace

from fastapi import Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from application.access.browser_sessions import signed_in
from application.access.rights import SHOWS_PEOPLE, Right, granted, grants_for
from models.accounts import AccountRole, Grant
from models.ids import PoolId
from web.frame.audit_trail import note
from web.frame.cookies import session_secret
from web.frame.visit import Visit
from web.house import House

#: Methods that change nothing.
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: Sent by a page that follows by itself: nobody has to be there.
LIVE = "x-live"
#: A form has at most so many fields, each at most so many bytes.
MOST_FIELDS, MOST_BYTES = 5_000, 1_000_000


class NotSignedIn(Exception):
    """Nobody is signed in: the way leads over the sign-in and back; nothing typed is lost."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        super().__init__()


class Forbidden(Exception):
    """Who is signed in may not: said in words, and kept in the audit record."""

    def __init__(self, visit: Visit, right: Right | None = None) -> None:
        self.visit, self.right = visit, right
        super().__init__()


class NotFound(Exception):
    """Nothing of theirs is there. Another's is not there either: nobody learns that it exists."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        super().__init__()


class Expired(Exception):
    """A form that this session did not give out: shown again with what was typed."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        super().__init__()


class Everybody:
    """Pages for whoever comes, signed in or not."""

    async def __call__(self, request: Request) -> Visit:
        """Raises Expired where a change brings no token of this session."""
        house: House = request.app.state.house
        visit = await _visit(request, house)
        if request.method not in SAFE:
            if visit.account is not None:
                _look_at_token(visit)
            elif not _of_ours(request):
                raise Expired(visit)
        return visit


class May:
    """Pages for whoever has this right, on what their grant is bound to.

    `people`: whether the page shows names of other people, so that each look is recorded; where
    nothing is said, as the right says.
    """

    def __init__(self, right: Right, *, people: bool | None = None) -> None:
        self.right = right
        self.people = right in SHOWS_PEOPLE if people is None else people

    async def __call__(self, request: Request) -> Visit:
        """Raises NotSignedIn, Forbidden, NotFound for another's pool, Expired."""
        house: House = request.app.state.house
        visit = await _visit(request, house)
        if visit.account is None:
            raise NotSignedIn(visit)
        pool_id = request.path_params.get("pool_id")
        pool = PoolId(pool_id) if pool_id else None
        grant = granted(visit.account, self.right, pool, acting=visit.acting)
        # Noted before anything is refused: refusals are recorded too.
        note(
            request,
            actor=visit.account.account_id,
            role=grant.role if grant else "",
            action=self.right,
            pool=pool_id or (grant and grant.pool_id) or "",
            always=self.people or request.method not in SAFE,
        )
        if grant is None:
            if granted(visit.account, self.right) is not None:
                raise NotFound(visit)
            raise Forbidden(visit, self.right)
        if request.method not in SAFE:
            _look_at_token(visit)
            _look_at_grant(visit, grant, len(grants_for(visit.account, self.right, pool)) > 1)
        return replace(visit, grant=grant)


async def _visit(request: Request, house: House) -> Visit:
    secret = session_secret(request, house.settings)
    found = None
    if secret:
        now, times = house.now(), house.settings.times
        by_hand = LIVE not in request.headers
        found = await signed_in(house.accounts, secret, now, times, by_hand=by_hand)
    visit = Visit(
        request=request,
        house=house,
        account=found.account if found else None,
        web_session=found.session if found else None,
        form=FormData() if request.method in SAFE else await _form(request),
    )
    request.state.visit = visit  # for an error page in their language
    return visit


async def _form(request: Request) -> FormData:
    """What is sent. Raises HTTPException (400, 413)."""
    charset = parse_options_header(request.headers.get("content-type"))[1].get(b"charset", b"utf-8")
    if charset.lower() != b"utf-8":
        # Browsers say none; others, as `unicode_escape`, make text that no page can hold.
        raise HTTPException(400)
    return await request.form(max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)


def _of_ours(request: Request) -> bool:
    """Whether a form without a session comes from a page of ours: browsers say where from.

    Otherwise another site could sign somebody in as somebody else.
    """
    if request.headers.get("sec-fetch-site") == "cross-site":
        return False
    origin = request.headers.get("origin")
    host: str = request.headers.get("host", "")
    house: House = request.app.state.house
    return origin is None or origin in {house.settings.origin, f"http://{host}", f"https://{host}"}


def _look_at_token(visit: Visit) -> None:
    brought = visit.form.get("csrf") or visit.request.headers.get("x-csrf") or ""
    # As bytes: text with other signs than ASCII is not compared.
    if not (isinstance(brought, str) and visit.brought_by_us(brought)):
        raise Expired(visit)


def _look_at_grant(visit: Visit, grant: Grant, several: bool) -> None:
    """What was filled in for one of several is not recorded for another."""
    bound = grant.role in {AccountRole.TALENT, AccountRole.MUNICIPALITY}
    if bound and several and visit.form_key not in {"", grant.key}:
        raise Expired(visit)
