"""What operators look at: events, traces, topics, plans, dead letters. Never a name of anybody."""

from fastapi import APIRouter

from web.pages.ops import (
    audit,
    dead_letter,
    dead_letters,
    event_files,
    event_stream,
    events,
    health,
    plans,
    probes,
    saved_filters,
    topics,
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
    health.router,
    probes.router,
    topics.router,
    plans.router,
    audit.router,
)
