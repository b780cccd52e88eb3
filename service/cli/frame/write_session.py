"""The opened world of one call that writes: with the desk, or to the store alone."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from getpass import getuser

from application.session import Session, StoreSession
from service import office_time, wiring
from service.cli.app import settings
from service.cli.frame.call_options import CallOptions
from service.wiring import Parts


@asynccontextmanager
async def write_session(call: CallOptions) -> AsyncIterator[Parts]:
    """Log, store and desk. Log lines begin at warnings: the receipt already says what was kept."""
    level = os.environ.get("TALENTPOOL_LOG_LEVEL", "warning")
    made = settings(call.database, call.kafka, log_level=level)
    async with wiring.opened(made, now=office_time.office_clock(made)) as parts:
        yield parts


@asynccontextmanager
async def acting(call: CallOptions, actor: str | None) -> AsyncIterator[Session]:
    """Whoever acts, with the desk."""
    async with write_session(call) as parts:
        yield parts.session(actor) if actor else parts.session()


@asynccontextmanager
async def tending(call: CallOptions, actor: str | None) -> AsyncIterator[StoreSession]:
    """Whoever tends the store; who does not say otherwise is known by the machine's account."""
    made = settings(call.database, log_level="warning")
    async with wiring.opened_upkeep(made, actor or getuser()) as session:
        yield session
