"""Whatever is typed into any field of any form of any role: no failure, and everything escaped."""

from itertools import cycle
from urllib.parse import quote, urlencode

import pytest

from application.drafting.of_request import copy_of
from application.drafting.steps import Step
from models.accounts import AccountRole
from models.drafts import Draft, DraftId
from models.ids import PoolId
from models.months import Month
from tests.web.every_form import LEFT_OUT, TAKES_AWAY, Form, forms_of, pages_of, routes

#: With the suite that looks at the console as a whole.
pytestmark = pytest.mark.browser

MARK = "<script>alert(1)</script>"
NAUGHTY: dict[str, bytes] = {
    "html": f"\"'>{MARK}<img src=x onerror=alert(2)>".encode(),
    "template": b"{{ 7*7 }}{% raw %}{0.__class__}%s%n",
    "sql": b"'; DROP TABLE requests; --",
    "nul": b"a\x00b",
    "escape": b"\x1b[31m\x9b\x07\r\n\t",
    "right_to_left": "\u202eabc\u2066\u200f\ufeff".encode(),
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️é".encode(),
    "half_pair": b"\xed\xa0\x80\xed\xb0\x80",
    "no_utf8": b"\xff\xfe\x80",
    "huge": b"1000000000",
    "negative": b"-1e309",
    "digits": "١٢٣².５".encode(),
    "long": "長".encode() * 20_000,
    "path": b"../../../../etc/passwd\\..\\",
    "address": b"javascript:alert(1)//https://evil.example",
    "empty": b"",
    "blank": "　".encode(),
}
#: Typed everywhere at once; the others in one field of a form each.
EVERYWHERE = [NAUGHTY[name] for name in ("html", "nul", "half_pair", "huge", "long", "empty")]
#: In the place of an id.
IN_PATHS = [NAUGHTY[name] for name in ("html", "nul", "no_utf8", "right_to_left", "path")]
#: Fields without which a form is not looked at.
KEPT = frozenset({"csrf"})
#: Signs of an address that a browser sends.
LONGEST = 60_000
#: So many forms each role has at least.
LEAST = {
    AccountRole.COORDINATOR: 12,
    AccountRole.MUNICIPALITY: 6,
    AccountRole.TALENT: 1,
    AccountRole.OPS: 1,
    AccountRole.ADMIN: 0,
}
#: Forms that end the session or change who may enter.
ENDS = ("/sign-out", "/sign-in")


async def drafts(parts, role: AccountRole) -> list[str]:
    """The steps of a draft of theirs, as there is none in the sample."""
    base = {AccountRole.COORDINATOR: "/pools/20", AccountRole.MUNICIPALITY: "/our"}.get(role)
    if base is None:
        return []
    requests = await parts.store.requests("20")
    officer = role is AccountRole.MUNICIPALITY
    draft = Draft(
        draft_id=DraftId("d1"),
        pool_id=PoolId("20"),
        author=f"{role}:sample-{role}",
        saved=parts.now(),
        content=copy_of(requests[0], parts.places, Month("2026-11")),
        places=requests[0].municipalities if officer else (),
    )
    await parts.store.put_draft(draft)
    return [f"{base}/requests/drafts/d1/{step}" for step in Step]


async def send(browser, form: Form, fields: list[tuple[str, bytes | str]]) -> None:
    """Send it as a browser would; look at the answer, and at the page it leads to."""
    if form.method == "get":
        address = f"{form.address.partition('?')[0]}?{urlencode(fields)}"
        if len(address) > LONGEST:
            return
        answer = await browser.get(address)
    else:
        answer = await browser.post(
            form.address,
            content=urlencode(fields),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
    look(answer, form.address)
    if answer.status_code == 303:
        look(await browser.get(answer.headers["location"]), answer.headers["location"])


def look(answer, address: str) -> None:
    assert answer.status_code < 500, f"{address}: {answer.status_code}"
    assert MARK not in answer.text, f"{address} is not escaped"
    assert "evil.example" not in answer.headers.get("location", "")


def filled(form: Form, text: bytes, only: str = "") -> list[tuple[str, bytes | str]]:
    """Every field with the text, or a single one; a button is pressed as it is."""
    fields: list[tuple[str, bytes | str]] = [
        (name, value if name in KEPT or (only and name != only) else text)
        for name, value in form.fields
    ]
    return [*fields, *form.buttons[:1]]


@pytest.mark.parametrize("role", AccountRole)
async def test_no_form_fails_and_everything_is_escaped(sign_in, parts, role):
    browser = await sign_in(role)
    steps = await drafts(parts, role)
    forms = await forms_of(browser, steps)
    forms = [form for form in forms if not form.address.endswith(ENDS)]
    assert len(forms) >= LEAST[role], [form.address for form in forms]
    texts = cycle(NAUGHTY.values())

    staying = [form for form in forms if not TAKES_AWAY.search(form.address)]
    for form in staying:
        for text in EVERYWHERE:
            await send(browser, form, filled(form, text))
        for name in dict.fromkeys(name for name, _ in form.fields):
            await send(browser, form, filled(form, next(texts), only=name))
        for button in form.buttons[1:]:
            await send(browser, form, [*filled(form, NAUGHTY["html"])[:-1], button])
    for form in staying:
        await send(browser, form, filled(form, NAUGHTY["html"]))
    assert (await browser.get("/")).status_code == 303, "a form has ended the session"
    async for page in pages_of(browser, steps):
        assert MARK not in page.text, f"{page.address} is not escaped"
    for form in forms[len(staying) :]:
        await send(browser, form, filled(form, NAUGHTY["html"]))


@pytest.mark.parametrize("role", AccountRole)
async def test_no_address_fails(sign_in, role):
    browser = await sign_in(role)
    paths = [route.path for route in routes() if "{" in route.path]

    for path in dict.fromkeys(paths):
        if LEFT_OUT.search(path):
            continue
        for text in IN_PATHS:
            parts = path.replace("{pool_id}", "20").split("/")
            address = "/".join(quote(text, safe="") if "{" in part else part for part in parts)
            look(await browser.get(address), address)
