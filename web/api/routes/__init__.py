"""Operations by resource."""

from fastapi import APIRouter

from web.api.routes import (
    comparisons,
    matches,
    me,
    ops,
    our,
    pools,
    requests,
    settings,
    stories,
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
    me.router,
    our.router,
    *ops.ROUTERS,
)
