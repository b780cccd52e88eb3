"""<topic>.dead -> store (dead letters, seen and replayed by ops)"""

from collections.abc import Sequence

from consumers.ports import DeadLetterStore
from consumers.retry import patient
from consumers.unstorable import say_unstorable
from models.errors import Unstorable
from models.event_log import Consumer, Record
from models.facts import FACTS, dead

GROUP = "talentpool-dead-letters"


def dead_letters_consumer(store: DeadLetterStore) -> Consumer:
    """Keeps every dead letter with its bytes and its reason."""

    async def handle(records: Sequence[Record]) -> None:
        for record in records:
            try:
                await store.keep_dead_letter(record)
            except Unstorable as error:
                say_unstorable(record, error)

    topics = tuple(dead(fact.topic) for fact in FACTS)
    return Consumer(group=GROUP, topics=topics, handle=patient(handle))
