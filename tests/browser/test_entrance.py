"""Coming in, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_sign_in_loads_its_style_and_nothing_from_outside(page_as, console):
    page = page_as(None)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_have_text("サインイン")
    assert [url for url in asked if not url.startswith(console)] == []
    assert any(url.endswith("style.css") for url in asked)
