"""Several municipalities ask jointly: each yes is one of theirs, and a no is one's own."""

import asyncio

import pytest

from application.commands.decide import Decide, decide
from models.accounts import AccountRole
from models.match import MatchState, Side, Verb
from tests.application.demo_store import take_in
from tests.web.forms import submit
from tests.web.test_our import stands

ROLE = AccountRole.MUNICIPALITY


@pytest.fixture
async def joint(parts):
    """A match of two municipalities or more that all have been asked about."""
    found = await parts.store.matches("20", live_only=True)
    return next(m for m in found if len(m.places) > 2 and m.state is MatchState.PROPOSED)


async def officer_of(parts, *places):
    """The sample officer, in charge of these municipalities."""
    account = await parts.store.account("sample-municipality")
    grant = account.grants[0].model_copy(update={"municipalities": places})
    await parts.store.put_account(account.model_copy(update={"grants": (grant,)}))


async def test_whoever_answers_for_several_answers_for_each(sign_in, parts, joint):
    first, second = joint.places[:2]
    await officer_of(parts, first, second)
    browser, path = await sign_in(ROLE), f"/our/matches/{joint.match_id}/accept"

    page = await browser.get(path)
    assert 'name="municipality"' in page.text
    assert (await submit(browser, page)).status_code == 422  # for which of them?
    assert (await submit(browser, page, municipality=first)).status_code == 303
    await take_in(parts)
    left = await browser.get(path)
    assert 'name="municipality"' not in left.text
    assert (await submit(browser, left)).status_code == 303

    now = await stands(parts, joint.match_id)
    assert set(now.accepted_places) == {first, second}
    back = await browser.get(f"/our/matches/{joint.match_id}/retract")
    assert (await submit(browser, back, municipality=second)).status_code == 303
    assert set((await stands(parts, joint.match_id)).accepted_places) == {first}


async def test_a_yes_is_not_that_of_the_others(sign_in, parts, joint):
    talent = Decide(verb=Verb.ACCEPT, match_ids=(joint.match_id,), side=Side.TALENT)
    await decide(parts.session("talent:x"), talent)
    await take_in(parts)
    for place in joint.places:
        assert (await stands(parts, joint.match_id)).state is MatchState.ACCEPTED_BY_TALENT
        await officer_of(parts, place)
        browser = await sign_in(ROLE)
        page = await browser.get(f"/our/matches/{joint.match_id}/accept")
        for other in {*joint.places} - {place}:
            refused = await submit(browser, page, municipality=other)
            assert refused.status_code == 422
        assert (await submit(browser, page)).status_code == 303
        await take_in(parts)

    assert (await stands(parts, joint.match_id)).state is MatchState.CONFIRMED


async def test_a_no_names_the_own_municipality_alone(sign_in, parts, joint):
    first = joint.places[0]
    await officer_of(parts, first)
    browser = await sign_in(ROLE)
    page = await browser.get(f"/our/matches/{joint.match_id}/decline")

    assert (await submit(browser, page, reason="this_municipality")).status_code == 303

    await take_in(parts)
    [decline] = [d for m, d in await parts.store.declines("20") if m == joint.match_id]
    assert decline.municipalities == (first,)


@pytest.mark.parametrize("answer", ["accept", "decline"])
async def test_a_form_that_is_sent_twice_at_once_is_one_answer(sign_in, parts, joint, answer):
    await officer_of(parts, joint.places[0])
    browser = await sign_in(ROLE)
    page = await browser.get(f"/our/matches/{joint.match_id}/{answer}")
    typed = {"reason": "this_line"} if answer == "decline" else {}

    both = await asyncio.gather(*(submit(browser, page, **typed) for _ in range(2)))

    now = await stands(parts, joint.match_id)
    assert sorted(each.status_code for each in both) == [303, 303]
    assert now.revision == joint.revision + 1
