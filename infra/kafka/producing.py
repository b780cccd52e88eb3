"""records -> Kafka, acknowledged by every replica in sync, each once, in order."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from models.errors import TooLarge, TryAgain
from models.event_log import LARGEST_APPENDED, NewRecord, Position, check_records

_CLOSE_SECONDS = 1.0


class Appender:
    """Appends through one producer, which is made anew after any failure."""

    def __init__(self, servers: str, *, seconds: float) -> None:
        self._servers = servers
        self._seconds = seconds
        self._producer: AIOKafkaProducer | None = None
        self._opening = asyncio.Lock()

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        """Returns once all replicas in sync have all records.

        Raises TryAgain after `seconds` without an answer, TooLarge for a record that is larger
        than the broker takes, Rejected for one that no log takes.
        """
        check_records(records)
        producer = None
        try:
            async with asyncio.timeout(self._seconds):
                producer = await self._opened()
                # Queued without a pause between, so nothing of ours comes between them.
                sent = [await producer.send(**_arguments(record)) for record in records]
                kept = await asyncio.gather(*sent)
        except (MessageSizeTooLargeError, RecordListTooLargeError):
            # What was queued behind it would be numbered as if the broker had taken it.
            await self._drop(producer)
            raise TooLarge("record_too_large_for_the_broker") from None
        except (KafkaError, TimeoutError) as error:
            # An idempotent producer never gives up a batch by itself: what is queued would
            # arrive whenever the broker is back, after newer records.
            await self._drop(producer)
            raise TryAgain(
                "kafka_away", servers=self._servers, error=type(error).__name__
            ) from error
        return [Position(topic=k.topic, partition=k.partition, offset=k.offset) for k in kept]

    async def close(self) -> None:
        """Deliver what is queued, for a moment, and close."""
        await self._drop(self._producer)

    async def _opened(self) -> AIOKafkaProducer:
        async with self._opening:
            if self._producer is None:
                producer = AIOKafkaProducer(
                    bootstrap_servers=self._servers,
                    # aiokafka's own defaults are acks=1 without idempotence: they lose and double.
                    acks="all",
                    enable_idempotence=True,
                    request_timeout_ms=int(self._seconds * 1000),
                    # How large a record may be is for the broker to say, not for a default here:
                    # what it took from others has to find its way back to it.
                    max_request_size=2 * LARGEST_APPENDED,
                )
                try:
                    await producer.start()
                except BaseException:
                    await _close(producer)
                    raise
                self._producer = producer
            return self._producer

    async def _drop(self, producer: AIOKafkaProducer | None) -> None:
        if producer is not None:
            if self._producer is producer:
                self._producer = None
            await _close(producer)


def _arguments(record: NewRecord) -> dict[str, Any]:
    return {
        "topic": record.topic,
        "key": record.key.encode(),
        "value": record.value,
        "headers": list(record.headers),
    }


async def _close(producer: AIOKafkaProducer) -> None:
    with suppress(KafkaError, TimeoutError):
        async with asyncio.timeout(_CLOSE_SECONDS):
            await producer.stop()
    await producer.client.close()
