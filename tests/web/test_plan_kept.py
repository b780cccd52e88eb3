"""What is kept of the plan's page is never another's nor stale, and holds nothing of a session."""

import re

import pytest

from application.queries import plan as plan_query
from application.views.worked_out import MOST, WorkedOut
from models.accounts import AccountRole
from models.entities import Person

PLAN = "/pools/20/plan"


@pytest.fixture
async def page_of(sign_in):
    """The page at an address, as a coordinator sees it."""
    browser = await sign_in(AccountRole.COORDINATOR)

    async def page(path=PLAN):
        answer = await browser.get(path)
        assert answer.status_code == 200
        return answer.text

    return page


def board(text):
    """The part of the page that is kept."""
    return text[text.index('id="plan-board"') : text.index("</main>")]


@pytest.mark.parametrize(
    "other",
    [
        "?lang=en",
        "?by=place",
        "?by=time",
        "?role=PM",
        "?text=someone",
        "?by=time&lang=en",
        "?by=time&page=2",
        "?talent=someone",
    ],
)
async def test_what_is_shown_first_does_not_decide_what_is_shown_next(page_of, parts, other):
    someone = (await parts.store.plan("20")).assignments[0].talent_id
    other = other.replace("someone", someone)
    first = board(await page_of())
    after_another = board(await page_of(f"{PLAN}{other}"))
    plan_query._VIEWS._kept.clear()

    assert after_another != first
    assert board(await page_of(f"{PLAN}{other}")) == after_another


async def test_hours_are_written_as_each_reader_prefers(sign_in, parts):
    one, other = await sign_in(AccountRole.COORDINATOR), await sign_in(AccountRole.COORDINATOR)
    decimal = board((await one.get(PLAN)).text)
    account = next(
        a for a in await parts.store.accounts() if a.grants[0].role is AccountRole.COORDINATOR
    )
    await parts.store.put_account(account.model_copy(update={"hours": "spoken"}))

    spoken = board((await other.get(PLAN)).text)

    assert re.search(r"<b>\d+時間", spoken)
    assert not re.search(r"<b>\d+時間", decimal)


async def test_a_name_that_changed_is_shown_at_once_and_the_old_one_is_gone(page_of, parts):
    first = board(await page_of())
    [person, *_] = await parts.store.people("20")
    assert person.name in first
    changed = Person(pool_id="20", talent_id=person.talent_id, name="見本 あたらし")
    async with parts.store._database.writing() as connection:
        await connection.exec_driver_sql(
            "UPDATE people SET name = ? WHERE talent_id = ?", (changed.name, changed.talent_id)
        )

    after = board(await page_of())

    assert "見本 あたらし" in after
    assert person.name not in after.replace(changed.name, "")
    kept = [each for each in plan_query._VIEWS._kept.values() if each[1]]
    assert all(person.name not in each[2].people.values() for each in kept)


async def test_a_plan_that_was_made_anew_is_shown_at_once(page_of, parts):
    before = await page_of()
    one, other = sorted({each.talent_id for each in (await parts.store.plan("20")).assignments})[:2]
    async with parts.store._database.writing() as connection:
        await connection.exec_driver_sql(
            "UPDATE plans SET content = replace(content, ?, ?) WHERE pool_id = '20'",
            (f'"{one}"', f'"{other}"'),
        )
        await connection.exec_driver_sql("UPDATE pools SET plans = plans + 1 WHERE pool_id = '20'")

    assert board(await page_of()) != board(before)


async def test_what_is_kept_holds_nothing_of_a_session(page_of, sign_in):
    text = await page_of()
    csrf = re.search(r'name="csrf" value="([^"]+)"', text)

    assert csrf
    kept = [each[2].worked_out._kept for each in plan_query._VIEWS._kept.values()]
    pieces = [piece for each in kept for piece in each.values() if isinstance(piece, str)]
    assert pieces
    assert not any(csrf[1] in piece or "csrf" in piece for piece in pieces)


def test_the_memory_of_a_view_forgets_what_was_asked_for_longest_ago():
    memory, made = WorkedOut(), []
    for key in (*range(MOST), 0, MOST):
        memory.get(key, lambda key=key: made.append(key))

    memory.get(0, lambda: made.append("again"))
    memory.get(1, lambda: made.append("forgotten"))

    assert made == [*range(MOST), MOST, "forgotten"]
