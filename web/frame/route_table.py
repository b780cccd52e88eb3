"""Routers -> their routes, put together once for a process, however many apps it makes."""

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.routing import BaseRoute


def route_table(routers: Iterable[APIRouter]) -> list[BaseRoute]:
    """Routes in the order of their routers; what FastAPI finds out about a route is kept with it.

    An app that includes a router finds it out anew, for a hundred pages at its first requests.
    """
    made = APIRouter()
    for router in routers:
        made.include_router(router)
    return made.routes
