"""A talent amends skills, base and remote; the contract is only shown."""

import re

import pytest

from application.commands.amend import AmendTalent, amend_talent
from application.edits import SetField
from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import submit

PATH = "/me/profile"


@pytest.fixture
async def me(parts):
    """The sample talent."""
    account = await parts.store.account("sample-talent")
    return await parts.store.talent("20", account.grants[0].talent_id)


async def stands(parts, me):
    await take_in(parts)
    return await parts.store.talent("20", me.talent_id)


async def test_a_talent_amends_skills_and_takes_it_back(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(PATH)

    done = await submit(
        browser, page, PATH, skills="業務改革:4", base="長野市", remote="no", form="x"
    )

    assert done.status_code == 200
    after = await stands(parts, me)
    assert (after.skills, after.base, after.remote) == ({"業務改革": 4}, "202011", False)
    assert after.form == me.form

    back = await submit(browser, done, f"{PATH}/undo")

    assert back.status_code == 200
    again = await stands(parts, me)
    assert (again.skills, again.base, again.remote) == (me.skills, me.base, me.remote)


async def test_a_wrong_skill_is_said_and_kept(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(PATH)

    again = await submit(browser, page, PATH, skills="業務改革:9")

    assert again.status_code == 422
    assert 'id="e-skills"' in again.text
    assert "業務改革:9</textarea>" in again.text
    assert await stands(parts, me) == me


async def test_what_a_coordinator_changed_meanwhile_stays(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    page = await browser.get(PATH)
    edit = SetField(field="overhead", value=1)
    command = AmendTalent(pool_id="20", talent_id=me.talent_id, edits=(edit,))
    await amend_talent(parts.session("coordinator:somebody"), command)

    again = await submit(browser, page, PATH, skills="業務改革:2")

    assert again.status_code == 409
    assert "業務改革:2</textarea>" in again.text
    assert (await stands(parts, me)).skills == me.skills


async def test_the_profile_is_complete_in_english(sign_in):
    browser = await sign_in(AccountRole.TALENT)

    page = (await browser.get(f"{PATH}?lang=en")).text

    assert "Only the coordinator changes these" in page
    assert re.search(r'value="yes"[^>]*>Yes<', page, re.IGNORECASE)
    assert re.search(r'value="no"[^>]*>No<', page, re.IGNORECASE)


async def test_of_two_pages_each_keeps_what_only_the_other_changed(sign_in, parts, me):
    """What somebody did not touch is not sent back over what others have set since."""
    browser = await sign_in(AccountRole.TALENT)
    older = await browser.get(PATH)
    await submit(browser, await browser.get(PATH), PATH, skills="業務改革:4")
    await take_in(parts)

    saved = await submit(browser, older, PATH, base="長野市")

    assert saved.status_code == 200
    after = await stands(parts, me)
    assert (after.skills, after.base) == ({"業務改革": 4}, "202011")


async def test_where_both_changed_the_same_it_is_said_beside_it(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    older = await browser.get(PATH)
    await submit(browser, await browser.get(PATH), PATH, skills="業務改革:4")
    await take_in(parts)

    told = await submit(browser, older, PATH, skills="業務改革:2")
    assert told.status_code == 409
    assert re.search(r'id="e-skills"[^>]*>[^<]*「業務改革:4」', told.text)
    assert (await submit(browser, told, PATH)).status_code == 200

    assert (await stands(parts, me)).skills == {"業務改革": 2}
