"""`/admin`, `/pools/{pool_id}/invitations`: who may enter, and as what."""

from web.pages.admin import accounts, invitations

ROUTERS = (accounts.router, invitations.router)
