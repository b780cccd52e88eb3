"""What the pages need of the world outside; the wiring hands it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from application.access.browser_sessions import SessionTimes
from application.access.calendars import Calendars
from application.access.ports import ApiStore
from application.commands.webhooks import Webhooks
from application.live.match_feed import MatchFeed
from application.live.ports import WatchedLog
from application.ports import (
    AccessStore,
    Audit,
    Drafts,
    IdentityProvider,
    Places,
    PlanLooks,
    SavedFilters,
)
from application.queries.health import Finding
from application.queries.shared_look import SharedLook
from application.session import Session
from models.ids import PoolId
from models.map_shapes import PoolMap
from web.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class WebSettings:
    """How the console is reached."""

    origin: str = "http://127.0.0.1:8000"  #: scheme, host and port that browsers see
    times: SessionTimes = field(default_factory=SessionTimes)
    contact: str = ""  #: whom people ask
    sample_entry: bool = False  #: sample accounts are entered with one click
    webhook_hosts: tuple[str, ...] = ()  #: to which match events may be sent; none: off
    api_per_minute: int = 600  #: requests of a program's token; 0: any number

    @property
    def secure(self) -> bool:
        """Whether cookies travel encrypted alone."""
        return self.origin.startswith("https:")


@dataclass(frozen=True, kw_only=True)
class House:
    """The opened world as pages see it."""

    session: Callable[[str], Session]  #: for an actor
    accounts: AccessStore
    calendars: Calendars
    audit: Audit
    drafts: Drafts
    api: ApiStore
    webhooks: Webhooks
    places: Places
    saved_filters: SavedFilters
    event_log: WatchedLog
    feed: MatchFeed  #: whoever opened the house closes it
    plan_looks: PlanLooks
    health: SharedLook[Sequence[Finding]]
    ready: SharedLook[bool]  #: store and log answer
    groups: Mapping[str, Sequence[str]]  #: what each consumer group reads
    now: Callable[[], datetime]
    workspace: Workspace
    provider: IdentityProvider | None = None  #: an organisation's own sign-in
    maps: Mapping[PoolId, PoolMap] = field(default_factory=dict)  #: of pools that have shapes
    settings: WebSettings = field(default_factory=WebSettings)
