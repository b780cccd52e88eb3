"""`/help` and `/accessibility`: for whoever comes, signed in or not."""

from web.pages.help import accessibility, help_pages

ROUTERS = (help_pages.router, accessibility.router)
