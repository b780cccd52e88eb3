"""The first steps: a sample pool, or one of one's own; then its two sheets."""

from web.pages.start import begun, choosing, steps

ROUTERS = (choosing.router, begun.router, steps.router)
