"""Programs: one a role, with tokens of the sample accounts."""

from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from application.access.api_tokens import make_token
from models.accounts import AccountId, AccountRole
from service.web_wiring import web_house
from service.wiring import Parts
from tests.web.conftest import ORIGIN
from web.app import create_app

Program = Callable[..., Awaitable[httpx.AsyncClient]]


async def token_of(parts: Parts, role: AccountRole, pool_id: str | None = None) -> str:
    """The secret of a new token of the sample account of a role."""
    account = await parts.store.account(AccountId(f"sample-{role}"))
    assert account is not None
    grant = account.granted(role, pool_id) or account.grants[0]
    made = await make_token(parts.store, account, grant, name="test", days=30, now=parts.now())
    return made.secret


@pytest.fixture
async def program(parts: Parts) -> AsyncIterator[Program]:
    """Makes clients that carry a token of a role, of pool 20 where the role is of a pool."""
    app = create_app(web_house(parts, ORIGIN))
    made: list[httpx.AsyncClient] = []

    async def one(role: AccountRole, pool_id: str | None = None) -> httpx.AsyncClient:
        secret = await token_of(parts, role, pool_id)
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        headers = {"authorization": f"Bearer {secret}", "accept-language": "en"}
        base = f"{ORIGIN}/api/v1"
        made.append(httpx.AsyncClient(transport=transport, base_url=base, headers=headers))
        return made[-1]

    yield one
    for each in made:
        await each.aclose()
