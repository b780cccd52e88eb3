"""Pages that answer a form: what is wrong, what is shown once, and that nothing is there."""

from dataclasses import dataclass

from playwright.sync_api import Page

from models.accounts import AccountRole
from tests.browser.walk import Stop

_BUTTON = 'main form:not([method="get"]) .btn.go'


@dataclass(frozen=True, slots=True)
class Answer:
    """A form of one kind of page, filled in, and handed in with one of its buttons."""

    kind: str  #: or an address, where no page of this kind is
    typed: tuple[tuple[str, str], ...] = ()
    button: str = _BUTTON

    def come_to(self, page: Page, stops: dict[str, Stop]) -> None:
        """Until the answer is there; what a browser would refuse is handed in too."""
        page.goto(stops[self.kind].path if self.kind in stops else self.kind)
        if not self.button:
            return
        page.evaluate("document.querySelectorAll('form').forEach(each => each.noValidate = true)")
        for where, text in self.typed:
            page.locator(where).first.fill(text)
        with page.expect_navigation():
            page.locator(self.button).first.click()


_POOL = "/pools/{pool_id}"
_DRAFT = "drafts/{draft_id}"
ANSWERS: dict[AccountRole | None, tuple[Answer, ...]] = {
    None: (
        Answer(
            "/sign-in",
            (("#f-login", "nobody"), ("#f-password", "wrong")),
            '[action="/sign-in"] .btn',
        ),
        Answer("/welcome/{key}"),
        Answer("/new-password/{key}"),
        Answer("/welcome/unknown", button=""),
    ),
    AccountRole.COORDINATOR: (
        Answer(f"{_POOL}/requests/{_DRAFT}/problem", (("#f-title", ""),)),
        Answer(f"{_POOL}/requests/{_DRAFT}/hours", (("input[name^='hours-1-']", "7.3"),)),
        Answer("/pools/20/requests?status=unmet", button="tbody a"),
        Answer("/pools/20/requests?status=served", button="tbody a"),
        Answer(f"{_POOL}/talents/new"),
        Answer(f"{_POOL}/matches/{{match_id}}/decline"),
        Answer(f"{_POOL}/whatif/new?kind=hours"),
        Answer(f"{_POOL}/invitations"),
        Answer(
            f"{_POOL}/settings", (("table input:not([type=hidden])", "many"),), "main form .btn.go"
        ),
        Answer("/account/tokens"),
        Answer("/nothing-is-here", button=""),
        Answer("/admin/accounts", button=""),
    ),
    AccountRole.TALENT: (
        Answer("/me/hours", ((".avail input:not([type=hidden])", "7.3"),)),
        Answer("/me/matches/{match_id}/decline"),
    ),
    AccountRole.MUNICIPALITY: (Answer("/our/matches/{match_id}/decline"),),
    AccountRole.OPS: (
        Answer("/ops/dead-letters/{letter}", button='form[action$="/bytes"] button'),
    ),
    AccountRole.ADMIN: (
        Answer("/admin/invitations"),
        Answer("/admin/accounts/{account_id}", button='form[action$="/reset"] button'),
    ),
}


def speak(page: Page, lang: str) -> None:
    """From now on, in answers too."""
    page.goto("/accessibility")
    if page.locator("html").get_attribute("lang") != lang:
        with page.expect_navigation():
            page.locator(f'button[name="to"][value="{lang}"]').click()
