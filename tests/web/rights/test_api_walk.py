"""Walks every operation of the API: without a token, with each role's, and on others' objects."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi.routing import iter_route_contexts

from application.access.rights import RIGHTS
from models.accounts import AccountRole
from models.facts import TOPICS
from service.web_wiring import web_house
from service.wiring import Parts
from tests.web.api.conftest import token_of
from tests.web.conftest import ORIGIN
from tests.web.rights.addresses import OTHER, OWN, Address, Samples
from web.api.app import create_api
from web.api.callers import TokenMay

#: The document itself: it tells nothing of anybody.
PUBLIC = frozenset({"/openapi.json"})


def operations() -> list[Address]:
    found = []
    for context in iter_route_contexts(create_api().routes):
        route: Any = context.original_route
        dependant = getattr(route, "dependant", None)
        calls = [each.call for each in dependant.dependencies] if dependant else []
        rights = [call.right for call in calls if isinstance(call, TokenMay)]
        found += [
            Address(method, str(context.path), rights[0] if rights else None)
            for method in sorted((route.methods or set()) - {"HEAD"})
        ]
    return found


GUARDED = [each for each in operations() if each.path not in PUBLIC]


class Walk:
    """The API, and what is each role's own and another's."""

    def __init__(self, parts: Parts, client: httpx.AsyncClient, samples: Samples) -> None:
        self.parts, self.client, self.samples = parts, client, samples

    async def ask(self, address: Address, values: dict[str, str], token: str = "") -> int:
        headers = {"authorization": f"Bearer {token}", "if-match": '"1"'} if token else {}
        body = None if address.method in {"GET", "DELETE"} else {"verb": "pin"}
        path = address.filled(values | {"subject": values.get("match_id", "unknown")})
        answer = await self.client.request(address.method, path, json=body, headers=headers)
        return answer.status_code

    async def facts(self) -> int:
        return await self.parts.event_log.lag("talentpool-nobody", list(TOPICS))


@pytest.fixture
async def walk(parts: Parts) -> AsyncIterator[Walk]:
    house = web_house(parts, ORIGIN)
    transport = httpx.ASGITransport(app=create_api(house), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        yield Walk(parts, client, await Samples.of(parts))
    await house.feed.close()


def test_every_operation_has_a_right():
    assert {each.path for each in GUARDED if each.right is None} == set()
    assert len(GUARDED) > 30


async def test_nobody_comes_in_without_a_token(walk):
    before = await walk.facts()
    values = walk.samples.own[AccountRole.COORDINATOR]
    found = {(a.method, a.path): await walk.ask(a, values) for a in GUARDED}

    assert {each for each, status in found.items() if status != 401} == set()
    assert await walk.facts() == before


@pytest.mark.parametrize("role", AccountRole)
async def test_a_role_without_the_right_is_refused(walk, role):
    before, token = await walk.facts(), await token_of(walk.parts, role)
    values = walk.samples.own[AccountRole.COORDINATOR]
    others = [a for a in GUARDED if role not in RIGHTS[a.right]]
    found = {(a.method, a.path): await walk.ask(a, values, token) for a in others}

    assert {each for each, status in found.items() if status != 403} == set()
    assert await walk.facts() == before


async def test_another_pool_is_not_there(walk):
    before = await walk.facts()
    token = await token_of(walk.parts, AccountRole.COORDINATOR, OTHER)
    values = walk.samples.own[AccountRole.COORDINATOR] | {"pool_id": OWN}
    found = {
        (a.method, a.path): await walk.ask(a, values, token)
        for a in GUARDED
        if "pool_id" in a.parts
    }

    assert {each for each, status in found.items() if status != 404} == set()
    assert await walk.facts() == before


@pytest.mark.parametrize(
    "role", [AccountRole.COORDINATOR, AccountRole.TALENT, AccountRole.MUNICIPALITY]
)
async def test_anothers_object_is_not_there(walk, role):
    before, token = await walk.facts(), await token_of(walk.parts, role, OWN)
    others = walk.samples.foreign[role]
    values, wrong = walk.samples.own[role] | others, []
    for address in GUARDED:
        parts = {*address.parts} & {*others, "subject"}
        if role in RIGHTS[address.right] and parts:
            status = await walk.ask(address, values, token)
            refused = status == 404 or (address.method != "GET" and status == 422)
            if not refused:
                wrong.append((address.method, address.path, status))

    assert wrong == []
    assert await walk.facts() == before
