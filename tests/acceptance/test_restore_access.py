"""After a restore nobody enters with what a backup held, and the audit record is whole."""

from datetime import timedelta
from pathlib import Path

import pytest

from application.access import api_tokens, browser_sessions, enrolment, management, passwords
from application.access.browser_sessions import digest
from infra.settings import Settings
from models.audit import AuditRecord, AuditSearch, Outcome
from service.restore import backup, restore
from service.wiring import opened
from tests import make
from tests.acceptance.test_restore import embedded, production, settings

__all__ = ["embedded", "production", "settings"]
pytestmark = pytest.mark.usefixtures("no_child")

OLD, NEW = "the password of before", "the password of today"


def line(minute: int) -> AuditRecord:
    return AuditRecord(
        moment=make.NOW + timedelta(minutes=minute),
        actor="a-1",
        action=f"act_{minute}",
        outcome=Outcome.DONE,
    )


async def test_what_opened_the_store_before_opens_it_no_more(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "older.db"
    async with opened(settings) as parts:
        store = parts.store
        boss = await management.new_admin(store, "boss", "架空 太郎", OLD)
        gone = await management.new_admin(store, "gone", "架空 次郎", OLD)
        cookie = await browser_sessions.begin(store, boss, make.NOW)
        link = await enrolment.reset_link(store, boss.account_id, made_by="a", now=make.NOW)
        token = await api_tokens.make_token(
            store, boss, boss.grants[0], name="x", days=9, now=make.NOW
        )
        await store.keep_audit(line(1))
        await backup(settings, file)
        await enrolment.set_password(store, boss, NEW, make.NOW)
        await management.disable(store, gone, make.NOW)
        late = await management.new_admin(store, "late", "架空 三郎", NEW)
        new_cookie = await browser_sessions.begin(store, boss, make.NOW)
        await store.keep_audit(line(2))
        await store.keep_audit(line(3))

    for _ in range(2):  # twice is the same as once
        await restore(settings, file)

        async with opened(settings) as parts:
            store = parts.store
            for secret in (cookie, new_cookie):
                assert await store.web_session(digest(secret)) is None
            assert await store.ticket(digest(link)) is None
            assert await store.api_token(digest(token.secret)) is None
            kept = (await store.credentials(boss.account_id)).password
            assert await passwords.fits(kept, NEW)
            known = {a.login: a.disabled for a in await store.accounts()}
            assert known == {"boss": False, "gone": True, "late": False}
            assert (await store.credentials(late.account_id)).password
            lines = await store.audit(AuditSearch(), before=None, limit=9)
            assert [r.action for _, r in lines] == ["act_3", "act_2", "act_1"]
