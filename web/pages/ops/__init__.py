"""What operators look at: events, traces, topics, plans, dead letters. Never a name of anybody."""

from fastapi import APIRouter

from web.pages.ops import (
    dead_letter,
    dead_letters,
    event_files,
    event_stream,
    events,
    saved_filters,
    traces,
)

ROUTERS: tuple[APIRouter, ...] = (
    events.router,
    event_stream.router,
    event_files.router,
    saved_filters.router,
    traces.router,
    dead_letters.router,
    dead_letter.router,
)
