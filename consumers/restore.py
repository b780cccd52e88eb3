"""matches.v1 -> memory (matches): after a restore, the matches as they were last said to be"""

from collections.abc import Awaitable, Callable, Sequence

from consumers.reading import sort_out
from consumers.retry import patient
from models.envelope import Envelope
from models.event_log import Consumer, Record
from models.facts import MatchChanged

GROUP = "talentpool-restore"


def restore_consumer(
    remember: Callable[[Sequence[tuple[Envelope, MatchChanged]]], Awaitable[None]],
) -> Consumer:
    """Only while a store is restored: in service, the store is ahead of what it said."""

    async def handle(records: Sequence[Record]) -> None:
        # What cannot be read here was dead-lettered when it was new.
        taken, _ = sort_out(records, {MatchChanged.topic: MatchChanged})
        said = ((each.message.envelope, each.message.fact) for each in taken)
        await remember([(by, fact) for by, fact in said if isinstance(fact, MatchChanged)])

    return Consumer(group=GROUP, topics=(MatchChanged.topic,), handle=patient(handle))
