"""What goes wrong, as a page that says what, and how to go on."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.errors import (
    Absent,
    Mistake,
    PlanUnreadable,
    Refused,
    Stale,
    TalentPoolError,
    TryAgain,
    kind_and_place,
)
from models.log import log
from models.phrase import Phrase
from web.frame.allowed import Expired, Forbidden, NotFound, NotSignedIn
from web.frame.audit_trail import page_of
from web.frame.form_errors import FormErrors
from web.frame.held_form import Held
from web.frame.own_paths import own_path
from web.frame.visit import Visit
from web.house import House

#: The first that fits.
_STATUS: tuple[tuple[type[TalentPoolError], int], ...] = (
    (Absent, 404),
    (Stale, 409),
    (Refused, 409),
    (Mistake, 422),
    (TryAgain, 503),
    (PlanUnreadable, 503),
)
#: What is said where the server itself refuses a request.
_HTTP_CODES = {404: "web_not_found", 405: "web_http_405", 413: "web_http_413"}


def status_of(error: TalentPoolError) -> int:
    """The status of HTTP that says the same as the error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def add_error_pages(app: FastAPI) -> None:
    """A page for each way in which a request ends otherwise."""

    async def not_signed_in(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotSignedIn)
        return await _sign_in_first(error.visit)

    async def expired(request: Request, error: Exception) -> Response:
        assert isinstance(error, Expired)
        visit = error.visit
        if visit.account is None:
            return await _sign_in_first(visit)
        return visit.page("frame/send_again.html", 403, held=Held.of(visit.form))

    async def forbidden(request: Request, error: Exception) -> Response:
        assert isinstance(error, Forbidden)
        account = error.visit.account
        log.warning(
            "web.forbidden",
            account=account.account_id if account else "",
            right=error.right,
            page=page_of(request),
        )
        return error_page(error.visit, 403, Phrase.of("web_forbidden"))

    async def not_found(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotFound)
        return error_page(error.visit, 404, Phrase.of("web_not_found"))

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        said = Phrase.of(_HTTP_CODES.get(error.status_code, "web_http_400"))
        return error_page(_stranger(request), error.status_code, said, headers=error.headers)

    async def wrong_request(request: Request, error: Exception) -> Response:
        return error_page(_stranger(request), 422, Phrase.of("web_address_wrong"))

    async def told(request: Request, error: Exception) -> Response:
        assert isinstance(error, TalentPoolError)
        return error_page(_stranger(request), status_of(error), error.phrase)

    app.add_exception_handler(NotSignedIn, not_signed_in)
    app.add_exception_handler(Expired, expired)
    app.add_exception_handler(Forbidden, forbidden)
    app.add_exception_handler(NotFound, not_found)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, wrong_request)
    app.add_exception_handler(TalentPoolError, told)


class AnswerCut(Exception):
    """An answer had begun when its page failed: the connection is closed."""


class Failures:
    """Around the pages: what nobody expected becomes a page too, and is logged without its text.

    What an error says may quote anything, a name too; nothing of it leaves the console.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # whatever it is, people get a page
            request = Request(scope, receive)
            log.error("web.failed", page=page_of(request), reason=kind_and_place(error))
            if begun:
                raise AnswerCut from None
            page = error_page(_stranger(request), 500, Phrase.of("web_failed"))
            await page(scope, receive, send)


def error_page(visit: Visit, status: int, said: Phrase, headers: Any = None) -> Response:
    """What is wrong and how to go on, in the shell of whoever asks."""
    response = visit.page("frame/error.html", status, said=said, name=HTTPStatus(status).phrase)
    response.headers.update(headers or {})
    return response


async def _sign_in_first(visit: Visit) -> Response:
    return visit.page("entrance/sign_in.html", 401, **await sign_in_values(visit))


async def sign_in_values(visit: Visit) -> dict[str, Any]:
    """What the sign-in page holds of the request that it stands before, or has held so far."""
    request, settings = visit.request, visit.house.settings
    query = f"?{request.url.query}" if request.url.query else ""
    begun = "held_path" in visit.form
    return {
        "next_path": own_path(visit.form["held_path"]) if begun else f"{request.url.path}{query}",
        "held": Held.brought_back(visit.form) if begun else Held.of(visit.form),
        "samples": settings.sample_entry,
        "nobody": not await visit.house.accounts.anybody(),
        "outside": visit.house.provider is not None,
        "login": "",
        "errors": FormErrors(),
    }


def _stranger(request: Request) -> Visit:
    house: House = request.app.state.house
    return getattr(request.state, "visit", None) or Visit(request=request, house=house)
