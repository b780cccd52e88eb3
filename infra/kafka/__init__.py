"""The event log on Apache Kafka: FastStream subscribers in, an idempotent producer out."""

from infra.kafka.log import KafkaLog

__all__ = ["KafkaLog"]
