"""No page of operators names anybody: every route is walked, and every link of the menu works."""

import re

import pytest

from models.accounts import AccountRole
from models.ids import PoolId
from tests.web.relayed import relayed
from tests.web.rights.addresses import addresses
from tests.web.test_ops_letters import dies
from web.app import create_app


@pytest.fixture
async def ops(sign_in, parts):
    await relayed(parts)
    return await sign_in(AccountRole.OPS)


async def test_no_name_stands_on_any_page_of_operators(ops, parts, house):
    letter = await dies(parts)
    match = (await parts.store.matches(PoolId("20")))[0]
    names = {
        each.name for pool in await parts.store.pools() for each in await parts.store.people(pool)
    }
    [story] = re.findall(
        r"/ops/traces/([0-9a-f-]{36})", (await ops.get(f"/ops/traces?q={match.match_id}")).text
    )[:1]
    values = {"letter": str(letter), "correlation": story}
    paths = [
        each.filled(values)
        for each in addresses(create_app(house))
        if each.path.startswith("/ops") and each.method == "GET" and "stream" not in each.path
    ]
    paths += [f"/ops/traces?q={match.match_id}", "/ops/dead-letters?status=new", "/healthz"]

    assert len(names) > 10
    for path in paths:
        answer = await ops.get(path)
        assert answer.status_code == 200, path
        found = [name for name in names if name in answer.text]
        assert found == [], path


async def test_every_link_of_the_menu_works(ops):
    menu = (await ops.get("/ops/events")).text.partition('class="menu"')[2].partition("</nav>")[0]
    links = re.findall(r'href="(/[^"]*)"', menu)

    assert len(links) == 7
    for link in links:
        assert (await ops.get(link)).status_code == 200, link
