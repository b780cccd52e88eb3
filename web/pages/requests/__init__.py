"""What municipalities ask for: the list, one request, and the form in which they are written."""

from application.access.rights import Right
from web.pages.requests import changed, listed, shown
from web.pages.requests.form import form_pages

#: The form stands under the addresses of coordinators and of officers.
ROUTERS = (
    listed.router,
    form_pages("/pools/{pool_id}", Right.POST_REQUEST),
    form_pages("/our", Right.DRAFT_REQUEST),
    shown.router,
    changed.router,
)
