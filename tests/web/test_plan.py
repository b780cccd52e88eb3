"""The coordinator looks at the plan, decides beside it, and takes it back."""

import re

import pytest

from application.commands.decide import Decide, decide
from models.accounts import AccountRole
from models.ids import MatchId
from models.match import MatchState, Side, Verb
from tests.application.demo_store import take_in
from tests.web.forms import submit


@pytest.fixture
async def browser_of(sign_in):
    """The coordinator's browser."""
    return await sign_in(AccountRole.COORDINATOR)


@pytest.fixture
async def offer(parts):
    """A match that both sides are asked about."""
    found = await parts.store.matches("20", live_only=True)
    return next(m for m in found if m.state is MatchState.PROPOSED and len(m.places) == 1)


async def stands(parts, match_id):
    await take_in(parts)
    return await parts.store.match(MatchId(match_id))


@pytest.mark.parametrize("by", ["talent", "place", "time"])
@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_the_plan_is_seen_in_three_ways(browser_of, by, lang):
    page = await browser_of.get(f"/pools/20/plan?by={by}&lang={lang}")

    assert page.status_code == 200
    assert len(page.content) < 400_000
    assert 'class="time"' in page.text if by == "time" else 'class="heat"' in page.text
    assert "見本 一郎" in page.text


async def test_a_full_month_and_one_without_contract_are_said_in_words(browser_of):
    page = await browser_of.get("/pools/20/plan")

    full = re.findall(r'<td class="hc l4[^"]*">(.*?)</td>', page.text)
    off = re.findall(r'<td class="hc off[^"]*">(.*?)</td>', page.text)

    assert full
    assert all("満" in cell for cell in full)
    assert off
    assert all("契約外" in cell for cell in off)


async def test_the_board_is_narrowed_by_a_name_in_any_writing(browser_of):
    everybody = await browser_of.get("/pools/20/plan")
    names = re.findall(r'<th scope="row"><a href="[^"]*talent=(T20-\d+)', everybody.text)

    one = await browser_of.get(
        "/pools/20/plan", params={"text": names[0].lower().replace("t", "ｔ")}
    )

    assert re.findall(r'<th scope="row"><a href="[^"]*talent=(T20-\d+)', one.text) == names[:1]
    assert 'value="ｔ20' in one.text


async def test_an_unmet_line_says_why_and_what_would_be_enough(browser_of, parts):
    plan = await parts.store.plan("20")
    page = await browser_of.get("/pools/20/plan")

    assert plan.unmet
    assert "埋まっていない枠" in page.text
    assert page.text.count("<li><p>") == min(15, len(plan.unmet))


async def test_the_chosen_match_says_why_and_offers_what_fits_its_state(browser_of, offer):
    page = await browser_of.get(f"/pools/20/plan?match={offer.match_id}")

    path = f"/pools/20/matches/{offer.match_id}"
    assert "なぜこの人か" in page.text
    assert f'href="{path}/accept"' in page.text
    assert f'action="{path}/pin"' in page.text
    assert f'action="{path}/release"' not in page.text
    assert f'href="{path}/end"' not in page.text


@pytest.mark.parametrize("path", ["/pools/20/plan?match={}", "/pools/20/matches/{}/decline"])
async def test_a_match_of_another_pool_is_not_there(browser_of, parts, path):
    other = (await parts.store.matches("15"))[0]

    assert (await browser_of.get(path.format(other.match_id))).status_code == 404


async def test_a_decline_says_what_follows_is_recorded_and_taken_back(browser_of, parts, offer):
    path = f"/pools/20/matches/{offer.match_id}/decline"
    page = await browser_of.get(path)
    assert "記録するとこうなります" in page.text
    assert "次の候補は" in page.text or "代わりに入れる人はいません" in page.text

    looked = await submit(browser_of, page, path, by="talent", reason="this_line", look="1")
    assert looked.status_code == 200
    assert (await stands(parts, offer.match_id)).state is MatchState.PROPOSED

    done = await submit(browser_of, page, path, by="talent", reason="this_line")
    told = await browser_of.get(done.headers["location"])
    assert "を記録しました" in told.text
    assert (await stands(parts, offer.match_id)).state is MatchState.DECLINED

    undo = f"/pools/20/matches/{offer.match_id}/unbar"
    await submit(browser_of, await browser_of.get(done.headers["location"]), undo)
    assert (await stands(parts, offer.match_id)).reason == "unbarred"


async def test_a_decline_without_a_reason_keeps_what_was_typed(browser_of, offer):
    path = f"/pools/20/matches/{offer.match_id}/decline"

    page = await submit(browser_of, await browser_of.get(path), path, by="municipality")

    assert page.status_code == 422
    assert "理由を選んでください" in page.text
    assert 'value="municipality" checked' in page.text


async def test_a_match_that_has_changed_since_is_shown_again(browser_of, parts, offer):
    path = f"/pools/20/matches/{offer.match_id}/accept"
    page = await browser_of.get(path)
    told = Decide(verb=Verb.ACCEPT, match_ids=(offer.match_id,), side=Side.TALENT)
    await decide(parts.session(), told)
    await take_in(parts)

    stale = await submit(browser_of, page, path, by="municipality")

    assert stale.status_code == 409
    assert "まだ何も記録していません" in stale.text
    assert "talentpool" not in stale.text
    assert 'value="municipality" checked' in stale.text
    again = await submit(browser_of, stale, path)
    assert again.status_code == 303
    assert (await stands(parts, offer.match_id)).state is MatchState.CONFIRMED


async def test_each_municipality_of_a_joint_request_answers_for_itself(browser_of, parts):
    found = await parts.store.matches("20", live_only=True)
    joint = next(m for m in found if m.state is MatchState.PROPOSED and len(m.places) > 1)
    path = f"/pools/20/matches/{joint.match_id}/accept"
    by = f"municipality:{joint.places[1]}"

    page = await browser_of.get(path)
    assert page.text.count('value="municipality:') == len(joint.places)
    await submit(browser_of, page, path, by=by)

    assert (await stands(parts, joint.match_id)).accepted_by == (joint.places[1],)


async def test_proposals_are_taken_back_and_released_again(browser_of, parts, offer):
    settings, _ = await parts.desk.settings("20")
    held = settings.model_copy(update={"release_at_once": False})
    await parts.desk.configure("20", held)
    await take_in(parts)
    path = "/pools/20/plan/drafts"
    page = await browser_of.get(path)
    nothing = await submit(browser_of, page, f"{path}#proposed", do="recall")
    assert nothing.status_code == 422

    await submit(browser_of, page, f"{path}#proposed", do="recall", match=offer.match_id)
    assert (await stands(parts, offer.match_id)).state is MatchState.DRAFTED

    page = await browser_of.get(path)
    assert offer.match_id in page.text
    await submit(browser_of, page, path, do="release", match=offer.match_id)
    assert (await stands(parts, offer.match_id)).state is MatchState.PROPOSED
