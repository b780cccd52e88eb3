"""`make screens`: a picture of every page for docs/screens/, and small ones for the help."""

import base64
import re
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from models.accounts import AccountRole
from tests.browser.conftest import DESK, PHONE, launched, running_console
from tests.browser.lived_in import lived_in
from tests.browser.walk import FOR_ALL, Stop, Walk, in_lang
from web.pages.help.tasks import TASKS
from wording import Lang, Words

ROOT = Path(__file__).parents[2]
SCREENS, PICTURES = ROOT / "docs" / "screens", ROOT / "web" / "static" / "help"
MOST_BYTES, MOST_BYTES_OF_HELP = 60_000, 25_000
LANGS: tuple[Lang, ...] = ("ja", "en")
#: Of a long page, its beginning.
_TALLEST = 2_000
_QUALITIES = (60, 40, 20)
_SCALES = (1, 0.75, 0.6, 0.5)


def main() -> None:
    """Of a console at an address, else of one that is started for it."""
    if len(sys.argv) > 1:
        _all(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as directory, running_console(Path(directory)) as console:
        _all(console, Path(directory))


def _all(console: str, directory: Path | None = None) -> None:
    taken: dict[str, list[str]] = {}
    with sync_playwright() as playwright:
        browser = launched(playwright)
        first = lived_in(browser, console, directory)
        for role in (None, *AccountRole):
            taken[role.value if role else "-"] = _of_role(browser, console, role, first[role])
        browser.close()
    lines = [
        "# Screens",
        "",
        "Of the sample pools, made by `make screens`: Japanese, English, phone.",
    ]
    for who, names in taken.items():
        lines += ["", f"## {'Before the sign-in' if who == '-' else who}", ""]
        lines += [
            f"- {name}: " + ", ".join(f"[{of}]({of}/{name}.webp)" for of in ("ja", "en", "phone"))
            for name in names
        ]
    (SCREENS / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _of_role(
    browser: Browser, console: str, role: AccountRole | None, first: list[str]
) -> list[str]:
    desk = browser.new_context(base_url=console, viewport=DESK, reduced_motion="reduce")
    if role:
        desk.request.post("/sign-in/sample", form={"role": role.value})
    phone = browser.new_context(
        base_url=console,
        viewport=PHONE,
        reduced_motion="reduce",
        storage_state=desk.storage_state(),
    )
    if role:
        _pictures(desk, role)
    names = []
    for stop in Walk(desk.request, console, first).walked():
        if role and stop.kind.startswith(FOR_ALL):
            continue
        names.append(_name(role, stop))
        for context, lang, folder in (
            (desk, "ja", "ja"),
            (desk, "en", "en"),
            (phone, "ja", "phone"),
        ):
            page = context.new_page()
            page.goto(in_lang(stop.path, lang))
            tall: float = page.evaluate("document.documentElement.scrollHeight")
            _write(SCREENS / folder / f"{names[-1]}.webp", page, min(tall, _TALLEST), MOST_BYTES)
            page.close()
    for context in (desk, phone):
        context.close()
    return names


def _pictures(context: BrowserContext, role: AccountRole) -> None:
    """What the pages of help show: the upper part of a page of the menu, made smaller."""
    page = context.new_page()
    for task in TASKS[role]:
        for lang in LANGS if task.picture else ():
            page.goto(in_lang("/accessibility", lang))
            link = page.locator("nav.menu").get_by_role(
                "link", name=Words(lang)(task.menu), exact=True
            )
            page.goto(in_lang(str(link.get_attribute("href")), lang))
            file = PICTURES / f"{role.value}-{task.code}-{lang}.webp"
            _write(file, page, 800, MOST_BYTES_OF_HELP, scale=0.5)
    page.close()


def _write(file: Path, page: Page, tall: float, most: int, scale: float = 1) -> None:
    """As good as fits into so many bytes."""
    assert page.viewport_size
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": tall}
    shots = page.context.new_cdp_session(page)
    for smaller, quality in product(_SCALES, _QUALITIES):
        clip["scale"] = scale * smaller
        wish = {"format": "webp", "quality": quality, "captureBeyondViewport": True, "clip": clip}
        content = base64.b64decode(shots.send("Page.captureScreenshot", wish)["data"])
        if len(content) <= most:
            break
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _name(role: AccountRole | None, stop: Stop) -> str:
    kind = stop.kind.replace("{pool_id}", "").replace("…", "one")
    parts = re.findall(r"[a-z]+", re.sub(r"\{(\w+)_id\}", r"one \1", kind))
    return "-".join([role.value if role else "all", *dict.fromkeys(parts)])


if __name__ == "__main__":
    main()
