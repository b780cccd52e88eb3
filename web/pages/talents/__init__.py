"""A coordinator's talents: the list, one talent's year, who they are, leaving and erasing."""

from web.pages.talents import amend, leave, listed, one

ROUTERS = (listed.router, amend.router, one.router, leave.router)
