"""Who may enter, as it is kept: also where two come at the same moment, from two processes."""

import asyncio
from datetime import timedelta

import pytest

from application.access import enrolment, management, tickets
from application.access.browser_sessions import digest
from infra.store.store import SqlStore
from models.accounts import Account, AccountId, AccountRole, Grant
from models.api_tokens import ApiToken, KeptReply
from models.credentials import Credentials, TicketKind
from models.errors import Mistake
from tests import make
from tests.infra.store.conftest import OpenStore

OPS = Grant(role=AccountRole.OPS)
ADMIN = Grant(role=AccountRole.ADMIN)
PASSWORD = "correct horse battery"
PAUSE = timedelta(minutes=15)


def account(name: str, login: str = "") -> Account:
    return Account(account_id=AccountId(name), login=login or name, name="架空 太郎", grants=(OPS,))


async def test_two_changes_of_an_account_do_not_undo_each_other(open_store: OpenStore) -> None:
    here, there = await open_store(), await open_store()
    await here.put_account(account("a"))
    seen = await here.account(AccountId("a"))
    assert seen

    await management.disable(there, seen, make.NOW)
    await here.amend_account(seen.account_id, lambda kept: kept.model_copy(update={"lang": "en"}))
    await asyncio.gather(
        management.add_grant(here, seen, ADMIN),
        management.add_grant(there, seen, Grant(role=AccountRole.COORDINATOR, pool_id="20")),
    )
    with pytest.raises(Mistake):
        await management.add_grant(here, seen, ADMIN)

    kept = await here.account_by_login("a")
    assert kept
    assert (kept.disabled, kept.lang, len(kept.grants)) == (True, "en", 3)
    assert await here.amend_account(AccountId("nobody"), lambda one: one) is None


async def test_a_login_is_one_persons_though_two_take_it_at_once(open_store: OpenStore) -> None:
    stores = [await open_store(), await open_store()]
    links = [await enrolment.invite(s, (OPS,), made_by="a", now=make.NOW) for s in stores]
    made = [account("a", "same"), account("b", "same")]

    async def redeemed(at: int) -> bool:
        proof = Credentials(account_id=made[at].account_id, password="x")
        return await stores[at].redeem(digest(links[at]), made[at], proof, make.NOW)

    done = await asyncio.gather(redeemed(0), redeemed(1))

    assert sorted(done) == [False, True]
    lost = done.index(False)
    assert await tickets.opened(stores[0], links[lost], TicketKind.INVITATION, make.NOW)
    assert not (await stores[0].credentials(made[lost].account_id)).password
    assert [each.account_id for each in await stores[0].accounts()] == [made[1 - lost].account_id]


async def test_a_link_is_used_once_though_two_bring_it_at_once(open_store: OpenStore) -> None:
    stores = [await open_store(), await open_store()]
    link = await enrolment.invite(stores[0], (OPS,), made_by="a", now=make.NOW)
    made = [account("a"), account("b")]

    done = await asyncio.gather(
        *(
            store.redeem(digest(link), each, Credentials(account_id=each.account_id), make.NOW)
            for store, each in zip(stores, made, strict=True)
        )
    )

    assert sorted(done) == [False, True]
    assert len(await stores[0].accounts()) == 1


async def test_a_code_is_used_once_though_two_bring_it_at_once(open_store: OpenStore) -> None:
    stores, who = [await open_store(), await open_store()], AccountId("a")
    await stores[0].amend_credentials(who, totp="x", recovery=("r1", "r2"))

    steps = await asyncio.gather(*(store.use_step(who, 7) for store in stores * 3))
    codes = await asyncio.gather(*(store.use_recovery(who, "r1") for store in stores * 3))

    assert (sum(steps), sum(codes)) == (1, 1)
    assert not await stores[0].use_step(who, 6)
    assert (await stores[1].credentials(who)).recovery == ("r2",)


async def test_tries_are_counted_across_processes_and_end_by_themselves(
    open_store: OpenStore,
) -> None:
    stores = [await open_store(), await open_store()]

    async def tried(at: int) -> bool:
        store = stores[at % 2]
        return await store.take_try("k", limit=5, window=PAUSE, now=make.NOW) is None

    done = await asyncio.gather(*(tried(at) for at in range(12)))

    assert sum(done) == 5
    until = await stores[0].take_try("k", limit=5, window=PAUSE, now=make.NOW)
    assert until == make.NOW + PAUSE
    assert await stores[0].take_try("k", limit=5, window=PAUSE, now=make.NOW + PAUSE) is None
    await stores[0].forgive("k")
    await stores[0].forgive_one("k")


