"""TryAgain -> wait and hand over the same records again, so that order and records are kept."""

from collections.abc import Sequence

from models.event_log import Handle, Record
from models.retry import WAITS, patiently


def patient(handle: Handle, *, waits: Sequence[float] = WAITS) -> Handle:
    """The same handler, calling again for as long as the world is not ready.

    The offset stays and the lag grows meanwhile, and each try is said. Nothing is dead-lettered
    for being early, and nothing ends because a server is away.
    """

    async def handle_patiently(records: Sequence[Record]) -> None:
        await patiently(lambda: handle(records), waits=waits)

    return handle_patiently
