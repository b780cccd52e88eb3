"""Operations by resource."""

from fastapi import APIRouter

from web.api.routes import (
    assignments,
    comparisons,
    drafts,
    matches,
    me,
    ops,
    our,
    own_profile,
    pools,
    requests,
    settings,
    stories,
    taken_back,
    talents,
    webhooks,
)

ROUTERS: tuple[APIRouter, ...] = (
    pools.router,
    requests.router,
    talents.router,
    matches.router,
    settings.router,
    stories.router,
    comparisons.router,
    webhooks.router,
    assignments.router,
    taken_back.router,
    me.router,
    own_profile.router,
    our.router,
    drafts.router,
    *ops.ROUTERS,
)
