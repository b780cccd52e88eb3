"""The opened world of one call that only looks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from application.session import ReadSession
from infra.registry import registry
from service import office_time
from service.cli.app import settings
from service.cli.frame.call_options import CallOptions
from service.reading import opened_reads


@asynccontextmanager
async def looking(call: CallOptions) -> AsyncIterator[ReadSession]:
    """Whoever looks: the store alone, so that the log may be away."""
    made = settings(call.database)
    now = office_time.office_clock(made)
    async with opened_reads(made, now) as reads:
        yield ReadSession(reads=reads, places=registry(), now=now)
