"""A talent's calendar: read by a secret address, until it is revoked."""

import re

import pytest
from icalendar import Calendar

from application.queries.own_year import own_year
from models.accounts import AccountId, AccountRole
from models.hours import PER_HOUR
from models.ids import PoolId, TalentId
from tests.known import known
from tests.web.forms import submit


async def address_of(browser) -> str:
    page = await submit(browser, await browser.get("/me/calendar"), "/me/calendar")
    return known(re.search(r"/calendar/[\w-]+\.ics", page.text))[0]


async def test_it_holds_the_year_and_nobody_elses(sign_in, browser, parts):
    talent = await sign_in(AccountRole.TALENT)
    path = await address_of(talent)

    answer = await browser().get(path)

    grant = known(await parts.store.account(AccountId("sample-talent"))).grants[0]
    year = await own_year(parts.session("test:1"), PoolId("20"), TalentId(grant.talent_id))
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert len(events) == len(year.work) > 0
    assert len({str(event["uid"]) for event in events}) == len(events)
    hours = sum(work.hours for work in year.work) / PER_HOUR
    said = [re.search(r"([\d,]+)時間(?:(\d+)分)?", str(event["summary"])) for event in events]
    total = sum(int(known(s)[1].replace(",", "")) + int(known(s)[2] or 0) / 60 for s in said)
    assert total == hours


@pytest.mark.parametrize("said", ["{}", "W/{}", '"other", W/{}', '"other",{}'])
async def test_what_has_not_changed_is_not_sent_again(sign_in, browser, said):
    path = await address_of(await sign_in(AccountRole.TALENT))
    first = await browser().get(path)
    tag = said.format(first.headers["etag"])

    again = await browser().get(path, headers={"if-none-match": tag})
    other = await browser().get(path, headers={"if-none-match": '"other"'})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    assert first.headers["cache-control"] == "private, no-cache"


async def test_a_new_address_ends_the_one_before_and_a_revoked_one_is_not_there(sign_in, browser):
    talent = await sign_in(AccountRole.TALENT)
    old = await address_of(talent)
    new = await address_of(talent)
    assert (await browser().get(old)).status_code == 404
    assert (await browser().get(new)).status_code == 200

    await submit(talent, await talent.get("/me/calendar"), "/me/calendar/revoke")

    assert (await browser().get(new)).status_code == 404


async def test_who_may_not_enter_any_more_has_no_calendar(sign_in, browser, parts):
    path = await address_of(await sign_in(AccountRole.TALENT))
    account = known(await parts.store.account(AccountId("sample-talent")))

    await parts.store.put_account(account.model_copy(update={"disabled": True}))

    assert (await browser().get(path)).status_code == 404
