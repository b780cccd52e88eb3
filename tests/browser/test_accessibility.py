"""Every page of every role: usable by everybody, small, and with nothing from outside."""

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from models.accounts import AccountRole
from tests.browser.conftest import DESK
from tests.browser.looked_at import MOST_BYTES, axe, not_by_keys, structure, too_wide
from tests.browser.walk import FOR_ALL, Walk, in_lang

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(1500)]


class Watched:
    """A page that keeps what it says, asks for and takes."""

    def __init__(self, context: BrowserContext, console: str) -> None:
        self.page: Page = context.new_page()
        self.said: list[str] = []
        self.taken = 0
        self.page.on("console", lambda message: self.said.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"script: {error}"))
        self.page.on("request", lambda request: self._asked(request.url, console))
        network: CDPSession = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        network.on("Network.loadingFinished", self._loaded)

    def _asked(self, url: str, console: str) -> None:
        if not url.startswith((console, "data:")):
            self.said.append(f"outside: {url}")

    def _loaded(self, event: dict[str, float]) -> None:
        self.taken += int(event["encodedDataLength"])

    def wrong(self, path: str, lang: str) -> list[str]:
        """Everything that is wrong with one page in one language."""
        page = self.page
        self.said, self.taken = [], 0
        page.emulate_media(color_scheme="light")
        page.goto(in_lang(path, lang))
        found = [*axe(page), *structure(page, lang), *too_wide(page)]
        if lang == "ja":
            found += not_by_keys(page)
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {each}" for each in axe(page, "color-contrast")]
        if self.taken > MOST_BYTES:
            found.append(f"{self.taken} bytes")
        return [f"{path} {lang}: {each}" for each in (*found, *self.said)]


@pytest.mark.parametrize("role", [None, *AccountRole])
def test_every_page_is_for_everybody(
    console: str, chromium: Browser, role: AccountRole | None
) -> None:
    context = chromium.new_context(
        base_url=console, viewport=DESK, locale="ja-JP", reduced_motion="reduce"
    )
    if role:
        context.request.post("/sign-in/sample", form={"role": role.value})
    walk = Walk(context.request, console, "/" if role else "/sign-in")
    watched = Watched(context, console)

    stops = walk.walked()
    wrong = [
        each
        for stop in stops
        if not (role and stop.kind.startswith(FOR_ALL))
        for lang in ("ja", "en")
        for each in watched.wrong(stop.path, lang)
    ]
    context.close()

    assert walk.failed == []
    assert len(stops) > 3
    assert wrong == []
