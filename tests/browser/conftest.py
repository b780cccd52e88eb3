"""A running console with the sample pools, and the system's Chromium to look at it with."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, sync_playwright

from models.accounts import AccountRole

CHROMIUM = shutil.which("chromium")
#: Nothing is fetched from outside, and it may run as root in a container.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}

PageAs = Callable[..., Page]


@pytest.fixture(scope="session")
def console_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo has its store and its log."""
    return tmp_path_factory.mktemp("console")


@pytest.fixture(scope="session")
def console(console_directory: Path) -> Iterator[str]:
    """The address of a demo that runs in a process of its own."""
    with running_console(console_directory) as address:
        yield address


@contextmanager
def running_console(directory: Path) -> Iterator[str]:
    """The address of a demo whose store is in this directory."""
    with running(directory, "demo") as address:
        yield address


@contextmanager
def running(directory: Path, command: str) -> Iterator[str]:
    """The address of a console, served by `demo` or `up`, whose store is in this directory."""
    call = [sys.executable, "-m", "service", command, "--port", "0", "--lang", "en"]
    log = directory / "log.txt"
    environment = {
        **os.environ,
        "TALENTPOOL_DATABASE": f"sqlite:///{directory}/talentpool.db",
        "TALENTPOOL_IMPROVE_SECONDS": "1",
        "TALENTPOOL_WEB_ORIGIN": "",
    }
    with log.open("w") as sink:
        process = subprocess.Popen(
            call, stdout=sink, stderr=sink, env=environment, cwd=Path(__file__).parents[2]
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return found.group()
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"no console: {log.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser, started once."""
    assert CHROMIUM, "install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


def launched(playwright: Playwright) -> Browser:
    """The system's browser."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture
def page_as(console: str, chromium: Browser) -> Iterator[PageAs]:
    """Makes pages, each in a browser of its own, in which a sample role is signed in."""
    contexts = []

    def one(role: AccountRole | None, path: str = "/", *, size=DESK, **options) -> Page:
        context = chromium.new_context(
            base_url=console, viewport=size, locale="ja-JP", timezone_id="Asia/Tokyo", **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in")
        if role is not None:
            page.locator(f'button[name="role"][value="{role.value}"]').click()
            page.goto(path)
        return page

    yield one
    for context in contexts:
        context.close()
