"""What a browser may load, keep and send, said with every answer; and nothing secret in logs."""

import asyncio
import io
import logging
import socket

import httpx
import pytest
import uvicorn

from infra.logging import Sober
from models.accounts import AccountRole
from service.web_wiring import web_house
from tests.web.conftest import ORIGIN
from tests.web.rights.asking import ask
from web.app import create_app
from web.frame.static_files import static_url

#: Planted where a person's name could stand.
CANARY = "KANARIA-HANAKO"

#: More than what comes: the connection has to be cut.
LENGTH = [(b"content-length", b"5")]


async def broken(request):
    raise ValueError(CANARY)


async def broken_late(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": LENGTH})
    await send({"type": "http.response.body", "body": b"abc", "more_body": True})
    raise ValueError(CANARY)


def app_of(parts, origin=ORIGIN):
    app = create_app(web_house(parts, origin, sample_entry=True))
    app.router.add_route("/broken", broken)
    app.router.routes.insert(0, app.router.routes.pop())
    return app


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nowhere", "/broken", "/static/x/style.css"])
async def test_every_answer_says_what_a_browser_may_do(parts, path):
    answer = await ask(app_of(parts), "GET", path)

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] in {"no-store", "no-cache"}
    assert "strict-transport-security" not in answer.headers


async def test_style_is_kept_for_ever_and_pages_are_not(parts):
    style = await ask(app_of(parts), "GET", static_url("style.css"))

    assert "immutable" in style.headers["cache-control"]


async def test_encrypted_cookies_are_of_this_host_alone(parts):
    app = app_of(parts, "https://pool.example.jp")

    answer = await ask(app, "POST", "/sign-in/sample", form={"role": "ops"})

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-talentpool=")
    for word in ("HttpOnly", "Path=/", "SameSite=lax", "Secure"):
        assert word in cookie
    assert "Domain" not in cookie
    assert answer.headers["strict-transport-security"]


async def test_a_script_cannot_read_the_cookie_of_the_session(sign_in):
    one = await sign_in(AccountRole.OPS)

    [cookie] = [each for each in one.cookies.jar if each.name == "talentpool"]

    assert cookie.has_nonstandard_attr("HttpOnly")


async def test_what_failed_is_told_without_what_it_said(parts, capsys):
    answer = await ask(app_of(parts), "GET", "/broken")

    said = capsys.readouterr()
    assert answer.status == 500
    assert "ValueError test_headers_and_cookies.py" in said.out + said.err
    assert CANARY not in said.out + said.err + answer.text


async def test_the_server_does_not_quote_an_error_either(parts):
    """Over a real socket: also where the answer had begun."""
    app, sink = app_of(parts), io.StringIO()
    app.router.mount("/late", broken_late)
    app.router.routes.insert(0, app.router.routes.pop())
    handler = logging.StreamHandler(sink)
    handler.setFormatter(Sober("%(name)s: %(message)s"))
    logger = logging.getLogger("uvicorn.error")
    logger.addHandler(handler)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            await client.get("/broken")
            with pytest.raises(httpx.HTTPError):
                await client.get("/late/x")
    finally:
        server.should_exit = True
        await task
        logger.removeHandler(handler)

    assert "AnswerCut" in sink.getvalue()
    assert CANARY not in sink.getvalue()
