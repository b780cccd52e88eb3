"""Kafka -> consumers: each declared consumer becomes one FastStream batch subscriber."""

import asyncio
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from aiokafka import ConsumerRecord
from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.kafka.message import KafkaAckableMessage
from faststream.kafka.subscriber.usecase import BatchSubscriber

from models.event_log import Consumer, Record

Raw = tuple["ConsumerRecord[bytes, bytes]", ...]

#: FastStream asks, and where there is nothing waits as long again: half of the wake-up time.
_POLL_MS = 20
_AFTER_FAILURE_SECONDS = 0.1


class Subscription:
    """One consumer, bound to a broker; `failed` ends with the first error of its handler."""

    def __init__(
        self,
        broker: KafkaBroker,
        consumer: Consumer,
        *,
        failed: "asyncio.Future[None]",
        session_seconds: float,
        handling_seconds: float,
    ) -> None:
        self.consumer = consumer
        self.busy = False  #: a batch is in the handler
        self.taken = 0  #: batches that were handled
        self._failed = failed
        made = broker.subscriber(
            *consumer.topics,
            group_id=consumer.group,
            auto_offset_reset="earliest",
            batch=True,
            max_records=consumer.batch,
            batch_timeout_ms=_POLL_MS,
            session_timeout_ms=int(session_seconds * 1000),
            heartbeat_interval_ms=int(session_seconds * 1000 / 3),
            max_poll_interval_ms=int(handling_seconds * 1000),
            # The offset moves only after the handler returned. FastStream's default commits
            # first and loses the batch in a crash; ACK and REJECT_ON_ERROR commit an error too.
            ack_policy=AckPolicy.NACK_ON_ERROR,
            # FastStream reads headers as UTF-8 and bodies as JSON, and drops the whole batch
            # where one record is neither. What is in a record is for the consumer to judge.
            parser=self._opaque,
            decoder=_untouched,
            no_reply=True,
        )
        assert isinstance(made, BatchSubscriber)
        self.subscriber = made
        self.subscriber(self._take)

    async def restart(self) -> None:
        """Leave the group and join it again with a new client."""
        await self.subscriber.stop()
        await self.subscriber.start()

    async def _take(self, raw: Raw) -> None:
        if self._failed.done():
            # NACK_ON_ERROR hands the batch out again at once, until the broker is stopped.
            await asyncio.sleep(_AFTER_FAILURE_SECONDS)
            raise _Stopping
        self.busy = True
        try:
            for batch in batches(raw):
                await self.consumer.handle(batch)
        except Exception as error:
            # FastStream would swallow it and deliver again for ever: `run` has to end with it.
            if not self._failed.done():
                self._failed.set_exception(error)
            raise
        finally:
            self.busy = False
        self.taken += 1

    async def _opaque(self, raw: Raw) -> KafkaAckableMessage:
        return KafkaAckableMessage(
            body=b"", raw_message=raw, headers={}, consumer=self.subscriber.consumer
        )


class _Stopping(Exception):
    """The service stops because a handler failed; this batch is not for it any more."""


def batches(raw: Raw) -> list[Sequence[Record]]:
    """The records by partition, in order: a fetch may bring several partitions."""
    return [
        [_record(one) for one in part]
        for _, part in groupby(raw, key=lambda one: (one.topic, one.partition))
    ]


def _record(raw: "ConsumerRecord[bytes, bytes]") -> Record:
    return Record(
        topic=raw.topic,
        partition=raw.partition,
        offset=raw.offset,
        # Others may append to a topic too: no key, or one that is not text, must not stop us.
        key=(raw.key or b"").decode("utf-8", "replace"),
        value=raw.value or b"",
        headers=tuple((name, value or b"") for name, value in raw.headers),
    )


async def _untouched(message: Any) -> Raw:
    return message.raw_message  # type: ignore[no-any-return]
