"""The console's part of the wiring: apart, as most commands serve none."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import cast

from application.access.browser_sessions import SessionTimes
from application.live.match_feed import MatchFeed
from application.ports import Reads
from application.queries.ready import ready
from application.queries.shared_look import SharedLook
from application.session import Session
from infra.shapes.pool_maps import pool_maps
from infra.store.kept_reads import Kept, KeptReads
from service.health import health
from service.running.consumer_groups import GROUPS
from service.web_identity import identity_provider
from service.web_workspace import web_workspace
from service.wiring import Parts
from web.house import House, WebSettings

#: How long one look serves all who ask: at everything, and at whether store and log answer.
_HEALTH_IS_KEPT, _READY_IS_KEPT = timedelta(seconds=10), timedelta(seconds=1)


def web_house(parts: Parts, origin: str, *, sample_entry: bool = False) -> House:
    """The world as the pages see it: what many look at is read once."""
    settings, kept = parts.settings, Kept(parts.store)

    def session(actor: str) -> Session:
        return replace(parts.session(actor), reads=cast(Reads, KeptReads(kept)))

    return House(
        session=session,
        accounts=parts.store,
        calendars=parts.store,
        audit=parts.store,
        drafts=parts.store,
        api=parts.store,
        webhooks=parts.store,
        places=parts.places,
        saved_filters=parts.store,
        event_log=parts.event_log,
        feed=MatchFeed(parts.event_log),
        plan_looks=parts.store,
        health=SharedLook(partial(health, settings, parts.now), parts.now, _HEALTH_IS_KEPT),
        ready=SharedLook(partial(ready, parts.store, parts.event_log), parts.now, _READY_IS_KEPT),
        groups=GROUPS,
        now=parts.now,
        workspace=web_workspace(parts),
        maps=pool_maps(settings.municipality_shapes, parts.places.known),
        provider=identity_provider(settings, origin),
        settings=WebSettings(
            origin=origin,
            sample_entry=sample_entry,
            contact=settings.web_contact,
            webhook_hosts=settings.allowed_webhook_hosts,
            api_per_minute=settings.api_per_minute,
            times=SessionTimes(
                idle=timedelta(minutes=settings.web_idle_minutes),
                absolute=timedelta(hours=settings.web_session_hours),
            ),
        ),
    )
