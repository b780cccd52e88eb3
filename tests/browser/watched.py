"""A page that keeps what it says, asks for and takes, and says what is wrong with it."""

import re

from playwright.sync_api import BrowserContext, CDPSession, Page

from tests.browser.looked_at import MOST_BYTES, Axe, not_by_keys, structure, too_wide

#: Addresses and what is new each time: no difference to who looks.
_NOT_SEEN = re.compile(r' (?:href|action)="[^"]*"|(?<=name="csrf" value=")[^"]*')


class Watched:
    """One tab, for all pages of a role."""

    def __init__(self, context: BrowserContext, console: str) -> None:
        self.page: Page = context.new_page()
        self.said: list[str] = []
        self.taken = 0
        self.seen: set[str] = set()
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

    def go(self, path: str) -> None:
        """To a page, as if for the first time."""
        self.said, self.taken = [], 0
        self.page.goto(path)

    def wrong(self, lang: str) -> list[str]:
        """Everything that is wrong with what is open now, on light ground and on dark."""
        page = self.page
        found = [f"{self.taken} bytes"] if self.taken > MOST_BYTES else []
        found += self.said
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        drawn = _NOT_SEEN.sub("", page.content())
        if drawn in self.seen:
            return found
        self.seen.add(drawn)
        axe = Axe(page)
        found += [*axe.all(), *structure(page, lang), *too_wide(page)]
        if lang == "ja":
            found += not_by_keys(page)
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {each}" for each in axe.contrast()]
        page.emulate_media(color_scheme="light")
        return found
