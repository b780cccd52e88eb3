"""Coming in by password, in a real browser: invited, held off, forbidden, expired; by keyboard."""

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from models.accounts import AccountRole
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
_NUMBERS = count(1)


@pytest.fixture
def invited(page_as) -> Callable[[], tuple[str, Page]]:
    """Somebody whom the sample administrator has invited as a coordinator: login and browser."""

    def one() -> tuple[str, Page]:
        admin = page_as(AccountRole.ADMIN, "/admin/invitations")
        admin.get_by_label("調整担当").check()
        admin.get_by_label("人材プール", exact=True).fill("長野県")
        admin.get_by_role("button", name="招待のリンクを作る").click()
        link = admin.get_by_label("リンク", exact=True).input_value()
        login, page = f"kakuu-{next(_NUMBERS)}@example.jp", page_as(None, size=PHONE)
        page.goto(link)
        page.get_by_label("氏名").fill("架空 花子")
        page.get_by_label("ログイン名").fill(login)
        page.get_by_role("textbox", name="パスワード").fill(PASSWORD)
        page.get_by_role("button", name="アカウントを作る").click()
        expect(page.get_by_role("link", name="架空 花子")).to_be_visible()
        return login, page

    return one


def sign_in(page: Page, login: str, password: str = PASSWORD) -> None:
    page.get_by_label("ログイン名").fill(login)
    page.get_by_role("textbox", name="パスワード").fill(password)
    page.get_by_role("button", name="サインインする").click()


def test_whoever_is_invited_comes_in_again_by_keyboard_alone(invited, page_as):
    login, _ = invited()
    page = page_as(None)

    for _ in range(40):
        if page.evaluate("document.activeElement.name") == "login":
            break
        page.keyboard.press("Tab")
    page.keyboard.type(login)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="架空 花子")).to_be_visible()
    assert "/sign-in" not in page.url


def test_wrong_tries_are_said_and_then_held_off(page_as):
    page = page_as(None)

    for _ in range(5):
        sign_in(page, "nobody-here@example.jp", "wrong wrong wrong")
        expect(page.get_by_role("alert")).to_contain_text("ログイン名かパスワードが違います")
        expect(page.get_by_label("ログイン名")).to_have_value("nobody-here@example.jp")
        expect(page.get_by_role("textbox", name="パスワード")).to_have_value("")
    sign_in(page, "nobody-here@example.jp", "wrong wrong wrong")

    expect(page.get_by_role("alert")).to_contain_text("あと15分")


def test_a_page_that_is_not_theirs_says_whom_to_ask(page_as):
    page = page_as(AccountRole.TALENT, "/admin/accounts")

    expect(page.get_by_role("alert")).to_contain_text("管理者に権限を頼んでください")
    page.get_by_role("link", name="最初のページへ").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_typed_is_lost_where_the_session_ends_in_the_middle(invited, page_as):
    login, page = invited()
    page.goto("/account")
    page.get_by_label("暗い").check()
    page.get_by_label("7時間45分").check()
    elsewhere = page_as(None)
    sign_in(elsewhere, login)
    elsewhere.goto("/account")
    elsewhere.get_by_role("button", name="ほかの端末をすべて終わらせる").click()
    expect(elsewhere.get_by_text("この端末")).to_be_visible()

    page.get_by_role("button", name="表示を変える").click()
    expect(page.get_by_role("status")).to_contain_text("入力した内容は残っています")
    sign_in(page, login)
    page.get_by_role("button", name="この内容を送る").click()

    expect(page.get_by_label("暗い")).to_be_checked()
    expect(page.get_by_label("7時間45分")).to_be_checked()
    assert page.locator("html").get_attribute("data-theme") == "dark"
