"""Walks every route of the console: with nobody signed in, with each role, and on others' objects.

What is expected is computed from the table of rights alone. A route without a right has to stand
in `PUBLIC`. Nothing of another's may be read or written.
"""

from collections.abc import AsyncIterator, Iterator

import pytest

from application.access import browser_sessions
from application.access.rights import RIGHTS
from models.accounts import Account, AccountId, AccountRole, Grant
from models.facts import TOPICS
from service.web_wiring import web_house
from service.wiring import Parts
from tests.solver_inside import solver_inside
from tests.web.conftest import ORIGIN
from tests.web.rights.addresses import (
    ABSENT,
    ASKED_BY_QUERY,
    OTHER,
    OWN,
    Address,
    Samples,
    addresses,
)
from tests.web.rights.asking import Answer, ask
from web.app import create_app
from web.frame.allowed import SAFE

#: Open to whoever comes: sign-in, and what a browser needs for it.
PUBLIC = frozenset(
    {
        "/static/{digest}/{name}",
        "/calendar/{key}.ics",
        "/language",
        "/sign-in",
        "/sign-in/code",
        "/sign-in/sample",
        "/sign-in/outside",
        "/sign-in/outside/back",
        "/welcome/{key}",
        "/new-password/{key}",
        "/sign-out",
        "/help",
        "/help/{role}",
        "/accessibility",
        "/healthz",
        "/readyz",
        "/{path:path}",
    }
)
#: What the page says where a form cannot be what it gave out, before any object is looked for.
UNREAD = "アドレスか入力の形が正しくありません"


class Walk:
    """The console, and the browsers of accounts that are bound to one pool each."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.samples = parts, Samples()
        self.app = create_app(web_house(parts, ORIGIN, sample_entry=True))
        self.accounts: dict[str, Account] = {}
        self.sessions: dict[str, str] = {}

    async def prepare(self) -> None:
        self.samples = await Samples.of(self.parts)
        for account in await self.parts.store.accounts():
            self.accounts[account.grants[0].role] = account
        for name, pool in ((AccountRole.COORDINATOR.value, OWN), ("coordinator of 15", OTHER)):
            grant = Grant(role=AccountRole.COORDINATOR, pool_id=pool)
            made = Account(account_id=AccountId(f"c-{pool}"), login=pool, name="", grants=(grant,))
            await self.parts.store.put_account(made)
            self.accounts[name] = made

    @property
    def guarded(self) -> Iterator[Address]:
        return (each for each in addresses(self.app) if each.right)

    async def ask(self, who: str, address: Address, values: dict[str, str]) -> Answer:
        """In a browser that is signed in; a change brings the token of its session."""
        cookie, form = "", {}
        if who:
            secret, csrf = await self._signed_in(who)
            cookie, form = f"talentpool={secret}", {"csrf": csrf}
        form = {} if address.method in SAFE else form
        return await ask(self.app, address.method, address.filled(values), cookie=cookie, form=form)

    async def _signed_in(self, who: str) -> tuple[str, str]:
        """The session of an account: a new one where a page has ended the last."""
        store, secret = self.parts.store, self.sessions.get(who, "")
        session = await store.web_session(browser_sessions.digest(secret))
        if session is None:
            now = self.parts.now()
            secret = await browser_sessions.begin(store, self.accounts[who], now)
            session = await store.web_session(browser_sessions.digest(secret))
            self.sessions[who] = secret
        return secret, session.csrf

    async def facts(self) -> int:
        return await self.parts.event_log.lag("talentpool-nobody", list(TOPICS))


@pytest.fixture
async def walk(parts: Parts) -> AsyncIterator[Walk]:
    made = Walk(parts)
    await made.prepare()
    with solver_inside():
        yield made
    await made.app.state.house.feed.close()


def told(who: str, address: Address, answer: Answer) -> str:
    return f"{who or 'nobody'}: {address.method} {address.path} -> {answer.status}"


def refused(address: Address, answer: Answer) -> bool:
    """Whether nothing was read and nothing done."""
    unread = address.method not in SAFE and answer.status == 422 and UNREAD in answer.text
    return answer.status == 404 or unread


def test_every_route_has_a_right_or_is_known_to_be_public(walk):
    strange = {a.path for a in addresses(walk.app) if a.right is None} - PUBLIC

    assert strange == set(), "name a right with Depends(May(Right.X))"


def test_every_part_of_an_address_has_a_sample(walk):
    known = {name for values in walk.samples.own.values() for name in values}

    assert {(p, a.path) for a in addresses(walk.app) for p in a.parts if p not in known} == set()


async def test_nobody_comes_in_without_signing_in(walk):
    before, wrong = await walk.facts(), []
    for address in walk.guarded:
        values = walk.samples.own[next(iter(address.roles))]
        answer = await walk.ask("", address, values)
        if answer.status != 401:
            wrong.append(told("", address, answer))

    assert wrong == []
    assert await walk.facts() == before


@pytest.mark.parametrize("role", AccountRole)
async def test_a_role_without_the_right_is_refused(walk, role):
    before, wrong = await walk.facts(), []
    for address in walk.guarded:
        if role not in address.roles:
            values = walk.samples.own[next(iter(address.roles))]
            answer = await walk.ask(role, address, values)
            if answer.status != 403:
                wrong.append(told(role, address, answer))

    assert wrong == []
    assert await walk.facts() == before


@pytest.mark.parametrize("role", AccountRole)
async def test_a_role_opens_what_is_its_own(walk, role):
    wrong, calls = [], [a for a in walk.guarded if role in a.roles]
    for address in sorted(calls, key=lambda a: a.method not in SAFE):  # changes after all looks
        answer = await walk.ask(role, address, walk.samples.own[role])
        # A change with an empty form may be refused in words, and an earlier one may have ended it.
        absent = ABSENT & {*address.parts} or address.path in ASKED_BY_QUERY
        known = address.method in SAFE and not absent
        fine = answer.status < 400 if known else answer.status not in {401, 403}
        if not (fine and 0 < answer.status < 500):
            wrong.append(told(role, address, answer))

    assert wrong == []


async def test_a_coordinator_of_another_pool_finds_nothing(walk):
    before, wrong = await walk.facts(), []
    values = walk.samples.own[AccountRole.COORDINATOR]
    for address in walk.guarded:
        if "pool_id" in address.parts:
            answer = await walk.ask("coordinator of 15", address, values)
            if answer.status != 404:
                wrong.append(told("coordinator of 15", address, answer))

    assert wrong == []
    assert await walk.facts() == before


@pytest.mark.parametrize(
    "role", [AccountRole.COORDINATOR, AccountRole.TALENT, AccountRole.MUNICIPALITY]
)
async def test_anothers_object_is_not_found(walk, role):
    before, wrong = await walk.facts(), []
    others = walk.samples.foreign[role]
    for address in walk.guarded:
        if role in address.roles and {*address.parts} & {*others}:
            answer = await walk.ask(role, address, walk.samples.own[role] | others)
            if not refused(address, answer):
                wrong.append(told(role, address, answer))

    assert wrong == []
    assert await walk.facts() == before


def test_the_roles_of_every_right_are_known(walk):
    assert {a.right for a in walk.guarded} <= {*RIGHTS}
