"""A talent answers what they are asked; nobody sees another's."""

import re

import pytest

from application.commands.decide import Decide, decide
from models.accounts import AccountRole
from models.ids import MatchId
from models.match import MatchState, Side, Verb
from tests.application.demo_store import take_in
from tests.web.forms import submit


@pytest.fixture
async def me(parts):
    """The grant of the sample talent."""
    account = await parts.store.account("sample-talent")
    return account.grants[0]


@pytest.fixture
async def offer(parts, me):
    """A match that the sample talent has been asked about."""
    found = await parts.store.matches("20", live_only=True)
    return next(m for m in found if m.talent_id == me.talent_id and m.state is MatchState.PROPOSED)


async def stands(parts, match_id):
    await take_in(parts)
    return await parts.store.match(MatchId(match_id))


async def test_a_talent_accepts_and_takes_it_back(sign_in, parts, offer):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get("/me")

    done = await submit(browser, page, f"/me/matches/{offer.match_id}/accept")
    told = await browser.get(done.headers["location"])

    assert "仕事を引き受けました" in told.text
    assert (await stands(parts, offer.match_id)).state is MatchState.ACCEPTED_BY_TALENT

    path = f"/me/matches/{offer.match_id}/retract"
    done = await submit(browser, await browser.get(path))

    assert "承諾を取り消しました" in (await browser.get(done.headers["location"])).text
    assert (await stands(parts, offer.match_id)).state is MatchState.PROPOSED


async def test_a_talent_declines_some_months(sign_in, parts, offer):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(f"/me/matches/{offer.match_id}/decline")
    month = min(offer.hours)

    done = await submit(browser, page, reason="later", months=month)

    assert done.status_code == 303
    assert (await stands(parts, offer.match_id)).state is MatchState.DECLINED
    [decline] = [d for m, d in await parts.store.declines("20") if m == offer.match_id]
    assert decline.months == (month,)


@pytest.mark.parametrize(
    ("typed", "said"),
    [({}, "理由を1つ選んで"), ({"reason": "later"}, "月を1つ以上選んで")],
)
async def test_a_decline_that_lacks_something_is_said(sign_in, parts, offer, typed, said):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(f"/me/matches/{offer.match_id}/decline")

    again = await submit(browser, page, **typed)

    assert again.status_code == 422
    assert said in again.text
    assert again.text.count('type="radio"') == again.text.count('name="reason"') == 4
    assert again.text.count(" checked") == len(typed)
    assert (await stands(parts, offer.match_id)).state is MatchState.PROPOSED


async def test_what_has_changed_since_it_was_seen_is_shown_and_not_answered(sign_in, parts, offer):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(f"/me/matches/{offer.match_id}/decline")
    by_place = Decide(
        verb=Verb.ACCEPT,
        match_ids=(offer.match_id,),
        side=Side.MUNICIPALITY,
        municipality=offer.places[0],
    )
    await decide(parts.session(), by_place)

    again = await submit(browser, page, reason="this_line")

    assert again.status_code == 409
    assert "開いている間に内容が変わりました（市区町村が承諾した）" in again.text
    assert 'value="this_line" required checked' in again.text
    assert (await stands(parts, offer.match_id)).live


async def test_another_talents_match_and_a_draft_are_not_there(sign_in, parts, me, offer):
    browser = await sign_in(AccountRole.TALENT)
    others = [m for m in await parts.store.matches("20") if m.talent_id != me.talent_id]

    assert others
    for answer in ("", "/decline", "/retract"):
        assert (await browser.get(f"/me/matches/{others[0].match_id}{answer}")).status_code == 404
    page = await browser.get("/me")
    token = re.search('name="csrf" value="([^"]+)"', page.text)[1]
    path = f"/me/matches/{others[0].match_id}/accept"
    form = {"csrf": token, "seen": others[0].revision}
    assert (await browser.post(path, data=form)).status_code == 404

    await parts.desk.decide(Decide(verb=Verb.RECALL, match_ids=()).about(offer))
    await take_in(parts)
    assert (await browser.get(f"/me/matches/{offer.match_id}")).status_code == 404


async def test_a_talents_pages_show_neither_points_nor_anybody_else(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    others = {t.talent_id for t in await parts.store.talents("20")} - {me.talent_id}
    names = {p.name for p in await parts.store.people("20") if p.talent_id != me.talent_id}
    assert others
    assert names

    for path in ("/me", "/me?lang=en"):
        page = (await browser.get(path)).text
        assert not [each for each in others | names if each in page]
        assert not re.search(r"\d点|points|次点|next best", page)
