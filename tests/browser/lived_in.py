"""What people did before anybody looks, so that the pages that come of their work are there."""

import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from models.accounts import AccountRole
from tests import make
from tests.browser.conftest import DESK
from tests.browser.written_beside import append, untitled

POOL = "/pools/20"
_SHEET = (
    "要請ID,事業名,市区町村,役割,自前のPM,{month}\n"
    "L-1,窓口改革,佐久市,PM,,8\nL-2,広報,無い市,PM,,7.3\n"
)
First = dict[AccountRole | None, list[str]]


def lived_in(browser: Browser, console: str, directory: Path | None = None) -> First:
    """Where each role begins to walk: at its first page, and at pages that no link leads to.

    There is a dead letter only where the directory of the store is known.
    """
    first: First = {None: ["/sign-in"], **{role: ["/"] for role in AccountRole}}
    if directory:
        append(directory, untitled("L-DEAD")[1])
    for role, work in _WORK.items():
        context = browser.new_context(base_url=console, viewport=DESK, reduced_motion="reduce")
        context.request.post("/sign-in/sample", form={"role": role.value})
        page = context.new_page()
        if role is not AccountRole.OPS or directory:
            work(page, first)
        context.close()
    return first


def _coordinator(page: Page, first: First) -> None:
    page.goto(f"{POOL}/requests/new")
    _draft(page)
    first[AccountRole.COORDINATOR].append(urlsplit(page.url).path)
    page.goto(f"{POOL}/sheets")
    content = _SHEET.format(month=make.months_ahead(1)[0]).encode()
    page.set_input_files(
        'input[name="file"]', {"name": "要請.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.locator('form[enctype="multipart/form-data"] button').click()
    page.wait_for_url("**/imports/**")
    page.goto(f"{POOL}/whatif/new?kind=hours")
    page.select_option("#f-talent", index=0)
    page.fill("#f-difference", "+4")
    page.locator('form[action$="/new"] button').click()
    page.locator('form[action$="/compare"] button').click()
    page.locator("table.cmp tbody tr").first.wait_for(timeout=60_000)
    page.goto("/account/tokens")
    page.fill("#f-name", "集計")
    page.locator("#f-grant input").first.check()
    page.locator("main .btn.go").click()
    # Who has a pool comes to no beginning; who has no password, to no codes.
    first[AccountRole.COORDINATOR] += [
        "/start",
        f"{POOL}/start",
        f"{POOL}/settings/preview?weights.setup=50",
        "/account/codes",
    ]


def _talent(page: Page, first: First) -> None:
    page.goto("/me")
    page.locator("article.offer .btn.go").first.click()
    first[AccountRole.TALENT].append(_retract(page))


def _municipality(page: Page, first: First) -> None:
    page.goto("/our")
    page.locator(".todo a").first.click()
    page.locator('a[href$="/accept"]').click()
    page.locator("main form .btn.go").click()
    first[AccountRole.MUNICIPALITY].append(_retract(page))
    page.goto("/our/requests/new")
    _draft(page)


def _ops(page: Page, _first: First) -> None:
    """The dead letter has come."""
    page.goto("/ops/dead-letters")
    came = page.locator('tbody a[href^="/ops/dead-letters/"]')
    deadline = time.monotonic() + 60
    while not came.count():
        assert time.monotonic() < deadline, "no dead letter came"
        page.wait_for_timeout(200)
        page.reload()


def _admin(page: Page, first: First) -> None:
    """An invitation and a reset: their links are for who has no account, and lost a password."""
    page.goto("/admin/invitations")
    page.locator('input[name="role"][value="ops"]').check()
    page.locator("main .btn.go").click()
    welcome = _link(page)
    page.goto("/admin/accounts/sample-municipality")
    page.locator('form[action$="/reset"] button').click()
    first[None] += [welcome, _link(page)]


_WORK = {
    AccountRole.COORDINATOR: _coordinator,
    AccountRole.TALENT: _talent,
    AccountRole.MUNICIPALITY: _municipality,
    AccountRole.OPS: _ops,
    AccountRole.ADMIN: _admin,
}


def _draft(page: Page) -> None:
    """A request with an engineer and no PM, so that something trips others; kept as a draft."""
    page.locator("#f-title").fill("書きかけの要請")
    if not page.locator("#f-municipalities").input_value():
        page.locator("#f-municipalities").fill("佐久市")
    page.locator(".btn.go").click()
    page.locator('button[value="add"]').click()
    page.locator("fieldset.part").first.wait_for()
    page.locator('.btn.go[value="next"]').click()
    page.locator("input[name^='hours-1-']").first.fill("48")
    page.locator('[data-copy="1"]').click()
    page.locator(".btn.go").click()
    page.locator("#f-owner").fill("市民課")
    page.locator(".btn.go").click()
    page.locator("#s1").wait_for()


def _retract(page: Page) -> str:
    """Where the answer that was just given is taken back."""
    return str(page.locator('.notice a[href$="/retract"]').get_attribute("href"))


def _link(page: Page) -> str:
    """The path of the link that a page shows once."""
    return urlsplit(page.locator("#f-link").input_value()).path
