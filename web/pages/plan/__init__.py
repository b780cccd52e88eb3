"""The coordinator's plan: who works where, what is decided about it, what has changed."""

from web.pages.plan import assign_page, changes_page, decide_page, drafts_page, plan_page

ROUTERS = (
    plan_page.router,
    drafts_page.router,
    changes_page.router,
    decide_page.router,
    assign_page.router,
)
