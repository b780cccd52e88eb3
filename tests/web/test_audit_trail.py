"""What goes into the audit record without any page having to think of it."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI

from application.access import browser_sessions
from application.access.rights import Right
from models.accounts import Account, AccountId, AccountRole, Grant
from models.audit import AuditSearch, Outcome
from models.errors import TryAgain
from service.web_wiring import web_house
from tests.web.conftest import ORIGIN
from tests.web.forms import submit
from tests.web.rights.asking import ask
from web.frame.allowed import May, NotFound
from web.frame.audit_trail import AuditTrail
from web.frame.errors import Failures, add_error_pages
from web.frame.visit import Visit

SEES = Annotated[Visit, Depends(May(Right.SEE_POOL))]


async def lines(parts, **search):
    found = await parts.store.audit(AuditSearch(**search), before=None, limit=50)
    return [record for _, record in reversed(found)]


@pytest.fixture
async def visiting(parts):
    """Asks a console of a few pages as a coordinator of pool 20."""
    house = web_house(parts, ORIGIN)
    app = FastAPI(openapi_url=None)
    app.state.house = house
    add_error_pages(app)
    app.add_middleware(Failures)
    app.add_middleware(AuditTrail, house=house)

    async def look(visit: SEES, request_id: str):
        if request_id == "R-0":
            raise NotFound(visit)
        return visit.go("/")

    async def post(visit: Annotated[Visit, Depends(May(Right.POST_REQUEST))]):
        visit.concerns("request", "R-77")
        return visit.go("/")

    async def stream(visit: Annotated[Visit, Depends(May(Right.SEE_POOL, people=False))]):
        return visit.go("/")

    async def ops(visit: Annotated[Visit, Depends(May(Right.WATCH))]):
        return visit.go("/")

    async def broken(visit: SEES):
        raise ValueError("架空花子")

    app.add_api_route("/pools/{pool_id}/requests/{request_id}", look, methods=["GET"])
    app.add_api_route("/pools/{pool_id}/requests", post, methods=["POST"])
    app.add_api_route("/pools/{pool_id}/stream", stream, methods=["GET"])
    app.add_api_route("/ops", ops, methods=["GET"])
    app.add_api_route("/pools/{pool_id}/broken", broken, methods=["GET"])

    grant = Grant(role=AccountRole.COORDINATOR, pool_id="20")
    account = Account(account_id=AccountId("c-20"), login="c", name="架空花子", grants=(grant,))
    await parts.store.put_account(account)
    secret = await browser_sessions.begin(parts.store, account, parts.now())
    session = await parts.store.web_session(browser_sessions.digest(secret))

    async def visit(method, path):
        form = {"csrf": session.csrf}
        return await ask(app, method, path, cookie=f"talentpool={secret}", form=form)

    return visit


async def test_coming_in_and_going_out_is_recorded(sign_in, parts):
    browser = await sign_in(AccountRole.OPS)
    await submit(browser, await browser.get("/nowhere"), "/sign-out")

    found = await lines(parts)

    assert [(r.actor, r.action, r.outcome) for r in found] == [
        ("sample-ops", "sign_in", Outcome.DONE),
        ("sample-ops", "sign_out", Outcome.DONE),
    ]
    assert found[0].page == "POST /sign-in/sample"


async def test_whoever_looks_at_people_is_recorded_with_the_object(visiting, parts):
    await visiting("GET", "/pools/20/requests/R-5")

    (found,) = await lines(parts)
    assert (found.actor, found.role, found.action) == ("c-20", "coordinator", "see_pool")
    assert (found.pool_id, found.kind, found.subject) == ("20", "request", "R-5")
    assert found.page == "GET /pools/{pool_id}/requests/{request_id}"
    assert found.outcome is Outcome.DONE


async def test_a_page_without_names_leaves_no_line(visiting, parts):
    await visiting("GET", "/pools/20/stream")

    assert await lines(parts) == []


async def test_a_change_says_what_was_made(visiting, parts):
    await visiting("POST", "/pools/20/requests")

    (found,) = await lines(parts)
    assert (found.action, found.kind, found.subject) == ("post_request", "request", "R-77")


@pytest.mark.parametrize("path", ["/ops", "/pools/15/stream", "/pools/20/requests/R-0"])
async def test_what_is_refused_is_recorded(visiting, parts, path):
    await visiting("GET", path)

    (found,) = await lines(parts)
    assert found.outcome is Outcome.REFUSED


async def test_what_fails_is_recorded(visiting, parts):
    await visiting("GET", "/pools/20/broken")

    (found,) = await lines(parts)
    assert found.outcome is Outcome.FAILED


async def test_what_somebody_types_into_an_address_is_not_kept(visiting, parts):
    await visiting("GET", "/pools/20/requests/架空 花子")

    (found,) = await lines(parts)
    assert (found.kind, found.subject) == ("request", "")


async def test_where_the_store_cannot_take_a_line_the_log_has_it(visiting, parts, capsys):
    async def away(record):
        raise TryAgain("store_away")

    object.__setattr__(parts.store, "keep_audit", away)

    answer = await visiting("POST", "/pools/20/requests")

    said = capsys.readouterr()
    assert answer.status == 303
    assert "audit.unkept" in said.out + said.err
    assert "R-77" in said.out + said.err
