"""matches.v1 -> store (matches): after a restore, the matches as they were last said to be"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from consumers.patience import patient
from consumers.reading import sort_out
from models.facts import MatchChanged
from models.log import Consumer, Record

GROUP = "talentpool-restore"


class RecallStore(Protocol):
    async def recall(self, said: Sequence[tuple[datetime, MatchChanged]]) -> int:
        """Bring every match forward to the newest of these events; how many that were."""


def recall_consumer(store: RecallStore) -> Consumer:
    """Only while a store is restored: in service, the store is ahead of what it said."""

    async def handle(records: Sequence[Record]) -> None:
        # What cannot be read here was dead-lettered when it was new.
        taken, _ = sort_out(records, {MatchChanged.topic: MatchChanged})
        await store.recall(
            [
                (t.message.envelope.time, t.message.fact)
                for t in taken
                if isinstance(t.message.fact, MatchChanged)
            ]
        )

    return Consumer(group=GROUP, topics=(MatchChanged.topic,), handle=patient(handle))
