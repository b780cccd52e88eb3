"""How a pool is planned."""

from web.pages.settings import overview, preview

ROUTERS = (preview.router, overview.router)
