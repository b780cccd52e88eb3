"""<topic>.dead -> store (dead letters, seen and replayed by ops)"""

from collections.abc import Sequence

from consumers.patience import patient
from consumers.ports import DeadLetterStore
from models.facts import FACTS, dead
from models.log import Consumer, Record

GROUP = "talentpool-dead-letters"


def dead_letters_consumer(store: DeadLetterStore) -> Consumer:
    """Keeps every dead letter with its bytes and its reason."""

    async def handle(records: Sequence[Record]) -> None:
        for record in records:
            await store.keep_dead_letter(record)

    topics = tuple(dead(fact.topic) for fact in FACTS)
    return Consumer(group=GROUP, topics=topics, handle=patient(handle))
