"""A talent states hours: copied on, less leave, never under what is agreed."""

from datetime import date

import pytest

from application.commands.amend import AmendTalent, amend_talent
from application.commands.decide import Decide, decide
from application.edits import SetField
from application.views.working_month import days_off, working_month
from models.accounts import AccountRole
from models.match import MatchState, Side, Verb
from models.months import Month
from tests.application.demo_store import take_in
from tests.web.forms import fields_of, submit


@pytest.fixture
async def me(parts):
    """The sample talent."""
    account = await parts.store.account("sample-talent")
    return await parts.store.talent("20", account.grants[0].talent_id)


def typed_in(page):
    """What stands in the months' fields."""
    fields = fields_of(page.text, "")
    return {name[2:]: value for name, [value] in fields.items() if name.startswith("h-")}


async def test_hours_are_saved_as_an_amendment(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours")
    month = max(typed_in(page))

    done = await submit(browser, page, **{f"h-{month}": "200:15"})

    assert done.status_code == 303
    assert "保存しました" in (await browser.get(done.headers["location"])).text
    await take_in(parts)
    after = await parts.store.talent("20", me.talent_id)
    assert after.capacity == {**me.capacity, Month(month): 801}


async def test_a_month_is_copied_on_without_script_and_not_saved(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours")
    first, second, *rest = typed_in(page)

    again = await submit(browser, page, **{f"h-{second}": "99.5"}, copy=second)

    assert again.status_code == 200
    assert typed_in(again) == {
        first: typed_in(page)[first],
        **dict.fromkeys([second, *rest], "99.5"),
    }
    await take_in(parts)
    assert await parts.store.talent("20", me.talent_id) == me


async def test_less_than_what_is_agreed_is_refused_with_what_is_enough(sign_in, parts, me):
    match = next(
        m
        for m in await parts.store.matches("20", live_only=True)
        if m.talent_id == me.talent_id and m.state is MatchState.PROPOSED
    )
    answer = Decide(verb=Verb.ACCEPT, match_ids=(match.match_id,), side=Side.TALENT)
    await decide(parts.session(), answer)
    await take_in(parts)
    browser = await sign_in(AccountRole.TALENT)
    month = max(match.hours)

    again = await submit(browser, await browser.get("/me/hours"), **{f"h-{month}": "1"})

    assert again.status_code == 422
    assert "約束した仕事" in again.text
    assert f'id="e-h-{month}"' in again.text
    assert typed_in(again)[month] == "1"
    await take_in(parts)
    assert (await parts.store.talent("20", me.talent_id)).capacity == me.capacity


async def test_what_the_coordinator_changed_meanwhile_is_told_and_what_was_typed_stays(
    sign_in, parts, me
):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours")
    month = max(typed_in(page))
    by_other = AmendTalent(
        pool_id=me.pool_id,
        talent_id=me.talent_id,
        edits=(SetField(field="municipalities_at_once", value=3),),
    )
    await amend_talent(parts.session("coordinator:sample-coordinator"), by_other)
    await take_in(parts)

    again = await submit(browser, page, **{f"h-{month}": "150"})

    assert again.status_code == 409
    assert "開いている間に調整担当が変えました、変わったところ：同時担当数" in again.text
    assert typed_in(again)[month] == "150"
    assert (await submit(browser, again)).status_code == 303


async def test_words_that_are_no_hours_are_said_beside_their_month(sign_in):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours?lang=en")
    month = max(typed_in(page))

    again = await submit(browser, page, **{f"h-{month}": "7.3"})

    assert again.status_code == 422
    assert f'href="#f-h-{month}"' in again.text
    assert typed_in(again)[month] == "7.3"


async def test_leave_takes_its_part_of_the_months_hours(sign_in):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours")
    month = max(typed_in(page))
    working = working_month(Month(month))

    again = await submit(
        browser, page, leave="yes", first=f"{month}-01", last=f"{month}-28", **{f"h-{month}": "100"}
    )
    off = days_off(date.fromisoformat(f"{month}-01"), date.fromisoformat(f"{month}-28"))

    left = round(400 * (working.days - off[Month(month)]) / working.days) / 4
    assert float(typed_in(again)[month]) == left < 100
    assert "まだ保存していません" in again.text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("2020-01-06", "", "この表の月"), ("x", "", "2026"), ("2027-01-08", "2027-01-07", "より前")],
)
async def test_days_of_leave_that_cannot_be_are_said(sign_in, first, last, said):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me/hours")

    again = await submit(browser, page, leave="yes", first=first, last=last)

    assert again.status_code == 422
    assert said in again.text


def test_holidays_weekends_and_closed_days_cost_no_leave():
    closed = (date(2027, 5, 7),)

    assert days_off(date(2027, 5, 1), date(2027, 5, 10)) == {"2027-05": 3}
    assert days_off(date(2027, 5, 1), date(2027, 5, 10), closed) == {"2027-05": 2}
    assert days_off(date(2026, 12, 28), date(2027, 1, 4)) == {"2026-12": 1, "2027-01": 1}
    may = working_month(Month("2027-05"), closed)
    assert may.days == 17
    assert [day.day.day for day in may.holidays] == [3, 4, 5, 7]
    assert may.less(17 * 31, 3) == 14 * 31
