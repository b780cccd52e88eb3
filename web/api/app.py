"""The HTTP API, put together: operations by resource, their document, problems."""

from fastapi import FastAPI

from web.api.problems import add_problems
from web.api.rates import Rates
from web.api.routes import ROUTERS
from web.frame.route_table import route_table
from web.house import House

_ABOUT = """Everything that the pages do, for programs. Tokens are made on the page of an account
and carry one role of it. Changes of an entity say the revision that they were made on (`If-Match`);
postings may carry an `Idempotency-Key`. Hours are decimals of hours in multiples of 0.25."""

_OPERATIONS = route_table(ROUTERS)


def create_api(house: House | None = None) -> FastAPI:
    """An application of its own beneath the console, with its own errors.

    Without a house it has its document alone.
    """
    api = FastAPI(
        title="Talent pool",
        version="1",
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    api.state.house = house
    api.state.rates = Rates(house.settings.api_per_minute if house else 0)
    api.router.routes.extend(_OPERATIONS)
    add_problems(api)
    return api
