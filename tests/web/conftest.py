"""The console in process: over a copy of the planned sample store, one browser a role."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

import httpx
import pytest
import structlog

from application.queries.whatif import Compared, WhatIf, what_if
from application.scenarios.comparing import Comparisons
from application.session import ReadSession
from matcher.building.geography import Geography
from matcher.explain import explain
from models.accounts import AccountRole
from service.demo.sample_accounts import add_sample_accounts
from service.web_wiring import web_house
from service.wiring import Parts, opened
from tests import make
from tests.application.demo_store import Greedy, settings
from tests.made_once import made_once, planned_samples
from tests.solver_inside import solver_inside
from web.app import create_app
from web.frame import sent_twice
from web.house import House

ORIGIN = "http://testserver"
SignIn = Callable[[AccountRole], Awaitable[httpx.AsyncClient]]


@pytest.fixture(autouse=True)
def slow_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests send a form again more quickly than anybody comes back to one."""
    monkeypatch.setattr(sent_twice, "_LINGERS", 0.0)


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pools, planned, with their accounts: copied for every test."""

    async def accounts(database: Path) -> None:
        async with opened(settings(database), now=lambda: make.NOW) as parts:
            await add_sample_accounts(parts)

    def filled(folder: Path) -> None:
        shutil.copy(planned_samples(tmp_path_factory), folder)
        asyncio.run(accounts(folder / "talentpool.db"))
        structlog.reset_defaults()

    return made_once(tmp_path_factory, "samples_and_accounts", filled) / "talentpool.db"


@pytest.fixture
async def parts(sample_store: Path, tmp_path: Path) -> AsyncIterator[Parts]:
    """The opened world of one test."""
    database = tmp_path / "talentpool.db"
    shutil.copy(sample_store, database)
    async with opened(settings(database), now=lambda: make.NOW) as made:
        yield made


async def greedily(session: ReadSession, asked: WhatIf, begun: Callable[[int], None]) -> Compared:
    """A comparison as pages need one, at once; the API's test asks the solver's process."""
    with patch("matcher.whatif.compare.explain", partial(explain, seconds=0)):
        return await what_if(session, asked, solver=Greedy(), geography=Geography(), begun=begun)


@pytest.fixture
async def house(parts: Parts) -> AsyncIterator[House]:
    """The opened world as the pages see it; whoever looks at its health starts no child."""
    made = web_house(parts, ORIGIN, sample_entry=True)
    with solver_inside():
        yield replace(made, workspace=replace(made.workspace, comparisons=Comparisons(greedily)))
    await made.feed.close()


@pytest.fixture
async def browser(house: House) -> AsyncIterator[Callable[[], httpx.AsyncClient]]:
    """Makes browsers that nobody has signed in with."""
    app = create_app(house)
    made: list[httpx.AsyncClient] = []

    def one() -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        made.append(httpx.AsyncClient(transport=transport, base_url=ORIGIN))
        return made[-1]

    yield one
    for each in made:
        await each.aclose()


@pytest.fixture
def sign_in(browser: Callable[[], httpx.AsyncClient]) -> SignIn:
    """A browser in which the sample account of a role is signed in."""

    async def as_role(role: AccountRole) -> httpx.AsyncClient:
        one = browser()
        answer = await one.post("/sign-in/sample", data={"role": role.value})
        assert answer.status_code == 303, answer.text[:300]
        return one

    return as_role