async def test_a_new_password_ends_every_other_way_to_one(store: SqlStore) -> None:
    boss = await management.new_admin(store, "boss", "", PASSWORD)
    other = await management.new_admin(store, "other", "", PASSWORD)
    late = make.NOW + timedelta(minutes=1)

    async def link(of: Account) -> str:
        return await enrolment.reset_link(store, of.account_id, made_by="a", now=make.NOW)

    first, second, others = await link(boss), await link(boss), await link(other)
    code = await tickets.put(
        store, TicketKind.CODE, now=make.NOW, lasts=PAUSE, account_id=boss.account_id
    )

    await enrolment.reset(store, second, "another horse battery", late)

    assert await tickets.opened(store, first, TicketKind.RESET, late) is None
    assert await tickets.opened(store, code, TicketKind.CODE, late) is None
    assert await tickets.opened(store, others, TicketKind.RESET, late)


async def test_tokens_and_answers_of_programs_are_kept(open_store: OpenStore) -> None:
    here, there = await open_store(), await open_store()
    token = ApiToken(
        token_id="t-1",
        digest="d",
        name="x",
        grant=OPS,
        made_by=AccountId("a"),
        made=make.NOW,
        expires=make.NOW + PAUSE,
    )
    await here.put_api_token(token)
    claimed = await asyncio.gather(
        *(s.claim_reply("t-1", "k", KeptReply(asked="x", time=make.NOW)) for s in (here, there))
    )

    assert claimed.count(None) == 1
    assert await there.api_token("d") == token
    assert not await there.end_api_token("t-1", AccountId("b"))
    assert await there.end_api_token("t-1", AccountId("a"))
    assert list(await here.api_tokens(AccountId("a"))) == []
    await here.drop_reply("t-1", "k")
    await here.forget_replies(make.NOW)


@pytest.mark.parametrize("way", ["disable", "remove_grant", "both"])
async def test_of_two_administrators_who_end_each_other_at_once_one_stays(
    open_store: OpenStore, way: str
) -> None:
    """Each request had looked for another administrator before the other's change was made."""
    stores = [await open_store(), await open_store()]
    bosses = [await management.new_admin(stores[0], name, "", PASSWORD) for name in ("a", "b")]

    async def ended(at: int) -> bool:
        store, other = stores[at], bosses[1 - at]
        try:
            if way == "disable" or (way == "both" and at):
                await management.disable(store, other, make.NOW)
            else:
                await management.remove_grant(store, other, ADMIN, make.NOW)
        except Mistake:
            return False
        return True

    done = await asyncio.gather(ended(0), ended(1))

    assert sorted(done) == [False, True]
    left = [a for a in await stores[0].accounts() if ADMIN in a.grants and not a.disabled]
    assert len(left) == 1


async def test_links_of_whoever_may_not_make_them_any_more_let_nobody_in(store: SqlStore) -> None:
    await management.new_admin(store, "stays", "", PASSWORD)
    boss = await management.new_admin(store, "boss", "", PASSWORD)
    pools = [Grant(role=AccountRole.COORDINATOR, pool_id=pool) for pool in ("20", "15")]
    for grant in pools:
        boss = await management.add_grant(store, boss, grant)
    officers = [
        Grant(role=AccountRole.MUNICIPALITY, pool_id=g.pool_id, municipalities=(code,))
        for g, code in zip(pools, ("202177", "152021"), strict=True)
    ]

    async def invited(by: AccountRole, grant: Grant) -> str:
        return await enrolment.invite(store, (grant,), made_by=boss.actor(by), now=make.NOW)

    async def opens(key: str) -> bool:
        return bool(await tickets.opened(store, key, TicketKind.INVITATION, make.NOW))

    by_admin = await invited(AccountRole.ADMIN, ADMIN)
    here, there = [await invited(AccountRole.COORDINATOR, each) for each in officers]

    boss = await management.remove_grant(store, boss, pools[0], make.NOW)
    assert [await opens(key) for key in (by_admin, here, there)] == [True, False, True]
    boss = await management.remove_grant(store, boss, ADMIN, make.NOW)
    assert [await opens(key) for key in (by_admin, there)] == [False, True]
    await management.disable(store, boss, make.NOW)
    assert not await opens(there)
