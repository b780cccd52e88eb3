"""Which keys (tokens of programs, a calendar's address) end with what they were made by."""

from datetime import timedelta

import pytest

from application.access import enrolment, management
from infra.store.store import SqlStore
from models.accounts import AccountId, AccountRole, Grant
from models.api_tokens import ApiToken
from models.calendars import CalendarAddress
from models.ids import PoolId
from tests import make

ADMIN = Grant(role=AccountRole.ADMIN)
TALENT = Grant(role=AccountRole.TALENT, pool_id="20", talent_id="T-1")
PASSWORD = "correct horse battery"


@pytest.mark.parametrize("way", ["changed", "changed with keys", "reset", "disable", "role"])
async def test_which_keys_go_with_what_they_were_made_by(store: SqlStore, way: str) -> None:
    await management.new_admin(store, "stays", "", PASSWORD)
    boss = await management.new_admin(store, "boss", "", PASSWORD)
    boss = await management.add_grant(store, boss, TALENT)
    for account in (boss.account_id, AccountId("other")):
        for grant in boss.grants:
            await store.put_api_token(token_of(account, grant))
        address = CalendarAddress(
            account_id=account, pool_id=PoolId("20"), digest=account, made=make.NOW
        )
        await store.put_calendar(address)

    match way:
        case "reset":
            link = await enrolment.reset_link(store, boss.account_id, made_by="a", now=make.NOW)
            await enrolment.reset(store, link, "another horse battery", make.NOW)
        case "disable":
            boss = await management.disable(store, boss, make.NOW)
            await management.enable(store, boss)
        case "role":
            await management.remove_grant(store, boss, TALENT, make.NOW)
        case _:
            keys = way == "changed with keys"
            await enrolment.set_password(store, boss, "another horse", make.NOW, keys=keys)

    left = [each.grant for each in await store.api_tokens(boss.account_id)]
    assert sorted(left, key=str) == {
        "changed": [ADMIN, TALENT],
        "role": [ADMIN],
    }.get(way, [])
    assert (await store.calendar_of(boss.account_id) is not None) == (way == "changed")
    assert len(await store.api_tokens(AccountId("other"))) == 2
    assert await store.calendar_of(AccountId("other"))


def token_of(account: AccountId, grant: Grant) -> ApiToken:
    name = f"{account}-{grant.role}"
    return ApiToken(
        token_id=name,
        digest=name,
        name="x",
        grant=grant,
        made_by=account,
        made=make.NOW,
        expires=make.NOW + timedelta(days=1),
    )
