"""Every page of every role: usable by everybody, small, and with nothing from outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from models.accounts import AccountRole
from tests.browser.answers import ANSWERS, speak
from tests.browser.conftest import DESK
from tests.browser.lived_in import lived_in
from tests.browser.walk import FOR_ALL, Walk, in_lang, not_come_to
from tests.browser.watched import Watched

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(600)]
ROLES = (None, *AccountRole)

Visits = dict[AccountRole | None, tuple[BrowserContext, Walk]]


@pytest.fixture(scope="module")
def visits(console: str, chromium: Browser, console_directory: Path) -> Iterator[Visits]:
    """Each role in a browser of its own, signed in once, and where it can go."""
    first = lived_in(chromium, console, console_directory)
    found = {}
    for role in ROLES:
        context = chromium.new_context(
            base_url=console, viewport=DESK, locale="ja-JP", reduced_motion="reduce"
        )
        context.set_default_timeout(15_000)
        if role:
            context.request.post("/sign-in/sample", form={"role": role.value})
        found[role] = context, Walk(context.request, console, first[role])
        found[role][1].walked()
    yield found
    for context, _ in found.values():
        context.close()


def test_somebody_comes_to_every_page(visits: Visits) -> None:
    walks = [walk for _, walk in visits.values()]

    assert [each for walk in walks for each in walk.failed] == []
    assert not_come_to(walks) == []


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_for_everybody(
    visits: Visits, console: str, role: AccountRole | None
) -> None:
    context, walk = visits[role]
    watched = Watched(context, console)
    wrong = []
    for lang in ("ja", "en"):
        for kind, stop in sorted(walk.stops.items()):
            if not (role and kind.startswith(FOR_ALL)):
                watched.go(in_lang(stop.path, lang))
                wrong += [f"{stop.path} {lang}: {each}" for each in watched.wrong(lang)]
        speak(watched.page, lang)
        for answer in ANSWERS[role]:
            answer.come_to(watched.page, walk.stops)
            watched.taken, watched.said = 0, []
            wrong += [f"{answer} {lang}: {each}" for each in watched.wrong(lang)]
    speak(watched.page, "ja")

    assert wrong == []
