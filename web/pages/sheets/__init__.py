"""Spreadsheets in and out."""

from web.pages.sheets import imported, overview, taking

ROUTERS = (overview.router, taking.router, imported.router)
