"""A coordinator's talents: found, added, changed, gone."""

import pytest

from application.commands.amend import AmendTalent, amend_talent
from application.edits import SetField
from models.accounts import AccountRole
from models.entities import TalentStatus
from tests.application.demo_store import take_in
from tests.web.forms import submit

LIST = "/pools/20/talents"


@pytest.fixture
async def desk(sign_in):
    return await sign_in(AccountRole.COORDINATOR)


@pytest.fixture
async def somebody(parts):
    """A talent of the pool who has live work."""
    busy = {m.talent_id for m in await parts.store.matches("20", live_only=True)}
    return await parts.store.talent("20", min(busy))


async def test_talents_are_found_by_folded_words_role_and_skill(desk, parts):
    talents = await parts.store.talents("20")
    having = {t.talent_id for t in talents if "UI・UX" in t.skills}
    pms = {t.talent_id for t in talents if "pm" in t.roles}

    async def found(**query):
        page = (await desk.get(LIST, params=query)).text
        return {t.talent_id for t in talents if f"{LIST}/{t.talent_id}" in page}

    assert await found() == {t.talent_id for t in talents}
    assert await found(q="ｕｉ・ｕｘ") == await found(skill="UI・UX") == having
    assert await found(role="pm") == pms
    assert await found(left="true") == set()
    assert await found(role="nonsense") == await found()


async def test_the_matrix_says_levels_as_numbers(desk, somebody):
    page = await desk.get(f"{LIST}?by=skills")

    name, level = next(iter(somebody.skills.items()))
    assert f"{name}<br>" in page.text
    assert f'lv{level}">{level}</td>' in page.text


async def test_a_talent_is_added_with_a_name_that_stays_in_the_people_table(desk, parts):
    page = await desk.get(f"{LIST}/new")

    done = await submit(
        desk,
        page,
        talent_id="T-NEW",
        name="見本 新人",
        roles=["pm", "engineer"],
        skills="業務改革:3",
        contract_from="2026-12",
        contract_until="2027-03",
        base="長野市",
        hours="40",
    )

    assert done.status_code == 303, done.text
    await take_in(parts)
    talent = await parts.store.talent("20", "T-NEW")
    assert (talent.roles, talent.skills, talent.base) == (
        ("pm", "engineer"),
        {"業務改革": 3},
        "202011",
    )
    assert talent.capacity == dict.fromkeys(("2026-12", "2027-01", "2027-02", "2027-03"), 160)
    assert "見本 新人" in (await desk.get(done.headers["location"])).text
    assert "見本 新人" not in talent.model_dump_json()


async def test_what_is_wrong_is_said_beside_its_field_and_everything_typed_stays(desk, parts):
    page = await desk.get(f"{LIST}/new")

    again = await submit(
        desk, page, name="見本 新人", skills="業務改革:9", contract_until="いつか", hours="40"
    )

    assert again.status_code == 422
    for field in ("roles", "skills", "contract_until"):
        assert f'href="#f-{field}"' in again.text, field
    assert 'value="見本 新人"' in again.text
    assert 'value="業務改革:9"' in again.text
    assert not await parts.store.talent("20", "T-NEW")


async def test_a_change_that_others_overtook_is_told_and_made_on_top(desk, parts, somebody):
    path = f"{LIST}/{somebody.talent_id}/edit"
    page = await desk.get(path)
    by_other = SetField(field="municipalities_at_once", value=7)
    others = AmendTalent(pool_id="20", talent_id=somebody.talent_id, edits=(by_other,))
    await amend_talent(parts.session(f"talent:{somebody.talent_id}"), others)

    again = await submit(desk, page, skills="測量:5", mail="new@example.invalid")

    assert again.status_code == 409
    assert "開いている間に" in again.text
    assert 'value="測量:5"' in again.text
    await take_in(parts)
    assert (await parts.store.talent("20", somebody.talent_id)).skills == somebody.skills

    assert (await submit(desk, again)).status_code == 303
    await take_in(parts)
    after = await parts.store.talent("20", somebody.talent_id)
    assert after.skills == {"測量": 5}
    assert after.municipalities_at_once == 7
    assert (await parts.store.person("20", somebody.talent_id)).mail == "new@example.invalid"


async def test_of_two_pages_each_keeps_what_only_the_other_changed(desk, parts, somebody):
    """Names and notes have no revision: what was typed over is told by how it stood."""
    path = f"{LIST}/{somebody.talent_id}/edit"
    older = await desk.get(path)
    first = await submit(desk, await desk.get(path), note="第一の注", name="見本 改名")
    assert first.status_code == 303

    told = await submit(desk, older, note="第二の注", mail="new@example.invalid")
    assert told.status_code == 409
    assert "「第一の注」" in told.text
    assert (await parts.store.person("20", somebody.talent_id)).note == "第一の注"
    assert (await submit(desk, told)).status_code == 303

    person = await parts.store.person("20", somebody.talent_id)
    assert (person.name, person.note) == ("見本 改名", "第二の注")
    assert person.mail == "new@example.invalid"


async def test_a_departure_says_what_ends_and_is_taken_back(desk, parts, somebody):
    path = f"{LIST}/{somebody.talent_id}"
    page = await desk.get(f"{path}/leave")
    assert "提案中" in page.text

    assert (await submit(desk, page)).status_code == 303
    await take_in(parts)
    assert (await parts.store.talent("20", somebody.talent_id)).status is TalentStatus.LEFT

    await submit(desk, await desk.get(path), f"{path}/return")
    await take_in(parts)
    assert (await parts.store.talent("20", somebody.talent_id)).status is TalentStatus.ACTIVE


async def test_erasing_asks_for_the_id_and_then_forgets_the_name(desk, parts, somebody):
    path = f"{LIST}/{somebody.talent_id}"
    name = (await parts.store.person("20", somebody.talent_id)).name
    page = await desk.get(f"{path}/erase")

    assert (await submit(desk, page, again="x")).status_code == 422
    assert await parts.store.person("20", somebody.talent_id)

    done = await submit(desk, page, again=somebody.talent_id)

    assert await parts.store.person("20", somebody.talent_id) is None
    assert name not in (await desk.get(done.headers["location"])).text
    assert name not in (await desk.get(LIST)).text
