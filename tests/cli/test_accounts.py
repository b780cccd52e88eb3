"""`accounts`: the first administrator, invitations, disabling; secrets are printed once."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from application.access import enrolment
from infra.store.store import SqlStore
from models.accounts import Account, AccountRole
from models.audit import AuditRecord, AuditSearch
from tests.cli.conftest import Talentpool

T = TypeVar("T")


def in_store(work: Callable[[SqlStore], Awaitable[T]]) -> T:
    async def run() -> T:
        store = SqlStore("sqlite:///var/talentpool.db")
        await store.open()
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(run())


def test_the_first_administrator_gets_a_link_once(empty: Path, talentpool: Talentpool) -> None:
    said = talentpool("accounts", "add-admin", "Boss@Example.jp", "--json")
    link = json.loads(said.out)["link"]

    assert said.code == 0
    assert link.startswith("http://127.0.0.1:8000/new-password/")

    async def uses(store: SqlStore) -> Account:
        key = link.rpartition("/")[2]
        return await enrolment.whose_reset(store, key, datetime.now(UTC))

    account = in_store(uses)
    assert (account.login, account.grants[0].role) == ("boss@example.jp", AccountRole.ADMIN)
    listed = talentpool("accounts", "list")
    assert "boss@example.jp" in listed.out
    assert link.rpartition("/")[2] not in listed.out


def test_an_empty_house_says_how_to_begin(empty: Path, talentpool: Talentpool) -> None:
    assert "talentpool accounts add-admin LOGIN" in talentpool("accounts", "list").out


def test_a_login_is_given_once(empty: Path, talentpool: Talentpool) -> None:
    talentpool("accounts", "add-admin", "boss")

    said = talentpool("accounts", "add-admin", "ＢＯＳＳ")

    assert said.code != 0
    assert "使われています" in said.err


def test_the_last_administrator_is_not_disabled(empty: Path, talentpool: Talentpool) -> None:
    talentpool("accounts", "add-admin", "boss")

    last = talentpool("accounts", "disable", "boss", "--yes")
    talentpool("accounts", "add-admin", "second")
    done = talentpool("accounts", "disable", "boss", "--yes", "--json")
    again = talentpool("accounts", "enable", "boss", "--json")

    assert "最後の管理者" in last.err
    assert json.loads(done.out)["account"]["disabled"] is True
    assert json.loads(again.out)["account"]["disabled"] is False


def test_an_invitation_is_bound_to_what_there_is(stocked: Path, talentpool: Talentpool) -> None:
    unbound = talentpool("accounts", "invite", "coordinator")
    nobody = talentpool("accounts", "invite", "talent", "--pool", "20", "--talent", "T-NOBODY")
    made = talentpool(
        "accounts", "invite", "municipality", "--pool", "20", "-m", "松本市", "--json"
    )

    assert "足りないか、多すぎます" in unbound.err
    assert "T-NOBODY" in nobody.err
    assert "/welcome/" in json.loads(made.out)["link"]


def test_what_is_done_here_is_recorded_too(empty: Path, talentpool: Talentpool) -> None:
    talentpool("accounts", "add-admin", "boss", "--as", "root")

    async def lines(store: SqlStore) -> list[AuditRecord]:
        return [record for _, record in await store.audit(AuditSearch(), before=None, limit=9)]

    [record] = in_store(lines)
    assert (record.actor, record.action, record.kind) == ("cli:root", "add_admin", "account")
