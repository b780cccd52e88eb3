"""Scenarios beside the plan."""

from web.pages.whatif import building, overview, real, remedy

ROUTERS = (building.router, remedy.router, real.router, overview.router)
