"""Every page, by what it is about: address in, one use case, a template out."""

from fastapi import APIRouter

from web.pages import (
    account,
    admin,
    me,
    ops,
    our,
    plan,
    requests,
    settings,
    sheets,
    start,
    talents,
    today,
    webhooks,
    whatif,
)
from web.pages.entrance import acting, first_page, language, links, no_page, outside, sign_in
from web.pages.help import ROUTERS as HELP

#: In the order in which addresses are looked for: the last one takes what is left.
ROUTERS: tuple[APIRouter, ...] = (
    first_page.router,
    language.router,
    acting.router,
    sign_in.router,
    links.router,
    outside.router,
    today.router,
    *requests.ROUTERS,
    *me.ROUTERS,
    *talents.ROUTERS,
    *our.ROUTERS,
    *ops.ROUTERS,
    *plan.ROUTERS,
    *account.ROUTERS,
    *admin.ROUTERS,
    *sheets.ROUTERS,
    *whatif.ROUTERS,
    *settings.ROUTERS,
    *start.ROUTERS,
    *HELP,
    webhooks.router,
    no_page.router,
)
