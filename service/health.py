"""The health of what the settings name: the probes are opened here, and closed again."""

from collections.abc import Sequence

from application.queries import health as asked
from application.queries.health import Finding
from infra.settings import Settings
from service.health_checks.every_check import EveryCheck
from service.office_time import Clock
from service.running.consumer_groups import GROUPS


async def health(settings: Settings, now: Clock, only: Sequence[str] = ()) -> Sequence[Finding]:
    """Every check, or those whose name begins with one of `only`. Nothing is made or changed."""
    probes = EveryCheck(settings=settings, now=now)
    try:
        return await asked.health(probes, tuple(GROUPS), only)
    finally:
        await probes.close()
