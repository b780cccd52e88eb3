"""An officer sees who comes to their own municipalities, and answers for those alone."""

import re

import pytest

from application.commands.decide import Decide, decide
from models.accounts import AccountRole
from models.ids import MatchId
from models.match import MatchState, Side, Verb
from tests.application.demo_store import take_in
from tests.web.forms import submit

ROLE = AccountRole.MUNICIPALITY


@pytest.fixture
async def grant(parts):
    """What the sample officer is bound to."""
    return (await parts.store.account("sample-municipality")).grants[0]


@pytest.fixture
async def offer(parts, grant):
    """A match that the officer's municipality has been asked about."""
    found = await parts.store.matches("20", live_only=True)
    own = [m for m in found if set(m.places) & set(grant.municipalities)]
    return next(m for m in own if m.state is MatchState.PROPOSED)


async def without_answers(parts, grant):
    account = await parts.store.account("sample-municipality")
    bare = grant.model_copy(update={"answers": False})
    await parts.store.put_account(account.model_copy(update={"grants": (bare,)}))


async def by_talent(parts, match):
    accept = Decide(verb=Verb.ACCEPT, match_ids=(match.match_id,), side=Side.TALENT)
    await decide(parts.session(), accept)


async def stands(parts, match_id):
    await take_in(parts)
    return await parts.store.match(MatchId(match_id))


async def name_of(parts, match):
    return next(p.name for p in await parts.store.people("20") if p.talent_id == match.talent_id)


async def test_the_name_comes_with_the_second_yes_and_goes_when_it_is_taken_back(
    sign_in, parts, offer
):
    browser, name = await sign_in(ROLE), await name_of(parts, offer)
    own = f"/our/matches/{offer.match_id}"
    await by_talent(parts, offer)
    await take_in(parts)
    assert name not in (await browser.get("/our")).text
    page = await browser.get(f"{own}/accept")
    assert "記録するとこうなります" in page.text
    assert name not in page.text

    done = await submit(browser, page)
    told = await browser.get(done.headers["location"])

    assert f"{name}さんが来ることに決まりました" in told.text
    assert (await stands(parts, offer.match_id)).state is MatchState.CONFIRMED
    request = offer.line_id.partition("/")[0]
    assert name in (await browser.get(f"/our/requests/{request}")).text

    done = await submit(browser, await browser.get(f"{own}/retract"))
    assert "承諾を取り消しました" in (await browser.get(done.headers["location"])).text
    assert (await stands(parts, offer.match_id)).state is MatchState.ACCEPTED_BY_TALENT
    for path in ("/our", own, f"/our/requests/{request}"):
        assert name not in (await browser.get(path)).text


async def test_an_officer_declines_some_months(sign_in, parts, offer, grant):
    browser = await sign_in(ROLE)
    page = await browser.get(f"/our/matches/{offer.match_id}/decline")
    month = min(offer.hours)

    done = await submit(browser, page, reason="later", months=month)

    assert done.status_code == 303
    assert "断ると記録しました" in (await browser.get(done.headers["location"])).text
    assert (await stands(parts, offer.match_id)).state is MatchState.DECLINED
    [decline] = [d for m, d in await parts.store.declines("20") if m == offer.match_id]
    assert decline.months == (month,)
    assert set(decline.municipalities) <= set(grant.municipalities)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "理由を1つ選んで"),
        ({"reason": "later"}, "月を1つ以上選んで"),
        ({"reason": "this_line", "municipality": "011002"}, "あなたの担当する中から"),
        ({"reason": "this_line", "seen": "x"}, 'role="alert"'),
    ],
)
async def test_wrong_input_is_said_and_nothing_is_recorded(sign_in, parts, offer, typed, said):
    browser = await sign_in(ROLE)
    page = await browser.get(f"/our/matches/{offer.match_id}/decline")

    again = await submit(browser, page, **typed)

    assert again.status_code == 422
    assert said in again.text
    assert again.text.count(" checked") == ("reason" in typed)
    assert (await stands(parts, offer.match_id)).state is MatchState.PROPOSED


