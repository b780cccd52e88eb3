"""The present moment at the offices."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from infra.settings import Settings

Clock = Callable[[], datetime]


def office_clock(settings: Settings) -> Clock:
    """The present moment at the offices: its date is what people there mean by today.

    Tests and demos hand in clocks of their own.
    """
    zone = ZoneInfo(settings.timezone)
    return lambda: datetime.now(zone)
