"""Which program calls: its token, its right, and what the token is bound to."""

from dataclasses import dataclass
from functools import cached_property

from fastapi import Request
from fastapi.security import HTTPBearer

from application.access.api_tokens import note_use
from application.access.browser_sessions import digest
from application.access.rights import RIGHTS, Right
from application.session import Session
from models.api_tokens import ApiToken
from models.ids import PoolId
from models.phrase import Phrase
from web.api.problems import Failed, language
from web.frame.allowed import SAFE
from web.frame.audit_trail import note
from web.house import House
from wording import Words

#: For the OpenAPI document; the token itself is read below, so that its absence is a problem.
BEARER = HTTPBearer(auto_error=False, description="A token made on the page of the account.")


@dataclass(frozen=True, kw_only=True)
class Caller:
    """A program that may do what it asks."""

    request: Request
    house: House
    token: ApiToken

    @cached_property
    def session(self) -> Session:
        """Its work with the house."""
        return self.house.session(self.token.actor)

    @cached_property
    def words(self) -> Words:
        """Words in the language that it asks for."""
        return Words(language(self.request), self.house.places)

    @property
    def pool_id(self) -> PoolId:
        """The pool of the address, else of its grant."""
        pool_id = self.request.path_params.get("pool_id") or self.token.grant.pool_id
        assert pool_id is not None
        return PoolId(pool_id)

    def shows_people(self) -> None:
        """Names of people are shown: the look is recorded, as on a page."""
        self.request.state.noted.always = True


class TokenMay:
    """Operations for tokens with this right, on what their grant is bound to."""

    def __init__(self, right: Right) -> None:
        self.right = right

    async def __call__(self, request: Request) -> Caller:
        """Raises Failed: 401 no token, 403 not the right, 404 another's pool, 429 too often."""
        house: House = request.app.state.house
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        token = None
        if scheme.lower() == "bearer" and secret:
            token = await house.api.api_token(digest(secret.strip()))
        if token is None or token.expires <= house.now() or await _ended(house, token):
            raise Failed(401, Phrase.of("api_token_wrong"), {"www-authenticate": "Bearer"})
        await note_use(house.api, token, house.now())
        grant, pool_id = token.grant, request.path_params.get("pool_id")
        note(
            request,
            actor=token.token_id,
            role=grant.role,
            action=self.right,
            pool=pool_id or grant.pool_id or "",
            always=request.method not in SAFE,
        )
        request.app.state.rates.take(token.token_id)
        if grant.role not in RIGHTS[self.right]:
            raise Failed(403, Phrase.of("api_forbidden"))
        _check_query(request)
        if pool_id and grant.pool_id not in {None, pool_id}:
            raise not_found()
        return Caller(request=request, house=house, token=token)


def not_found() -> Failed:
    """Nothing of theirs is there: another's is as if it were not."""
    return Failed(404, Phrase.of("api_not_found"))


def _check_query(request: Request) -> None:
    """Raise Failed where something is asked that the operation knows nothing of."""
    known = {each.alias for each in request.scope["route"].dependant.query_params}
    if strange := [name for name in request.query_params if name not in known]:
        raise Failed(422, Phrase.of("api_query_unknown", name=strange[0][:60]))


async def _ended(house: House, token: ApiToken) -> bool:
    """Whether whoever made the token may not enter any more, or has not its grant any more."""
    account = await house.accounts.account(token.made_by)
    return account is None or account.disabled or token.grant not in account.grants
