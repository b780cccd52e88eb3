"""The console's part of the wiring: apart, as most commands serve none."""

from datetime import timedelta

from application.access.browser_sessions import SessionTimes
from application.live.match_feed import MatchFeed
from service.wiring import Parts
from web.house import House, WebSettings


def web_house(parts: Parts, origin: str, *, sample_entry: bool = False) -> House:
    """The world as the pages see it."""
    settings = parts.settings
    return House(
        session=parts.session,
        accounts=parts.store,
        audit=parts.store,
        drafts=parts.store,
        api=parts.store,
        places=parts.places,
        saved_filters=parts.store,
        event_log=parts.event_log,
        feed=MatchFeed(parts.event_log),
        plan_looks=parts.store,
        now=parts.now,
        settings=WebSettings(
            origin=origin,
            sample_entry=sample_entry,
            times=SessionTimes(
                idle=timedelta(minutes=settings.web_idle_minutes),
                absolute=timedelta(hours=settings.web_session_hours),
            ),
        ),
    )
