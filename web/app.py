"""The console, put together: pages, static files, error pages, headers."""

import re
from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount

from application.queries.plan import plan_of
from models.ids import PoolId
from web.api.app import create_api
from web.frame import static_files
from web.frame.audit_trail import AuditTrail
from web.frame.body_limits import BodyLimits
from web.frame.errors import Failures, add_error_pages
from web.frame.route_table import route_table
from web.frame.security_headers import SecurityHeaders
from web.frame.sent_twice import SentTwice
from web.house import House
from web.live import stream
from web.live.pool_watch import PoolWatch
from web.pages import ROUTERS
from web.pages.sheets.overview import HANDED_IN, MOST_OF_FORM

_PAGES = route_table((static_files.router, stream.router, *ROUTERS))


def create_app(house: House) -> FastAPI:
    """The console over an opened world; whoever opened it closes it."""
    app = FastAPI(title="talentpool", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.house = house
    # Before the pages, whose last one takes every address that is left.
    app.router.routes.append(_api(house))
    app.state.pool_watch = PoolWatch(house.session("web").reads.moments, _prepared(house))
    app.router.routes.extend(_PAGES)
    add_error_pages(app)
    app.add_middleware(SentTwice, settings=house.settings)
    app.add_middleware(BodyLimits, larger={HANDED_IN: MOST_OF_FORM})
    app.add_middleware(Failures)
    app.add_middleware(AuditTrail, house=house)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SecurityHeaders, encrypted=house.settings.secure)
    return app


def _prepared(house: House) -> Callable[[PoolId], Awaitable[object]]:
    """Puts in memory what the pages of a pool show first."""

    async def prepare(pool_id: PoolId) -> None:
        session = house.session("web")
        await plan_of(session, pool_id, names=True)
        await session.reads.problem(pool_id)  # what comes of a decision is found from it

    return prepare


def _api(house: House) -> Mount:
    mounted = Mount("/api/v1", app=create_api(house))
    # Also of addresses with a line break in them, whose answer has to be the API's.
    mounted.path_regex = re.compile(mounted.path_regex.pattern, re.DOTALL)
    return mounted
