"""a batch -> store; a record in it that the store cannot hold dies alone"""

from collections.abc import Sequence
from dataclasses import fields

from consumers.ports import Dead, Ingested, IngestStore, Taken
from models.errors import Unstorable
from models.event_log import Record
from models.log import log


async def ingested(store: IngestStore, batch: Sequence[Taken], dead: Sequence[Dead]) -> Ingested:
    """What the batch came to, in its order. Raises TryAgain as the store does."""
    try:
        return await store.ingest(batch, dead)
    except Unstorable as error:
        why = error
    if len(batch) + len(dead) > 1:
        alone = [await ingested(store, (), [lost]) for lost in dead]
        alone += [await ingested(store, [taken], ()) for taken in batch]
        return _together(alone)
    if batch:
        [taken] = batch
        lost = Dead(record=taken.record, why=why.phrase)
        return await ingested(store, (), [lost])
    say_unstorable(dead[0].record, why)
    return Ingested()


def say_unstorable(record: Record, why: Unstorable) -> None:
    """The last word about a record of which not even the bytes can be kept."""
    log.error(
        "record.unstorable",
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        reason=str(why),
    )


def _together(parts: Sequence[Ingested]) -> Ingested:
    found = {
        each.name: tuple(one for part in parts for one in getattr(part, each.name))
        for each in fields(Ingested)
    }
    return Ingested(**found)
