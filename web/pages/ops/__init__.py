"""What operators look at: events, traces, topics, plans, dead letters. Never a name of anybody."""

from fastapi import APIRouter

from web.pages.ops import event_files, event_stream, events, saved_filters, traces

ROUTERS: tuple[APIRouter, ...] = (
    events.router,
    event_stream.router,
    event_files.router,
    saved_filters.router,
    traces.router,
)
