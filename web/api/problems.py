"""Whatever goes wrong, as `application/problem+json` (RFC 9457): a code for programs, words too."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from models.errors import Stale, TalentPoolError, kind_and_place
from models.phrase import Phrase
from web.frame.errors import status_of
from web.house import House
from wording import Words

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What is wrong."""

    type: str = "about:blank"
    title: str  #: in words, for people
    status: int
    code: str  #: for programs; the same whatever the language
    errors: list[dict[str, Any]] = []  #: each thing that is wrong, with its `detail` in words


class Failed(Exception):
    """A request is refused for a reason of HTTP: its status, and a message by its code."""

    def __init__(self, status: int, said: Phrase, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.said, self.headers = status, said, dict(headers or {})
        super().__init__(said.code)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What an operation may answer besides its success; for its OpenAPI document."""
    every = {400, 401, 403, 404, 422, 429, 503, *statuses}
    return {
        status: {
            "description": "Problem",
            "model": Problem,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in sorted(every)
    }


def add_problems(app: FastAPI) -> None:
    """A problem for each way in which a request ends otherwise."""

    async def failed(request: Request, error: Exception) -> Response:
        assert isinstance(error, Failed)
        return problem(request, error.status, error.said, headers=error.headers)

    async def told(request: Request, error: Exception) -> Response:
        assert isinstance(error, TalentPoolError)
        # A precondition of HTTP has failed: If-Match.
        status = 412 if isinstance(error, Stale) else status_of(error)
        each = error.phrase.params.get("each")
        faults = [one for one in each if isinstance(one, Phrase)] if isinstance(each, tuple) else []
        said = faults[0] if len(faults) == 1 else error.phrase
        return problem(request, status, said, faults=faults)

    async def wrong(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        fields = [
            {"field": ".".join(map(str, each["loc"])), "detail": each["msg"]}
            for each in error.errors()
        ]
        return problem(request, 422, Phrase.of("api_fields_wrong"), errors=fields)

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        code = _HTTP.get(error.status_code, "api_bad_request")
        return problem(request, error.status_code, Phrase.of(code), headers=error.headers)

    async def unexpected(request: Request, error: Exception) -> Response:
        log.error("web.failed", path=request.url.path, reason=kind_and_place(error))
        return problem(request, 500, Phrase.of("api_failed"))

    app.add_exception_handler(Failed, failed)
    app.add_exception_handler(TalentPoolError, told)
    app.add_exception_handler(RequestValidationError, wrong)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(Exception, unexpected)


_HTTP = {404: "api_not_found", 405: "api_method_not_allowed"}


def problem(
    request: Request,
    status: int,
    said: Phrase,
    *,
    headers: Mapping[str, str] | None = None,
    errors: list[dict[str, Any]] | None = None,
    faults: Sequence[Phrase] = (),
) -> Response:
    """The answer."""
    house: House = request.app.state.house
    words = Words(language(request), house.places)
    found = [{"code": fault.code, "detail": words.say(fault)} for fault in faults]
    body = Problem(title=words.say(said), status=status, code=said.code, errors=errors or found)
    return JSONResponse(
        body.model_dump(), status, media_type=MEDIA_TYPE, headers=dict(headers or {})
    )


def language(request: Request) -> Any:
    """English where it is asked for, else Japanese."""
    return "en" if request.headers.get("accept-language", "").startswith("en") else "ja"
