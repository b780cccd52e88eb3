"""`/ops`: what operators watch and mend; never anything of a person."""

from fastapi import APIRouter

from web.api.routes.ops import audit, events, letters, letters_mended, state, traces

ROUTERS: tuple[APIRouter, ...] = (
    events.router,
    traces.router,
    letters.router,
    letters_mended.router,
    state.router,
    audit.router,
)