async def test_what_has_changed_since_it_was_seen_is_shown_and_not_answered(sign_in, parts, offer):
    browser = await sign_in(ROLE)
    page = await browser.get(f"/our/matches/{offer.match_id}/decline")
    await by_talent(parts, offer)

    again = await submit(browser, page, reason="this_line")

    assert again.status_code == 409
    assert "開いている間に内容が変わりました（人材が承諾した）" in again.text
    assert 'value="this_line" required checked' in again.text
    assert (await stands(parts, offer.match_id)).live


async def test_without_the_grant_the_coordinator_answers(sign_in, parts, offer, grant):
    await without_answers(parts, grant)
    browser = await sign_in(ROLE)
    own = f"/our/matches/{offer.match_id}"
    page = await browser.get(own)
    assert "県の調整担当が代わりに行います" in page.text
    assert f"{own}/accept" not in page.text
    token = re.search('name="csrf" value="([^"]+)"', page.text)[1]

    for answer in ("accept", "decline", "retract"):
        assert (await browser.get(f"{own}/{answer}")).status_code == 403
        form = {"csrf": token, "seen": offer.revision, "reason": "this_line"}
        assert (await browser.post(f"{own}/{answer}", data=form)).status_code == 403
    assert (await stands(parts, offer.match_id)).revision == offer.revision


async def test_nothing_of_other_municipalities_is_there(sign_in, parts, offer, grant):
    browser, places = await sign_in(ROLE), set(grant.municipalities)
    requests = [r for r in await parts.store.requests("20") if not places & set(r.municipalities)]
    matches = [m for m in await parts.store.matches("20") if not places & set(m.places)]
    names = {p.name for p in await parts.store.people("20")}
    ids = {t.talent_id for t in await parts.store.talents("20")}
    assert requests
    assert matches
    token = re.search('name="csrf" value="([^"]+)"', (await browser.get("/our")).text)[1]
    theirs = f"/our/matches/{matches[0].match_id}"

    assert (await browser.get(f"/our/requests/{requests[0].request_id}")).status_code == 404
    for answer in ("accept", "decline", "retract"):
        assert (await browser.get(f"{theirs}/{answer}")).status_code == 404
        form = {"csrf": token, "seen": matches[0].revision, "reason": "this_line"}
        assert (await browser.post(f"{theirs}/{answer}", data=form)).status_code == 404
    assert (await browser.get(theirs)).status_code == 404
    own = [r for r in await parts.store.requests("20") if places & set(r.municipalities)]
    titles = {r.title for r in requests} - {r.title for r in own}
    pages = [f"/our/requests/{r.request_id}" for r in own]
    pages += ["/our", "/our/requests", f"/our/matches/{offer.match_id}"]
    for path in [*pages, *(f"{each}?lang=en" for each in pages)]:
        page = (await browser.get(path)).text
        assert not [each for each in names | titles if each in page], path
        assert not [each for each in ids if re.search(rf"\b{each}\b", page)], path
        assert not re.search(r"\d点|points|次点|sample-coordinator", page), path


async def test_a_draft_that_nobody_was_shown_is_not_there(sign_in, parts, offer):
    browser = await sign_in(ROLE)
    await parts.desk.decide(Decide(verb=Verb.RECALL, match_ids=()).about(offer))
    await take_in(parts)

    assert (await browser.get(f"/our/matches/{offer.match_id}")).status_code == 404
    assert offer.match_id not in (await browser.get("/our")).text


async def test_every_menu_link_works_in_both_languages(sign_in):
    browser = await sign_in(ROLE)
    menu = re.search('<nav class="menu".*?</nav>', (await browser.get("/our")).text, re.S)[0]
    links = re.findall('href="([^"]+)"', menu)

    assert links == ["/our", "/our/requests"]
    for link in links:
        for lang in ("ja", "en"):
            page = await browser.get(f"{link}?lang={lang}")
            assert page.status_code == 200
    english = (await browser.get("/our?lang=en")).text
    assert "Who comes when" in english
